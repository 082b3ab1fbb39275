"""Rows and columns of whole numbers, `path/<row>/<column>`: the form's own, rows that the writer adds, columns that are rows elsewhere.

What tables of counts and flows share; what is added up is for each of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from ...dates import Period
from ...document import PLACE, Form
from ...row_id import good_row_id
from ..figures import Counting
from ..intake import Intake
from ..kind import NOWHERE, Answer, Kind, Lack, Leaf, Place, Rest, Room, Source, Taken, standing
from ..number import Number
from ..period import DAYS
from ..rows import STANDS, TableRow
from .exchange import grid_from_json, grid_schema, grid_to_json
from .parts import (
    BEFORE,
    COUNT,
    LABEL,
    OF_PART,
    OWN,
    PARTS,
    PERIOD,
    PRINTED_BEFORE,
    SINCE,
    TIME,
    CountColumn,
    CountLine,
    CountRow,
    count_leaf,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountGrid(Counting):
    """What can't be read counts as nothing in the sums."""

    stays: ClassVar[bool] = False
    whole_step: ClassVar[str] = ""
    """Where the typed total stands, below the grid's path."""

    corner: str = ""
    columns: tuple[TableRow, ...] = ()
    columns_from: str = ""
    """The id of rows elsewhere in the form that are its columns, by the first line of each; or of a time, by its calendar years."""
    count_label: str = "Antal"
    """The one column of a table that has no others."""
    noun: str = ""
    """What is counted, as a text would say it: «deltagare» (G73)."""
    own_rows: str = ""
    """The button that adds a row of one's own; empty when there can be none."""
    previous: bool = False
    """Does it hold what stood in the report before?"""
    period: bool = False
    """Has it days of its own?"""
    any_time: bool = False
    """May they lie outside the time of the report (G69)?"""

    @property
    def in_report_time(self) -> bool:
        return self.period and not self.any_time

    def counted_for(self, at: Answer[Any]) -> Period | None:
        start, end = (
            (at.document.read(f"{at.path}/{TIME}/{day}").value for day in DAYS) if self.period else (None, None)
        )
        return Period(start, end) if start and end and start <= end else None

    @property
    def form_rows(self) -> Iterator[CountRow]:
        """The form's own rows, in their order."""
        raise NotImplementedError

    @property
    def whole_label(self) -> str:
        """What the typed total is called; empty when none is asked for."""
        return ""

    @property
    def whole_by_column(self) -> bool:
        """Is it typed for each column?"""
        return False

    def group_of(self, row: str) -> str:
        """The group that a row stands in; "" for one that stands in none."""
        return ""

    # The definition.

    def taken_ids(self) -> Iterator[str]:
        """Ids that are rows of the form, and something else below the path."""
        taken = {
            self.whole_step: self.whole_label, TIME: self.period, OWN: self.own_rows, PRINTED_BEFORE.id: self.previous
        }  # fmt: skip
        yield from (f"en rad kan inte heta ”{row.id}”" for row in self.form_rows if taken.get(row.id))

    def column_faults(self, form: Form) -> Iterator[str]:
        taken = {BEFORE, PARTS, LABEL.id, SINCE.id}
        yield from (f"en kolumn kan inte heta ”{one.id}”" for one in self.columns if one.id in taken)
        if self.columns_from and self.columns:
            yield "columns_from och ”column” går inte ihop"
        elif self.columns_from and self.given_by(form) is None:
            yield f"columns_from ”{self.columns_from}” är varken rader med en rad text eller en tid i formuläret"

    def given_by(self, form: Form) -> Kind | None:
        """What stands elsewhere and gives its columns."""
        field: Kind | None = form.field(self.columns_from) if self.columns_from else None
        return field if field is not None and field.gives_columns else None

    def follows(self, form: Form) -> frozenset[str]:
        return frozenset({self.columns_from} - {""})

    # The structure.

    def row_of(self, row: str) -> CountRow | None:
        return next((one for one in self.form_rows if one.id == row), None)

    def lines(self, at: Answer[Any], *, named: bool = True) -> tuple[CountLine, ...]:
        """Its rows as the document stands; without asking what those of one's own are called when not `named`."""
        fixed = [CountLine(row.id, row.label, self.group_of(row.id), row) for row in self.form_rows]
        own = at.rows() if self.own_rows else ()
        lines = (
            CountLine(row, self.name_of(at, row, number) if named else "", "", None)
            for number, row in enumerate(own, len(fixed) + 1)
        )
        return (*fixed, *lines)

    def name_of(self, at: Answer[Any], row: str, number: int) -> str:
        """What a row of one's own is called."""
        return at.text(row, LABEL.id).strip() or f"rad {number}"

    def unnamed_columns(self, at: Answer[Any]) -> tuple[CountColumn, ...]:
        """Without asking what others call them."""
        given = self.given_by(at.form)
        if given is not None:
            return tuple(CountColumn(one, "") for one in given.column_ids(given.answer(at.document)))
        return self.columns_of(at)

    def columns_of(self, at: Answer[Any]) -> tuple[CountColumn, ...]:
        given = self.given_by(at.form)
        if given is not None:
            there = given.answer(at.document)
            return tuple(CountColumn(one, given.called(there, one)) for one in given.column_ids(there))
        return tuple(CountColumn(one.id, one.label) for one in self.columns) or (CountColumn(COUNT, self.count_label),)

    @property
    def one_column(self) -> bool:
        return not self.columns_from and len(self.columns) < 2

    def can_be_column(self, step: str) -> bool:
        if self.columns_from:
            return good_row_id(step)
        return any(one.id == step for one in self.columns) if self.columns else step == COUNT

    def stands(self, at: Answer[Any], row: str) -> bool:
        return self.row_of(row) is not None or at.document.row_number(at.path, row) is not None

    def column_stands(self, at: Answer[Any], column: str) -> bool:
        given = self.given_by(at.form)
        return given.has_column(given.answer(at.document), column) if given else self.can_be_column(column)

    def leaf_at(self, rest: Rest) -> Leaf | None:
        if self.is_total(rest):
            return count_leaf(self.whole_step, self.whole_label) if self.asks_total(rest[1:]) else None
        if self.is_time(rest):
            return PERIOD.leaf_at(rest[1:])
        if self.previous and rest == (PRINTED_BEFORE.id,):
            return PRINTED_BEFORE
        row = self.row_of(rest[0]) if len(rest) > 1 else None
        if len(rest) < 2 or (row is None and not (self.own_rows and good_row_id(rest[0]))):
            return None
        return self.leaf_of(row, rest[1:])

    def is_total(self, rest: Rest) -> bool:
        return bool(self.whole_label) and rest[:1] == (self.whole_step,)

    def is_time(self, rest: Rest) -> bool:
        return self.period and rest[:1] == (TIME,)

    def asks_total(self, rest: Rest) -> bool:
        return len(rest) == 1 and self.can_be_column(rest[0]) if self.whole_by_column else not rest

    def leaf_of(self, row: CountRow | None, steps: Rest) -> Leaf | None:
        """What stands in a row of the form, or in one of one's own (None)."""
        if row is None and steps in ((PLACE,), (LABEL.id,)):
            return STANDS if steps == (PLACE,) else LABEL
        if row is not None and steps == (SINCE.id,):
            return SINCE if row.cumulative else None
        if steps[0] == PARTS:
            fits = row is not None and row.varav and len(steps) == 3 and good_row_id(steps[1])
            return OF_PART.get(steps[2]) if fits else None
        if not self.can_be_column(steps[0]) or steps[1:] not in ((), (BEFORE,) if self.previous else ()):
            return None
        return count_leaf(steps[-1], self.cell_label(row.label if row else "", steps[0]))

    def cell_label(self, row: str, column: str) -> str:
        label = next((one.label for one in self.columns if one.id == column), "")
        return ", ".join(filter(None, (row, "" if self.one_column and not self.columns else label)))

    def rows_at(self, rest: Rest) -> Room | None:
        if not rest:
            return Room("rad") if self.own_rows else None
        row = self.row_of(rest[0]) if rest[1:] == (PARTS,) else None
        return Room("rad") if row and row.varav else None

    def parts(self, at: Answer[Any]) -> Iterator[Answer[Kind]]:
        columns = self.unnamed_columns(at)
        if self.period:
            yield at.below(PERIOD, TIME)
        if self.previous:
            yield at.below(PRINTED_BEFORE, PRINTED_BEFORE.id)
        for line in self.lines(at, named=False):
            if line.row is None:
                yield at.below(LABEL, line.id, LABEL.id)
            if line.says_since:
                yield at.below(SINCE, line.id, SINCE.id)
            for column in columns:
                yield at.below(self.cell(line, column), line.id, column.id)
                if self.previous:
                    yield at.below(self.before(line, column), line.id, column.id, BEFORE)
            for part in at.rows(line.id, PARTS) if line.has_parts else ():
                yield from (at.below(OF_PART[one], line.id, PARTS, part, one) for one in (LABEL.id, COUNT))
        yield from (at.below(leaf, *steps) for leaf, steps in self.totals(columns))

    def cell(self, line: CountLine, column: CountColumn) -> Leaf:
        return count_leaf(column.id, line.label if self.one_column else f"{line.label}, {column.label}")

    def before(self, line: CountLine, column: CountColumn) -> Leaf:
        return count_leaf(BEFORE, f"{self.cell(line, column).label}, förra perioden")

    def totals(self, columns: tuple[CountColumn, ...]) -> Iterator[tuple[Leaf, Rest]]:
        """The cells of a typed total, and where each stands."""
        if self.whole_label and self.whole_by_column:
            for one in columns:
                label = self.whole_label if self.one_column else f"{self.whole_label}, {one.label}"
                yield count_leaf(one.id, label), (self.whole_step, one.id)
        elif self.whole_label:
            yield count_leaf(self.whole_step, self.whole_label), (self.whole_step,)

    def lacks(self, at: Answer[Any]) -> Iterator[Lack]:
        if self.required and not self.begun(at):
            yield Lack(at.path, self.label or "tabell")

    def place(self, at: Answer[Any], rest: Rest) -> Place:
        """A row has a margin of its own; a cell is called by its row and its column."""
        if not rest:
            return Place(True)
        leaf = self.leaf_at(rest)
        if self.is_time(rest):
            inner = PERIOD.place(at.below(PERIOD, TIME), rest[1:])
            return inner._replace(names=(PERIOD.label, *inner.names), order=(0, *inner.order))
        if leaf is PRINTED_BEFORE:
            return Place(True, (leaf.label,), (0, 1))
        columns = [one.id for one in self.columns_of(at)]
        if self.is_total(rest):
            label = next((one.label for one, steps in self.totals(self.columns_of(at)) if steps == rest), "")
            return Place(True, (label,), (10_000, *(columns.index(one) for one in rest[1:]))) if label else NOWHERE
        lines = self.lines(at)
        number = next((number for number, one in enumerate(lines, 1) if one.id == rest[0]), 0)
        if not number or (len(rest) > 1 and leaf is None and self.rows_at(rest) is None):
            return NOWHERE
        return self.place_in_row(at, lines[number - 1], number, columns, rest)

    def place_in_row(self, at: Answer[Any], line: CountLine, number: int, columns: list[str], rest: Rest) -> Place:
        row = f"{at.path}/{line.id}"
        column = rest[1] if len(rest) > 1 else ""
        if column == PARTS:
            part = at.document.row_number(f"{row}/{PARTS}", rest[2]) if len(rest) > 2 else 0
            said = (f"varav {part}", OF_PART[rest[3]].label) if len(rest) > 3 else ("varav",)
            return Place(part is not None, (line.label, *said), (number, 1_000, part or 0), row, row)
        if column in columns:
            there = self.columns_of(at)[columns.index(column)]
            cell = self.before(line, there) if rest[2:] else self.cell(line, there)
            return Place(True, (cell.label,), (number, columns.index(column), len(rest)), row, row)
        leaf = self.leaf_at(rest)
        own = leaf is not None and leaf in (LABEL, SINCE, STANDS)
        return Place(
            not column or own,
            (line.label, *([leaf.label] if leaf in (LABEL, SINCE) and leaf else [])),
            (number,),
            row,
            row,
        )

    @property
    def topics(self) -> frozenset[str]:
        """Words stand in it only where a form lets them."""
        words = self.own_rows or any(row.cumulative or row.varav for row in self.form_rows)
        topics = {Number.topic: True, LABEL.topic: words, PRINTED_BEFORE.topic: self.previous}
        asked = frozenset(topic for topic, asks in topics.items() if asks)
        return asked | (PERIOD.topics if self.period else frozenset())

    # The exchange format.

    def to_json(self, at: Answer[Any]) -> Any:
        return grid_to_json(self, at)

    def from_json(self, data: Any, path: str, intake: Intake) -> None:
        grid_from_json(self, data, path, intake)

    def schema(self) -> dict[str, Any]:
        return grid_schema(self)

    def comes_from(self, previous: bool) -> str:
        """What was counted then is beside what is counted now, where the form asks for it; rows of one's own come along."""
        if previous and self.from_previous is None and (self.previous or self.own_rows):
            return self.id
        return Kind.comes_from(self, previous)

    def taken(self, path: str, source: Source) -> Iterator[Taken]:
        if source.told:
            yield from Kind.taken(self, path, source)
            return
        for rest, text in standing(source.document, source.path):
            before = (*rest, BEFORE)
            if rest[1:] in ((PLACE,), (LABEL.id,), (SINCE.id,)) or rest == (PRINTED_BEFORE.id,):
                yield from [Taken("/".join((path, *rest)), text)] if self.leaf_at(rest) else ()
            elif source.previous and len(rest) == 2 and self.leaf_at(before) is not None:
                yield Taken("/".join((path, *before)), text)
