"""How far a section has come: empty, begun or done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum

from .document import Document, View, sections_stand
from .kinds.kind import Answer, Kind
from .mall import Section, mall_of


class State(Enum):
    """In the order of the strip on the overview: nothing, half, full."""

    EMPTY = "empty"
    STARTED = "started"
    DONE = "done"


def section_state(document: Document, section: Section) -> State:
    """Done when nothing required is missing and something is written (or nothing can be)."""
    return state_of([field.answer(document) for field in section.fields])


def state_of(answers: Sequence[Answer[Kind]]) -> State:
    """The same of any questions that stand together, such as those of a chapter."""
    if answers and not any(answer.begun for answer in answers):
        return State.EMPTY
    lacks = any(True for answer in answers for _ in answer.lacks())
    return State.STARTED if lacks else State.DONE


class Known(View[dict[str, State]]):
    """The states that somebody has asked for, by section. A change leaves out those that it can be of."""

    def carried(
        self, value: dict[str, State], before: Document, after: Document, changes: Mapping[str, str]
    ) -> dict[str, State] | None:
        mall, found = mall_of(after), value.copy()
        for path in changes:
            field = mall.field(path.partition("/")[0])
            if path in mall.deciders or (field is not None and field.names_parties):
                return None
            section = mall.section_of(path)
            if section is not None:
                found.pop(section.id, None)
        return found


known = Known(lambda document: {}, sections_stand)


def section_states(document: Document) -> dict[str, State]:
    """Of the sections that there are, in the form's order. Worked out when somebody asks, and only what can have changed since."""
    states, shown = known(document), mall_of(document).shown(document)
    for section in shown:
        if section.id not in states:
            states[section.id] = section_state(document, section)
    return {section.id: states[section.id] for section in shown}
