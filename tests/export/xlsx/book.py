"""A workbook as others read it, beside what it was made of."""

from __future__ import annotations

import io
from datetime import datetime

from openpyxl import load_workbook

from finsam_forms.core.document import Document
from finsam_forms.core.party import parties_of
from finsam_forms.core.unit import Unit
from finsam_forms.export.kinds import SCREEN
from finsam_forms.export.printout import printout
from finsam_forms.export.stamp import Stamp
from finsam_forms.export.xlsx import xlsx
from finsam_forms.export.xlsx.anchors import HIDDEN
from finsam_forms.export.xlsx.book import Book
from finsam_forms.export.xlsx.plan import Sheet
from tests.export.any_document import some_document

AT = Stamp("2026-11-23 14:00")
BLANK = Stamp("2026-11-23 14:00", "blankett")


def made(document: Document, stamp: Stamp = AT, draft: str = "7") -> bytes:
    return xlsx(document, stamp, draft)


def formulas(data: bytes):
    return load_workbook(io.BytesIO(data))


def values(data: bytes):
    return load_workbook(io.BytesIO(data), data_only=True)


def planned(document: Document, stamp: Stamp = AT) -> list[Sheet]:
    return Book(printout(document, stamp, SCREEN, fillable=True, texts=False)).sheets()


def cells(workbook):
    """(sheet, cell) of everything that is written where somebody sees it."""
    for sheet in workbook:
        if sheet.title != HIDDEN:
            for row in sheet.iter_rows(min_row=2, min_col=2):
                yield from ((sheet.title, cell) for cell in row if cell.value is not None)


def in_words(value) -> str:
    """The value of a cell, without what tells two ways to store the same apart."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}"
    return f"{value:.6f}" if isinstance(value, int | float) else str(value)


def counted(value: int, unit: Unit, tkr: bool) -> float:
    """A figure of the program as a sheet counts it."""
    return value / {Unit.SHARE: 10_000, Unit.KRONOR: 1_000 if tkr else 1}.get(unit, 1)


def by_chance(seeds: int):
    """(seed, document, stamp) of documents that nobody chose, of those whose parties all have ids of their own."""
    for seed in range(seeds):
        document, stamp = some_document(seed)
        parties = [party.id for party in parties_of(document)]
        if len({*parties}) == len(parties):
            yield seed, document, stamp
