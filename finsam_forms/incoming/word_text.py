"""What stands in a Word file, in order: paragraphs and tables as a reader sees them, whichever program saved it.

Libraries see no text in content controls or in tracked insertions, so the tree is walked here: what is inserted counts, what is
deleted does not. Bookmarks are marks in the text, so that what stands before, in and after them can be told apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from ..core.markup import Run
from ..export.anchors import seal
from .xml import tree

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PARAGRAPH, TABLE, ROW, CELL, RUN, WORDS = (f"{W}{name}" for name in ("p", "tbl", "tr", "tc", "r", "t"))
SETTINGS, LOOK, STYLE, NUMBER = (f"{W}pPr", f"{W}rPr", f"{W}pStyle", f"{W}numPr/{W}numId")
MARKS = {f"{W}bookmarkStart", f"{W}bookmarkEnd"}
INSIDE = {
    f"{W}{name}"
    for name in ("ins", "moveTo", "hyperlink", "smartTag", "customXml", "sdt", "sdtContent", "fldSimple", "dir", "bdo")
}
"""What holds words or paragraphs that count as if they stood outside it."""
GONE = {f"{W}{name}" for name in ("del", "moveFrom")}
TRACKED = {f"{W}ins", f"{W}moveTo"} | GONE
SIGNS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "\u2011"}
OFF = ("0", "false", "off")
TICKS = {"F0FE": "☒", "F0FD": "☒", "F0FC": "☒", "F078": "☒", "F0A8": "☐", "F06F": "☐", "F071": "☐"}
"""Signs of Wingdings that people tick boxes with."""
DEEPEST = 60


class Mark(NamedTuple):
    """Where a bookmark begins or ends, by its name."""

    name: str
    ends: bool = False


@dataclass(slots=True)
class Paragraph:
    """`style`: the name that Word itself knows it by, in lower case. `listed`: `bullets`, `numbers` or nothing."""

    style: str = ""
    listed: str = ""
    start: int = 1
    """The number of a numbered one that begins a list."""
    pieces: list[Run | Mark] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    """Ids of comments that stand at it."""

    @property
    def text(self) -> str:
        return "".join(one.text for one in self.pieces if isinstance(one, Run))

    @property
    def runs(self) -> tuple[Run, ...]:
        return tuple(one for one in self.pieces if isinstance(one, Run))

    @property
    def names(self) -> list[str]:
        """Of the bookmarks that begin in it."""
        return [one.name for one in self.pieces if isinstance(one, Mark) and not one.ends]


Cell = list[Paragraph]


@dataclass
class Row:
    """Worked out once, since a file can have many thousands: its cells are not changed."""

    cells: list[Cell]
    spans: list[int]
    """How many columns of the table each cell stands over."""

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        return (one for cell in self.cells for one in cell)

    @cached_property
    def names(self) -> list[str]:
        return [name for one in self.paragraphs for name in one.names]

    @cached_property
    def texts(self) -> list[str]:
        return [text_of(cell) for cell in self.cells]

    @cached_property
    def seals(self) -> list[str]:
        return [seal(text) for text in self.texts]


@dataclass(slots=True)
class Table:
    rows: list[Row]


Block = Paragraph | Table


def text_of(cell: Iterable[Paragraph]) -> str:
    return "\n".join(one.text for one in cell).strip()


class Said(NamedTuple):
    """A comment in the margin."""

    author: str
    text: str


@dataclass(slots=True)
class WordText:
    blocks: list[Block]
    comments: Mapping[str, Said]
    tracked: bool
    """Were there changes that nobody has accepted or rejected?"""


def word_text(parts: Mapping[str, bytes], main: str = "word/document.xml") -> WordText:
    """Raises Refused for a file whose parts can't be read."""
    folder = main.rpartition("/")[0]
    styles = tree(parts[f"{folder}/styles.xml"]) if f"{folder}/styles.xml" in parts else None
    numbering = tree(parts[f"{folder}/numbering.xml"]) if f"{folder}/numbering.xml" in parts else None
    body = tree(parts[main]).find(f"{W}body")
    reading = Reading(Looks(styles, numbering))
    found = list(reading.blocks(body, 0)) if body is not None else []
    said = tree(parts[f"{folder}/comments.xml"]) if f"{folder}/comments.xml" in parts else None
    return WordText(found, dict(comments(said)), reading.tracked)


