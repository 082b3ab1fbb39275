"""G05: amounts written in the budget of a report in words, against its table of budget and outcome."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import chain, combinations

from ...kinds.amount import Amount
from ...kinds.budget_outcome.definition import BudgetOutcome
from ...kinds.budget_outcome.parts import SPENT
from ...kinds.figures import figures
from ...kinds.kind import Answer, every
from ...roles import RAPPORT
from ...text_amounts import TextAmount, find_amounts
from ...text_parts import replaced, sentence_span
from ...unit import Unit
from ..facts import FIGURES, PARTIES, ROW, Facts, Prose
from ..registry import Finding, Fix, Severity, check
from ..wording import kr, quoted

OF_THE_TABLE = re.compile(
    r"\b(?:utfall\w*|förbruk\w*|\w*budget\w*|prognos\w*|beviljad\w*|beviljat|differens\w*|avvik\w*|rekvirer\w*|överskott\w*"
    r"|underskott\w*|återstå\w*)\b",
    re.I,
)
"""A sentence with one of these tells what the table has."""
OF_ANOTHER_TIME = re.compile(r"\b(?:tidigare|förra|föregående|fjolåret\w*|nästa|kommande)\b", re.I)
NEAR = 10
"""An amount at most a tenth from one of the table is offered as that one."""


@check(
    "G05",
    Severity.WARNING,
    reads=f"{BudgetOutcome.type} {FIGURES} {ROW} {PARTIES} in:{Amount.topic}",
    each="finance",
    families={RAPPORT},
)
def amounts_of_the_report(facts: Facts, prose: Prose) -> Iterator[Finding]:
    """What a text says of the outcome, the budget or the forecast is what the table says of it."""
    found = find_amounts(prose.words)
    known = facts.of(amounts_of_tables) if found else frozenset()
    spans: dict[tuple[int, int], bool] = {}
    for amount in found if known else ():
        span, value = sentence_span(prose.words, amount.start), amount.kronor
        if span not in spans:
            spans[span] = of_the_table(prose.words[slice(*span)])
        if spans[span] and value is not None and not amount.per_year and not meant(amount, value, known):
            near = min(known, key=lambda one: (abs(one - value), one))
            yield Finding(
                prose.path,
                f"Texten nämner {quoted(amount.words)}, men det beloppet finns inte i tabellen. "
                "Rätta texten eller tabellen, eller sätt in beloppet med knappen Belopp så att det följer med.",
                f"{amount.words} {near}",
                partial(rewritten, prose, amount, near) if abs(near - value) * NEAR <= value else (),
            )


def of_the_table(sentence: str) -> bool:
    return bool(OF_THE_TABLE.search(sentence)) and not OF_ANOTHER_TIME.search(sentence)


def meant(amount: TextAmount, value: int, known: frozenset[int]) -> bool:
    """Is it one of the table's amounts, rounded as the text rounds it?"""
    room = max(amount.precision // 2, value // NEAR if amount.roughly else 0)
    return any(abs(one - value) <= room for one in known)


def rewritten(prose: Prose, amount: TextAmount, value: int) -> tuple[Fix, ...]:
    text = replaced(prose.raw, amount.start, amount.end, kr(value))
    return (Fix(f"Skriv {kr(value)}", {prose.path: text}),) if text is not None else ()


def amounts_of_tables(facts: Facts) -> frozenset[int]:
    """Every amount that the tables hold or give, and two rows of a column together; whole kronor, without signs."""
    return frozenset(chain.from_iterable(amounts_of(at) for at in every(facts.document, BudgetOutcome)))


def amounts_of(at: Answer[BudgetOutcome]) -> Iterator[int]:
    known = figures(at.document)
    for key in known.keys_of(at.field):
        if at.field.figure_unit(key) is Unit.KRONOR and known.sum(key).written:
            yield abs(known.sum(key).value)
    for leaf in at.leaves():
        value = leaf.field.read(leaf.text()).value if leaf.field.unit is Unit.KRONOR else None
        yield from [abs(value)] if value else ()
    for column in (one for one in at.field.show if one != SPENT):
        rows = [known.sum(at.path, "rad", line.id, column) for line in at.field.lines(at, named=False)]
        yield from (
            abs(one.value + other.value) for one, other in combinations(rows, 2) if one.written and other.written
        )
