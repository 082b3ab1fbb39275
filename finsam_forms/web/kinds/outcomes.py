"""Goals and their outcomes on the page: a card a goal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from ...core.kinds.outcomes import SHARE, Goal, Outcomes
from ...live.desk import Sheet
from ..figures import FigureShown, figure_shown
from .shown import Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalShown:
    row: str
    parts: Mapping[str, Shown]
    """By the id of the part."""
    share: FigureShown


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeListShown:
    path: str
    label: str
    hint: str
    goals: tuple[GoalShown, ...]
    full: bool


def outcome_lists(at: Shown, sheet: Sheet) -> tuple[OutcomeListShown, ...]:
    return tuple(lists(at, cast(Outcomes, at.field)))


def lists(at: Shown, field: Outcomes) -> Iterator[OutcomeListShown]:
    goals = list(field.goals(at))
    for part in field.lists:
        path = f"{at.path}/{part.id}"
        inside = tuple(shown_goal(at, goal) for goal in goals if goal.at.path == path)
        full = 0 < part.max_rows <= len(inside)
        yield OutcomeListShown(path=path, label=part.label, hint=part.hint, goals=inside, full=full)


def shown_goal(at: Shown, goal: Goal) -> GoalShown:
    field = goal.at.field
    return GoalShown(
        row=goal.row,
        parts={part.id: at.part(part, field.id, goal.row, part.id) for part in field.columns},
        share=figure_shown(at.document, f"{goal.path}/{SHARE}"),
    )
