"""How far a section has come: empty, begun or done."""

from __future__ import annotations

from enum import Enum

from .document import Document
from .mall import Section, mall_of


class State(Enum):
    """In the order of the strip on the overview: nothing, half, full."""

    EMPTY = "empty"
    STARTED = "started"
    DONE = "done"


def section_state(document: Document, section: Section) -> State:
    """Done when nothing required is missing and something is written (or nothing can be)."""
    answers = [field.answer(document) for field in section.fields]
    if answers and not any(answer.begun for answer in answers):
        return State.EMPTY
    lacks = any(True for answer in answers for _ in answer.lacks())
    return State.STARTED if lacks else State.DONE


def section_states(document: Document) -> dict[str, State]:
    """Of the sections that there are, in the form's order."""
    return {section.id: section_state(document, section) for section in mall_of(document).shown(document)}
