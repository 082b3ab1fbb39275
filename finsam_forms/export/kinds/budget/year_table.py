"""An insats over a new year on paper: every amount per calendar year, and the quarters of what is applied for."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ....core.kinds.budget.calendar import YearCell, YearTable, crosses_new_year, quarters, year_tables
from ....core.kinds.budget.parts import AMOUNT, YEARS
from ....core.unit import Unit
from ... import elements as e
from ...paper import Paper
from ..parties import named
from .cost_table import line_name
from .money import amounts_of, figure, ledger_on, unit_words


def year_elements(paper: Paper) -> Iterator[e.Element]:
    ledger, amounts = ledger_on(paper), amounts_of(paper)
    for found in year_tables(ledger):
        if found.cells:
            yield year_table(found, paper)
    first = ledger.tables[0] if crosses_new_year(ledger) else None
    if first is not None and ledger.sum("tabell", first.definition.id).value:
        parts = [
            f"{year} Q{number}: {amounts.show(kronor)}" for (year, number), kronor in quarters(ledger, first).items()
        ]
        yield e.Note(f"{first.definition.short_label} per kvartal, i {amounts.unit}. {'; '.join(parts)}.", ledger.path)


def year_table(found: YearTable, paper: Paper) -> e.Table:
    definition = found.table.definition
    rows = tuple(line(cell, paper) for cell in found.cells)
    sums = (e.Cell(one.value, Unit.KRONOR, unread=one.unread, rule=e.Rule.ADDED) for one in found.sums().values())
    total = e.Row(
        "sum",
        (e.own(definition.total_label), *sums, figure(paper, f"tabell/{definition.id}")),
        adds=tuple(range(len(rows))),
    )
    return e.Table(
        path=ledger_on(paper).path,
        title=f"{definition.heading} per kalenderår",
        note=unit_words(paper),
        columns=(
            e.Column(e.Cell(), "text"),
            *(e.Column(e.own(str(year)), "amount") for year in found.years),
            e.Column(e.own("Summa"), "sum"),
        ),
        rows=(*rows, total),
        amounts=amounts_of(paper),
        level=paper.level,
    )


def line(cell: YearCell, paper: Paper) -> e.Row:
    """One amount by year, and the amount itself: it is written in its own table, and the years need not add up to it (check G22)."""
    path = f"{cell.line.path}/{YEARS}"
    years = (
        e.Cell(
            paper.document.text(f"{path}/{year}/{cell.party.id}") if year in cell.unread else kronor,
            Unit.KRONOR,
            f"{path}/{year}/{cell.party.id}",
            unread=int(year in cell.unread),
            rule=None if year in cell.typed else e.Rule.BY_MONTHS,
            months=Fraction() if year in cell.typed else cell.months.get(year, Fraction()),
        )
        for year, kronor in cell.by_year.items()
    )
    name = line_name(cell.line, "Ny rad")._replace(also=(named(cell.party),))
    whole = e.Cell(cell.total, Unit.KRONOR, f"{cell.line.path}/{AMOUNT.id}/{cell.party.id}")
    return e.Row("row", (name, *years, whole), path)
