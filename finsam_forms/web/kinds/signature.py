"""The blocks to sign on the page. The day is written by hand on the sheet: shown only where a draft has one already."""

from __future__ import annotations

from typing import NamedTuple, cast

from ...core.kinds.signature import BLOCK, Signatures, SignedOn
from ...core.party import Party
from ...live.desk import Sheet
from .shown import Shown


class Block(NamedTuple):
    party: Party
    parts: tuple[Shown, ...]


def blocks(at: Shown, sheet: Sheet) -> tuple[Block, ...]:
    return tuple(Block(party, tuple(parts_of(at, party))) for party in cast(Signatures, at.field).signers(at))


def parts_of(at: Shown, party: Party) -> list[Shown]:
    parts = [at.part(part, party.id, part.id) for part in BLOCK]
    return [part for part in parts if part.text() or not isinstance(part.field, SignedOn)]
