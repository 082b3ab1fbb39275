"""Rows on paper: a table of short answers, a list of texts, row after row where some of it is long, or a tidplan."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...core.kinds.kind import Answer, Kind, Leaf
from ...core.kinds.rows import Rows
from ...core.roles import ETIKETT, FRAN, TILL
from ...core.unit import Unit
from .. import elements as e
from ..paper import Paper
from . import time_axis
from .figure import figure_cell, sentences

EMPTY_ROWS = 4
"""Of a table to fill in by hand."""
EMPTY_TEXTS = 3
"""Of texts to write by hand."""
LINES = 3
"""Under a text of a row that somebody has begun."""
PHASE = (FRAN, TILL, ETIKETT)
Some = Answer[Any] | None
"""A row, or one to write by hand."""


def elements(at: Answer[Rows], paper: Paper) -> Iterator[e.Element]:
    texts = [column for column in at.field.columns if is_text(column)]
    if at.field.is_time_plan:
        yield from time_axis.elements(at, paper)
    if not texts:
        yield table(at, paper)
        yield from sentences(at, paper)
    elif len(at.field.columns) == 1:
        yield listed(at, paper)
    else:
        opening = phase if at.field.is_time_plan else row_heading
        told = [
            (number, row)
            for number, row in enumerate(rows_of(at, paper), 1)
            if row is None or row.begun or not at.field.is_time_plan
        ]
        for number, row in told:
            yield from opening(at, row, number, paper)
            yield from inside(at, row, texts, paper.below())
        if not told:
            yield e.Ruled(LINES, path=at.path, missing=at.field.required, level=paper.level)
        elif at.field.sum:
            label = at.field.sum_label
            yield e.Entries(tuple(e.Entry(f"{label}, {one.label}", sum_cell(at, one, paper)) for one in summed(at)))


def is_text(column: Kind) -> bool:
    leaf = column.leaf_at(())
    return leaf is not None and leaf.unit is Unit.PROSE


def rows_of(at: Answer[Rows], paper: Paper) -> tuple[Some, ...]:
    if paper.blank:
        return (None,) * EMPTY_TEXTS
    found = tuple(at.parts())
    return found if found or at.field.is_time_plan else (None,)


def spare_rows(at: Answer[Rows], paper: Paper) -> Iterator[Answer[Any]]:
    """Rows that are not there yet, to go on writing in."""
    for row in paper.spares(len(at.rows()), at.field.max_rows):
        yield at.below(at.field.row(row), row)


def part(row: Some, column: Kind) -> Answer[Any] | None:
    return row.below(column, column.id) if row else None


def cell(row: Some, column: Kind, paper: Paper) -> e.Cell:
    """Nothing is said to be missing in a row: check G40 tells it."""
    leaf = part(row, column)
    return paper.cell(leaf)._replace(missing=False) if leaf else e.Cell()


def table(at: Answer[Rows], paper: Paper) -> e.Table:
    columns = at.field.columns
    found: tuple[Some, ...] = () if paper.blank else (*at.parts(), *spare_rows(at, paper))
    rows = [
        e.Row("row", tuple(cell(row, column, paper) for column in columns), row.path if row else "")
        for row in found or (None,) * (1 if paper.stamp.state == "last" else EMPTY_ROWS)
    ]
    return e.Table(
        path=at.path,
        columns=tuple(e.Column(e.own(asked(column, paper)), "text", column.id) for column in columns),
        rows=(*rows, *sum_row(at, len(rows), paper)),
        look="plain",
        blank=paper.blank,
        level=paper.level,
    )


def sum_row(at: Answer[Rows], many: int, paper: Paper) -> Iterator[e.Row]:
    """The columns that are added up, under the rows: its name stands first, so the first column has no sum of its own there."""
    first, *others = at.field.columns
    if at.field.sum:
        cells = (sum_cell(at, one, paper) if one.id in at.field.sum else e.Cell() for one in others)
        yield e.Row("sum", (e.own(at.field.sum_label), *cells), adds=tuple(range(many)))


def summed(at: Answer[Rows]) -> tuple[Leaf, ...]:
    return tuple(map(at.field.summed, at.field.sum))


def sum_cell(at: Answer[Rows], column: Kind, paper: Paper) -> e.Cell:
    return figure_cell(at, at.field.sum_key(at.path, column.id), paper)


def asked(column: Kind, paper: Paper) -> str:
    """What a column is called; on a form to fill in by hand its answers too, where it offers some."""
    offered = column.offered if paper.blank else ()
    return f"{column.label} ({', '.join(offered)})" if offered else column.label


def listed(at: Answer[Rows], paper: Paper) -> e.Element:
    """Texts that nothing else stands beside."""
    (column,) = at.field.columns
    leaves = [row.below(column, column.id) for row in at.parts()]
    items = tuple(e.Item(leaf.path, paper.blocks(leaf.text())) for leaf in leaves if leaf.text().strip())
    label = column.label if column.label != at.field.label else ""
    if items:
        return e.ListBlock(label, items, at.path, paper.level)
    missing = at.field.required and not paper.blank
    return e.Ruled(2 * EMPTY_TEXTS, label, at.path, missing, paper.level)


def row_heading(at: Answer[Rows], row: Some, number: int, paper: Paper) -> Iterator[e.Element]:
    name = at.field.name_of(at, row.path.rpartition("/")[2] if row else "", number)
    yield e.SubHeading(name, level=paper.level, path=row.path if row else "")


def phase(at: Answer[Rows], row: Some, number: int, paper: Paper) -> Iterator[e.Element]:
    by_role = {column.role: column for column in at.field.columns}
    start, end, label = (cell(row, by_role[role], paper) for role in PHASE)
    yield e.Phase(label, (start, end), row.path if row else "", paper.level)


def inside(at: Answer[Rows], row: Some, texts: list[Kind], paper: Paper) -> Iterator[e.Element]:
    """The short answers of a row, then its texts; what its heading says already is left out."""
    said = [
        column for column in at.field.columns if column in texts or (at.field.is_time_plan and column.role in PHASE)
    ]
    short = [(asked(column, paper), cell(row, column, paper)) for column in at.field.columns if column not in said]
    if short:
        yield e.Entries(tuple(e.Entry(label, one) for label, one in short))
    for column in texts:
        label = column.label if len(texts) > 1 or short else ""
        leaf = part(row, column)
        if leaf is not None:
            yield from paper.prose(leaf, label, blank=LINES, empty=LINES, missing=column.required or not short)
        else:
            yield e.Ruled(5, label, level=paper.level)
