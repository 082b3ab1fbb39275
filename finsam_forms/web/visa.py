"""A read-only link: a live view of a draft for those who only listen. It can't write, and it can be revoked."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, Response, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ..export.printing import text_and_budget
from ..live.feed import Full
from . import budget_view
from .context import current_person, desk, feed, running
from .pages import LinksPage, draft_now, html_of
from .time_view import time_picture
from .utskrift import stamp_of
from .varden import client_gone, seen_change

bp = Blueprint("visa", __name__)


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
    return redirect(url_for("visa.manage", draft_id=draft_id))


def draft_of(token: str) -> int:
    found: int = running().store.links.draft_of(token) or abort(404)
    return found


@bp.get("/visa/<token>")
def show(token: str) -> ResponseReturnValue:
    sheet = desk().sheet(draft_of(token))
    document = sheet.document
    return render_template(
        "visa/visa.html",
        sheet=sheet,
        document=document,
        token=token,
        elements=text_and_budget(document, stamp_of(sheet)),
        budget=budget_view.budget_page(sheet) if sheet.ledger else None,
        picture=time_picture(document),
    )


@bp.get("/visa/<token>/handelser")
def stream(token: str) -> ResponseReturnValue:
    """The same stream as the writers have."""
    draft_id = draft_of(token)
    try:
        newest = desk().sheet(draft_id).last_change
        events = feed().open_stream(draft_id, seen_change(), newest, gone_or_revoked(token), lambda: None)
    except Full:
        return Response("Alla direktanslutningar är upptagna.", 503, {"Retry-After": "30"})
    return Response(events, mimetype="text/event-stream", headers={"Cache-Control": "no-cache"})


def gone_or_revoked(token: str) -> Callable[[], bool]:
    """The stream ends when its reader leaves, and when the link is withdrawn."""
    gone, store = client_gone(), running().store
    return lambda: gone() or store.links.draft_of(token) is None
