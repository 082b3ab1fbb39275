"""Who pays what, and the tidplan on an axis: drawings, each with its words, and a table of what the first one shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import groupby, pairwise

from ...core.charts import TimeBar, TimeChart, TimeRow, month_at
from ...core.unit import Unit
from .. import elements as e
from ..words import alone, share_words
from . import measure as m
from .bars import BESIDE
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
LOW, LANE = 220, 340
"""Heights of a row's bars: of an axis with many rows, and of others."""
MANY_ROWS = 12
THIN = 3175
X = Callable[[float], int]
"""Where a month of the axis is, in twentieths of a point from where it begins."""
LOOKS = {"phase": "solid", "gap": "hatch", "overlap": "hatch"}
DIAMOND = 160
CLOSE = '<w:spacing w:before="0" w:after="0"/>'
CENTERED, MIDDLE = '<w:jc w:val="center"/>', '<w:vAlign w:val="center"/>'


def time_axis(axis: e.TimeAxis, alt: str, pen: Pen) -> str:
    """Months across, what happens down: a table whose words are text, which every program shows, and a drawing of each row's bars.
    Empty to write in on a blank form."""
    chart = axis.chart
    if chart is None:
        return blank_axis(axis.rows, pen)
    first, last = int(month_at(chart.start)), int(month_at(chart.end)) + 1
    room = pen.width - pen.column

    def x(at: float) -> int:
        return round((at - first) * room / (last - first))

    units = units_of(first, last, x)
    made = scale(units, x, pen)
    for number, one in enumerate(chart.rows):
        told = alt if number == 0 else row_words(one, chart)
        high = LOW if len(chart.rows) > MANY_ROWS else LANE
        shapes = [Shape(0, 0, room, high), *rules(units, high, x), *(bar_shape(bar, high, x) for bar in one.bars)]
        days = sorted(set(chart.lokus)) if one.lokus else []
        shapes += (diamond(min(max(x(month_at(day)), DIAMOND // 2), room - DIAMOND // 2), high) for day in days)
        drawing = paragraph("Bild", pen.anchors.own(drawn(shapes, room, high, told, pen.drawing_id()), ""), CLOSE)
        under = paragraph("Tabellhuvud", pen.shown(", ".join(map(day_words, days)))) if days else ""
        line = border(bottom=6 if one is chart.rows[-1] else 2)
        label = paragraph("Tabelltext", pen.shown(one.label), f'<w:ind w:right="{BESIDE}"/>')
        cells = [cell(pen.column, label, line + MIDDLE), cell(room, drawing + under, line, span=len(units) - 1)]
        made.append(row(cells))
    widths = [pen.column, *(x(end) - x(start) for start, end in pairwise(units))]
    return grid(widths, made, "Normaltabell") + after_table()


def units_of(first: int, last: int, x: X) -> list[int]:
    """Where the columns begin, as months since year 0, and where the last one ends: months, quarters or years, as there is room for."""
    step = x(first + 1)
    every = 1 if step > 180 else 3 if step > 60 else 12
    return [first, *(at for at in range(first + 1, last) if at % every == 0), last]


def scale(units: list[int], x: X, pen: Pen) -> list[str]:
    """The years, and the months or quarters under them; years alone of an axis that is very long."""
    columns = [*pairwise(units)]
    years = [(year, [*inside]) for year, inside in groupby(columns, lambda column: column[0] // 12)]
    above = [
        cell(
            width,
            paragraph("Tabellhuvud", fitting([str(year), f"{year % 100:02}"], width, pen, "<w:b/>")),
            border(left=2),
            len(inside),
        )
        for year, inside in years
        if (width := x(inside[-1][1]) - x(inside[0][0]))
    ]
    below = [
        cell(width, paragraph("Tabellhuvud", fitting(names_of(start, end), width, pen), CENTERED), border(bottom=6))
        for start, end in columns
        if (width := x(end) - x(start))
    ]
    corner = [cell(pen.column, paragraph("Tabellhuvud"), border(bottom=6 * one)) for one in (0, 1)]
    return [row([corner[0], *above], head=True), row([corner[1], *below], head=True)]


def names_of(start: int, end: int) -> list[str]:
    """What a column can be called, the longest first."""
    month = start % 12
    if end - start == 1:
        return [MONTHS[month], MONTHS[month][0].upper()]
    return [f"kv {month // 3 + 1}", str(month // 3 + 1)] if end - start <= 3 and month % 3 == 0 else []


def fitting(names: Sequence[str], width: int, pen: Pen, look: str = "") -> str:
    """The first of some names that there is room for."""
    return pen.shown(next((one for one in names if m.width_of(one, 8.5) + 40 <= width), ""), look)


def rules(units: list[int], high: int, x: X) -> Iterator[Shape]:
    """A line down where a quarter begins."""
    yield from (Shape(x(at), 0, 0, high, line="down", weight=THIN) for at in units if at % 3 == 0)


def row_words(one: TimeRow, chart: TimeChart) -> str:
    """What the drawing of a row shows."""
    days = map(day_words, sorted(set(chart.lokus))) if one.lokus else (str(bar.span.period) for bar in one.bars)
    return f"{one.label or 'Utan namn'}: {', '.join(days)}"


def bar_shape(bar: TimeBar, high: int, x: X) -> Shape:
    """Phases are solid, the insats and wages open; days that none or two of the phases cover are hatched."""
    left, right = x(month_at(bar.span.start)), x(month_at(bar.span.end, end=True))
    tall = round(high * (0.68 if bar.look in ("phase", "overlap") else 0.52))
    return Shape(left, (high - tall) // 2, max(right - left, 40), tall, LOOKS.get(bar.look, "open"))


def diamond(at: int, high: int) -> Shape:
    return Shape(at - DIAMOND // 2, (high - DIAMOND) // 2, DIAMOND, DIAMOND, "solid", figure="diamond")


def day_words(day: date) -> str:
    return f"{day.day}\u00a0{MONTHS[day.month - 1]}"


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
