"""One person's signature under a sheet: `path/namn`, `path/datum`. The hand is on paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from ..document import Form
from ..roles import ORDFORANDE
from ..unit import Unit
from .date import SignedOn
from .group import Group
from .kind import Answer, Given, Kind, Taken
from .line import Line

NAME, DAY = "namn", "datum"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign(Group):
    """Whose name it is, and the day if somebody types it. The same person can sign several sheets and is asked once."""

    type: ClassVar[str] = "sign"
    roles: ClassVar[frozenset[str]] = frozenset({ORDFORANDE})
    name_label: str = "Namnförtydligande:"
    date_label: str = "Datum"
    same_as: str = ""
    """Path of the name, when it is asked elsewhere: `underskrift/namn`."""

    def fixed(self) -> tuple[Kind, ...]:
        day = SignedOn(id=DAY, label=self.date_label)
        return (day,) if self.same_as else (self.name(), day)

    def name(self) -> Line:
        return Line(id=NAME, label=self.name_label, required=self.required, role=self.role)

    def name_path(self, at: Answer[Any]) -> str:
        """Where the name is written."""
        return self.same_as or f"{at.path}/{NAME}"

    def faults(self, form: Form) -> Iterator[str]:
        leaf = form.leaf_at(self.same_as) if self.same_as else None
        if self.same_as and (leaf is None or leaf.unit is not Unit.TEXT or self.same_as.startswith(f"{self.id}/")):
            yield f"same_as ”{self.same_as}” är ingen rad text någon annanstans i formuläret"

    def idle(self, form: Form) -> Iterator[str]:
        yield from Group.idle(self, form)
        if self.same_as and self.required:
            yield "”required” gör ingenting med same_as, namnet frågas efter på det andra stället"

    def together(self, path: str, given: Sequence[Given]) -> Iterator[Taken]:
        """Several have signed, each a report of their own: none of them signs for all."""
        return iter(())

    def follows(self, form: Form) -> frozenset[str]:
        return frozenset({self.same_as.partition("/")[0]} if self.same_as else ())
