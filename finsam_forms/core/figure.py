"""A figure: a computed number with a key. A sum of cells, or a formula of other figures."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from .reading import Reading
from .rounding import whole_percent

BARE = frozenset({"rad", "grupp", "tabell", "part", "tjanst", "total"})
"""How the budget's keys begin. All others begin with the id of their field, so no field may be called any of these."""


class Sum(NamedTuple):
    """`value`: what its unit says, such as whole kronor. `unread`: how many cells could not be read and count as nothing."""

    value: int = 0
    unread: int = 0
    written: int = 0
    """How many cells something is written in: 0 is what somebody wrote, or what nobody did."""
    void: bool = False
    """There is no such figure, as a share of nothing is none: it is shown as «–»."""

    @property
    def known(self) -> int | None:
        """The value of what somebody has written; None of what nobody has."""
        return self.value if self.written else None


NOTHING = Sum()
VOID = Sum(void=True)


class Formula(NamedTuple):
    """A figure of other figures."""

    of: tuple[str, ...]
    """The keys of those it needs."""
    work: Callable[..., Sum]
    """Works it out of their sums, given in that order."""


def as_sum(reading: Reading[int]) -> Sum:
    """What a cell adds."""
    unread = 1 if reading.problem else 0
    return Sum(reading.value or 0, unread, 1 if unread or reading.value is not None else 0)


def added(*sums: Sum) -> Sum:
    """The sum of sums."""
    return Sum(sum(one.value for one in sums), sum(one.unread for one in sums), sum(one.written for one in sums))


def differ(first: Sum, *others: Sum) -> Sum:
    """What is left of a sum when others are taken from it."""
    less = added(*others)
    return Sum(first.value - less.value, first.unread + less.unread, first.written + less.written)


def first_of(*sums: Sum) -> Sum:
    """The first that something is written in."""
    return next((one for one in sums if one.written), NOTHING)


def percent_of(part: Sum, whole: Sum) -> Sum:
    """Hundredths of a percent, in whole per cent, half up; void of nothing, and while nobody has written the part."""
    share = whole_percent(part.value, whole.value) if part.written and whole.value > 0 else None
    return VOID if share is None else Sum(100 * share, part.unread + whole.unread, part.written)
