"""G67 and G70: goals as the application has them; an analysis where a goal was not reached."""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Document
from ...kinds.goals import GOAL, Goals
from ...kinds.kind import every
from ...kinds.outcomes import ANALYSIS, Outcomes
from ...unit import Unit, words
from ..facts import PARTIES, Facts
from ..registry import Finding, Fix, Severity, check
from ..wording import quoted

LONGEST = 90
"""Characters of a goal in a sentence."""


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


@check("G67", Severity.WARNING, reads=f"{Outcomes.type} {PARTIES}")
def goals_of_the_application(facts: Facts) -> Iterator[Finding]:
    """The goals are those that were applied for, in the same words."""
    theirs = dict(goals_by_row(facts.application)) if facts.application else {}
    for at in every(facts.document, Outcomes) if theirs else ():
        ours = {(goal.at.field.id, goal.row): goal for goal in at.field.goals(at)}
        for key, text in theirs.items():
            goal = ours.get(key)
            if goal is None:
                yield Finding(at.path, f"Målet {quoted(text, LONGEST)} finns i ansökan men inte här.", text)
                continue
            path = f"{goal.path}/{GOAL.id}"
            here = facts.text(path)
            if here.casefold().split() != text.casefold().split():
                sentence = f"{goal.name} lyder {quoted(text, LONGEST)} i ansökan. Skriv målet som det beviljades."
                yield Finding(path, sentence, f"{here} {text}", (Fix("Skriv målet ur ansökan", {path: text}),))


def goals_by_row(application: Document) -> Iterator[tuple[tuple[str, str], str]]:
    """(list, row) → the words, of every goal that an application has."""
    for at in every(application, Goals):
        for part in at.field.lists:
            for row in at.rows(part.id):
                text = at.text(part.id, row, GOAL.id)
                if text.strip():
                    yield (part.id, row), text
