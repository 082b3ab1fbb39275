"""G47: goals that can be measured."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...kinds.goals import GOAL, Goals
from ...kinds.kind import every
from ...text_parts import LIVING
from ..facts import Facts
from ..registry import Finding, Severity, check

MEASURE = re.compile(
    r"\d|"
    + LIVING
    + r"|%|\b(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tjugo|trettio|fyrtio|femtio|hundra\w*|tusen|hälften|halv\w*"
    r"|tredjedel\w*|fjärdedel\w*|dubbel\w*|dubbl\w*|procent\w*|andel\w*|antal\w*|samtliga|alla|varje|ingen|inga|ett år|senast|mät\w*|uppmät\w*"
    r"|enkät\w*|intervju\w*|statistik\w*|index|skattning\w*|självskatt\w*|utvärder\w*|följs upp|uppfölj\w*|jämför\w*)\b",
    re.I,
)


@check("G47", Severity.TIP, reads=Goals.type)
def goal_that_can_be_measured(facts: Facts) -> Iterator[Finding]:
    """A goal has a number, a day or a way to measure it."""
    for at in every(facts.document, Goals):
        for goal_list in at.field.lists:
            for number, row in enumerate(at.rows(goal_list.id), 1):
                path = f"{at.path}/{goal_list.id}/{row}/{GOAL.id}"
                text = facts.searchable(path)
                if text.strip() and not MEASURE.search(text):
                    sentence = f"{goal_list.label} {number} har varken tal, datum eller sätt att mäta. Hur vet ni att det är nått?"
                    yield Finding(path, sentence)
