"""What stands where in the workbook, before anything is written: sheets of placed cells, and which place each value is at home in.

The first row and the first column of every sheet are hidden: they hold the keys that a changed file is read back by (anchors.py).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import NamedTuple

from ...core.kronor import AmountFormat
from ...core.unit import KR, Unit
from .. import elements as e

Spot = tuple[int, int]
"""Row and column of a sheet, from 0."""
TITLE_HEIGHT = 21
"""Of the row with a sheet's title, in points: not every program makes it as high as its words."""


class Use(Enum):
    """What a cell of a sheet is for."""

    WORDS = auto()
    """It is read. It may say what stands elsewhere."""
    TYPED = auto()
    """It is filled in, here or at the place where the same value is at home."""
    SUM = auto()
    """It is worked out here."""
    FIGURE = auto()
    """It is worked out elsewhere, or by the program alone."""


@dataclass(slots=True, kw_only=True)
class Placed:
    """A cell at its place. `look`: how it is drawn (styles.py). `formula`: what works it out, of this sheet alone, without «=»."""

    cell: e.Cell
    use: Use = Use.WORDS
    look: str = "words"
    amounts: AmountFormat = KR
    formula: str = ""
    adds: tuple[str, ...] = ()
    """What the sum is of, by the keys of anchors.py: `across` columns, `down` from a row, or `rows`; `less` and `share`
    of columns."""
    rank: int = 0
    """Of the places of a value the lowest is its home."""
    offers: tuple[str, ...] = ()
    """The answers to choose between."""


class Place(NamedTuple):
    sheet: Sheet
    spot: Spot


class Counted(NamedTuple):
    """What a column holds. `steps`: the path from a row to its cell there."""

    steps: str
    unit: Unit
    amounts: AmountFormat


@dataclass(slots=True, kw_only=True)
class Sheet:
    """`widths`: of the columns, in characters. `heights`: in points, of the rows that are not as high as their words. `heads`: rows
    repeated on every page, from, to. `frozen`: what stays when the rest is scrolled. `rows`: the path of what stands in a row."""

    name: str
    title: str
    key: str = ""
    """What the sheet is known by when somebody has renamed it."""
    cells: dict[Spot, Placed] = field(default_factory=dict)
    widths: dict[int, float] = field(default_factory=dict)
    heights: dict[int, float] = field(default_factory=dict)
    merged: dict[Spot, int] = field(default_factory=dict)
    """Cells that stand over several columns: the last of these."""
    heads: tuple[int, int] = (0, 0)
    frozen: Spot = (0, 0)
    rows: dict[int, str] = field(default_factory=dict)
    kinds: dict[int, str] = field(default_factory=dict)
    """What a row is: row, group, sum, total, head, fact; other rows are words alone."""
    grows: str = ""
    """Where rows that somebody adds come to be, where no group says it."""
    columns: dict[int, Counted] = field(default_factory=dict)

    @property
    def used_rows(self) -> Iterable[int]:
        """Those where something stands, as they came."""
        return dict.fromkeys(row for row, _ in self.cells)

    @property
    def last(self) -> Spot:
        return max((row for row, _ in self.cells), default=0), max((col for _, col in self.cells), default=0)


def row_key(row: int) -> str:
    return f"r{row}"


def column_key(col: int) -> str:
    return f"k{col}"


def cell_key(spot: Spot) -> str:
    return f"r{spot[0]} k{spot[1]}"


class Homes:
    """Where each value is typed and each figure worked out."""

    def __init__(self, sheets: list[Sheet]):
        self.typed: dict[str, Place] = {}
        self.figures: dict[str, Place] = {}
        ranks: dict[str, int] = {}
        for sheet in sheets:
            for spot, one in sheet.cells.items():
                path, key = one.cell.path, one.cell.key
                if one.use is Use.TYPED and path and one.rank < ranks.get(path, 100):
                    self.typed[path], ranks[path] = Place(sheet, spot), one.rank
                if one.use is Use.SUM and key:
                    self.figures.setdefault(key, Place(sheet, spot))

    def is_home(self, path: str, sheet: Sheet, spot: Spot) -> bool:
        found = self.typed.get(path)
        return found is not None and found.sheet is sheet and found.spot == spot
