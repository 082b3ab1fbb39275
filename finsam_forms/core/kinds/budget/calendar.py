"""An insats over a new year: the budget's amounts per calendar year and per quarter.

Every amount is proposed by months of its own period (the line's, else the insats'), and each can be changed by hand: what is
typed stands, and the rest is shared out by months over the years left empty. The years of a cell must add up to it (check G22).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from ...dates import Period
from ...document import Document
from ...figure import Sum
from ...party import Party, party_key
from ...rounding import share_out
from ...span import insats_span, months_of, span_at
from ..kind import Cost, Rest
from .ledger import CostLine, Ledger, LedgerTable, ledger_of
from .parts import AMOUNT, DAYS, YEARS, years_at


@dataclass(frozen=True, slots=True, kw_only=True)
class YearCell:
    """One amount of the budget, by calendar year, whole kronor."""

    line: CostLine
    party: Party
    total: int
    by_year: Mapping[int, int]
    typed: frozenset[int]
    """The years that somebody has written; the others are proposed by months."""
    unread: frozenset[int]
    """Those of them that can't be read, and count as nothing."""
    months: Mapping[int, Fraction]
    """What the proposed years share the rest by; a year outside the period has none."""

    @property
    def proposed(self) -> bool:
        """True while nobody has changed the proposal by months."""
        return not self.typed

    @property
    def adds_up(self) -> bool:
        return sum(self.by_year.values()) == self.total


@dataclass(frozen=True, slots=True, kw_only=True)
class YearTable:
    """A table of the budget by year: its cells, and its sums per year."""

    table: LedgerTable
    years: tuple[int, ...]
    """Those of the insats and of any line that goes outside it; every cell has them all."""
    cells: tuple[YearCell, ...]

    def sums(self) -> dict[int, Sum]:
        return {
            year: Sum(sum(cell.by_year[year] for cell in self.cells), sum(year in cell.unread for cell in self.cells))
            for year in self.years
        }

    def party_sums(self) -> dict[str, dict[int, int]]:
        """Party id → year → whole kronor."""
        found: dict[str, dict[int, int]] = {}
        for cell in self.cells:
            years = found.setdefault(cell.party.id, {})
            for year, kronor in cell.by_year.items():
                years[year] = years.get(year, 0) + kronor
        return found


def insats_years(ledger: Ledger) -> tuple[int, ...]:
    """The calendar years of the insats; empty while its time is not known."""
    span = insats_span(ledger.document)
    return tuple(range(span.start.year, span.end.year + 1)) if span else ()


def crosses_new_year(ledger: Ledger) -> bool:
    return len(insats_years(ledger)) > 1


def year_tables(ledger: Ledger) -> tuple[YearTable, ...]:
    """The budget by calendar year; nothing for an insats within one year."""
    if not crosses_new_year(ledger):
        return ()
    return tuple(year_table(ledger, table) for table in ledger.tables)


def year_table(ledger: Ledger, table: LedgerTable) -> YearTable:
    cells = tuple(year_cells(ledger, table))
    years = sorted({*insats_years(ledger), *(year for cell in cells for year in cell.by_year)})
    return YearTable(
        table=table,
        years=tuple(years),
        cells=tuple(replace(cell, by_year={year: cell.by_year.get(year, 0) for year in years}) for cell in cells),
    )


def year_cells(ledger: Ledger, table: LedgerTable) -> Iterator[YearCell]:
    for group in table.groups:
        for line in group.lines:
            weights = year_weights(ledger, line)
            for party in table.parties:
                total = AMOUNT.read(ledger.document.text(f"{line.path}/{AMOUNT.id}/{party.id}")).value
                if total:
                    typed = typed_years(ledger, line, party)
                    known = {year: kronor or 0 for year, kronor in typed.items()}
                    yield YearCell(
                        line=line,
                        party=party,
                        total=total,
                        by_year=known | rest_of(total, known, weights),
                        typed=frozenset(typed),
                        unread=frozenset(year for year, kronor in typed.items() if kronor is None),
                        months=weights,
                    )


def rest_of(total: int, typed: Mapping[int, int], weights: Mapping[int, Fraction]) -> dict[int, int]:
    """What the typed years leave, by months over the years left empty; nothing when they already are more than the total."""
    empty = {year: weight for year, weight in weights.items() if year not in typed}
    rest = total - sum(typed.values())
    return share_out(rest, empty) if rest * total >= 0 else {}


