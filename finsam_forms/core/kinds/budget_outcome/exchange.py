"""Budget against outcome in the exchange format.

`{"enhet": "kr", "prognos_som": "avvikelse", "budgettid": {"start", "slut"}, "tom": "2016-06-30", "beviljat": 2100000, "rader": [{"mallrad":
"lon", "budget": 1775000, "utfall": 819000, "kommentar", "forra": 700000, "varav": [{"id", "benamning", "utfall": 13000}]}]}`. Rows of one's
own have `id` and `benamning`, those that stand elsewhere `namn`; with parties an amount is `{PARTY: kr}`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ...party import party_key
from ...row_id import FORM_LINE, ROW_ID_SCHEMA
from ..intake import Intake
from ..kind import Answer
from ..rows import take_rows
from .parts import BEFORE, COMMENT, LABEL, OUTCOME, OWN, SPLIT, MoneyLine, amount

if TYPE_CHECKING:
    from .definition import BudgetOutcome

GIVEN = "namn"
"""What a row that stands elsewhere is called."""
MONEY = {"type": ["integer", "string"]}


def outcome_to_json(field: BudgetOutcome, at: Answer[Any]) -> Any:
    found = {one.id: at.below(one, one.id).json() for one in field.whole_parts()}
    names = given_names(field, at)
    rows = [row for row in (row_json(field, at, line, names) for line in field.lines(at)) if row]
    found |= {OWN: rows} if rows else {}
    return {key: value for key, value in found.items() if value is not None} or None


def given_names(field: BudgetOutcome, at: Answer[Any]) -> dict[str, str]:
    """What the rows that stand elsewhere are called in a file, by row."""
    given = field.given_by(at.form)
    return given.names_in_file(given.answer(at.document)) if given else {}


def row_json(field: BudgetOutcome, at: Answer[Any], line: MoneyLine, names: Mapping[str, str]) -> dict[str, Any] | None:
    """None for a row that the form has, or that stands elsewhere, and that nobody has written in."""
    row = {key: value for key, value in row_parts(field, at, line) if value not in (None, "", {}, [])}
    if line.row is None:
        return {"id": line.id} | row
    named = {GIVEN: names[line.id]} if line.id in names else {FORM_LINE: line.id}
    return named | row if row else None


def row_parts(field: BudgetOutcome, at: Answer[Any], line: MoneyLine) -> Iterator[tuple[str, Any]]:
    if line.row is None:
        yield LABEL.id, at.text(line.id, LABEL.id)
    for column in field.typed:
        yield column, cells_json(field, at, line, column)
    if field.previous and not field.parties:
        yield BEFORE, at.below(amount(BEFORE, ""), line.id, OUTCOME, BEFORE).json()
    yield COMMENT.id, at.text(line.id, COMMENT.id)
    if field.split:
        yield SPLIT, [{"id": part} | dict(split_json(field, at, line, part)) for part in at.rows(line.id, SPLIT)]


def cells_json(field: BudgetOutcome, at: Answer[Any], line: MoneyLine, column: str) -> Any:
    if not field.parties:
        return at.below(amount(column, ""), line.id, column).json()
    found = {
        party_key(at.document, party): at.below(amount(column, ""), line.id, column, party.id).json()
        for party in field.parties_of(at)
    }
    return {key: value for key, value in found.items() if value is not None}


def split_json(field: BudgetOutcome, at: Answer[Any], line: MoneyLine, part: str) -> Iterator[tuple[str, Any]]:
    leaves = (LABEL, *(amount(one, "") for one in field.split_columns))
    for leaf in leaves:
        value = at.below(leaf, line.id, SPLIT, part, leaf.id).json()
        if value is not None:
            yield leaf.id, value


def outcome_from_json(field: BudgetOutcome, data: Any, path: str, intake: Intake) -> None:
    whole = {one.id: one for one in field.whole_parts()}
    if not intake.known_keys(data, path, whole.keys() | {OWN}):
        return
    for key, part in whole.items():
        if key in data:
            part.from_json(data[key], f"{path}/{key}", intake)
    rows = data.get(OWN, [])
    if not isinstance(rows, list):
        intake.fault(f"{path}/{OWN}", "ska vara en lista med rader")
        return
    own: list[tuple[int, Any]] = []
    given = intake.columns.get(field.rows_from, {})
    for number, row in enumerate(rows, 1):
        key = next((one for one in (FORM_LINE, GIVEN) if isinstance(row, dict) and one in row), "")
        called = row[key] if key and isinstance(row[key], str) else ""
        stands = given.get(called) if key == GIVEN else called if field.row_of(called) else None
        if stands is not None:
            intake.places[f"{path}/{stands}"] = f"{intake.place(path)}/{OWN}[{number}]"
            row_from_json(field, row, f"{path}/{stands}", intake, {key})
        elif key or not field.own_rows:
            intake.fault(
                f"{path}/{OWN}[{number}]",
                f"är ingen rad i formuläret. Raderna är {', '.join((*(one.id for one in field.rows), *given))}",
            )
        else:
            own.append((number, row))
    for row_path, row in take_rows(own, path, intake):
        row_from_json(field, row, row_path, intake, {"id", LABEL.id})


def row_from_json(field: BudgetOutcome, data: Any, path: str, intake: Intake, called: set[str]) -> None:
    """`called`: the keys that say which row it is."""
    allowed = {*field.typed, COMMENT.id, *called}
    allowed |= ({BEFORE} if field.previous and not field.parties else set()) | ({SPLIT} if field.split else set())
    if not intake.known_keys(data, path, allowed):
        return
    for column in field.typed:
        if column in data:
            cell_from_json(field, data[column], f"{path}/{column}", column, intake)
    for leaf in (LABEL, COMMENT):
        if leaf.id in data and leaf.id in allowed:
            leaf.from_json(data[leaf.id], f"{path}/{leaf.id}", intake)
    if BEFORE in data and BEFORE in allowed:
        amount(BEFORE, "").from_json(data[BEFORE], f"{path}/{OUTCOME}/{BEFORE}", intake)
    if SPLIT in data and field.split:
        split_from_json(field, data[SPLIT], f"{path}/{SPLIT}", intake)


def cell_from_json(field: BudgetOutcome, data: Any, path: str, column: str, intake: Intake) -> None:
    if not field.parties:
        amount(column, "").from_json(data, path, intake)
        return
    for _, where, value in intake.by_party(data, path, True, "är ingen insatsägare"):
        amount(column, "").from_json(value, where, intake)


def split_from_json(field: BudgetOutcome, data: Any, path: str, intake: Intake) -> None:
    if not isinstance(data, list):
        intake.fault(path, "ska vara en lista med rader")
        return
    leaves = {leaf.id: leaf for leaf in (LABEL, *(amount(one, "") for one in field.split_columns))}
    for row_path, row in take_rows(list(enumerate(data, 1)), path, intake):
        if intake.known_keys(row, row_path, {"id", *leaves}):
            for key, leaf in leaves.items():
                if key in row:
                    leaf.from_json(row[key], f"{row_path}/{key}", intake)


def outcome_schema(field: BudgetOutcome) -> dict[str, Any]:
    cell: dict[str, Any] = {"type": "object", "additionalProperties": MONEY} if field.parties else MONEY
    cells = dict.fromkeys(field.typed, cell) | {COMMENT.id: COMMENT.schema()}
    cells |= {BEFORE: MONEY} if field.previous and not field.parties else {}
    if field.split:
        part = {LABEL.id: LABEL.schema(), "id": ROW_ID_SCHEMA} | dict.fromkeys(field.split_columns, MONEY)
        cells[SPLIT] = {"type": "array", "items": object_of(part)}
    row_ids = "|".join(row.id for row in field.rows)
    of_year = {"type": "string", "pattern": f"^({row_ids})(_[0-9]{{4}})?$"}
    fixed: dict[str, Any] = {FORM_LINE: of_year if field.years else {"enum": [row.id for row in field.rows]}}
    kinds = [{**object_of(cells | fixed), "required": [FORM_LINE]}] if field.rows else []
    given = cells | {GIVEN: {"type": "string"}}
    kinds += [{**object_of(given), "required": [GIVEN]}] if field.rows_from else []
    kinds += [object_of(cells | {"id": ROW_ID_SCHEMA, LABEL.id: LABEL.schema()})] if field.own_rows else []
    rows = {"type": "array", "items": {"anyOf": kinds}}
    return object_of({one.id: one.schema() for one in field.whole_parts()} | {OWN: rows})


def object_of(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "additionalProperties": False}
