"""From one day to another: `path/start`, `path/slut`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from ..dates import Period, read_date
from ..document import Document
from ..roles import INSATSTID
from .date import Date
from .group import Group
from .kind import Answer, Kind, Lack
from .span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodField(Group):
    """Both days included."""

    type: ClassVar[str] = "period"
    roles: ClassVar[frozenset[str]] = frozenset({INSATSTID})
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


def insats_period(document: Document) -> Period | None:
    """The planned time of the insats, when both its days can be read and come in order."""
    field = document.mall.of_role(INSATSTID)
    return field.period(field.answer(document)) if field else None


def insats_span(document: Document) -> Span | None:
    """The planned time of the insats as it stands on the time axis."""
    field, period = document.mall.of_role(INSATSTID), insats_period(document)
    return Span(label=field.label or "Insatstid", start=period.start, end=period.end) if period else None
