"""The tidplan as a picture, with the days of LOKUS under it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...core.charts import TimeChart, time_chart
from ...core.dates import format_date
from ...core.kinds.kind import Answer, lokus_dates
from .. import elements as e
from ..paper import Paper

EMPTY_ROWS = 5
LOOKS = {"gap": "ingen fas", "overlap": "två faser samtidigt"}


def elements(at: Answer[Any], paper: Paper) -> Iterator[e.Element]:
    if paper.blank:
        yield e.Picture(e.TimeAxis(None, EMPTY_ROWS), "En tidsaxel att rita på, månad för månad.", at.path)
        return
    chart = time_chart(paper.document) if paper.texts else None
    yield e.Picture(e.TimeAxis(chart), in_words(chart), at.path)
    if chart and chart.notes:
        yield e.Note(" ".join(chart.notes), at.path)
    days = ", ".join(format_date(day) for day in lokus_dates(paper.document))
    if days:
        yield e.Note(f"LOKUS behandlar insatsen {days}.", at.path)


def in_words(chart: TimeChart | None) -> str:
    """What the picture shows, line by line."""
    if chart is None:
        return "Tidsaxeln är tom: insatstiden och faserna har inga datum än."
    lines = [
        f"{row.label or 'Utan namn'}: "
        + ", ".join(f"{bar.span.period}{f' ({LOOKS[bar.look]})' if bar.look in LOOKS else ''}" for bar in row.bars)
        for row in chart.rows
        if row.bars
    ]
    days = [f"LOKUS: {', '.join(format_date(day) for day in chart.lokus)}"] if chart.lokus else []
    return f"Tidsaxel. {'. '.join([*lines, *days])}."
