"""G42: the text that shall stand as it is."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from ...kinds.fixed_text import FixedText
from ...kinds.kind import every
from ..facts import Facts
from ..places import place_name
from ..registry import Finding, Severity, check
from ..wording import quoted


@check("G42", Severity.ERROR, reads="fixed_text")
def fixed_text_untouched(facts: Facts) -> Iterator[Finding]:
    """The text that shall stand as it is: the form's own, and that of a document that was read in."""
    for at in every(facts.document, FixedText):
        one, given = at.field, facts.as_read.texts.get(at.path)
        changed = hashlib.sha256(one.text.encode()).hexdigest() != one.fingerprint
        if changed or (given is not None and given.split() != one.text.split()):
            heading = place_name(facts.document, at.path)
            sentence = f"Texten under {quoted(heading)} skall stå kvar orörd men är inte mallens. Använd mallens text."
            yield Finding(at.path, sentence, given or one.fingerprint)