def comments(part: _Element | None) -> Iterator[tuple[str, Said]]:
    for one in part.iter(f"{W}comment") if part is not None else ():
        reading = Reading(Looks(None, None))
        lines = [block.text for block in reading.blocks(one, 0) if isinstance(block, Paragraph)]
        yield str(one.get(f"{W}id")), Said(str(one.get(f"{W}author", "")), "\n".join(lines).strip())


class Looks:
    """What styles and lists are, by the ids that a paragraph calls them by."""

    def __init__(self, styles: _Element | None, numbering: _Element | None) -> None:
        found = {str(one.get(f"{W}styleId")): one for one in styles.iter(f"{W}style")} if styles is not None else {}
        self.names = {known: value_of(one.find(f"{W}name")).lower() for known, one in found.items()}
        self.based = {known: value_of(one.find(f"{W}basedOn")) for known, one in found.items()}
        self.numbers = {known: value_of(one.find(f"{W}pPr/{W}numPr/{W}numId")) for known, one in found.items()}
        self.lists: dict[str, tuple[str, int]] = {}
        if numbering is not None:
            kinds = {
                str(one.get(f"{W}abstractNumId")): (
                    "bullets" if value_of(one.find(f"{W}lvl/{W}numFmt")) in ("bullet", "none") else "numbers",
                    whole(value_of(one.find(f"{W}lvl/{W}start"))),
                )
                for one in numbering.iter(f"{W}abstractNum")
            }
            for one in numbering.iter(f"{W}num"):
                kind, start = kinds.get(value_of(one.find(f"{W}abstractNumId")), ("", 1))
                override = one.find(f"{W}lvlOverride/{W}startOverride")
                number = str(one.get(f"{W}numId"))
                self.lists[number] = (kind, whole(value_of(override)) if override is not None else start)

    def listed(self, own: str | None, style: str) -> tuple[str, int]:
        """The kind of list that a paragraph is in, by its own number or else its style's."""
        for _ in range(DEEPEST):
            if own is not None or not style:
                break
            own = self.numbers.get(style) or None
            style = self.based.get(style, "")
        return self.lists.get(own or "", ("", 1))


def value_of(element: _Element | None) -> str:
    return "" if element is None else str(element.get(f"{W}val", ""))


def span_of(cell: _Element) -> int:
    settings = cell.find(f"{W}tcPr")
    return 1 if settings is None else max(whole(value_of(settings.find(f"{W}gridSpan"))), 1)


