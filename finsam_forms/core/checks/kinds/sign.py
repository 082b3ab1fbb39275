"""G77: a document is signed before the last day to hand it in: as it says itself, or so many days after its quarter."""

from __future__ import annotations

from collections.abc import Iterator

from ...kinds.kind import every
from ...kinds.sign import DAY, Sign
from ...roles import INLAMNING, KALENDERAR, KVARTAL
from ...span import claim_due
from ..facts import Facts
from ..registry import Finding, Severity, check
from ..wording import day


@check("G77", Severity.WARNING, reads=f"{Sign.type} #{INLAMNING} #{KVARTAL} #{KALENDERAR}")
def signed_in_time(facts: Facts) -> Iterator[Finding]:
    """Nobody signs after the last day to hand in."""
    due = facts.of_role(INLAMNING)
    last = facts.document.read(due.path).value if due else claim_due(facts.document)
    for at in every(facts.document, Sign):
        path = f"{at.path}/{DAY}"
        signed = facts.document.read(path).value
        if last and signed and signed > last:
            sentence = f"Underskriven {day(signed)}, efter {day(last)} som är sista dag att lämna in."
            yield Finding(path, sentence, f"{signed} {last}")
