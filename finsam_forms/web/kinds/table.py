"""A count table on the page: its cells, and its sums with the class that a message finds them by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from ...core.kinds.table import CountTable
from ...live.desk import Sheet
from ..figures import FigureShown, figure_shown
from .shown import Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRow:
    label: str
    cells: tuple[Shown, ...]
    """Their labels are those of row and column."""
    sum: FigureShown


@dataclass(frozen=True, slots=True, kw_only=True)
class CountPage:
    rows: tuple[CountRow, ...]
    sums: tuple[FigureShown, ...]
    """Those of the columns, then the whole."""


def count_page(at: Shown, sheet: Sheet) -> CountPage:
    table = cast(CountTable, at.field)

    def total(*steps: str) -> FigureShown:
        return figure_shown(at.document, "/".join((at.path, *steps)))

    return CountPage(
        rows=tuple(
            CountRow(
                label=row.label,
                cells=tuple(at.part(table.cell(row, column), row.id, column.id) for column in table.columns),
                sum=total("rad", row.id),
            )
            for row in table.rows
        ),
        sums=(*(total("kolumn", column.id) for column in table.columns), total("alla")),
    )
