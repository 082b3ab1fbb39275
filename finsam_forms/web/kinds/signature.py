"""The blocks to sign on the page. The day is written by hand on the sheet: shown only where a draft has one already."""

from __future__ import annotations

from typing import NamedTuple, cast

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue

from ...core.kinds.signature import BLOCK, Signatures, SignedOn
from ...core.party import Party, party_at
from ...forms.edit import Unreadable
from ...live.desk import Sheet
from ..change import Values, answer, change
from ..posted import save_page_too
from .shown import Shown

bp = Blueprint("underskrift", __name__, url_prefix="/utkast/<int:draft_id>/underskrift")


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


def as_contact(path: str, party: Party) -> Values:
    """The block at a path with the party's contact person in it."""
    return {f"{path}/namn": party.contact, f"{path}/epost": party.email}


@bp.post("/kontaktperson")
def contact(draft_id: int) -> ResponseReturnValue:
    """The contact person signs too: `kontakt` = the path of the block."""
    path = request.form.get("kontakt", "")
    save_page_too(draft_id)
    message = change(draft_id, lambda sheet: as_contact(path, signer(sheet, path)))
    return answer(message, url_for("avsnitt.start", draft_id=draft_id))


def signer(sheet: Sheet, path: str) -> Party:
    """Raises Unreadable when nobody is to sign there."""
    first, _, row = path.partition("/")
    field, party = sheet.mall.field(first), party_at(sheet.document, row)
    if party is None or not isinstance(field, Signatures) or field.owners != party.owner:
        raise Unreadable("Parten finns inte längre. Ladda om sidan.")
    return party


def parts_of(at: Shown, party: Party) -> list[Shown]:
    parts = [at.part(part, party.id, part.id) for part in BLOCK]
    return [part for part in parts if part.text() or not isinstance(part.field, SignedOn)]
