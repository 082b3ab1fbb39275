"""Meetings and who came, where the form prints them: a box for each party."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...core.kinds.attendance import BUDGET, DAY, MEETINGS, PRESENT, Attendance
from ...core.kinds.kind import Answer
from ...core.kinds.yes_no_table import YES
from ...core.party import parties_of
from ...core.unit import Unit
from .. import elements as e
from ..paper import Paper
from .figure import figure_cell, sentences
from .parties import named

EMPTY_ROWS = 4


def elements(at: Answer[Attendance], paper: Paper) -> Iterator[e.Element]:
    parties = parties_of(at.document)
    day, _, budget = at.field.columns
    rows = tuple(meeting(row, paper) for row in at.parts()) if not paper.blank else ()
    empty = e.Row("row", (e.Cell(), *(e.Cell() for _ in parties), e.Cell()))
    sums = [f"{at.path}/{key}" for key in (MEETINGS, *(f"{PRESENT}/{party.id}" for party in parties), BUDGET)]
    yield e.Table(
        path=at.path,
        columns=(
            e.Column(e.own(day.label), "text", DAY),
            *(e.Column(named(party), "tick", f"{PRESENT}/{party.id}") for party in parties),
            e.Column(e.own(budget.label), "text", BUDGET),
        ),
        rows=(*(rows or (empty,) * EMPTY_ROWS), e.Row("sum", tuple(figure_cell(at, key, paper) for key in sums))),
        look="plain",
        blank=paper.blank,
        level=paper.level,
    )
    yield from sentences(at, paper)


def meeting(row: Answer[Any], paper: Paper) -> e.Row:
    first, *ticks = row.leaves()
    return e.Row("row", (paper.cell(first), *(ticked(one, paper) for one in ticks)), row.path)


def ticked(at: Answer[Any], paper: Paper) -> e.Cell:
    """Another answer than yes stands as it was written."""
    text = at.text()
    if text not in ("", YES):
        return paper.cell(at)
    return e.Cell(text or None, Unit.TICK, at.path)
