"""Meetings and who came: `path/<row>/datum`, `/narvaro/<party>`, `/budget`.

Figures: `path/antal` (meetings), `path/narvaro/<party>` (how often it came), `path/minsta_narvaro` (of the one that came least),
`path/budget` (meetings that discussed the outcome of the budget).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from ..document import Form
from ..figure import Formula, Sum
from ..party import parties_of, party_at, party_fields, party_key, party_number
from ..reading import Reading
from ..unit import Unit
from .choice import Choice
from .date import Date
from .figures import FigureName, Keys, figures, in_a_sentence
from .intake import Intake
from .kind import NOTHING_INSIDE, NOWHERE, Answer, Inside, Kind, Leaf, Place, Rest
from .rows import OF_PLAIN_ROWS, Rows
from .yes_no_table import NO, YES

DAY, PRESENT, BUDGET = "datum", "narvaro", "budget"
MEETINGS, LEAST = "antal", "minsta_narvaro"


def tick(part_id: str, label: str) -> Choice:
    return Choice(id=part_id, label=label, options=(YES, NO))


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence(Kind):
    """Who of the parties came: a tick each."""

    def leaf_at(self, rest: Rest) -> Leaf | None:
        return tick(rest[0], "") if len(rest) == 1 else None

    def parts(self, at: Answer[Any]) -> Iterator[Answer[Kind]]:
        return (at.below(tick(party.id, party.shown_name), party.id) for party in parties_of(at.document))

    def place(self, at: Answer[Any], rest: Rest) -> Place:
        if not rest:
            return Place(True)
        party = party_at(at.document, rest[0]) if len(rest) == 1 else None
        return Place(True, (party.shown_name,), (party_number(at.document, party.id),)) if party else NOWHERE

    @property
    def topics(self) -> frozenset[str]:
        return frozenset({Choice.topic})

    def to_json(self, at: Answer[Any]) -> Any:
        found = {party_key(at.document, party): at.text(party.id) for party in parties_of(at.document)}
        return {key: text for key, text in found.items() if text} or None

    def from_json(self, data: Any, path: str, intake: Intake) -> None:
        for party, place, ticked in intake.by_party(data, path, None, ""):
            tick(party, "").from_json(ticked, place, intake)

    def schema(self) -> dict[str, Any]:
        return {"type": "object", "additionalProperties": {"type": "string"}}


COLUMNS: tuple[Kind, ...] = (
    Date(id=DAY, label="Mötets datum"),
    Presence(id=PRESENT, label="Närvaro"),
    tick(BUDGET, "Budgetutfall diskuterat"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance(Rows):
    """The columns follow the parties. The group's own, and printed only where the form says so."""

    type: ClassVar[str] = "attendance"
    stands_alone: ClassVar[bool] = True
    inside: ClassVar[Inside] = NOTHING_INSIDE
    worked_out: ClassVar[frozenset[str]] = frozenset({"columns"}) | OF_PLAIN_ROWS
    columns: tuple[Kind, ...] = COLUMNS
    row_name: str = "möte"
    printed: bool = False

    @property
    def wide(self) -> bool:
        return True

    @property
    def counts(self) -> bool:
        return True

    def faults(self, form: Form) -> Iterator[str]:
        yield from self.number_faults()
        if not party_fields(form):
            yield "närvaro behöver ett fält av typen parties"

    def idle(self, form: Form) -> Iterator[str]:
        yield from Kind.idle(self, form)

    def follows(self, form: Form) -> frozenset[str]:
        return party_fields(form)

    def name_of(self, at: Answer[Any], row: str, number: int) -> str:
        return f"Möte {number}"

    def in_words(self, at: Answer[Any]) -> Iterator[str]:
        """«Region Uppsala var med minst, 1 av 2 möten.» Nothing while more ticks than days are written."""
        known = figures(at.document)
        meetings = known.sum(at.path, MEETINGS)
        came = {party: known.sum(at.path, PRESENT, party.id) for party in parties_of(at.document)}
        counts = [one.value for one in came.values()]
        if not counts or any(one.unread for one in (meetings, *came.values())) or not 0 < meetings.value >= max(counts):
            return
        fewest = min(counts)
        *others, last = [party.shown_name for party, one in came.items() if one.value == fewest]
        names = f"{', '.join(others)} och {last}" if others else last
        if fewest == meetings.value:
            yield "Alla parter var med varje gång."
        else:
            yield f"{names} var med minst, {fewest} av {meetings.value} {'möten' if meetings.value > 1 else 'möte'}."

    # Figures.

    def keys_at(self, at: Answer[Any], rest: Rest) -> Keys:
        if len(rest) < 2 or not at.document.row_number(at.path, rest[0]):
            return ()
        if rest[1:] == (DAY,):
            return (f"{at.path}/{MEETINGS}",)
        if rest[1:] == (BUDGET,):
            return (f"{at.path}/{BUDGET}",)
        known = rest[1] == PRESENT and len(rest) == 3 and party_at(at.document, rest[2])
        return (f"{at.path}/{PRESENT}/{rest[2]}",) if known else ()

    def counted(self, leaf: Leaf, text: str) -> Reading[int]:
        """A day that can be read is a meeting; a tick is one."""
        reading = leaf.read(text)
        if reading.problem or not text:
            return Reading(problem=reading.problem)
        return Reading(0 if reading.value == NO else 1)

    def formulas(self, at: Answer[Any]) -> Iterator[tuple[str, Formula]]:
        parties = tuple(f"{at.path}/{PRESENT}/{party.id}" for party in parties_of(at.document))
        if parties:
            yield f"{at.path}/{LEAST}", Formula((f"{at.path}/{MEETINGS}", *parties), least)

    def figure_unit(self, key: str) -> Unit:
        return Unit.COUNT

    def figure_names(self, at: Answer[Any]) -> Iterator[FigureName]:
        label = in_a_sentence(self.label or self.row_name)
        yield FigureName(f"{at.path}/{MEETINGS}", f"{label}, antal möten")
        yield FigureName(f"{at.path}/{LEAST}", f"{label}, minsta närvaro")
        yield FigureName(f"{at.path}/{BUDGET}", f"{label}, möten om budgetutfall")
        for party in parties_of(at.document):
            yield FigureName(f"{at.path}/{PRESENT}/{party.id}", f"{label}, {party.shown_name}")

    def stated(self, at: Answer[Any]) -> dict[str, int]:
        known = figures(at.document)
        found = {one.key: known.sum(one.key) for one in self.figure_names(at)}
        return {key: one.value for key, one in found.items() if one.written and not one.unread}


def least(meetings: Sum, *parties: Sum) -> Sum:
    """How often the one came that came least; nothing is known before a meeting is written."""
    return Sum(
        min(one.value for one in parties), meetings.unread + sum(one.unread for one in parties), meetings.written
    )
