"""What the rules about the budget ask: its cells, its wages, its years. Worked out at most once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ...dates import Period
from ...kinds.budget.calendar import YearTable, year_tables
from ...kinds.budget.ledger import CostLine, Ledger, LedgerTable, ledger_of
from ...kinds.budget.parts import AMOUNT, DAYS, SHARE, LineGroup
from ...party import Party
from ...reading import Reading
from ..facts import Facts


@dataclass(frozen=True, slots=True)
class Cell:
    """An amount of the budget that something is written in."""

    path: str
    table: LedgerTable
    group: LineGroup
    line: CostLine
    party: Party
    reading: Reading[int]


@dataclass(frozen=True, slots=True)
class WageLine:
    """A line of a group with «tjänst i %». `share` in hundredths of a percent."""

    group: LineGroup
    line: CostLine
    number: int
    share: Reading[int]
    amount: int
    unread: int
    parties: tuple[Party, ...]
    """Those that have an amount on the line."""
    period: Period | None
    """The line's own, else the insats'."""


class Money:
    """The budget of a document as the rules see it; everything is empty in a form that has none."""

    def __init__(self, facts: Facts):
        self.facts = facts

    @cached_property
    def ledger(self) -> Ledger | None:
        return ledger_of(self.facts.document)

    @property
    def tables(self) -> tuple[LedgerTable, ...]:
        return self.ledger.tables if self.ledger else ()

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """Every amount cell of the budget that is not empty."""
        return tuple(self._cells())

    def _cells(self) -> Iterator[Cell]:
        for table in self.tables:
            for group in table.groups:
                for line in group.lines:
                    for party in table.parties:
                        path = f"{line.path}/{AMOUNT.id}/{party.id}"
                        typed = self.facts.text(path)
                        if typed:
                            yield Cell(path, table, group.definition, line, party, AMOUNT.read(typed))

    @cached_property
    def year_tables(self) -> tuple[YearTable, ...]:
        """The budget by calendar year; nothing for an insats within one year."""
        return year_tables(self.ledger) if self.ledger else ()

    @cached_property
    def wages(self) -> tuple[WageLine, ...]:
        """The lines of every group with «tjänst i %»."""
        return tuple(self._wages())

    def _wages(self) -> Iterator[WageLine]:
        by_line: dict[str, list[Cell]] = {}
        for cell in self.cells:
            by_line.setdefault(cell.line.path, []).append(cell)
        for table in self.tables:
            for group in table.groups:
                if group.definition.share:
                    for number, line in enumerate(group.lines, 1):
                        cells = by_line.get(line.path, [])
                        yield WageLine(
                            group=group.definition,
                            line=line,
                            number=number,
                            share=SHARE.read(self.facts.text(f"{line.path}/{SHARE.id}")),
                            amount=sum(cell.reading.value or 0 for cell in cells),
                            unread=sum(cell.reading.problem is not None for cell in cells),
                            parties=tuple(cell.party for cell in cells if cell.reading.value or cell.reading.problem),
                            period=self.line_period(line) or self.facts.period,
                        )

    def line_period(self, line: CostLine) -> Period | None:
        """The line's own from and to when both can be read and come in order."""
        start, end = (self.facts.document.read(f"{line.path}/{part}").value for part in DAYS)
        return Period(start, end) if start and end and start <= end else None


def money(facts: Facts) -> Money:
    return facts.of(Money)
