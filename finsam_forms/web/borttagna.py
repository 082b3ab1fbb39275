"""Rows of a section that were removed and hold something: what stood in them, so that they can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..core import position
from ..core.document import PLACE, Document
from ..core.mall import Section
from ..core.references import References
from ..live.desk import Sheet
from .figures import held_words
from .prose import as_seen

SHOWN = 120
MOST = 200
"""Rows: more of them than a list is looked through for."""


@dataclass(frozen=True, slots=True)
class RemovedRow:
    path: str
    row: str
    words: str
    held: str
    """What a party has in the budget, in words, and doesn't count while it is gone; empty for nothing."""


def removed_rows(sheet: Sheet, section: Section) -> list[RemovedRow]:
    """The latest MOST of them that hold something, in the order they were first made."""
    fields = {field.id for field in section.fields}
    gone = [
        place.removesuffix("/" + PLACE)
        for place in sheet.versions
        if place.endswith("/" + PLACE) and place.partition("/")[0] in fields and not sheet.document.text(place)
    ]
    if not gone:
        return []
    restored = sheet.document.replace({f"{row}/{PLACE}": position.first() for row in gone})
    texts = texts_of(restored, section, gone)
    return [
        RemovedRow(parent, row, " · ".join(texts[path])[:SHOWN], held_by(restored, parent, row))
        for path in [path for path in gone if texts[path]][-MOST:]
        for parent, _, row in [path.rpartition("/")]
    ]


def held_by(document: Document, path: str, row: str) -> str:
    """What counts for a row that may be a party's."""
    field = document.mall.field(path)
    return held_words(document, row) if field and field.names_parties else ""


def texts_of(document: Document, section: Section, rows: list[str]) -> dict[str, list[str]]:
    """What stands in each of these rows as people see it, in the form's order."""
    references = References(document)
    found: dict[str, list[str]] = {row: [] for row in rows}
    for field in section.fields:
        for leaf in field.answer(document).leaves():
            if text := leaf.text():
                for row in rows_above(leaf.path):
                    if row in found:
                        found[row].append(as_seen(document, leaf.path, text, references))
    return found


def rows_above(path: str) -> Iterator[str]:
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path
