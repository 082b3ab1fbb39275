"""Rows on the page: how wide each column is; of those that are a plan their picture, and what it is drawn from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from ...core.kinds.kind import Kind, Leaf
from ...core.kinds.rows import Rows
from ...core.mall import mall_of
from ...core.unit import Unit
from ...live.desk import Sheet
from ..figures import FigureShown, figure_shown
from .shown import Shown, echoed
from .time_axis import TimePicture, time_picture

LOOKS = {Unit.PROSE: "columns__wide", Unit.DAY: "columns__date"}
"""The class of a column, by what its values are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    picture: TimePicture | None
    follows: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowsPage:
    columns: tuple[tuple[Kind, str], ...]
    """Each with its class."""
    plan: Plan | None
    """None for rows that have no days to draw."""
    sums: tuple[tuple[str, FigureShown], ...]
    """Each column that is added up, by its name."""


def rows_page(at: Shown, sheet: Sheet) -> RowsPage:
    field = cast(Rows, at.field)
    return RowsPage(
        columns=tuple((column, look_of(column)) for column in field.columns),
        plan=plan(at),
        sums=tuple(
            (field.summed(one).label, figure_shown(at.document, field.sum_key(at.path, one))) for one in field.sum
        ),
    )


def look_of(column: Kind) -> str:
    return LOOKS.get(column.unit, "") if isinstance(column, Leaf) else ""


def plan(at: Shown) -> Plan | None:
    if not cast(Rows, at.field).is_time_plan:
        return None
    return Plan(picture=time_picture(at.document), follows=echoed(mall_of(at.document)))
