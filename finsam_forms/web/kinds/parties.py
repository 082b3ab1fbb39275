"""The parties on the page: what each row is called, and what it has in the budget, said where it can be removed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from ...core.kinds.parties import Parties
from ...live.desk import Sheet
from ..figures import held_words
from .shown import Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRow:
    id: str
    number: int
    name: str
    heading: str
    """Its name, when that says more than its number."""
    held: str
    """Its money in words; empty when it has none."""


def party_rows(at: Shown, sheet: Sheet) -> tuple[PartyRow, ...]:
    return tuple(party_row(at, number, row) for number, row in enumerate(at.rows(), 1))


def party_row(at: Shown, number: int, row: str) -> PartyRow:
    field = cast(Parties, at.field)
    label = field.row_label(number)
    heading = "" if label.isdigit() else label
    return PartyRow(
        id=row,
        number=number,
        name=field.row_role(number),
        heading=heading,
        held=held_words(at.document, row),
    )
