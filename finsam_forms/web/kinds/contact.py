"""The button that puts a party's contact person in its block to sign."""

from __future__ import annotations

from flask import request, url_for
from flask.typing import ResponseReturnValue

from ...core.kinds.signature import Signatures
from ...core.party import Party, party_at
from ...forms.edit import Unreadable
from ...live.desk import Sheet
from ..change import answer, change
from ..posted import save_page_too
from .signature import as_contact


def signs(draft_id: int) -> ResponseReturnValue:
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
