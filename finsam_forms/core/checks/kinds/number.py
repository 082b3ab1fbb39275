"""G63: counts that are smaller than the form advises."""

from __future__ import annotations

from collections.abc import Iterator

from ...kinds.kind import reading_of
from ...kinds.number import Number
from ..facts import PARTIES, Facts
from ..places import place_name
from ..registry import Finding, Severity, check
from ..wording import quoted


@check("G63", Severity.TIP, reads=f"in:{Number.topic} {PARTIES}")
def fewer_than_advised(facts: Facts) -> Iterator[Finding]:
    """LOKUS meets at least four times a year, each huvudman at least three, the outcome of the budget at least four."""
    for at, _ in facts.leaves(frozenset({Number.topic})):
        least = at.field.at_least if isinstance(at.field, Number) else 0
        count = reading_of(at).value if least else None
        if count is not None and count < least:
            name = quoted(place_name(facts.document, at.path), 90)
            yield Finding(at.path, f"{name} är {count}, men ska vara minst {least}. Skriv varför.")
