"""What a printed document is made of: headings, paragraphs, tables, pictures, sheets to sign.

Elements hold what a thing is, never how it looks on one sort of paper. A value stands in a cell with its unit and where it comes
from, so that paper shows it, Word lets it be written over and Excel counts with it. export/printout.py makes the elements of a
document, a layout (pdf/, the page for those who only listen) puts the cells in words. Nothing here is added up.

A `path` is where a person writes what stands there, or the field that it belongs to. Levels are those of headings: 1 is the document.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from fractions import Fraction
from typing import NamedTuple

from ..core.bars import BarChart
from ..core.charts import TimeChart
from ..core.kronor import AmountFormat
from ..core.markup import Block
from ..core.unit import KR, Unit, Value
from .stamp import State


class Rule(Enum):
    """What gives a value that nobody types and no figure has."""

    FORM = auto()
    """The form's own words."""
    STAMP = auto()
    """When it is printed, and as what."""
    REMARK = auto()
    """What Granska says."""
    LENGTH = auto()
    """The months of the days that it stands after."""
    BY_MONTHS = auto()
    """An amount shared out over its years by the months in each (core/kinds/budget/calendar.py)."""
    ADDED = auto()
    """The sum of the rows that its row adds up."""


class Cell(NamedTuple):
    """A value: typed at `path`, computed for the figure `key`, or given by a `rule`. A rule with a path stands in for what is not
    written there: a proposed amount, the form's word for a party without a name. With none of them there is no value."""

    value: Value = None
    """As it was typed when it can't be read."""
    unit: Unit = Unit.TEXT
    path: str = ""
    key: str = ""
    unread: int = 0
    """How many of the cells behind it can't be read and count as nothing: 1 for a cell that can't be read itself."""
    missing: bool = False
    """Nothing is written though the form asks for an answer; other empty cells may stay empty."""
    span: int = 1
    """Columns that it takes."""
    rule: Rule | None = None
    also: tuple[Cell, ...] = ()
    """Said after it, in the same place."""
    lead: str = ", "
    tail: str = ""
    """What stands before and after it where it is said after another."""
    months: Fraction = Fraction()
    """What a proposed amount of a year weighs against the other proposed years of its row: the months that it is shared out by."""


def own(words: str, *also: Cell) -> Cell:
    """The form's own words."""
    return Cell(words, rule=Rule.FORM, also=also) if words else Cell()


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


class Entry(NamedTuple):
    """A label and what it says."""

    label: str
    cell: Cell
    strong: bool = False


class Code(NamedTuple):
    """A QR code: what it holds, and the words under it."""

    words: str
    caption: str


@dataclass(frozen=True, slots=True)
class FormHead:
    """The form's name, the förbund, the stamp box and its entries: first page and every sheet to sign. `day`: said after the name."""

    entries: tuple[Entry, ...]
    day: Cell = Cell()


@dataclass(frozen=True, slots=True)
class Title:
    """The document's name, as the form's first answer: the heading of level 1."""

    number: str
    label: str
    cell: Cell


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered heading of the form; `annex` is set larger, `note` stands to the right. `cell`: where somebody writes what it says."""

    number: str
    text: str
    note: Cell = Cell()
    level: int = 2
    annex: bool = False
    path: str = ""
    cell: Cell = Cell()


@dataclass(frozen=True, slots=True)
class SubHeading:
    text: str
    note: str = ""
    level: int = 3
    path: str = ""


@dataclass(frozen=True, slots=True)
class Entries:
    """Labels and values, on hairlines. `code` stands beside them."""

    rows: tuple[Entry, ...]
    code: Code | None = None
    amounts: AmountFormat = KR


@dataclass(frozen=True, slots=True)
class Prose:
    """A long text; without a path, words that are worked out and nobody's to change. `level`: of the label when it has one, else of
    the headings in the text."""

    blocks: tuple[Block, ...]
    label: str = ""
    path: str = ""
    level: int = 3

    @property
    def inner_level(self) -> int:
        """Of the headings in the text."""
        return self.level + 1 if self.label else self.level


@dataclass(frozen=True, slots=True)
class Ruled:
    """Space for a long text that is not written, so many lines to write in by hand."""

    lines: int
    label: str = ""
    path: str = ""
    missing: bool = False
    level: int = 3


class Item(NamedTuple):
    path: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ListBlock:
    """Texts that stand in a list, such as one kind of goals."""

    label: str
    items: tuple[Item, ...]
    path: str
    level: int = 3
    numbered: bool = True

    @property
    def inner_level(self) -> int:
        """Of the headings in its texts."""
        return self.level + 1


class Passage(NamedTuple):
    """A text beside others, under its own `title`; lines to write on where nothing is written."""

    path: str
    title: Cell
    blocks: tuple[Block, ...]
    lines: int = 0
    missing: bool = False


class Side(NamedTuple):
    """What stands on one side of a row: its texts, and a number of them below, when there is one."""

    passages: tuple[Passage, ...]
    cell: Cell = Cell()


class FacingRow(NamedTuple):
    left: Side
    right: Side
    path: str = ""


@dataclass(frozen=True, slots=True)
class Facing:
    """Texts that stand side by side over the whole width, such as goals and what came of them; the heads repeat on every page. A row
    goes on where a page ends between two paragraphs, never inside one that a page can hold."""

    path: str
    heads: tuple[str, str]
    rows: tuple[FacingRow, ...]
    level: int = 3
    """Of the titles in it."""

    @property
    def inner_level(self) -> int:
        """Of headings in the texts."""
        return self.level + 1


class Box(NamedTuple):
    """`value`: as it is stored. `chosen` is None while the question is not answered."""

    value: str
    label: str
    chosen: bool | None


@dataclass(frozen=True, slots=True)
class Boxes:
    """The answers that a question offers, each with a box to tick."""

    options: tuple[Box, ...]
    label: str
    path: str


@dataclass(frozen=True, slots=True)
class Verbatim:
    """The förbund's own words, exactly. `extract`: a part of them, repeated where they are signed. `level`: of headings in them."""

    label: str
    note: str
    blocks: tuple[Block, ...]
    path: str
    extract: bool = False
    level: int = 3


