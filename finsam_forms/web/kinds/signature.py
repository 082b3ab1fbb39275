"""The blocks to sign on the page. The day is written by hand on the sheet: shown only where a draft has one already."""

from __future__ import annotations

from typing import NamedTuple, cast

from ...core.kinds.date import SignedOn
from ...core.kinds.signature import BLOCK, Signatures
from ...core.party import Party
from ...live.desk import Sheet
from .shown import Shown


class Block(NamedTuple):
    party: Party
    path: str
    parts: tuple[Shown, ...]
    may_copy: bool
    """The party has a contact person, who is not the one that stands here."""


def blocks(at: Shown, sheet: Sheet) -> tuple[Block, ...]:
    return tuple(block(at, party) for party in cast(Signatures, at.field).signers(at))


def block(at: Shown, party: Party) -> Block:
    path = f"{at.path}/{party.id}"
    other = any(at.document.text(place) != text for place, text in as_contact(path, party).items())
    return Block(party, path, tuple(parts_of(at, party)), bool(party.contact) and other)


def as_contact(path: str, party: Party) -> dict[str, str]:
    """The block at a path with the party's contact person in it."""
    return {f"{path}/namn": party.contact, f"{path}/epost": party.email}


def parts_of(at: Shown, party: Party) -> list[Shown]:
    parts = [at.part(part, party.id, part.id) for part in BLOCK]
    return [part for part in parts if part.text() or not isinstance(part.field, SignedOn)]
