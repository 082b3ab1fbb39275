"""Which sums a cell of the budget counts in, and what they are called.

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

from collections.abc import Iterator
from typing import Protocol

from ...document import Document
from ...party import parties_of, party_at
from ...reading import Reading
from ..figures import FigureName, Keys, Sums, in_a_sentence
from ..kind import Rest
from .parts import AMOUNT, LABEL, SHARE, CostTable, LineGroup


class Budget(Protocol):
    """What is asked of a budget here."""

    @property
    def tables(self) -> tuple[CostTable, ...]: ...

    @property
    def grand_total_label(self) -> str: ...

    def groups(self) -> Iterator[tuple[CostTable, LineGroup]]: ...

    def locate(self, rest: Rest) -> tuple[LineGroup, Rest] | None: ...


def amount_keys(table: str, group: str, row: str, party: str) -> Keys:
    return (
        f"rad/{group}/{row}",
        f"grupp/{group}/{party}",
        f"grupp/{group}",
        f"tabell/{table}/{party}",
        f"tabell/{table}",
        f"part/{party}",
        "total",
    )


def keys_of_cell(budget: Budget, document: Document, path: str, rest: Rest) -> Keys:
    """None for a cell of a line or a party that does not stand, or of a party without a column in that table."""
    found = budget.locate(rest)
    if found is None:
        return ()
    group, (row, *column) = found if found[1] else (found[0], ("",))
    if not group.is_fixed(row) and document.row_number(f"{path}/{group.id}", row) is None:
        return ()
    if column == [SHARE.id] and group.share:
        return (f"tjanst/{group.id}",)
    if len(column) != 2 or column[0] != AMOUNT.id:
        return ()
    table = next(table for table, other in budget.groups() if other is group)
    party = party_at(document, column[1])
    counts = party is not None and (party.owner or table.parties == "all")
    return amount_keys(table.id, group.id, row, column[1]) if counts else ()


def written_cells(budget: Budget, document: Document, path: str) -> Iterator[tuple[Keys, Reading[int]]]:
    """Every written cell that counts. The way of a whole budget at once: no path is taken apart."""
    text = document.text
    for table, group in budget.groups():
        parties = [party.id for party in parties_of(document, table.parties)]
        for row in group.row_ids(document, path):
            line = f"{path}/{group.id}/{row}"
            for party in parties:
                typed = text(f"{line}/{AMOUNT.id}/{party}")
                if typed:
                    yield amount_keys(table.id, group.id, row, party), AMOUNT.read(typed)
            typed = text(f"{line}/{SHARE.id}") if group.share else ""
            if typed:
                yield (f"tjanst/{group.id}",), SHARE.read(typed)


def names_of_sums(budget: Budget, document: Document, path: str) -> Iterator[FigureName]:
    """Totals first, then groups, lines, and what each party bears: the two last only while they are something."""
    yield FigureName("total", in_a_sentence(budget.grand_total_label))
    for number, table in enumerate(budget.tables):
        # «Lokalhyra» stands in the first table and in the second one: what is not applied for says so.
        where = f", {table.short_label.lower()}" if number else ""
        yield FigureName(f"tabell/{table.id}", in_a_sentence(table.total_label))
        for group in table.groups:
            yield FigureName(f"grupp/{group.id}", in_a_sentence(group.sum_label) + where)
            for row in group.row_ids(document, path):
                label = group.fixed_label(row) or document.text(f"{path}/{group.id}/{row}/{LABEL.id}")
                if label:
                    yield FigureName(f"rad/{group.id}/{row}", label + where, something=True)
        for party in parties_of(document, table.parties):
            name = f"{table.short_label.lower()}, {party.shown_name}"
            yield FigureName(f"tabell/{table.id}/{party.id}", name, something=True)


def stated_sums(budget: Budget, sums: Sums) -> dict[str, int]:
    """The totals of groups and tables. Sums per party go by row ids, which mean nothing outside the draft."""
    keys = {"total", *(f"tabell/{table.id}" for table in budget.tables)}
    keys |= {f"grupp/{group.id}" for _, group in budget.groups()}
    return {key: sums[key].value for key in sums if key in keys and not sums[key].unread}
