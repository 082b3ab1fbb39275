"""From one day to another: `path/start`, `path/slut`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from ..roles import INSATSTID, RAPPORTPERIOD
from ..span import Span, span_at
from .date import Date
from .group import Group
from .kind import Answer, Kind, Lack


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodField(Group):
    """Both days included."""

    type: ClassVar[str] = "period"
    roles: ClassVar[frozenset[str]] = frozenset({INSATSTID, RAPPORTPERIOD})
    start_label: str = "Från"
    end_label: str = "Till"
    quick: bool = False
    """Are half-years and years offered as buttons?"""
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
    def echoed(self) -> bool:
        return self.role == INSATSTID

    def lacks(self, at: Answer[Any]) -> Iterator[Lack]:
        for lack in Group.lacks(self, at):
            yield lack._replace(code="G20")

    def spans(self, at: Answer[Any]) -> Iterator[Span]:
        """The insats' own time is a bar of its own; other periods are none."""
        start, end = (part.id for part in self.fixed())
        span = span_at(at.document, at.path, self.label or "Insatstid", (start, end), "insats")
        if span and self.role == INSATSTID:
            yield span
