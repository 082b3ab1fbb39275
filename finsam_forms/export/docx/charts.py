"""Who pays what, and the tidplan on an axis: drawings, each with its words, and a table of what the first one shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from ...core.charts import TimeBar, TimeChart, TimeRow, month_at
from ...core.unit import Unit
from .. import elements as e
from ..words import alone, share_words
from . import measure as m
from .drawing import Shape, drawn
from .pen import Pen
from .rows import after_table, border, cell, grid, row
from .tables import legend
from .xml import paragraph

SIGNS = {"solid": "■", "hatch": "▨", "open": "□"}
HIGH = m.mm(8)


def pay_chart(chart: e.PayChart, alt: str, pen: Pen) -> str:
    """One bar, and what its parts are called and come to."""
    room = pen.width - pen.column
    total = sum(part.kronor for part in chart.parts) or 1
    shapes, at, rows = [], 0, []
    for part in chart.parts:
        wide = room * part.kronor // total
        said, share = alone(part.label), share_words(part.share)
        words = f"{said} {share}"
        fits = part.pattern == "solid" and m.width_of(words, 9.5) + 200 < wide
        shapes.append(Shape(at, 0, wide, HIGH, part.pattern, f" {words}" if fits else "", 9.5, bold=True, white=True))
        at += wide
        rows.append((SIGNS[part.pattern], said, alone(e.Cell(part.kronor, Unit.KRONOR), chart.amounts), share))
    indent = f'<w:keepNext/><w:ind w:left="{pen.column}"/>'
    bar = drawn(shapes, room, HIGH, alt, pen.drawing_id())
    return paragraph("Bild", pen.anchors.own(bar, ""), indent) + legend(rows, pen)


MONTHS = ("jan", "feb", "mars", "apr", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec")
YEAR_HIGH, MONTH_HIGH, LOW, LANE = 300, 280, 300, 440
"""Heights of the heads and of a row that is low or not."""
MOST_LANES = 24
"""Rows of one drawing: a drawing can't go on on another page."""
LINE, LETTERS = 230, 28
"""Of a label: the height of a line, and about so many characters in it."""
THIN = 3175
X = Callable[[float], int]
"""Where a month of the axis is, in twentieths of a point."""
LOOKS = {"phase": "solid", "gap": "hatch", "overlap": "hatch"}
STEP = 220
"""Between days of LOKUS that stand over each other."""


def time_axis(axis: e.TimeAxis, alt: str, pen: Pen) -> str:
    """Months across, what happens down. Empty to write in on a blank form."""
    chart = axis.chart
    if chart is None:
        return blank_axis(axis.rows, pen)
    rows = chart.rows
    made = []
    for start in range(0, len(rows), MOST_LANES):
        some = rows[start : start + MOST_LANES]
        shapes, high = lanes(chart, some, pen)
        words = alt if start == 0 else "Tidsaxeln fortsätter."
        made.append(paragraph("Bild", pen.anchors.own(drawn(shapes, pen.width, high, words, pen.drawing_id()), "")))
    return "".join(made)


