"""What a wage on a budget line was worked out from: read from the line, turned into a cost, told in words."""

from __future__ import annotations

from dataclasses import dataclass

from ...dates import Period
from ...document import Document
from ...kronor import format_kronor
from ...percent import format_percent
from ...span import insats_span, months_in_words, span_at
from .definition import budget_field
from .parts import BASIS, BASIS_EMPLOYER, BASIS_NOTE, BASIS_PAY, BASIS_PO, DAYS, PO, PO_EMPLOYERS, SHARE
from .wages import NoRate, WageCost, wage_cost

NBSP = "\u00a0"


@dataclass(frozen=True, slots=True, kw_only=True)
class WageBasis:
    """None for what is not given or can't be read."""

    pay: int | None
    """Whole kronor a month for full time, without PO-pålägg."""
    employer: str
    """`kommun`, `region`, `annan` or nothing."""
    po: int | None
    """The line's own PO-pålägg, hundredths of a percent; it goes before the table's."""
    share: int | None
    """Tjänst, hundredths of a percent."""
    period: Period | None
    """The line's own, else the insats'."""
    note: bool = False
    """Is the basis printed as a note under the table?"""

    @property
    def complete(self) -> bool:
        return bool(self.pay and self.share and self.period and (self.employer in PO_EMPLOYERS or self.po is not None))


def basis_at(document: Document, line: str) -> WageBasis:
    """The basis of a budget line. `line`: its path, such as `budget/lon/processledare`."""
    base = f"{line}/{BASIS}"
    span = span_at(document, line, "", DAYS) or insats_span(document)
    return WageBasis(
        pay=BASIS_PAY.read(document.text(f"{base}/{BASIS_PAY.id}")).value,
        employer=document.text(f"{base}/{BASIS_EMPLOYER.id}"),
        po=BASIS_PO.read(document.text(f"{base}/{BASIS_PO.id}")).value,
        share=SHARE.read(document.text(f"{line}/{SHARE.id}")).value,
        period=span.period if span else None,
        note=document.text(f"{base}/{BASIS_NOTE.id}") == "ja",
    )


def po_rate(document: Document, year: int, employer: str) -> int | None:
    """PO-pålägg of a year in hundredths of a percent: the draft's own table first, then the form's. None: not known."""
    budget = budget_field(document.mall)
    own = BASIS_PO.read(document.text(f"{budget.id}/{PO}/{year}/{employer}")).value if budget else None
    return document.mall.settings.po_rate(year, employer) if own is None else own


def cost_of(document: Document, basis: WageBasis) -> WageCost:
    """What the basis gives. Raises NoRate, and ValueError for a basis that is not complete."""
    if not basis.complete:
        raise ValueError("the basis is not complete")
    assert basis.pay and basis.share and basis.period
    own = basis.po
    return wage_cost(
        basis.pay,
        basis.share,
        basis.period,
        lambda year: po_rate(document, year, basis.employer) if own is None else own,
    )


def basis_words(document: Document, basis: WageBasis) -> str:
    """«34 355 kr i månaden på heltid, tjänst 75 %, PO-pålägg 40,15 %, 9 månader (2021-04-01 – 2021-12-31)»."""
    try:
        cost = cost_of(document, basis)
    except (NoRate, ValueError):
        return ""
    assert basis.pay and basis.share and basis.period
    rates = {month.year: month.po for month in cost.months}
    one = len(set(rates.values())) == 1
    po = ", ".join(
        format_percent(rate) + ("" if one else f" ({year})") for year, rate in list(rates.items())[: 1 if one else None]
    )
    return (
        f"{format_kronor(basis.pay, with_unit=True)} i månaden på heltid, tjänst {format_percent(basis.share)}, "
        f"PO-pålägg {po}, {months_in_words(basis.period)} ({basis.period})"
    )
