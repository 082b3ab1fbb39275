"""Rows of a section that were removed and hold something: what stood in them, so that they can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..core import position
from ..core.document import PLACE, Document
from ..core.mall import Section
from ..live.desk import Sheet
from .figures import held_words

SHOWN = 120


@dataclass(frozen=True, slots=True)
class RemovedRow:
    path: str
    row: str
    words: str
    held: str
    """What a party has in the budget, in words, and doesn't count while it is gone; empty for nothing."""


def removed_rows(sheet: Sheet, section: Section) -> Iterator[RemovedRow]:
    fields = {field.id for field in section.fields}
    for place in sheet.versions:
        if place.endswith("/" + PLACE) and place.partition("/")[0] in fields and not sheet.document.text(place):
            base = place.removesuffix("/" + PLACE)
            path, _, row = base.rpartition("/")
            restored = sheet.document.replace({place: position.first()})
            words = " · ".join(texts_of(restored, path, row))
            if words:
                yield RemovedRow(path, row, words[:SHOWN], held_by(restored, path, row))


def held_by(document: Document, path: str, row: str) -> str:
    """What counts for a row that may be a party's."""
    field = document.mall.field(path)
    return held_words(document, row) if field and field.names_parties else ""


def texts_of(document: Document, path: str, row: str) -> Iterator[str]:
    """What stands in a row, in the form's order."""
    field = document.mall.field(path.partition("/")[0])
    for leaf in field.answer(document).leaves() if field else ():
        if leaf.path.startswith(f"{path}/{row}/") and leaf.text():
            yield leaf.field.show(leaf.text())
