"""A period on the page: half-years and years to choose by a button, where the form offers them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple, cast
from urllib.parse import urlencode

from ...core.dates import Period, format_date
from ...core.kinds.period import PeriodField
from ...core.span import insats_period
from ...live.desk import Sheet
from .shown import Shown

PARTS = (("Första halvåret", (1, 1), (6, 30)), ("Andra halvåret", (7, 1), (12, 31)), ("Helåret", (1, 1), (12, 31)))
MOST_YEARS = 2


class Quick(NamedTuple):
    """A button: its words, and what it fills in."""

    label: str
    value: str


def quick_buttons(at: Shown, sheet: Sheet) -> tuple[Quick, ...]:
    return tuple(buttons(at)) if cast(PeriodField, at.field).quick else ()


def buttons(at: Shown) -> Iterator[Quick]:
    start, end = (f"{at.path}/{part.id}" for part in cast(PeriodField, at.field).fixed())
    insats = insats_period(at.document)
    for year in years_near(date.today().year, insats):
        for name, first, last in PARTS:
            days = Period(date(year, *first), date(year, *last))
            if insats is None or (days.start <= insats.end and insats.start <= days.end):
                values = {start: format_date(days.start), end: format_date(days.end)}
                yield Quick(f"{name} {year}", urlencode(values))


def years_near(now: int, insats: Period | None) -> list[int]:
    """The years that a report can be about: last year and this one, as far as the insats goes; else those of it that are nearest."""
    years = [now - 1, now]
    if insats is None:
        return years
    inside = range(insats.start.year, insats.end.year + 1)
    return sorted(sorted(inside, key=lambda year: min(abs(year - one) for one in years))[:MOST_YEARS])
