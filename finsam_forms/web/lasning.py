"""«Lås för underskrift»: the draft becomes a numbered version that is printed without UTKAST and can't be changed until it is opened again."""

from __future__ import annotations

from typing import Any

from flask import abort, current_app, redirect, request, url_for
from flask.typing import ResponseReturnValue

from ..core.checks import Severity
from ..core.checks.personal import fault_of_reason
from ..core.edit import Person
from ..core.fingerprint import fingerprint
from ..core.roles import DIARIENUMMER
from ..forms.edit import Unreadable
from ..live.desk import Sheet
from ..live.locking import WARNING
from ..live.review import Reviewed
from ..store import StoreError
from .change import change, mark
from .context import current_person, desk, feed, running
from .dossier import today_of_latest
from .htmx import wants_message
from .narvaro import others_writing
from .pages import Slip, counts, html_of
from .utskrift import page

LONGEST_REASON = 500
NO_REASON = "Skriv varför utkastet låses upp. Skälet står sedan bland det som har hänt med utkastet."


def lock(draft_id: int) -> ResponseReturnValue:
    """Refused while there is a fel that nobody has given a reason for. What is already a version keeps its number.

    While others write they are told, and it is done a moment later; `nu` doesn't wait for them.
    """
    who = current_person()
    if request.form.get("nu") or not others_writing(draft_id):
        lock_now(draft_id, who)
    else:
        announce(draft_id, who)
    return redirect(url_for("utskrift.choose", draft_id=draft_id))


def call_off(draft_id: int) -> ResponseReturnValue:
    """The lock that was announced is not to be."""
    current_person()
    running().locking.call_off(draft_id)
    tell(draft_id, None)
    return redirect(url_for("utskrift.choose", draft_id=draft_id))


def announce(draft_id: int, who: Person) -> None:
    """Raises Unreadable when it could not be locked as it stands."""
    faults_left(running().review.now(draft_id))
    app = current_app._get_current_object()  # type: ignore[attr-defined]

    def later(who: Person) -> str:
        with app.test_request_context("/"):
            try:
                lock_now(draft_id, who)
            except (Unreadable, StoreError) as refused:
                tell(draft_id, None)
                return str(refused)
            finally:
                running().store.rest()  # the thread ends here
        return ""

    if running().locking.announce(draft_id, who, later):
        tell(draft_id, {"who": who.said, "left": round(WARNING)})


def tell(draft_id: int, coming: dict[str, Any] | None) -> None:
    """Everybody hears that it will be locked; None: that it will not."""
    feed().publish(draft_id, {"values": [], "locking": coming, "html": ""}, name="har")


def lock_now(draft_id: int, who: Person) -> None:
    """Raises Unreadable, StoreError."""
    running().review.now(draft_id)  # so that nobody's saving has to wait for it
    mark(draft_id, lock_when_clean, who=who)
    if running().locking.call_off(draft_id):
        tell(draft_id, None)


def faults_left(reviewed: Reviewed) -> None:
    """Raises Unreadable when there are any."""
    left = counts(reviewed.remarks)[Severity.ERROR]
    if left:
        raise Unreadable(
            f"{left} fel är kvar på sidan Granska. Rätta dem, eller skriv varför det ska stå så, och lås sedan."
        )


def lock_when_clean(sheet: Sheet, who: Person) -> None:
    faults_left(running().review.now(sheet.draft_id))
    if not sheet.locked:
        store = running().store
        store.dossier.lock(sheet.draft_id, fingerprint(sheet.document), who, today_of_latest(store, sheet))


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


def number(draft_id: int) -> ResponseReturnValue:
    """The number that the förbund gives, often when the paper has been signed: it may be filled in after the lock."""
    current_person()
    field = desk().sheet(draft_id).mall.of_role(DIARIENUMMER) or abort(404)
    change(draft_id, {field.id: request.form.get("diarienummer", "")[:LONGEST_REASON]})
    return redirect(url_for("utskrift.choose", draft_id=draft_id))
