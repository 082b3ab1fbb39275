"""The draft on the projector: one section in large type, where the one who leads writes, and how to join the meeting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, abort, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from ..core.document import Document
from ..core.mall import Section
from ..export import elements as e
from ..export.paper import Paper
from ..export.printout import section as printed_section
from ..live.desk import Sheet
from ..live.projector import Place
from .context import desk, feed, known_person, running
from .kinds.pay_chart import PayPicture, pay_picture
from .kinds.time_axis import TimePicture, time_picture
from .mote import Invitation, invitation
from .pages import names_of
from .people import ByPart, by_part
from .utskrift import stamp_of
from .visa import IN_WORDS, shown_elements

bp = Blueprint("projektor", __name__, url_prefix="/utkast/<int:draft_id>/projektor")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectorPage:
    sheet: Sheet
    document: Document
    section: Section
    number: int
    """Which of the sections it is, from 1."""
    before: Section | None
    after: Section | None
    leader: str
    place: Place
    """Where the leader was heard of last."""
    elements: Sequence[tuple[str, e.Element]]
    pays: PayPicture | None
    picture: TimePicture | None
    invitation: Invitation | None
    parts: Sequence[ByPart]
    """Who is in."""
    leaders: Sequence[str]
    """Those who could be followed."""


@bp.get("")
def start(draft_id: int) -> ResponseReturnValue:
    """Where the one who leads is, or was last; `leder`, or else whoever opens it."""
    sheet = desk().sheet(draft_id)
    leader = asked_leader()
    where = next((one.section for one in running().presence.here(draft_id) if one.who == leader), "")
    last = where or session.get("senast", {}).get(str(draft_id), "")
    section = sheet.mall.section(last) or sheet.mall.sections[0]
    return redirect(url_for("projektor.show", draft_id=draft_id, section_id=section.id, leder=leader))


@bp.get("/<section_id>")
def show(draft_id: int, section_id: str) -> ResponseReturnValue:
    """Also what the page fetches itself again with."""
    sheet = desk().sheet(draft_id)
    section = sheet.mall.section(section_id) or abort(404)
    leader = asked_leader()
    seen(sheet, section.id, leader)
    return render_template("projektor/projektor.html", **names_of(page(sheet, section, leader)), **IN_WORDS)


@bp.post("/har")
def here(draft_id: int) -> ResponseReturnValue:
    """A sign of life: it is on, with `avsnitt`, and follows `leder`."""
    sheet = desk().sheet(draft_id)
    section = sheet.mall.section(request.form.get("avsnitt", "")) or abort(404)
    seen(sheet, section.id, request.form.get("leder", "")[:LONGEST_NAME])
    return "", 204


LONGEST_NAME = 200


def asked_leader() -> str:
    me = known_person()
    return request.args.get("leder", me.said if me else "")[:LONGEST_NAME]


def seen(sheet: Sheet, section: str, leader: str) -> None:
    """A new one to follow is told everybody: that one's browser tells where the caret stands from now on."""
    if running().projector.seen(sheet.draft_id, section, leader):
        feed().publish(sheet.draft_id, {"led": leader}, name="har")


def page(sheet: Sheet, section: Section, leader: str) -> ProjectorPage:
    document, sections = sheet.document, sheet.mall.sections
    number = sections.index(section)
    elements = printed_section(section, sections[number - 1] if number else None, Paper(document, stamp_of(sheet)))
    people = running().presence.here(sheet.draft_id)
    return ProjectorPage(
        sheet=sheet,
        document=document,
        section=section,
        number=number + 1,
        before=sections[number - 1] if number else None,
        after=sections[number + 1] if number + 1 < len(sections) else None,
        leader=leader,
        place=running().projector.place(sheet.draft_id),
        elements=shown_elements(elements),
        pays=pay_picture(document),
        picture=time_picture(document),
        invitation=invitation(),
        parts=by_part(people),
        leaders=sorted({*(one.who for one in people), *([leader] if leader else [])}),
    )
