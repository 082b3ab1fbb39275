"""What a placeholder of a förbund's own Word file can stand for: ids of the form's fields and sections, and a few words of the whole."""

from __future__ import annotations

from functools import cached_property

from ...core.kinds.kind import Kind
from .. import elements as e
from ..kinds import SHEETS, printed
from ..kinds.head import head
from ..paper import Paper
from ..printout import body, marks
from ..words import alone

HEAD, SIGNED = "huvud", "underskrifter"
BY_HAND = "_" * 24
"""Where a value of a form without answers is written."""
STATES = {"utkast": "Utkast, skrivs inte under", "blankett": "Blankett, fylls i för hand"}

Words = tuple[str, str]
"""What is said, and the path where it is written; "" when it is nobody's to write there."""


class Names:
    """Those of one document."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper

    def all(self) -> list[str]:
        return [*self.short, *self.long]

    def known(self, name: str) -> bool:
        return name in self.short or name in self.long

    def is_words(self, name: str) -> bool:
        """Is it a few words, that can stand among others?"""
        return name in self.short

    def words(self, name: str) -> Words:
        return self.short[name]

    def elements(self, name: str) -> tuple[e.Element, ...]:
        return self.long[name]

    @cached_property
    def fields(self) -> dict[str, tuple[e.Element, ...]]:
        return {field.id: self.made_of(field) for field in self.paper.form.fields() if printed(field).part != SHEETS}

    def made_of(self, field: Kind) -> tuple[e.Element, ...]:
        return tuple(printed(field).elements(field.answer(self.paper.document), self.paper))

    @cached_property
    def long(self) -> dict[str, tuple[e.Element, ...]]:
        """What takes paragraphs of its own."""
        form, document = self.paper.form, self.paper.document
        found = {
            section.id: tuple(body(section, [one for one in section.fields if one.id in self.fields], self.paper))
            for section in form.shown(document, unanswered=self.paper.blank)
        }
        found |= self.fields
        found[HEAD] = (head(self.paper),)
        found[SIGNED] = tuple(
            element
            for field in form.fields()
            if printed(field).part == SHEETS
            for element in self.made_of(field)
            if not isinstance(element, e.NewPage)
        )
        return {name: elements for name, elements in found.items() if name not in self.short}

    @cached_property
    def short(self) -> dict[str, Words]:
        """What is a few words."""
        said, title = marks(self.paper), self.paper.title()
        found = {
            "namn": self.value(title),
            "formular": (said.form, ""),
            "forbund": (said.forbund, ""),
            "mallversion": (said.form_version, ""),
            "utskrivet": (said.printed_at, ""),
            "lage": (STATES.get(said.state, f"Version {said.version}, låst"), ""),
            "version": (said.version, ""),
            "fingeravtryck": (said.fingerprint, ""),
        }
        for name, elements in self.fields.items():
            rows = [one for element in elements if isinstance(element, e.Entries) for one in element.rows]
            if len(elements) == 1 and len(rows) == 1:
                found[name] = self.value(rows[0].cell)
            elif rows:
                own = {one.cell.path.removeprefix(f"{name}/"): one.cell for one in rows if one.cell.path != name}
                found |= {f"{name}_{step}": self.value(cell) for step, cell in own.items() if step.isidentifier()}
        if self.paper.form.field(self.paper.form.title_path):
            found[self.paper.form.title_path] = self.value(title)
        return found

    def value(self, cell: e.Cell) -> Words:
        return alone(cell) or (BY_HAND if self.paper.blank else ""), cell.path
