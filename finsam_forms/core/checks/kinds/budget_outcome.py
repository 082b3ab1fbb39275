"""G07, G12, G61, G64, G67, G69 and G79: a budget against what came of it."""

from __future__ import annotations

from collections.abc import Iterator

from ...dates import Period
from ...figure import Sum
from ...kinds.budget_outcome.definition import BudgetOutcome
from ...kinds.budget_outcome.parts import (
    BUDGET,
    COMMENT,
    FORECAST,
    GRANTED_IN_ALL,
    SPENT,
    SPLIT,
    UP_TO,
    WHOLE,
    MoneyLine,
)
from ...kinds.budget_outcome.sums import FULL
from ...kinds.budget_outcome.words import budget_days
from ...kinds.figures import figures
from ...kinds.kind import Answer, every
from ...roles import RAPPORT, RAPPORTPERIOD
from ...span import report_period
from ...unit import Unit, words
from ..facts import FIGURES, PARTIES, ROW, Facts
from ..registry import Finding, Fix, Severity, check
from ..wording import day, kr, span

READS = f"{BudgetOutcome.type} {FIGURES} {ROW} {PARTIES}"
AS_THOUSANDS = 2_000
"""Whole kronor. When no amount of a table reaches this, somebody has written thousands."""


def tables(facts: Facts) -> Iterator[Answer[BudgetOutcome]]:
    return every(facts.document, BudgetOutcome)


def known(at: Answer[BudgetOutcome], *key: str) -> Sum:
    return figures(at.document).sum(at.path, *key)


def readable(*sums: Sum) -> bool:
    """Has somebody written each of them, so that it can be read?"""
    return all(one.written and not one.unread and not one.void for one in sums)


@check("G07", Severity.ERROR, reads=READS)
def budget_below_zero(facts: Facts) -> Iterator[Finding]:
    """A budget is no debt. An outcome can be: what was paid back is taken from it."""
    for at in tables(facts):
        for line in at.field.lines(at):
            for leaf, steps in at.field.cells_of(at) if BUDGET in at.field.typed else ():
                path = "/".join((at.path, line.id, *steps))
                value = leaf.read(facts.text(path)).value if steps[0] == BUDGET else None
                if value is not None and value < 0:
                    sentence = f"{line.label}: budgeten är {kr(value)}. Skriv den utan minustecken."
                    yield Finding(path, sentence, fixes=(Fix(f"Skriv {kr(-value)}", {path: str(-value)}),))


@check("G12", Severity.WARNING, reads=READS)
def thousands_for_kronor(facts: Facts) -> Iterator[Finding]:
    """Amounts are whole kronor: a whole table of small ones is in thousands."""
    for at in tables(facts):
        cells = [leaf for leaf in at.leaves() if leaf.field.unit is Unit.KRONOR]
        values = {leaf.path: value for leaf in cells if (value := leaf.field.read(leaf.text()).value)}
        if len(values) > 1 and max(map(abs, values.values())) < AS_THOUSANDS:
            largest = max(values.values())
            changes = {path: str(value * 1_000) for path, value in values.items()}
            sentence = f"Det största beloppet i tabellen är {kr(largest)}. Är beloppen skrivna i tusental kronor?"
            fix = Fix("Räkna om alla belopp från tkr till kr", changes)
            yield Finding(at.path, sentence, f"låga {largest}", (fix,))


@check("G61", Severity.WARNING, reads=READS)
def forecast_over_granted(facts: Facts) -> Iterator[Finding]:
    """The forecast stays within what was granted. A row over its budget is a tip: another may have what it needs."""
    for at in tables(facts):
        if FORECAST not in at.field.typed:
            continue
        most, forecast = at.field.most(at), known(at, "summa", FULL)
        if readable(forecast) and 0 < most < forecast.value:
            sentence = (
                f"Prognosen för helåret är {kr(forecast.value)}, {kr(forecast.value - most)} över det beviljade {kr(most)}. "
                "Beviljade medel är ett maxbelopp."
            )
            yield Finding(at.path, sentence, f"{forecast.value} {most}")
        for line in at.field.lines(at):
            told, budget = known(at, "rad", line.id, FULL), known(at, "rad", line.id, BUDGET)
            if readable(told, budget) and 0 < budget.value < told.value:
                sentence = (
                    f"{line.label}: prognosen är {kr(told.value)}, {kr(told.value - budget.value)} över radens budget "
                    f"{kr(budget.value)}."
                )
                path = f"{at.path}/{line.id}/{FORECAST}"
                yield Finding(path, sentence, f"{told.value} {budget.value}", severity=Severity.TIP)


