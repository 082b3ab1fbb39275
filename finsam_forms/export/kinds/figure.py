"""A figure as a cell of paper."""

from __future__ import annotations

from typing import Any

from ...core.kinds.figures import field_of, figures
from ...core.kinds.kind import Answer
from ...core.unit import NONE, Unit
from .. import elements as e
from ..paper import Paper


def figure_cell(at: Answer[Any], key: str, paper: Paper, *, silent: bool = False) -> e.Cell:
    """What a figure of the answer's document is; its place on a blank form. `silent`: nothing while nobody has written what it counts."""
    field = field_of(at.document, key)
    unit = field.figure_unit(key) if field else Unit.COUNT
    found = figures(at.document).sum(key)
    if paper.blank or (silent and not found.written):
        return e.Cell(None, unit, key=key)
    return e.Cell(NONE if found.void else found.value, unit, key=key, unread=found.unread)
