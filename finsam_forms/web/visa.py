"""A read-only link: a live view of a draft for those who only listen. It can't write, and it can be revoked."""

from __future__ import annotations

import time
from collections.abc import Callable

from flask import Response, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ..live.feed import Full
from .closing import last_words
from .context import current_person, desk, feed, running
from .pages import LinksPage, draft_now, html_of
from .render import names_of
from .security import from_network
from .varden import client_gone, seen_change, streamed

LOOK = 5.0


def manage(draft_id: int) -> ResponseReturnValue:
    """The draft's links: made and revoked here."""
    sheet = desk().sheet(draft_id)
    links = running().store.links.of_draft(draft_id)
    return html_of("visa/lankar.html", LinksPage(now=draft_now(sheet), links=links, base=base()))


def base() -> str:
    """Where others reach the links, without a slash last; empty while no meeting is open."""
    addresses = running().door.open_addresses if running().meeting.code else []
    if from_network():
        return request.host_url.removesuffix("/")
    return addresses[0].removesuffix("/") if addresses else ""


def make(draft_id: int) -> ResponseReturnValue:
    running().store.links.create(draft_id, current_person())
    return redirect(url_for("visa.manage", draft_id=draft_id))


def revoke(draft_id: int, token: str) -> ResponseReturnValue:
    current_person()
    running().store.links.revoke(draft_id, token)
    feed().look_again()
    return redirect(url_for("visa.manage", draft_id=draft_id))


def draft_of(token: str) -> int:
    found: int = running().store.links.draft_of(token) or abort(404)
    return found


def show(token: str) -> ResponseReturnValue:
    """What the link shows. One that is withdrawn says so, also in a page that is open: it fetches itself again."""
    from .read_page import IN_WORDS, read_page  # all that makes paper: only when somebody reads

    draft_id = running().store.links.draft_of(token)
    if draft_id is None:
        return render_template("visa/indragen.html"), 404
    return render_template("visa/visa.html", **names_of(read_page(desk().sheet(draft_id), token)), **IN_WORDS)


def stream(token: str) -> ResponseReturnValue:
    """Tells that what the page shows has changed, and nothing else: the page fetches itself again."""
    draft_id = draft_of(token)
    try:
        newest = desk().sheet(draft_id).last_change
        events = feed().open_reader(draft_id, seen_change(), newest, gone_or_revoked(token), *last_words())
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
