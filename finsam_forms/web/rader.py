"""Rows: added, moved, removed and taken back. A row's place is a value of its own, so this is saving values."""

from __future__ import annotations

import re

from flask import request
from flask.typing import ResponseReturnValue

from ..core import position
from ..core.document import PLACE
from ..core.position import good_place
from ..core.row_id import good_row_id, new_row_id
from ..core.row_rule import room_at
from ..forms.edit import PATH, Unreadable
from ..live.desk import NoSuchPlace, Sheet
from .change import answer, change, op_asked_for
from .context import current_person, desk, running
from .narvaro import others_writing
from .places import path_url
from .posted import save_page_too
from .trouble import WrittenIn


def change_rows(draft_id: int) -> ResponseReturnValue:
    """`rad` = action:path:row (`ny`, `upp`, `ner`, `bort`, `tillbaka`). A plain post saves the page's values first."""
    current_person()
    action, path, row = read_action(request.form.get("rad", ""))
    op = op_asked_for()
    save_page_too(draft_id)
    if action == "bort" and not request.form.get("anda"):
        fault_of_removal(draft_id, f"{path}/{row}/")
    row = new_row_id(op) if action == "ny" else row
    message = change(draft_id, lambda sheet: changes_of(sheet, action, path, row), op)
    page = path_url(desk().sheet(draft_id), path)
    return answer({**message, "row": row}, f"{page}#{anchor(path)}")


def fault_of_removal(draft_id: int, row: str) -> None:
    """Raises WrittenIn when somebody else has the caret in a row."""
    inside = [here.person for here in others_writing(draft_id) if here.path.startswith(row)]
    if inside:
        raise WrittenIn(" och ".join(f"{one.name} ({one.organisation})" for one in inside))


def anchor(path: str) -> str:
    return f"r-{path.replace('/', '-')}"


def read_action(text: str) -> tuple[str, str, str]:
    """Raises Unreadable."""
    action, _, rest = text.partition(":")
    path, _, row = rest.partition(":")
    good_row = good_row_id(row) or (action == "ny" and not row)
    if action not in ("ny", "upp", "ner", "bort", "tillbaka") or not re.match(PATH, path) or not good_row:
        raise Unreadable("Det gick inte att förstå vad som skulle göras med raden. Ladda om sidan och försök igen.")
    return action, path, row


def changes_of(sheet: Sheet, action: str, path: str, row: str) -> dict[str, str]:
    """The row's place, and what the parts of a new row begin with. Raises NoSuchPlace, Unreadable."""
    room = room_at(sheet.document, path)
    if room is None:
        raise NoSuchPlace(path)
    place = {f"{path}/{row}/{PLACE}": place_after(sheet, action, path, row)}
    return place | (room.new(f"{path}/{row}") if action == "ny" else {})


def place_after(sheet: Sheet, action: str, path: str, row: str) -> str:
    """Where the row stands when it is done; empty when it is removed. Raises Unreadable."""
    if action != "ny" and not sheet.version(f"{path}/{row}/{PLACE}"):
        raise Unreadable("Raden finns inte. Ladda om sidan.")
    if action in ("upp", "ner") and row not in sheet.document.rows(path):
        raise Unreadable("Någon annan har tagit bort raden. Den går att ta tillbaka längst ner på sidan.")
    place = new_place(sheet, action, path, row)
    return former_place(sheet, path, row) or place if action == "tillbaka" else place


def former_place(sheet: Sheet, path: str, row: str) -> str:
    """Where a removed row stood; empty when another row has come there, or an older program wrote no place."""
    taken = {sheet.document.text(f"{path}/{other}/{PLACE}") for other in sheet.document.rows(path)}
    place = running().store.log.last_written(sheet.draft_id, f"{path}/{row}/{PLACE}")
    return place if place not in taken and good_place(place) else ""


def new_place(sheet: Sheet, action: str, path: str, row: str) -> str:
    """The row's new position key; empty when it is removed."""
    rows = [other for other in sheet.document.rows(path) if other != row]
    places = [sheet.document.text(f"{path}/{other}/{PLACE}") for other in rows]
    if action == "bort":
        return ""
    if action in ("ny", "tillbaka"):
        return position.between(places[-1] if places else None, None)
    now = sheet.document.rows(path).index(row)
    target = max(0, now - 1) if action == "upp" else min(len(rows), now + 1)
    before, after = (places[target - 1] if target else None), (places[target] if target < len(places) else None)
    return position.between(before, after)
