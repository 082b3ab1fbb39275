"""The budget as a form defines it: tables of groups of lines, a column of money per party. Which sums a cell counts in is in sums.py."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any, ClassVar

from ... import position
from ...dates import Period
from ...document import PLACE, Document, Form
from ...figure import BARE
from ...kronor import AmountFormat, in_unit
from ...party import parties_of, party_at, party_fields
from ...reading import Reading
from ...roles import role_twice
from ...row_id import new_row_id
from ...span import Span, span_at
from ...unit import Unit
from ..figures import Counting, FigureName, Keys, figures
from ..intake import Intake
from ..kind import Answer, Cost, Inside, Kind, Lack, Leaf, Place, Rest, Room
from ..rows import STANDS, none_of
from .exchange import budget_from_json, budget_schema, budget_to_json
from .parts import (
    AMOUNT,
    BASIS,
    BASIS_PARTS,
    BASIS_PO,
    DAYS,
    LABEL,
    PO,
    PO_EMPLOYERS,
    UNIT,
    YEARS,
    CostTable,
    LineGroup,
    good_year,
)
from .sums import keys_of_cell, names_of_sums, stated_sums, written_cells


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetField(Counting):
    """The detailed budget. Every sum is computed, none is stored."""

    type: ClassVar[str] = "budget"
    stays: ClassVar[bool] = False
    stands_always: ClassVar[bool] = True
    inside: ClassVar[Inside] = {"table": CostTable}
    self_named: ClassVar[bool] = True
    tables: tuple[CostTable, ...] = ()
    grand_total_label: str = "Total kostnad för insatsen"
    summary_heading: str = "Budgetsammanställning"
    summary_total_label: str = "Totalt projektet"
    summary_sum_label: str = "Summa"

    @property
    def wide(self) -> bool:
        return True

    def groups(self) -> Iterator[tuple[CostTable, LineGroup]]:
        for table in self.tables:
            for group in table.groups:
                yield table, group

    def faults(self, form: Form) -> Iterator[str]:
        if sum(isinstance(field, BudgetField) for field in form.fields()) > 1:
            yield "det finns två fält av typen budget, men ett formulär har högst en"
        if not any(field.names_parties and field.owners for field in form.fields()):
            yield "en budget behöver ett fält av typen parties med owners = true"
        yield from none_of(self.tables, "table")
        for table in self.tables:
            yield from none_of(table.groups, "group")
            if table.parties not in ("owners", "all"):
                yield f"parties i tabellen ”{table.id}” ska vara ”owners” eller ”all”, inte ”{table.parties}”"
        lines = [line for _, group in self.groups() for line in group.rows]
        for things, what in ((self.tables, "tabeller"), (lines, "rader")):
            yield from (f"två {what} i budgeten har rollen ”{role}”" for role in role_twice(things))
        yield from self.group_faults()

    def idle(self, form: Form) -> Iterator[str]:
        yield from Counting.idle(self, form)
        for _, group in self.groups():
            labels = [row.label for row in group.rows]
            for label in sorted({one for one in labels if labels.count(one) > 1}):
                yield f"gruppen ”{group.id}” har två rader som heter ”{label}”"

    def group_faults(self) -> Iterator[str]:
        groups = [group.id for _, group in self.groups()]
        for one in groups:
            if any(f"{other}/".startswith(f"{one}/") for other in groups if other is not one):
                yield f"grupperna i budgeten ska ha olika id, men ”{one}” finns två gånger eller är början av ett annat"
            if one.split("/")[0] == UNIT.id:
                yield "en grupp kan inte heta ”enhet”, det är budgetens kr eller tkr"
            if one.split("/")[0] == PO:
                yield "en grupp kan inte heta ”po”, det är budgetens PO-pålägg"
        for _, group in self.groups():
            if group.start_rows < 0 or (group.start_rows and not group.own_rows):
                yield f"gruppen ”{group.id}” har start_rows men inga egna rader (own_rows)"
            if not group.rows and not group.own_rows:
                yield f"gruppen ”{group.id}” har varken rader eller egna rader (own_rows)"

    def follows(self, form: Form) -> frozenset[str]:
        return party_fields(form)

    def start_values(self, path: str) -> Iterator[tuple[str, str]]:
        for _, group in self.groups():
            for place in position.spread(group.start_rows):
                yield f"{path}/{group.id}/{new_row_id()}/{PLACE}", place

    def locate(self, rest: Rest) -> tuple[LineGroup, Rest] | None:
        """The group that a path below the budget lies in, and the rest of the path: (row, column …)."""
        path = "/".join((*rest, ""))
        for _, group in self.groups():
            if path.startswith(f"{group.id}/"):
                return group, rest[group.id.count("/") + 1 :]
        return None

    def leaf_at(self, rest: Rest) -> Leaf | None:
        if rest == (UNIT.id,):
            return UNIT
        if len(rest) == 3 and rest[0] == PO and good_year(rest[1]) and rest[2] in PO_EMPLOYERS:
            return BASIS_PO
        found = self.locate(rest)
        if found is None or len(found[1]) < 2:
            return None
        group, (row, *column) = found
        if column == [PLACE]:
            return STANDS if not group.is_fixed(row) else None
        if column == [LABEL.id]:
            return LABEL if not group.is_fixed(row) else None
        if len(column) == 2 and column[0] == AMOUNT.id:
            return AMOUNT
        if len(column) == 3 and column[0] == YEARS and good_year(column[1]):
            return AMOUNT
        if len(column) == 2 and column[0] == BASIS and group.share and group.dates:
            return next((leaf for leaf in BASIS_PARTS if leaf.id == column[1]), None)
        return next((leaf for leaf in group.extras if column == [leaf.id]), None)

    def meant(self, rest: Rest, typed: str, seen: Mapping[str, str]) -> str:
        return in_unit(typed, seen.get(f"{self.id}/{UNIT.id}") or "kr") if self.leaf_at(rest) is AMOUNT else typed

    def rows_at(self, rest: Rest) -> Room | None:
        """The lines of one's own in a group; how many is not limited."""
        found = self.locate(rest)
        return Room("rad") if found and not found[1] else None

    def parts(self, at: Answer[Any]) -> Iterator[Answer[Kind]]:
        for table, group in self.groups():
            parties = parties_of(at.document, table.parties)
            for row in group.row_ids(at.document, at.path):
                base = f"{at.path}/{group.id}/{row}"
                if not group.is_fixed(row):
                    yield Answer(LABEL, f"{base}/{LABEL.id}", at.document)
                for leaf in group.extras:
                    yield Answer(leaf, f"{base}/{leaf.id}", at.document)
                for party in parties:
                    yield Answer(AMOUNT, f"{base}/{AMOUNT.id}/{party.id}", at.document)

    def lacks(self, at: Answer[Any]) -> Iterator[Lack]:
        if self.required and not self.begun(at):
            yield Lack(at.path, self.label or "budget")

    def place(self, at: Answer[Any], rest: Rest) -> Place:
        """A line has a margin of its own; a cell is called by its line, its year and its party."""
        if not rest:
            return Place(True)
        found = self.locate(rest)
        if found is None:
            return Place(rest == (UNIT.id,), (self.label,) if self.label else ())
        group, inner = found
        number = next(number for number, (_, other) in enumerate(self.groups()) if other is group)
        if not inner:
            return Place(True, (group.heading,), (number,))
        row, *column = inner
        names = [self.line_name(at, group, row)]
        if column and column[0] in (AMOUNT.id, YEARS):
            party = party_at(at.document, column[-1])
            names += column[1:2] if column[0] == YEARS else []
            names += [party.shown_name] if party else []
        leaf = self.leaf_at(rest)
        names += [leaf.label] if leaf is not None and leaf.label else []
        line = group.row_number(at.document, at.path, row)
        stands = line > 0 and (not column or leaf is not None)
        own = f"{at.path}/{group.id}/{row}"
        return Place(stands, tuple(names), (number, line), margin=own, beside=own)

    def spans(self, at: Answer[Any]) -> Iterator[Span]:
        """The periods of the lines that have one, under the lines' names."""
        for group in (group for _, group in self.groups() if group.dates):
            for row in group.row_ids(at.document, at.path):
                label = at.text(group.id, row, LABEL.id) or group.fixed_label(row)
                span = span_at(at.document, f"{at.path}/{group.id}/{row}", label, DAYS, "wage")
                if span:
                    yield span

    def line_name(self, at: Answer[Any], group: LineGroup, row: str) -> str:
        """A line by its label, or by its number while it has none: «Resor», «rad 2 under Lönekostnader inkl PO-pålägg»."""
        if group.is_fixed(row):
            return group.fixed_label(row)
        number = group.row_number(at.document, at.path, row)
        name = f"rad {number}" if number else "en rad"
        return at.text(group.id, row, LABEL.id).strip() or f"{name} under {group.heading}"

    @property
    def topics(self) -> frozenset[str]:
        leaves = {AMOUNT.topic, LABEL.topic, *(leaf.topic for _, group in self.groups() for leaf in group.extras)}
        return frozenset(leaves)

    @property
    def roots(self) -> Iterable[str]:
        """Texts of all years refer to them without the budget's own id: `[[tabell/rekvirera]]`."""
        return BARE

    def keys_at(self, at: Answer[Any], rest: Rest) -> Keys:
        return keys_of_cell(self, at.document, at.path, rest)

    def cells(self, at: Answer[Any]) -> Iterator[tuple[Keys, Reading[int]]]:
        return written_cells(self, at.document, at.path)

    def figure_unit(self, key: str) -> Unit:
        return Unit.SHARE if key.startswith("tjanst/") else Unit.KRONOR

    def figure_names(self, at: Answer[Any]) -> Iterator[FigureName]:
        return names_of_sums(self, at.document, at.path)

    def stated(self, at: Answer[Any]) -> dict[str, Any]:
        from .calendar import stated_years  # stands above: it reads what is defined here

        return stated_sums(self, figures(at.document).of(self)) | stated_years(at.document)

    def costs(self, at: Answer[Any], rest: Rest) -> Iterator[Cost]:
        from .calendar import costs_of  # stands above, as the one before

        return costs_of(at.document, rest)

    def planned(self, at: Answer[Any], rest: Rest, parties: frozenset[str]) -> Mapping[tuple[int, int], int]:
        from .calendar import planned_of  # stands above, as the one before

        return planned_of(at.document, rest, parties)

    def time_at(self, at: Answer[Any], rest: Rest) -> Period | None:
        """The line's own days; the amounts of its years are for other ones."""
        group, inner = self.locate(rest) or (None, ())
        if group is None or inner[1:2] != (AMOUNT.id,):
            return None
        span = span_at(at.document, f"{at.path}/{group.id}/{inner[0]}", "", DAYS)
        return span.period if span else None

    def held_in(self, row: str) -> str:
        return f"part/{row}"

    def unit_of(self, document: Document) -> str:
        return "tkr" if document.text(f"{self.id}/{UNIT.id}") == "tkr" else "kr"

    def amounts(self, at: Answer[Any]) -> AmountFormat:
        """With as many decimals as any of its sums and cells needs."""
        if self.unit_of(at.document) == "kr":
            return AmountFormat()
        sums = (one.value for key, one in figures(at.document).of(self).items() if not key.startswith("tjanst/"))
        values = (reading.value for keys, reading in self.cells(at) if len(keys) > 1 and reading.value)
        return AmountFormat.of(chain(sums, values), "tkr")

    def to_json(self, at: Answer[Any]) -> Any:
        return budget_to_json(self, at.document, at.path)

    def from_json(self, data: Any, path: str, intake: Intake) -> None:
        budget_from_json(self, data, path, intake)

    def schema(self) -> dict[str, Any]:
        return budget_schema(self)


def budget_field(form: Form) -> BudgetField | None:
    """The budget of a form: it has one at most."""
    return next((field for field in form.fields() if isinstance(field, BudgetField)), None)


def line_label(document: Document, path: str) -> str:
    """What a budget line at a path is called."""
    budget = budget_field(document.mall)
    found = budget.locate(tuple(path.split("/")[1:])) if budget else None
    return budget.line_name(budget.answer(document), found[0], found[1][0]) if budget and found else ""
