"""The budget on paper. Every figure is a sum of the ledger; none is added up here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ....core.kinds.budget.calendar import year_tables
from ....core.kinds.budget.ledger import Ledger, LedgerTable
from ....core.kinds.budget.wage_basis import basis_at, basis_words
from ....core.kinds.kind import Answer
from ....core.roles import ANSOKAN
from ... import elements as e
from ...paper import Paper
from ...words import UNREAD
from .cost_table import cost_table
from .money import amounts_of, figure, ledger_of_form, ledger_on
from .summary import pay_chart, summary_table
from .year_table import year_elements

__all__ = ["amounts_of", "elements", "head", "ledger_on", "pay_chart", "summary_table"]


def elements(at: Answer[Any], paper: Paper) -> Iterator[e.Element]:
    ledger = ledger_on(paper)
    for table in ledger.tables:
        if paper.blank or paper.fillable or used(ledger, table):
            yield cost_table(table, paper)
            yield from () if paper.blank else wage_notes(ledger, table)
    total = figure(paper, "total")
    yield e.Band(ledger.field.grand_total_label, total, amounts_of(paper))
    yield summary_table(paper, at.path, title=ledger.field.summary_heading)
    yield from () if paper.blank else year_elements(paper)
    if any(found.unread for found in ledger.sums.values()) or any(
        cell.unread for found in year_tables(ledger) for cell in found.cells
    ):
        words = f"{UNREAD} Ett belopp i tabellen går inte att läsa och är inte med i summan. Det står som det skrevs."
        yield e.Note(words, at.path)


def used(ledger: Ledger, table: LedgerTable) -> bool:
    """Is there anything in a table? The first is printed all the same."""
    first = table.definition.id == ledger.field.tables[0].id
    return first or any(group.lines for group in table.groups) or bool(ledger.sum("tabell", table.definition.id).value)


def wage_notes(ledger: Ledger, table: LedgerTable) -> Iterator[e.Note]:
    """What the wages were worked out from, where the group wants it on paper."""
    for group in table.groups:
        for line in group.lines if group.definition.share else ():
            basis = basis_at(ledger.document, line.path)
            words = basis_words(ledger.document, basis) if basis.note else ""
            if words:
                yield e.Note(f"{line.label or 'Lönerad'}: {words}.", line.path)


def head(paper: Paper) -> Iterator[e.Entry]:
    """What it costs, for the reader of the first page."""
    ledger = paper.once(ledger_of_form)
    if ledger:
        first = ledger.field.tables[0]
        label = "Sökt belopp" if paper.form.family == ANSOKAN else first.total_label
        yield e.Entry(label, figure(paper, "tabell", first.id), strong=True)
        yield e.Entry("Total kostnad", figure(paper, "total"))
