"""Printing: choose what, see it in the browser first."""

from __future__ import annotations

from datetime import datetime

from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue

from ..core.document import Document
from ..core.fingerprint import shown
from ..core.party import parties_of
from ..core.roles import DIARIENUMMER
from ..export.formats import JSON, PDF, Format, Order
from ..export.kinds import BUDGET, SHEETS, TEXT
from ..export.paper import Stamp
from ..export.printout import ALL, REVIEW, parts_of
from ..live.desk import Sheet
from .context import desk, running
from .dossier import happened
from .pages import PrintPage, Slip, draft_now, html_of

bp = Blueprint("utskrift", __name__)

PARTS = {
    ALL: ("Hela dokumentet", "Alla sidor i formulärets ordning"),
    TEXT: ("Bara texten", "Avsnitten utan underskrifter och budget"),
    BUDGET: ("Bara budgeten", "Liggande blad"),
    SHEETS: ("Underskriftsblad", "Ett blad för varje part"),
    REVIEW: ("Granskningen", "Anmärkningarna, att gå igenom tillsammans"),
}
"""What each part of a document is called, and what it is."""


@bp.get("/utkast/<int:draft_id>/skriv-ut")
def choose(draft_id: int) -> ResponseReturnValue:
    return html_of("utskrift/skriv_ut.html", page(draft_id))


def page(draft_id: int, slip: Slip | None = None) -> PrintPage:
    """`slip`: what is wrong with the reason for unlocking that somebody gave."""
    sheet = desk().sheet(draft_id)
    return PrintPage(
        now=draft_now(sheet),
        number=sheet.mall.of_role(DIARIENUMMER),
        fingerprint=shown(sheet.latest.sha256) if sheet.latest else "",
        events=happened(running().store, draft_id),
        parties=parties_of(sheet.document),
        parts=[(part, *PARTS[part]) for part in parts_of(sheet.mall)],
        slip=slip,
    )


@bp.get("/utkast/<int:draft_id>/utskrift.pdf")
def pdf(draft_id: int) -> ResponseReturnValue:
    """`del` = allt, text, budget, underskrifter, granskning or a party's id; `granskning` adds the remarks at the end."""
    part = request.args.get("del", ALL)
    reviewed = running().review.now(draft_id)
    remarks = reviewed.remarks if part == REVIEW or "granskning" in request.args else None
    stamp = stamp_of(reviewed.sheet, printed_at=now())
    return as_file(
        PDF, Order(document=reviewed.sheet.document, stamp=stamp, part=part, remarks=remarks), "spara" in request.args
    )


@bp.get("/blankett/<mall_id>.pdf")
def blank(mall_id: str) -> ResponseReturnValue:
    """The form with ruled space, to fill in by hand."""
    mall = running().malls.get(mall_id) or abort(404)
    order = Order(document=Document(mall, {}), stamp=Stamp(printed_at=now(), state="blankett"))
    return as_file(PDF, order, "spara" in request.args)


@bp.get("/utkast/<int:draft_id>/utkast.json")
def download(draft_id: int) -> ResponseReturnValue:
    """The draft as a file that can be read in on another computer."""
    sheet = desk().sheet(draft_id)
    return as_file(JSON, Order(document=sheet.document, stamp=stamp_of(sheet)), save=True)


def stamp_of(sheet: Sheet, printed_at: str = "") -> Stamp:
    """A draft, or the version that it is locked as; without a time it is looked at, not printed."""
    if not sheet.locked or sheet.latest is None:
        return Stamp(printed_at=printed_at)
    return Stamp.locked(printed_at, sheet.latest.number, sheet.latest.sha256, sheet.latest.at)


def now() -> str:
    return f"{datetime.now():%Y-%m-%d %H:%M}"


def as_file(kind: Format, order: Order, save: bool) -> Response:
    """`save`: to be kept, rather than looked at in the browser."""
    headers = {
        "Content-Disposition": f"{'attachment' if save else 'inline'}; filename={kind.file_name(order.document)}"
    }
    return Response(kind.make(order), mimetype=kind.media_type, headers=headers)
