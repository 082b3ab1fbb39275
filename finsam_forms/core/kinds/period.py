"""From one day to another: `path/start`, `path/slut`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from ..dates import Period, read_date
from ..document import Document
from .date import Date
from .group import Group
from .kind import Answer, Kind, Lack, every
from .span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodField(Group):
    """Both days included."""

    type: ClassVar[str] = "period"
    start_label: str = "Från"
    end_label: str = "Till"

    def fixed(self) -> tuple[Kind, ...]:
        return (
            Date(id="start", label=self.start_label, required=self.required),
            Date(id="slut", label=self.end_label, required=self.required),
        )

    def lacks(self, at: Answer[Any]) -> Iterator[Lack]:
        for lack in Group.lacks(self, at):
            yield lack._replace(code="G20")

    @staticmethod
    def period(at: Answer[Any]) -> Period | None:
        """The period when both days can be read and come in order, else None."""
        start, end = (read_date(at.text(part)).value for part in ("start", "slut"))
        return Period(start, end) if start and end and start <= end else None


def insats_span(document: Document) -> Span | None:
    """The planned time of the insats: the form's first field of type period."""
    at = next(every(document, PeriodField), None)
    period = at.field.period(at) if at else None
    return Span(label=at.field.label or "Insatstid", start=period.start, end=period.end) if at and period else None
