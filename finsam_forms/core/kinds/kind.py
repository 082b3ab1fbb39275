"""What every kind of answer can be asked. A kind knows one sort of question; a field is a kind filled in by a form; an answer is a
field, its path and a document bound together, made where it is needed and never stored."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Generic, NamedTuple, Self, TypeVar

from ..bars import BarChart
from ..dates import Period
from ..document import PLACE, Document, Form
from ..reading import Reading
from ..span import Span
from ..unit import Unit, Value, words
from .intake import Intake

if TYPE_CHECKING:
    from ..party import Party

Inside = Mapping[str, type]
Rest = tuple[str, ...]
"""The steps of a path below an answer's own."""
Shape = re.Pattern[str]
NOTHING_INSIDE: Inside = MappingProxyType({})
FIELD_ID = re.compile(r"[a-z][a-z0-9_]*")
ANSWER = "Formuläret kräver ett svar här."


class Unfit(Exception):
    """A field that can't be used as it is defined; the message is the fault in Swedish."""


class Lack(NamedTuple):
    """Something required that is empty."""

    path: str
    name: str
    ask: str = ANSWER
    """What to do about it, as a sentence."""
    code: str = "G40"
    """The check that tells it."""


class Suggested(NamedTuple):
    """What the rest of a document says that an answer is: put in when somebody presses the button beside it, never by itself.

    `key`: the figure that it goes by, where it goes by one; `source`: the question that it is taken from. `values`: path → what to
    write; none while nothing is known. `words`: what is put in, where no figure says it.
    """

    key: str
    source: str
    values: Mapping[str, str]
    words: str = ""


class Place(NamedTuple):
    """Where a remark stands. `names` and `order` are relative to the answer that was asked."""

    stands: bool
    """Does the place exist, as the document stands?"""
    names: tuple[str, ...] = ()
    order: tuple[int, ...] = ()
    margin: str = ""
    """The path whose margin it shares (`#m-…`), when it is not the whole field's: a row's."""
    beside: str = ""
    """The path beside which it is told what can't be read (`#p-…`), when that is not its own: a line's of small cells."""


NOWHERE = Place(False)


class OwnPage(NamedTuple):
    """Some of the questions below an answer, shown on a page of their own."""

    path: str
    number: str
    """«4.1»."""
    name: str
    questions: tuple[Answer[Kind], ...]

    @property
    def row(self) -> str:
        return self.path.rpartition("/")[2]


class Source(NamedTuple):
    """A place in a document that this one follows."""

    document: Document
    path: str
    previous: bool
    """Is it the last report, or the application?"""
    years: tuple[int, ...] = ()
    """The calendar years that the one that follows is about; none while they are not known."""
    told: bool = False
    """Is what it tells of its own time wanted too: of an insats that becomes a chapter?"""
    sheet: bool = False
    """Is it a report about the same time, written by itself, that is a sheet of this one?"""


class Taken(NamedTuple):
    """A value that comes along from a document that is followed."""

    path: str
    text: str
    once: bool = False
    """Is it worked out for the start alone, so that later changes there are nothing to tell?"""


class Given(NamedTuple):
    """What comes along from one of several reports that are sheets of this one. `who`: whose it is."""

    who: str
    taken: tuple[Taken, ...]


class Earlier(NamedTuple):
    """What a report before told where this one tells anew.

    `path`: of the answer here. `there`: of the text, in that report. `figures`: what it had come to in numbers, in words.
    """

    path: str
    there: str
    figures: str = ""


class Cost(NamedTuple):
    """What a line of a budget costs an organisation, whole kronor."""

    group: str
    """The steps to its group below the table's answer: «lon»."""
    line: str
    """Its row id, the same for every organisation."""
    label: str
    party: str
    """The row id of the organisation."""
    total: int
    by_year: Mapping[int, int]
    """Empty while its time is not known."""
    table: str = ""
    """The id of the table that the line stands in."""
    role: str = ""
    """What that table is in its form."""

    def within(self, years: tuple[int, ...]) -> int:
        """What it costs in some calendar years; in all, when none are said or its own are not known."""
        return sum(self.by_year.get(year, 0) for year in years) if years and self.by_year else self.total


class Claim(NamedTuple):
    """What the förbund is asked for, whole kronor. `quarter`: «Q3 2021»; empty while it is not known."""

    quarter: str
    kronor: int


