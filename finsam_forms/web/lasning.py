"""«Lås för underskrift»: the draft becomes a numbered version that is printed without UTKAST and can't be changed until it is opened again."""

from __future__ import annotations

import secrets

from flask import Blueprint, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from ..core.checks import Severity
from ..core.edit import Edit
from ..core.fingerprint import DIARIENUMMER, fingerprint
from ..forms.edit import Unreadable
from . import fragments
from .context import current_person, desk, feed, running
from .granska import counts

bp = Blueprint("lasning", __name__, url_prefix="/utkast/<int:draft_id>")

LONGEST_REASON = 500


@bp.post("/las")
def lock(draft_id: int) -> ResponseReturnValue:
    """Refused while there is a fel that nobody has given a reason for. What is already a version keeps its number."""
    who = current_person()
    running().review.now(draft_id)  # so that nobody's saving has to wait for it
    with desk().turn(draft_id):
        left = counts(running().review.now(draft_id).remarks)[Severity.ERROR]
        if left:
            raise Unreadable(
                f"{left} fel är kvar på sidan Granska. Rätta dem, eller skriv varför det ska stå så, och lås sedan."
            )
        sheet = desk().sheet(draft_id)
        if not sheet.locked:
            running().store.dossier.lock(draft_id, fingerprint(sheet.document), who)
            look_again(draft_id)
    return redirect(url_for("utskrift.choose", draft_id=draft_id))


@bp.post("/las-upp")
def unlock(draft_id: int) -> ResponseReturnValue:
    """Open for writing again, for a reason; if anything is changed, the next lock is a new version."""
    who = current_person()
    why = " ".join(request.form.get("skal", "").split())[:LONGEST_REASON]
    if not why:
        raise Unreadable("Skriv varför utkastet låses upp. Skälet står sedan bland det som har hänt med utkastet.")
    with desk().turn(draft_id):
        running().store.dossier.unlock(draft_id, why, who)
        look_again(draft_id)
    return redirect(url_for("utskrift.choose", draft_id=draft_id))


@bp.post("/diarienummer")
def number(draft_id: int) -> ResponseReturnValue:
    """The number that the förbund gives, often when the paper has been signed: it may be filled in after the lock."""
    who = current_person()
    field = desk().sheet(draft_id).document.mall.of_role(DIARIENUMMER) or abort(404)
    with desk().turn(draft_id):
        edit = Edit(
            field.id,
            request.form.get("diarienummer", "")[:LONGEST_REASON],
            desk().sheet(draft_id).version(field.id),
            secrets.token_hex(12),
        )
        fragments.announce(desk().save(draft_id, edit, who), who)
    return redirect(url_for("utskrift.choose", draft_id=draft_id))


def look_again(draft_id: int) -> None:
    """Something else than a value has changed: everybody who has the draft open fetches their page."""
    desk().forget(draft_id)
    feed().publish(draft_id, {"id": desk().sheet(draft_id).last_change, "values": [], "stale": ["*"], "html": ""})
