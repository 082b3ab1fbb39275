"""What has been asked for quarter by quarter: a row each in a list beside the table, carried from one to the next, and the picture of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from ...bars import HATCH, SOLID, Bar, BarChart, Part
from ...document import Document
from ...span import quarter_of
from ...unit import NBSP, Unit, words
from ..figures import figures
from ..kind import Answer, Claim, Source, Taken
from ..rows import row_after
from .parts import BUDGET, EARLIER, NOW

if TYPE_CHECKING:
    from .definition import BudgetOutcome

LABEL, AMOUNT = "kvartal", "belopp"
COLUMNS = (LABEL, AMOUNT)


def quarter_said(document: Document) -> str:
    """«Q3 2021»; empty while it is not known."""
    quarter = quarter_of(document)
    return "" if quarter is None else f"Q{quarter % 4 + 1} {quarter // 4}"


def claim_of(document: Document, path: str) -> Claim | None:
    """What is asked for in a document; None while an amount of it is not known."""
    now = figures(document).sum(path, "summa", NOW)
    return Claim(quarter_said(document), now.value) if now.written and not now.unread else None


def claims_carried(field: BudgetOutcome, source: Source) -> Iterator[Taken]:
    """What the last one asked for, as a row of the next, after those that it had itself."""
    last = claim_of(source.document, source.path)
    if last is not None and last.quarter:
        cells = {LABEL: last.quarter, AMOUNT: str(last.kronor)}
        yield from row_after(source.document, field.claims, f"{field.id} {last.quarter}", cells)


def steps(field: BudgetOutcome, at: Answer[Any]) -> list[Claim]:
    """Quarter by quarter, this one last; none unless the earlier ones make what the table says has been asked for before."""
    rows = [f"{field.claims}/{row}" for row in at.document.rows(field.claims)] if field.claims else []
    before = [Claim(at.document.text(f"{row}/{LABEL}"), at.document.read(f"{row}/{AMOUNT}").value or 0) for row in rows]
    now = claim_of(at.document, at.path)
    earlier = figures(at.document).sum(at.path, "summa", EARLIER)
    whole = now is not None and now.quarter and before and sum(one.kronor for one in before) == earlier.value
    return [*before, now] if whole and now is not None and all(one.kronor >= 0 for one in (*before, now)) else []


def step_bars(field: BudgetOutcome, at: Answer[Any], alt: str) -> Iterator[BarChart]:
    """A bar a quarter, each beginning where the one before ended, and a line where the granted amount is."""
    found, granted = steps(field, at), figures(at.document).sum(at.path, "summa", BUDGET)
    amounts = field.amounts(at)
    so_far = [0, *accumulate(one.kronor for one in found)]
    bars = tuple(
        Bar(
            label=one.quarter,
            words=f"{words(one.kronor, Unit.KRONOR, amounts)}{NBSP}{amounts.unit}",
            parts=(Part(before, HATCH), Part(one.kronor, SOLID)),
            mark=granted.value,
        )
        for one, before in zip(found, so_far, strict=False)
    )
    if bars:
        key = ((SOLID, "rekvirerat då"), (HATCH, "rekvirerat dessförinnan"))
        yield BarChart(title="Rekvirerat kvartal för kvartal", bars=bars, key=key, mark_label="beviljat", alt=alt)
