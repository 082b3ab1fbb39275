"""Writing from a page, the one recipe: who, the draft's turn, edits as one, saved, told to everybody, answered."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from flask import jsonify, redirect, request
from flask.typing import ResponseReturnValue

from ..core.edit import Edit, Person
from ..forms.edit import OP
from ..live.desk import Effect, NoSuchPlace, Sheet
from . import fragments
from .context import current_person, desk, feed, running
from .htmx import wants_message

Message = dict[str, Any]
"""What everybody hears of a change; see docs/arkitektur.md, «The page and the message»."""
Values = Mapping[str, str]
"""Path → text."""


def change(draft_id: int, values: Values | Callable[[Sheet], Values], op: str = "") -> Message:
    """Write values over what stands now, all or nothing. Values worked out of the draft are so in its turn: nothing comes between.

    `op` is the change's own id, so that the same request sent again is the same change; without it, it gets a new one.
    Raises WhoAreYou, Clash, Locked, NotFound, NoSuchPlace, NoRoom, TooLarge.
    """

    def work(sheet: Sheet, who: Person) -> Effect | None:
        texts = values(sheet) if callable(values) else values
        own = op or new_op()
        edits = [Edit(path, text, sheet.version(path), own) for path, text in texts.items()]
        return saved(draft_id, edits, who) if edits else None

    return carry_out(draft_id, work)


def save(draft_id: int, edits: Sequence[Edit]) -> Message:
    """Save what a browser asks for by its path: edits that say which versions they were based on, all or nothing. Raises as `change`.

    What begins with `_` is the group's own, and says who wrote it: written by routes of its own, never by a path from outside.
    """
    for edit in edits:
        if edit.path.startswith("_"):
            raise NoSuchPlace(edit.path)
    return carry_out(draft_id, lambda sheet, who: saved(draft_id, edits, who))


def carry_out(draft_id: int, work: Callable[[Sheet, Person], Effect | None]) -> Message:
    """Do a piece of work in the draft's turn, as the person who asks, and tell everybody what it changed; None changes nothing."""
    who = current_person()
    with desk().turn(draft_id):
        effect = work(desk().sheet(draft_id), who)
        return fragments.announce(effect, who) if effect else {}


def mark(draft_id: int, work: Callable[[Sheet, Person], None], stale: str = "*", who: Person | None = None) -> Message:
    """What is true of a draft and is no value (locked, a remark that may stand): pages that show it fetch themselves again.

    `who`: the person who asked for it, when it is not the one who asks now.
    """
    who = who or current_person()
    with desk().turn(draft_id):
        work(desk().sheet(draft_id), who)
        desk().forget(draft_id)
        message = {"id": desk().sheet(draft_id).last_change, "values": [], "stale": [stale], "html": ""}
        feed().publish(draft_id, message)
        running().review.soon(draft_id)
        return message


def answer(message: Message, page: str) -> ResponseReturnValue:
    """The message for a script; for a plain post the page where what was done is seen."""
    return jsonify(message) if wants_message() else redirect(page)


def op_asked_for() -> str:
    """The change's own id as the scripts give it; without a good one, a new one."""
    op = request.form.get("op", "")
    return op if re.match(OP, op) else new_op()


def new_op() -> str:
    return secrets.token_hex(12)


def saved(draft_id: int, edits: Sequence[Edit], who: Person) -> Effect:
    """One value can be merged word by word, and can be one that comes after the lock; several stand or fall together."""
    if len(edits) == 1:
        return desk().save(draft_id, edits[0], who)
    return desk().save_many(draft_id, edits, who)
