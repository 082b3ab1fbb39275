"""What stands under a table on its sheet: a total over the whole width, who pays what, and notes."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from ...core.unit import Unit
from .. import elements as e
from . import formulas as f
from .plan import Placed, Sheet, Use

LINE_HEIGHT = 15
"""Points."""
PAY_HEADING = "Vem betalar vad"


def place_below(sheet: Sheet, things: Iterable[e.Band | e.Note | e.PayChart]) -> None:
    last = max(sheet.widths, default=1)
    first = min(col for col in sheet.widths if sheet.widths[col] > 5)
    row = sheet.last[0] + 2
    for thing in things:
        match thing:
            case e.Band():
                place_band(sheet, row, thing, last)
                row += 2
            case e.PayChart():
                row = place_pay(sheet, row, thing, first) + 1
            case e.Note():
                place_note(sheet, row, thing.text, last)
                row += 1


def place_band(sheet: Sheet, row: int, band: e.Band, last: int) -> None:
    for col in range(1, last + 1):
        sheet.cells[row, col] = Placed(cell=e.Cell(), look="total")
    sheet.cells[row, 1] = Placed(cell=e.own(band.label), look="total")
    sheet.cells[row, last] = Placed(cell=band.cell, use=Use.FIGURE, look="total", amounts=band.amounts)


def place_note(sheet: Sheet, row: int, words: str, last: int) -> None:
    sheet.cells[row, 1] = Placed(cell=e.own(words), look="how")
    if last > 1:
        sheet.merged[row, 1] = last
    room = sum(sheet.widths.values())
    sheet.heights[row] = min(LINE_HEIGHT * ceil(len(words) * 1.1 / room), 400)


def place_pay(sheet: Sheet, row: int, chart: e.PayChart, first: int) -> int:
    """A row for each part: what it is, kronor, share. Gives the row after them."""
    sheet.cells[row, first] = Placed(cell=e.own(PAY_HEADING), look="section")
    top, end = row + 1, row + len(chart.parts)
    for n, part in enumerate(chart.parts):
        here = top + n
        kronor = e.Cell(part.kronor, Unit.KRONOR, key=part.keys[0] if len(part.keys) == 1 else "")
        share = e.Cell(part.share * 100, Unit.SHARE)
        formula = f.part_of_whole((here, first + 1), top, end)
        sheet.cells[here, first] = Placed(cell=part.label, look="row")
        sheet.cells[here, first + 1] = Placed(cell=kronor, use=Use.FIGURE, look="row", amounts=chart.amounts)
        sheet.cells[here, first + 2] = Placed(cell=share, use=Use.SUM, look="row", formula=formula)
    return end + 1
