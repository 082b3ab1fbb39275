"""Printing: choose what, see it in the browser first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from flask import Blueprint, Response, abort, render_template, request
from flask.typing import ResponseReturnValue

from ..core.checks import Remark
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
    """`del` = allt, text, budget, underskrifter, granskning or a party's id; `granskning` adds the remarks at the end."""
    part = request.args.get("del", "allt")
    reviewed = running().review.now(draft_id)
    remarks = reviewed.remarks if part == "granskning" or "granskning" in request.args else None
    return as_pdf(reviewed.sheet.document, part, "last" if reviewed.sheet.locked else "utkast", remarks)


@bp.get("/blankett/<mall_id>.pdf")
def blank(mall_id: str) -> ResponseReturnValue:
    """The form with ruled space, to fill in by hand."""
    mall = running().malls.get(mall_id) or abort(404)
    return as_pdf(Document(mall, {}), "allt", "blankett")


def as_pdf(document: Document, part: str, state: str, remarks: Iterable[Remark] | None = None) -> Response:
    # ReportLab costs half a second to import: only when something is printed.
    from ..export import printing

    data = printing.pdf(
        document, part=part, state=state, remarks=remarks, printed_at=f"{datetime.now():%Y-%m-%d %H:%M}"
    )
    name = printing.file_name(document)
    disposition = "attachment" if "spara" in request.args else "inline"
    return Response(
        data, mimetype="application/pdf", headers={"Content-Disposition": f"{disposition}; filename={name}"}
    )