class Room(NamedTuple):
    """Where rows can be added, moved, removed and taken back."""

    row_name: str
    max_rows: int = 0
    """0 is no limit."""
    columns: tuple[Kind, ...] = ()

    def new(self, row: str) -> dict[str, str]:
        """What the parts of a new row begin with. `row`: its path."""
        return {path: text for column in self.columns for path, text in column.start_values(f"{row}/{column.id}")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A question of a form. `at` is always an answer whose field is this one."""

    type: ClassVar[str] = ""
    inside: ClassVar[Inside] = NOTHING_INSIDE
    """The lists that the form writes inside it: key → what an entry is. A kind there is a field of its own `type`."""
    worked_out: ClassVar[frozenset[str]] = frozenset()
    """Attributes that are no keys of the form: the reader, or the kind itself, sets them."""
    id_shape: ClassVar[Shape] = FIELD_ID
    names_parties: ClassVar[bool] = False
    """Do its rows stand for the organisations that others refer to?"""
    self_named: ClassVar[bool] = False
    """Do the names of its places say enough without its label before them?"""
    stands_always: ClassVar[bool] = False
    """Do other fields go by it, so that it can't stand in a section that is shown by a choice?"""
    stands_alone: ClassVar[bool] = False
    """Is it of the whole document, so that it can't stand in each of several chapters?"""
    has_pages: ClassVar[bool] = False
    """Have some of its parts pages of their own (`pages`)?"""
    nests: ClassVar[bool] = False
    """Can its parts be more than leaves?"""
    roles: ClassVar[frozenset[str]] = frozenset()
    """What it can be in its form, see core/roles.py."""
    unheard: ClassVar[frozenset[str]] = frozenset()
    """Keys of every kind that do nothing here."""
    stays: ClassVar[bool] = True
    """Is it the same in the next report, unless the form says otherwise? What is told of one period is not."""

    id: str
    label: str = ""
    hint: str = ""
    required: bool = False
    printed: bool = True
    """Does it stand on paper at its own place in the form?"""
    optional: bool = False
    """Is it left out of the paper that is signed, its heading too, while nothing is written in it?"""
    role: str = ""
    """What the field is in its form, for rules that are about one thing of it."""
    from_: str | None = None
    """Where it comes from in the application that a report follows: a path, by itself the one with its own id; "" is nowhere."""
    from_previous: str | None = None
    """The same in the report before this one."""
    from_sheet: str = ""
    """The same in a report that is a sheet of this one, written by itself: the Ekonomirapport of an årsrapport."""
    may_differ: bool = False
    """Is what comes from the application only a beginning, so that nothing is said when it is written over (G67)?"""

    # The definition.

    def files(self) -> tuple[str, ...]:
        """The names of the texts beside the form that it needs."""
        return ()

    def prepared(self, files: Mapping[str, str]) -> Self:
        """The field with those texts taken in. Raises Unfit."""
        return self

    def faults(self, form: Form) -> Iterator[str]:
        """What is wrong with it, seen when the whole form is read."""
        return iter(())

    def idle(self, form: Form) -> Iterator[str]:
        """What the form says of it to no avail: refused in a form that is offered, let be in a draft's copy of one."""
        yield from idle_keys(self, self.unheard)

    def names_row(self, rest: Rest) -> str:
        """The row that the value `rest` steps below names, where others show its name."""
        return ""

    @property
    def types(self) -> frozenset[str]:
        """Its own, and those of the kinds that stand in it and are asked as if they stood in a section."""
        return frozenset({self.type})

    @property
    def all_roles(self) -> frozenset[str]:
        """What it is in its form, and what its questions are in each of its parts."""
        return frozenset({self.role})

    def follows(self, form: Form) -> frozenset[str]:
        """Ids of other fields whose rows or answers it shows: it must be shown anew when rows come or go."""
        return frozenset()

    def start_values(self, path: str) -> Iterator[tuple[str, str]]:
        """What a new draft begins with, such as one empty row."""
        return iter(())

    @property
    def alike(self) -> object:
        """What two fields that name their own places share when those can get the same names: then their labels tell them apart."""
        return self.type

    @property
    def wide(self) -> bool:
        """Does the editor need the whole width?"""
        return False

    # The structure.

    def answer(self, document: Document) -> Answer[Self]:
        """The answer of a field that stands in a section."""
        return Answer(self, self.id, document)

    def leaf_at(self, rest: Rest) -> Leaf | None:
        """What reads the value `rest` steps below; None when there is no such place."""
        raise NotImplementedError

    def meant(self, rest: Rest, typed: str, seen: Mapping[str, str]) -> str:
        """What is meant by what is typed `rest` steps below on a page that shows the values `seen`: an amount with its unit."""
        return typed

    def rows_at(self, rest: Rest) -> Room | None:
        """The rows that stand `rest` steps below; None where there can be none."""
        return None

    def parts(self, at: Answer[Any]) -> Iterator[Answer[Kind]]:
        """One level down as the document stands, in the form's order."""
        return iter(())

    def leaves(self, at: Answer[Any]) -> Iterator[Answer[Leaf]]:
        """Every value that can be filled in now, in the form's order."""
        for part in self.parts(at):
            yield from part.leaves()

    # The columns, or rows, that tables elsewhere have from it.

    @property
    def gives_columns(self) -> bool:
        """Can a table elsewhere have it as its columns or rows?"""
        return False

    def column_ids(self, at: Answer[Any]) -> tuple[str, ...]:
        """Those columns, as the document stands."""
        return ()

    def has_column(self, at: Answer[Any], column: str) -> bool:
        return column in self.column_ids(at)

    def called(self, at: Answer[Any], row: str) -> str:
        """What one of them is called."""
        return row

    def named_at(self, at: Answer[Any], column: str) -> str:
        """The path where its name is written; empty for one that nobody names."""
        return ""

    def names_in_file(self, at: Answer[Any]) -> dict[str, str]:
        """What each of them is called in the exchange format, where no two are called the same."""
        return {one: one for one in self.column_ids(at)}

    def moves_columns(self, rest: Rest) -> bool:
        """Does the value `rest` steps below decide which they are? A row that comes or goes is known anyway."""
        return False

    def parties_in(self, at: Answer[Any]) -> Iterator[Party]:
        """The organisations that its rows stand for."""
        return iter(())

    def people(self, at: Answer[Any]) -> Iterator[tuple[str, int]]:
        """How many have been enrolled, by whatever it counts them: (women, 30)."""
        return iter(())

    def spent(self, at: Answer[Any]) -> Iterator[tuple[str, int]]:
        """What each of its rows has come to, whole kronor."""
        return iter(())

    def asked(self, at: Answer[Any], rest: Rest) -> Answer[Kind]:
        """The answer that the path `rest` steps below lies in: its own, or that of a question in it."""
        return at

    def pages(self, at: Answer[Any]) -> Iterator[OwnPage]:
        """What it shows on pages of their own."""
        return iter(())

    def place(self, at: Answer[Any], rest: Rest) -> Place:
        """Whether there is a place `rest` steps below, what it is called and what comes first."""
        raise NotImplementedError

    def time_at(self, at: Answer[Any], rest: Rest) -> Period | None:
        """The days that the amount `rest` steps below is for, where it has days of its own."""
        return None

    def spans(self, at: Answer[Any]) -> Iterator[Span]:
        """What stands as bars on the time axis."""
        return iter(())

    def costs(self, at: Answer[Any], rest: Rest) -> Iterator[Cost]:
        """What the table `rest` steps below says that things cost, line by line."""
        return iter(())

    def planned(self, at: Answer[Any], rest: Rest, parties: frozenset[str]) -> Mapping[tuple[int, int], int]:
        """(year, quarter) → whole kronor that the table `rest` steps below plans for some organisations, by their row ids."""
        return {}

    def asked_for(self, at: Answer[Any]) -> Iterator[Claim]:
        """What the förbund is asked for here."""
        return iter(())

    @property
    def claimed_at(self) -> str:
        """The step below it where it is told what other documents have asked for in all; empty where it is not."""
        return ""

    def days(self, at: Answer[Any]) -> Iterator[date]:
        """The days of meetings that are told here."""
        return iter(())

    def in_words(self, at: Answer[Any]) -> Iterator[str]:
        """What its figures say in sentences, over its table."""
        return iter(())

    def bars(self, at: Answer[Any]) -> Iterator[BarChart]:
        """Its pictures, beside its table: none of a document that has nothing to show."""
        return iter(())

    def drawn_from(self, form: Form) -> frozenset[str]:
        """Ids of the fields that its pictures are drawn from."""
        return frozenset({self.id}) | self.follows(form)

    def suggested(self, at: Answer[Any], rest: Rest) -> Suggested | None:
        """What the rest of the document says that the answer `rest` steps below is, for a button beside it."""
        return None

    def same_elsewhere(self, at: Answer[Any], rest: Rest) -> Iterator[tuple[str, str]]:
        """The answers that the one `rest` steps below can be made the same as: (the path of the suggestion, whose it is)."""
        return iter(())

    def comes_from(self, previous: bool) -> str:
        """Where its answer comes from in the last report, or in the application; empty for nowhere."""
        said = self.from_previous if previous else self.from_
        return said if said is not None else self.id if self.stays or not previous else ""

    def fetched_from(self, previous: bool) -> str:
        """Where its answer can be fetched from with a button, in the last report or in the application; empty for nowhere."""
        return ""

    def told_earlier(self, path: str, source: Source) -> Iterator[Earlier]:
        """What the same answer, at the same path, said in a report before, where it is told anew each time."""
        return iter(())

    @property
    def begins_with(self) -> str:
        """The förbund's own text, that can be put in its empty answer with a button."""
        return ""

    def taken(self, path: str, source: Source) -> Iterator[Taken]:
        """What comes along to its answer at `path`. What stands at the same steps there, unless a kind knows better."""
        for rest, text in standing(source.document, source.path):
            here, there = self.leaf_at(rest), leaf_below(source, rest)
            if here is not None and there is not None and counts_alike(here, there) and here.in_copy:
                yield Taken("/".join((path, *rest)), text)

    def together(self, path: str, given: Sequence[Given]) -> Iterator[Taken]:
        """What several reports that are sheets of this one say together: all that stands in any of them, each place as the first says."""
        found: dict[str, Taken] = {}
        for one in given:
            for taken in one.taken:
                found.setdefault(taken.path, taken)
        yield from found.values()

    def asks_in_parts(self, question: str) -> bool:
        """Is a question with this id asked in each of its parts?"""
        return False

    @property
    def parts_follow(self) -> bool:
        """Can each of its parts follow a draft of its own?"""
        return False

    def part_begins(self, form: Form) -> bool:
        """Can a part of it be begun from a draft of this form?"""
        return False

    def part_taken(self, form: Form, part: str, document: Document, years: tuple[int, ...]) -> Iterator[Taken]:
        """What comes along to the part at a path, and to what the form has about it elsewhere, from the document that it is begun from.
        `years`: the calendar years that this document is about."""
        return iter(())

    @property
    def gathers(self) -> bool:
        """Can each row of one's own be about another document?"""
        return False

    def row_taken(self, row: str, name: str, source: Source) -> Iterator[Taken]:
        """What a new row at a path has from the document that it is about. `name`: what it is called."""
        return iter(())

    def agrees(self, rest: Rest) -> bool:
        """Must what stands `rest` steps below agree with the application that it came from (G67)?"""
        return True

    @property
    def in_report_time(self) -> bool:
        """Do the days that are written here lie within the time of the report (G69)?"""
        return False

    @property
    def offered(self) -> tuple[str, ...]:
        """The answers that it offers, where it takes no other."""
        return ()

    @property
    def echoed(self) -> bool:
        """Does paper tell it outside its own place too: in a head, on the axis, in a table of another field, where a text refers
        to it? `printed` says nothing of those places."""
        return False

    # How far it has come, and what can be found in it.

    def lacks(self, at: Answer[Any]) -> Iterator[Lack]:
        """Everything required that is empty."""
        for leaf in self.leaves(at):
            if leaf.field.required and not leaf.text().strip():
                yield Lack(leaf.path, leaf.field.label or self.label)

    def begun(self, at: Answer[Any]) -> bool:
        """Has anybody written anything here?"""
        return any(leaf.text().strip() for leaf in self.leaves(at))

    @property
    def topics(self) -> frozenset[str]:
        """The topics of the leaves that can stand here: a check that wants texts passes the others by."""
        return frozenset()

    # The exchange format.

    def to_json(self, at: Answer[Any]) -> Any:
        """The answer in the exchange format; None when empty."""
        raise NotImplementedError

    def from_json(self, data: Any, path: str, intake: Intake) -> None:
        """The opposite of `to_json`: puts values and faults into the intake."""
        raise NotImplementedError

    def schema(self) -> dict[str, Any]:
        """JSON Schema of the answer in the exchange format."""
        raise NotImplementedError


def standing(document: Document, path: str) -> Iterator[tuple[Rest, str]]:
    """(the steps below a path, the text) of all that is written there and stands: not in rows that are removed."""
    found = answer_at(document, path)
    if found is not None:
        at, above = found
        for one, text in document.values.items():
            if text and (one == path or one.startswith(f"{path}/")):
                rest = tuple(one.split("/"))[1 + len(above) :]
                row = rest[:-1] if rest[-1:] == (PLACE,) else rest
                if at.field.place(at, above + row).stands:
                    yield rest, text


def counts_alike(one: Leaf, other: Leaf) -> bool:
    """Can a text of one stand in the other? A day is a day, however it is shown."""
    days = {Unit.DAY, Unit.SHORT_DAY}
    return one.unit is other.unit or {one.unit, other.unit} <= days


def leaf_below(source: Source, rest: Rest) -> Leaf | None:
    """What reads the value so many steps below a place that is followed."""
    found: Leaf | None = source.document.mall.leaf_at("/".join((source.path, *rest)))
    return found


def idle_keys(field: Kind, unheard: frozenset[str]) -> Iterator[str]:
    """The keys that a field gives and that nothing heeds."""
    for key in sorted(unheard):
        if getattr(field, key) != Kind.__dataclass_fields__[key].default:
            yield f"”{key.rstrip('_')}” gör ingenting här, ta bort det"


WHOLE_FIELDS = frozenset({"printed", "optional", "from_", "from_previous", "from_sheet", "may_differ"})
"""Keys that say something of a whole field, and nothing of a part of one."""


def idle_inside(parts: Iterable[Kind], what: str, form: Form) -> Iterator[str]:
    """The same of the parts that a form writes inside a field: what stands on paper, and where it comes from, is the whole field's to say."""
    for part in parts:
        start = ("”start_text” gör ingenting här, ta bort det",) if part.begins_with else ()
        for fault in (*part.idle(form), *idle_keys(part, WHOLE_FIELDS), *start):
            yield f"{what} ”{part.id}”: {fault}"


class Leaf(Kind):
    """A field with one value at its own path. Plain text unless a kind says otherwise."""

    __slots__ = ()

    topic: ClassVar[str] = ""
    """What the text is to the checks: `words`, `texts`, `days`, `amounts`, `shares`, `addresses`, `choices`."""
    asks: ClassVar[str] = ""
    """The check that speaks when it can't be read."""
    merges: ClassVar[bool] = False
    """Is it merged word by word when two write at once?"""
    in_copy: ClassVar[bool] = True
    """Is it taken along when a draft is copied?"""
    stays: ClassVar[bool] = False
    unit: ClassVar[Unit] = Unit.TEXT
    """What its value counts."""

    def leaf_at(self, rest: Rest) -> Leaf | None:
        return None if rest else self

    def leaves(self, at: Answer[Any]) -> Iterator[Answer[Leaf]]:
        yield at

    def place(self, at: Answer[Any], rest: Rest) -> Place:
        return Place(not rest)

    @property
    def topics(self) -> frozenset[str]:
        return frozenset({self.topic})

    @property
    def said_after(self) -> str:
        """What stands after its value: what it counts."""
        return ""

    def read(self, text: str) -> Reading[Any]:
        """What the stored text means. Never raises; an unreadable text gives a problem."""
        return Reading(text or None)

    def canonical(self, typed: str) -> str:
        """The text to store for what was typed: tidied when understood, else exactly as typed."""
        return typed

    def told(self, text: str) -> Value:
        """What a text says, as a cell of paper holds it: itself when it can't be read."""
        reading = self.read(text)
        found: Value = text if reading.problem else reading.value
        return found

    def show(self, text: str) -> str:
        """The stored text as it is read on screen and paper."""
        value = self.read(text).value
        return text if value is None or isinstance(value, str) else words(value, self.unit)

    def to_json(self, at: Answer[Any]) -> Any:
        return at.text() or None

    def from_json(self, data: Any, path: str, intake: Intake) -> None:
        if isinstance(data, str):
            if data:
                intake.values[path] = self.canonical(data)
        elif data is not None:
            intake.fault(path, "ska vara text inom citattecken")

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "title": self.label} if self.label else {"type": "string"}


