"""G70 and G75: an analysis where a goal was not reached, and an outcome where the insats is over."""

from __future__ import annotations

from collections.abc import Iterator

from ...kinds.grid.definition import CountGrid
from ...kinds.kind import every
from ...kinds.outcomes import ANALYSIS, OUTCOME, RESULT, Outcomes
from ...roles import INSATSTID, RAPPORT, RAPPORTPERIOD
from ...span import report_period
from ...unit import Unit, words
from ..facts import FIGURES, PARTIES, Facts
from ..registry import Finding, Severity, check
from ..wording import day


@check("G70", Severity.WARNING, reads=f"{Outcomes.type} {PARTIES}")
def less_than_the_goal(facts: Facts) -> Iterator[Finding]:
    """Why a goal was not reached is told. Where the form requires the analysis anyway, G40 says so."""
    for at in every(facts.document, Outcomes):
        for goal in at.field.goals(at) if not at.field.required else ():
            analysis = f"{goal.path}/{ANALYSIS}"
            if goal.counted and goal.result.value < goal.target.value and not facts.text(analysis).strip():
                share = words(goal.share.value, Unit.SHARE)
                sentence = f"Målet är {goal.target.value} och utfallet {goal.result.value} ({share}). Skriv en analys."
                yield Finding(analysis, sentence, f"{goal.target.value} {goal.result.value}")


@check(
    "G75",
    Severity.WARNING,
    reads=f"{Outcomes.type} {FIGURES} #{INSATSTID} #{RAPPORTPERIOD} {PARTIES}",
    families={RAPPORT},
)
def over_without_an_outcome(facts: Facts) -> Iterator[Finding]:
    """When the insats has ended, something is told of what came of it: an outcome of a goal, or how many."""
    insats, report = facts.period, report_period(facts.document)
    if insats is None or report is None or not report.contains(insats.end):
        return
    counted = any(at.begun for at in every(facts.document, CountGrid))
    for at in every(facts.document, Outcomes):
        goals = [goal for goal in at.field.goals(at) if facts.written_below[goal.path]]
        told = any(facts.text(f"{goal.path}/{part}").strip() for goal in goals for part in (OUTCOME, RESULT))
        if goals and not told and not counted:
            sentence = f"Insatsen avslutades {day(insats.end)}, men inget mål har något utfall. Skriv vad som nåddes."
            yield Finding(at.path, sentence, str(insats.end))
