"""The budget in the exchange format."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol

from ...document import Document
from ...party import Party, parties_of, party_key
from ...row_id import FORM_LINE
from ..intake import Intake
from ..kind import Answer, Leaf
from ..rows import take_rows
from .parts import (
    AMOUNT,
    BASIS,
    BASIS_PARTS,
    BASIS_PO,
    LABEL,
    PO,
    PO_EMPLOYERS,
    UNIT,
    YEARS,
    CostTable,
    LineGroup,
    good_year,
    years_at,
)

PO_SCHEMA = {
    "type": "object",
    "patternProperties": {
        r"^20\d\d$": {
            "type": "object",
            "properties": {employer: BASIS_PO.schema() for employer in PO_EMPLOYERS},
            "additionalProperties": False,
        }
    },
    "additionalProperties": False,
}
LINE_ID_SCHEMA = {"type": "string", "pattern": "^[a-z0-9_]{1,40}$"}


class BudgetLike(Protocol):
    """The budget that is written or read: core/kinds/budget/definition.py."""

    def groups(self) -> Iterator[tuple[CostTable, LineGroup]]: ...


def written(leaf: Leaf, document: Document, path: str) -> Any:
    return Answer(leaf, path, document).json()


def budget_to_json(field: BudgetLike, document: Document, path: str) -> Any:
    """The budget in the exchange format; None when empty."""
    found: dict[str, Any] = {}
    unit = document.text(f"{path}/enhet")
    if unit:
        found["enhet"] = unit
    rates = rates_to_json(document, path)
    if rates:
        found[PO] = rates
    for table, group in field.groups():
        rows = list(rows_to_json(document, path, table, group))
        if rows:
            *nest, last = group.id.split("/")
            inner = found
            for step in nest:
                inner = inner.setdefault(step, {})
            inner[last] = rows
    return found or None


def rates_to_json(document: Document, path: str) -> dict[str, dict[str, Any]]:
    years = years_at(document, f"{path}/{PO}")
    found = {
        year: {employer: text for employer in PO_EMPLOYERS if (text := document.text(f"{path}/{PO}/{year}/{employer}"))}
        for year in years
    }
    return {year: rates for year, rates in found.items() if rates}


def rows_to_json(document: Document, path: str, table: CostTable, group: LineGroup) -> Iterator[dict[str, Any]]:
    for row in group.row_ids(document, path):
        base = f"{path}/{group.id}/{row}"
        fixed = group.is_fixed(row)
        label = group.fixed_label(row) if fixed else document.text(f"{base}/{LABEL.id}")
        extras = {leaf.id: document.text(f"{base}/{leaf.id}") for leaf in group.extras}
        amounts = {
            party_key(document, party): written(AMOUNT, document, f"{base}/{AMOUNT.id}/{party.id}")
            for party in parties_of(document, table.parties)
        }
        amounts = {party: amount for party, amount in amounts.items() if amount is not None}
        basis = {leaf.id: written(leaf, document, f"{base}/{BASIS}/{leaf.id}") for leaf in BASIS_PARTS}
        basis = {key: value for key, value in basis.items() if value is not None}
        years = years_to_json(document, base, parties_of(document, table.parties))
        rest: dict[str, Any] = {key: value for key, value in extras.items() if value}
        rest |= {key: part for key, part in (("belopp", amounts), (BASIS, basis), (YEARS, years)) if part}
        if rest or not fixed:
            yield {FORM_LINE if fixed else "id": row} | ({"benamning": label} if label else {}) | rest


def years_to_json(document: Document, base: str, parties: tuple[Party, ...]) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for year in years_at(document, f"{base}/{YEARS}"):
        cells = {
            party_key(document, party): written(AMOUNT, document, f"{base}/{YEARS}/{year}/{party.id}")
            for party in parties
        }
        cells = {party: amount for party, amount in cells.items() if amount is not None}
        if cells:
            found[year] = cells
    return found


def budget_from_json(field: BudgetLike, data: Any, path: str, intake: Intake) -> None:
    """The opposite: values and faults into the intake."""
    top = {group.id.split("/")[0] for _, group in field.groups()}
    if not intake.known_keys(data, path, top | {"enhet", PO}):
        return
    rates_from_json(data.get(PO), f"{path}/{PO}", intake)
    UNIT.from_json(data.get("enhet"), f"{path}/enhet", intake)
    for outer in sorted(top & set(data)):
        inner = {group.id.partition("/")[2] for _, group in field.groups() if group.id.startswith(f"{outer}/")}
        if inner:
            intake.known_keys(data[outer], f"{path}/{outer}", inner)
    for table, group in field.groups():
        rows: Any = data
        for step in group.id.split("/"):
            rows = rows.get(step) if isinstance(rows, dict) else None
        if isinstance(rows, list):
            rows_from_json(rows, f"{path}/{group.id}", table, group, intake)
        elif rows is not None:
            intake.fault(f"{path}/{group.id}", "ska vara en lista med rader")


def rates_from_json(data: Any, path: str, intake: Intake) -> None:
    if data is None:
        return
    if not isinstance(data, dict):
        intake.fault(path, "ska vara ett objekt med årtal som nycklar")
        return
    for year, rates in data.items():
        if not good_year(year):
            intake.fault(f"{path}/{year}", "ska vara ett årtal med fyra siffror")
        elif intake.known_keys(rates, f"{path}/{year}", set(PO_EMPLOYERS)):
            for employer, rate in rates.items():
                BASIS_PO.from_json(rate, f"{path}/{year}/{employer}", intake)


def rows_from_json(rows: list[Any], base: str, table: CostTable, group: LineGroup, intake: Intake) -> None:
    allowed = {"id", FORM_LINE, "benamning", "belopp", YEARS, *(leaf.id for leaf in group.extras)}
    allowed |= {BASIS} if group.share and group.dates else set()
    own: list[tuple[int, Any]] = []
    seen: set[str] = set()
    for number, row in enumerate(rows, 1):
        place = f"{base}[{number}]"
        if not intake.known_keys(row, place, allowed):
            continue
        known = group.fixed_row(row.get(FORM_LINE, row.get("id")), row.get("benamning"))
        if known is None and FORM_LINE in row:
            intake.fault(f"{place}/{FORM_LINE}", "är ingen av formulärets rader")
        elif known is None and not group.own_rows:
            intake.fault(place, "är ingen av formulärets rader, och här går det inte att lägga till egna")
        elif known is None:
            own.append((number, row))
        elif row.get("benamning") not in (None, "", group.fixed_label(known)):
            intake.fault(f"{place}/benamning", f"raden heter ”{group.fixed_label(known)}” i formuläret")
        elif known in seen:
            intake.fault(place, f"raden ”{group.fixed_label(known)}” finns två gånger")
        else:
            seen.add(known)
            intake.places[f"{base}/{known}"] = place
            line_from_json(row, f"{base}/{known}", table, group, intake)
    for row_path, row in take_rows(own, base, intake):
        LABEL.from_json(row.get("benamning"), f"{row_path}/{LABEL.id}", intake)
        line_from_json(row, row_path, table, group, intake)


def line_from_json(row: Any, path: str, table: CostTable, group: LineGroup, intake: Intake) -> None:
    for leaf in group.extras:
        leaf.from_json(row.get(leaf.id), f"{path}/{leaf.id}", intake)
    amounts_from_json(row.get("belopp"), f"{path}/{AMOUNT.id}", table, intake)
    basis = row.get(BASIS)
    if basis is not None and intake.known_keys(basis, f"{path}/{BASIS}", {leaf.id for leaf in BASIS_PARTS}):
        for leaf in BASIS_PARTS:
            leaf.from_json(basis.get(leaf.id), f"{path}/{BASIS}/{leaf.id}", intake)
    years = row.get(YEARS)
    if isinstance(years, dict):
        for year, amounts in years.items():
            if good_year(year):
                amounts_from_json(amounts, f"{path}/{YEARS}/{year}", table, intake)
            else:
                intake.fault(f"{path}/{YEARS}/{year}", "ska vara ett årtal med fyra siffror")
    elif years is not None:
        intake.fault(f"{path}/{YEARS}", "ska vara ett objekt med årtal som nycklar")


def amounts_from_json(amounts: Any, path: str, table: CostTable, intake: Intake) -> None:
    owners = True if table.parties == "owners" else None
    why = "är inte insatsägare och har ingen kolumn i den här tabellen"
    for _, cell, amount in intake.by_party({} if amounts is None else amounts, path, owners, why):
        AMOUNT.from_json(amount, cell, intake)


def budget_schema(field: BudgetLike) -> dict[str, Any]:
    """JSON Schema of the budget in the exchange format."""
    found: dict[str, Any] = {
        "type": "object",
        "properties": {"enhet": UNIT.schema(), PO: PO_SCHEMA},
        "additionalProperties": False,
    }
    for _, group in field.groups():
        extras = {leaf.id: leaf.schema() for leaf in group.extras}
        amounts = {"type": "object", "additionalProperties": AMOUNT.schema()}
        properties = {
            "id": LINE_ID_SCHEMA,
            FORM_LINE: LINE_ID_SCHEMA,
            "benamning": LABEL.schema(),
            "belopp": amounts,
        } | extras
        properties[YEARS] = {
            "type": "object",
            "patternProperties": {r"^20\d\d$": amounts},
            "additionalProperties": False,
        }
        if group.share and group.dates:
            parts = {leaf.id: leaf.schema() for leaf in BASIS_PARTS}
            properties[BASIS] = {"type": "object", "properties": parts, "additionalProperties": False}
        line = {"type": "object", "properties": properties, "additionalProperties": False}
        inner = found
        *nest, last = group.id.split("/")
        for step in nest:
            blank = {"type": "object", "properties": {}, "additionalProperties": False}
            inner = inner["properties"].setdefault(step, blank)
        inner["properties"][last] = {"type": "array", "items": line}
    return found
