"""«Per kalenderår» as the page shows it: an input for each year of each amount, and the quarters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ....core.kinds.budget.calendar import YearCell, YearTable, quarters, year_tables
from ....core.kinds.budget.ledger import Ledger, LedgerTable
from ....core.kinds.budget.parts import AMOUNT, YEARS
from ....core.kronor import AmountFormat
from ....core.unit import Unit
from ....live.desk import Sheet
from ...figures import figure_html, unread_words
from .cells import Cell, cell


@dataclass(frozen=True, slots=True, kw_only=True)
class YearRow:
    """An amount of the budget with an input for each year."""

    label: str
    party: str
    cells: tuple[tuple[Cell, str], ...]
    """Input and what is proposed while it is empty."""
    total: str
    missing: str
    """How much the years differ from the amount, or how many can't be read, in words; empty when they add up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearsShown:
    """A table of the budget by calendar year."""

    heading: str
    years: tuple[int, ...]
    rows: tuple[YearRow, ...]
    total_label: str
    sums: tuple[Markup, ...]
    """Those of the years, then the table's."""
    quarters: tuple[tuple[str, str], ...]
    """(«2027 Q2», amount), for the later rekvisition."""


def years_shown(sheet: Sheet, ledger: Ledger) -> Iterator[YearsShown]:
    """The tables that have any amount; none for an insats within one year."""
    amounts = ledger.amounts
    for found in year_tables(ledger):
        if found.cells:
            definition = found.table.definition
            yield YearsShown(
                heading=definition.heading,
                years=found.years,
                rows=tuple(year_row(sheet, one, amounts) for one in found.cells),
                total_label=definition.total_label,
                sums=tuple(sums_of(found, ledger, amounts)),
                quarters=tuple(quarter_words(ledger, found.table, amounts)),
            )


def sums_of(found: YearTable, ledger: Ledger, amounts: AmountFormat) -> Iterator[Markup]:
    for one in (*found.sums().values(), ledger.sum("tabell", found.table.definition.id)):
        yield figure_html(one, Unit.KRONOR, amounts)


def year_row(sheet: Sheet, found: YearCell, amounts: AmountFormat) -> YearRow:
    label = f"{found.line.label or 'Ny rad'}, {found.party.shown_name}"
    base = f"{found.line.path}/{YEARS}"
    return YearRow(
        label=found.line.label or "Ny rad",
        party=found.party.shown_name,
        cells=tuple(
            (
                cell(sheet, f"{base}/{year}/{found.party.id}", AMOUNT, f"{label}, {year}"),
                "" if year in found.typed else amounts.show(kronor),
            )
            for year, kronor in found.by_year.items()
        ),
        total=amounts.show(found.total),
        missing=unread_words(len(found.unread)) if found.unread else difference_words(found, amounts),
    )


def difference_words(found: YearCell, amounts: AmountFormat) -> str:
    difference = found.total - sum(found.by_year.values())
    if not difference:
        return ""
    return (
        f"{amounts.show(abs(difference))} {amounts.unit} {'saknas' if difference * found.total > 0 else 'för mycket'}"
    )


def quarter_words(ledger: Ledger, table: LedgerTable, amounts: AmountFormat) -> Iterator[tuple[str, str]]:
    for (year, quarter), kronor in quarters(ledger, table).items():
        yield f"{year} Q{quarter}", f"{amounts.show(kronor)} {ledger.unit}"
