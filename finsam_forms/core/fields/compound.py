"""Fields made of several values: periods, answers with a comment, rows, goals, parties, signatures, tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from .. import position
from ..dates import Period, read_date
from .base import PLACE, Field, Intake, Leaf, new_row_id
from .simple import Choice, Date, Email, Line, LongText, Number

if TYPE_CHECKING:
    from ..document import Document


def export_parts(parts: tuple[Field, ...], document: Document, path: str) -> dict[str, Any]:
    """The sub-fields that hold something, by id."""
    found = ((part.id, part.to_json(document, f"{path}/{part.id}")) for part in parts)
    return {key: value for key, value in found if value is not None}


def schema_of_parts(parts: tuple[Field, ...], **more: Any) -> dict[str, Any]:
    properties = {part.id: part.schema() for part in parts} | more
    return {"type": "object", "properties": properties, "additionalProperties": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Field):
    """Sub-fields with fixed names, each at `path/<id>`."""

    def parts(self) -> tuple[Field, ...]:
        raise NotImplementedError

    def leaf_at(self, rest: tuple[str, ...]) -> Leaf | None:
        part = next((part for part in self.parts() if rest and part.id == rest[0]), None)
        return part.leaf_at(rest[1:]) if part else None

    def leaves(self, document: Document, path: str) -> Iterator[tuple[str, Leaf]]:
        for part in self.parts():
            yield from part.leaves(document, f"{path}/{part.id}")

    def to_json(self, document: Document, path: str) -> Any:
        return export_parts(self.parts(), document, path) or None

    def from_json(self, data: Any, path: str, intake: Intake) -> None:
        parts = self.parts()
        if intake.known_keys(data, path, {part.id for part in parts}):
            for part in parts:
                if part.id in data:
                    part.from_json(data[part.id], f"{path}/{part.id}", intake)

    def schema(self) -> dict[str, Any]:
        return schema_of_parts(self.parts())


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodField(Group):
    """From and to: `path/start`, `path/slut`."""

    type: ClassVar[str] = "period"
    start_label: str = "Från"
    end_label: str = "Till"

    def parts(self) -> tuple[Field, ...]:
        return (
            Date(id="start", label=self.start_label, required=self.required),
            Date(id="slut", label=self.end_label, required=self.required),
        )

    @staticmethod
    def period(document: Document, path: str) -> Period | None:
        """The period when both days can be read and come in order, else None."""
        start, end = (read_date(document.text(f"{path}/{part}")).value for part in ("start", "slut"))
        return Period(start, end) if start and end and start <= end else None


@dataclass(frozen=True, slots=True, kw_only=True)
class YesNo(Field):
    """«Ja» or «Nej» at the field's own path, and a comment at `path/kommentar` when the form has one."""

    type: ClassVar[str] = "yes_no"
    comment: str = ""
    """The form's words for the comment, such as «Kommentar:»; none when empty."""
    comment_on_no: bool = False
    """A Nej has to be commented on (Bilaga LS)."""

    def answer(self) -> Choice:
        return Choice(id=self.id, label=self.label, required=self.required, options=("ja", "nej"))

    def comment_leaf(self) -> LongText:
        return LongText(id="kommentar", label=self.comment, rows=3)

    def leaf_at(self, rest: tuple[str, ...]) -> Leaf | None:
        if not rest:
            return self.answer()
        return self.comment_leaf() if self.comment and rest == ("kommentar",) else None

    def leaves(self, document: Document, path: str) -> Iterator[tuple[str, Leaf]]:
        yield path, self.answer()
        if self.comment:
            yield f"{path}/kommentar", self.comment_leaf()

    def to_json(self, document: Document, path: str) -> Any:
        found = {"svar": document.text(path), "kommentar": document.text(f"{path}/kommentar")}
        return {key: value for key, value in found.items() if value} or None

    def from_json(self, data: Any, path: str, intake: Intake) -> None:
        if intake.known_keys(data, path, {"svar", "kommentar"} if self.comment else {"svar"}):
            self.answer().from_json(data.get("svar"), path, intake)
            if self.comment:
                self.comment_leaf().from_json(data.get("kommentar"), f"{path}/kommentar", intake)

    def schema(self) -> dict[str, Any]:
        properties = {"svar": self.answer().schema()} | ({"kommentar": {"type": "string"}} if self.comment else {})
        return {"type": "object", "properties": properties, "additionalProperties": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows(Field):
    """Rows that can be added, moved, removed and taken back; the same columns in each."""

    type: ClassVar[str] = "rows"
    columns: tuple[Field, ...] = ()
    start_rows: int = 1
    max_rows: int = 0
    """0 is no limit."""
    row_name: str = "rad"
    """What one row is called: «Lägg till …»."""

    @property
    def is_time_plan(self) -> bool:
        """Rows with from, to and a label are phases: drawn on a time axis."""
        return {"fran", "till", "etikett"} <= {column.id for column in self.columns}

    def leaf_at(self, rest: tuple[str, ...]) -> Leaf | None:
        if len(rest) < 2:
            return None
        if rest[1:] == (PLACE,):
            return Line(id=PLACE)
        column = next((column for column in self.columns if column.id == rest[1]), None)
        return column.leaf_at(rest[2:]) if column else None

    def leaves(self, document: Document, path: str) -> Iterator[tuple[str, Leaf]]:
        for row in document.rows(path):
            for column in self.columns:
                yield from column.leaves(document, f"{path}/{row}/{column.id}")

    def missing(self, document: Document, path: str) -> Iterator[tuple[str, str]]:
        if self.required and not document.rows(path):
            yield path, self.label or f"minst en {self.row_name}"
        yield from Field.missing(self, document, path)

    def start_values(self, path: str) -> Iterator[tuple[str, str]]:
        for place in position.spread(self.start_rows):
            yield f"{path}/{new_row_id()}/{PLACE}", place

    def to_json(self, document: Document, path: str) -> Any:
        rows = document.rows(path)
        return [{"id": row} | export_parts(self.columns, document, f"{path}/{row}") for row in rows] or None

    def from_json(self, data: Any, path: str, intake: Intake) -> None:
        if data is not None and not isinstance(data, list):
            intake.fault(path, "ska vara en lista med rader")
            return
        rows = list(enumerate(data or (), 1))
        if self.max_rows and len(rows) > self.max_rows:
            intake.fault(path, f"har {len(rows)} rader men formuläret rymmer högst {self.max_rows}")
        for row_path, row in take_rows(rows, path, intake):
            if intake.known_keys(row, row_path, {"id", *(column.id for column in self.columns)}):
                for column in self.columns:
                    if column.id in row:
                        column.from_json(row[column.id], f"{row_path}/{column.id}", intake)

    def schema(self) -> dict[str, Any]:
        found: dict[str, Any] = {"type": "array", "items": schema_of_parts(self.columns, id=ROW_ID_SCHEMA)}
        return found | ({"maxItems": self.max_rows} if self.max_rows else {})


ROW_ID_SCHEMA = {"type": "string", "pattern": "^[a-z0-9]{2,24}$"}


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


def good_row_id(text: Any) -> bool:
    return isinstance(text, str) and 2 <= len(text) <= 24 and text.isascii() and text.isalnum() and text == text.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalList(Rows):
    """One named list of goals, such as «Resultatmål»."""

    type: ClassVar[str] = "goal_list"
    columns: tuple[Field, ...] = (LongText(id="text", label="Mål", rows=2),)
    row_name: str = "mål"


@dataclass(frozen=True, slots=True, kw_only=True)
class Goals(Group):
    """Several named lists of goals: `path/<list>/<row>/text`."""

    type: ClassVar[str] = "goals"
    lists: tuple[GoalList, ...] = ()

    def parts(self) -> tuple[Field, ...]:
        return self.lists

    def start_values(self, path: str) -> Iterator[tuple[str, str]]:
        for part in self.lists:
            yield from part.start_values(f"{path}/{part.id}")

    def missing(self, document: Document, path: str) -> Iterator[tuple[str, str]]:
        """At least one goal in all; the form does not ask for one of each kind."""
        if self.required and not self.begun(document, path):
            yield path, self.label or "mål"


PARTY_COLUMNS: tuple[Field, ...] = (
    Line(id="organisation", label="Organisation", required=True),
    Line(id="kontaktperson", label="Kontaktperson", required=True),
    Email(id="epost", label="E-post", required=True),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties(Rows):
    """The organisations of the document. Their row ids are the party ids that budget and signatures refer to."""

    type: ClassVar[str] = "parties"
    columns: tuple[Field, ...] = PARTY_COLUMNS
    owners: bool = False
    """True for insatsägare (they have columns in table 1), False for samverkansparter."""
    first_label: str = ""
    """What the first row is called: «Huvudinsatsägare»."""
    other_label: str = "{n}"
    """What the other rows are called; {n} is the row's number, {m} one less: «Delinsatsägare {m}»."""
    row_name: str = "part"

    def row_label(self, number: int) -> str:
        if number == 1 and self.first_label:
            return self.first_label
        return self.other_label.format(n=number, m=number - 1)

    def from_json(self, data: Any, path: str, intake: Intake) -> None:
        """A party's row id is its own in the whole document: budget and signatures know it by that."""
        Rows.from_json(self, data, path, intake)
        rows = [key.split("/")[-2] for key in intake.values if key.endswith("/" + PLACE) and key.startswith(f"{path}/")]
        for row in rows:
            if row in intake.party_rows:
                intake.fault(f"{path}/{row}/id", f"”{row}” är redan en annan parts id")
        intake.party_rows.update(rows)
        if self.owners:
            intake.owners.update(rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatures(Field):
    """A block per party: `path/<party>/namn`, `/roll`, `/epost`. Date and signature are written by hand."""

    type: ClassVar[str] = "signature"
    owners: bool = False
    """Whose blocks: the insatsägare (true) or the samverkansparter (false)."""
    extract: str = ""
    """Id of the fixed-text field whose last part is repeated on each sheet."""

    def parts(self) -> tuple[Leaf, ...]:
        return (
            Line(id="namn", label="Namn"),
            Line(id="roll", label="Befattning"),
            Email(id="epost", label="E-post"),
            Date(id="datum", label="Datum"),
        )

    def leaf_at(self, rest: tuple[str, ...]) -> Leaf | None:
        return next((part for part in self.parts() if len(rest) == 2 and part.id == rest[1]), None)

    def leaves(self, document: Document, path: str) -> Iterator[tuple[str, Leaf]]:
        for party in document.parties:
            if party.owner == self.owners:
                for part in self.parts():
                    yield f"{path}/{party.id}/{part.id}", part

    def to_json(self, document: Document, path: str) -> Any:
        blocks = {
            document.party_key(party): export_parts(self.parts(), document, f"{path}/{party.id}")
            for party in document.parties
            if party.owner == self.owners
        }
        return {key: block for key, block in blocks.items() if block} or None

    def from_json(self, data: Any, path: str, intake: Intake) -> None:
        why = "är samverkanspart, inte insatsägare" if self.owners else "är insatsägare, inte samverkanspart"
        for _, block_path, block in intake.by_party(
            data, path, self.owners, f"{why}: parten skriver under i andra listan"
        ):
            if intake.known_keys(block, block_path, {part.id for part in self.parts()}):
                for part in self.parts():
                    if part.id in block:
                        part.from_json(block[part.id], f"{block_path}/{part.id}", intake)

    def schema(self) -> dict[str, Any]:
        return {"type": "object", "additionalProperties": schema_of_parts(self.parts())}


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedText(Field):
    """The förbund's own text, kept beside the form and never editable. `text` is filled in by the reader of the form."""

    type: ClassVar[str] = "fixed_text"
    file: str
    source: str = ""
    text_version: str = ""
    fingerprint: str
    """SHA-256 of the file: a changed text is seen at start."""
    note: str = ""
    text: str = ""

    def chapters(self) -> tuple[tuple[str, str], ...]:
        """(heading, text) of each `## ` part of the file."""
        parts = [part.strip().partition("\n") for part in ("\n" + self.text).split("\n## ")[1:]]
        return tuple((heading.strip(), body.strip()) for heading, _, body in parts)

    def leaf_at(self, rest: tuple[str, ...]) -> Leaf | None:
        return None

    def leaves(self, document: Document, path: str) -> Iterator[tuple[str, Leaf]]:
        return iter(())

    def begun(self, document: Document, path: str) -> bool:
        return True

    def to_json(self, document: Document, path: str) -> Any:
        return {"fingeravtryck": self.fingerprint}

    def from_json(self, data: Any, path: str, intake: Intake) -> None:
        if intake.known_keys(data, path, {"fingeravtryck", "text"}):
            print_given, text_given = data.get("fingeravtryck"), data.get("text")
            if print_given not in (None, self.fingerprint) or text_given not in (None, self.text):
                intake.fault(path, "texten som skall stå kvar orörd är inte mallens")

    def schema(self) -> dict[str, Any]:
        properties = {"fingeravtryck": {"const": self.fingerprint}, "text": {"const": self.text}}
        return {"type": "object", "properties": properties, "additionalProperties": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """A fixed row of a table."""

    id: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CountTable(Field):
    """Fixed rows and columns of whole numbers; sums of rows and columns are computed: `path/<row>/<column>`."""

    type: ClassVar[str] = "table"
    corner: str = ""
    rows: tuple[TableRow, ...] = ()
    columns: tuple[TableRow, ...] = ()
    sum_label: str = "Summa"

    def leaf_at(self, rest: tuple[str, ...]) -> Leaf | None:
        row_ids, column_ids = ({line.id for line in lines} for lines in (self.rows, self.columns))
        if len(rest) == 2 and rest[0] in row_ids and rest[1] in column_ids:
            return Number(id=rest[1], label=self.label)
        return None

    def leaves(self, document: Document, path: str) -> Iterator[tuple[str, Leaf]]:
        for row in self.rows:
            for column in self.columns:
                yield f"{path}/{row.id}/{column.id}", Number(id=column.id, label=f"{row.label}, {column.label}")

    def sums(self, document: Document, path: str) -> dict[str, int]:
        """Sums by key: `rad/<row>`, `kolumn/<column>`, `alla`. What can't be read counts as nothing."""
        found = {f"rad/{row.id}": 0 for row in self.rows} | {f"kolumn/{column.id}": 0 for column in self.columns}
        found["alla"] = 0
        for leaf_path, leaf in self.leaves(document, path):
            row, column = leaf_path.split("/")[-2:]
            value = leaf.read(document.text(leaf_path)).value or 0
            for key in (f"rad/{row}", f"kolumn/{column}", "alla"):
                found[key] += value
        return found

    def to_json(self, document: Document, path: str) -> Any:
        found: dict[str, dict[str, Any]] = {}
        for leaf_path, leaf in self.leaves(document, path):
            row, column = leaf_path.split("/")[-2:]
            value = leaf.to_json(document, leaf_path)
            if value is not None:
                found.setdefault(row, {})[column] = value
        return found or None

    def from_json(self, data: Any, path: str, intake: Intake) -> None:
        if not intake.known_keys(data, path, {row.id for row in self.rows}):
            return
        for row in self.rows:
            cells = data.get(row.id, {})
            if intake.known_keys(cells, f"{path}/{row.id}", {column.id for column in self.columns}):
                for column in self.columns:
                    if column.id in cells:
                        leaf = Number(id=column.id)
                        leaf.from_json(cells[column.id], f"{path}/{row.id}/{column.id}", intake)

    def schema(self) -> dict[str, Any]:
        cells = {column.id: {"type": ["integer", "string"]} for column in self.columns}
        row = {"type": "object", "properties": cells, "additionalProperties": False}
        return {"type": "object", "properties": {line.id: row for line in self.rows}, "additionalProperties": False}
