"""Printing: choose what, see it in the browser first."""

from __future__ import annotations

from datetime import datetime

from flask import Blueprint, Response, abort, render_template, request
from flask.typing import ResponseReturnValue

from ..core.document import Document
from .context import desk, known_person, running
from .granska import counts

bp = Blueprint("utskrift", __name__)


@bp.get("/utkast/<int:draft_id>/skriv-ut")
def choose(draft_id: int) -> ResponseReturnValue:
    sheet = desk().sheet(draft_id)
    return render_template(
        "utskrift/skriv_ut.html",
        sheet=sheet,
        document=sheet.document,
        mall=sheet.document.mall,
        me=known_person(),
        counts=counts(running().review.now(draft_id).remarks),
    )


@bp.get("/utkast/<int:draft_id>/utskrift.pdf")
def pdf(draft_id: int) -> ResponseReturnValue:
    """`del` = allt, text, budget, underskrifter or a party's id."""
    sheet = desk().sheet(draft_id)
    return as_pdf(sheet.document, request.args.get("del", "allt"), "last" if sheet.locked else "utkast")


@bp.get("/blankett/<mall_id>.pdf")
def blank(mall_id: str) -> ResponseReturnValue:
    """The form with ruled space, to fill in by hand."""
    mall = running().malls.get(mall_id) or abort(404)
    return as_pdf(Document(mall, {}), "allt", "blankett")


def as_pdf(document: Document, part: str, state: str) -> Response:
    # ReportLab costs half a second to import: only when something is printed.
    from ..export import printing

    data = printing.pdf(document, part=part, state=state, printed_at=datetime.now().strftime("%Y-%m-%d %H:%M"))
    name = printing.file_name(document)
    disposition = "attachment" if "spara" in request.args else "inline"
    return Response(
        data, mimetype="application/pdf", headers={"Content-Disposition": f"{disposition}; filename={name}"}
    )
