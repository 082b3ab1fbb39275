"""Bars that lie on their side, as drawings: what each is called to the left, what it says under it, what the looks stand for last."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.bars import Bar, BarChart
from . import measure as m
from .drawing import Shape, drawn
from .pen import Pen
from .xml import paragraph

HIGH, TITLE, WORDS, AIR = m.mm(4), 340, 260, 80
"""Of a bar, the title over them, a line of words under one, and the air under that."""
LETTERS_BESIDE, MARK = 24, 30
"""Letters of a label on a line beside its bar; the width of the line across one."""
BOX, KEY = 240, 320
MOST_BARS = 20
"""Of one drawing: a drawing can't go on on another page."""


def bar_chart(chart: BarChart, alt: str, pen: Pen) -> str:
    made = []
    for start in range(0, len(chart.bars), MOST_BARS):
        some = chart.bars[start : start + MOST_BARS]
        shapes, y = [], 0
        if start == 0:
            shapes.append(Shape(pen.column, 0, pen.width - pen.column, TITLE, words=chart.title, points=9.5, bold=True))
            y = TITLE
        for bar in some:
            shapes += lane(bar, y, chart.whole, pen)
            y += height_of(bar, pen)
        if start + MOST_BARS >= len(chart.bars):
            key = [*key_of(chart, y, pen)]
            shapes, y = shapes + key, y + (KEY if key else 0)
        words = alt if start == 0 else f"{chart.title} fortsätter."
        made.append(paragraph("Bild", pen.anchors.own(drawn(shapes, pen.width, y, words, pen.drawing_id()), "")))
    return "".join(made)


def lines_of(words: str, letters: int) -> int:
    return max(1, -(-len(words) // letters))


def letters_under(pen: Pen) -> int:
    """On a line under a bar."""
    return int((pen.width - pen.column) // 75)


def height_of(bar: Bar, pen: Pen) -> int:
    under = HIGH + WORDS * lines_of(bar.words, letters_under(pen))
    return max(WORDS * lines_of(bar.label, LETTERS_BESIDE), under) + AIR


def lane(bar: Bar, y: int, whole: int, pen: Pen) -> Iterator[Shape]:
    room, x = pen.width - pen.column, pen.column
    if bar.label:
        high = WORDS * lines_of(bar.label, LETTERS_BESIDE)
        yield Shape(0, y, pen.column - 100, high, words=bar.label, points=9)
    for part in bar.parts:
        wide = room * part.value // whole
        if wide:
            yield Shape(x, y, wide, HIGH, part.look)
            x += wide
    if bar.mark is not None:
        yield Shape(pen.column + room * bar.mark // whole - MARK // 2, y - 30, MARK, HIGH + 60, "solid")
    yield Shape(pen.column, y + HIGH, room, height_of(bar, pen) - HIGH, words=bar.words, points=8.5)


def key_of(chart: BarChart, y: int, pen: Pen) -> Iterator[Shape]:
    """What the looks stand for, side by side."""
    marks = [("", chart.mark_label)] if chart.mark_label else []
    x, wide = pen.column, (pen.width - pen.column) // max(1, len(chart.key) + len(marks))
    for look, label in (*chart.key, *marks):
        yield Shape(x, y + 40, BOX, 150, look) if look else Shape(x + BOX // 2, y + 30, MARK, 170, "solid")
        yield Shape(x + BOX + 80, y, wide - BOX - 80, KEY, words=label, points=8.5)
        x += wide