def whole(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 6 else 1


class Reading:
    """One walk through a part."""

    def __init__(self, looks: Looks) -> None:
        self.looks = looks
        self.tracked = False
        self.names: dict[str, str] = {}
        """Of the bookmarks that have begun, by id."""
        self.waiting: list[Run | Mark] = []
        """Marks that stand between paragraphs: they belong to the next."""
        self.joined: Paragraph | None = None
        """A paragraph whose end is deleted: the next goes on in it."""

    def blocks(self, parent: _Element, depth: int) -> Iterator[Block]:
        for child in parent:
            tag = child.tag
            if tag in TRACKED:
                self.tracked = True
            if tag == PARAGRAPH:
                found = self.paragraph(child)
                if found is not None:
                    yield found
            elif tag == TABLE:
                yield Table(list(self.rows(child, depth + 1)))
            elif tag in INSIDE and depth < DEEPEST:
                yield from self.blocks(child, depth + 1)
            elif tag in MARKS:
                self.waiting += self.mark(child)
        if depth == 0 and self.joined is not None:
            last, self.joined = self.joined, None
            yield last

    def rows(self, table: _Element, depth: int) -> Iterator[Row]:
        for child in table:
            if child.tag == ROW:
                settings = child.find(f"{W}trPr")
                if settings is not None and settings.find(f"{W}del") is not None:
                    self.tracked = True
                    continue
                if settings is not None and settings.find(f"{W}ins") is not None:
                    self.tracked = True
                cells = [*self.cells(child, depth)]
                yield Row([self.cell(one, depth) for one in cells], [span_of(one) for one in cells])
            elif child.tag in INSIDE and depth < DEEPEST:
                yield from self.rows(child, depth + 1)
            elif child.tag in MARKS:
                self.waiting += self.mark(child)

    def cells(self, row: _Element, depth: int) -> Iterator[_Element]:
        for child in row:
            if child.tag == CELL:
                yield child
            elif child.tag in INSIDE and depth < DEEPEST:
                yield from self.cells(child, depth + 1)
            elif child.tag in MARKS:
                self.waiting += self.mark(child)

    def cell(self, element: _Element, depth: int) -> Cell:
        """Its paragraphs, those of tables inside it too."""
        found: Cell = []
        for block in self.blocks(element, depth + 1):
            if isinstance(block, Paragraph):
                found.append(block)
            else:
                found += (one for row in block.rows for one in row.paragraphs)
        if self.joined is not None:  # nothing goes on in the next cell
            found.append(self.joined)
            self.joined = None
        return found

    def paragraph(self, element: _Element) -> Paragraph | None:
        """None for one that goes on in the next."""
        settings = element.find(SETTINGS)
        style, number = ("", None) if settings is None else (value_of(settings.find(STYLE)), settings.find(NUMBER))
        listed, start = self.looks.listed(None if number is None else value_of(number), style)
        made = self.joined or Paragraph(self.looks.names.get(style, style.lower()), listed, start)
        self.joined = None
        made.pieces += self.waiting
        self.waiting = []
        self.inside(element, made, 0)
        ends = settings.find(LOOK) if settings is not None else None
        if ends is not None and any(ends.find(tag) is not None for tag in GONE):
            self.tracked, self.joined = True, made
            return None
        if ends is not None and ends.find(f"{W}ins") is not None:
            self.tracked = True
        return made

    def inside(self, element: _Element, made: Paragraph, depth: int) -> None:
        for child in element:
            tag = child.tag
            if tag in TRACKED:
                self.tracked = True
            if tag == RUN:
                self.run(child, made)
            elif tag in INSIDE and depth < DEEPEST:
                self.inside(child, made, depth + 1)
            elif tag in MARKS:
                made.pieces += self.mark(child)
            elif tag == f"{W}commentRangeStart":
                made.comments.append(str(child.get(f"{W}id")))

    def run(self, element: _Element, made: Paragraph) -> None:
        look = element.find(LOOK)
        bold, italic = (is_on(look, name) for name in ("b", "i"))
        words = ""
        for child in element:
            tag = child.tag
            if tag == WORDS:
                words += child.text or ""
            elif tag in SIGNS:
                words += SIGNS[tag] if child.get(f"{W}type") is None else ""  # a page ends: no line does
            elif tag == f"{W}sym":
                words += TICKS.get(str(child.get(f"{W}char")).upper(), "")
            elif tag == f"{W}commentReference":
                made.comments.append(str(child.get(f"{W}id")))
        if words:
            made.pieces.append(Run(words, bold, italic))

    def mark(self, element: _Element) -> list[Run | Mark]:
        known, name = str(element.get(f"{W}id")), str(element.get(f"{W}name", ""))
        if element.tag == f"{W}bookmarkStart":
            self.names[known] = name
            return [Mark(name)]
        return [Mark(self.names[known], ends=True)] if known in self.names else []


def is_on(look: _Element | None, name: str) -> bool:
    found = look.find(f"{W}{name}") if look is not None else None
    return found is not None and value_of(found) not in OFF
