"""Lists of goals on the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from ...core.kinds.goals import GOAL, GoalList, Goals
from ...live.desk import Sheet
from .shown import Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalListShown:
    path: str
    label: str
    hint: str
    rows: tuple[tuple[str, Shown], ...]
    """(id, its text), labelled by its number."""
    max_rows: int
    """0 is no limit."""

    @property
    def full(self) -> bool:
        return 0 < self.max_rows <= len(self.rows)


def goal_lists(at: Shown, sheet: Sheet) -> tuple[GoalListShown, ...]:
    return tuple(goal_list(at, part) for part in cast(Goals, at.field).lists)


def goal_list(at: Shown, part: GoalList) -> GoalListShown:
    return GoalListShown(
        path=f"{at.path}/{part.id}",
        label=part.label,
        hint=part.hint,
        rows=tuple(
            (row, at.part(GOAL, part.id, row, GOAL.id, label=f"{part.label} {number}"))
            for number, row in enumerate(at.rows(part.id), 1)
        ),
        max_rows=part.max_rows,
    )
