"""G45: a choice that Uppföljning Finsam asks for."""

from __future__ import annotations

from collections.abc import Iterator

from ...kinds.choice import Choice
from ...roles import INSATSTYP
from ..facts import Facts
from ..registry import Finding, Fix, Severity, check


@check("G45", Severity.TIP, reads=f"#{INSATSTYP}")
def kind_of_insats(facts: Facts) -> Iterator[Finding]:
    """Individinriktad or strukturövergripande: Uppföljning Finsam asks, and the answer can't be changed there."""
    at = facts.of_role(INSATSTYP)
    if at and isinstance(at.field, Choice) and not at.text().strip():
        sentence = (
            "Det är inte angivet om insatsen är individinriktad eller strukturövergripande. Uppföljning Finsam frågar efter det, "
            "och valet går inte att ändra där. En blandad insats registreras som två."
        )
        fixes = tuple(Fix(f"Välj {option}", {at.path: option}) for option in at.field.options)
        yield Finding(at.path, sentence, fixes=fixes)
