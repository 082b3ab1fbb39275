"""What a placed cell says: a value, a formula and its value, or words that follow those of other cells."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ...core.unit import Unit, Value
from .. import elements as e
from ..words import said_alone
from . import formulas as f
from .anchors import scale
from .plan import Homes, Place, Placed, Sheet, Spot, Use

LONGEST_FORMULA, LONGEST_WORDS = 8_000, 250
"""What a formula, and a word in one, may have at most: 8 192 and 255."""
Known = int | float | date | str | None


class Said(NamedTuple):
    """`formula`: without «=»; empty for a value that stands by itself."""

    value: Known
    formula: str = ""
    to_fill: bool = False


def said(one: Placed, sheet: Sheet, spot: Spot, homes: Homes) -> Said:
    cell = one.cell
    if one.use is Use.SUM:
        nothing = "" if '""' in one.formula else 0
        return Said(nothing if cell.value is None else known(one), one.formula)
    if one.use is Use.FIGURE:
        home = homes.figures.get(cell.key)
        return Said(known(one) or 0, f.there(home)) if home else Said(known(one))
    if one.use is Use.TYPED:
        home = homes.typed.get(cell.path)
        if home is None or homes.is_home(cell.path, sheet, spot):
            return Said(known(one), one.formula, to_fill=True)
        return referring(one, home)
    return in_words(one, sheet, spot, homes)


def referring(one: Placed, home: Place) -> Said:
    """A value that is typed elsewhere."""
    there = f.there(home)
    if one.cell.unit is Unit.KRONOR and isinstance(one.cell.value, int):
        return Said(known(one), there)
    value = known(one)
    return Said("" if value is None else value, f'IF({there}="","",{there})')


def known(one: Placed) -> Known:
    """The value as a spreadsheet counts it: shares as parts of one, amounts in the unit of the sheet."""
    value: Value = one.cell.value
    if not isinstance(value, int):
        return value
    if one.cell.unit is Unit.SHARE:
        return value / 10_000
    if one.cell.unit is Unit.HUNDREDTHS:
        return value / 100
    if one.cell.unit is Unit.KRONOR and scale(one.amounts) > 1:
        return value / scale(one.amounts)
    return value


def in_words(one: Placed, sheet: Sheet, spot: Spot, homes: Homes) -> Said:
    """Words of the form, and what is typed elsewhere: a name is the one that stands where it is written."""
    cell = one.cell
    if not cell.also and not (cell.path and isinstance(cell.value, str | None)):
        return Said(known(one) if cell.unit is not Unit.TEXT else cell.value)
    parts: list[str] = []
    words, follows = "", False
    for n, part in enumerate((cell, *cell.also)):
        told = said_alone(part._replace(missing=False), one.amounts)
        home = homes.typed.get(part.path) if part.unit is Unit.TEXT else None
        if not told and home is None:
            continue
        lead = part.lead if n and words else ""
        here = quoted(told)
        if home is not None and not (home.sheet is sheet and home.spot == spot):
            follows = True
            there = f.there(home)
            instead = quoted(told if part.rule is e.Rule.FORM else "")
            here = f'IF({there}="",{instead},{there})'
        parts += [quoted(lead)] if lead else []
        parts += [here, *([quoted(part.tail)] if n and part.tail else [])]
        words += f"{lead}{told}{part.tail if n else ''}"
    formula = "&".join(parts)
    return Said(words or None, formula) if follows and len(formula) < LONGEST_FORMULA else Said(words or None)


def quoted(words: str) -> str:
    """Words in a formula, in pieces that a spreadsheet takes."""
    pieces = [words[start : start + LONGEST_WORDS] for start in range(0, len(words), LONGEST_WORDS)] or [""]
    return "&".join('"' + piece.replace('"', '""') + '"' for piece in pieces)
