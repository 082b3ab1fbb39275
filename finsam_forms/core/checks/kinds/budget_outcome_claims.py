"""G16 and G76: what is asked for of what was granted, and what the förbund has decided that may be in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import islice

from ...kinds.budget_outcome.definition import BudgetOutcome
from ...kinds.budget_outcome.parts import CLAIMED_IN_ALL, EARLIER, NOW, OUTCOME
from ...kinds.kind import Answer
from ...percent import format_percent
from ...rounding import half_up
from ..facts import Facts
from ..registry import Finding, Severity, check
from ..wording import kr, quoted
from .budget_amounts import OVERHEAD
from .budget_outcome import READS, known, readable, tables

MOMS = re.compile(r"\b(?:moms|mervärdesskatt)(?:en|kostnader)?\b", re.I)
WITHOUT_MOMS = re.compile(r"\b(?:exkl\w*|utan|ej|inte|före)\b\.?[^,;]*$", re.I)
"""Before the word: «exkl. moms» has none."""


def asking(facts: Facts) -> Iterator[Answer[BudgetOutcome]]:
    """The tables that ask for money."""
    return (at for at in tables(facts) if NOW in at.field.typed)


@check("G76", Severity.ERROR, reads=READS)
def no_more_than_granted(facts: Facts) -> Iterator[Finding]:
    """What has been asked for, before and now, is no more than what was granted, nor than what the work has cost."""
    for at in asking(facts):
        before, now = known(at, "summa", EARLIER), known(at, "summa", NOW)
        claimed = before.value + now.value
        cost = known(at, "summa", OUTCOME) if OUTCOME in at.field.typed else None
        limits = [(at.field.most(at), "beviljat"), (cost.value if cost and readable(cost) else 0, "upparbetat")]
        for most, what in limits if readable(now) and not before.unread else ():
            if 0 < most < claimed:
                sentence = f"Rekvirerat hittills {kr(claimed)} är {kr(claimed - most)} mer än {what}."
                yield Finding(at.path, sentence, f"{what} {claimed} {most}")


@check("G76", Severity.WARNING, reads=READS)
def no_more_than_it_cost(facts: Facts) -> Iterator[Finding]:
    """What has been asked for in all is no more than the work has cost, and never more than was granted."""
    for at in tables(facts):
        claimed = CLAIMED_IN_ALL.read(at.text(CLAIMED_IN_ALL.id)).value if at.field.claimed else None
        cost, granted = known(at, "summa", OUTCOME), at.field.most(at)
        limits = [(granted, "beviljat", Severity.ERROR)]
        limits += [(cost.value, "upparbetat", Severity.WARNING)] if readable(cost) else []
        over = ((most, what, severity) for most, what, severity in limits if claimed and 0 < most < claimed)
        for most, what, severity in islice(over, 1):
            sentence = (
                f"Rekvirerat {kr(claimed or 0)} är {kr((claimed or 0) - most)} mer än {what}. Det ska återbetalas."
            )
            yield Finding(f"{at.path}/{CLAIMED_IN_ALL.id}", sentence, f"{claimed} {most}", severity=severity)


@check("G76", Severity.WARNING, reads=READS)
def no_moms(facts: Facts) -> Iterator[Finding]:
    """No row of what is asked for is moms. Off until the förbund has said that it may not be in."""
    for at in asking(facts) if facts.mall.settings.moms_in_claims is False else ():
        for line in at.field.lines(at):
            word = MOMS.search(line.label)
            if word and not WITHOUT_MOMS.search(line.label[: word.start()]) and known(at, "rad", line.id, NOW).value:
                sentence = f"{quoted(line.label)} rekvireras, men förbundet betalar inte moms."
                yield Finding(f"{at.path}/{line.id}/{NOW}", sentence, line.label)


@check("G16", Severity.WARNING, reads=READS)
def overhead_within_the_cap(facts: Facts) -> Iterator[Finding]:
    """Overhead as a share of the other costs that are asked for. Off until the förbund has given its cap."""
    cap = facts.mall.settings.overhead_cap
    for at in asking(facts) if cap is not None else ():
        named = [line for line in at.field.lines(at) if OVERHEAD.search(line.label)]
        amount = sum(known(at, "rad", line.id, NOW).value for line in named)
        base = known(at, "summa", NOW).value - amount
        if named and amount * 10_000 > (cap or 0) * base:
            most = half_up(Fraction(base * (cap or 0), 10_000))
            sentence = (
                f"OH-kostnaderna är {kr(amount)}. Förbundets tak är {format_percent(cap or 0)} av övriga kostnader, "
                f"{kr(base)}, och det är {kr(most)}."
            )
            yield Finding(f"{at.path}/{named[0].id}/{NOW}", sentence, f"{amount} {base} {cap}")
