"""«Lås för underskrift»: the draft becomes a numbered version that is printed without UTKAST and can't be changed until it is opened again."""

from __future__ import annotations

import secrets

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from ..core.checks import Severity
from ..core.edit import Edit
from ..core.mall import VERSION
from ..forms.edit import Unreadable
from .context import current_person, desk, feed, running
from .granska import counts

bp = Blueprint("lasning", __name__, url_prefix="/utkast/<int:draft_id>")


@bp.post("/las")
def lock(draft_id: int) -> ResponseReturnValue:
    """Refused while there is a fel that nobody has given a reason for."""
    who = current_person()
    with desk().turn(draft_id):
        left = counts(running().review.now(draft_id).remarks)[Severity.ERROR]
        if left:
            raise Unreadable(
                f"{left} fel är kvar på sidan Granska. Rätta dem, eller skriv varför det ska stå så, och lås sedan."
            )
        sheet = desk().sheet(draft_id)
        if not sheet.locked:
            number = str(int(sheet.document.text(VERSION) or 0) + 1)
            desk().save(draft_id, Edit(VERSION, number, sheet.version(VERSION), secrets.token_hex(12)), who)
            set_state(draft_id, "last")
    return redirect(url_for("utskrift.choose", draft_id=draft_id))


@bp.post("/las-upp")
def unlock(draft_id: int) -> ResponseReturnValue:
    """Open for writing again; the next lock is a new version with a number of its own."""
    current_person()
    with desk().turn(draft_id):
        set_state(draft_id, "skrivs")
    return redirect(url_for("utskrift.choose", draft_id=draft_id))


def set_state(draft_id: int, state: str) -> None:
    """Kept, and told to everybody who has the draft open."""
    running().store.set_state(draft_id, state)
    desk().forget(draft_id)
    feed().publish(draft_id, {"id": desk().sheet(draft_id).last_change, "values": [], "stale": ["*"], "html": ""})
