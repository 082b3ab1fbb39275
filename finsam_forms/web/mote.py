"""Letting the others in: the meeting's code and address on the projector, and the page where one joins."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit, urlunsplit

from flask import (
    Blueprint,
    Flask,
    Response,
    abort,
    current_app,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from flask.sessions import SecureCookieSessionInterface
from flask.typing import ResponseReturnValue
from itsdangerous import BadData
from werkzeug.exceptions import HTTPException
from werkzeug.http import parse_cookie

from ..forms.person import PersonForm
from ..live.meeting import TooManyGuesses, WrongCode
from ..store import Person
from . import errors
from .closing import CLOSED, closed_answer
from .context import KEY, Running, known_person, remember_person, running
from .htmx import wants_message
from .invitation import Invitation, invitation
from .pages import names_of
from .people import ByPart, by_part
from .rights import For, may, refusal, whose
from .security import LOOPBACK, from_network, is_outside

bp = Blueprint("mote", __name__, url_prefix="/motet")

FAREWELL = 2.0
"""Seconds at most that the door waits until everybody has been told that the meeting has closed."""
ON_ITS_WAY = 0.05
"""Seconds for the last words to leave the computer."""
STREAMS = ("varden.stream", "varden.poll")
NO_PAGES = (*STREAMS, "oversikt.show")
"""Where nobody was going in particular."""


def guard() -> ResponseReturnValue | None:
    """Before every request: those on the network need the code, and have the rights of a guest; nothing foreign may change anything."""
    origin = request.headers.get("Origin")
    if origin and request.method not in ("GET", "HEAD") and origin.partition("://")[2] != request.host:
        abort(403)
    if request.endpoint is None and not is_outside():
        return None  # no such page
    if may(request.endpoint or ""):
        note_guest()
        return None
    if not is_outside():
        return errors.answer(403, refusal(request.endpoint or ""))
    if wants_message():
        return closed_answer()
    if request.endpoint in STREAMS:
        return Response(CLOSED, 403, mimetype="text/plain")
    if request.method != "GET":
        return errors.answer(403, CLOSED)
    wanted = request.full_path.rstrip("?")
    return redirect(url_for("mote.join", till=None if wanted == url_for("oversikt.show") else wanted))


def note_guest() -> None:
    """The meeting's page lists who is in."""
    if from_network() and not is_outside() and (person := known_person()):
        running().meeting.heard(person)


def join_app(app: Flask) -> None:
    app.before_request(guard)
    app.jinja_env.globals.update(may=may)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPage:
    """The page on the projector, and the one that opens the meeting."""

    me: Person | None
    invitation: Invitation | None
    """None while the meeting is closed."""
    hours: int
    failed: bool
    """Was there no network to open it on?"""
    guests_lock: bool
    there: Sequence[ByPart]
    """Those who are in, by part."""
    left: Sequence[ByPart]
    """Those who have been."""


@bp.get("")
def show() -> ResponseReturnValue:
    """The code, large enough for the projector or for a latecomer's telephone, and who is in."""
    came = running().meeting.came()
    me = known_person()
    there = (
        running().presence.everybody()
        | ({me} if me else set())
        | {person for person, is_there in came.items() if is_there}
    )
    page = MeetingPage(
        me=me,
        invitation=invitation(),
        hours=round(running().meeting.seconds_left / 3600),
        failed=bool(request.args.get("fel", "")),
        guests_lock=running().meeting.guests_lock,
        there=by_part(there),
        left=by_part(set(came) - there),
    )
    return render_template("mote/mote.html", **names_of(page))


@bp.post("/oppna")
def open_meeting() -> ResponseReturnValue:
    addresses = begin(current_app._get_current_object())  # type: ignore[attr-defined]
    return redirect(url_for("mote.show", fel=None if addresses else "nat"))


@bp.post("/stang")
def close_meeting() -> ResponseReturnValue:
    end(current_app._get_current_object())  # type: ignore[attr-defined]
    return redirect(url_for("mote.show"))


