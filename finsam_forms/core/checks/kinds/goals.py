"""G47: goals that can be measured."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...kinds.goals import GOAL, Goals
from ...kinds.kind import every
from ...kinds.outcomes import Outcomes
from ...text_parts import LIVING
from ..facts import Facts
from ..registry import Finding, Severity, check

NUMBERS = (
    r"två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tjugo|trettio|fyrtio|femtio|hundra\w*|tusen|hälften|halv\w*"
    r"|tredjedel\w*|fjärdedel\w*"
)
ALL = "samtliga|alla|varje|ingen|inga"
MEASURE = re.compile(
    rf"\d|{LIVING}|%|\b(?:{NUMBERS}|{ALL}|dubbel\w*|dubbl\w*|procent\w*|andel\w*|antal\w*|ett år|senast|mät\w*|uppmät\w*"
    r"|enkät\w*|intervju\w*|statistik\w*|index|skattning\w*|självskatt\w*|utvärder\w*|följs upp|uppfölj\w*|jämför\w*)\b",
    re.I,
)
WHICH = f"de|dem|våra|olika|övriga|berörda|inblandade|deltagande|samverkande|{ALL}"
AMONG = re.compile(
    rf"\b(?:mellan|bland|kring|med|för|till|hos|inom|från|i) (?:(?:{WHICH}|{NUMBERS}|\d+) )+"
    r"(?:part|myndighet|organisation|huvudm[aä]n|aktör|verksamhet|kommun)"
    rf"|\b(?:mellan|bland|kring|för|hos)(?: (?:{WHICH}))+\b"
    rf"|\b(?:{ALL}) (?:[\w-]+ )?(?:är|blir|mår|känner sig|upplever|har|får) (?:en )?(?:mer|mera|bättre|allt|ökad|ökat|stärkt|förbättra[dt])\b",
    re.I,
)
"""Who it is between, or for: «mellan alla parter», «hos de fyra myndigheterna», «alla parter är mer nöjda»."""
NAMED = re.compile(r"\b\d{4}:\d+|\b(?:bilaga|lag|kapitel|kap\.|fas|steg|nivå|covid-?) ?\d+|\b\d+ ?§|§ ?\d+", re.I)
"""Figures that are the name of something: a law, an annex."""
VAGUE = re.compile(
    r"\b(?:förbättr|bättre|mera?\b|ök[aean]|ökad|stärk|utveckl|främja|god\b|goda\b|gott\b|höj|minsk|tydlig|fördjup|underlätt|effektiv|skapa)",
    re.I,
)


@check("G47", Severity.TIP, reads=f"{Goals.type} {Outcomes.type}")
def goal_that_can_be_measured(facts: Facts) -> Iterator[Finding]:
    """A goal has a number, a day or a way to measure it."""
    for at in every(facts.document, Goals):
        for goal_list in at.field.lists:
            for number, row in enumerate(at.rows(goal_list.id), 1):
                path = f"{at.path}/{goal_list.id}/{row}/{GOAL.id}"
                text = facts.searchable(path)
                if text.strip() and not measurable(text):
                    sentence = f"{goal_list.label} {number} har varken tal, datum eller sätt att mäta. Hur vet ni att det är nått?"
                    yield Finding(path, sentence)


def measurable(goal: str) -> bool:
    """Is there something to count, a day, or a way to measure? Whom a wish is for is none: «Förbättrad samverkan mellan alla parter»."""
    goal = NAMED.sub(" ", goal)
    return bool(MEASURE.search(AMONG.sub(" ", goal) if VAGUE.search(goal) else goal))
