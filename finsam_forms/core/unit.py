"""What a value counts, and the one way to put a value in words: for the page, paper and every file alike."""

from __future__ import annotations

from datetime import date
from enum import Enum, auto

from .dates import format_date
from .hundredths import format_hundredths
from .kronor import MINUS, AmountFormat
from .percent import format_percent

Value = int | date | str | None
"""A `str` of a unit that is read as a number or a day is what was typed and could not be read."""
KR = AmountFormat()
NBSP = "\u00a0"
NONE = "–"
"""How it is written that there is none: by people in a count, by us of a figure that there is not."""


class Unit(Enum):
    """`KRONOR`: whole ones. `SHARE`: hundredths of a percent. `HUNDREDTHS`: of one. `SHORT_DAY`: a day that is shown as the budget asks for it, ååmmdd.
    `PROSE`: a long text in light markup (markup.py). `TICK`: an answer with a box of its own, ticked when something is chosen there."""

    TEXT = auto()
    KRONOR = auto()
    SHARE = auto()
    HUNDREDTHS = auto()
    COUNT = auto()
    MONTHS = auto()
    DAY = auto()
    SHORT_DAY = auto()
    EMAIL = auto()
    TICK = auto()
    PROSE = auto()

    __hash__ = object.__hash__
    """There is one of each, and all sorts of tables are looked up by them: the way of `Enum` takes four times as long."""


def words(value: Value, unit: Unit, amounts: AmountFormat = KR) -> str:
    """The value as it is read. `amounts`: how kronor are shown where it stands. Nothing for None, a `str` as it is."""
    if unit is Unit.TICK:
        return "☑" if value else "☐"
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, date):
        return f"{value:%y%m%d}" if unit is Unit.SHORT_DAY else format_date(value)
    if unit is Unit.KRONOR:
        return amounts.show(value)
    if unit is Unit.MONTHS:
        return f"{value}{NBSP}{'månad' if value == 1 else 'månader'}"
    if unit is Unit.HUNDREDTHS:
        return format_hundredths(value)
    return format_percent(value) if unit is Unit.SHARE else str(value).replace("-", MINUS)
