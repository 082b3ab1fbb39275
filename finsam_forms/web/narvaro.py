"""Who is here: browsers say that they are, and everybody sees it. What they are told is drawn by static/js/presence.js."""

from __future__ import annotations

import re

from flask import Blueprint, jsonify, request
from flask.typing import ResponseReturnValue

from ..forms.edit import PATH
from ..live.desk import Sheet
from ..live.presence import Here
from .context import current_person, desk, known_person, running

bp = Blueprint("narvaro", __name__, url_prefix="/utkast/<int:draft_id>")

TAB = r"^[a-f0-9]{8,64}$"
LONGEST_PATH = 200


@bp.get("/har")
def who(draft_id: int) -> ResponseReturnValue:
    """The roster, for somebody who has not said their name; empty when `sett` is the latest."""
    desk().sheet(draft_id)
    return roster(draft_id, request.args.get("sett", ""))


@bp.post("/har")
def here(draft_id: int) -> ResponseReturnValue:
    """A sign of life: which section, and which value is being written. Answered with the roster when `sett` shows that it is missed."""
    tab, section, path = (request.form.get(key, "") for key in ("flik", "avsnitt", "falt"))
    if re.match(TAB, tab):
        known = path if len(path) <= LONGEST_PATH and re.match(PATH, path) else ""
        mall = desk().sheet(draft_id).mall
        where = section if section == "granska" or mall.section(section) else ""
        running().presence.seen(draft_id, tab, current_person(), where, known)
    return roster(draft_id, request.form.get("sett", ""))


@bp.post("/borta")
def gone(draft_id: int) -> ResponseReturnValue:
    """The tab is being closed."""
    running().presence.left(draft_id, request.form.get("flik", ""))
    return "", 204


def others_writing(draft_id: int) -> list[Here]:
    """Those who have the caret in a field of the draft, but for whoever asks; each once."""
    me = known_person()
    found = {here.person: here for here in running().presence.here(draft_id) if here.path and here.person != me}
    return list(found.values())


def where_written(sheet: Sheet, here: Here) -> str:
    """«Bertil Berg (Region Uppsala) i 3 Syfte»."""
    section = sheet.mall.section_of(here.path)
    place = f" i {section.number} {section.short}" if section else ""
    return f"{here.person.name} ({here.person.organisation}){place}"


def roster(draft_id: int, known: str) -> ResponseReturnValue:
    found = running().presence.roster(draft_id, known)
    return jsonify({"here": found}) if found else ("", 204)