class Column(NamedTuple):
    """`look`: text, tick, share, date, amount, sum. `steps`: from the path of a row to its cell here. `adds`: the columns whose figures
    each row adds up here. `less`: those of which it takes the others from the first. `part_of`: the column that it says the share of,
    and that of the whole, in whole per cent."""

    head: Cell
    look: str
    steps: str = ""
    adds: tuple[int, ...] | None = None
    less: tuple[int, ...] = ()
    part_of: tuple[int, ...] = ()


class Head(NamedTuple):
    """A cell of a row of heads above the columns' own; without words where none stands over them."""

    text: str
    span: int = 1


class Row(NamedTuple):
    """A line of a table. `kind`: row, group, sum, total. `path`: of what stands in it, with «+1», «+2» as its last step in a file to
    fill in when there is no such row yet; of a group, where lines of one's own are added, none when there can be none. `adds`: the
    rows that it adds up, in each column where it has a figure that is not of other columns. `mark`: what stands before its first cell, such as «1.».
    `less`: those of which it takes the second from the first, likewise."""

    kind: str
    cells: tuple[Cell, ...]
    path: str = ""
    adds: tuple[int, ...] | None = None
    mark: str = ""
    less: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table whose heads repeat on every page; title and note live in them. The first cell of a row is its head.

    `look`: `ledger` (money, to be added up), `plain` (answers in rows), `people`. A table of people has the same columns as the others.
    """

    path: str
    title: str = ""
    note: str = ""
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    heads: tuple[tuple[Head, ...], ...] = ()
    """Rows of heads above the columns' own, from the top."""
    amounts: AmountFormat = KR
    look: str = "ledger"
    blank: bool = False
    """Is it to be filled in by hand?"""
    level: int = 3
    """Of its title."""

    @property
    def adds(self) -> bool:
        """Does it hold sums, so that a cell that can't be read is missed?"""
        return any(row.adds is not None for row in self.rows) or any(one.adds is not None for one in self.columns)


@dataclass(frozen=True, slots=True)
class Band:
    """One line over the whole width, such as «Total kostnad för insatsen»."""

    label: str
    cell: Cell
    amounts: AmountFormat = KR


class PayPart(NamedTuple):
    """A part of «Vem betalar vad». `keys`: the figures that it is the sum of. `pattern`: solid, hatch, open. `share`: whole per cent,
    0 for less than one."""

    label: Cell
    kronor: int
    keys: tuple[str, ...]
    share: int
    pattern: str


@dataclass(frozen=True, slots=True)
class PayChart:
    parts: tuple[PayPart, ...]
    amounts: AmountFormat


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """The tidplan on an axis; `rows` are empty lines for a blank form."""

    chart: TimeChart | None
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart, and what it says in words for those who don't see it."""

    chart: PayChart | TimeAxis | BarChart
    alt: str
    path: str


@dataclass(frozen=True, slots=True)
class Phase:
    """Label and days (from, to) of a phase, above its text."""

    label: Cell
    days: tuple[Cell, Cell]
    path: str = ""
    level: int = 3


class ContentsLine(NamedTuple):
    """A heading of the document: `path` is its own. `depth`: 0 for the outermost."""

    number: str
    text: str
    path: str
    depth: int


@dataclass(frozen=True, slots=True)
class Contents:
    """What the document holds, in order, each with the number of its page."""

    title: str
    lines: tuple[ContentsLine, ...]
    level: int = 2


@dataclass(frozen=True, slots=True)
class Note:
    text: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs, and their entries, with a line for the hand. On a sheet of its own it takes what is left of the page; under a text,
    where nobody signs for a `party`, it is as high as it has to be."""

    path: str
    party: Cell
    entries: tuple[Entry, ...]
    draft: bool
    hand: str = ""
    """What the line for the hand is called where it stands under a text: «Underskrift LOKUS-gruppens ordförande»."""


@dataclass(frozen=True, slots=True)
class NewPage:
    """A new page: `page`, `sign` (with the form's head), `annex`, `land`. `head`: what the running head calls this part.
    `follows`: what stands here may follow on the page before when there is room for the whole of it."""

    kind: str
    head: str = ""
    follows: bool = False


Element = (
    FormHead
    | Title
    | Heading
    | SubHeading
    | Entries
    | Prose
    | Ruled
    | ListBlock
    | Facing
    | Boxes
    | Verbatim
    | Table
    | Band
    | Picture
    | Phase
    | Contents
    | Note
    | Signature
    | NewPage
)


@dataclass(frozen=True, slots=True)
class Printout:
    """A document to lay out: what stands on every page, and the elements in order."""

    marks: Marks
    elements: tuple[Element, ...]
