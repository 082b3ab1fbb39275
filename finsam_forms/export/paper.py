"""What everything is printed on: one document, as a draft, a locked version or a blank form, and how far down its headings stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar, cast

from ..core.document import Document
from ..core.kinds.figures import figures
from ..core.kinds.kind import Answer, Leaf
from ..core.mall import Mall, Section, mall_of
from ..core.markup import Block, Paragraph, Run, blocks, marked_up
from ..core.references import References
from ..core.roles import DIARIENUMMER
from ..core.unit import NBSP, NONE, Unit
from . import elements as e
from .stamp import Stamp

T = TypeVar("T")
SPARE = 3
"""Rows for more, in a list of a file to go on writing in."""
WORDS = (Unit.TEXT, Unit.EMAIL, Unit.PROSE)
"""Shown as they are typed, whatever a check says of them."""
LINES = 4
"""Ruled lines under a question that has to be answered, in a draft that does not."""


@dataclass(frozen=True, slots=True)
class Paper:
    """`part`: `allt`, `text`, `budget`, `underskrifter`, a sheet of the form (`Section.sheet_part`), the id of a party, or `lasning` for
    a screen: all but the sheets to sign."""

    document: Document
    stamp: Stamp
    part: str = "allt"
    level: int = 3
    """Of the headings that a field has itself."""
    fillable: bool = False
    """Is it a file to go on writing in? Then what is still empty has its place too."""
    texts: bool = True
    """Are its long texts and its time axis read? Where only tables are wanted they are there, as one block each and as an empty axis."""
    kept: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def form(self) -> Mall:
        return mall_of(self.document)

    @property
    def form_title(self) -> str:
        """What the form is called over this document."""
        return self.form.title_of(self.document)

    @property
    def blank(self) -> bool:
        return self.stamp.state == "blankett"

    def is_of_sheet(self, section: Section) -> bool:
        """Does the section belong to the sheet that is printed by itself?"""
        begins = self.form.begins.get(section.id)
        return begins is not None and begins.sheet_part == self.part

    def spares(self, stand: int = 0, most: int = 0) -> tuple[str, ...]:
        """Ids for rows that are not there yet, in a file to go on writing in. `stand`: how many there are; `most`: how many there can
        be, 0 for any number."""
        room = min(SPARE, most - stand) if most else SPARE
        return tuple(f"+{number}" for number in range(1, room + 1)) if self.fillable else ()

    def below(self) -> Paper:
        """The same, under one more heading."""
        return replace(self, level=self.level + 1)

    def once(self, work: Callable[[Paper], T]) -> T:
        """What is worked out of the whole document, for all its fields together."""
        if work not in self.kept:
            self.kept[work] = work(self)
        return cast(T, self.kept[work])

    def blocks(self, text: str) -> tuple[Block, ...]:
        """A long text as it says now, with its living amounts."""
        if not self.texts:
            return (Paragraph((Run(text),)),) if text.strip() else ()
        return blocks(text, self.once(references).resolve)

    def cell(self, at: Answer[Leaf]) -> e.Cell:
        """What stands at a leaf, or what was typed there when it can't be read."""
        leaf, text = at.field, at.text()
        if not text:
            return e.Cell(None, leaf.unit, at.path, missing=leaf.required and not self.blank)
        if leaf.unit in WORDS:
            return e.Cell(text, leaf.unit, at.path)
        bad = bool(leaf.read(text).problem)
        after = (e.Cell(leaf.said_after, rule=e.Rule.FORM, lead=NBSP),) if leaf.said_after and not bad else ()
        return e.Cell(leaf.told(text), leaf.unit, at.path, unread=int(bad), also=after)

    def figure(self, key: str, unit: Unit) -> e.Cell:
        """A computed number; nothing on a form to fill in by hand."""
        if self.blank:
            return e.Cell(None, unit, key=key)
        found = figures(self.document).sum(key)
        return e.Cell(NONE if found.void else found.value, unit, key=key, unread=found.unread)

    def prose(
        self, at: Answer[Leaf], label: str = "", *, blank: int, empty: int = 0, missing: bool = False
    ) -> Iterator[e.Element]:
        """A long text, or lines to write it on: so many on a `blank` form and in a draft where it is `empty`."""
        text = at.text()
        found = self.blocks(text)
        if found and not marked_up(text):
            yield e.Note(
                "Texten är så lång, eller har så många stjärnor, att den står utan fetstil och listor.", at.path
            )
        if found:
            yield e.Prose(found, label, at.path, self.level)
        elif self.blank:
            yield e.Ruled(blank, label, at.path, level=self.level)
        else:
            yield e.Ruled(empty, label, at.path, missing, self.level)

    def form_head(self) -> e.FormHead:
        number = self.form.of_role(DIARIENUMMER)
        path = number.id if number else ""
        entry = e.Entry("Diarienummer", e.Cell(self.document.text(path) or None, path=path))
        return e.FormHead((entry,), self.title_day())

    def title_day(self) -> e.Cell:
        """The day that is said after the form's name."""
        path = self.form.title_day
        leaf = self.form.leaf_at(path) if path else None
        return self.cell(Answer(leaf, path, self.document)) if leaf else e.Cell()

    def title(self) -> e.Cell:
        return e.Cell(self.document.title or None, path=self.form.title_path)

    def named(self) -> e.Entry:
        """What the document is, by the form's own word for its name."""
        field = self.form.field(self.form.title_path)
        return e.Entry(field.label if field and field.label else self.form.title, self.title(), strong=True)

    def code(self, sheet: str = "") -> e.Code | None:
        """The QR code of a locked version. Capitals, digits, hyphen and space only: readers guess wrong about å, ä, ö."""
        if self.stamp.state != "last":
            return None
        form = self.form.id.upper().replace("_", "-")
        return e.Code(
            f"FINSAM-FORMS {form} V{self.stamp.version} {self.stamp.fingerprint}{sheet}", self.stamp.fingerprint
        )


def references(paper: Paper) -> References:
    return References(paper.document)
