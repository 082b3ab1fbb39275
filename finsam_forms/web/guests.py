"""The meeting's door: who comes in to which pages, and how it is opened and closed."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import lru_cache
from urllib.parse import urlsplit

from flask import Flask, Response, abort, redirect, request, url_for
from flask.sessions import SecureCookieSessionInterface
from flask.typing import ResponseReturnValue
from itsdangerous import BadData
from werkzeug.http import parse_cookie

from . import errors
from .closing import CLOSED, closed_answer
from .context import KEY, Running, known_person, running
from .htmx import wants_message
from .rights import may, refusal
from .security import LOOPBACK, from_network, is_outside

FAREWELL = 2.0
"""Seconds at most that the door waits until everybody has been told that the meeting has closed."""
ON_ITS_WAY = 0.05
"""Seconds for the last words to leave the computer."""
STREAMS = ("varden.stream", "varden.poll")


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


def join(app: Flask) -> None:
    app.before_request(guard)
    app.jinja_env.globals.update(may=may)


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
