"""The tidplan on one axis, as data. Drawn as SVG on the page and by ReportLab on paper."""

from __future__ import annotations

from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from .document import Document
from .kinds.kind import answers, lokus_dates
from .span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeBar:
    """A bar of a row. `look`: `insats`, `phase`, `wage`, `gap` (no phase covers these days), `overlap` (two phases do)."""

    look: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeRow:
    """A line of the chart: its label and its bars, later ones drawn over earlier ones."""

    label: str
    bars: tuple[TimeBar, ...] = ()
    lokus: bool = False
    """The line where the days of LOKUS are written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeChart:
    """The insats' own time, its phases, LOKUS dates and wage periods on one axis."""

    start: date
    end: date
    insats: Span | None
    phases: tuple[Span, ...]
    wages: tuple[Span, ...]
    lokus: tuple[date, ...]
    gaps: tuple[Span, ...]
    """Days of the insats that no phase covers."""
    overlaps: tuple[Span, ...]
    """Days that two phases in a row both cover."""

    @property
    def rows(self) -> tuple[TimeRow, ...]:
        """What the picture shows, line by line: the one description of the page's SVG and the paper's drawing."""
        insats = (TimeBar(look="insats", span=self.insats),) if self.insats else ()
        gaps = tuple(TimeBar(look="gap", span=gap) for gap in self.gaps)
        zones = tuple(joined(self.overlaps))
        ends = [zone.end for zone in zones]
        phases = (
            TimeRow(label=phase.label, bars=(TimeBar(look="phase", span=phase), *shared_days(phase, zones, ends)))
            for phase in self.phases
        )
        wages = (TimeRow(label=wage.label, bars=(TimeBar(look="wage", span=wage),)) for wage in self.wages)
        return (TimeRow(label="Insatstid", bars=insats + gaps), TimeRow(label="LOKUS", lokus=True), *phases, *wages)

    @property
    def notes(self) -> tuple[str, ...]:
        """The gaps and overlaps in words, for those who don't see the picture."""
        gaps = [f"Ingen fas: {gap.period}." for gap in self.gaps]
        return (*gaps, *(f"Två faser samtidigt: {overlap.period}." for overlap in self.overlaps))


def joined(overlaps: tuple[Span, ...]) -> Iterator[Span]:
    """Overlaps that meet as one, in order: where many phases lie on each other each still has its few pieces."""
    last: Span | None = None
    for overlap in overlaps:
        if last is not None and overlap.start <= last.end:
            last = last._replace(end=max(last.end, overlap.end))
            continue
        if last is not None:
            yield last
        last = overlap
    if last is not None:
        yield last


def shared_days(phase: Span, zones: tuple[Span, ...], ends: list[date]) -> Iterator[TimeBar]:
    """The days of a phase that another covers too. `zones`: disjoint and in order; `ends`: their last days."""
    for number in range(bisect_left(ends, phase.start), len(zones)):
        zone = zones[number]
        if zone.start > phase.end:
            return
        start, end = max(phase.start, zone.start), min(phase.end, zone.end)
        yield TimeBar(look="overlap", span=Span(label=zone.label, start=start, end=end))


def month_at(day: date, *, end: bool = False) -> float:
    """Where a day stands on the axis: months since year 0, the day as a fraction. `end`: the end of that day.

    The end of a day is where the next one begins, so that phases that follow each other leave no gap in the picture.
    """
    return day.year * 12 + day.month - 1 + (day.day - (0 if end else 1)) / monthrange(day.year, day.month)[1]


def time_chart(document: Document) -> TimeChart | None:
    """The chart of a document that has a period; None while there is nothing to draw."""
    spans = [span for at in answers(document) for span in at.field.spans(at)]
    insats = next((span for span in spans if span.look == "insats"), None)
    phases, wages = (tuple(span for span in spans if span.look == look) for look in ("phase", "wage"))
    lokus = tuple(lokus_dates(document))
    days = [day for span in spans for day in (span.start, span.end)]
    if not days:
        return None
    gaps, overlaps = holes(insats, phases)
    return TimeChart(
        start=min([*days, *lokus]),
        end=max([*days, *lokus]),
        insats=insats,
        phases=phases,
        wages=wages,
        lokus=lokus,
        gaps=gaps,
        overlaps=overlaps,
    )


def holes(insats: Span | None, phases: tuple[Span, ...]) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Gaps (days of the insats that no phase covers; none while nothing is planned) and overlaps, in the order of their dates."""
    in_order = sorted(phases, key=lambda span: (span.start, span.end))
    return tuple(gaps_of(insats, in_order) if insats and phases else ()), tuple(overlaps_of(in_order))


def gaps_of(insats: Span, in_order: list[Span]) -> Iterator[Span]:
    day = timedelta(days=1)
    free = insats.start
    for phase in in_order:
        if free < phase.start and free <= insats.end:
            yield Span(label="ingen fas", start=free, end=min(phase.start - day, insats.end))
        free = max(free, phase.end + day)
    if free <= insats.end:
        yield Span(label="ingen fas", start=free, end=insats.end)


def overlaps_of(in_order: list[Span]) -> Iterator[Span]:
    covered: date | None = None
    for phase in in_order:
        if covered and phase.start <= covered:
            yield Span(label="två faser", start=phase.start, end=min(covered, phase.end))
        covered = max(covered or phase.end, phase.end)
