"""Participants in, out and left on the page: the rows, and the figures that they come to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple, cast

from ...core.kinds.flow.definition import Flow, with_end
from ...core.kinds.grid.parts import CountColumn
from ...live.desk import Sheet
from ..figures import FigureShown, figure_shown
from .shown import Shown
from .table import LineShown, line_shown


class SumRow(NamedTuple):
    label: str
    sums: tuple[FigureShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowPage:
    columns: tuple[CountColumn, ...]
    width: int
    own_count: int
    shares: bool
    row_sums: bool
    ways_in: tuple[LineShown, ...]
    ways_out: tuple[LineShown, ...]
    total: SumRow
    out: SumRow
    left: SumRow
    control_label: str
    control: tuple[Shown, ...]
    off: FigureShown
    """What is said when the typed count is another than the sum."""
    finished: FigureShown
    forward: FigureShown
    share: FigureShown


def flow_page(at: Shown, sheet: Sheet) -> FlowPage:
    flow = cast(Flow, at.field)
    columns, row_sums = flow.columns_of(at), not flow.one_column
    own = [line.id for line in flow.lines(at) if line.row is None]

    def figure(*steps: str) -> FigureShown:
        return figure_shown(at.document, "/".join((at.path, *steps)))

    def sums(label: str, key: str) -> SumRow:
        by_column = [figure(key, one.id) for one in columns] if row_sums else []
        return SumRow(with_end(label, at.document), (*by_column, figure(key)))

    ways = [
        replace(one, label=with_end(one.label, at.document))
        for one in (line_shown(at, flow, line, columns, own, row_sums) for line in flow.lines(at))
    ]
    return FlowPage(
        columns=columns,
        width=1 + len(columns) + int(row_sums),
        own_count=len(own),
        shares=False,
        row_sums=row_sums,
        ways_in=tuple(ways[: len(flow.row_ins)]),
        ways_out=tuple(ways[len(flow.row_ins) :]),
        total=sums(flow.total, "inskrivna"),
        out=sums(flow.out, "avslut"),
        left=sums(flow.left, "aktiva"),
        control_label=flow.whole_label,
        control=tuple(at.part(leaf, *steps) for leaf, steps in flow.totals(columns)),
        off=figure("skillnad"),
        finished=figure("slutfort"),
        forward=figure("vidare"),
        share=figure("andel_vidare"),
    )
