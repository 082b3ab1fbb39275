"""G69: the time that a report is about, the days that it tells of, and the time that its sheets are for."""

from __future__ import annotations

from collections.abc import Iterator

from ..kinds.kind import Answer, Kind, Leaf, answers
from ..roles import INSATSTID, RAPPORT, RAPPORTPERIOD
from ..span import insats_period, months_of_year, report_period, within
from .facts import PARTIES, Facts
from .places import place_name
from .registry import Finding, Severity, check
from .wording import day, span

DAYS = "days"


@check("G69", Severity.WARNING, reads=f"in:{DAYS} #{RAPPORTPERIOD} {PARTIES}", families={RAPPORT})
def days_within_the_report(facts: Facts) -> Iterator[Finding]:
    """A day that stands in a row or a table is one of the days that the report is about."""
    report = report_period(facts.document)
    for leaf in days_told(facts) if report else ():
        when = facts.document.read(leaf.path).value
        if report and when and not report.contains(when):
            name = place_name(facts.document, leaf.path)
            sentence = f"{name}: {day(when)} ligger utanför rapportens tid {span(report)}."
            yield Finding(leaf.path, sentence, f"{when} {report.start} {report.end}")


def days_told(facts: Facts) -> Iterator[Answer[Leaf]]:
    for at in answers(facts.document):
        for one in told_of_the_time(at) if DAYS in at.field.topics else ():
            yield from (leaf for leaf in one.leaves() if leaf.field.topic == DAYS and leaf.text().strip())


def told_of_the_time(at: Answer[Kind]) -> Iterator[Answer[Kind]]:
    """The answers whose days are those of the report, in a chapter too."""
    if at.field.in_report_time:
        yield at
    elif at.field.nests:
        for part in at.parts():
            yield from told_of_the_time(part)


@check("G69", Severity.ERROR, reads=f"#{RAPPORTPERIOD} #{INSATSTID}", families={RAPPORT})
def time_of_the_sheet(facts: Facts) -> Iterator[Finding]:
    """A sheet for a whole year is about a whole year, or as much of it as the insats has lasted."""
    at, report = facts.of_role(RAPPORTPERIOD), report_period(facts.document)
    for section in facts.mall.shown(facts.document) if at and report else ():
        wanted = months_of_year(report.start.year, section.months) if report and section.months else None
        if at and report and wanted and report != within(wanted, insats_period(facts.document)):
            name = facts.mall.begins[section.id].sheet if section.id in facts.mall.begins else section.short
            sentence = f"{name} gäller {span(wanted)}, men rapportens tid är {span(report)}. Rätta tiden, eller välj ett annat blad."
            yield Finding(at.path, sentence, f"{section.id} {report.start} {report.end}")
