"""«Räkna ut lönekostnad»: monthly pay, PO-pålägg, tjänst and period of a wage line become kronor, month by month."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from flask import abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from ....core.dates import MONTHS
from ....core.document import Document
from ....core.kinds.budget.definition import budget_field
from ....core.kinds.budget.ledger import CostLine, Ledger, LedgerGroup, LedgerTable, ledger_of
from ....core.kinds.budget.parts import AMOUNT, BASIS_PO, PO, PO_EMPLOYERS
from ....core.kinds.budget.wage_basis import basis_at, cost_of
from ....core.kinds.budget.wages import NoRate, WageCost
from ....core.mall import Section
from ....core.percent import format_percent
from ....core.reading import Problem, Suggestion
from ....forms.kinds.budget import WageForm, line_values, rate_values, wage_form, ways_out, with_way
from ....live.desk import Sheet
from ...change import change
from ...context import desk
from ...pages import DraftPage, draft_now, html_of


def show(draft_id: int) -> ResponseReturnValue:
    sheet = desk().sheet(draft_id)
    place = wage_line(sheet, request.args.get("rad", ""))
    return page(sheet, place, wage_form(sheet.document, place.line.path, place.table.parties, None), sheet.document)


def work_out(draft_id: int) -> ResponseReturnValue:
    """`gor` = `rakna` shows the working; `skriv` also puts it in the budget."""
    sheet = desk().sheet(draft_id)
    place = wage_line(sheet, request.form.get("rad", ""))
    form = wage_form(sheet.document, place.line.path, place.table.parties, with_way(request.form))
    values = line_values(form, place.line.path)
    years = po_years(sheet.document.replace(values), place.line)
    values |= rate_values(place.ledger.field.id, years, request.form)
    tried = sheet.document.replace(values)
    cost, _ = working(tried, place.line) if form.validate() else (None, "")
    if request.form.get("gor") != "skriv":
        return page(sheet, place, form, tried)
    if cost is None:
        return page(sheet, place, form, tried), 422
    values[f"{place.line.path}/{AMOUNT.id}/{form.part.data}"] = str(cost.kronor)
    change(draft_id, lambda now: {path: text for path, text in values.items() if text != now.document.text(path)})
    budget_section = sheet.mall.section_of(place.line.path) or abort(404)
    cell = f"f-{place.line.path}-{AMOUNT.id}-{form.part.data}".replace("/", "-")
    return redirect(url_for("avsnitt.show", draft_id=draft_id, section_id=budget_section.id, _anchor=cell))


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A wage line and where it stands."""

    ledger: Ledger
    table: LedgerTable
    group: LedgerGroup
    line: CostLine


def wage_line(sheet: Sheet, path: str) -> Place:
    """The line at a path. 404 for what is no wage line."""
    ledger = ledger_of(sheet.document) or abort(404)
    for table in ledger.tables:
        for group in table.groups:
            for line in group.lines if group.definition.share and group.definition.dates else ():
                if line.path == path:
                    return Place(ledger=ledger, table=table, group=group, line=line)
    return abort(404)


def po_years(document: Document, line: CostLine) -> range:
    period = basis_at(document, line.path).period
    return range(period.start.year, period.end.year + 1) if period else range(0)


def working(document: Document, line: CostLine) -> tuple[WageCost | None, str]:
    """The cost by month, or a sentence about what is missing."""
    basis = basis_at(document, line.path)
    if basis.period is None:
        return None, "Fyll i från och till, eller insatstiden i avsnittet Insatstid, så går kostnaden att räkna ut."
    try:
        return cost_of(document, basis), ""
    except NoRate as missing:
        return None, str(missing)
    except ValueError:
        return None, ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RateRow:
    """A year of the PO table: what is written for this draft, and what the form's own table says."""

    year: int
    cells: tuple[tuple[str, str, str], ...]
    """(employer, typed text, the form's rate in words)."""


def rate_rows(document: Document, years: range) -> list[RateRow]:
    budget = budget_field(document.mall)
    assert budget
    known = document.mall.settings.po_rate
    return [
        RateRow(
            year=year,
            cells=tuple(
                (
                    employer,
                    document.text(f"{budget.id}/{PO}/{year}/{employer}"),
                    format_percent(rate) if (rate := known(year, employer)) is not None else "",
                )
                for employer in PO_EMPLOYERS
            ),
        )
        for year in years
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class WagePage(DraftPage):
    section: Section | None
    place: Place
    form: WageForm
    cost: WageCost | None
    missing: str
    """What is missing before the cost can be worked out, in a sentence."""
    rates: Sequence[RateRow]
    ways_out: Callable[[str], tuple[Suggestion, ...]]
    """How what stands in a field could be written instead."""
    rate_problem: Callable[[str], Problem | None]
    month_name: Callable[[int], str]
    percent: Callable[[int], str]


def page(sheet: Sheet, place: Place, form: WageForm, document: Document) -> str:
    """`document`: with what was just typed, so that the working is that of the form."""
    asked = request.method == "POST"
    cost, missing = working(document, place.line)
    if asked and form.errors:
        cost, missing = None, ""
    page = WagePage(
        now=draft_now(sheet),
        section=sheet.mall.section_of(place.line.path),
        place=place,
        form=form,
        cost=cost,
        missing=missing,
        rates=rate_rows(document, po_years(document, place.line)),
        ways_out=lambda name: ways_out(form, name),
        rate_problem=lambda text: BASIS_PO.read(text).problem,
        month_name=lambda month: MONTHS[month - 1],
        percent=format_percent,
    )
    return html_of("falt/budget/lon.html", page)
