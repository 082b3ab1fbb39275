"""The Budgetsammanställning where the form shows it again, and who pays what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...core.kinds.kind import Answer
from .. import elements as e
from ..paper import Paper
from .budget import amounts_of, ledger_on, pay_chart, summary_table


def elements(at: Answer[Any], paper: Paper) -> Iterator[e.Element]:
    ledger, amounts = ledger_on(paper), amounts_of(paper)
    source = "Förs över från den detaljerade budgeten." if paper.blank else "Hämtas ur den detaljerade budgeten."
    note = f"Kostnader i {amounts.unit}. {source}"
    yield e.SubHeading(ledger.field.summary_heading, note, paper.level, at.path)
    yield summary_table(paper, at.path, title="")
    if not paper.blank and ledger.total.value > 0:
        yield e.SubHeading("Vem betalar vad", level=paper.level, path=at.path)
        yield pay_chart(paper, at.path)
