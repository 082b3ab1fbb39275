"""The pictures of a table of counts: how a whole is split, and kommun by kommun what came now and the period before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ...bars import BESIDE_EACH_OTHER, OPEN, SOLID, Bar, BarChart, Part
from ...figure import Sum
from ...reading import Reading
from ...unit import Unit, words
from ..figures import Figures, figures
from ..grid.parts import BEFORE, IN, CountColumn, CountLine
from ..kind import Answer, reading_of

if TYPE_CHECKING:
    from .definition import CountTable

FEWEST = 10
"""Shares of fewer people are no picture."""


def table_bars(table: CountTable, at: Answer[Any]) -> Iterator[BarChart]:
    known = figures(at.document)
    if table.percent == "column" and table.one_column:
        yield from split_bars(table, at, known)
    if table.column_bars:
        yield from column_bars(table, at, known)
    if table.columns_from and table.previous:
        for line in table.lines(at):
            if line.row is not None and line.row.role == IN:
                yield from line_bars(table, at, line)


def split_bars(table: CountTable, at: Answer[Any], known: Figures) -> Iterator[BarChart]:
    """One bar for each way to split the whole, cut into its rows."""
    (column,) = table.columns_of(at)
    groups = {group.id: group.label for group in table.groups}
    bars = []
    for group, lines in table.splitting(at):
        counts = [(line.label, known.sum(at.path, "rad", line.id), share_of(at, known, line, column)) for line in lines]
        if drawable(at, [count for _, count, _ in counts]):
            told = ", ".join(
                f"{label} {count.value} ({words(share.value, Unit.SHARE)})" for label, count, share in counts
            )
            parts = tuple(Part(max(count.value, 0), look_of(number)) for number, (_, count, _) in enumerate(counts))
            bars.append(Bar(label=groups.get(group, table.label), words=told, parts=parts))
    if bars:
        alt = ". ".join(f"{bar.label}: {bar.words}" for bar in bars)
        yield BarChart(title=f"{table.label}, fördelning", bars=tuple(bars), alt=f"{alt}.")


def column_bars(table: CountTable, at: Answer[Any], known: Figures) -> Iterator[BarChart]:
    """A bar a column, as long as its sum."""
    sums = [(column.label, known.sum(at.path, "kolumn", column.id)) for column in table.columns_of(at)]
    if drawable(at, [one for _, one in sums]):
        bars = tuple(
            Bar(label=label, words=str(one.value), parts=(Part(max(one.value, 0), SOLID),)) for label, one in sums
        )
        told = ", ".join(f"{label} {one.value}" for label, one in sums)
        yield BarChart(title=table.column_bars, bars=bars, alt=f"{table.column_bars}: {told}.")


def drawable(at: Answer[Any], counts: list[Sum]) -> bool:
    """Are they enough for a picture, all of them read, and none so small that it could point out a person?"""
    small = any(0 < one.value < (at.form.settings.smallest_count or 0) for one in counts)
    readable = not any(one.unread for one in counts)
    return sum(one.value for one in counts) >= FEWEST and readable and not small


def share_of(at: Answer[Any], known: Figures, line: CountLine, column: CountColumn) -> Sum:
    return known.sum(at.path, "andel", line.id, column.id)


def look_of(number: int) -> str:
    """The first part is solid, the others by turns: two that touch differ."""
    return BESIDE_EACH_OTHER[number % 2] if number else SOLID


def line_bars(table: CountTable, at: Answer[Any], line: CountLine) -> Iterator[BarChart]:
    """A thin bar a column, and one of the period before where anything is known of that."""
    known: list[tuple[str, int | None, int | None]] = []
    for column in table.columns_of(at):
        now, before = (
            count_at(reading_of(at.below(table.cell(line, column), line.id, column.id, *more)))
            for more in ((), (BEFORE,))
        )
        known += [(column.label, now, before)] if now is not None or before is not None else []
    compared = any(before is not None for _, _, before in known)
    bars, told = [], []
    for label, now, before in known:
        bars.append(Bar(label=label, words=str(now or 0), parts=(Part(max(now or 0, 0), SOLID),)))
        if compared:
            bars.append(Bar(label="", words=f"förra perioden {before or 0}", parts=(Part(max(before or 0, 0), OPEN),)))
        told.append(f"{label} {now or 0}{f' (förra perioden {before or 0})' if compared else ''}")
    if bars:
        key = ((SOLID, "nu"), (OPEN, "förra perioden")) if compared else ()
        yield BarChart(title=line.label, bars=tuple(bars), key=key, alt=f"{line.label}: {', '.join(told)}.")


def count_at(reading: Reading[int]) -> int | None:
    return reading.value
