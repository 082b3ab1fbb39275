"""A grid of counts in the exchange format.

`{"kommun": {"antal": 25, "forra": {"antal": 19}, "tid": "maj 2016", "varav": [{"id", "benamning", "antal"}]}, "rader": [{"id", "benamning",
"antal"}], "totalt": 57, "tid": {"start", "slut"}, "forra_skrivs": "ja"}`. Columns that are rows or years elsewhere stand by name under
`antal`, as parties do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ...row_id import ROW_ID_SCHEMA
from ..group import parts_from_json, schema_of_parts
from ..intake import Intake
from ..kind import Answer, Kind
from ..rows import take_rows
from .parts import (
    BEFORE,
    COUNT,
    LABEL,
    OF_PART,
    OWN,
    PARTS,
    PERIOD,
    PRINTED_BEFORE,
    SINCE,
    TIME,
    CountLine,
    CountRow,
    count_leaf,
)

if TYPE_CHECKING:
    from .definition import CountGrid

Names = Mapping[str, str]
"""Column → what it is called in a file."""
PART_LEAVES: tuple[Kind, ...] = (LABEL, OF_PART[COUNT])
CELL = {"type": ["integer", "string"]}


def names_in_file(grid: CountGrid, at: Answer[Any]) -> Names:
    if not grid.columns_from:
        return {one.id: one.id for one in grid.columns_of(at)}
    given = grid.given_by(at.form)
    return given.names_in_file(given.answer(at.document)) if given else {}


def grid_to_json(grid: CountGrid, at: Answer[Any]) -> Any:
    names = names_in_file(grid, at)
    found: dict[str, Any] = {}
    own: list[dict[str, Any]] = []
    for line in grid.lines(at):
        row = {key: value for key, value in row_json(grid, at, line, names) if value not in (None, "", {}, [])}
        if line.row is None:
            own.append({"id": line.id} | row)
        elif row:
            found[line.id] = row
    totals = {steps[1:]: at.below(leaf, *steps).json() for leaf, steps in grid.totals(grid.columns_of(at))}
    by_name = {names[steps[0]]: value for steps, value in totals.items() if steps and value is not None}
    found |= {OWN: own} if own else {}
    found |= {grid.whole_step: by_name or totals.get(())} if by_name or totals.get(()) is not None else {}
    time = at.below(PERIOD, TIME).json() if grid.period else None
    before = at.below(PRINTED_BEFORE, PRINTED_BEFORE.id).json() if grid.previous else None
    return (found | ({TIME: time} if time else {}) | ({PRINTED_BEFORE.id: before} if before else {})) or None


def row_json(grid: CountGrid, at: Answer[Any], line: CountLine, names: Names) -> Iterator[tuple[str, Any]]:
    if line.row is None:
        yield LABEL.id, at.text(line.id, LABEL.id)
    yield from cells_out(grid, counts(at, line, names, ()))
    yield BEFORE, dict(counts(at, line, names, (BEFORE,))) if grid.previous else None
    if line.says_since:
        yield SINCE.id, at.text(line.id, SINCE.id)
    if line.has_parts:
        rows = (at.below(LABEL, line.id, PARTS, part) for part in at.rows(line.id, PARTS))
        yield PARTS, [{"id": one.path.rpartition("/")[2]} | filled(one) for one in rows]


def filled(part: Answer[Any]) -> dict[str, Any]:
    found = ((leaf.id, part.below(leaf, leaf.id).json()) for leaf in PART_LEAVES)
    return {key: value for key, value in found if value is not None}


def counts(at: Answer[Any], line: CountLine, names: Names, more: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    for column, name in names.items():
        value = at.below(count_leaf(column, ""), line.id, column, *more).json()
        if value is not None:
            yield name, value


def cells_out(grid: CountGrid, cells: Iterator[tuple[str, Any]]) -> Iterator[tuple[str, Any]]:
    """Under their own ids, or by name under `antal`: a kommun can be called anything."""
    if grid.columns_from:
        yield COUNT, dict(cells)
    else:
        yield from cells


def grid_from_json(grid: CountGrid, data: Any, path: str, intake: Intake) -> None:
    fixed = {row.id: row for row in grid.form_rows}
    more = {OWN} if grid.own_rows else set()
    more |= ({grid.whole_step} if grid.whole_label else set()) | ({TIME} if grid.period else set())
    more |= {PRINTED_BEFORE.id} if grid.previous else set()
    if not intake.known_keys(data, path, fixed.keys() | more):
        return
    columns = columns_in_file(grid, intake)
    for row, line in fixed.items():
        if row in data:
            row_from_json(grid, line, data[row], f"{path}/{row}", columns, intake)
    if OWN in data:
        rows_from_json(grid, data[OWN], path, columns, intake)
    if TIME in data and grid.period:
        PERIOD.from_json(data[TIME], f"{path}/{TIME}", intake)
    if PRINTED_BEFORE.id in data and grid.previous:
        PRINTED_BEFORE.from_json(data[PRINTED_BEFORE.id], f"{path}/{PRINTED_BEFORE.id}", intake)
    if grid.whole_step in data and grid.whole_label:
        if grid.whole_by_column:
            cells_from_json(data[grid.whole_step], f"{path}/{grid.whole_step}", columns, intake)
        else:
            count_leaf(grid.whole_step, "").from_json(data[grid.whole_step], f"{path}/{grid.whole_step}", intake)


def columns_in_file(grid: CountGrid, intake: Intake) -> Names:
    """What a column is called in the file → its id."""
    if not grid.columns_from:
        return {one: one for one in [column.id for column in grid.columns] or [COUNT]}
    return intake.columns.get(grid.columns_from, {})


def rows_from_json(grid: CountGrid, data: Any, path: str, columns: Names, intake: Intake) -> None:
    if not isinstance(data, list):
        intake.fault(f"{path}/{OWN}", "ska vara en lista med rader")
        return
    for row_path, row in take_rows(list(enumerate(data, 1)), path, intake):
        row_from_json(grid, None, row, row_path, columns, intake)


def row_from_json(grid: CountGrid, line: CountRow | None, data: Any, path: str, columns: Names, intake: Intake) -> None:
    allowed = {COUNT} if grid.columns_from else set(columns)
    allowed |= {BEFORE} if grid.previous else set()
    allowed |= {"id", LABEL.id} if line is None else set()
    allowed |= {SINCE.id} if line is not None and line.cumulative else set()
    allowed |= {PARTS} if line is not None and line.varav else set()
    if not intake.known_keys(data, path, allowed):
        return
    cells = data.get(COUNT, {}) if grid.columns_from else {key: data[key] for key in data if key in columns}
    cells_from_json(cells, path, columns, intake)
    if BEFORE in data and grid.previous:
        cells_from_json(data[BEFORE], path, columns, intake, BEFORE)
    for leaf in (LABEL, SINCE):
        if leaf.id in data and leaf.id in allowed:
            leaf.from_json(data[leaf.id], f"{path}/{leaf.id}", intake)
    if PARTS in data and PARTS in allowed:
        parts_of_row(data[PARTS], f"{path}/{PARTS}", intake)


def cells_from_json(data: Any, path: str, columns: Names, intake: Intake, *more: str) -> None:
    if intake.known_keys(data, path, set(columns)):
        for name, value in data.items():
            if name in columns:
                count_leaf(name, "").from_json(value, "/".join((path, columns[name], *more)), intake)


def parts_of_row(data: Any, path: str, intake: Intake) -> None:
    if not isinstance(data, list):
        intake.fault(path, "ska vara en lista med rader")
        return
    for row_path, row in take_rows(list(enumerate(data, 1)), path, intake):
        parts_from_json(PART_LEAVES, row, row_path, intake, also=frozenset({"id"}))


def grid_schema(grid: CountGrid) -> dict[str, Any]:
    named = {column.id: CELL for column in grid.columns} or {COUNT: CELL}
    by_column: dict[str, Any] = (
        {"type": "object", "additionalProperties": CELL}
        if grid.columns_from
        else {"type": "object", "properties": named, "additionalProperties": False}
    )
    cells = {COUNT: by_column} if grid.columns_from else named
    before = {BEFORE: by_column} if grid.previous else {}
    found: dict[str, Any] = {row.id: object_of(cells | before | more_of(row)) for row in grid.form_rows}
    if grid.own_rows:
        own = cells | before | {"id": ROW_ID_SCHEMA, LABEL.id: LABEL.schema()}
        found[OWN] = {"type": "array", "items": object_of(own)}
    if grid.period:
        found[TIME] = PERIOD.schema()
    if grid.previous:
        found[PRINTED_BEFORE.id] = PRINTED_BEFORE.schema()
    if grid.whole_label:
        found[grid.whole_step] = by_column if grid.whole_by_column else CELL
    return object_of(found)


def more_of(row: CountRow) -> dict[str, Any]:
    parts = {"type": "array", "items": schema_of_parts(PART_LEAVES, id=ROW_ID_SCHEMA)}
    return ({SINCE.id: SINCE.schema()} if row.cumulative else {}) | ({PARTS: parts} if row.varav else {})


def object_of(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "additionalProperties": False}
