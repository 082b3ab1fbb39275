"""Goals to the left, what came of them and why to the right; a picture of those that are numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...core.kinds.figures import in_a_sentence
from ...core.kinds.goals import GOAL
from ...core.kinds.kind import Answer
from ...core.kinds.outcomes import ANALYSIS, HEADING, OUTCOME, RESULT, SHARE, TARGET, Goal, Outcomes
from .. import elements as e
from ..paper import Paper
from .figure import figure_cell

BLANK_ROWS = 2
"""Of each list on a form to fill in by hand."""
LINES, RESULT_LINES = 5, 4


def elements(at: Answer[Outcomes], paper: Paper) -> Iterator[e.Element]:
    field = at.field
    goals = () if paper.blank else tuple(field.goals(at))
    rows = tuple(goal_row(at, goal, paper) for goal in goals) or tuple(blank_rows(at, paper))
    yield e.Facing(at.path, (field.label or "Mål", field.outcome_label), rows, paper.level)
    if not paper.blank:
        yield from (e.Picture(chart, chart.alt, at.path) for chart in field.bars(at))


def blank_rows(at: Answer[Outcomes], paper: Paper) -> Iterator[e.FacingRow]:
    """Room to write by hand; in a draft without goals one of each list."""
    field = at.field
    for part in field.lists:
        label = in_a_sentence(part.label)
        titles = (f"{field.outcome_label} {label}", f"{field.analysis_label} {label}")
        right = e.Side(tuple(e.Passage("", e.own(title), (), RESULT_LINES) for title in titles))
        left = e.Side((e.Passage("", e.own(part.label), (), 2 * LINES, missing=not paper.blank),))
        yield from (e.FacingRow(left, right) for _ in range(BLANK_ROWS if paper.blank else 1))


def goal_row(at: Answer[Outcomes], goal: Goal, paper: Paper) -> e.FacingRow:
    field = at.field
    parts: dict[str, Answer[Any]] = {part.id: goal.at.below(part, goal.row, part.id) for part in goal.at.field.columns}
    name = in_a_sentence(goal.name)

    def passage(part: str, title: e.Cell) -> e.Passage:
        leaf = parts[part]
        blocks, required = paper.blocks(leaf.text()), leaf.field.required
        return e.Passage(leaf.path, title, blocks, 0 if blocks or not required else LINES, not blocks and required)

    target, result = (paper.cell(parts[part]) for part in (TARGET, RESULT))
    if target.value is not None and result.value is not None:
        share = figure_cell(at, f"{goal.path}/{SHARE}", paper)._replace(lead=" (", tail=")")
        result, target = result._replace(also=(target._replace(lead=" av "), share)), e.Cell()
    heading = paper.cell(parts[HEADING])
    left = e.Side((passage(GOAL.id, heading if heading.value else e.own(goal.name)),), in_figures(target))
    told = [
        passage(part, e.own(f"{label} {name}"))
        for part, label in ((OUTCOME, field.outcome_label), (ANALYSIS, field.analysis_label))
    ]
    wanted = tuple(one for one in told if one.blocks or one.missing)
    return e.FacingRow(left, e.Side(wanted, in_figures(result)), goal.path)


def in_figures(cell: e.Cell) -> e.Cell:
    """A number alone says that it is one; nothing where there is none."""
    return cell if cell.value is None or cell.also else e.own("I tal:", cell._replace(lead=" "))