K = TypeVar("K", bound=Kind, covariant=True)
Some = TypeVar("Some", bound=Kind)


class Answer(Generic[K]):
    """A field at its path in a document."""

    __slots__ = ("document", "field", "path")

    def __init__(self, field: K, path: str, document: Document):
        self.field, self.path, self.document = field, path, document

    def below(self, field: Some, *steps: str) -> Answer[Some]:
        """Another field, some steps below."""
        return Answer(field, "/".join((self.path, *steps)), self.document)

    def text(self, *steps: str) -> str:
        return self.document.text("/".join((self.path, *steps)) if steps else self.path)

    def rows(self, *steps: str) -> tuple[str, ...]:
        return self.document.rows("/".join((self.path, *steps)) if steps else self.path)

    @property
    def form(self) -> Form:
        return self.document.mall

    def parts(self) -> Iterator[Answer[Kind]]:
        return self.field.parts(self)

    def leaves(self) -> Iterator[Answer[Leaf]]:
        return self.field.leaves(self)

    def lacks(self) -> Iterator[Lack]:
        return self.field.lacks(self)

    @property
    def begun(self) -> bool:
        return self.field.begun(self)

    def place(self, rest: Rest = ()) -> Place:
        return self.field.place(self, rest)

    def json(self) -> Any:
        return self.field.to_json(self)


