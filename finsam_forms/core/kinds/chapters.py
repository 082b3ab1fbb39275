"""Chapters: the same questions of any kind again and again, `path/<row>/<part>`, each chapter a page of its own with its heading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, ClassVar, Self

from .. import position
from ..document import PLACE, Document, Form
from ..figure import Formula, Sum
from ..reading import Reading
from ..roles import ETIKETT, IN_PARTS, RAPPORTPERIOD, role_twice
from ..settings import Settings
from ..unit import Unit
from .figures import Counting, FigureName, Keys, figures
from .group import place_in
from .kind import (
    ANSWER,
    NOWHERE,
    Answer,
    Inside,
    Kind,
    Lack,
    Leaf,
    OwnPage,
    Place,
    Rest,
    Source,
    Suggested,
    Taken,
    idle_keys,
    standing,
)
from .line import Line
from .overview import ROW, SIGNALS, TIME, Overview, Standing, standing_of, unknown_keys
from .period import END
from .rows import OF_PLAIN_ROWS, Row, Rows, none_of

HEADING = "rubrik"
SAME = "samma"
"""The step from a question to the suggestion that it is the same as in another chapter."""
NOT_OF_A_PART = frozenset({"printed", "from_"})
"""Keys that a question of a chapter has no use for."""


@dataclass(frozen=True, slots=True)
class InChapter:
    """A form as it is seen from a chapter: the chapter's questions first, then its fields."""

    form: Form
    questions: tuple[Kind, ...]

    @property
    def names(self) -> Sequence[str]:
        return self.form.names

    @property
    def settings(self) -> Settings:
        return self.form.settings

    @property
    def deciders(self) -> frozenset[str]:
        return self.form.deciders

    def field(self, field_id: str) -> Any:
        return next((one for one in self.questions if one.id == field_id), None) or self.form.field(field_id)

    def fields(self) -> Iterator[Any]:
        yield from self.questions
        yield from self.form.fields()

    def shown_fields(self, document: Document) -> Iterator[Any]:
        return self.fields()

    def leaf_at(self, path: str) -> Any:
        first, *rest = path.split("/")
        question = next((one for one in self.questions if one.id == first), None)
        return question.leaf_at(tuple(rest)) if question else self.form.leaf_at(path)

    def of_role(self, role: str) -> Any:
        return self.form.of_role(role)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter(Row):
    """One chapter: its heading, and its questions."""

    nests: ClassVar[bool] = True

    @property
    def all_roles(self) -> frozenset[str]:
        return frozenset[str]().union(*(one.all_roles for one in self.columns))


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """A question that is answered when a chapter is begun from a draft, or a field elsewhere that gets a row about it, with the chapter's
    id. `of`: where, in that draft; the first that its form has."""

    id: str
    of: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOf:
    """Questions that one of must be answered. `came_of_it`: or something must be counted, or the outcome of a goal told (G75)."""

    id: str
    label: str
    of: tuple[str, ...]
    came_of_it: bool = False

    def answered(self, chapter: Answer[Any]) -> bool:
        return any(one.begun for one in chapter.parts() if one.field.id in self.of)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapters(Rows):
    """What a question counts, it counts for each chapter; its figures have the chapter's path before their keys."""

    type: ClassVar[str] = "chapters"
    inside: ClassVar[Inside] = {"field": Kind, "overview": Overview, "begin": Beginning, "one_of": OneOf}
    worked_out: ClassVar[frozenset[str]] = frozenset({"columns"}) | OF_PLAIN_ROWS
    nests: ClassVar[bool] = True
    has_pages: ClassVar[bool] = True
    fields: tuple[Kind, ...] = ()
    number: str = ""
    """Before the number of each chapter: «4» makes 4.1, 4.2."""
    title_label: str = "Rubrik"
    overviews: tuple[Overview, ...] = ()
    """What a table before the chapters says of each of them."""
    overview_label: str = "Översikt"
    signal: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    """What the word that the table says of each goes by, see core/kinds/overview.py."""
    begins: tuple[Beginning, ...] = ()
    """What a chapter has from the draft that it is begun from; none, and it can't be begun from any."""
    one_ofs: tuple[OneOf, ...] = ()
    """What every chapter must say, in one question or another."""
    same: tuple[str, ...] = ()
    """Ids of rows that can be put in as they are in another chapter: the same people steer several."""
    row_name: str = "kapitel"

    def prepared(self, files: Mapping[str, str]) -> Self:
        heading = Line(id=HEADING, label=self.title_label, required=True, role=ETIKETT)
        return replace(self, columns=(heading, *self.fields))

    def files(self) -> tuple[str, ...]:
        return tuple(name for one in self.fields for name in one.files())

    @property
    def types(self) -> frozenset[str]:
        return frozenset({self.type}).union(*(one.types for one in self.fields))

    def faults(self, form: Form) -> Iterator[str]:
        yield from none_of(self.fields, "field")
        yield from self.number_faults()
        for one in self.fields:
            if one.id in (HEADING, "id"):
                yield f"ett fält i ett kapitel kan inte heta ”{one.id}”, det är kapitlets eget"
            if one.stands_always or one.stands_alone or one.has_pages:
                yield f"”{one.id}” kan inte stå i ett kapitel: slaget {one.type} finns en gång i ett dokument"
            yield from (f"”{one.id}”: {fault}" for fault in one.faults(InChapter(form, self.fields)))
        yield from (f"två frågor har rollen ”{role}”" for role in role_twice(self.fields))
        yield from self.overview_faults(form)
        for one_of in self.one_ofs:
            missing = [one for one in one_of.of if not self.asks_in_parts(one)]
            if missing or not one_of.of:
                yield f"”one_of” har ”{', '.join(missing)}”, som inte är någon fråga i kapitlet"
        for question in self.same:
            if not isinstance(self.question(question), Rows):
                yield f"”same” har ”{question}”, som inte är några rader i kapitlet"
        for begin in self.begins:
            beside = form.field(begin.id)
            if not begin.of or not (self.question(begin.id) or (beside and beside.gathers)):
                yield f"”begin” har ”{begin.id}”, som inte är någon fråga i kapitlet eller tabell med egna rader, med ett ”of”"

    def idle(self, form: Form) -> Iterator[str]:
        yield from Kind.idle(self, form)
        for one in self.fields:
            roles = () if one.role in IN_PARTS else ("role",)
            for fault in (*one.idle(InChapter(form, self.fields)), *idle_keys(one, NOT_OF_A_PART.union(roles))):
                yield f"fältet ”{one.id}”: {fault}"

    @property
    def all_roles(self) -> frozenset[str]:
        return frozenset({self.role}).union(*(one.all_roles for one in self.columns))

    def follows(self, form: Form) -> frozenset[str]:
        found = frozenset[str]().union(*(one.follows(InChapter(form, self.fields)) for one in self.fields))
        return found - {one.id for one in self.fields}

    # The structure.

    @property
    def in_report_time(self) -> bool:
        """Each question says it for itself."""
        return False

    def row(self, row_id: str) -> Chapter:
        return Chapter(id=row_id, label=self.row_name, columns=self.columns)

    def called(self, at: Answer[Any], row: str) -> str:
        return self.name_of(at, row, at.document.row_number(at.path, row) or 0)

    def numbered(self, number: int) -> str:
        """«4.1»."""
        return f"{self.number}.{number}" if self.number else str(number)

    def pages(self, at: Answer[Any]) -> Iterator[OwnPage]:
        for number, chapter in enumerate(at.parts(), 1):
            yield OwnPage(
                chapter.path, self.numbered(number), self.name_of(at, chapter.field.id, number), tuple(chapter.parts())
            )

    def inner(self, at: Answer[Any], rest: Rest) -> tuple[Answer[Kind], Rest] | None:
        """The question that a path goes through, of a chapter that stands, and the steps below it."""
        if len(rest) < 2 or at.document.row_number(at.path, rest[0]) is None:
            return None
        found = self.part(rest)
        return (at.below(found, rest[0], found.id), rest[2:]) if found else None

    def asked(self, at: Answer[Any], rest: Rest) -> Answer[Kind]:
        found = self.inner(at, rest)
        return found[0] if found else at

    def asks_in_parts(self, question: str) -> bool:
        return self.question(question) is not None

    def question(self, question: str) -> Kind | None:
        return next((one for one in self.fields if one.id == question), None)

    def part(self, rest: Rest) -> Kind | None:
        return next((one for one in self.columns if len(rest) > 1 and one.id == rest[1]), None)

    def leaves(self, at: Answer[Any]) -> Iterator[Answer[Leaf]]:
        for chapter in at.parts():
            yield from chapter.leaves()

    def lacks(self, at: Answer[Any]) -> Iterator[Lack]:
        chapters = [*at.parts()]
        if self.required and not chapters:
            yield Lack(at.path, self.label or self.row_name, self.ask)
        for number, chapter in enumerate(chapters, 1):
            name = self.name_of(at, chapter.field.id, number)
            for question in chapter.parts():
                for one in question.lacks():
                    yield one._replace(name=f"{name}, {one.name}", ask=one.ask or ANSWER)
            for wanted in self.one_ofs:
                if not wanted.came_of_it and not wanted.answered(chapter):
                    yield Lack(f"{chapter.path}/{wanted.of[0]}", f"{name}, {wanted.label}", f"{wanted.label} behövs.")

    def place(self, at: Answer[Any], rest: Rest) -> Place:
        if not rest:
            return Place(True)
        number = at.document.row_number(at.path, rest[0])
        if number is None:
            return NOWHERE
        chapter = at.below(self.row(rest[0]), rest[0])
        inner = place_in(self.columns, chapter, rest[1:])
        question = self.part(rest)
        said = (question.label,) if question and question.self_named and question.label else ()
        names = (self.name_of(at, rest[0], number), *said, *inner.names)
        margin = inner.margin or "/".join((at.path, *rest[:2]))
        return Place(inner.stands, names, (number, *inner.order), margin, inner.beside)

    def meant(self, rest: Rest, typed: str, seen: Mapping[str, str]) -> str:
        found = self.part(rest)
        return found.meant(rest[2:], typed, seen) if found else typed

    def suggested(self, at: Answer[Any], rest: Rest) -> Suggested | None:
        found = self.inner(at, rest)
        if found is None:
            return None
        question, below = found
        if below[:1] != (SAME,):
            return question.field.suggested(question, below)
        other = self.others(at, question).get("/".join(below[1:]))
        return Suggested("", self.called(at, below[1]), other.field.made_as(question, other)) if other else None

    def same_elsewhere(self, at: Answer[Any], rest: Rest) -> Iterator[tuple[str, str]]:
        found = self.inner(at, rest)
        for row in self.others(at, found[0]) if found and not found[1] else ():
            yield "/".join((at.path, *rest, SAME, row)), self.called(at, row)

    def others(self, at: Answer[Any], question: Answer[Kind]) -> dict[str, Answer[Rows]]:
        """Chapter → what it answers to a question that nobody has answered in this one; of those who answer the same, the first."""
        field = question.field
        if field.id not in self.same or not isinstance(field, Rows) or question.begun:
            return {}
        found = {row: at.below(field, row, field.id) for row in at.rows()}
        texts = {row: tuple(leaf.text() for leaf in one.leaves()) for row, one in found.items() if one.begun}
        firsts = {said: row for row, said in reversed(texts.items())}
        return {row: found[row] for row, said in texts.items() if firsts[said] == row}

    # What it follows: the chapters of the last report, and of each what is not told of that time alone.

    def taken(self, path: str, source: Source) -> Iterator[Taken]:
        for rest, text in standing(source.document, source.path):
            if rest[1:] in ((PLACE,), (HEADING,)):
                yield Taken("/".join((path, *rest)), text)
        for row in source.document.rows(source.path):
            for one in self.fields:
                there = one.comes_from(source.previous)
                if there:
                    yield from one.taken(f"{path}/{row}/{one.id}", source._replace(path=f"{source.path}/{row}/{there}"))

    # What a chapter of it follows: a draft about the activity itself.

    @property
    def parts_follow(self) -> bool:
        return bool(self.begins)

    def part_begins(self, form: Form) -> bool:
        """Has it an answer to a question of a chapter?"""
        asked = (begin for begin in self.begins if self.question(begin.id))
        return any(has(form, path) for begin in asked for path in begin.of)

    def part_taken(self, form: Form, part: str, document: Document, years: tuple[int, ...]) -> Iterator[Taken]:
        if document.title:
            yield Taken(f"{part}/{HEADING}", document.title)
        for begin in self.begins:
            there = next((path for path in begin.of if has(document.mall, path)), None)
            if there is None:
                continue
            source = Source(document, there, previous=False, years=years, told=True)
            question = self.question(begin.id)
            if question is not None:
                yield from question.taken(f"{part}/{question.id}", source)
            else:
                row = f"{begin.id}/{part.rpartition('/')[2]}"
                yield from form.field(begin.id).row_taken(row, document.title, source)

    def agrees(self, rest: Rest) -> bool:
        found = self.part(rest)
        return found is None or found.agrees(rest[2:])

    # Figures.

    @property
    def counts(self) -> bool:
        return any(self.counting)

    @property
    def counting(self) -> tuple[Counting, ...]:
        """The questions that compute."""
        return tuple(one for one in self.fields if isinstance(one, Counting) and one.counts)

    def overviewed(self, at: Answer[Any]) -> tuple[Overview, ...]:
        """What the chapters are compared by, of that which something is written of in any of them."""
        known, rows = figures(at.document), at.rows()
        return tuple(one for one in self.overviews if any(known.sum(one.key(at.path, row)).written for row in rows))

    def standings(self, at: Answer[Any]) -> dict[str, Standing]:
        """How each chapter stands, by its row; nothing where the form compares none."""
        compared = at.parts() if self.overviews or self.signal else ()
        return {one.field.id: standing_of(one, self.signal) for one in compared}

    def drawn_from(self, form: Form) -> frozenset[str]:
        keys = (*(one.of for one in self.overviews if ROW in one.of), *self.signal.values())
        report = form.of_role(RAPPORTPERIOD)
        return (
            Rows.drawn_from(self, form) | {key.partition("/")[0] for key in keys} | ({report.id} if report else set())
        )

    def overview_faults(self, form: Form) -> Iterator[str]:
        """Each is a figure of every chapter, whatever rows of its own that has, or one that stands elsewhere for it."""
        row = "+1"
        at = self.answer(Document(form, {f"{self.id}/{row}/{PLACE}": position.first()}))
        inside = {name.key for name in self.figure_names(at)} if self.counting else set()
        outside = [one.of for one in self.overviews if ROW in one.of]
        unknown = [one.of for one in self.overviews if ROW not in one.of and one.key(at.path, row) not in inside]
        for key in (*unknown, *unknown_keys(form, at.document, outside, row)):
            yield f"”overview” har ”{key}”, som inte är något tal i ett kapitel"
        if self.signal and self.signal.keys() != SIGNALS:
            yield f"”signal” ska säga {', '.join(sorted(SIGNALS))}"
        elif self.signal:
            period = next((one for one in self.fields if one.id == self.signal[TIME]), None)
            if period is None or period.leaf_at((END,)) is None:
                yield f"”signal” har ”{self.signal[TIME]}”, som inte är någon tid i kapitlet"
            figures_of_it = [key for name, key in self.signal.items() if name != TIME]
            for key in unknown_keys(form, at.document, figures_of_it, row):
                yield f"”signal” har ”{key}”, som inte är något tal utanför kapitlen"

    def counted_in(self, at: Answer[Any]) -> Iterator[Answer[Counting]]:
        for row in at.rows():
            for one in self.counting:
                yield at.below(one, row, one.id)

    def of_key(self, key: str) -> tuple[Counting, str]:
        """The question that has a figure, and the key as it would be if it stood in a section."""
        *_, question, rest = key.split("/", 3)
        return next(one for one in self.counting if one.id == question), f"{question}/{rest}"

    def keys_at(self, at: Answer[Any], rest: Rest) -> Keys:
        found = self.inner(at, rest)
        field = found[0].field if found else None
        return field.keys_at(*found) if found and isinstance(field, Counting) and field.counts else ()

    def cells(self, at: Answer[Any]) -> Iterator[tuple[Keys, Reading[int]]]:
        for one in self.counted_in(at):
            yield from one.field.cells(one)

    def formulas(self, at: Answer[Any]) -> Iterator[tuple[str, Formula]]:
        for one in self.counted_in(at):
            yield from one.field.formulas(one)

    def figure_unit(self, key: str) -> Unit:
        field, own = self.of_key(key)
        return field.figure_unit(own)

    def said(self, key: str, found: Sum) -> str | None:
        field, own = self.of_key(key)
        return field.said(own, found)

    def figure_names(self, at: Answer[Any]) -> Iterator[FigureName]:
        for one in self.counted_in(at):
            name = self.called(at, one.path.split("/")[1])
            yield from (said._replace(name=f"{name}: {said.name}") for said in one.field.figure_names(one))

    def stated(self, at: Answer[Any]) -> dict[str, Any]:
        return {key: value for one in self.counted_in(at) for key, value in one.field.stated(one).items()}


def has(form: Form, path: str) -> bool:
    """Has a form the field that a path is in, or is?"""
    return form.field(path.partition("/")[0]) is not None
