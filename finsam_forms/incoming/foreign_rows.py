"""The rows of another's sheet: what each is called, and its amounts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ..core.dates import read_date
from ..core.kronor import read_kronor
from ..core.unit import Unit
from .cell_words import typed
from .grid import Grid, Value
from .labels import best

LETTERS = re.compile(r"[^\W\d_]{2}")
NOTHING = re.compile(r"[\s\-–—−0]*")
TKR = re.compile(r"\btkr\b|\bt\.? ?kr\b|\bkkr\b|\btusental\b|\btusen kr", re.I)
KR = re.compile(r"\bkr\b|\bkronor\b|\bsek\b", re.I)
OF_AMOUNT = re.compile(r"\d[\d .,]*\s*(t\.? ?kr|kkr|kr|kronor|tusen kr)\b", re.I)
"""An amount with its unit says nothing of the others."""
MOST_TKR = 20_000
"""An amount that is more, in a sheet that says tkr, is kronor: twenty million kronor is no line of such a budget."""
FEW_KR = 2_000
"""Amounts that are all less, in a sheet that does not say what they are, may be tkr."""
AS_KRONOR = "Filen säger tkr, men beloppen är så stora att de har lästs som kronor."
NOT_SAID = "Filen säger inte om beloppen är kr eller tkr. De har lästs som kronor."


@dataclass(slots=True)
class SheetRow:
    """A row of a sheet. `cells`: to the right of the labels."""

    number: int
    label: str
    cells: dict[int, Value]

    @property
    def amounts(self) -> dict[int, Value]:
        return {col: value for col, value in self.cells.items() if is_amount(value)}

    @property
    def texts(self) -> dict[int, str]:
        return {col: value for col, value in self.cells.items() if isinstance(value, str) and not is_amount(value)}


def is_amount(value: Value) -> bool:
    if isinstance(value, str):
        return bool(re.search(r"\d", value)) and read_kronor(value).value is not None
    return isinstance(value, int | float) and not isinstance(value, date)


def is_day(value: float) -> bool:
    """Is it six figures that are a day, as the form asks for them?"""
    return value == int(value) and len(str(int(value))) == 6 and read_date(str(int(value))).value is not None


def says_nothing(value: Value) -> bool:
    return bool(NOTHING.fullmatch(typed(value, Unit.TEXT)))


def labels_of(grid: Grid) -> Iterator[tuple[int, int, str]]:
    """(row, column, words) of what could be the label of each row: its first words."""
    for number, cells in sorted(grid.rows.items()):
        for col, value in sorted(cells.items()):
            if isinstance(value, str) and LETTERS.search(value) and not is_amount(value):
                yield number, col, value
                break


def lines_of(grid: Grid, labels: set[str]) -> Iterator[SheetRow]:
    """`labels`: those that are looked for. They stand in a column, or in several when some are further in than others."""
    label_col = max((col for _, col, words in labels_of(grid) if best(words, labels)), default=1)
    found = {number: words for number, col, words in labels_of(grid) if col <= label_col}
    for number, cells in sorted(grid.rows.items()):
        right = {col: value for col, value in sorted(cells.items()) if col > label_col}
        yield SheetRow(number, found.get(number, ""), right)


def unit_of(grid: Grid, lines: Sequence[SheetRow]) -> tuple[int, str]:
    """Kronor in what the numbers of a sheet count, and what is not sure about it."""
    words = " ".join(
        value for row in grid.rows.values() for value in row.values() if isinstance(value, str) and not is_amount(value)
    )
    columns: dict[int, list[float]] = {}
    for line in lines:
        for col, value in line.amounts.items():
            columns.setdefault(col, []).extend([abs(value)] if isinstance(value, int | float) else [])
    most = max((value for found in columns.values() if not all(map(is_day, found)) for value in found), default=0)
    words = OF_AMOUNT.sub("", words)
    tkr, kr = bool(TKR.search(words)), bool(KR.search(words))
    if tkr and not kr:
        return (1, AS_KRONOR) if most >= MOST_TKR else (1000, "")
    return 1, NOT_SAID if tkr == kr and 1 < most < FEW_KR else ""
