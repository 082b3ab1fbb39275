"""G70: an analysis where a goal was not reached."""

from __future__ import annotations

from collections.abc import Iterator

from ...kinds.kind import every
from ...kinds.outcomes import ANALYSIS, Outcomes
from ...unit import Unit, words
from ..facts import PARTIES, Facts
from ..registry import Finding, Severity, check


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
