"""What a flow came to in the reports before: a row a period in a list beside it, carried from report to report, and the picture of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from ...bars import OPEN, SOLID, Bar, BarChart, Part
from ...dates import Period, format_date, read_date
from ...document import Document
from ...span import report_period
from ..figures import figures
from ..kind import Answer, Source, Taken
from ..rows import row_after

if TYPE_CHECKING:
    from .definition import Flow

FROM, TO, IN, OUT, LEFT = "fran", "till", "in", "ut", "aktiva"
COLUMNS = (FROM, TO, IN, OUT, LEFT)
FEWEST = 3
"""Periods of a picture: two points are no development."""


class Stretch(NamedTuple):
    """A period, how many came and ended in it, and how many were left."""

    time: Period
    came: int
    ended: int
    left: int

    @property
    def name(self) -> str:
        """«Våren 2017», «2016»."""
        first, last = self.time
        half = (first.month, first.day, last.month, last.day) if first.year == last.year else ()
        names = {(1, 1, 6, 30): "Våren {}", (7, 1, 12, 31): "Hösten {}", (1, 1, 12, 31): "{}"}
        return names[half].format(first.year) if half in names else str(self.time)


def of_this_report(flow: Flow, document: Document, path: str) -> Stretch | None:
    """None while its time or its counts are not known."""
    known, time = figures(document), report_period(document)
    total, out, left = (known.sum(path, key) for key in ("inskrivna", "avslut", "aktiva"))
    if time is None or not total.written or total.unread or out.unread or left.value < 0:
        return None
    before = known.sum(path, "rad", flow.left_before.id).value if flow.left_before else 0
    return Stretch(time, total.value - before, out.value, left.value)


def before(document: Document, rows: str) -> Iterator[Stretch]:
    """Of the reports before, as far as their rows can be read, in the order of time."""
    found = []
    for row in document.rows(rows):
        start, end = (read_date(document.text(f"{rows}/{row}/{one}")).value for one in (FROM, TO))
        read = (document.read(f"{rows}/{row}/{one}").value for one in (IN, OUT, LEFT))
        counts = [one for one in read if isinstance(one, int) and one >= 0]
        if start and end and start <= end and len(counts) == len((IN, OUT, LEFT)):
            found.append(Stretch(Period(start, end), *counts))
    return iter(sorted(found))


def carried_on(flow: Flow, source: Source) -> Iterator[Taken]:
    """The last report's own period as a row of the next one, after those that it had itself."""
    there = source.document.mall.field(source.path)
    last = (
        of_this_report(there, source.document, source.path) if there is not None and there.type == flow.type else None
    )
    if last is not None:
        told = (
            format_date(last.time.start),
            format_date(last.time.end),
            str(last.came),
            str(last.ended),
            str(last.left),
        )
        cells = dict(zip(COLUMNS, told, strict=True))
        yield from row_after(source.document, flow.periods, f"{flow.id} {last.time}", cells)


def period_bars(flow: Flow, at: Answer[Any]) -> Iterator[BarChart]:
    """Two bars a period: in and out; how many were left is told beside them."""
    own = of_this_report(flow, at.document, at.path)
    rows = before(at.document, flow.periods)  # a half-year is a part of the year that it is told in again
    told = [*(one for one in rows if own is None or one.time.end < own.time.start), *([own] if own else [])]
    smallest = at.form.settings.smallest_count or 0
    if len(told) < FEWEST or any(0 < count < smallest for one in told for count in one[1:]):
        return
    bars = []
    for one in told:
        bars.append(Bar(label=one.name, words=f"{one.came} in", parts=(Part(one.came, SOLID),)))
        bars.append(Bar(label="", words=f"{one.ended} ut, {one.left} aktiva", parts=(Part(one.ended, OPEN),)))
    yield BarChart(
        title="In och ut per period",
        bars=tuple(bars),
        key=((SOLID, "in"), (OPEN, "ut")),
        alt=" ".join(f"{one.name}: {one.came} in, {one.ended} ut, {one.left} aktiva." for one in told),
    )
