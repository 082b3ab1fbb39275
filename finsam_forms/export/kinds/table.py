"""A table of counts on paper."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.kinds.figures import figures
from ...core.kinds.kind import Answer
from ...core.kinds.table import CountTable
from .. import elements as e
from ..paper import Paper
from ..words import UNREAD
from .figure import figure_cell


def elements(at: Answer[CountTable], paper: Paper) -> Iterator[e.Element]:
    field, known = at.field, figures(paper.document)
    leaves = {leaf.path: paper.cell(leaf) for leaf in at.leaves()}
    inside = tuple(range(1, len(field.columns) + 1))

    def total(*key: str) -> e.Cell:
        return figure_cell(at, "/".join((at.path, *key)), paper)

    rows = tuple(
        e.Row(
            "row",
            (
                e.own(row.label),
                *(leaves[f"{at.path}/{row.id}/{column.id}"] for column in field.columns),
                total("rad", row.id),
            ),
            f"{at.path}/{row.id}",
        )
        for row in field.rows
    )
    totals = (e.own(field.sum_label), *(total("kolumn", column.id) for column in field.columns), total("alla"))
    yield e.Table(
        path=at.path,
        title=field.label,
        columns=(
            e.Column(e.own(field.corner), "text"),
            *(e.Column(e.own(column.label), "amount", column.id) for column in field.columns),
            e.Column(e.own(field.sum_label), "sum", adds=inside),
        ),
        rows=(*rows, e.Row("sum", totals, adds=tuple(range(len(rows))))),
        blank=paper.blank,
        level=paper.level,
    )
    if not paper.blank and known.sum(at.path, "alla").unread:
        words = f"{UNREAD} Ett antal i tabellen går inte att läsa och är inte med i summan. Det står som det skrevs."
        yield e.Note(words, at.path)
