"""Several named lists of goals: `path/<list>/<row>/text`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from ..document import Form
from ..roles import EFFEKTMAL
from .group import Group
from .kind import NOTHING_INSIDE, Answer, Inside, Kind, Lack, Place, Rest, idle_inside
from .long_text import LongText
from .rows import OF_PLAIN_ROWS, Rows, none_of

LEAST = "Skriv minst ett."
GOAL = LongText(id="text", label="Mål", rows=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalList(Rows):
    """One named list of goals, such as «Resultatmål»."""

    type: ClassVar[str] = "goal_list"
    roles: ClassVar[frozenset[str]] = frozenset({EFFEKTMAL})
    inside: ClassVar[Inside] = NOTHING_INSIDE
    worked_out: ClassVar[frozenset[str]] = frozenset({"columns"}) | OF_PLAIN_ROWS
    columns: tuple[Kind, ...] = (GOAL,)
    row_name: str = "mål"

    def name_of(self, at: Answer[Any], row: str, number: int) -> str:
        return f"{self.label} {number}"

    def place(self, at: Answer[Any], rest: Rest) -> Place:
        return Rows.place(self, at, rest) if rest else Place(True, (self.label,))


@dataclass(frozen=True, slots=True, kw_only=True)
class Goals(Group):
    """The form asks for one goal in all, not for one of each kind."""

    type: ClassVar[str] = "goals"
    inside: ClassVar[Inside] = {"list": GoalList}
    self_named: ClassVar[bool] = True
    nests: ClassVar[bool] = True
    lists: tuple[GoalList, ...] = ()

    def fixed(self) -> tuple[Kind, ...]:
        return self.lists

    def faults(self, form: Form) -> Iterator[str]:
        yield from none_of(self.lists, "list")
        for part in self.lists:
            yield from part.faults(form)

    def idle(self, form: Form) -> Iterator[str]:
        yield from Kind.idle(self, form)
        yield from idle_inside(self.lists, "listan", form)

    def lacks(self, at: Answer[Any]) -> Iterator[Lack]:
        if self.required and not self.begun(at):
            yield Lack(at.path, self.label or "mål", LEAST)
            return
        for part in at.parts():
            if part.field.required and not part.begun:
                yield Lack(part.path, part.field.label, LEAST)
