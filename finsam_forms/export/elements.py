"""What a printed document is made of, as ready strings: headings, paragraphs, tables, charts, signature sheets.

export/printout.py makes these from a document; export/pdf/ only lays them out. Nothing here is added up.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..core.charts import TimeChart
from ..core.markup import Block

State = Literal["utkast", "last", "blankett"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What stands on every page."""

    form: str
    forbund: str
    form_version: str
    name: str
    printed_at: str
    state: State
    version: str = ""
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class FormHead:
    """The form's name, the förbund, the stamp box and the diarienummer: first page and every signature sheet."""

    diarienummer: str


@dataclass(frozen=True, slots=True)
class Title:
    """The document's name, as the form's first answer."""

    number: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered heading of the form; `annex` is set larger, `note` stands to the right."""

    number: str
    text: str
    note: str = ""
    level: int = 0
    annex: bool = False


@dataclass(frozen=True, slots=True)
class SubHeading:
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    label: str
    value: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels and values on hairlines. `code`: the words of a QR code beside them, with `caption` under it."""

    rows: tuple[Fact, ...]
    code: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Prose:
    """A long text, with a label in the margin column."""

    blocks: tuple[Block, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Ruled:
    """Space to write in by hand; `hint` says «ej ifyllt» in the margin."""

    lines: int
    label: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A numbered list under a label, such as one kind of goals."""

    label: str
    items: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class People:
    """Rows of label, organisation, contact, e-mail. `shared`: everybody, so that several tables have the same columns."""

    rows: tuple[tuple[str, str, str, str], ...]
    shared: tuple[tuple[str, str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """«Ja» and «Nej» as boxes."""

    value: bool | None


@dataclass(frozen=True, slots=True)
class FixedText:
    """The förbund's own words, exactly."""

    label: str
    note: str
    chapters: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table. `kind`: `row`, `group`, `sum`, `total`."""

    kind: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose header repeats on every page; title and unit live in it. `kinds` of columns: text, percent, date, amount, sum."""

    title: str
    unit: str
    heads: tuple[str, ...]
    kinds: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """One line over the whole width, such as «Total kostnad för insatsen»."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class PayPart:
    """A part of «Vem betalar vad». `pattern`: solid, hatch, open. `share` in whole per cent, for the drawing and the words."""

    label: str
    amount: str
    kronor: int
    share: str
    pattern: str


@dataclass(frozen=True, slots=True)
class PayChart:
    parts: tuple[PayPart, ...]


@dataclass(frozen=True, slots=True)
class Time:
    """The tidplan on an axis; `rows` are empty lines for a blank form."""

    chart: TimeChart | None
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Phase:
    """Dates and label of a phase, above its text."""

    label: str
    dates: str


@dataclass(frozen=True, slots=True)
class Note:
    text: str


@dataclass(frozen=True, slots=True)
class Signature:
    """Part, Namn, E-post, Datum, Namnteckning: takes what is left of its page."""

    party: str
    name: str
    email: str
    draft: bool


@dataclass(frozen=True, slots=True)
class NewPage:
    """A new page: `page`, `sign` (with the form's head), `annex`, `land`. `head`: what the running head calls this part."""

    kind: str
    head: str = ""


Element = (
    FormHead
    | Title
    | Heading
    | SubHeading
    | Facts
    | Prose
    | Ruled
    | Numbered
    | People
    | Answer
    | FixedText
    | Table
    | Band
    | PayChart
    | Time
    | Phase
    | Note
    | Signature
    | NewPage
)


@dataclass(frozen=True, slots=True)
class Printout:
    """A document to lay out: what stands on every page, and the elements in order."""

    marks: Marks
    elements: tuple[Element, ...]
