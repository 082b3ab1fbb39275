"""How far a section has come: empty, begun or done."""

from __future__ import annotations

from enum import Enum

from .document import Document
from .mall import Section


class State(Enum):
    """In the order of the strip on the overview: nothing, half, full."""

    EMPTY = "empty"
    STARTED = "started"
    DONE = "done"


def section_state(document: Document, section: Section) -> State:
    """Done when nothing required is missing and something is written (or nothing can be)."""
    begun = [field.begun(document, field.id) for field in section.fields]
    if not any(begun) and section.fields:
        return State.EMPTY
    missing = any(True for field in section.fields for _ in field.missing(document, field.id))
    return State.STARTED if missing else State.DONE


def section_states(document: Document) -> dict[str, State]:
    return {section.id: section_state(document, section) for section in document.mall.sections}
