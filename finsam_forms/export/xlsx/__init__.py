"""A document as an Excel workbook: its tables to fill in and count with, made of the printed elements alone."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from ...core.document import Document
from .. import elements as e
from ..kinds import SCREEN
from ..origin import Origin
from ..printout import printout
from ..stamp import Stamp
from .anchors import HIDDEN, hidden_lines
from .book import Book
from .plan import Homes
from .styles import Styles
from .writing import furniture, write_sheet

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


class AsWritten(Worksheet):  # type: ignore[misc]
    """A sheet whose formulas are written as they are: XlsxWriter looks each through for thirty functions that Excel 2007 lacked, which
    takes longer than all else about it, and ours have none of them."""

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        return formula.removeprefix("=")


def xlsx(document: Document, stamp: Stamp, draft: str = "") -> bytes:
    """The workbook of a whole document, without its long texts and its sheets to sign. `draft`: its number."""
    return workbook(printout(document, stamp, SCREEN, fillable=True, texts=False), Origin.of(document, draft))


def workbook(printed: e.Printout, origin: Origin) -> bytes:
    sheets = Book(printed).sheets()
    homes = Homes(sheets)
    out = BytesIO()
    with Workbook(out, OPTIONS) as made:
        properties(made, printed.marks, origin)
        styles = Styles(made)
        for sheet in sheets:
            write_sheet(made.add_worksheet(sheet.name, AsWritten), sheet, homes, styles, printed.marks)
        hidden = made.add_worksheet(HIDDEN)
        for row, line in enumerate(hidden_lines(origin, sheets, homes)):
            hidden.write_string(row, 0, line)
        hidden.very_hidden()
    return out.getvalue()


def properties(made: Any, marks: e.Marks, origin: Origin) -> None:
    made.set_properties({"title": furniture(marks.name or marks.form), "subject": marks.form, "company": marks.forbund})
    facts = {"mall": origin.form, "utkast": origin.draft, "fingeravtryck": origin.fingerprint}
    for name, text in facts.items():
        made.set_custom_property(f"finsam_{name}", text, "text")
