"""Rows on paper: a table, a list of texts, one text after another, or a tidplan."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...core.kinds.kind import Answer
from ...core.kinds.rows import Rows
from ...core.unit import Unit
from .. import elements as e
from ..paper import Paper
from . import time_axis

EMPTY_ROWS = 4
EMPTY_PHASES = 3
PHASE = ("fran", "till", "etikett")


def elements(at: Answer[Rows], paper: Paper) -> Iterator[e.Element]:
    if at.field.is_time_plan and any(column.id == "text" for column in at.field.columns):
        yield from phases(at, paper)
        return
    yield table(at, paper)


def table(at: Answer[Rows], paper: Paper) -> e.Table:
    columns = tuple(e.Column(column.label, "text", column.id) for column in at.field.columns)
    found = () if paper.blank else tuple(at.parts())
    rows = tuple(e.Row("row", tuple(cell(leaf, paper) for leaf in row.leaves()), row.path) for row in found)
    empty = (e.Row("row", tuple(e.Cell() for _ in columns)),) * EMPTY_ROWS
    return e.Table(
        path=at.path, columns=columns, rows=rows or empty, look="plain", blank=paper.blank, level=paper.level
    )


def cell(at: Answer[Any], paper: Paper) -> e.Cell:
    """An empty cell of a table stays empty: what is missing is told by Granska."""
    return paper.cell(at)._replace(missing=False)


def phases(at: Answer[Rows], paper: Paper) -> Iterator[e.Element]:
    """A tidplan: the picture over the texts."""
    yield from time_axis.elements(at, paper)
    for row in at.parts() if not paper.blank else (None,) * EMPTY_PHASES:
        yield from phase(row, at, paper)


def phase(row: Answer[Any] | None, at: Answer[Rows], paper: Paper) -> Iterator[e.Element]:
    if row is None:
        yield e.Phase(e.Cell(), (e.Cell(unit=Unit.DAY), e.Cell(unit=Unit.DAY)), level=paper.level)
        yield e.Ruled(5, level=paper.level)
        return
    leaves = {leaf.path.rpartition("/")[2]: leaf for leaf in row.leaves()}
    start, end, label = (cell(leaves[part], paper) for part in PHASE)
    text = leaves["text"]
    if text.text() or start.value or label.value:
        yield e.Phase(label, (start, end), row.path, paper.level)
        yield from paper.prose(text, blank=5, empty=3, missing=True)
