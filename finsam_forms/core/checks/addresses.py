"""G32: e-mail addresses that bounce."""

from __future__ import annotations

from collections.abc import Iterator

from ..kinds.kind import reading_of
from .facts import PARTIES, Facts
from .places import place_name
from .registry import Finding, Severity, check
from .wording import chosen


@check("G32", Severity.ERROR, reads=f"in:addresses {PARTIES}")
def bad_address(facts: Facts) -> Iterator[Finding]:
    """Every address is one address, that mail can be sent to."""
    for leaf, _ in facts.leaves(frozenset({"addresses"})):
        problem = reading_of(leaf).problem if leaf.field.asks == "G32" else None
        if problem:
            name = place_name(facts.document, leaf.path)
            yield Finding(leaf.path, f"{name}: {problem.message}", fixes=chosen(problem, leaf.path, "Skriv "))
