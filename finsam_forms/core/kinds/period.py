"""From one day to another: `path/start`, `path/slut`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from ..dates import Period, format_date
from ..roles import INSATSTID, RAPPORTPERIOD
from ..span import Span, insats_period, report_period, span_at
from .date import Date
from .group import Group
from .kind import Answer, Kind, Lack, Source, Taken


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodField(Group):
    """Both days included."""

    type: ClassVar[str] = "period"
    roles: ClassVar[frozenset[str]] = frozenset({INSATSTID, RAPPORTPERIOD})
    start_label: str = "Från"
    end_label: str = "Till"
    quick: bool = False
    """Are half-years and years offered as buttons?"""
    whole: bool = False
    """Is the time that a report is about the whole of the insats?"""
    any_time: bool = False
    """May its days lie outside the time of the report (G69)?"""

    def fixed(self) -> tuple[Kind, ...]:
        return self.both()

    def both(self) -> tuple[Date, Date]:
        return (
            Date(id="start", label=self.start_label, required=self.required),
            Date(id="slut", label=self.end_label, required=self.required),
        )

    @property
    def in_report_time(self) -> bool:
        """The time of the insats is longer, and that of the report is what others are compared with."""
        return not (self.any_time or self.role)

    @property
    def echoed(self) -> bool:
        return self.role == INSATSTID

    def taken(self, path: str, source: Source) -> Iterator[Taken]:
        """The time that a report is about begins where the last one ended; only at the start."""
        if self.role != RAPPORTPERIOD:
            yield from Group.taken(self, path, source)
            return
        found = insats_period(source.document) if self.whole else next_period(source)
        if found is not None:
            for part, day in zip(self.fixed(), found, strict=True):
                yield Taken(f"{path}/{part.id}", format_date(day), once=True)

    def lacks(self, at: Answer[Any]) -> Iterator[Lack]:
        for lack in Group.lacks(self, at):
            yield lack._replace(code="G20")

    def spans(self, at: Answer[Any]) -> Iterator[Span]:
        """The insats' own time is a bar of its own; other periods are none."""
        start, end = (part.id for part in self.fixed())
        span = span_at(at.document, at.path, self.label or "Insatstid", (start, end), "insats")
        if span and self.role == INSATSTID:
            yield span


def next_period(source: Source) -> Period | None:
    """What the next report is about: as long again as the last one, or the first half-year of the insats; never past its end.

    None when it can't be told, or when the insats is over.
    """
    whole, last = insats_period(source.document), report_period(source.document)
    if source.previous and last is not None:
        found = last.after()
    elif not source.previous and whole is not None:
        found = Period(whole.start, date(whole.start.year, *((6, 30) if whole.start.month <= 6 else (12, 31))))
    else:
        return None
    if whole is None:
        return found
    return Period(found.start, min(found.end, whole.end)) if found.start <= whole.end else None
