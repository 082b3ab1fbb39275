"""Questions that are answered Ja or Nej, in a table: `path/<row>`, `/kommentar`, `/antal`; `path/kommentar_allmant` about all of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from ..document import Form
from .choice import Choice
from .figures import field_of, figures, is_figure
from .group import schema_of_parts
from .intake import Intake
from .kind import NOWHERE, Answer, Inside, Kind, Lack, Leaf, Place, Rest, Suggested
from .long_text import LongText
from .number import Number
from .rows import TableRow, none_of
from .yes_no import COMMENT

YES, NO = "ja", "nej"
REPLY, COUNT, IN_GENERAL = "svar", "antal", "kommentar_allmant"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(TableRow):
    """A question, and what its answer has to agree with."""

    at_least: int = 0
    """Ja means at least so many."""
    count: str = ""
    """What is counted, such as «antal möten»; with it the number is asked for."""
    count_from: str = ""
    """The figure that the number, and with `at_least` the answer, can be taken from."""
    yes_when: str = ""
    """Path of a text that makes the answer Ja once it is written."""
    described_by: str = ""
    """Id of the field where a Ja is described; with a Nej it is empty."""

    @property
    def counted(self) -> bool:
        return bool(self.count)


@dataclass(frozen=True, slots=True, kw_only=True)
class YesNoTable(Kind):
    """Every Nej is commented on."""

    type: ClassVar[str] = "yes_no_table"
    inside: ClassVar[Inside] = {"row": Question}
    self_named: ClassVar[bool] = True
    rows: tuple[Question, ...] = ()
    comment: str = "Kommentarer"
    """The form's words over the comments."""

    def faults(self, form: Form) -> Iterator[str]:
        yield from none_of(self.rows, "row")
        for row in self.rows:
            if row.id == IN_GENERAL:
                yield f"en fråga kan inte heta ”{IN_GENERAL}”"
            if row.count_from and not is_figure(form, row.count_from):
                yield f"”{row.count_from}” är inget tal som räknas ut i ett annat fält"
            if row.yes_when and form.leaf_at(row.yes_when) is None:
                yield f"yes_when ”{row.yes_when}” finns inte i formuläret"
            described = form.field(row.described_by) if row.described_by else None
            if row.described_by and not isinstance(described, LongText):
                yield f"described_by ”{row.described_by}” är inget fält av typen long_text"

    def idle(self, form: Form) -> Iterator[str]:
        yield from Kind.idle(self, form)
        for row in self.rows:
            if row.count_from and not (row.at_least or row.counted):
                yield f"frågan ”{row.id}” har count_from men varken at_least att jämföra med eller count att skriva i"

    # The structure.

    def question(self, row_id: str) -> Question | None:
        return next((row for row in self.rows if row.id == row_id), None)

    def reply(self, row: Question) -> Choice:
        return Choice(id=row.id, label=row.label, required=self.required, options=(YES, NO))

    def inner(self, row: Question) -> tuple[Leaf, ...]:
        count = (Number(id=COUNT, label=row.count),) if row.counted else ()
        return (*count, LongText(id=COMMENT, label="Kommentar till nej", rows=3))

    def general(self) -> LongText:
        return LongText(id=IN_GENERAL, label=self.comment, rows=3)

    def leaf_at(self, rest: Rest) -> Leaf | None:
        if rest == (IN_GENERAL,):
            return self.general()
        row = self.question(rest[0]) if rest else None
        if row is None or len(rest) > 2:
            return None
        return self.reply(row) if len(rest) == 1 else next((one for one in self.inner(row) if one.id == rest[1]), None)

    def parts(self, at: Answer[Any]) -> Iterator[Answer[Kind]]:
        for row in self.rows:
            yield at.below(self.reply(row), row.id)
            yield from (at.below(part, row.id, part.id) for part in self.inner(row))
        yield at.below(self.general(), IN_GENERAL)

    def place(self, at: Answer[Any], rest: Rest) -> Place:
        if not rest:
            return Place(True)
        leaf = self.leaf_at(rest)
        if leaf is None:
            return NOWHERE
        number = next((number for number, row in enumerate(self.rows) if row.id == rest[0]), len(self.rows))
        row = self.question(rest[0])
        margin = f"{at.path}/{rest[0]}" if row else ""
        inner = [one.id for one in self.inner(row)] if row else []
        order = (number, inner.index(rest[1]) + 1) if len(rest) == 2 else (number,)
        names = (row.label, leaf.label) if row and len(rest) == 2 else (leaf.label,)
        return Place(True, names, order, margin)

    @property
    def topics(self) -> frozenset[str]:
        counts = {Number.topic} if any(row.counted for row in self.rows) else set()
        return frozenset({Choice.topic, LongText.topic, *counts})

    # What the answers are.

    def lacks(self, at: Answer[Any]) -> Iterator[Lack]:
        for row in self.rows:
            reply = at.text(row.id)
            if not reply and self.required:
                yield Lack(f"{at.path}/{row.id}", row.label, code="G44")
            elif reply == NO and not at.text(row.id, COMMENT).strip():
                yield Lack(f"{at.path}/{row.id}/{COMMENT}", row.label, code="G44")

    def number_of(self, at: Answer[Any], row: Question) -> int | None:
        """How many there were: as it is typed, else as it is counted elsewhere. None while nobody knows."""
        if row.counted and at.text(row.id, COUNT).strip():
            found: int | None = Number(id=COUNT).read(at.text(row.id, COUNT)).value
            return found
        return figures(at.document).sum(row.count_from).known if row.count_from else None

    def suggested(self, at: Answer[Any], rest: Rest) -> Suggested | None:
        row = self.question(rest[0]) if len(rest) == 1 else None
        if row is None:
            return None
        if row.count_from:
            field = field_of(at.document, row.count_from)
            known = figures(at.document).sum(row.count_from).known
            values = {} if known is None else self.values_of(row, known)
            return Suggested(row.count_from, field.label if field else "", in_field(at, values))
        if row.yes_when:
            field = at.form.field(row.yes_when.partition("/")[0])
            written = at.document.text(row.yes_when).strip()
            return Suggested("", field.label, in_field(at, {row.id: YES}) if written else {}) if field else None
        return None

    def values_of(self, row: Question, known: int) -> dict[str, str]:
        """What a number elsewhere answers: the count, and Ja or Nej where the question says how many it takes."""
        reply = {row.id: YES if known >= row.at_least else NO} if row.at_least else {}
        return reply | ({f"{row.id}/{COUNT}": str(known)} if row.counted else {})

    # The exchange format.

    def to_json(self, at: Answer[Any]) -> Any:
        found: dict[str, Any] = {}
        for row in self.rows:
            parts = {REPLY: at.text(row.id) or None}
            parts |= {part.id: at.below(part, row.id, part.id).json() for part in self.inner(row)}
            inside = {key: value for key, value in parts.items() if value is not None}
            found |= {row.id: inside} if inside else {}
        return (found | ({IN_GENERAL: at.text(IN_GENERAL)} if at.text(IN_GENERAL) else {})) or None

    def from_json(self, data: Any, path: str, intake: Intake) -> None:
        if not intake.known_keys(data, path, {IN_GENERAL, *(row.id for row in self.rows)}):
            return
        self.general().from_json(data.get(IN_GENERAL), f"{path}/{IN_GENERAL}", intake)
        for row in self.rows:
            here, inside = f"{path}/{row.id}", data.get(row.id, {})
            if intake.known_keys(inside, here, {REPLY, *(part.id for part in self.inner(row))}):
                self.reply(row).from_json(inside.get(REPLY), here, intake)
                for part in self.inner(row):
                    part.from_json(inside.get(part.id), f"{here}/{part.id}", intake)

    def schema(self) -> dict[str, Any]:
        rows = {row.id: schema_of_parts(self.inner(row), svar=self.reply(row).schema()) for row in self.rows}
        return schema_of_parts((), **rows, **{IN_GENERAL: {"type": "string"}})


def in_field(at: Answer[Any], values: dict[str, str]) -> dict[str, str]:
    return {f"{at.path}/{steps}": text for steps, text in values.items()}
