"""Pictures of bars on the page: where each part of core/bars.py stands in an SVG 600 units wide; and what a picture fetches again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flask import render_template, request
from flask.typing import ResponseReturnValue

from ..core.bars import HATCH, OPEN, SOLID, Bar, BarChart
from ..core.document import Document
from ..core.kinds.kind import question_at
from ..live.desk import Sheet
from .context import desk

WIDTH, EDGE, MARK = 600, 1, 4
"""The longest bar's length, the line inside a bar's edge, and the line across it."""
LOOKS = {SOLID: 0, HATCH: 1, OPEN: 2}
"""The look's place among those of templates/falt/_bars.html."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartShown:
    """A stretch of a bar, and the line inside its edge."""

    look: int
    x: float
    width: float
    inside_x: float
    inside_width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class BarShown:
    label: str
    words: str
    parts: tuple[PartShown, ...]
    mark: float | None
    """Where the line across it begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartShown:
    title: str
    bars: tuple[BarShown, ...]
    key: tuple[tuple[int, str], ...]
    """(look, what it stands for)."""
    mark_label: str
    alt: str


def chart_shown(chart: BarChart) -> ChartShown:
    return ChartShown(
        title=chart.title,
        bars=tuple(bar_shown(bar, chart.whole) for bar in chart.bars),
        key=tuple((LOOKS[look], label) for look, label in chart.key),
        mark_label=chart.mark_label,
        alt=chart.alt,
    )


def bar_shown(bar: Bar, whole: int) -> BarShown:
    mark = None if bar.mark is None else round(bar.mark * WIDTH / whole - MARK / 2, 1)
    return BarShown(label=bar.label, words=bar.words, parts=tuple(parts_shown(bar, whole)), mark=mark)


def parts_shown(bar: Bar, whole: int) -> Iterator[PartShown]:
    x = 0.0
    for part in bar.parts:
        if part.value:
            width = round(part.value * WIDTH / whole, 1)
            inside = round(max(width - 2 * EDGE, 0), 1)
            yield PartShown(look=LOOKS[part.look], x=x, width=width, inside_x=x + EDGE, inside_width=inside)
            x = round(x + width, 1)


def charts_at(document: Document, path: str) -> tuple[ChartShown, ...]:
    """The pictures of the answer at a path; none where there are none."""
    at = question_at(document, path)
    return tuple(map(chart_shown, at.field.bars(at))) if at else ()


def words_at(document: Document, path: str) -> tuple[str, ...]:
    """What the figures of the answer at a path say in sentences."""
    at = question_at(document, path)
    return tuple(at.field.in_words(at)) if at else ()


def say(draft_id: int) -> ResponseReturnValue:
    """The sentences that stand over a table, as they are now: `falt` = its path."""
    sheet: Sheet = desk().sheet(draft_id)
    return render_template("falt/_words_in.html", sentences=words_at(sheet.document, request.args.get("falt", "")))


def show(draft_id: int) -> ResponseReturnValue:
    """The pictures of an answer, as they are now: `falt` = its path."""
    sheet: Sheet = desk().sheet(draft_id)
    return render_template("falt/_bars_in.html", charts=charts_at(sheet.document, request.args.get("falt", "")))
