"""Bars that lie on their side: a drawing each in a table without lines, with what it is called to the left and what it says under it as
text, which every program shows; what the looks stand for last."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.bars import HATCH, OPEN, SOLID, Bar, BarChart
from . import measure as m
from .drawing import Shape, drawn
from .pen import Pen
from .rows import after_table, cell, grid, row
from .xml import paragraph

HIGH, OVER, MARK = m.mm(4), 30, 30
"""Of a bar; how far the line across one stands out over and under it; the width of that line."""
BESIDE = 100
"""Between what a bar is called and the bar."""
SIGNS = {SOLID: "■", HATCH: "▨", OPEN: "□"}
LINE = "│"
CLOSE = '<w:keepNext/><w:spacing w:before="0" w:after="0"/>'
SMALL = '<w:sz w:val="17"/><w:szCs w:val="17"/>'


def bar_chart(chart: BarChart, alt: str, pen: Pen) -> str:
    wide = [pen.column, pen.width - pen.column]
    rows = []
    for number, bar in enumerate(chart.bars):
        told = alt if number == 0 else f"{bar.label}: {bar.words}".removeprefix(": ")
        bare = drawn([*shapes(bar, chart.whole, wide[1])], wide[1], HIGH + 2 * OVER, told, pen.drawing_id())
        words = paragraph("Tabelltext", pen.shown(bar.words, SMALL), "<w:keepNext/>")
        rows.append(line(wide, pen.shown(bar.label), paragraph("Bild", pen.anchors.own(bare, ""), CLOSE) + words))
    key = "   ".join(key_of(chart))
    if key:
        rows.append(line(wide, "", paragraph("Tabelltext", pen.shown(key, SMALL))))
    name = paragraph(
        "Tabellnamn", pen.shown(chart.title), f'<w:spacing w:before="120" w:after="40"/><w:ind w:left="{pen.column}"/>'
    )
    return name + grid(wide, rows, "Normaltabell") + after_table()


def line(wide: list[int], label: str, inside: str) -> str:
    cells = (paragraph("Tabelltext", label, f'<w:keepNext/><w:ind w:right="{BESIDE}"/>'), inside)
    return row(cell(width, one) for width, one in zip(wide, cells, strict=True))


def shapes(bar: Bar, whole: int, room: int) -> Iterator[Shape]:
    yield Shape(0, 0, room, HIGH + 2 * OVER)  # a group is as large as what is in it, to LibreOffice
    x = 0
    for part in bar.parts:
        wide = room * part.value // whole
        if wide:
            yield Shape(x, OVER, wide, HIGH, part.look)
            x += wide
    if bar.mark is not None:
        yield Shape(min(max(room * bar.mark // whole - MARK // 2, 0), room - MARK), 0, MARK, HIGH + 2 * OVER, SOLID)


def key_of(chart: BarChart) -> Iterator[str]:
    """What the looks stand for, and the line across."""
    yield from (f"{SIGNS[look]} {label}" for look, label in chart.key)
    if chart.mark_label:
        yield f"{LINE} {chart.mark_label}"
