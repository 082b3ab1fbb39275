"""How cells look: colours, borders and number formats, each made once for a workbook."""

from __future__ import annotations

from functools import cache
from typing import Any

from ...core.kronor import AmountFormat
from ...core.unit import Unit

SWEDISH = "[$-41D]"
"""Grouped and marked as in Sweden, whatever the computer's own language is."""
INK, LINE, FILL, BAND, UNREAD = "#1F2A37", "#B8C2CC", "#FFF6D6", "#E8EEF2", "#F9D9D4"
DAYS = {Unit.DAY: "yyyy-mm-dd", Unit.SHORT_DAY: "yymmdd"}
LOOKS: dict[str, dict[str, Any]] = {
    "words": {},
    "title": {"bold": True, "font_size": 15},
    "section": {"bold": True, "font_size": 12, "font_color": INK},
    "note": {"font_color": "#5B6875"},
    "how": {"font_color": "#5B6875", "text_wrap": True},
    "label": {"text_wrap": True},
    "answer": {"text_wrap": True, "align": "left"},
    "head": {"bold": True, "text_wrap": True, "bottom": 2, "bottom_color": INK, "valign": "bottom"},
    "head right": {
        "bold": True,
        "text_wrap": True,
        "bottom": 2,
        "bottom_color": INK,
        "align": "right",
        "valign": "bottom",
    },
    "head over": {"align": "center", "font_color": "#5B6875", "bottom": 1, "bottom_color": LINE},
    "group": {"bold": True, "bg_color": BAND},
    "mark": {"align": "right", "font_color": "#5B6875", "bottom": 1, "bottom_color": LINE},
    "row": {"text_wrap": True, "bottom": 1, "bottom_color": LINE},
    "sum": {"bold": True, "top": 1, "top_color": INK},
    "total": {"bold": True, "top": 1, "bottom": 6, "top_color": INK, "bottom_color": INK},
}


@cache
def number_format(unit: Unit, amounts: AmountFormat, places: int, starred: bool) -> str:
    """As the document shows it. `places`: decimals of a share. `starred`: it lacks amounts that can't be read."""
    star = '"*"' if starred else ""
    if unit is Unit.KRONOR:
        decimals = f".{'0' * amounts.places}" if amounts.unit == "tkr" and amounts.places else ""
        return f"{SWEDISH}#,##0{decimals}{star}"
    if unit is Unit.SHARE:
        return f"{SWEDISH}0{f'.{chr(48) * places}' if places else ''}\\ %{star}"
    if unit is Unit.HUNDREDTHS:
        return f"{SWEDISH}0.0#{star}"
    if unit is Unit.MONTHS:
        return '[=1]0" månad";0" månader"'
    if unit is Unit.COUNT:
        return f"0{star}"
    return f"{SWEDISH}{DAYS[unit]}" if unit in DAYS else "@"


class Styles:
    """The formats of a workbook."""

    def __init__(self, workbook: Any):
        self.workbook = workbook
        self.made: dict[tuple[object, ...], Any] = {}

    def of(self, look: str, *, number: str = "", fill: bool = False, unread: bool = False) -> Any:
        """`number`: a number format. `fill`: a cell to fill in."""
        key = look, number, fill, unread
        if key not in self.made:
            says: dict[str, Any] = {"valign": "top", "font_name": "Calibri", "font_size": 11, **LOOKS[look]}
            if number:
                says["num_format"] = number
            if fill:
                says |= {"locked": False, "bg_color": FILL, "border": 1, "border_color": LINE}
            if unread:
                says |= {"bg_color": UNREAD, "italic": True}
            self.made[key] = self.workbook.add_format(says)
        return self.made[key]
