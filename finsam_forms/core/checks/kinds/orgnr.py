"""G68: organisation numbers."""

from __future__ import annotations

from collections.abc import Iterator

from ...kinds.kind import every, reading_of
from ...kinds.orgnr import OrganisationNumber
from ..facts import PARTIES, Facts
from ..registry import Finding, Severity, check


@check("G68", Severity.ERROR, reads=f"in:{OrganisationNumber.topic} {PARTIES}")
def sound_organisation_number(facts: Facts) -> Iterator[Finding]:
    """An organisation number has ten figures, is nobody's personnummer and passes its check digit."""
    for at in every(facts.document, OrganisationNumber):
        problem = reading_of(at).problem
        if problem:
            yield Finding(at.path, problem.message, at.text())
