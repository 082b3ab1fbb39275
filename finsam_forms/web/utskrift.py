"""Printing: choose what, see it in the browser first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue

from ..core.checks import Remark
from ..core.document import Document
from ..core.fingerprint import DIARIENUMMER, shown
from ..export.printout import Stamp
from ..live.desk import Sheet
from .context import desk, running
from .dossier import happened
from .pages import PrintPage, draft_now, html_of

bp = Blueprint("utskrift", __name__)


@bp.get("/utkast/<int:draft_id>/skriv-ut")
def choose(draft_id: int) -> ResponseReturnValue:
    sheet = desk().sheet(draft_id)
    page = PrintPage(
        now=draft_now(sheet),
        number=sheet.mall.of_role(DIARIENUMMER),
        events=happened(running().store, draft_id),
    )
    return html_of("utskrift/skriv_ut.html", page)


@bp.get("/utkast/<int:draft_id>/utskrift.pdf")
def pdf(draft_id: int) -> ResponseReturnValue:
    """`del` = allt, text, budget, underskrifter, granskning or a party's id; `granskning` adds the remarks at the end."""
    part = request.args.get("del", "allt")
    reviewed = running().review.now(draft_id)
    remarks = reviewed.remarks if part == "granskning" or "granskning" in request.args else None
    return as_pdf(reviewed.sheet.document, stamp_of(reviewed.sheet, printed_at=now()), part, remarks)


@bp.get("/blankett/<mall_id>.pdf")
def blank(mall_id: str) -> ResponseReturnValue:
    """The form with ruled space, to fill in by hand."""
    mall = running().malls.get(mall_id) or abort(404)
    return as_pdf(Document(mall, {}), Stamp(printed_at=now(), state="blankett"), "allt")


def stamp_of(sheet: Sheet, printed_at: str = "") -> Stamp:
    """A draft, or the version that it is locked as; without a time it is looked at, not printed."""
    if not sheet.locked or sheet.latest is None:
        return Stamp(printed_at=printed_at)
    return Stamp(printed_at, "last", str(sheet.latest.number), shown(sheet.latest.sha256))


def now() -> str:
    return f"{datetime.now():%Y-%m-%d %H:%M}"


def as_pdf(document: Document, stamp: Stamp, part: str, remarks: Iterable[Remark] | None = None) -> Response:
    # ReportLab costs half a second to import: only when something is printed.
    from ..export import printing

    data = printing.pdf(document, stamp, part=part, remarks=remarks)
    name = printing.file_name(document)
    disposition = "attachment" if "spara" in request.args else "inline"
    return Response(
        data, mimetype="application/pdf", headers={"Content-Disposition": f"{disposition}; filename={name}"}
    )
