"""The meeting has closed: what those are told at once who were in it."""

from __future__ import annotations

import json
from collections.abc import Callable

from flask import jsonify, url_for
from flask.typing import ResponseReturnValue

from .context import running
from .security import from_network

CLOSED = "Mötet är stängt eller har fått en ny kod."


def closed_answer() -> ResponseReturnValue:
    """`join`: where the new code is asked for, if it is open again; `closed`: it isn't."""
    return jsonify(told(url_for("mote.join"), running().meeting.code is None)), 403


def told(join: str, closed: bool) -> dict[str, object]:
    return {"error": CLOSED, "join": join, "closed": closed}


def last_words() -> tuple[Callable[[], bytes], ...]:
    """What a stream to somebody on the network ends with when the meeting closes or gets a new code; none at the computer itself."""
    if not from_network():
        return ()
    meeting, join = running().meeting, url_for("mote.join")
    came_in_with = meeting.code

    def words() -> bytes:
        if meeting.code == came_in_with:
            return b""
        facts = told(join, meeting.code is None)
        return f"event: stangt\ndata: {json.dumps(facts, ensure_ascii=False)}\n\n".encode()

    return (words,)
