"""Printing: choose what, see it in the browser first."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from itertools import chain
from pathlib import Path

from flask import Response, abort, current_app, request
from flask.typing import ResponseReturnValue

from ..core.checks import Severity
from ..core.document import Document
from ..core.fingerprint import shown
from ..core.party import parties_of
from ..core.roles import DIARIENUMMER
from ..export.formats import FORMATS, ZIP, Format, Order
from ..export.parts import ALL, REVIEW
from ..export.stamp import Stamp
from ..forms.edit import Unreadable
from ..live.desk import Sheet
from ..live.review import Reviewed
from ..mallar import word_template
from ..store.folder import FORMS
from .context import desk, running
from .dossier import happened
from .narvaro import others_writing, where_written
from .pages import PrintPage, Slip, counts, draft_now, html_of


def choose(draft_id: int) -> ResponseReturnValue:
    return html_of("utskrift/skriv_ut.html", page(draft_id))


def page(draft_id: int, slip: Slip | None = None) -> PrintPage:
    """`slip`: what is wrong with the reason for unlocking that somebody gave."""
    from ..export.printout import parts_of  # all that makes paper: only when something is printed

    sheet = desk().sheet(draft_id)
    return PrintPage(
        now=draft_now(sheet),
        number=sheet.mall.of_role(DIARIENUMMER),
        fingerprint=shown(sheet.latest.sha256) if sheet.latest else "",
        events=happened(running().store, draft_id),
        parties=parties_of(sheet.document),
        formats=[one for one in FORMATS.values() if not one.lacks and not one.sent],
        parcel=None if ZIP.lacks else ZIP,
        parts=[*parts_of(sheet.document)],
        writing=[where_written(sheet, one) for one in others_writing(draft_id)],
        not_locked=running().locking.refused(draft_id),
        slip=slip,
    )


def file(draft_id: int, name: str) -> ResponseReturnValue:
    """The draft as a file of any format that there is.

    `del` = allt, text, budget, underskrifter, granskning, a sheet of the form or a party's id; `granskning` adds the remarks at the end.
    """
    kind = FORMATS.get(name) or abort(404)
    part = request.args.get("del", ALL)
    reviewed = running().review.now(draft_id)
    remarks = reviewed.remarks if part == REVIEW or "granskning" in request.args else None
    stamp = stamp_of(reviewed.sheet, printed_at=now())
    document = reviewed.sheet.document
    follows = running().following.told(reviewed.sheet)
    order = Order(
        document=document,
        stamp=stamp,
        part=part,
        remarks=remarks,
        draft=str(draft_id),
        change=str(reviewed.sheet.last_change),
        follows=follows,
    )
    order = with_template(kind, order, reviewed.sheet.mall.id)
    return handed_in(reviewed, order) if kind.sent else as_file(kind, order)


def handed_in(reviewed: Reviewed, order: Order) -> Response:
    """All that is handed in, a file at a time as they are made; how many there will be is told first. Raises Unreadable, Unmade."""
    from ..export import parcel  # all that makes files: only when something is handed in
    from .handed_in import history

    left = counts(reviewed.remarks)[Severity.ERROR]
    if left:
        raise Unreadable(
            f"{left} fel är kvar på sidan Granska. Rätta dem, eller skriv varför det ska stå så, och försök igen."
        )
    told = history(running().store, reviewed.sheet.draft_id, reviewed.sheet.document)
    growing = parcel.stream(replace(order, remarks=reviewed.remarks, history=told))
    headers = {
        "Content-Disposition": f"attachment; filename={ZIP.file_name(order.document)}",
        "X-Filer": str(parcel.count(order)),
    }
    return Response(chain([next(growing)], growing), mimetype=ZIP.media_type, headers=headers)


def blank(mall_id: str, name: str) -> ResponseReturnValue:
    """The form with ruled space, to fill in by hand or in a program of one's own."""
    mall = running().malls.get(mall_id) or abort(404)
    kind = FORMATS.get(name) or abort(404)
    if not kind.as_blank:
        abort(404)
    order = Order(document=Document(mall, {}), stamp=Stamp(printed_at=now(), state="blankett"))
    return as_file(kind, with_template(kind, order, mall_id))


def with_template(kind: Format, order: Order, mall_id: str) -> Order:
    """In the förbund's own file, where it has one for the form."""
    folder = Path(current_app.instance_path) / FORMS
    return replace(order, template=word_template(folder, mall_id)) if kind.templated else order


def stamp_of(sheet: Sheet, printed_at: str = "") -> Stamp:
    """A draft, or the version that it is locked as; without a time it is looked at, not printed."""
    if not sheet.locked or sheet.latest is None:
        return Stamp(printed_at=printed_at)
    return Stamp.locked(printed_at, sheet.latest.number, sheet.latest.sha256, sheet.latest.at)


def now() -> str:
    return f"{datetime.now():%Y-%m-%d %H:%M}"


def as_file(kind: Format, order: Order) -> Response:
    """To be looked at in the browser where that can be; `spara` in the address, and else: to be kept."""
    shown = kind.looked_at and "spara" not in request.args
    headers = {
        "Content-Disposition": f"{'inline' if shown else 'attachment'}; filename={kind.file_name(order.document)}"
    }
    return Response(kind.make(order), mimetype=kind.media_type, headers=headers)