@bp.post("/far")
def allow() -> ResponseReturnValue:
    """What the host lets the guests of this meeting do: `lasa` = ja, lock and unlock."""
    running().meeting.guests_lock = request.form.get("lasa") == "ja"
    return redirect(url_for("mote.show"))


def begin(app: Flask) -> list[str]:
    """Open the meeting with a new code. Gives the addresses; none when there is no network, and then nothing is open.

    Those who came in with an older code lose contact, and what they listened to ends.
    """
    parts: Running = app.extensions[KEY]
    parts.meeting.open(lambda: end(app))
    parts.feed.look_again()
    addresses = parts.door.open()
    trust(app, addresses)
    if not addresses:
        parts.meeting.close()
    return addresses


def end(app: Flask) -> None:
    """Close the meeting, also when it closes by itself: those in it are told, nobody listens, and nothing is listened for."""
    parts: Running = app.extensions[KEY]
    parts.meeting.close()
    parts.feed.look_again()
    parts.feed.let_guests_go(FAREWELL)
    time.sleep(ON_ITS_WAY)
    parts.door.close()
    trust(app, [])


def trust(app: Flask, addresses: list[str]) -> None:
    """Only the computer's own addresses are answered; a foreign Host gets 400."""
    app.config["TRUSTED_HOSTS"] = [*LOOPBACK, *(urlsplit(address).hostname or "" for address in addresses)]


def known_guests(app: Flask) -> Callable[[str], bool]:
    """Does a Cookie header carry the code of the meeting that is open? For the server, before a request is read."""
    parts: Running = app.extensions[KEY]
    signer = SecureCookieSessionInterface().get_signing_serializer(app)
    assert signer  # there is a secret key

    @lru_cache(maxsize=512)
    def secret_of(cookie: str) -> str:
        try:
            return str(signer.loads(parse_cookie(cookie).get(app.config["SESSION_COOKIE_NAME"], "")).get("motet", ""))
        except (BadData, AttributeError, ValueError):
            return ""

    return lambda cookie: parts.meeting.is_in(secret_of(cookie)) if cookie else False


@bp.get("/ga-med")
def join() -> ResponseReturnValue:
    """Whoever is let in already, from another window, goes on to the page that was asked for."""
    if from_network() and not is_outside() and "till" in request.args:
        return redirect(page_asked_for())
    person = known_person()
    form = PersonForm(data={"namn": person.name, "organisation": person.organisation} if person else None)
    return render_template("mote/ga_med.html", me=None, form=form, fault="", wanted=request.args.get("till", ""))


@bp.post("/ga-med")
def let_in() -> ResponseReturnValue:
    """Code, name and organisation: that is all."""
    form = PersonForm(request.form)
    address = request.remote_addr or ""
    fault, status = "", 422
    if form.validate():
        try:
            session["motet"] = running().meeting.let_in(request.form.get("kod", ""), address)
            remember_person(form.person())
            return redirect(page_asked_for())
        except WrongCode as wrong:
            fault, status = str(wrong), 403
        except TooManyGuesses as slow:
            fault, status = str(slow), 429
    wanted = request.form.get("till", "")
    return render_template("mote/ga_med.html", me=None, form=form, fault=fault, wanted=wanted), status


def home() -> str:
    """Where one comes who asked for nothing else: what is on the projector, else the overview."""
    on = running().projector.shown()
    if on is None:
        return url_for("oversikt.show")
    return url_for("avsnitt.show", draft_id=on.draft_id, section_id=on.section)


def page_asked_for() -> str:
    """The page where somebody was, or that a link led to, before the code was asked for; else `home`.

    `till` is its path, and comes from the browser: only a page of ours will do.
    """
    try:
        asked = urlsplit(request.values.get("till", ""))
        if asked.scheme or asked.netloc or not asked.path.startswith("/"):
            return home()
        endpoint, _ = current_app.create_url_adapter(request).match(asked.path, method="GET")  # type: ignore[union-attr]
    except (ValueError, HTTPException):
        return home()
    return home() if endpoint in NO_PAGES or whose(endpoint) is For.STRANGERS else urlunsplit(asked)
