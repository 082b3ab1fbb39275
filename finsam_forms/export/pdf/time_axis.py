"""The tidplan on a time axis. Black and white tells everything apart."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from reportlab.lib.colors import white
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from ...core.charts import TimeBar, TimeChart, TimeRow, month_at
from . import page as p
from .hatch import fill
from .structure import Node, continued
from .text import Labelled

MONTHS = ("jan", "feb", "mars", "apr", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec")
BLANK = (TimeRow(label="Insatstid"), TimeRow(label="LOKUS"))
MOST_LINES = 4
"""Of a label beside its row; a longer one is told under the picture."""
MONTH = p.style("month", 9, 10)
UNDER = p.style("under-axis", 8, 10, leftIndent=p.COL, spaceAfter=3)


class Lane(NamedTuple):
    """A row of the picture as it is drawn: its label in lines, its height, and the days of LOKUS that stand on it."""

    row: TimeRow
    label: list[str]
    height: float
    days: tuple[Day, ...] = ()


def time_axis(chart: TimeChart | None, alt: str, blank_rows: int = 0) -> list[Any]:
    """The picture, and under it the labels that there is no room for beside their rows. `alt`: what it says, in words."""
    rows = chart.rows if chart else BLANK + (TimeRow(label=""),) * blank_rows
    first, last = (int(month_at(chart.start)), int(month_at(chart.end)) + 1) if chart else (0, 12)
    axis = Axis(chart is None, first, last)
    low = p.LINE if chart and len(rows) > 12 else 3 * p.UNIT
    told: list[str] = []
    lines = []
    for row in rows:
        label = p.lines_of(row.label, p.CELL, p.COL - 4)
        if len(label) > MOST_LINES:
            told.append(f"({len(told) + 1}) {row.label}")
            label = [f"({len(told)})"]
        days = tuple(steps(sorted(set(chart.lokus)), axis)) if chart and row.lokus else ()
        height = max(low, 11 * len(label) + 4, STEP * (max((day.step for day in days), default=0) + 1) + 6)
        lines.append(Lane(row, label, height, days))
    return [TimeAxis(axis, lines, Node("Figure", alt=alt)), *(Labelled.make(p.tidy(text), UNDER) for text in told)]


class Axis(NamedTuple):
    """`first` and `last`: months since year 0."""

    blank: bool
    first: int
    last: int

    @property
    def month(self) -> float:
        """Points."""
        return float(p.TEXT / (self.last - self.first))

    def x(self, at: float) -> float:
        return float(p.COL + (at - self.first) * self.month)


STEP = 10
"""Points between days of LOKUS that stand over each other."""
MOST_STEPS = 4
"""A day that there is no room for has no words here: the days stand under the picture too."""


class Day(NamedTuple):
    """A day of LOKUS: the step that it stands on, and where its words begin, if it has any."""

    day: date
    step: int
    words_at: float | None


def steps(days: list[date], axis: Axis) -> Iterator[Day]:
    """Each day on the first step where it is not over another; its words to the left at the end of the axis."""
    ends = [0.0] * MOST_STEPS
    for day in days:
        x, wide = axis.x(month_at(day)), stringWidth(day_words(day), p.REG, 8)
        left = x + 8 + wide > p.WIDTH
        first, last = (x - 8 - wide, x + 6) if left else (x - 5, x + 10 + wide)
        step = next((step for step, end in enumerate(ends) if first >= end), None)
        if step is None:
            yield Day(day, 0, None)
            continue
        ends[step] = last
        yield Day(day, step, x - 6.5 - wide if left else x + 6.5)


def day_words(day: date) -> str:
    return f"{day.day}{p.NBSP}{MONTHS[day.month - 1]}"


class TimeAxis(Flowable):
    """Months across, the chart's rows down, LOKUS dates as dashed lines through them. Splits between rows."""

    AXIS = 3 * p.LINE
    whole = True

    def __init__(self, axis: Axis, lines: list[Lane], node: Node):
        super().__init__()
        self.at, self.lines, self.node = axis, lines, node
        self.nodes = (node,)
        self.spaceAfter = p.UNIT

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:
        self.width, self.height = aw, self.AXIS + sum(line.height for line in self.lines) + p.UNIT
        return self.width, self.height

    def split(self, aw: float, ah: float) -> list[Any]:
        fit, left = 0, ah - self.AXIS - p.UNIT
        while fit < len(self.lines) and self.lines[fit].height <= left:
            left -= self.lines[fit].height
            fit += 1
        if fit < 5 or fit >= len(self.lines):
            return []
        first = TimeAxis(self.at, self.lines[:fit], self.node)
        return [first, TimeAxis(self.at, self.lines[fit:], continued(self.node))]

    def draw(self) -> None:
        self.canv.begin_figure(self.node, (0, 0, self.width, self.height))
        self.draw_all()
        self.canv.end_figure()

    def draw_all(self) -> None:
        top, bottom = self.height - self.AXIS, p.UNIT
        p.rule(self.canv, 0, top, self.width, p.THIN, p.ACCENT)
        p.rule(self.canv, 0, bottom, self.width, p.THIN, p.ACCENT)
        self.months(top, bottom)
        y, days_at = top, None
        for line in self.lines:
            y -= line.height
            self.label(y, line)
            if line.row.lokus:
                days_at = (y, line)
                self.draw_lokus(y, bottom, line)
            for bar in line.row.bars:
                self.draw_bar(bar, y, line.height)
        if days_at is not None:
            self.draw_days(*days_at)

    def months(self, top: float, bottom: float) -> None:
        c, axis, step, blank = self.canv, self.at, self.at.month, self.at.blank
        every = 1 if step > 9 else 3 if step > 3 else 12
        for i in range(axis.first, axis.last + 1):
            x, month = axis.x(i), i % 12
            edge = i in (axis.first, axis.last)
            if not (edge or month % every == 0 or blank):
                continue
            year = (month == 0 or edge) and not blank
            c.setStrokeColor(p.INK)
            c.setLineWidth(0.6 if month == 0 and not edge else 0.25)
            low = bottom if month % 3 == 0 or edge or blank else top
            c.line(x, low, x, top + (2 * p.LINE if year else p.LINE * 0.8))
            if i == axis.last or blank:
                continue
            if every < 12 and month % every == 0:
                self.month_name(x + step * every / 2, top + 4.5, month, every)
            if (month == 0 or i == axis.first) and min(12 - month, axis.last - i) * step > 22:
                p.text_at(c, x + 3, top + p.LINE + 4.5, str(i // 12), p.BOLD, 9)

    def month_name(self, x: float, y: float, month: int, every: int) -> None:
        """Of a month, or of the quarter that begins there."""
        quarter = f"kv{p.NBSP}{month // 3 + 1}" if self.at.month * 3 > 24 else str(month // 3 + 1)
        name = quarter if every == 3 else MONTHS[month] if self.at.month > 22 else MONTHS[month][0].upper()
        p.text_at(self.canv, x, y, name, p.REG, MONTH.fontSize, anchor="center")

    def draw_bar(self, bar: TimeBar, y: float, high: float) -> None:
        """Phases are solid, the insats and wages open; days that none or two of the phases cover are hatched."""
        x1, x2 = self.at.x(month_at(bar.span.start)), self.at.x(month_at(bar.span.end, end=True))
        share = 0.52 if bar.look in ("phase", "overlap") else 0.4
        tall = min(high, 3 * p.UNIT) * share
        pattern = {"phase": "solid", "gap": "hatch", "overlap": "hatch"}.get(bar.look, "open")
        fill(self.canv, x1, y + (high - tall) / 2, max(x2 - x1, 2), tall, pattern)

    def draw_lokus(self, y: float, bottom: float, line: Lane) -> None:
        c = self.canv
        for day, step, _ in line.days:
            x = self.at.x(month_at(day))
            c.setStrokeColor(p.INK)
            c.setLineWidth(0.75)
            c.setDash(1.5, 2)
            c.line(x, bottom, x, self.step_at(y, line, step))
            c.setDash()

    def step_at(self, y: float, line: Lane, step: int) -> float:
        lowest = max(day.step for day in line.days)
        return y + line.height / 2 + STEP * (lowest / 2 - step)

    def draw_days(self, y: float, line: Lane) -> None:
        """The diamonds and days of LOKUS, over the bars."""
        c = self.canv
        for day, step, words_at in line.days:
            x, cy = self.at.x(month_at(day)), self.step_at(y, line, step)
            path = c.beginPath()
            path.moveTo(x, cy + 4)
            path.lineTo(x + 4, cy)
            path.lineTo(x, cy - 4)
            path.lineTo(x - 4, cy)
            path.close()
            c.setFillColor(p.INK)
            c.drawPath(path, stroke=0, fill=1)
            if words_at is not None:
                words = day_words(day)
                c.setFillColor(white)
                c.rect(words_at - 1, cy - 4, stringWidth(words, p.REG, 8) + 2, 8, stroke=0, fill=1)
                p.text_at(c, words_at, cy - 2.7, words, p.REG, 8)

    def label(self, y: float, line: Lane) -> None:
        baseline = y + line.height / 2 - 3.2 + 5.5 * (len(line.label) - 1)
        for number, words in enumerate(line.label):
            p.text_at(self.canv, 0, baseline - 11 * number, words, p.REG, 9.5)
        p.rule(self.canv, 0, y, self.width, 0.2)
