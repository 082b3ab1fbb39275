"""A stretch of days with a name, as rows and budget lines have it."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from .dates import Period, read_date
from .document import Document
from .roles import INSATSTID, KALENDERAR, KVARTAL, RAPPORTPERIOD


class Span(NamedTuple):
    """A bar on the time axis, both days included. `look`: `insats`, `phase`, `wage`."""

    label: str
    start: date
    end: date
    look: str = ""

    @property
    def period(self) -> Period:
        return Period(self.start, self.end)


def span_at(document: Document, path: str, label: str, parts: tuple[str, str], look: str = "") -> Span | None:
    """What a row, a line or a period lasts, by the ids of its two days; None until both can be read and come in order."""
    start, end = (read_date(document.text(f"{path}/{part}")).value for part in parts)
    return Span(look=look, label=label, start=start, end=end) if start and end and start <= end else None


def insats_span(document: Document) -> Span | None:
    """The planned time of the insats, when both its days can be read and come in order."""
    field = document.mall.of_role(INSATSTID)
    return next(iter(field.spans(field.answer(document))), None) if field else None


def insats_period(document: Document) -> Period | None:
    span = insats_span(document)
    return span.period if span else None


def report_period(document: Document) -> Period | None:
    """The time that a report is about, when both its days can be read and come in order."""
    field = document.mall.of_role(RAPPORTPERIOD)
    days = [leaf.path for leaf in field.answer(document).leaves()] if field else []
    start, end = (document.read(path).value for path in days) if len(days) == 2 else (None, None)
    return Period(start, end) if start and end and start <= end else None


def report_year(document: Document) -> str:
    """The calendar year that a report is about; empty when it is not known, or when the report goes over a new year."""
    period = report_period(document)
    return str(period.start.year) if period and period.start.year == period.end.year else ""


def months_of_year(year: int, months: int, first: int = 1) -> Period:
    """So many months from January, or from another month. They end before the next year does."""
    after = first + months - 1
    return Period(date(year, first, 1), date(year + after // 12, after % 12 + 1, 1) - timedelta(1))


def part_of_year(day: date, months: int) -> Period:
    """The part of its year that a day lies in, when the year is in parts of so many months: its half-year, its year."""
    return months_of_year(day.year, months, (day.month - 1) // months * months + 1)


def within(wanted: Period, insats: Period | None) -> Period:
    """As much of a time as the insats has lasted."""
    shared = Period(max(wanted.start, insats.start), min(wanted.end, insats.end)) if insats else wanted
    return shared if shared.start <= shared.end else wanted


def months_of(period: Period) -> Iterator[tuple[int, int, Fraction]]:
    """(year, month, part of the month) for every calendar month that a period touches."""
    year, month = period.start.year, period.start.month
    while (year, month) <= (period.end.year, period.end.month):
        length = monthrange(year, month)[1]
        first = max(period.start, date(year, month, 1))
        last = min(period.end, date(year, month, length))
        yield year, month, Fraction((last - first).days + 1, length)
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def months_in_words(period: Period) -> str:
    """«9 månader», «9,33 månader»."""
    months = sum((part for _, _, part in months_of(period)), Fraction())
    shown = f"{float(months):.2f}".rstrip("0").rstrip(".").replace(".", ",")
    return f"{shown} {'månad' if months == 1 else 'månader'}"


def quarter_of(document: Document | None) -> int | None:
    """The quarter that a document asks money for, counted from the year 0; None where it can't be told."""
    mall = document.mall if document else None
    which, year = (mall.of_role(role) if mall else None for role in (KVARTAL, KALENDERAR))
    if document is None or which is None or year is None:
        return None
    number, chosen = document.read(year.id).value, document.text(which.id)
    return 4 * number + which.offered.index(chosen) if number is not None and chosen in which.offered else None


def claim_due(document: Document) -> date | None:
    """The last day to hand in what asks money for a quarter; None until the förbund has said how many days, and the quarter is known."""
    days, quarter = document.mall.settings.days_after_quarter, quarter_of(document)
    if days is None or quarter is None or not 0 < quarter // 4 < date.max.year:
        return None
    return months_of_year(quarter // 4, 3, 3 * (quarter % 4) + 1).end + timedelta(days)
