"""A Word file that is not ours, such as the förbund's own template with the same headings: by its headings, and everything asked about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from ..core.document import PLACE, Document
from ..core.kinds.kind import Answer, Kind, Leaf, Room
from ..core.mall import Mall, Section, mall_of
from ..core.party import same_name
from ..core.position import spread
from ..core.row_id import new_row_id
from ..core.unit import Unit
from . import word_budget
from .brought import Brought, Comment, Doubt, Refused, Unplaced
from .foreign_headings import Heading, Unsure, headings, lines_of, plain
from .labels import best
from .word_budget import Left
from .word_prose import item_in, text_in
from .word_text import Block, Paragraph, Table, WordText

FEWEST = 3
"""Headings that a file shares with a form that it is a filled-in one of."""
NO_FORM = "Word-filen är inte sparad härifrån, och den har inte samma rubriker som något av formulären här, så den går inte att läsa in."
ASKED = "Hittat under rubriken ”{}” i en fil som inte är sparad härifrån. Se efter att det är rätt."
ALMOST = (
    "Hittat under ”{}”, som är läst som rubriken ”{}”, i en fil som inte är sparad härifrån. Se efter att det är rätt."
)
DAY = re.compile(r"\b(?:\d{4}-\d{2}-\d{2}|\d{1,2}[ /.]\w+[ /.]\d{4})\b")
DAYS = (Unit.DAY, Unit.SHORT_DAY)
LETTER = re.compile(r"[^\W\d_]")


@dataclass(slots=True)
class Under:
    """What stands under a heading of the form."""

    section: Section
    heading: str
    sure: bool
    """Is it the form's own words?"""
    blocks: list[Block] = field(default_factory=list)

    @property
    def asked(self) -> str:
        return ASKED.format(self.heading) if self.sure else ALMOST.format(self.heading, self.section.short)


def read_foreign(word: WordText, malls: Mapping[str, Mall], beside: Document | None = None) -> Brought:
    """`beside`: the draft that it is read in to. Raises Refused for a file with the headings of no form."""
    lines = [*lines_of(word.blocks)]
    found = [(headings(lines, one), one) for one in malls.values()]
    (starts, unsure), mall = max(found, key=lambda one: weight(one[0][0]), default=(([], []), None))
    if mall is None or sum(one.section is not None for one in starts) < FEWEST:
        raise Refused(NO_FORM)
    here = beside if beside is not None and mall_of(beside).id == mall.id else Document(mall, {})
    reading = Foreign(mall, here, word)
    for one, other in zip_longest(starts, starts[1:]):
        heading, *blocks = word.blocks[one.at : other.at if other else None]
        if one.section is not None:
            reading.commented(one.section, (heading, *blocks))
            reading.section(Under(one.section, one.text, one.sure, blocks))
        else:
            reading.left(one.text, blocks)
    reading.commented_elsewhere()
    reading.doubts += (Doubt("", sentence(one)) for one in unsure)
    budget, left = word_budget.read(reading.left_over, here, reading.values)
    reading.tell(left)
    read = Brought(
        form=mall.id,
        values=reading.values,
        comments=tuple(reading.comments),
        unplaced=tuple(reading.unplaced),
        doubts=tuple(reading.doubts),
        said=("Filen är inte sparad härifrån. Den är läst efter sina rubriker, så se efter varje svar.",),
    )
    return read if budget is None else read.along_with(budget)


def weight(found: Sequence[Heading]) -> int:
    """How much of a form a file has: a heading in its own words counts twice one that is almost so."""
    return sum(1 + one.sure for one in found if one.section is not None)


def sentence(one: Unsure) -> str:
    ways = " eller ".join(f"”{section.short}”" for section in one.sections)
    where = f"under ”{one.before}”" if one.before else "före den första rubriken"
    return f"”{one.text}” kan vara rubriken {ways}, men det som står där är läst som text {where}."


