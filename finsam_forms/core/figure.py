"""A figure: a computed number with a key. A sum of cells, or a formula of other figures."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from .reading import Reading

BARE = frozenset({"rad", "grupp", "tabell", "part", "tjanst", "total"})
"""How the budget's keys begin. All others begin with the id of their field, so no field may be called any of these."""


class Sum(NamedTuple):
    """`value`: what its unit says, such as whole kronor. `unread`: how many cells could not be read and count as nothing."""

    value: int = 0
    unread: int = 0


NOTHING = Sum()


class Formula(NamedTuple):
    """A figure of other figures."""

    of: tuple[str, ...]
    """The keys of those it needs."""
    work: Callable[..., Sum]
    """Works it out of their sums, given in that order."""


def as_sum(reading: Reading[int]) -> Sum:
    """What a cell adds."""
    return Sum(reading.value or 0, 1 if reading.problem else 0)
