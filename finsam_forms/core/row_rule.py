"""May this row come? One rule, whether a row is added, taken back, brought by an undo, or has its place saved as any value."""

from __future__ import annotations

from collections.abc import Mapping

from .document import PLACE, Document
from .kinds.kind import Room, answer_at
from .position import good_place
from .row_id import good_row_id

ODD = "Raden går inte att lägga till eller flytta så. Ladda om sidan och försök igen."


def room_at(document: Document, path: str) -> Room | None:
    """The rows that can stand at a path; None where there can be none."""
    found = answer_at(document, path)
    return found[0].field.rows_at(found[1]) if found else None


def fault_of_rows(document: Document, changes: Mapping[str, str]) -> str:
    """Why changes, made as one, can't bring or place the rows that they do, in a sentence; empty when they may."""
    placed = {path: place for path, place in changes.items() if path.endswith("/" + PLACE)}
    if not any(placed.values()):
        return ""
    after = document.replace(placed)
    faults = (fault_of_row(document, after, path) for path, place in placed.items() if place)
    return next((fault for fault in faults if fault), "")


def fault_of_row(before: Document, after: Document, path: str) -> str:
    """`path`: where a row's place is written."""
    base, row, _ = path.rsplit("/", 2)
    room = room_at(before, base)
    if room is None or not good_place(after.text(path)):
        return ODD
    if before.text(path):
        return ""
    if not good_row_id(row):
        return ODD
    if room.max_rows and len(after.rows(base)) > room.max_rows:
        return f"Formuläret rymmer högst {room.max_rows} här."
    return ODD if is_another_party(after, base, row) else ""


def is_another_party(document: Document, base: str, row: str) -> bool:
    """A party is known by its row id in the whole document: budget and signatures say no more."""
    lists = [field.id for field in document.mall.fields() if field.names_parties]
    return base in lists and any(row in document.rows(other) for other in lists if other != base)