@check("G64", Severity.ERROR, reads=READS)
def parts_make_the_row(facts: Facts) -> Iterator[Finding]:
    """What a row is made of is the row; where the form asks for a part of it only, it is no more than the row."""
    for at in tables(facts):
        for line in at.field.lines(at) if at.field.split else ():
            for column in at.field.split_columns:
                own, parts = known(at, "skrivet", line.id, column), known(at, SPLIT, line.id, column)
                over = parts.value > own.value
                if readable(own, parts) and (over or (parts.value < own.value and at.field.varav == WHOLE)):
                    where = f"{line.label}, {at.field.plain_head(column).lower()}"
                    sentence = f"{where}: raderna därunder ger {kr(parts.value)}, men raden är {kr(own.value)}."
                    severity = Severity.ERROR if over else Severity.WARNING
                    path = f"{at.path}/{line.id}/{column}"
                    yield Finding(path, sentence, f"{parts.value} {own.value}", severity=severity)


@check("G67", Severity.WARNING, reads=READS)
def budget_is_what_was_granted(facts: Facts) -> Iterator[Finding]:
    """The budget that the outcome is held against is the one that was granted."""
    for at in tables(facts):
        if at.field.granted and BUDGET in at.field.typed:
            budget, granted = known(at, "summa", BUDGET), GRANTED_IN_ALL.read(at.text(GRANTED_IN_ALL.id)).value
            if readable(budget) and granted and granted != budget.value:
                more = "mer" if budget.value > granted else "mindre"
                sentence = (
                    f"Budgeten i tabellen är {kr(budget.value)}, {kr(abs(budget.value - granted))} {more} än det beviljade "
                    f"{kr(granted)}."
                )
                yield Finding(f"{at.path}/{GRANTED_IN_ALL.id}", sentence, f"{budget.value} {granted}")


@check("G69", Severity.WARNING, reads=READS)
def outcome_within_the_budgets_time(facts: Facts) -> Iterator[Finding]:
    """The last day of the outcome is one of the budget's."""
    for at in tables(facts):
        days = budget_days(at) if at.field.time else None
        last = at.document.read(f"{at.path}/{UP_TO.id}").value
        if days and last and not Period(*days).contains(last):
            sentence = f"Utfallet är till och med {day(last)}, men budgeten gäller {span(Period(*days))}."
            yield Finding(f"{at.path}/{UP_TO.id}", sentence, f"{last} {days[0]} {days[1]}")


@check("G69", Severity.WARNING, reads=f"{READS} #{RAPPORTPERIOD}", families={RAPPORT})
def outcome_within_the_report(facts: Facts) -> Iterator[Finding]:
    """The outcome is told up to a day that the report is about."""
    report = report_period(facts.document)
    for at in tables(facts):
        last = at.document.read(f"{at.path}/{UP_TO.id}").value if at.field.time and not at.field.any_time else None
        if report and last and not report.contains(last):
            sentence = f"Utfallet är till och med {day(last)}, men rapporten gäller {span(report)}."
            yield Finding(f"{at.path}/{UP_TO.id}", sentence, f"{last} {report.start} {report.end}")


@check("G79", Severity.TIP, reads=READS)
def spent_faster_than_time(facts: Facts) -> Iterator[Finding]:
    """A row that is spent much faster, or slower, than its time has gone is commented on. Off until the förbund has said how much."""
    margin = facts.mall.settings.spend_margin
    for at in tables(facts) if margin is not None else ():
        gone = known(at, "tid")
        for line in at.field.lines(at) if readable(gone) else ():
            spent = known(at, "rad", line.id, SPENT)
            apart = abs(spent.value - gone.value) > 100 * (margin or 0)
            if readable(spent) and apart and not commented(at, line):
                told, time = (words(one.value, Unit.SHARE) for one in (spent, gone))
                sentence = f"{line.label}: {told} av budgeten är förbrukad när {time} av tiden har gått. Kommentera avvikelsen."
                yield Finding(f"{at.path}/{line.id}/{COMMENT.id}", sentence, f"{spent.value} {gone.value}")


def commented(at: Answer[BudgetOutcome], line: MoneyLine) -> bool:
    return bool(at.text(line.id, COMMENT.id).strip())