def of_role(at: Answer[Kind], role: str) -> Iterator[Answer[Kind]]:
    """The answer itself when it is this in its form, else the questions in it that are."""
    if at.field.role == role:
        yield at
    elif role in at.field.all_roles:
        for part in at.parts():
            yield from of_role(part, role)


def reading_of(leaf: Answer[Leaf]) -> Reading[Any]:
    """What stands there, as its field reads it."""
    return leaf.field.read(leaf.text())


def answers(document: Document) -> Iterator[Answer[Kind]]:
    """The answers to the form's questions that are asked as the document stands, in its order."""
    return (field.answer(document) for field in document.mall.shown_fields(document))


def all_answers(document: Document) -> Iterator[Answer[Kind]]:
    """Those too that are kept while their section is not shown."""
    return (field.answer(document) for field in document.mall.fields())


def lokus_dates(document: Document) -> Iterator[date]:
    """The meetings of LOKUS that a comment tells."""
    return (day for at in answers(document) for day in at.field.days(at))


def every(document: Document, kind: type[Some]) -> Iterator[Answer[Some]]:
    """Every answer of a kind that is asked, wherever it stands. The one place that asks a field's class."""
    inside = issubclass(kind, Leaf)
    for field in document.mall.shown_fields(document):
        if inside or field.nests or isinstance(field, kind):
            yield from of_kind(field.answer(document), kind)


