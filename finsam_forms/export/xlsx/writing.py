"""A planned sheet, written with XlsxWriter."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from math import ceil
from typing import Any

from ...core.unit import Unit
from .. import elements as e
from ..words import COUNTED
from .plan import Homes, Sheet, Spot, column_key, row_key
from .said import Known, Said, said
from .styles import LOOKS, Styles, number_format

LONGEST = 32_767
"""Characters of a cell."""
CUT = "Texten är längre än en cell rymmer och är avkortad här. Den står hel i Word- och PDF-filen."
NO_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
MAY = {"format_columns": True, "format_rows": True, "insert_rows": True, "format_cells": True}
"""What may be done to a protected sheet besides filling in."""
A4 = 9
FURNITURE = {"scale_with_doc": False}
LINE, HIGHEST, WIDE = 15, 400, 1.12
"""Points of a line and of the highest row, and how wide a letter is at most, in those that a column is measured by."""
AMOUNT_RULE = "Skriv beloppet med siffror, utan ”kr”."
RULES: dict[Unit, dict[str, Any]] = {
    Unit.KRONOR: {"validate": "decimal", "minimum": -(10**12), "maximum": 10**12, "error_message": AMOUNT_RULE},
    Unit.SHARE: {
        "validate": "decimal",
        "minimum": 0,
        "maximum": 10,
        "error_message": "Skriv andelen i procent, till exempel 75 %.",
    },
    Unit.COUNT: {
        "validate": "integer",
        "minimum": 0,
        "maximum": 10**12,
        "error_message": "Skriv ett helt antal med siffror.",
    },
    **dict.fromkeys(
        (Unit.DAY, Unit.SHORT_DAY),
        {
            "validate": "date",
            "minimum": date(1900, 1, 2),
            "maximum": date(2199, 12, 31),
            "error_message": "Skriv dagen som år-månad-dag, till exempel 2027-04-01.",
        },
    ),
}
"""What a spreadsheet asks of what is typed; text that stands there already is left alone."""


def write_sheet(worksheet: Any, sheet: Sheet, homes: Homes, styles: Styles, marks: e.Marks) -> None:
    kept = marks.state == "last"
    places = shares(sheet)
    to_fill: list[Spot] = []
    for spot, one in sheet.cells.items():
        told = said(one, sheet, spot, homes)
        fill = told.to_fill and not kept
        form = number_format(one.cell.unit, one.amounts, places.get(spot[1], 0), bool(one.cell.unread))
        unread = bool(one.cell.unread) and (one.cell.unit in COUNTED or isinstance(told.value, str))
        style = styles.of(one.look, number=form, fill=fill, unread=unread)
        if spot in sheet.merged:
            worksheet.merge_range(*spot, spot[0], sheet.merged[spot], "", style)
        put(worksheet, spot, told, style)
        if unread:
            worksheet.write_comment(*spot, comment(one.cell), {"author": "", "x_scale": 1.6, "y_scale": 0.7})
        if fill:
            to_fill.append(spot)
    validate(worksheet, sheet, to_fill)
    write_keys(worksheet, sheet)
    widths(worksheet, sheet)
    page(worksheet, sheet, marks)
    worksheet.protect("", MAY)


def write_keys(worksheet: Any, sheet: Sheet) -> None:
    """In the hidden row and column."""
    worksheet.write_string(0, 0, sheet.key)
    for row in sheet.used_rows:
        worksheet.write_string(row, 0, row_key(row))
    for col in {col for _, col in sheet.cells}:
        worksheet.write_string(0, col, column_key(col))


def put(worksheet: Any, spot: Spot, told: Said, style: Any) -> None:
    """What is typed is a number, a day or text, and never a formula or a link, whatever it begins with."""
    value = plain(told.value)
    if told.formula:
        stored = serial(value) if isinstance(value, date) else value
        worksheet.write_formula(*spot, f"={told.formula}", style, "" if stored is None else stored)
    elif value is None or value == "":
        worksheet.write_blank(*spot, None, style)
    elif isinstance(value, str):
        worksheet.write_string(*spot, value[:LONGEST], style)
        if len(value) > LONGEST:
            worksheet.write_comment(*spot, CUT, {"author": ""})
    elif isinstance(value, date):
        worksheet.write_datetime(*spot, value, style)
    else:
        worksheet.write_number(*spot, value, style)


def serial(day: date) -> int:
    """A day as a spreadsheet counts it; Excel thinks that 1900 was a leap year."""
    days = (day - date(1899, 12, 30)).days
    return days if days > 60 else days - 1


def plain(value: Known) -> Known:
    """Without the signs that a file of XML can't hold."""
    return NO_XML.sub("\ufffd", value) if isinstance(value, str) else value


