"""G42: the text that shall stand as it is."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import zip_longest

from ...kinds.fixed_text import FixedText
from ...kinds.kind import every
from ..facts import Facts
from ..places import place_name
from ..registry import Finding, Severity, check
from ..wording import quoted

WORDS_BEFORE, WORDS_AFTER = 2, 4
"""Of a difference, that are shown."""


@check("G42", Severity.ERROR, reads="fixed_text")
def fixed_text_untouched(facts: Facts) -> Iterator[Finding]:
    """The text that shall stand as it is: the form's own, and that of a document that was read in."""
    for at in every(facts.document, FixedText):
        one, given = at.field, facts.as_read.texts.get(at.path)
        changed = hashlib.sha256(one.text.encode()).hexdigest() != one.fingerprint
        name = quoted(place_name(facts.document, at.path))
        if changed:
            sentence = f"Texten under {name} skall stå kvar orörd men är inte mallens. Använd mallens text."
            yield Finding(at.path, sentence, one.fingerprint)
        elif given is not None and given.split() != one.text.split():
            sentence = (
                f"Texten under {name} skall stå kvar orörd, men i det inlästa dokumentet är den inte mallens"
                f"{first_difference(given, one.text)}. Här står mallens: skriv ut härifrån, och låt parterna skriva under den."
            )
            yield Finding(at.path, sentence, given or "avtryck")


def first_difference(given: str, right: str) -> str:
    """Where the two begin to part: « (”… som bör stå” i stället för ”… som skall stå”)»."""
    theirs, ours = given.split(), right.split()
    if not theirs:
        return ""
    pairs = enumerate(zip_longest(theirs, ours))
    place = next((number for number, (one, other) in pairs if one != other), 0)
    around = slice(max(0, place - WORDS_BEFORE), place + WORDS_AFTER)
    return f" ({quoted(' '.join(theirs[around]))} i stället för {quoted(' '.join(ours[around]))})"