def typed_years(ledger: Ledger, line: CostLine, party: Party) -> dict[int, int | None]:
    """What has been written by hand for a cell; None where it can't be read."""
    base = f"{line.path}/{YEARS}"
    texts = {int(year): ledger.document.text(f"{base}/{year}/{party.id}") for year in years_at(ledger.document, base)}
    return {year: AMOUNT.read(text).value for year, text in texts.items() if text}


def line_period(ledger: Ledger, line: CostLine) -> Period | None:
    """The line's own period when it has one, else the insats'."""
    span = span_at(ledger.document, line.path, line.label, DAYS) or insats_span(ledger.document)
    return span.period if span else None


def year_weights(ledger: Ledger, line: CostLine) -> dict[int, Fraction]:
    """Months per calendar year of a line's period."""
    found: dict[int, Fraction] = {}
    period = line_period(ledger, line)
    for year, _, part in months_of(period) if period else ():
        found[year] = found.get(year, Fraction()) + part
    return found


def quarters(ledger: Ledger, table: LedgerTable, parties: frozenset[str] | None = None) -> dict[tuple[int, int], int]:
    """(year, quarter) → whole kronor of a table, of some of its parties or of all: each year's amounts handed out by months, for the
    later rekvisition.

    By the months of the line's own period; in a year that it does not touch by the insats' months, else in the first quarter.
    """
    found: dict[tuple[int, int], int] = {}
    span = insats_span(ledger.document)
    of_insats = quarter_weights(span.period if span else None)
    for cell in year_cells(ledger, table):
        if parties is not None and cell.party.id not in parties:
            continue
        of_line = quarter_weights(line_period(ledger, cell.line))
        for year, kronor in cell.by_year.items():
            weights = of_line.get(year) or of_insats.get(year) or {1: Fraction(1)}
            for quarter, amount in share_out(kronor, weights).items():
                found[year, quarter] = found.get((year, quarter), 0) + amount
    return dict(sorted(found.items()))


def stated_years(document: Document) -> dict[str, Any]:
    """What the file of an insats over a new year states beside the sums: each table's whole kronor per calendar year and
    party, and per quarter. Nothing of a table with a year that can't be read."""
    ledger = ledger_of(document)
    if ledger is None:
        return {}
    years: dict[str, Any] = {}
    per_quarter: dict[str, Any] = {}
    for found in year_tables(ledger):
        if found.cells and not any(cell.unread for cell in found.cells):
            key = found.table.definition.id
            names = {cell.party.id: party_key(document, cell.party) for cell in found.cells}
            years[key] = {
                names[party]: {str(year): kronor for year, kronor in sums.items()}
                for party, sums in found.party_sums().items()
            }
            per_quarter[key] = {
                f"{year} Q{quarter}": kronor for (year, quarter), kronor in quarters(ledger, found.table).items()
            }
    return {"kalenderar": years, "kvartal": per_quarter} if years else {}


def costs_of(document: Document, rest: Rest) -> Iterator[Cost]:
    """What the lines of a table cost, each organisation by itself. `rest`: the table's id; nothing for all of them."""
    ledger = ledger_of(document)
    if ledger is None:
        return
    for table in ledger.tables:
        if rest in ((), (table.definition.id,)):
            groups = {line.path: group.definition.id for group in table.groups for line in group.lines}
            for cell in year_cells(ledger, table):
                line = cell.line
                table_id, role = table.definition.id, table.definition.role
                yield Cost(
                    groups[line.path], line.id, line.label, cell.party.id, cell.total, cell.by_year, table_id, role
                )


def planned_of(document: Document, rest: Rest, parties: frozenset[str]) -> dict[tuple[int, int], int]:
    """What a table plans for each quarter. `rest`: the table's id."""
    ledger = ledger_of(document)
    tables = ledger.tables if ledger else ()
    return next((quarters(ledger, one, parties) for one in tables if ledger and rest == (one.definition.id,)), {})


def quarter_weights(period: Period | None) -> dict[int, dict[int, Fraction]]:
    """Year → quarter → months of a period."""
    found: dict[int, dict[int, Fraction]] = {}
    for year, month, part in months_of(period) if period else ():
        quarter, of_year = (month + 2) // 3, found.setdefault(year, {})
        of_year[quarter] = of_year.get(quarter, Fraction()) + part
    return found
