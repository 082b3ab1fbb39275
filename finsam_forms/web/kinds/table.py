"""A count table on the page: its cells, and its sums with the class that a message finds them by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from markupsafe import Markup

from ...core.kinds.table import CountTable
from ...live.desk import Sheet
from ..figures import figure_at
from ..words import fid
from .shown import Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class SumShown:
    look: str
    """`s-` and the key of the figure."""
    words: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRow:
    label: str
    cells: tuple[Shown, ...]
    """Their labels are those of row and column."""
    sum: SumShown


@dataclass(frozen=True, slots=True, kw_only=True)
class CountPage:
    rows: tuple[CountRow, ...]
    sums: tuple[SumShown, ...]
    """Those of the columns, then the whole."""


def count_page(at: Shown, sheet: Sheet) -> CountPage:
    table = cast(CountTable, at.field)

    def total(*steps: str) -> SumShown:
        key = "/".join((at.path, *steps))
        return SumShown(look=f"s-{fid(key)}", words=figure_at(at.document, key))

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
