"""Do the sums of a sheet still say what its rows add up to? A formula that somebody has written a number over no longer does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import floor
from typing import Any

from ..core.kronor import format_kronor
from .cell_words import decimal
from .grid import Grid

NEAR = 0.005
"""What two numbers may differ by and still be the same amount."""


@dataclass(slots=True)
class Keyed:
    """A sheet of ours, and where its keys stand in it now."""

    grid: Grid
    told: Mapping[str, Any]
    rows: dict[str, int]
    columns: Mapping[str, int]

    def number(self, key: str) -> float | None:
        """What stands at «r7 k3»."""
        row, _, col = key.partition(" ")
        return self.at(self.rows.get(row), self.columns.get(col))

    def at(self, row: int | None, col: int | None) -> float | None:
        """A number, or what a sum gives that the program that saved the file did not work out."""
        if not row or not col:
            return None
        value = self.grid.at(row, col)
        if isinstance(value, int | float):
            return value
        key = self.key_of(row, col) if (row, col) in self.grid.formulas else ""
        return self.worked(key) if key in self.told["sums"] else None

    def key_of(self, row: int, col: int) -> str:
        names = (name for name, place in self.columns.items() if place == col)
        return f"{self.grid.at(row, 1)} {next(names, '')}"

    def worked(self, key: str) -> float | None:
        """What the cells that a sum is of add up to as they stand; None when some of them can't be found."""
        how, *parts = self.told["sums"][key]
        row, _, col = key.partition(" ")
        here, column = self.rows.get(row), self.columns.get(col)
        if here is None or column is None or (how == "down" and parts[0] not in self.rows):
            return None
        if how in ("across", "less", "share"):
            found = [self.at(here, self.columns.get(part)) for part in parts]
            if how != "across":
                return self.compared(how, found)
        elif how == "down":
            found = [self.at(one, column) for one in range(self.rows[parts[0]] + 1, here)]
        else:
            found = [self.at(self.rows.get(part), column) for part in parts]
            if how == "left":
                return self.compared("less", found)
        return sum(one for one in found if one is not None)

    def compared(self, how: str, found: list[float | None]) -> float | None:
        """A difference, or a share in whole per cent, half up; None of nothing."""
        first, *others = (one or 0 for one in found)
        if how == "less":
            return first - sum(others) if any(one is not None for one in found) else None
        return floor(100 * first / others[0] + 0.5) / 100 if found[0] is not None and others[0] > 0 else None


def wrong_sums(sheets: Mapping[str, Keyed]) -> Iterator[str]:
    """A sentence for each sum, and each figure taken from another sheet, that is another than it should be."""
    for sheet in sheets.values():
        for key in sheet.told["sums"]:
            stated, worked = sheet.number(key), sheet.worked(key)
            if stated is not None and worked is not None and abs(stated - worked) > NEAR:
                yield f"{where(sheet, key)} stämmer inte summan: där står {said(stated)}, men det blir {said(worked)}."
        for key, (other, there) in sheet.told["same"].items():
            stated, home = sheet.number(key), sheets[other].number(there) if other in sheets else None
            if stated is not None and home is not None and abs(stated - home) > NEAR:
                elsewhere = sheets[other].grid.name
                yield (
                    f"{where(sheet, key)} stämmer inte summan: där står {said(stated)}, men på bladet ”{elsewhere}” "
                    f"står {said(home)}."
                )


def where(sheet: Keyed, key: str) -> str:
    """«På bladet ”Egenfinansiering”, raden ”Summa lönekostnader”,»."""
    row = sheet.rows[key.partition(" ")[0]]
    label = next((str(value) for col, value in sorted(sheet.grid.rows[row].items()) if col > 1), f"{row}")
    return f"På bladet ”{sheet.grid.name}”, raden ”{label[:60]}”,"


def said(value: float) -> str:
    """As the program writes amounts; a share with its decimals."""
    return format_kronor(int(value)) if value == int(value) else decimal(value)
