"""Values: saving them, and hearing what others saved."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from urllib.parse import parse_qsl

from flask import Response, current_app, jsonify, request, session, url_for
from flask.typing import ResponseReturnValue

from ..forms.edit import PATH, Unreadable, clean, read_edit, read_edits
from ..forms.whole import whole
from ..live.desk import NoSuchPlace
from ..live.feed import Full
from ..store import NotFound
from . import fragments
from .change import answer, change, save
from .closing import closed_answer, last_words
from .context import desk, feed, running
from .posted import save_page_too
from .security import from_network, is_outside

MOST_FILLED = 20
"""Values that one button fills in."""


def save_value(draft_id: int) -> ResponseReturnValue:
    """Save one value; answer with everything that it changed."""
    return as_json(save(draft_id, [read_edit(request.form)]))


def save_values(draft_id: int) -> ResponseReturnValue:
    """Save several values as one, such as a pasted block."""
    return as_json(save(draft_id, read_edits(request.get_data(as_text=True))))


def fill(draft_id: int) -> ResponseReturnValue:
    """A button that fills in what it says: `fyll` = paths and texts as a query, such as `tid/start=2027-01-01&tid/slut=2027-06-30`."""
    values = filled(request.form.get("fyll", ""))
    save_page_too(draft_id)
    section = desk().sheet(draft_id).mall.section_of(next(iter(values)))
    if section is None:
        raise NoSuchPlace(next(iter(values)))
    return answer(change(draft_id, values), url_for("avsnitt.show", draft_id=draft_id, section_id=section.id))


def filled(query: str) -> dict[str, str]:
    """Path → text. The group's own is written by routes of its own. Raises Unreadable, NoSuchPlace."""
    try:
        values = dict(parse_qsl(query, keep_blank_values=True, strict_parsing=True, max_num_fields=MOST_FILLED))
    except ValueError:
        values = {}
    if not values:
        raise Unreadable("Knappen gick inte att läsa. Ladda om sidan.")
    for path in values:
        if not re.match(PATH, path) or path.startswith("_"):
            raise NoSuchPlace(path)
    return {path: clean(text) for path, text in values.items()}


def stream(draft_id: int) -> ResponseReturnValue:
    """What the others do, as it happens. 503 when all streams are taken: poll instead."""
    after, newest = seen_change(), desk().sheet(draft_id).last_change
    try:
        events = feed().open_stream(
            draft_id, after, newest, no_longer_here(), missed_by(draft_id, after), *last_words()
        )
    except Full:
        return Response("Alla direktanslutningar är upptagna.", 503, {"Retry-After": "30"})
    return streamed(events)


def poll(draft_id: int) -> ResponseReturnValue:
    """The same for a browser whose stream is held back on the way. With `vanta` it is held until there is something, when there
    is a place to wait in; `hort` is the `mark` of the answer before."""
    after, newest = seen_change(), desk().sheet(draft_id).last_change
    if request.args.get("vanta") and request.method == "GET":
        mark = whole(request.args.get("hort", "")) or 0
        answer = feed().poll(draft_id, after, newest, mark=mark, gone=no_longer_here(), guest=from_network())
        if is_outside():
            return closed_answer()
        messages, rest = answer.messages, f',"mark":{answer.mark},"held":{str(answer.held).lower()}'
    else:
        messages, rest = feed().messages(draft_id, after, newest), ""
    if messages is None:
        missed = fragments.catch_up(draft_id, after)
        messages = [json.dumps(missed)] if missed else []
    return Response(f'{{"messages":[{",".join(messages)}]{rest}}}', mimetype="application/json")


def show_value(draft_id: int) -> ResponseReturnValue:
    """One value, for a message that was too small to carry it."""
    sheet, path = desk().sheet(draft_id), request.args.get("falt", "")
    if not sheet.mall.leaf_at(path):
        raise NotFound
    return as_json({"values": [fragments.value_of(sheet, path)]})


def streamed(events: Iterator[bytes]) -> Response:
    """The thread that sends it keeps nothing else open for as long as it lasts."""
    running().store.rest()
    return Response(
        events, mimetype="text/event-stream", headers={"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    )


def missed_by(draft_id: int, after: int) -> Callable[[], dict[str, object] | None]:
    """What a stream asks for when its browser's gap is too old to be kept: by then the request itself is over."""
    app = current_app._get_current_object()  # type: ignore[attr-defined]

    def missed() -> dict[str, object] | None:
        with app.app_context():
            return fragments.catch_up(draft_id, after)

    return missed


def as_json(message: dict[str, object]) -> Response:
    return jsonify(message)


def seen_change() -> int:
    """The last change that the browser knows of: Last-Event-ID after a gap, else `after`."""
    return whole(request.headers.get("Last-Event-ID") or request.args.get("after", "0")) or 0


def no_longer_here() -> Callable[[], bool]:
    """Whoever listens has left, or was let in to a meeting that has closed or changed its code."""
    gone = client_gone()
    if not from_network():
        return gone
    meeting, secret = running().meeting, session.get("motet", "")
    return lambda: gone() or not meeting.is_in(secret)


def client_gone() -> Callable[[], bool]:
    """waitress tells when the browser has left (lookahead); other servers find out at the next write."""
    gone: Callable[[], bool] = request.environ.get("waitress.client_disconnected", lambda: False)
    return gone
