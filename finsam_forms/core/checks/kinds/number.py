"""G63 and G73: counts that are smaller than the form advises, and ages that a text tells otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...kinds.kind import reading_of
from ...kinds.number import Number
from ...roles import ALDST, YNGST
from ...text_parts import sentences
from ..facts import PARTIES, Facts, Prose
from ..places import place_name
from ..registry import Finding, Severity, check
from ..wording import quoted

OLD_ENOUGH = 15
"""Fewer years than that are how long something has lasted."""
AGES = re.compile(r"\b(?:mellan|från) (\d{2})(?: år)? (?:och|till|[-–]) (\d{2}) år", re.I)
OF_ALL = re.compile(r"\bdeltagar|\bålder(?:n|s\w*)?\b|\båldrar(?:na)?\b", re.I)
OF_SOME = re.compile(r"målgrupp|\b(?:kvinnor|män|unga|ungdomar|några|flera|hälften|de flesta|två|tre|fyra)\b", re.I)


@check("G63", Severity.TIP, reads=f"in:{Number.topic} {PARTIES}")
def fewer_than_advised(facts: Facts) -> Iterator[Finding]:
    """LOKUS meets at least four times a year, each huvudman at least three, the outcome of the budget at least four."""
    for at, _ in facts.leaves(frozenset({Number.topic})):
        least = at.field.at_least if isinstance(at.field, Number) else 0
        count = reading_of(at).value if least else None
        if count is not None and count < least:
            name = quoted(place_name(facts.document, at.path), 90)
            yield Finding(at.path, f"{name} är {count}, men ska vara minst {least}. Skriv varför.")


@check("G73", Severity.TIP, reads=f"#{YNGST} #{ALDST}", each="text")
def ages_told_otherwise(facts: Facts, prose: Prose) -> Iterator[Finding]:
    """A text that says how old the participants are says it as the numbers of the document do."""
    asked = [facts.of_role(role) for role in (YNGST, ALDST)]
    ages = tuple(facts.document.read(at.path).value if at else None for at in asked)
    if None in ages or not AGES.search(prose.words):
        return
    for start, end in sentences(prose.words):
        sentence = prose.words[start:end]
        if OF_ALL.search(sentence) and not OF_SOME.search(sentence):
            for found in AGES.finditer(sentence):
                told_ages = int(found[1]), int(found[2])
                if told_ages != ages and min(told_ages) >= OLD_ENOUGH:
                    told = f"I texten står {quoted(found[0])}, men åldrarna är ifyllda som {ages[0]}–{ages[1]} år."
                    yield Finding(prose.path, told, f"{found[0]} {ages}")
