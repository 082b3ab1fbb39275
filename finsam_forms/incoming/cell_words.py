"""What stands in a cell of a spreadsheet, as a person would have typed it, and whether it says what was stored."""

from __future__ import annotations

import math
import re
from datetime import date, timedelta
from typing import Any

from ..core.dates import format_date, read_date
from ..core.kronor import in_unit, read_kronor
from ..core.percent import read_percent
from ..core.reading import squeezed
from ..core.unit import Unit
from .grid import Value

DAYS = (Unit.DAY, Unit.SHORT_DAY)
EPOCH = date(1899, 12, 30)
"""The day before day 1 of a spreadsheet, as it counts the days since March 1900."""
SERIALS = range(25_569, 110_000)
"""1970–2200, as a spreadsheet counts days; six digits or eight are a day as it is written: 210401."""
MOST_PARTS = 2
"""A share above this many wholes is a number of per cent that somebody typed: 75 is 75 %, not 7 500 %."""
LONGEST = 32_767
"""Characters of a cell; a longer text is cut there."""
NO_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
TOO_LARGE = 10**15
"""Numbers above it are no longer exact, and no amount of a budget."""


def typed(value: Value, unit: Unit, scale: int = 1) -> str:
    """The text that a person would have typed. `scale`: kronor in what the numbers of the sheet count."""
    if value is None:
        return ""
    if isinstance(value, str):
        return in_unit(value.strip(), "tkr" if scale == 1_000 else "kr") if unit is Unit.KRONOR else value
    if isinstance(value, date):
        return day_words(value) if unit in DAYS or unit is Unit.TEXT else format_date(value)
    if isinstance(value, float) and (not math.isfinite(value) or abs(value) > TOO_LARGE):
        return str(value)
    if unit is Unit.KRONOR:
        return decimal(round(value * scale, 2))
    if unit is Unit.SHARE:
        return decimal(round(value * 100, 2) if abs(value) <= MOST_PARTS else value)
    if unit in DAYS:
        whole = int(value)
        return format_date(EPOCH + timedelta(days=whole)) if whole in SERIALS else str(whole)
    return decimal(value)


def day_words(day: date) -> str:
    """A day. One after 2199 is six digits that were typed in a cell made for days: 210401 is shown as a day of the year 2476."""
    return format_date(day) if day.year < 2200 else str((day - EPOCH).days)


def decimal(value: float) -> str:
    """A number as it is written here: a comma, and no decimals that say nothing."""
    if value == int(value):
        return str(int(value))
    return f"{value:.6f}".rstrip("0").replace(".", ",")


def says_the_same(value: Value, stored: str, unit: Unit, scale: int = 1) -> bool:
    """Does a cell still say what was stored when the file was made? «325 000» says 12*27083 as long as that is what it gives."""
    if value is None:
        return not squeezed(stored)
    told = typed(value, unit, scale)
    if clean(told) == clean(stored) or clean(str(value)) == clean(stored):
        return True
    meant = meaning(stored, unit)
    return meant is not None and meant == meaning(told, unit)


def meaning(text: str, unit: Unit) -> Any:
    """What a text counts as; None for words, and for what can't be read."""
    if unit is Unit.KRONOR:
        return read_kronor(text).value
    if unit is Unit.SHARE:
        return read_percent(text).value
    if unit in DAYS:
        return read_date(text).value
    if unit is Unit.COUNT:
        digits = squeezed(text).replace(" ", "")
        return int(digits) if digits.removeprefix("-").isdecimal() and len(digits) < 16 else None
    return None


def clean(text: str) -> str:
    """A text as a cell can hold it."""
    return NO_XML.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))[:LONGEST].strip()
