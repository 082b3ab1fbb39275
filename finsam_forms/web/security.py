"""What every answer carries and every request must pass: our own pages only, our own host only, a token on every change."""

from __future__ import annotations

import contextlib
import re
import secrets
from pathlib import Path

from flask import Flask, Response, request, session
from flask_wtf.csrf import CSRFProtect
from werkzeug.exceptions import SecurityError
from werkzeug.routing import IntegerConverter

from ..forms.whole import MOST_DIGITS
from ..live.door import LAN_NAME
from ..store.folder import KEY, write_whole
from .context import running
from .sessions import Sessions

LARGEST_REQUEST = 2 * 1024 * 1024
LARGEST_FILE = 21 * 1024 * 1024
"""Bytes of a request with a file, and what the form has around it."""
BRINGS = ("inlasning.bring", "inlasning.bring_to")
"""Where files are brought."""
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; font-src 'self'; "
    "object-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)
LOOPBACK = ["127.0.0.1", "localhost", "[::1]"]


def protect(app: Flask, data: Path) -> None:
    """Secret key, size of requests, hosts, CSRF and headers."""
    app.config.update(
        SECRET_KEY=app.config.get("SECRET_KEY") or secret_key(data),
        MAX_CONTENT_LENGTH=LARGEST_REQUEST,
        MAX_FORM_MEMORY_SIZE=LARGEST_REQUEST,
        MAX_FORM_PARTS=20_000,
        SESSION_COOKIE_NAME="finsam",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Strict",
        PERMANENT_SESSION_LIFETIME=365 * 24 * 3600,
        SESSION_REFRESH_EACH_REQUEST=False,  # or an answer that is late would bring back the name that was there before
        WTF_CSRF_TIME_LIMIT=None,
    )
    app.config["TRUSTED_HOSTS"] = app.config["TRUSTED_HOSTS"] or list(LOOPBACK)
    app.session_interface = Sessions()
    app.url_map.converters["int"] = RowNumber
    app.before_request(known_host)
    app.before_request(room_for_a_file)  # before the token is looked for in what is sent
    CSRFProtect(app)
    app.after_request(add_headers)


class RowNumber(IntegerConverter):
    """`<int:draft_id>`: no more digits than a number here can have, so that SQLite is never asked for one it can't hold."""

    regex = rf"\d{{1,{MOST_DIGITS}}}"


def known_host() -> None:
    """A foreign Host gets its answer before anybody looks for a page: there is no address to make links with."""
    if isinstance(request.routing_exception, SecurityError):
        raise request.routing_exception


def room_for_a_file() -> None:
    """A file that is read in may be larger than what is written on a page; from the network no more than anything else."""
    if request.endpoint in BRINGS and not from_network():
        request.max_content_length = LARGEST_FILE


def secret_key(data: Path) -> str:
    """Kept in the data folder, readable by its owner only, so that a restart logs nobody out.

    One that is empty or not as it was written is made anew; without room for it, it lasts until the stop.
    """
    file = data / KEY
    try:
        found = file.read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        found = ""
    if re.fullmatch("[0-9a-f]{64}", found):
        return found
    key = secrets.token_hex(32)
    with contextlib.suppress(OSError):
        write_whole(file, key.encode(), private=True)
    return key


def from_network() -> bool:
    """Did the request come in through the door to the network? Told by the server, not by the request."""
    return request.environ.get("SERVER_NAME") == LAN_NAME


def is_outside() -> bool:
    """Came in from the network without the code of the meeting that is open."""
    return from_network() and not running().meeting.is_in(session.get("motet", ""))


def add_headers(response: Response) -> Response:
    response.headers["Content-Security-Policy"] = CSP
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "same-origin"
    if response.mimetype in ("text/html", "application/json"):
        response.headers["Cache-Control"] = "no-store"
    return response