class Foreign:
    """What a file says, section by section."""

    def __init__(self, mall: Mall, here: Document, word: WordText) -> None:
        self.mall = mall
        self.here = here
        """The draft that it is read in to, or an empty one."""
        self.document = Document(mall, {})
        self.values: dict[str, str] = {}
        self.margin = dict(word.comments)
        """Comments that have not been met yet."""
        self.comments: list[Comment] = []
        self.unplaced: list[Unplaced] = []
        self.doubts: list[Doubt] = []
        self.left_over: list[Left] = []

    def section(self, under: Under) -> None:
        left = self.labelled(under)
        for one in under.section.fields:
            left = self.field(one, under, left)
        self.left(under.heading, left)

    def left(self, heading: str, blocks: Iterable[Block]) -> None:
        self.left_over += (Left(heading, block) for block in blocks if words_of(block).strip())

    def tell(self, left: Iterable[Left]) -> None:
        """What has no place."""
        self.unplaced += (Unplaced(f"Under rubriken ”{one.heading}”", words_of(one.block).strip()) for one in left)

    def commented(self, section: Section, blocks: Iterable[Block]) -> None:
        """A comment stands where it begins: one over several paragraphs is met again where it ends."""
        for block in blocks:
            inside = [block] if isinstance(block, Paragraph) else [one for row in block.rows for one in row.paragraphs]
            said = (self.margin.pop(known, None) for one in inside for known in one.comments)
            self.comments += (Comment(section.id, one.author, one.text) for one in said if one and one.text)

    def commented_elsewhere(self) -> None:
        """Before the first heading, under one that is none of the form's, in a text box: said of the whole document."""
        self.comments += (Comment("", one.author, one.text) for one in self.margin.values() if one.text)

    def put(self, path: str, text: str, under: Under) -> None:
        if text and path not in self.values:
            self.values[path] = text
            self.doubts.append(Doubt(path, under.asked))

    def labelled(self, under: Under) -> list[Block]:
        """Answers beside their labels: in a table of two columns, or after a colon. What is left."""
        leaves = {plain(one.field.label): one for one in self.leaves(under.section) if one.field.label}
        left: list[Block] = []
        for block in under.blocks:
            pairs = self.pairs(block)
            known = [(leaves[plain(label)], words) for label, words in pairs if plain(label) in leaves]
            for leaf, words in known:
                self.put(leaf.path, words, under)
            if not known or len(known) < len(pairs):
                left.append(block)
        return left

    def pairs(self, block: Block) -> list[tuple[str, str]]:
        if isinstance(block, Table):
            rows = [row.texts for row in block.rows if any(row.texts)]
            return [(row[0], row[1]) for row in rows] if rows and all(len(row) == 2 for row in rows) else []
        label, colon, words = block.text.partition(":")
        return [(label, words.strip())] if colon and words.strip() else []

    def leaves(self, section: Section) -> Iterator[Answer[Leaf]]:
        """Those that a document without rows has."""
        return (leaf for one in section.fields for leaf in one.answer(self.document).leaves())

    def field(self, one: Kind, under: Under, left: list[Block]) -> list[Block]:
        """Takes what a field can be read from. What is left for the others."""
        room = one.rows_at(())
        if room is not None:
            return self.rows(one.id, room, under, left)
        lists = [part for part in one.answer(self.document).parts() if part.field.rows_at(()) is not None]
        if lists:
            return self.lists(lists, under, left)
        leaves = [*one.answer(self.document).leaves()]
        if leaves and all(leaf.field.unit in DAYS for leaf in leaves):
            return self.days(leaves, under, left)
        if len(leaves) == 1 and leaves[0].path not in self.values and one.leaf_at(()) is not None:
            return self.text(leaves[0], under, left)
        if leaves and leaves[0].field.offered:
            return self.choice(leaves, under, left)
        return left

    def text(self, leaf: Answer[Leaf], under: Under, left: list[Block]) -> list[Block]:
        if leaf.path in self.values:
            return left
        paragraphs = [block for block in left if isinstance(block, Paragraph)]
        long = leaf.field.unit is Unit.PROSE
        words = (
            text_in(paragraphs, {}) if long else " ".join(one.text.strip() for one in paragraphs if one.text.strip())
        )
        self.put(leaf.path, words, under)
        return [block for block in left if isinstance(block, Table)] if words else left

    def days(self, leaves: list[Answer[Leaf]], under: Under, left: list[Block]) -> list[Block]:
        """Days in the order that they stand."""
        found = [(block, day) for block in left for day in DAY.findall(words_of(block))]
        for leaf, (_, day) in zip(leaves, found, strict=False):
            self.put(leaf.path, day, under)
        return [block for block in left if len(found) != len(leaves) or not any(block is one for one, _ in found)]

    def choice(self, leaves: list[Answer[Leaf]], under: Under, left: list[Block]) -> list[Block]:
        """The answer that is ticked, or the only one that is written; then the comment."""
        from .word_ours import is_ticked

        first, *others = leaves
        for at, block in enumerate(left):
            if not isinstance(block, Paragraph):
                continue
            ticked = [value for value in first.field.offered if is_ticked(block.text, value.capitalize())]
            alone = [value for value in first.field.offered if plain(block.text) == plain(value)]
            if len(ticked or alone) == 1:
                self.put(first.path, (ticked or alone)[0], under)
                rest = left[at + 1 :]
                return left[:at] + (self.text(others[0], under, rest) if others else rest)
        return left

    def lists(self, lists: list[Answer[Kind]], under: Under, left: list[Block]) -> list[Block]:
        """Lists under sub-headings that are called what they are."""
        names = {plain(one.field.label): one for one in lists}
        at, rest = None, list[Block]()
        gathered: dict[str, list[str]] = {}
        for block in left:
            if isinstance(block, Paragraph) and plain(block.text) in names:
                at = names[plain(block.text)].path
            elif isinstance(block, Paragraph) and at:
                words = item_in(block, {})
                gathered.setdefault(at, []).extend([words] if words else [])
            else:
                rest.append(block)
        for one in lists:
            room = one.field.rows_at(())
            if room and room.columns:
                self.new_rows(
                    one.path, room, ({room.columns[0].id: words} for words in gathered.get(one.path, ())), under
                )
        return rest

    def rows(self, path: str, room: Room, under: Under, left: list[Block]) -> list[Block]:
        """A table whose heads are called what the columns are; or texts, where a row is one."""
        names = {column.label: column.id for column in room.columns}
        for block in left:
            if isinstance(block, Table) and block.rows:
                titles = block.rows[0].texts
                head = [names[match.label] if (match := best(text, names)) else "" for text in titles]
                head = ["" if step in head[:at] else step for at, step in enumerate(head)]
                if any(head):
                    found = [
                        {step: text for step, text in zip(head, row.texts, strict=False) if step and text}
                        for row in block.rows[1:]
                    ]
                    self.new_rows(path, room, found, under)
                    self.beside(block, head, under)
                    return [one for one in left if one is not block]
        if len(room.columns) == 1:
            paragraphs = [block for block in left if isinstance(block, Paragraph)]
            texts = [words for one in paragraphs if (words := item_in(one, {}))]
            self.new_rows(path, room, ({room.columns[0].id: words} for words in texts), under)
            return [block for block in left if isinstance(block, Table)]
        return left

    def beside(self, table: Table, head: list[str], under: Under) -> None:
        """What stands in columns that the form has not; what has no title only numbers the rows, or says whose they are."""
        titles = table.rows[0].texts
        for row in table.rows[1:]:
            for title, step, text in zip(titles, head, row.texts, strict=False):
                if title and not step and LETTER.search(text):
                    self.unplaced.append(Unplaced(f"Under rubriken ”{under.heading}”", f"{title}: {text}"))

    def new_rows(self, path: str, room: Room, rows: Iterable[Mapping[str, str]], under: Under) -> None:
        """Rows of the file: what is called as one of the draft's is that one, the others are new."""
        first = room.columns[0].id
        here = {same_name(self.here.text(f"{path}/{row}/{first}")): row for row in reversed(self.here.rows(path))}
        found = [row for row in rows if any(row.values())]
        for number, (row, place) in enumerate(zip(found, spread(len(found)), strict=True)):
            known = here.pop(same_name(row.get(first, "")), "") if row.get(first) else ""
            if known:
                for step, text in row.items():
                    self.put(f"{path}/{known}/{step}", text, under)
                continue
            own = f"{path}/{new_row_id(f'{path}:{number}:{sorted(row.items())}')}"
            self.values |= {f"{own}/{PLACE}": place, **{f"{own}/{step}": text for step, text in row.items()}}
            self.doubts.append(Doubt(own, under.asked))


def words_of(block: Block) -> str:
    if isinstance(block, Paragraph):
        return block.text
    return "\n".join(" | ".join(text for text in row.texts if text) for row in block.rows)
