"""Rows that are a plan: their picture, and what it is drawn from."""

from __future__ import annotations

from dataclasses import dataclass

from ...core.kinds.yes_no import YesNo
from ...core.mall import mall_of
from ...live.desk import Sheet
from . import budget
from .shown import Shown
from .time_axis import TimePicture, time_picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    picture: TimePicture | None
    follows: str


def plan(at: Shown, sheet: Sheet) -> Plan | None:
    """None for rows that have no days to draw."""
    if not getattr(at.field, "is_time_plan", False):
        return None
    mall = mall_of(at.document)
    days = [field.id for field in mall.fields() if isinstance(field, YesNo) and field.comment]
    return Plan(picture=time_picture(at.document), follows=" ".join([at.path, budget.follows(mall), *days]))
