"""Who is here: browsers say that they are, and everybody sees it. What they are told is drawn by static/js/presence.js."""

from __future__ import annotations

import re
from typing import Any

from flask import jsonify, request
from flask.typing import ResponseReturnValue

from ..forms.edit import PATH
from ..forms.whole import whole
from ..live.desk import Sheet
from ..live.presence import Here
from ..live.projector import Place
from .context import current_person, desk, feed, known_person, running
from .invitation import invitation

TAB = r"^[a-f0-9]{8,64}$"
LONGEST_PATH = 200


def who(draft_id: int) -> ResponseReturnValue:
    """The roster, for somebody who has not said their name; empty when `sett` is the latest."""
    desk().sheet(draft_id)
    return roster(draft_id, request.args.get("sett", ""))


def here(draft_id: int) -> ResponseReturnValue:
    """A sign of life: which section, and which value is being written. Answered with the roster when `sett` shows that it is missed."""
    tab, section, path = (request.form.get(key, "") for key in ("flik", "avsnitt", "falt"))
    if re.match(TAB, tab):
        known = path if len(path) <= LONGEST_PATH and re.match(PATH, path) else ""
        mall = desk().sheet(draft_id).mall
        where = section if section == "granska" or mall.section(section) else ""
        who = current_person()
        running().presence.seen(draft_id, tab, who, where, known)
        tell_projector(draft_id, who.said, where, known)
    return roster(draft_id, request.form.get("sett", ""), request.form.get("ledd"), request.form.get("kod"))


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
    return f"{here.who}{place}"


def tell_projector(draft_id: int, who: str, section: str, path: str) -> None:
    """Whom the projector follows tells where the caret stands: `vid`, as `Place.at`."""
    place = Place(section, path, whole(request.form.get("vid", "")) or 0)
    if running().projector.led(draft_id, who, place):
        lead = {"section": place.section, "path": place.path, "at": place.at}
        feed().publish(draft_id, {"lead": lead}, name="har")


def roster(draft_id: int, known: str, led: str | None = None, code: str | None = None) -> ResponseReturnValue:
    """What a browser lacks: the roster, whom the projector follows when `led` is somebody else, and how one comes in to the
    meeting when `code` is another."""
    found, leader, open_now = (
        running().presence.roster(draft_id, known),
        running().projector.leader(draft_id),
        invitation(),
    )
    news: dict[str, Any] = {"here": found} if found else {}
    if led not in (None, leader):
        news["led"] = leader
    if code not in (None, open_now.code if open_now else ""):
        news["meeting"] = {"code": open_now.code, "addresses": open_now.addresses} if open_now else None
    return jsonify(news) if news else ("", 204)
