"""The two pictures: the tidplan on a time axis, and who pays what. Black and white tells everything apart."""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import white
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from ...core.charts import TimeBar, TimeChart, TimeRow, month_at
from ...core.unit import Unit
from .. import elements as e
from ..words import alone, share_words
from . import page as p

MONTHS = ("jan", "feb", "mars", "apr", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec")


BLANK = (TimeRow(label="Insatstid"), TimeRow(label="LOKUS"))


class TimeAxis(Flowable):
    """Months across, the chart's rows down, LOKUS dates as dashed lines through them. Splits between rows."""

    AXIS = 3 * p.LINE

    def __init__(
        self, chart: TimeChart | None, blank_rows: int = 0, part: tuple[tuple[TimeRow, ...], float] | None = None
    ):
        """`part`: some of the chart's rows, and their height."""
        super().__init__()
        self.chart = chart
        whole = chart.rows if chart and part is None else BLANK + (TimeRow(label=""),) * blank_rows
        self.rows, self.row = part or (whole, p.LINE if chart and len(whole) > 12 else 3 * p.UNIT)
        self.start, self.end = (int(month_at(chart.start)), int(month_at(chart.end)) + 1) if chart else (0, 12)
        self.spaceAfter = p.UNIT

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:
        self.width, self.height = aw, self.AXIS + len(self.rows) * self.row + p.UNIT
        return self.width, self.height

    def split(self, aw: float, ah: float) -> list[Any]:
        fit = int((ah - self.AXIS - p.UNIT) // self.row)
        if fit < 5 or fit >= len(self.rows):
            return []
        return [TimeAxis(self.chart, part=(rows, self.row)) for rows in (self.rows[:fit], self.rows[fit:])]

    def x(self, at: float) -> float:
        return float(p.COL + (at - self.start) * p.TEXT / (self.end - self.start))

    def draw(self) -> None:
        top, bottom = self.height - self.AXIS, p.UNIT
        p.rule(self.canv, 0, top, self.width, p.THIN, p.ACCENT)
        p.rule(self.canv, 0, bottom, self.width, p.THIN, p.ACCENT)
        self.axis(top, bottom)
        days_at = None
        for number, row in enumerate(self.rows, 1):
            y = top - number * self.row
            self.label(y, row.label)
            if row.lokus:
                days_at = y
                self.draw_lokus(y, bottom)
            for bar in row.bars:
                self.draw_bar(bar, y)
        if days_at is not None:
            self.draw_dates(days_at)

    def axis(self, top: float, bottom: float) -> None:
        c, step, blank = self.canv, p.TEXT / (self.end - self.start), self.chart is None
        every = 1 if step > 8 else 3 if step > 2.5 else 12
        for i in range(self.start, self.end + 1):
            x, month = p.COL + (i - self.start) * step, i % 12
            edge = i in (self.start, self.end)
            if not (edge or month % every == 0 or blank):
                continue
            year = (month == 0 or edge) and not blank
            c.setStrokeColor(p.INK)
            c.setLineWidth(0.6 if month == 0 and not edge else 0.25)
            c.line(
                x, bottom if month % 3 == 0 or edge or blank else top, x, top + (2 * p.LINE if year else p.LINE * 0.8)
            )
            if i == self.end or blank:
                continue
            if every < 12:
                name = MONTHS[month] if step > 22 else MONTHS[month][0].upper()
                p.text_at(c, x + step * (every if every > 1 else 1) / 2, top + 4.5, name, p.REG, 8, anchor="center")
            if (month == 0 or i == self.start) and min(12 - month, self.end - i) * step > 20:
                p.text_at(c, x + 3, top + p.LINE + 4.5, str(i // 12), p.BOLD, 8)

    def draw_bar(self, bar: TimeBar, y: float) -> None:
        """Phases are solid, the insats and wages open; days that none or two of the phases cover are hatched."""
        x1, x2 = self.x(month_at(bar.span.start)), self.x(month_at(bar.span.end, end=True))
        low, wide = 0.24 if bar.look in ("phase", "overlap") else 0.3, max(x2 - x1, 2)
        high = 1 - 2 * low
        pattern = {"phase": "solid", "gap": "hatch", "overlap": "hatch"}.get(bar.look, "open")
        fill(self.canv, x1, y + self.row * low, wide, self.row * high, pattern)

    def draw_lokus(self, y: float, bottom: float) -> None:
        for day in self.chart.lokus if self.chart else ():
            x = self.x(month_at(day))
            self.canv.setStrokeColor(p.INK)
            self.canv.setLineWidth(0.75)
            self.canv.setDash(1.5, 2)
            self.canv.line(x, bottom, x, y + self.row / 2)
            self.canv.setDash()

    def draw_dates(self, y: float) -> None:
        """The diamonds and days of LOKUS, over the bars."""
        assert self.chart is not None
        c, days = self.canv, self.chart.lokus
        for number, day in enumerate(days):
            x, cy = self.x(month_at(day)), y + self.row / 2
            following = self.x(month_at(days[number + 1])) if number + 1 < len(days) else self.width + 8
            path = c.beginPath()
            path.moveTo(x, cy + 4)
            path.lineTo(x + 4, cy)
            path.lineTo(x, cy - 4)
            path.lineTo(x - 4, cy)
            path.close()
            c.setFillColor(p.INK)
            c.drawPath(path, stroke=0, fill=1)
            words = f"{day.day}{p.NBSP}{MONTHS[day.month - 1]}"
            wide = stringWidth(words, p.REG, 8)
            if following - x > wide + 12:
                c.setFillColor(white)
                c.rect(x + 5.5, cy - 4, wide + 2, 8, stroke=0, fill=1)
                p.text_at(c, x + 6.5, cy - 2.7, words, p.REG, 8)

    def label(self, y: float, text: str) -> None:
        st = p.style("phase-label", 9.5, 12)
        lines = simpleSplit(p.break_long(p.clipped(text, 120), st, p.COL - 4), p.REG, 9.5, p.COL - 4) or [""]
        words = lines[0] if len(lines) == 1 else lines[0].rstrip() + " …"
        p.text_at(self.canv, 0, y + self.row / 2 - 3.2, words, p.REG, 9.5)
        p.rule(self.canv, 0, y, self.width, 0.2)


def fill(c: Any, x: float, y: float, w: float, h: float, pattern: str) -> None:
    """A box that is solid, hatched or open. `c`: the canvas."""
    c.saveState()
    c.setStrokeColor(p.ACCENT)
    c.setFillColor(p.ACCENT if pattern == "solid" else white)
    c.setLineWidth(0.75)
    c.rect(x, y, w, h, stroke=1, fill=1)
    if pattern == "hatch":
        clip = c.beginPath()
        clip.rect(x, y, w, h)
        c.clipPath(clip, stroke=0)
        c.setLineWidth(0.9)
        at = x - h
        while at < x + w:
            c.line(at, y, at + h, y + h)
            at += 3.2
    c.restoreState()


class PayBar(Flowable):
    """One bar: solid, hatched and open parts; a legend with amounts and shares."""

    H = 8 * mm

    def __init__(self, chart: e.PayChart):
        super().__init__()
        self.parts, self.amounts = chart.parts, chart.amounts
        self.total = sum(part.kronor for part in chart.parts) or 1
        self.spaceAfter = p.UNIT

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:
        st = p.style("legend", 9.5, 12)
        room = p.TEXT - 18 - 44 * mm
        self.names = [
            p.at_most(simpleSplit(p.break_long(p.clipped(part.label), st, room), p.REG, 9.5, room), 3) or [""]
            for part in self.parts
        ]
        self.width, self.height = aw, self.H + p.LINE + sum(18 + 12 * (len(lines) - 1) for lines in self.names)
        return self.width, self.height

    def draw(self) -> None:
        c, x, y = self.canv, p.COL, self.height - self.H
        for part in self.parts:
            w = p.TEXT * part.kronor / self.total
            fill(c, x, y, w, self.H, part.pattern)
            words = f"{part.label} {share_words(part.share)}"
            if part.pattern == "solid" and w > stringWidth(words, p.BOLD, 9.5) + 12:
                p.text_at(c, x + 6, y + self.H / 2 - 3.3, words, p.BOLD, 9.5, color=white)
            x += w
        y -= p.LINE * 1.4
        for lines, part in zip(self.names, self.parts, strict=True):
            fill(c, p.COL, y - 1.5, 12, 9, part.pattern)
            for number, line in enumerate(lines):
                p.text_at(c, p.COL + 18, y - 12 * number, line, p.REG, 9.5)
            p.text_at(
                c,
                p.COL + p.TEXT - 14 * mm,
                y,
                alone(e.Cell(part.kronor, Unit.KRONOR), self.amounts),
                p.REG,
                9.5,
                anchor="right",
            )
            p.text_at(c, p.COL + p.TEXT, y, share_words(part.share), p.REG, 9.5, anchor="right")
            y -= 18 + 12 * (len(lines) - 1)
