"""G63: counts that are smaller than the form advises."""

from __future__ import annotations

from collections.abc import Iterator

from ...kinds.number import Number
from ..facts import Facts
from ..places import place_name
from ..registry import Finding, Severity, check
from ..wording import quoted


@check("G63", Severity.TIP, reads=Number.type)
def fewer_than_advised(facts: Facts) -> Iterator[Finding]:
    """LOKUS meets at least four times a year, each huvudman at least three, the outcome of the budget at least four."""
    for field in facts.mall.fields():
        if isinstance(field, Number) and field.at_least:
            count = field.read(facts.text(field.id)).value
            if count is not None and count < field.at_least:
                name = quoted(place_name(facts.document, field.id), 90)
                yield Finding(field.id, f"{name} är {count}, men ska vara minst {field.at_least}. Skriv varför.")
