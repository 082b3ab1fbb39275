"""A read-only link: a live view of a draft for those who only listen. It can't write, and it can be revoked."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from flask import Blueprint, Response, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ..core.document import Document
from ..export import elements as e
from ..export.kinds import SCREEN
from ..export.printout import printout
from ..export.words import alone, in_table, link, starred
from ..live.feed import Full
from .context import current_person, desk, feed, running
from .kinds.pay_chart import PayPicture, pay_picture
from .kinds.time_axis import TimePicture, time_picture
from .pages import LinksPage, draft_now, html_of, names_of
from .security import from_network
from .utskrift import stamp_of
from .varden import client_gone, seen_change, streamed

LOOK = 5.0

bp = Blueprint("visa", __name__)

SHOWN: dict[type, str] = {
    e.Title: "title",
    e.Heading: "heading",
    e.SubHeading: "sub_heading",
    e.Entries: "entries",
    e.Prose: "prose",
    e.Ruled: "ruled",
    e.ListBlock: "list_block",
    e.Boxes: "boxes",
    e.Verbatim: "verbatim",
    e.Table: "table",
    e.Band: "band",
    e.PayChart: "pay_chart",
    e.TimeAxis: "time_axis",
    e.Phase: "phase",
    e.Note: "note",
    e.Signature: "to_sign",
}
"""The macro of templates/visa/_elements.html that shows each element; a picture by its chart."""
FURNITURE = (e.FormHead, e.NewPage)
"""Belongs to sheets of paper, not to a page that is scrolled."""


IN_WORDS = {"alone": alone, "in_table": in_table, "link": link, "starred": starred}
"""How a cell reads where it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPage:
    """What somebody with a link sees."""

    document: Document
    token: str
    last_change: int
    elements: Sequence[tuple[str, e.Element]]
    """Each after its macro."""
    pays: PayPicture | None
    picture: TimePicture | None


def macro_of(element: e.Element) -> str:
    if isinstance(element, FURNITURE):
        return ""
    return SHOWN[type(element.chart if isinstance(element, e.Picture) else element)]


def shown_elements(elements: Iterable[e.Element]) -> tuple[tuple[str, e.Element], ...]:
    """Those that are shown on a screen, each after its macro."""
    return tuple((macro, one) for one in elements if (macro := macro_of(one)))


@bp.get("/utkast/<int:draft_id>/lank")
def manage(draft_id: int) -> ResponseReturnValue:
    """The draft's links: made and revoked here."""
    sheet = desk().sheet(draft_id)
    links = running().store.links.of_draft(draft_id)
    return html_of("visa/lankar.html", LinksPage(now=draft_now(sheet), links=links))


@bp.post("/utkast/<int:draft_id>/lank")
def make(draft_id: int) -> ResponseReturnValue:
    running().store.links.create(draft_id, current_person())
    return redirect(url_for("visa.manage", draft_id=draft_id))


@bp.post("/utkast/<int:draft_id>/lank/<token>/dra-in")
def revoke(draft_id: int, token: str) -> ResponseReturnValue:
    current_person()
    running().store.links.revoke(draft_id, token)
    feed().look_again()
    return redirect(url_for("visa.manage", draft_id=draft_id))


def draft_of(token: str) -> int:
    found: int = running().store.links.draft_of(token) or abort(404)
    return found


@bp.get("/visa/<token>")
def show(token: str) -> ResponseReturnValue:
    """What the link shows. One that is withdrawn says so, also in a page that is open: it fetches itself again."""
    draft_id = running().store.links.draft_of(token)
    if draft_id is None:
        return render_template("visa/indragen.html"), 404
    sheet = desk().sheet(draft_id)
    document = sheet.document
    printed = printout(document, stamp_of(sheet), SCREEN)
    page = ReadPage(
        document=document,
        token=token,
        last_change=sheet.last_change,
        elements=shown_elements(printed.elements),
        pays=pay_picture(document),
        picture=time_picture(document),
    )
    return render_template("visa/visa.html", **names_of(page), **IN_WORDS)


@bp.get("/visa/<token>/handelser")
def stream(token: str) -> ResponseReturnValue:
    """Tells that what the page shows has changed, and nothing else: the page fetches itself again."""
    draft_id = draft_of(token)
    try:
        newest = desk().sheet(draft_id).last_change
        events = feed().open_reader(draft_id, seen_change(), newest, gone_or_revoked(token))
    except Full:
        return Response("Alla direktanslutningar är upptagna.", 503, {"Retry-After": "30"})
    return streamed(events)


def gone_or_revoked(token: str) -> Callable[[], bool]:
    """The stream ends when its reader leaves, when the link is withdrawn, and when the meeting closes.

    The link is looked for when something may have happened to it, and every `LOOK` seconds.
    """
    gone, parts, network = client_gone(), running(), from_network()
    code, looked, turn = parts.meeting.code, time.monotonic(), parts.feed.looks

    def over() -> bool:
        nonlocal looked, turn
        if gone() or (network and parts.meeting.code != code):
            return True
        if turn == parts.feed.looks and time.monotonic() - looked < LOOK:
            return False
        looked, turn = time.monotonic(), parts.feed.looks
        try:
            return parts.store.links.draft_of(token) is None
        finally:
            parts.store.rest()

    return over
