"""From one day to another: `path/start`, `path/slut`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any, ClassVar

from ..dates import Period, format_date, read_date
from ..document import Form
from ..roles import INSATSTID, RAPPORTPERIOD
from ..span import Span, insats_period, part_of_year, report_period, span_at, within
from .date import Date
from .group import Group
from .intake import Intake
from .kind import Answer, Kind, Lack, Rest, Source, Suggested, Taken

DAYS = START, END = "start", "slut"
MOST_YEARS = 10
"""Columns of a table: a time of more calendar years than so is a slip of the finger."""


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
    months_by: str = ""
    """Id of a choice whose answer says how many months of a year a report is about, in `months`."""
    months: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    """Answer → months that a year can be parted in: 12, 6. An answer that isn't there says nothing of the time."""
    any_time: bool = False
    """May its days lie outside the time of the report (G69)?"""

    def faults(self, form: Form) -> Iterator[str]:
        by = form.field(self.months_by) if self.months_by else None
        if self.months_by and (by is None or not by.offered):
            yield f"months_by ”{self.months_by}” är inget fält med svar att välja bland"
        yield from (
            f"months har ”{one}”, som inte är något svar på months_by"
            for one in self.months
            if by is None or one not in by.offered
        )
        if any(not isinstance(one, int) or one < 1 or 12 % one for one in self.months.values()):
            yield "months ska vara antal månader som ett år går att dela i: 12, 6, 4, 3"

    def suggested(self, at: Answer[Any], rest: Rest) -> Suggested | None:
        """The part of the year that the report says it is about, or as much of it as the insats lasts."""
        document, chosen = at.document, at.document.text(self.months_by) if self.months_by else ""
        now, insats = report_period(document), insats_period(document)
        about, months = now or insats, self.months.get(chosen)
        wanted = within(part_of_year(about.start, months), insats) if about and months and not rest else None
        if wanted is None or wanted == now:
            return None
        days = {f"{at.path}/{part.id}": format_date(day) for part, day in zip(self.both(), wanted, strict=True)}
        return Suggested("", f"svaret ”{chosen}”", days, "–".join(days.values()))

    def fixed(self) -> tuple[Kind, ...]:
        return self.both()

    def both(self) -> tuple[Date, Date]:
        return (
            Date(id=START, label=self.start_label, required=self.required),
            Date(id=END, label=self.end_label, required=self.required),
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

    # Where it is the columns of a table, each of its calendar years is one.

    @property
    def gives_columns(self) -> bool:
        return True

    def column_ids(self, at: Answer[Any]) -> tuple[str, ...]:
        """None until both days can be read and come in order."""
        return years_of(*map(at.text, DAYS))

    def moves_columns(self, rest: Rest) -> bool:
        return True

    def from_json(self, data: Any, path: str, intake: Intake) -> None:
        Group.from_json(self, data, path, intake)
        days = (intake.values.get(f"{path}/{day}", "") for day in DAYS)
        intake.columns[path] = {year: year for year in years_of(*days)}

    def spans(self, at: Answer[Any]) -> Iterator[Span]:
        """The insats' own time is a bar of its own; other periods are none."""
        start, end = (part.id for part in self.fixed())
        span = span_at(at.document, at.path, self.label or "Insatstid", (start, end), "insats")
        if span and self.role == INSATSTID:
            yield span


def years_of(start: str, end: str) -> tuple[str, ...]:
    """The calendar years from one day to another, as they are stored."""
    first, last = read_date(start).value, read_date(end).value
    years = range(first.year, last.year + 1) if first and last and first <= last else range(0)
    return tuple(map(str, years)) if len(years) <= MOST_YEARS else ()


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
