"""Bars that lie on their side: what each is called to the left, what it says under it, and a line across where there is one."""

from __future__ import annotations

from typing import Any, NamedTuple

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from ...core.bars import Bar, BarChart
from . import page as p
from .hatch import fill
from .structure import Node, bullets, continued, item

HIGH = 4 * mm
WORDS = p.style("bar-words", 8.5, 10.5)
AIR = 5
"""Under the words of a bar."""
BOX, GAP = 12, 14
"""The box of a look in the key, and what parts two of them."""


class Drawn(NamedTuple):
    """A bar, and its words in lines."""

    bar: Bar
    label: list[str]
    words: list[str]

    @property
    def height(self) -> float:
        return float(max(12 * len(self.label), HIGH + 2 + WORDS.leading * len(self.words)) + AIR)


def bars(chart: BarChart, alt: str, width: float) -> list[Any]:
    """`alt`: what they say, in words."""
    room = width - p.COL
    drawn = [
        Drawn(bar, p.lines_of(bar.label, p.CELL, p.COL - 6), p.lines_of(bar.words, WORDS, room)) for bar in chart.bars
    ]
    found: list[Any] = [Bars(chart, drawn, Node("Figure", alt=alt), chart.title)]
    key = [*chart.key, *([("", chart.mark_label)] if chart.mark_label else [])]
    return [*found, Key(key, room)] if key else found


class Bars(Flowable):
    """Splits between bars."""

    whole = True

    def __init__(self, chart: BarChart, drawn: list[Drawn], node: Node, title: str = ""):
        super().__init__()
        self.chart, self.drawn, self.node, self.title = chart, drawn, node, title
        self.nodes = (node,)
        self.opens = bool(chart.key)
        self.spaceAfter = 0 if chart.key else p.UNIT
        self.beginning = self.top + sum(one.height for one in drawn[:1])

    @property
    def top(self) -> float:
        return 16.0 if self.title else 0.0

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:
        self.width, self.height = aw, self.top + sum(one.height for one in self.drawn)
        return self.width, self.height

    def split(self, aw: float, ah: float) -> list[Any]:
        fit, left = 0, ah - self.top
        while fit < len(self.drawn) and self.drawn[fit].height <= left:
            left -= self.drawn[fit].height
            fit += 1
        if not 0 < fit < len(self.drawn):
            return []
        first = Bars(self.chart, self.drawn[:fit], self.node, self.title)
        return [first, Bars(self.chart, self.drawn[fit:], continued(self.node))]

    def draw(self) -> None:
        self.canv.begin_figure(self.node, (0, 0, self.width, self.height))
        self.draw_all()
        self.canv.end_figure()

    def draw_all(self) -> None:
        y = self.height - self.top
        if self.title:
            p.text_at(self.canv, p.COL, y + 5, self.title, p.BOLD, 9.5)
        scale = (self.width - p.COL - 1) / self.chart.whole
        for one in self.drawn:
            self.bar(one, y, scale)
            y -= one.height

    def bar(self, one: Drawn, y: float, scale: float) -> None:
        c, x, low = self.canv, p.COL, y - HIGH
        for number, line in enumerate(one.label):
            p.text_at(c, 0, y - 9 - 12 * number, line, p.REG, 9.5)
        for part in one.bar.parts:
            if part.value:
                fill(c, x, low, part.value * scale, HIGH, part.look)
                x += part.value * scale
        if not any(part.value for part in one.bar.parts):
            p.rule(c, p.COL, low + HIGH / 2, p.COL + 4 * mm, p.THIN, p.ACCENT)
        if one.bar.mark is not None:
            mark(c, p.COL + one.bar.mark * scale, low - 2, HIGH + 4)
        for number, line in enumerate(one.words):
            p.text_at(c, p.COL, low - 9 - WORDS.leading * number, line, p.REG, WORDS.fontSize)


def mark(c: Any, x: float, y: float, high: float) -> None:
    """A line across a bar: black with white beside it, seen on every look."""
    c.saveState()
    c.setFillColorRGB(1, 1, 1)
    c.rect(x - 1.8, y, 3.6, high, stroke=0, fill=1)
    c.setFillColor(p.INK)
    c.rect(x - 0.7, y, 1.4, high, stroke=0, fill=1)
    c.restoreState()


class Key(Flowable):
    """What the looks stand for, side by side as far as there is room; a line for the mark, which has no look."""

    def __init__(self, key: list[tuple[str, str]], room: float):
        super().__init__()
        self.spaceAfter = p.UNIT
        self.lines: list[list[tuple[float, str, str, Node]]] = [[]]
        listed = bullets()
        self.nodes = (listed,)
        x = 0.0
        for look, label in key:
            wide = BOX + 5 + stringWidth(p.printable(label), p.REG, WORDS.fontSize) + GAP
            if x and x + wide - GAP > room:
                self.lines.append([])
                x = 0.0
            self.lines[-1].append((x, look, label, item(listed)[1]))
            x += wide

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:
        self.width, self.height = aw, 13.0 * len(self.lines)
        return self.width, self.height

    def draw(self) -> None:
        y = self.height - 10
        for line in self.lines:
            for x, look, label, node in line:
                if look:
                    fill(self.canv, p.COL + x, y - 1, BOX, 8, look)
                else:
                    mark(self.canv, p.COL + x + BOX / 2, y - 2, 10)
                p.text_at(self.canv, p.COL + x + BOX + 5, y, label, p.REG, WORDS.fontSize, node=node)
            y -= 13
