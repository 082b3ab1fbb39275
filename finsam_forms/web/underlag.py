"""«Underlag till Uppföljning Finsam»: what the system asks for, from an application and the latest report about it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from flask import Response, abort
from flask.typing import ResponseReturnValue

from ..core.document import Document
from ..core.followup import follow_up, people_in
from ..core.mall import mall_of
from ..core.mall_fault import MallFault
from ..core.roles import ANSOKAN, RAPPORT
from ..core.span import report_period
from ..live.desk import Sheet
from ..store import StoreError
from .context import desk, running
from .pages import DraftPage, draft_now, html_of

if TYPE_CHECKING:
    from ..export import elements as e


class Both(NamedTuple):
    application: Document
    report: Document | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpPage(DraftPage):
    elements: Sequence[tuple[str, e.Element]]
    """Each after its macro."""


def show(draft_id: int) -> ResponseReturnValue:
    from .read_page import IN_WORDS, shown_elements  # all that makes paper: only when somebody asks

    sheet = desk().sheet(draft_id)
    page = FollowUpPage(now=draft_now(sheet), elements=shown_elements(made(sheet).elements))
    return html_of("underlag/finsam.html", page, **IN_WORDS)


def file(draft_id: int, name: str) -> ResponseReturnValue:
    """`pdf` or `csv`."""
    found = made(desk().sheet(draft_id))
    if name == "csv":
        from ..export.followup import as_csv

        headers = {"Content-Disposition": "attachment; filename=underlag-finsam.csv"}
        return Response(as_csv(found), mimetype="text/csv", headers=headers)
    if name != "pdf":
        abort(404)
    from ..export.pdf import render

    return Response(render(found), mimetype="application/pdf")


def made(sheet: Sheet) -> e.Printout:
    from ..export.followup import printout
    from .utskrift import now

    both = both_of(sheet)
    if both is None:
        abort(404)
    return printout(both.application, follow_up(*both), now())


def both_of(sheet: Sheet) -> Both | None:
    """The application and the latest report about it. None for a draft that is neither, or that follows no application."""
    if mall_of(sheet.document).family == ANSOKAN:
        return Both(sheet.document, latest_report(sheet.draft_id))
    application = running().following.of(sheet).application
    return Both(application, sheet.document) if application is not None else None


def latest_report(application_id: int) -> Document | None:
    """Of the reports in the dossier of an application, the last in time that counts those who take part; else the last of them all."""
    found: list[tuple[bool, date, int, Document]] = []
    for one in running().store.drafts.in_dossiers([application_id])[application_id]:
        with suppress(StoreError, MallFault):
            document = desk().sheet(one.id).document
            period = report_period(document) if mall_of(document).family == RAPPORT else None
            if period is not None:
                found.append((bool(people_in(document)), period.end, one.id, document))
    return max(found)[-1] if found else None
