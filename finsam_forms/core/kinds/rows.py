"""Rows that can be added, moved, removed and taken back; the same parts in each, at `path/<row>/<part>`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, ClassVar

from .. import position
from ..dates import Period
from ..document import PLACE, Document, Form
from ..party import party_keys
from ..roles import COLUMN_ROLES, ETIKETT, FRAN, PLAN_ROLES, TILL, role_twice
from ..row_id import ROW_ID_SCHEMA, good_row_id, new_row_id
from ..span import Span, span_at
from ..unit import Unit
from .counted import counted, faults_of
from .figures import Counting, FigureName, Keys, figures, in_a_sentence
from .group import Group, parts_from_json, parts_to_json, place_in, schema_of_parts
from .intake import Intake
from .kind import NOWHERE, Answer, Inside, Kind, Lack, Leaf, Place, Rest, Room, Shape, Taken, every, idle_inside
from .line import Line
from .mean_post import means

STANDS = Line(id=PLACE)
SUMS = "summa"
ADDED = frozenset({Unit.COUNT, Unit.KRONOR, Unit.SHARE})
"""What can be added up."""


OF_PLAIN_ROWS = frozenset({"sum", "sum_label", "any_time", "mean", "count"})
"""Keys of rows that a kind with columns of its own has no use for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """A row or a column that the form has itself."""

    id_shape: ClassVar[Shape] = re.compile(r"[a-z0-9][a-z0-9_]*")

    id: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row(Group):
    """One row: a group whose parts are the columns."""

    columns: tuple[Kind, ...]

    def fixed(self) -> tuple[Kind, ...]:
        return self.columns


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows(Counting):
    """Rows of columns. With a single column a row's own name says enough. Figures: `path/summa/<column>` of those that are added up."""

    type: ClassVar[str] = "rows"
    inside: ClassVar[Inside] = {"column": Leaf}
    self_named: ClassVar[bool] = True
    limits_files: ClassVar[bool] = True
    """May a file that is read in have no more rows than `max_rows`, either?"""
    columns: tuple[Kind, ...] = ()
    start_rows: int = 1
    max_rows: int = 0
    """0 is no limit."""
    row_name: str = "rad"
    """What one row is called: «Lägg till …»."""
    sum: tuple[str, ...] = ()
    """Ids of the columns that are added up."""
    sum_label: str = "Summa"
    any_time: bool = False
    """May its days lie outside the time of the report (G69)?"""
    mean: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    """Ids of columns with percent of full time → what they are called in the sentence of their mean over the report."""
    count: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    """The sentence of how many there are: of one (`ett`), and of more (`flera`)."""

    @property
    def alike(self) -> object:
        return self.row_name.lower()

    @property
    def in_report_time(self) -> bool:
        return not self.any_time

    @property
    def is_time_plan(self) -> bool:
        """Rows with from, to and a label are phases: drawn on a time axis."""
        return {column.role for column in self.columns} >= PLAN_ROLES

    @property
    def days_of_row(self) -> tuple[str, str] | None:
        """The columns that say from when and until when: the first two days."""
        days = [one.id for one in self.columns if isinstance(one, Leaf) and one.unit in (Unit.DAY, Unit.SHORT_DAY)]
        return (days[0], days[1]) if len(days) > 1 else None

    @property
    def speaks(self) -> bool:
        """Do sentences stand under its rows?"""
        return bool(self.mean or self.count)

    def in_words(self, at: Answer[Any]) -> Iterator[str]:
        naming, days = self.naming, self.days_of_row
        yield from counted(at, self.count) if self.count else ()
        yield from means(at, naming.id, days, self.mean) if self.mean and naming and days else ()

    @property
    def echoed(self) -> bool:
        return self.is_time_plan or self.counts

    @property
    def counts(self) -> bool:
        return bool(self.sum)

    def keys_at(self, at: Answer[Any], rest: Rest) -> Keys:
        counts = len(rest) == 2 and rest[1] in self.sum and at.document.row_number(at.path, rest[0])
        return (self.sum_key(at.path, rest[1]),) if counts else ()

    def sum_key(self, path: str, column: str) -> str:
        return f"{path}/{SUMS}/{column}"

    def figure_unit(self, key: str) -> Unit:
        return self.summed(key.rpartition("/")[2]).unit

    def figure_names(self, at: Answer[Any]) -> Iterator[FigureName]:
        for column in map(self.summed, self.sum):
            label = in_a_sentence(self.label or self.row_name)
            yield FigureName(self.sum_key(at.path, column.id), f"{label}, {in_a_sentence(column.label)}")

    def stated(self, at: Answer[Any]) -> dict[str, int]:
        found = {key: figures(at.document).sum(key) for key in (self.sum_key(at.path, one) for one in self.sum)}
        return {key: one.value for key, one in found.items() if not one.unread}

    def summed(self, column: str) -> Leaf:
        """A column that is added up."""
        found = next(one for one in self.columns if one.id == column)
        assert isinstance(found, Leaf)
        return found

    def made_as(self, at: Answer[Any], other: Answer[Any]) -> dict[str, str]:
        """What makes rows that nobody has written in those of another answer to the same question. The empty ones go."""
        values = {f"{at.path}/{row}/{PLACE}": "" for row in at.rows()}
        rows = other.rows()
        values |= {
            f"{at.path}/{row}/{PLACE}": place for row, place in zip(rows, position.spread(len(rows)), strict=True)
        }
        steps = [(row, column.id) for row in rows for column in self.columns]
        return values | {"/".join((at.path, *one)): other.text(*one) for one in steps}

    def column_of(self, role: str) -> Kind | None:
        """The column that is this in its row."""
        return next((column for column in self.columns if column.role == role), None)

    # Where it is the columns of a table, each row is one.

    @property
    def gives_columns(self) -> bool:
        return self.naming is not None

    def column_ids(self, at: Answer[Any]) -> tuple[str, ...]:
        return at.rows()

    def has_column(self, at: Answer[Any], column: str) -> bool:
        return at.document.row_number(at.path, column) is not None

    def names_in_file(self, at: Answer[Any]) -> dict[str, str]:
        return party_keys({row: at.document.text(self.named_at(at, row)) for row in at.rows()})

    def named_at(self, at: Answer[Any], column: str) -> str:
        return f"{at.path}/{column}/{self.naming.id}" if self.naming else ""

    @property
    def naming(self) -> Leaf | None:
        """The column that says what a row is called where it is the column of a table: the one with that role, else the first line."""
        lines = [one for one in self.columns if isinstance(one, Leaf) and one.unit is Unit.TEXT]
        return next((one for one in lines if one.role == ETIKETT), lines[0] if lines else None)

    def called(self, at: Answer[Any], row: str) -> str:
        """What a row is called there."""
        number = at.document.row_number(at.path, row) or 0
        said = at.text(row, self.naming.id).strip() if self.naming else ""
        return said or f"{self.row_name.capitalize()} {number}"

    def names_row(self, rest: Rest) -> str:
        return rest[0] if self.naming and rest[1:] == (self.naming.id,) else ""

    def span_of(self, at: Answer[Any], row: str) -> Span | None:
        """What a row lasts, under its own name; None for rows that have no days."""
        start, end, name = map(self.column_of, (FRAN, TILL, ETIKETT))
        label = at.text(row, name.id) if name else ""
        return span_at(at.document, f"{at.path}/{row}", label, (start.id, end.id), "phase") if start and end else None

    def spans(self, at: Answer[Any]) -> Iterator[Span]:
        """The phases of a plan, in the order of its rows."""
        found = (self.span_of(at, row) for row in (at.rows() if self.is_time_plan else ()))
        return (span for span in found if span)

    def time_at(self, at: Answer[Any], rest: Rest) -> Period | None:
        span = self.span_of(at, rest[0]) if rest else None
        return span.period if span else None

    def faults(self, form: Form) -> Iterator[str]:
        yield from none_of(self.columns, "column")
        yield from self.number_faults()
        if any(column.id == "id" for column in self.columns):
            yield "en kolumn kan inte heta ”id”, det är radens eget"
        for column in self.columns:
            if column.role and column.role not in COLUMN_ROLES:
                yield f"kolumnen ”{column.id}” kan inte ha rollen ”{column.role}”, den är ett fälts"
        yield from (f"två kolumner har rollen ”{role}”" for role in role_twice(self.columns))
        for column in self.columns:
            yield from column.faults(form)
        for one in self.sum:
            unit = next((column.unit for column in self.columns if column.id == one and isinstance(column, Leaf)), None)
            if unit not in ADDED:
                yield f"”sum” har ”{one}”, som inte är någon kolumn med tal, belopp eller procent"
        yield from faults_of(self.count) if self.count else ()
        for one in self.mean:
            shares = {column.id for column in self.columns if isinstance(column, Leaf) and column.unit is Unit.SHARE}
            if one not in shares or self.days_of_row is None:
                yield f"”mean” har ”{one}”, som inte är någon kolumn med procent i rader med två dagar"

    def idle(self, form: Form) -> Iterator[str]:
        yield from Kind.idle(self, form)
        yield from idle_inside(self.columns, "kolumnen", form)

    def number_faults(self) -> Iterator[str]:
        if self.start_rows < 0 or self.max_rows < 0:
            yield "start_rows och max_rows kan inte vara mindre än noll"
        elif 0 < self.max_rows < self.start_rows:
            yield "start_rows är fler än max_rows"

    def start_values(self, path: str) -> Iterator[tuple[str, str]]:
        for place in position.spread(self.start_rows):
            row = f"{path}/{new_row_id()}"
            yield f"{row}/{PLACE}", place
            yield from Room(self.row_name, columns=self.columns).new(row).items()

    def leaf_at(self, rest: Rest) -> Leaf | None:
        if len(rest) < 2:
            return None
        if rest[1:] == (PLACE,):
            return STANDS
        column = next((column for column in self.columns if column.id == rest[1]), None)
        return column.leaf_at(rest[2:]) if column else None

    def rows_at(self, rest: Rest) -> Room | None:
        if not rest:
            return Room(self.row_name, self.max_rows, self.columns)
        column = next((column for column in self.columns if len(rest) > 1 and column.id == rest[1]), None)
        return column.rows_at(rest[2:]) if column else None

    def row(self, row_id: str) -> Row:
        return Row(id=row_id, label=self.row_name, columns=self.columns)

    def parts(self, at: Answer[Any]) -> Iterator[Answer[Kind]]:
        return (at.below(self.row(row), row) for row in at.rows())

    def leaves(self, at: Answer[Any]) -> Iterator[Answer[Leaf]]:
        for row in at.rows():
            for column in self.columns:
                yield from at.below(column, row, column.id).leaves()

    def lacks(self, at: Answer[Any]) -> Iterator[Lack]:
        if self.required and not self.begun(at):
            yield Lack(at.path, self.label or f"minst en {self.row_name}", self.ask)
        else:
            yield from Kind.lacks(self, at)

    @property
    def ask(self) -> str:
        return f"Lägg till minst en {self.row_name} och fyll i den."

    def name_of(self, at: Answer[Any], row: str, number: int) -> str:
        """What a row is called where somebody speaks of it. `number`: from 1."""
        column = self.column_of(ETIKETT)
        label = at.text(row, column.id).strip() if column else ""
        return label or f"{self.row_name.capitalize()} {number}"

    def place(self, at: Answer[Any], rest: Rest) -> Place:
        if not rest:
            return Place(True)
        number = at.document.row_number(at.path, rest[0])
        if number is None:
            return NOWHERE
        inner = place_in(self.columns, at.below(self, rest[0]), rest[1:])
        said = inner.names[1:] if len(self.columns) == 1 else inner.names
        names, margin = (self.name_of(at, rest[0], number), *said), inner.margin or f"{at.path}/{rest[0]}"
        return Place(inner.stands, names, (number, *inner.order), margin, inner.beside)

    @property
    def topics(self) -> frozenset[str]:
        return frozenset().union(*(column.topics for column in self.columns))

    def to_json(self, at: Answer[Any]) -> Any:
        return [{"id": row} | parts_to_json(self.columns, at.below(self, row)) for row in at.rows()] or None

    def from_json(self, data: Any, path: str, intake: Intake) -> None:
        if data is not None and not isinstance(data, list):
            intake.fault(path, "ska vara en lista med rader")
            return
        rows = list(enumerate(data or (), 1))
        if self.limits_files and 0 < self.max_rows < len(rows):
            intake.fault(path, f"har {len(rows)} rader men formuläret rymmer högst {self.max_rows}")
        taken = [*take_rows(rows, path, intake)]
        for row_path, row in taken:
            self.row_from_json(row, row_path, intake)
        name = self.naming.id if self.naming else ""
        names = {one.rpartition("/")[2]: intake.values.get(f"{one}/{name}", "") for one, _ in taken}
        intake.columns[path] = {said: row for row, said in party_keys(names).items()}

    def row_from_json(self, data: Any, path: str, intake: Intake) -> None:
        parts_from_json(self.columns, data, path, intake, also=frozenset({"id"}))

    def schema(self) -> dict[str, Any]:
        found: dict[str, Any] = {"type": "array", "items": schema_of_parts(self.columns, id=ROW_ID_SCHEMA)}
        return found | ({"maxItems": self.max_rows} if self.max_rows and self.limits_files else {})


