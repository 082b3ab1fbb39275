"""G75: what has ended within the time of the report says what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ...dates import format_date_long
from ...kinds.chapters import HEADING, Chapters
from ...kinds.grid.definition import CountGrid
from ...kinds.kind import Answer, Kind, every, of_kind
from ...kinds.outcomes import OUTCOME, Outcomes
from ...kinds.period import PeriodField
from ...kinds.proportion import Proportion
from ...roles import RAPPORT, RAPPORTPERIOD
from ...span import report_period
from ..facts import PARTIES, Facts
from ..registry import Finding, Severity, check
from ..wording import quoted


@check("G75", Severity.WARNING, reads=f"{Chapters.type} #{RAPPORTPERIOD} {PARTIES}", families={RAPPORT})
def what_came_of_it(facts: Facts) -> Iterator[Finding]:
    """A chapter whose time ends within that of the report tells an outcome, a flow or some statistics."""
    period = report_period(facts.document)
    for at in every(facts.document, Chapters) if period else ():
        for chapter in at.parts():
            end = last_day(chapter)
            if end and period and period.contains(end) and not told(chapter):
                sentence = f"Verksamheten avslutades {format_date_long(end)}, men inget mål har något utfall."
                yield Finding(chapter.path, sentence, end.isoformat())


@check("G75", Severity.WARNING, reads=f"{Chapters.type} {PARTIES}", families={RAPPORT})
def something_came_of_it(facts: Facts) -> Iterator[Finding]:
    """A chapter that somebody has written in says what came of it, in one way or another."""
    for at in every(facts.document, Chapters):
        wanted = [one for one in at.field.one_ofs if one.came_of_it]
        for chapter in at.parts() if wanted else ():
            written = any(one.begun for one in chapter.parts() if one.field.id != HEADING)
            if written and not told(chapter) and not any(one.answered(chapter) for one in wanted):
                name = quoted(at.field.called(at, chapter.field.id))
                yield Finding(chapter.path, f"{name} säger inte vad det blev: {wanted[0].label} saknas.")


def last_day(chapter: Answer[Kind]) -> date | None:
    """Of the time that the chapter says for itself."""
    for question in chapter.parts():
        if isinstance(question.field, PeriodField):
            found: date | None = question.document.read(f"{question.path}/slut").value
            return found
    return None


def told(chapter: Answer[Kind]) -> bool:
    """Is anything counted in it, or the outcome of a goal told?"""
    goals = [goal for at in of_kind(chapter, Outcomes) for goal in at.field.goals(at)]
    counts = (one for one in chapter.parts() if isinstance(one.field, CountGrid | Proportion))
    return (
        any(one.counted for one in goals)
        or any(chapter.document.text(f"{one.path}/{OUTCOME}").strip() for one in goals)
        or any(one.begun for one in counts)
    )
