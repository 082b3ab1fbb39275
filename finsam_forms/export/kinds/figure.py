"""A figure as a cell of paper, and what figures say in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...core.kinds.figures import field_of, figures
from ...core.kinds.kind import Answer
from ...core.markup import Paragraph, Run
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


def sentences(at: Answer[Any], paper: Paper) -> Iterator[e.Element]:
    """What an answer's figures say in words; nothing on a blank form."""
    told = " ".join(at.field.in_words(at))
    if told and not paper.blank:
        yield e.Prose((Paragraph((Run(told),)),), level=paper.level)
