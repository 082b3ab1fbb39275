"""G21: the periods of budget lines."""

from __future__ import annotations

from collections.abc import Iterator

from ...dates import Period, format_date
from ...kinds.budget.definition import line_label
from ...kinds.budget.parts import FROM, TO
from ..facts import Facts
from ..registry import Finding, Fix, Severity, check
from ..wording import day, quoted, same_day, span
from .budget_facts import money


@check("G21", Severity.ERROR, reads="budget parties period")
def cost_period_inside_insats(facts: Facts) -> Iterator[Finding]:
    """A budget line's period lies within «Planerad insatstid»."""
    for table in money(facts).tables:
        for group in table.groups:
            for line in group.lines if group.definition.dates else ():
                start, end = (facts.document.read(f"{line.path}/{part}").value for part in (FROM.id, TO.id))
                label = line_label(facts.document, line.path)
                if start and end and start > end:
                    changes = {f"{line.path}/{FROM.id}": format_date(end), f"{line.path}/{TO.id}": format_date(start)}
                    sentence = (
                        f"Raden {quoted(label)} slutar {day(end)}, före den börjar {day(start)}. Rätta ett av datumen."
                    )
                    fixes = (Fix("Byt plats på från och till", changes),)
                    yield Finding(f"{line.path}/{FROM.id}", sentence, f"{start} {end}", fixes)
                elif facts.period and (start or end):
                    period = Period(start or end or facts.period.start, end or start or facts.period.end)
                    yield from outside(line.path, label, period, facts.period)


def outside(path: str, label: str, period: Period, insats: Period) -> Iterator[Finding]:
    if insats.contains(period):
        return
    # The place is the date that is wrong; the first of them when both are.
    place = f"{path}/{TO.id}" if insats.contains(period.start) else f"{path}/{FROM.id}"
    sentence = (
        f"Raden {quoted(label)} gäller {span(period)}, men insatsen pågår {span(insats)}. Flytta periodens datum."
    )
    yield Finding(place, sentence, f"{period} {insats}", (moved(path, period, insats),))


def moved(path: str, period: Period, insats: Period) -> Fix:
    """The same days in a year of the insats when that fits, else the insats' own period."""
    for year in range(insats.start.year, insats.end.year + 1):
        start, end = (same_day(when, when.year + year - period.start.year) for when in (period.start, period.end))
        if start and end and insats.contains(Period(start, end)):
            years = str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
            changes = {f"{path}/{FROM.id}": format_date(start), f"{path}/{TO.id}": format_date(end)}
            return Fix(f"Flytta perioden till {years}", changes)
    changes = {f"{path}/{FROM.id}": format_date(insats.start), f"{path}/{TO.id}": format_date(insats.end)}
    return Fix(f"Sätt perioden till insatsens: {span(insats)}", changes)
