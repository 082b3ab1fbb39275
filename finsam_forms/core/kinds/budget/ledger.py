"""The budget of a document as it stands: its tables, and its sums by the keys of sums.py."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...document import Document, view
from ...figure import NOTHING, Sum
from ...kronor import AmountFormat
from ...party import Party, names_stand, parties_of
from ..figures import figures
from .definition import BudgetField, budget_field
from .parts import LABEL, CostTable, LineGroup


@dataclass(frozen=True, slots=True, kw_only=True)
class CostLine:
    """One line of the budget."""

    id: str
    path: str
    label: str
    fixed: bool
    """One of the form's own lines: its label can't be changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerGroup:
    definition: LineGroup
    lines: tuple[CostLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerTable:
    definition: CostTable
    parties: tuple[Party, ...]
    groups: tuple[LedgerGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryRow:
    """A row of the Budgetsammanställning: a sum per table of the budget, and the party's total."""

    party: Party
    parts: tuple[Sum, ...]
    total: Sum


class Ledger:
    """A light reading of a budget; nothing is added up here."""

    def __init__(self, field: BudgetField, document: Document):
        self.field = field
        self.path = field.id
        self.document = document
        self.tables = tables_of(document)
        self.sums: Mapping[str, Sum] = figures(document).of(field)

    def sum(self, *key: str) -> Sum:
        """The sum of a key given in steps: `sum("rad", "lon", "91c2")`."""
        return self.sums.get("/".join(key), NOTHING)

    @property
    def total(self) -> Sum:
        return self.sum("total")

    @property
    def unit(self) -> str:
        """`kr` or `tkr`: how amounts are shown. They are kronor all the same."""
        return self.field.unit_of(self.document)

    @property
    def amounts(self) -> AmountFormat:
        """How its kronor are shown: all with equal decimals."""
        return self.field.amounts(self.field.answer(self.document))

    def summary(self) -> tuple[SummaryRow, ...]:
        """The Budgetsammanställning: a row for everybody, also those who pay nothing."""
        return tuple(
            SummaryRow(
                party=party,
                parts=tuple(self.sum("tabell", table.id, party.id) for table in self.field.tables),
                total=self.sum("part", party.id),
            )
            for party in parties_of(self.document)
        )


def same_lines(document: Document, path: str) -> bool:
    """Is a change at this path one that leaves the lines and their columns as they are? It moves no row and names nothing."""
    return names_stand(document, path) and not path.endswith("/" + LABEL.id)


@view(same_lines)
def tables_of(document: Document) -> tuple[LedgerTable, ...]:
    """The tables of the document's budget as they stand now."""
    budget = budget_field(document.mall)
    return tuple(table_of(document, budget.id, table) for table in budget.tables) if budget else ()


def table_of(document: Document, path: str, table: CostTable) -> LedgerTable:
    groups = tuple(
        LedgerGroup(definition=group, lines=tuple(lines_of(document, path, group))) for group in table.groups
    )
    return LedgerTable(definition=table, parties=parties_of(document, table.parties), groups=groups)


def lines_of(document: Document, path: str, group: LineGroup) -> Iterator[CostLine]:
    for row in group.row_ids(document, path):
        line = f"{path}/{group.id}/{row}"
        fixed = group.is_fixed(row)
        label = group.fixed_label(row) if fixed else document.text(f"{line}/{LABEL.id}")
        yield CostLine(id=row, path=line, label=label, fixed=fixed)


def ledger_of(document: Document) -> Ledger | None:
    """The ledger of a document whose form has a budget."""
    field = budget_field(document.mall)
    return Ledger(field, document) if field else None
