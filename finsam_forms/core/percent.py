"""Shares as hundredths of a percent: 37,5 % is 3 750."""

from __future__ import annotations

import re

from .hundredths import format_hundredths
from .reading import Problem, Reading, shortened, squeezed

NBSP = "\u00a0"
SHAPE = re.compile(r"([-−–]?) ?([0-9]{1,6})(?:[.,]([0-9]{1,2})0*)? ?(?:%|procent)?", re.I)


def read_percent(text: str) -> Reading[int]:
    """«75», «75 %», «37,5» → 7500, 7500, 3750. The range is a matter for the checks (G11)."""
    words = squeezed(text)
    if not words:
        return Reading()
    found = SHAPE.fullmatch(words)
    if not found:
        return Reading(
            problem=Problem(
                f"”{shortened(words)}” är ingen procentsats. Skriv till exempel 75 eller 37,5, med högst två decimaler."
            )
        )
    sign, whole, rest = found.groups()
    value = int(whole) * 100 + int((rest or "").ljust(2, "0"))
    return Reading(-value if sign else value)


def format_percent(value: int) -> str:
    """3750 → «37,5 %», with a non-breaking space."""
    return f"{format_hundredths(value)}{NBSP}%"
