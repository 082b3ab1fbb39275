"""The draft on the projector: one section in large type, where the one who leads writes, and how to join the meeting."""

from __future__ import annotations

from flask import abort, jsonify, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from ..live.desk import Sheet
from .context import desk, feed, known_person, running
from .invitation import invitation
from .render import names_of


def start(draft_id: int) -> ResponseReturnValue:
    """Where the one who leads is, or was last; `leder`, or else whoever opens it."""
    sheet = desk().sheet(draft_id)
    leader = asked_leader()
    where = next((one.section for one in running().presence.here(draft_id) if one.who == leader), "")
    last = where or session.get("senast", {}).get(str(draft_id), "")
    section = sheet.mall.section(last) or sheet.mall.sections[0]
    return redirect(url_for("projektor.show", draft_id=draft_id, section_id=section.id, leder=leader))


def show(draft_id: int, section_id: str) -> ResponseReturnValue:
    """Also what the page fetches itself again with."""
    from .projector_page import projector_page  # all that makes paper: only when it is shown
    from .read_page import IN_WORDS

    sheet = desk().sheet(draft_id)
    section = sheet.mall.section(section_id) or abort(404)
    leader = asked_leader()
    seen(sheet, section.id, leader)
    return render_template("projektor/projektor.html", **names_of(projector_page(sheet, section, leader)), **IN_WORDS)


def here(draft_id: int) -> ResponseReturnValue:
    """A sign of life: it is on, with `avsnitt`, and follows `leder`. Answered with the meeting's code, empty when it is closed."""
    sheet = desk().sheet(draft_id)
    section = sheet.mall.section(request.form.get("avsnitt", "")) or abort(404)
    seen(sheet, section.id, request.form.get("leder", "")[:LONGEST_NAME])
    open_now = invitation()
    return jsonify(code=open_now.code if open_now else "")


LONGEST_NAME = 200


def asked_leader() -> str:
    me = known_person()
    return request.args.get("leder", me.said if me else "")[:LONGEST_NAME]


def seen(sheet: Sheet, section: str, leader: str) -> None:
    """A new one to follow is told everybody: that one's browser tells where the caret stands from now on."""
    if running().projector.seen(sheet.draft_id, section, leader):
        feed().publish(sheet.draft_id, {"led": leader}, name="har")
