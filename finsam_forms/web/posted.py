"""A plain post (no JavaScript) from the page of a section: it brings the whole page along, whichever of its buttons sent it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from flask import request

from ..core.dates import read_date
from ..core.edit import Edit, Person
from ..core.kinds.own import NOTES
from ..core.mall import Mall
from ..core.reading import one_line
from ..core.row_id import new_row_id
from ..forms.edit import PATH, Unreadable, clean
from ..forms.section import posted_values
from ..forms.whole import whole
from ..live.desk import Sheet
from ..store import Clash
from . import change
from .context import current_person, desk, running
from .trouble import Clashes
from .typed import same

LONGEST_NOTE, LONGEST_OWNER, LONGEST_DAY, LONGEST_QUOTE = 500, 160, 40, 200
"""Characters."""


def owner_typed(name: str) -> str:
    """Who does it, as it was written."""
    return clean(one_line(request.form.get(name, "")))[:LONGEST_OWNER]


def day_typed(name: str) -> str:
    """A day in ISO, or what was written when it is none."""
    typed = clean(one_line(request.form.get(name, "")))[:LONGEST_DAY]
    day = read_date(typed).value
    return day.isoformat() if day else typed


def passage(mall: Mall) -> dict[str, str]:
    """The words of a text that a note is tied to: `falt`, `citat`. Nothing when the form has no such text."""
    path, quote = request.form.get("anteckning_falt", ""), one_line(request.form.get("anteckning_citat", ""))
    if not quote or not re.match(PATH, path) or path.startswith("_") or mall.leaf_at(path) is None:
        return {}
    return {"falt": path, "citat": clean(quote)[:LONGEST_QUOTE]}


def save_note(draft_id: int) -> change.Message:
    """What was written as a new note: `avsnitt`, `anteckning`, who and when, the passage it is about; from the scripts `op`.

    Raises Unreadable.
    """
    who = current_person()
    section, text = request.form.get("avsnitt", ""), " ".join(request.form.get("anteckning", "").split())[:LONGEST_NOTE]
    mall = desk().sheet(draft_id).mall
    if mall.section(section) is None:
        raise Unreadable("Avsnittet finns inte.")
    op = change.op_asked_for()
    base = f"{NOTES}{section}/{new_row_id(op)}"
    parts = {"text": clean(text), "av": signature(who), "vem": owner_typed("anteckning_vem")}
    parts |= {"nar": day_typed("anteckning_nar"), **passage(mall)}
    values = {f"{base}/{name}": said for name, said in parts.items() if said} if text else {}
    return change.change(draft_id, values, op)


def signature(who: Person) -> str:
    """Who wrote a note, or ticked it off: always the one who asks."""
    return who.said


def save_page_too(draft_id: int) -> bool:
    """Before a button does its work: save what the page that it stands on had in its fields. False when no page came along.

    Raises as `save_page`.
    """
    came_along = "after" in request.form
    if came_along:
        save_page(draft_id, request.form.get("section", ""))
    return came_along


def save_page(draft_id: int, section_id: str) -> None:
    """Save what the page of a section had in its fields and had been changed, value by value, and a note that was begun.

    Raises Clashes, Unreadable, Locked, NotFound, TooLarge.
    """
    sheet, after = desk().sheet(draft_id), whole(request.form.get("after", ""))
    section = sheet.mall.section(section_id)
    if section is None or after is None:
        raise Unreadable("Sidan som skickades gick inte att läsa, så ingenting är sparat.")
    if request.form.get("anteckning"):
        save_note(draft_id)
    store = running().store
    seen, versions = store.log.values_at(draft_id, after), store.log.versions_at(draft_id, after)
    clashes = []
    for path, text in posted_values(sheet.mall, section, request.form).items():
        if text != seen.get(path, ""):
            text = meant(sheet, path, text, seen)
        if not same(sheet, path, text, seen.get(path, "")):
            try:
                change.save(draft_id, [Edit(path, text, versions.get(path, 0), change.new_op())])
            except Clash as clash:
                clashes.append(clash)
    if clashes:
        raise Clashes(draft_id, section_id, clashes)


def meant(sheet: Sheet, path: str, typed: str, seen: Mapping[str, str]) -> str:
    """What is typed, as the page that showed `seen` says that it is read."""
    first, *rest = path.split("/")
    field = sheet.mall.field(first)
    return field.meant(tuple(rest), typed, seen) if field else typed