def comment(cell: e.Cell) -> str:
    if cell.key:
        many = "Ett värde" if cell.unread == 1 else f"{cell.unread} värden"
        return f"{many} går inte att läsa och är inte med i summan."
    return "Går inte att läsa och räknas inte. Det står som det skrevs: skriv om det."


def validate(worksheet: Any, sheet: Sheet, to_fill: list[Spot]) -> None:
    """What may be typed: each rule once, for all the cells of the sheet that it is for."""
    found: dict[tuple[str, ...] | Unit, list[Spot]] = {}
    for spot in to_fill:
        one = sheet.cells[spot]
        if one.offers or one.cell.unit in RULES:
            found.setdefault(one.offers or one.cell.unit, []).append(spot)
    for what, spots in found.items():
        first, *others = runs(spots)
        worksheet.data_validation(*first, {**rule(what), "other_cells": others})


def rule(what: tuple[str, ...] | Unit) -> dict[str, Any]:
    """`what`: the answers to choose between, or the unit."""
    if isinstance(what, tuple):
        return {"validate": "list", "source": list(what), "error_type": "warning"}
    return {"criteria": "between", "error_title": "Går inte att räkna", "ignore_blank": True, **RULES[what]}


def runs(spots: Iterable[Spot]) -> list[list[int]]:
    """Cells one under the other as ranges: first row and column, last row and column."""
    found: list[list[int]] = []
    for col, row in sorted((col, row) for row, col in spots):
        if found and found[-1][2:] == [row - 1, col]:
            found[-1][2] = row
        else:
            found.append([row, col, row, col])
    return found


def shares(sheet: Sheet) -> dict[int, int]:
    """Column → how many decimals its shares are shown with: as many as any of them needs."""
    found: dict[int, int] = {}
    for (_, col), one in sheet.cells.items():
        if one.cell.unit is Unit.SHARE and isinstance(one.cell.value, int):
            needs = 0 if one.cell.value % 100 == 0 else 1 if one.cell.value % 10 == 0 else 2
            found[col] = max(found.get(col, 0), needs)
    return found


def widths(worksheet: Any, sheet: Sheet) -> None:
    worksheet.set_column(0, 0, None, None, {"hidden": True})
    worksheet.set_row(0, None, None, {"hidden": True})
    for col, width in sheet.widths.items():
        worksheet.set_column(col, col, width)
    for row, height in {**wrapped(sheet), **sheet.heights}.items():
        worksheet.set_row(row, height)
    last = sheet.last
    worksheet.ignore_errors({"number_stored_as_text": f"A1:{column(last[1])}{last[0] + 1}"})


def wrapped(sheet: Sheet) -> dict[int, float]:
    """The heights of rows whose words need more than a line: not every program works them out when it opens a file."""
    found: dict[int, float] = {}
    for (row, col), one in sheet.cells.items():
        width = sheet.widths.get(col)
        value = one.cell.value
        if width and isinstance(value, str) and (row, col) not in sheet.merged and "text_wrap" in LOOKS[one.look]:
            said = len(value) + sum(len(str(part.value or "")) + 2 for part in one.cell.also)
            lines = sum(ceil(max(1, len(line)) * WIDE / width) for line in (value.split("\n") or [""]))
            bold = 1.15 if "bold" in LOOKS[one.look] else 1
            lines = max(lines, ceil(said * WIDE * bold / width))
            if lines > 1:
                found[row] = max(found.get(row, 0), min(lines * LINE, HIGHEST))
    return found


def column(col: int) -> str:
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(col))


def page(worksheet: Any, sheet: Sheet, marks: e.Marks) -> None:
    """Landscape, as wide as a page, with its heads on every page, and what it is at the foot."""
    worksheet.set_landscape()
    worksheet.set_paper(A4)
    worksheet.fit_to_pages(1, 0)
    worksheet.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.7)
    worksheet.repeat_rows(*sheet.heads)
    if sheet.frozen != (0, 0):
        worksheet.freeze_panes(*sheet.frozen)
    worksheet.hide_gridlines(2)
    state = {"last": f"Version {marks.version}  {marks.fingerprint}", "blankett": "Tom blankett"}
    worksheet.set_header(f"&L{furniture(marks.name or marks.form)}&R{furniture(marks.form)}", FURNITURE)
    stamp = state[marks.state] if marks.state in state else f"Utkast {marks.printed_at}".rstrip()
    worksheet.set_footer(f"&L{furniture(stamp)}&RSida &P av &N", FURNITURE)


def furniture(words: str) -> str:
    """Words at the head and foot of a page, at most 255 characters together."""
    return str(plain(words)).replace("\n", " ")[:100].replace("&", "&&")
