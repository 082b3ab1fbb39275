"""The tidplan as a picture on the page: where each bar of core/charts.py stands in an SVG 720 units wide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...core.charts import TimeChart, month_at, time_chart
from ...core.dates import MONTHS, format_date_long
from ...core.document import Document
from ...core.reading import shortened

LEFT, RIGHT, TOP, ROW, UNDER = 180, 715, 56, 32, 8
"""The text column's end, the axis' end, where the rows begin, the height of a row, and the room under the last one."""
YEAR_TOP, MONTH_TOP = 12, 36
"""Where the line of a new year begins, and that of another month."""
BESIDE = 3
"""From a line to the words at its right."""
LONGEST_LABEL, CUT_LABEL = 21, 17
"""Characters of a row's name that there is room for, and to how many a longer one is cut."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    x: float
    width: float
    look: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row of the picture, its label shortened to what there is room for. `lokus`: with the LOKUS dates on it."""

    y: int
    words_y: int
    box_y: int
    mark_y: int
    """The top of the mark of a LOKUS date."""
    middle: int
    label: str
    boxes: tuple[Box, ...]
    lokus: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A month on the axis. `name` and `year` are empty where there is no room for words."""

    x: float
    top: int
    words_x: float
    name: str
    year: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimePicture:
    chart: TimeChart
    height: int
    foot: int
    """Where the lowest line is drawn."""
    lines: tuple[Line, ...]
    ticks: tuple[Tick, ...]
    days: tuple[tuple[float, str], ...]
    """The LOKUS dates."""

    @property
    def words(self) -> str:
        """What the picture shows, for who doesn't see it."""
        bars = (f"{box.words}." for line in self.lines for box in line.boxes)
        meetings = (f"LOKUS {day}." for _, day in self.days)
        return " ".join(("Insatstid, faser, LOKUS och löneperioder på en tidsaxel.", *bars, *meetings))


def time_picture(document: Document) -> TimePicture | None:
    """None while the document has no period to draw."""
    chart = time_chart(document)
    if chart is None:
        return None
    start, end = int(month_at(chart.start)), int(month_at(chart.end)) + 1
    step = (RIGHT - LEFT) / (end - start)

    def x(month: float) -> float:
        return round(LEFT + (month - start) * step, 1)

    lines = tuple(
        Line(
            y=y,
            words_y=y + 22,
            box_y=y + 8,
            mark_y=y + 9,
            middle=y + 16,
            label=row.label if len(row.label) <= LONGEST_LABEL else shortened(row.label, CUT_LABEL),
            lokus=row.lokus,
            boxes=tuple(
                Box(
                    x=x(month_at(bar.span.start)),
                    width=max(3.0, round(x(month_at(bar.span.end, end=True)) - x(month_at(bar.span.start)), 1)),
                    look=bar.look,
                    words=f"{bar.span.label}: {bar.span.period}",
                )
                for bar in row.bars
            ),
        )
        for y, row in zip(range(TOP, TOP + len(chart.rows) * ROW, ROW), chart.rows, strict=True)
    )
    foot = TOP + len(lines) * ROW
    return TimePicture(
        chart=chart,
        height=foot + UNDER,
        foot=foot,
        lines=lines,
        ticks=tuple(ticks(start, end, step)),
        days=tuple((x(month_at(day)), format_date_long(day)) for day in chart.lokus),
    )


def ticks(start: int, end: int, step: float) -> Iterator[Tick]:
    """Every month while there is room for it, else quarters, else years."""
    every = 1 if step > 20 else 3 if step > 6 else 12
    for month in range(start, end + 1):
        if month in (start, end) or month % every == 0:
            name = MONTHS[month % 12]
            shown = "" if month == end or every == 12 else name[:3] if step * every > 36 else name[0].upper()
            year = str(month // 12) if month != end and (month == start or month % 12 == 0) else ""
            room = min(12 - month % 12, end - month) * step > 48
            x, top = round(LEFT + (month - start) * step, 1), YEAR_TOP if year and room else MONTH_TOP
            yield Tick(x=x, top=top, words_x=round(x + BESIDE, 1), name=shown, year=year if room else "")
