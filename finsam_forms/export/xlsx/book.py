"""The sheets of a document: its facts, and a sheet for each of its tables, in the document's order."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import takewhile

from .. import elements as e
from .below import place_below
from .facts import Facts
from .names import sheet_name
from .plan import Sheet
from .tables import table_sheet


@dataclass(slots=True)
class Part:
    """A table, what it is called, and what stands under it."""

    table: e.Table
    title: str
    figures: tuple[str, ...]
    """The keys of what it shows that is worked out."""
    below: list[e.Band | e.Note | e.PayChart] = field(default_factory=list)


@dataclass(slots=True)
class Over:
    """A heading over what comes. `shown`: does it stand among the facts already?"""

    level: int
    words: str
    shown: bool = False


class Book:
    """Reads a document from its beginning to its end."""

    def __init__(self, printout: e.Printout):
        self.facts = Facts(printout.marks)
        self.parts: list[Part] = []
        self.headings: list[Over] = []
        self.under: Part | None = None
        """The table that was just before."""
        for element in printout.elements:
            self.take(element)

    def sheets(self) -> list[Sheet]:
        """The facts first, then the tables."""
        found = [self.facts.sheet]
        for part in self.parts:
            name = sheet_name(part.title, [one.name for one in found])
            sheet = table_sheet(name, part.title, part.table)
            place_below(sheet, part.below)
            found.append(sheet)
        for number, sheet in enumerate(found, 1):
            sheet.key = f"s{number}"
        return found

    def take(self, element: e.Element) -> None:
        match element:
            case e.Table():
                self.table(element)
            case e.Band() | e.Note() if self.under is not None:
                self.under.below.append(element)
            case e.Picture(chart=e.PayChart() as chart) if self.under is not None:
                self.under.below.append(chart)
            case e.SubHeading():
                self.heading(element.level, element.text)
            case _:
                self.under = None
                self.fact(element)

    def fact(self, element: e.Element) -> None:
        """Long texts are for paper and Word."""
        match element:
            case e.Heading():
                self.heading(element.level, joined(element.number, element.text))
            case e.FormHead(entries=rows):
                for row in rows:
                    self.facts.entry(row)
            case e.Title():
                self.facts.entry(e.Entry(joined(element.number, element.label), element.cell))
            case e.Entries():
                self.open()
                for row in element.rows:
                    if row.cell.rule is not e.Rule.STAMP:
                        self.facts.entry(row, element.amounts)
            case e.Boxes():
                self.open(asked=element.label)
                self.facts.choice(element)
            case e.Facing(rows=facing):
                for side in (side for one in facing for side in (one.left, one.right)):
                    if side.cell.value is not None:
                        self.open()
                        self.facts.entry(e.Entry(str(side.passages[0].title.value), side.cell))
            case e.Phase():
                self.open()
                self.facts.phase(element)
            case e.Band():
                self.facts.entry(e.Entry(element.label, element.cell), element.amounts)
            case (
                e.Prose()
                | e.Ruled()
                | e.ListBlock()
                | e.Verbatim()
                | e.Note()
                | e.Picture()
                | e.Signature()
                | e.NewPage()
                | e.Contents()
                | e.SubHeading()
                | e.Table()
            ):
                pass

    def heading(self, level: int, words: str) -> None:
        self.headings = [*takewhile(lambda one: one.level < level, self.headings), Over(level, words)]

    def open(self, asked: str = "") -> None:
        """The headings over what comes, once; not the question itself, which stands beside its answer."""
        for one in self.headings:
            if not one.shown and not (asked and one.words.endswith(asked)):
                self.facts.heading(one.words)
            one.shown = True

    def table(self, table: e.Table) -> None:
        """A table that shows the same figures as another, such as a summary that stands twice, stands once: by its own title."""
        title = table.title or (self.headings[-1].words if self.headings else "Tabell")
        part = Part(table, title, figures_of(table))
        same = next((one for one in self.parts if one.figures == part.figures != ()), None)
        if same is not None and same.table.title and not table.title:
            self.under = same
            return
        if same is not None:
            self.parts.remove(same)
            part.below += same.below
        self.parts.append(part)
        self.under = part


def figures_of(table: e.Table) -> tuple[str, ...]:
    return tuple(cell.key for row in table.rows for cell in row.cells if cell.key)


def joined(number: str, words: str) -> str:
    return f"{number} {words}".strip()
