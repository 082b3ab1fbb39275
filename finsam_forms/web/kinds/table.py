"""A count table on the page: its rows, its cells, and its figures with the class that a message finds them by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, cast
from urllib.parse import urlencode

from ...core.kinds.grid.definition import CountGrid
from ...core.kinds.grid.parts import (
    BEFORE,
    COUNT,
    LABEL,
    OF_PART,
    PARTS,
    PERIOD,
    PRINTED_BEFORE,
    SINCE,
    TIME,
    TOTAL,
    CountColumn,
    CountLine,
)
from ...core.kinds.kind import Answer
from ...core.kinds.table.definition import CountTable
from ...core.kinds.yes_no_table import YES
from ...core.mall import mall_of
from ...core.per_year import problems_below
from ...core.reading import Problem
from ...core.roles import RAPPORTPERIOD
from ...live.desk import Sheet
from ..figures import FigureShown, figure_shown
from .shown import Shown

MANY = 6
"""With more columns than so they are scrolled, beside names that stay."""


class CellShown(NamedTuple):
    cell: Shown
    share: FigureShown | None
    before: Shown | None
    """What stood there in the report before."""


class PartShown(NamedTuple):
    id: str
    number: int
    name: Shown
    counted: Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class LineShown:
    id: str
    path: str
    label: str
    name: Shown | None
    """An input for its name; None for the form's own rows."""
    number: int
    """Its place among the rows of one's own, from 1."""
    since: Shown | None
    cells: tuple[CellShown, ...]
    sum: FigureShown | None
    parts: tuple[PartShown, ...] | None
    """What it is made of; None for a row that can't be told so."""
    problems: tuple[tuple[str, Problem], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupShown:
    label: str
    lines: tuple[LineShown, ...]
    own: bool
    """Do rows of one's own stand in it?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountPage:
    columns: tuple[CountColumn, ...]
    width: int
    """In columns of the page."""
    many: bool
    groups: tuple[GroupShown, ...]
    own_count: int
    totals: tuple[Shown, ...]
    """The typed total, per column or in all."""
    total: FigureShown | None
    """What those of the columns come to."""
    sums: tuple[tuple[FigureShown, bool], ...]
    """Those of the columns, then the whole; each with whether an empty column of shares stands after it."""
    lefts: tuple[FigureShown, ...]
    """What is left to split, per column or in all."""
    days: tuple[Shown, ...]
    as_reported: str
    """What the button fills in that takes the days of the report; empty where there is none."""
    shares: bool
    row_sums: bool
    awaits: str
    """What has to be filled in before there are any columns; empty when there are."""
    before_printed: tuple[tuple[str, str, bool], ...]
    """Whether what stood there in the report before is printed: (what is stored, what is said, is it so) of each answer; none where
    nothing is known of that."""


def count_page(at: Shown, sheet: Sheet) -> CountPage:
    table = cast(CountTable, at.field)
    columns, lines = table.columns_of(at), table.lines(at)
    row_sums = table.row_sum and not table.one_column
    shares = bool(table.percent)
    own = [line.id for line in lines if line.row is None]
    groups = tuple(
        GroupShown(
            label=label,
            lines=tuple(line_shown(at, table, line, columns, own, row_sums) for line in inside),
            own=bool(table.own_rows) and not label,
        )
        for label, inside in grouped(table, lines)
    )
    return CountPage(
        columns=columns,
        width=1 + len(columns) * (2 if shares else 1) + int(row_sums),
        many=len(columns) > MANY,
        groups=groups,
        own_count=len(own),
        totals=tuple(at.part(leaf, *steps) for leaf, steps in table.totals(columns)),
        total=figure_shown(at.document, f"{at.path}/{TOTAL}")
        if table.total_label and table.total_per and row_sums
        else None,
        sums=tuple(sums(at, table, columns, row_sums)) if table.column_sum else (),
        lefts=tuple(lefts(at, table, columns)),
        days=tuple(at.part(part, TIME, part.id) for part in PERIOD.fixed()) if table.period else (),
        as_reported=as_reported(at) if table.period else "",
        shares=shares,
        row_sums=row_sums,
        awaits="" if columns else elsewhere(at, table),
        before_printed=tuple(
            (one, one.capitalize(), (one == YES) == table.prints_before(at)) for one in PRINTED_BEFORE.options
        )
        if table.has_before(at)
        else (),
    )


def elsewhere(at: Shown, table: CountTable) -> str:
    """What the columns come from, as the list of sections or its label says it."""
    mall = mall_of(at.document)
    field, section = mall.field(table.columns_from), mall.section_of(table.columns_from)
    return (field.label if field else "") or (section.short if section else "")


def grouped(table: CountTable, lines: tuple[CountLine, ...]) -> Iterator[tuple[str, tuple[CountLine, ...]]]:
    """The rows that stand in no group first, then group by group under its name."""
    loose = tuple(line for line in lines if not line.group)
    if loose or table.own_rows:
        yield "", loose
    for group in table.groups:
        yield group.label, tuple(line for line in lines if line.group == group.id)


def line_shown(
    at: Shown, grid: CountGrid, line: CountLine, columns: tuple[CountColumn, ...], own: list[str], row_sums: bool
) -> LineShown:
    path = f"{at.path}/{line.id}"
    return LineShown(
        id=line.id,
        path=path,
        label=line.label,
        name=at.part(LABEL, line.id, LABEL.id) if line.row is None else None,
        number=own.index(line.id) + 1 if line.row is None else 0,
        since=at.part(SINCE, line.id, SINCE.id, label=f"{line.label}, räknat sedan") if line.says_since else None,
        cells=tuple(cell_shown(at, grid, line, column) for column in columns),
        sum=figure_shown(at.document, f"{at.path}/rad/{line.id}") if row_sums else None,
        parts=tuple(parts_of(at, line)) if line.has_parts else None,
        problems=tuple(problems_below(at.document, path)),
    )


def cell_shown(at: Shown, grid: CountGrid, line: CountLine, column: CountColumn) -> CellShown:
    key = f"{at.path}/andel/{line.id}/{column.id}"
    share = figure_shown(at.document, key) if isinstance(grid, CountTable) and grid.percent else None
    before = at.part(grid.before(line, column), line.id, column.id, BEFORE) if grid.previous else None
    return CellShown(at.part(grid.cell(line, column), line.id, column.id), share, before)


def parts_of(at: Shown, line: CountLine) -> Iterator[PartShown]:
    for number, part in enumerate(at.rows(line.id, PARTS), 1):
        label, count = (
            at.part(
                OF_PART[one], line.id, PARTS, part, one, label=f"{line.label}, varav {number}, {OF_PART[one].label}"
            )
            for one in (LABEL.id, COUNT)
        )
        yield PartShown(part, number, label, count)


def sums(
    at: Shown, table: CountTable, columns: tuple[CountColumn, ...], row_sums: bool
) -> Iterator[tuple[FigureShown, bool]]:
    alone = table.one_column and not table.columns_from
    for column in columns:
        yield figure_shown(at.document, f"{at.path}/{'alla' if alone else f'kolumn/{column.id}'}"), bool(table.percent)
    if row_sums:
        yield figure_shown(at.document, f"{at.path}/alla"), False


def lefts(at: Shown, table: CountTable, columns: tuple[CountColumn, ...]) -> Iterator[FigureShown]:
    if table.total_per:
        yield from (figure_shown(at.document, f"{at.path}/kvar/{column.id}") for column in columns)
    elif table.total or table.total_label:
        yield figure_shown(at.document, f"{at.path}/kvar")


def as_reported(at: Answer[CountTable] | Shown) -> str:
    field = at.form.of_role(RAPPORTPERIOD)
    days = [part.id for part in PERIOD.fixed()]
    known = {f"{at.path}/{TIME}/{day}": at.document.text(f"{field.id}/{day}") for day in days} if field else {}
    return urlencode(known) if all(known.values()) else ""