def of_kind(answer: Answer[Kind], kind: type[Some]) -> Iterator[Answer[Some]]:
    if isinstance(answer.field, kind):
        yield Answer(answer.field, answer.path, answer.document)
    if answer.field.nests or (issubclass(kind, Leaf) and not isinstance(answer.field, kind)):
        for part in answer.parts():
            yield from of_kind(part, kind)


def answer_at(document: Document, path: str) -> tuple[Answer[Kind], Rest] | None:
    """The answer that a path lies in, and the steps below it; None for a path outside the form's fields."""
    first, *rest = path.split("/")
    field = document.mall.field(first)
    return (field.answer(document), tuple(rest)) if field is not None else None


def question_at(document: Document, path: str) -> Answer[Kind] | None:
    """The answer of the question that a path lies in, in a chapter too; None for a path outside the form's fields."""
    found = answer_at(document, path)
    return found[0].field.asked(*found) if found else None


def same_elsewhere(document: Document, path: str) -> Iterator[tuple[str, str]]:
    """(Path of a suggestion, whose it is): the answers elsewhere that the one at a path can be made the same as."""
    found = answer_at(document, path)
    return found[0].field.same_elsewhere(*found) if found else iter(())


def suggestion_at(document: Document, path: str) -> Suggested | None:
    """What the rest of the document says that the answer at a path is."""
    found = answer_at(document, path)
    return found[0].field.suggested(*found) if found else None
