"""The sums of the budget: computed here and nowhere else, from the cells of a document.

Every sum has a key. A cell adds its kronor to the few keys it belongs to, so that one changed cell changes just those:

| key | sum |
|---|---|
| `rad/<group>/<row>` | a line, all parties |
| `grupp/<group>/<party>`, `grupp/<group>` | «Summa lönekostnader» per party, and in all |
| `tabell/<table>/<party>`, `tabell/<table>` | «Totalt från Samordningsförbundet» per party, and in all |
| `part/<party>` | «Totalt projektet» of a party |
| `total` | «Total kostnad för insatsen» |
| `tjanst/<group>` | «tjänst i %» summed, hundredths of a percent |
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ...document import Document
from ...party import Party, parties_of
from ...reading import Reading
from .definition import BudgetField, budget_field
from .parts import AMOUNT, LABEL, SHARE, CostTable, LineGroup


class Sum(NamedTuple):
    """`value`: whole kronor (hundredths of a percent for `tjanst/…`). `unread`: how many cells could not be read and count as nothing."""

    value: int = 0
    unread: int = 0


NOTHING = Sum()


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
    """The budget of a document: its tables as they stand now, and every sum."""

    def __init__(self, field: BudgetField, document: Document):
        self.field = field
        self.path = field.id
        self.document = document
        self.tables = tuple(self._table(table) for table in field.tables)
        self.sums: Mapping[str, Sum] = add_up(self._contributions(self.tables))

    def _table(self, table: CostTable) -> LedgerTable:
        parties = parties_of(self.document, table.parties)
        groups = tuple(LedgerGroup(definition=group, lines=tuple(self._lines(group))) for group in table.groups)
        return LedgerTable(definition=table, parties=parties, groups=groups)

    def _lines(self, group: LineGroup) -> Iterator[CostLine]:
        for row in group.row_ids(self.document, self.path):
            path = f"{self.path}/{group.id}/{row}"
            fixed = group.is_fixed(row)
            label = group.fixed_label(row) if fixed else self.document.text(f"{path}/{LABEL.id}")
            yield CostLine(id=row, path=path, label=label, fixed=fixed)

    def _contributions(self, tables: tuple[LedgerTable, ...]) -> Iterator[tuple[str, Reading[int]]]:
        text = self.document.text
        for table in tables:
            for group in table.groups:
                group_id, has_share = group.definition.id, group.definition.share
                for line in group.lines:
                    for party in table.parties:
                        typed = text(f"{line.path}/{AMOUNT.id}/{party.id}")
                        if typed:
                            reading = AMOUNT.read(typed)
                            for key in amount_keys(table.definition.id, group_id, line.id, party.id):
                                yield key, reading
                    typed = text(f"{line.path}/{SHARE.id}") if has_share else ""
                    if typed:
                        yield f"tjanst/{group_id}", SHARE.read(typed)

    def sum(self, *key: str) -> Sum:
        """The sum of a key given in steps: `sum("rad", "lon", "91c2")`."""
        return self.sums.get("/".join(key), NOTHING)

    @property
    def total(self) -> Sum:
        return self.sum("total")

    @property
    def unit(self) -> str:
        """`kr` or `tkr`: how amounts are shown. They are kronor all the same."""
        return "tkr" if self.document.text(f"{self.path}/enhet") == "tkr" else "kr"

    def amounts(self) -> Iterator[int]:
        """Every amount that can be shown, for a format with equal decimals."""
        for key, found in self.sums.items():
            if not key.startswith("tjanst/"):
                yield found.value
        for table in self.tables:
            for group in table.groups:
                for line in group.lines:
                    for party in table.parties:
                        value = AMOUNT.read(self.document.text(f"{line.path}/{AMOUNT.id}/{party.id}")).value
                        if value:
                            yield value

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

    def with_document(self, document: Document) -> Ledger:
        """The same sums beside a document whose budget and parties have not changed."""
        same = object.__new__(Ledger)
        same.field, same.path, same.document = self.field, self.path, document
        same.tables, same.sums = self.tables, self.sums
        return same

    def with_value(self, path: str, text: str, document: Document | None = None) -> tuple[Ledger, frozenset[str]]:
        """The ledger with one cell changed, and the keys of the sums that changed.

        Only for a value of a line that stands (an amount or a share); anything else needs a new Ledger.
        `document`: the changed document, when it is at hand.
        """
        keys = self.keys_of(path)
        leaf = SHARE if path.endswith("/" + SHARE.id) else AMOUNT
        before, after = (as_sum(leaf.read(words)) for words in (self.document.text(path), text))
        sums = dict(self.sums)
        for key in keys:
            old = sums.get(key, NOTHING)
            sums[key] = Sum(old.value - before.value + after.value, old.unread - before.unread + after.unread)
        changed = self.with_document(document or self.document.replace({path: text}))
        changed.sums = sums
        return changed, frozenset(keys if before != after else ())

    def keys_of(self, path: str) -> tuple[str, ...]:
        """The keys of the sums that the cell at a path counts in; none for a cell that does not count."""
        found = self.field.locate(tuple(path.split("/")[1:]))
        if found is None:
            return ()
        group, (row, *column) = found
        table = next(table for table in self.tables if group in table.definition.groups)
        if not group.is_fixed(row) and self.document.row_number(f"{self.path}/{group.id}", row) is None:
            return ()
        if column == [SHARE.id] and group.share:
            return (f"tjanst/{group.id}",)
        if len(column) == 2 and any(party.id == column[1] for party in table.parties):
            return amount_keys(table.definition.id, group.id, row, column[1])
        return ()


def amount_keys(table: str, group: str, row: str, party: str) -> tuple[str, ...]:
    return (
        f"rad/{group}/{row}",
        f"grupp/{group}/{party}",
        f"grupp/{group}",
        f"tabell/{table}/{party}",
        f"tabell/{table}",
        f"part/{party}",
        "total",
    )


def as_sum(reading: Reading[int]) -> Sum:
    return Sum(reading.value or 0, 1 if reading.problem else 0)


def add_up(contributions: Iterable[tuple[str, Reading[int]]]) -> Mapping[str, Sum]:
    """Sums by key. Totals are sums of the cells themselves, so a printed column adds up on a pocket calculator."""
    values: dict[str, int] = {}
    unread: dict[str, int] = {}
    for key, reading in contributions:
        values[key] = values.get(key, 0) + (reading.value or 0)
        unread[key] = unread.get(key, 0) + (reading.problem is not None)
    return {key: Sum(value, unread[key]) for key, value in values.items()}


def ledger_of(document: Document) -> Ledger | None:
    """The ledger of a document whose form has a budget."""
    field = budget_field(document.mall)
    return Ledger(field, document) if field else None