def lanes(chart: TimeChart, rows: Sequence[TimeRow], pen: Pen) -> tuple[list[Shape], int]:
    """The shapes of some rows, and their height."""
    first, last = int(month_at(chart.start)), int(month_at(chart.end)) + 1
    step = (pen.width - pen.column) / (last - first)

    def x(at: float) -> int:
        return pen.column + round((at - first) * step)

    top = YEAR_HIGH + MONTH_HIGH
    steps = days_in_steps(chart.lokus, x) if any(one.lokus for one in rows) else []
    low = LOW if len(rows) > 12 else LANE
    heights = [
        max(low, LINE * -(-len(one.label) // LETTERS) + 80, STEP * (1 + max((n for _, n in steps), default=0)) + 120)
        if one.lokus
        else max(low, LINE * -(-len(one.label) // LETTERS) + 80)
        for one in rows
    ]
    bottom = top + sum(heights)
    shapes = [*scale(first, last, top, bottom, x)]
    y = top
    for one, high in zip(rows, heights, strict=True):
        shapes.append(Shape(0, y, pen.column - 80, high, words=one.label, points=9))
        shapes += (bar_shape(bar, y, high, x) for bar in one.bars)
        if one.lokus:
            shapes += lokus_shapes(steps, y, bottom, pen.width, x)
        y += high
        shapes.append(Shape(0, y, pen.width, 0, line="across", weight=9525 if y == bottom else THIN))
    return shapes, bottom


def scale(first: int, last: int, top: int, bottom: int, x: X) -> Iterator[Shape]:
    """The months or quarters, and the years over them."""
    step = x(first + 1) - x(first)
    every = 1 if step > 180 else 3 if step > 60 else 12
    for at in range(first, last + 1):
        month, edge = at % 12, at in (first, last)
        if not (edge or month % every == 0):
            continue
        up = 0 if month == 0 or edge else YEAR_HIGH
        low = bottom if month % 3 == 0 or edge else top
        yield Shape(x(at), up, 0, low - up, line="down", weight=THIN)
        if at == last:
            continue
        if every < 12 and month % every == 0:
            name = MONTHS[month] if step > 440 else MONTHS[month][0].upper()
            name = f"kv {month // 3 + 1}" if every == 3 else name
            yield Shape(x(at), YEAR_HIGH, step * every, MONTH_HIGH, words=name, points=8, middle=True)
        months = min(12 - month, last - at)
        if (month == 0 or at == first) and months * step > 440:
            yield Shape(x(at) + 60, 0, months * step - 60, YEAR_HIGH, words=str(at // 12), points=9, bold=True)
    yield Shape(0, top, x(last), 0, line="across")


def bar_shape(bar: TimeBar, y: int, high: int, x: X) -> Shape:
    """Phases are solid, the insats and wages open; days that none or two of the phases cover are hatched."""
    left, right = x(month_at(bar.span.start)), x(month_at(bar.span.end, end=True))
    tall = round(min(high, LANE) * (0.52 if bar.look in ("phase", "overlap") else 0.4))
    return Shape(left, y + (high - tall) // 2, max(right - left, 40), tall, LOOKS.get(bar.look, "open"))


MOST_STEPS = 4


def days_in_steps(days: Sequence[date], x: X) -> list[tuple[date, int]]:
    """Each day on the first step where it is not over another; one that there is no room for stands under the picture."""
    ends, found = [0] * MOST_STEPS, []
    for day in sorted(set(days)):
        at = x(month_at(day))
        step = next((number for number, end in enumerate(ends) if at > end), None)
        if step is not None:
            ends[step] = at + 240 + m.width_of(day_words(day), 8)
            found.append((day, step))
    return found


def day_words(day: date) -> str:
    return f"{day.day}\u00a0{MONTHS[day.month - 1]}"


def lokus_shapes(steps: list[tuple[date, int]], y: int, bottom: int, width: int, x: X) -> Iterator[Shape]:
    """A diamond and the day in words, and a line down through the rows."""
    for day, step in steps:
        at, top = x(month_at(day)), y + 60 + STEP * step
        wide = m.width_of(day_words(day), 8) + 80
        left = at - 110 - wide if at + 110 + wide > width else at + 110
        yield Shape(at, top + 80, 0, bottom - top - 80, line="down", weight=THIN)
        yield Shape(at - 80, top, 160, 160, "solid", figure="diamond")
        yield Shape(left, top - 20, wide, 200, words=day_words(day), points=8)


def blank_axis(rows: int, pen: Pen) -> str:
    """A table to draw the tidplan in, month for month."""
    wide = (pen.width - pen.column) // 12
    widths = [pen.width - 12 * wide, *[wide] * 12]
    lines = border(top=2, left=2, bottom=2, right=2)
    labels = ["Insatstid", "LOKUS", *[""] * rows]
    head = paragraph("Tabellhuvud", pen.fixed("Månad"))
    made = [
        row(
            [cell(widths[0], head, lines), *(cell(one, paragraph("Tabellhuvud"), lines) for one in widths[1:])],
            head=True,
        )
    ]
    for label in labels:
        first = cell(widths[0], paragraph("Tabelltext", pen.fixed(label)), lines)
        empty = (cell(one, paragraph("Tabelltext"), lines) for one in widths[1:])
        made.append(row([first, *empty], height=m.mm(8)))
    return grid(widths, made, "Finsamtabell") + after_table()
