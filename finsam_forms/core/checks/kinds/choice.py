"""G44 and G45: answers that are none of those offered; a choice that Uppföljning Finsam asks for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from ...kinds.budget.definition import BudgetField
from ...kinds.budget.parts import UNIT
from ...kinds.choice import Choice
from ...kinds.kind import every, reading_of
from ...roles import INSATSTYP
from ..facts import PARTIES, Facts
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


@check("G44", Severity.ERROR, reads=f"in:{Choice.topic} {BudgetField.type} {PARTIES}")
def none_of_the_answers(facts: Facts) -> Iterator[Finding]:
    """An answer is one of those offered. A page writes no other, a file can."""
    units = (at.below(UNIT, UNIT.id) for at in every(facts.document, BudgetField))
    for leaf in chain((leaf for leaf, _ in facts.leaves(frozenset({Choice.topic}))), units):
        problem = reading_of(leaf).problem
        if problem:
            yield Finding(leaf.path, problem.message, leaf.text())
