"""How much of full time a post has been in mean over the time of a report, where it has changed: in sentences over its rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from ..dates import Period, months_between
from ..rounding import half_up
from ..span import report_period, span_at
from ..unit import Unit, words
from .kind import Answer

PERCENT = 100
"""Hundredths."""


def means(at: Answer[Any], naming: str, days: tuple[str, str], columns: Mapping[str, str]) -> Iterator[str]:
    """«Arbetscoach, i medeltal 2016: utnyttjat 83 %, budget 100 %.» Nothing of a post that is the same all the time.

    `naming`, `days`: the columns of the rows that say what a post is, and from when and until when; `columns`: those of its shares → what
    they are called.
    """
    report = report_period(at.document)
    for post, rows in posts(at, naming).items() if report else ():
        times = {row: time for row in rows if report and (time := time_of(at, row, days, report))}
        if report and any(time != report for time in times.values()):
            known = ((said, mean_of(at, column, times, report)) for column, said in columns.items())
            told = ", ".join(f"{said} {mean}" for said, mean in known if mean)
            if told:
                yield f"{post}, i medeltal {time_words(report)}: {told}."


def posts(at: Answer[Any], naming: str) -> Mapping[str, list[str]]:
    """The rows, by what they are called."""
    found: dict[str, list[str]] = {}
    for row in at.rows():
        said = at.text(row, naming).strip()
        if said:
            found.setdefault(said, []).append(row)
    return found


def time_of(at: Answer[Any], row: str, days: tuple[str, str], report: Period) -> Period | None:
    """As much of a row's time as lies within the report."""
    span = span_at(at.document, f"{at.path}/{row}", "", days)
    shared = Period(max(span.start, report.start), min(span.end, report.end)) if span else None
    return shared if shared and shared.days() else None


def mean_of(at: Answer[Any], column: str, times: Mapping[str, Period], report: Period) -> str:
    """Over all months of the report, in whole per cent; empty while a share is not known."""
    read = [(at.document.read(f"{at.path}/{row}/{column}").value, time) for row, time in times.items()]
    if not all(isinstance(share, int) for share, _ in read):
        return ""
    weighed = sum(((share or 0) * months_between(*time) for share, time in read), Fraction())
    return words(half_up(weighed / months_between(*report) / PERCENT) * PERCENT, Unit.SHARE)


def time_words(report: Period) -> str:
    """«2016» of a whole calendar year."""
    first, last = report
    whole = (first.month, first.day, last.month, last.day, last.year) == (1, 1, 12, 31, first.year)
    return str(first.year) if whole else str(report)