def plans(document: Document) -> Iterator[Answer[Rows]]:
    """The rows of a document that are a plan."""
    return (at for at in every(document, Rows) if at.field.is_time_plan)


def row_after(document: Document, path: str, called: str, cells: Mapping[str, str]) -> Iterator[Taken]:
    """A row that the next report gets about the last one, after those that it has in a list itself. `called`: what makes its id, so that
    it is the same row whenever it is asked for; `cells`: column → text."""
    rows = document.rows(path)
    last = document.text(f"{path}/{rows[-1]}/{PLACE}") if rows else None
    row = f"{path}/{new_row_id(called)}"
    yield Taken(f"{row}/{PLACE}", position.between(last, None))
    yield from (Taken(f"{row}/{column}", text) for column, text in cells.items())


def none_of(parts: Iterable[object], key: str) -> Iterator[str]:
    """The fault of a list in a form that must not be empty."""
    if not any(True for _ in parts):
        yield f"minst en ”{key}” behövs"


def take_rows(rows: list[tuple[int, Any]], path: str, intake: Intake) -> Iterator[tuple[str, Any]]:
    """Read rows that stand in a list of the file, each with its number there: yields (path of the row, its data).

    Each gets an id and a place among the others. A row that is none becomes a fault where its keys are read.
    """
    seen: set[str] = set()
    for (number, data), place in zip(rows, position.spread(len(rows)), strict=True):
        where = f"{intake.place(path)}[{number}]"
        row = data.get("id") if isinstance(data, dict) else None
        if row is not None and not good_row_id(row):
            intake.fault(f"{where}/id", "ska vara 2–24 tecken a–z och 0–9")
            row = None
        elif row in seen:
            intake.fault(f"{where}/id", f"”{row}” finns på två rader")
            row = None
        row = row or new_row_id()
        seen.add(row)
        intake.places[f"{path}/{row}"] = where
        intake.values[f"{path}/{row}/{PLACE}"] = place
        yield f"{path}/{row}", data
