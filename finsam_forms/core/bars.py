"""Pictures of bars that lie on their side, as data: the one description of the page's SVG and the paper's drawing.

Solid, hatched and open are kept apart by a copier, and by those who don't see colours. A picture never says more than the table beside it,
and `alt` says the same in words.
"""

from __future__ import annotations

from typing import NamedTuple

SOLID, HATCH, OPEN = "solid", "hatch", "open"
BESIDE_EACH_OTHER = (HATCH, OPEN)
"""The looks of parts that have none of their own, by turns: two that touch differ."""


class Part(NamedTuple):
    """A stretch of a bar. `look`: solid, hatch or open; `value`: 0 or more, in the unit of the whole picture."""

    value: int
    look: str


class Bar(NamedTuple):
    """`words`: what stands beside it. `mark`: where a line stands across it, in the unit of the parts; None for no line."""

    label: str
    words: str
    parts: tuple[Part, ...] = ()
    mark: int | None = None

    @property
    def reach(self) -> int:
        return max(sum(part.value for part in self.parts), self.mark or 0)


class BarChart(NamedTuple):
    """`key`: what the looks stand for, in order. `alt`: what the picture shows, for who doesn't see it."""

    title: str
    bars: tuple[Bar, ...]
    alt: str
    key: tuple[tuple[str, str], ...] = ()
    mark_label: str = ""
    """What the line across the bars stands for."""

    @property
    def whole(self) -> int:
        """The value that takes the whole width; at least 1."""
        return max([1, *(bar.reach for bar in self.bars)])
