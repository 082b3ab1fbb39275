"""«Lås för underskrift»: the draft becomes a numbered version that is printed without UTKAST and can't be changed until it is opened again."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from ..core.checks import Severity
from ..core.checks.personal import fault_of_reason
from ..core.edit import Person
from ..core.fingerprint import fingerprint
from ..core.roles import DIARIENUMMER
from ..forms.edit import Unreadable
from ..live.desk import Sheet
from .change import change, mark
from .context import current_person, desk, running
from .dossier import today_of_latest
from .htmx import wants_message
from .pages import Slip, counts, html_of
from .utskrift import page

bp = Blueprint("lasning", __name__, url_prefix="/utkast/<int:draft_id>")

LONGEST_REASON = 500
NO_REASON = "Skriv varför utkastet låses upp. Skälet står sedan bland det som har hänt med utkastet."


@bp.post("/las")
def lock(draft_id: int) -> ResponseReturnValue:
    """Refused while there is a fel that nobody has given a reason for. What is already a version keeps its number."""
    running().review.now(draft_id)  # so that nobody's saving has to wait for it
    mark(draft_id, lock_when_clean)
    return redirect(url_for("utskrift.choose", draft_id=draft_id))


def lock_when_clean(sheet: Sheet, who: Person) -> None:
    left = counts(running().review.now(sheet.draft_id).remarks)[Severity.ERROR]
    if left:
        raise Unreadable(
            f"{left} fel är kvar på sidan Granska. Rätta dem, eller skriv varför det ska stå så, och lås sedan."
        )
    if not sheet.locked:
        store = running().store
        store.dossier.lock(sheet.draft_id, fingerprint(sheet.document), who, today_of_latest(store, sheet))


@bp.post("/las-upp")
def unlock(draft_id: int) -> ResponseReturnValue:
    """Open for writing again, for a reason; if anything is changed, the next lock is a new version."""
    current_person()
    why = " ".join(request.form.get("skal", "").split())[:LONGEST_REASON]
    sheet = desk().sheet(draft_id)
    fault = fault_of_reason(why, sheet.mall) if why else NO_REASON
    if fault and (wants_message() or not sheet.locked):
        raise Unreadable(fault)
    if fault:
        return html_of("utskrift/skriv_ut.html", page(draft_id, Slip(fault, why))), 422
    mark(draft_id, lambda sheet, who: running().store.dossier.unlock(draft_id, why, who))
    return redirect(url_for("utskrift.choose", draft_id=draft_id))


@bp.post("/diarienummer")
def number(draft_id: int) -> ResponseReturnValue:
    """The number that the förbund gives, often when the paper has been signed: it may be filled in after the lock."""
    current_person()
    field = desk().sheet(draft_id).mall.of_role(DIARIENUMMER) or abort(404)
    change(draft_id, {field.id: request.form.get("diarienummer", "")[:LONGEST_REASON]})
    return redirect(url_for("utskrift.choose", draft_id=draft_id))
