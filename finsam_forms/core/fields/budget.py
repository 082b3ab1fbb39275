"""The budget as a form defines it: tables of groups of lines, a column of money per party. The sums are in core/budget.py."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from .. import position
from .base import PLACE, Field, Intake, Leaf, new_row_id
from .compound import TableRow, take_rows
from .simple import Amount, Choice, Date, Line, Percent

if TYPE_CHECKING:
    from ..document import Document, Party

LABEL = Line(id="benamning", label="Benämning")
SHARE = Percent(id="tjanst_procent", label="Tjänst i %")
FROM = Date(id="fran", label="Från")
TO = Date(id="till", label="Till")
AMOUNT = Amount(id="belopp", label="Belopp")
UNIT = Choice(id="enhet", label="Kostnader i", options=("kr", "tkr"))
BASIS = "underlag"
BASIS_PAY = Amount(id="manadslon", label="Månadslön på heltid")
BASIS_EMPLOYER = Choice(id="arbetsgivare", label="Arbetsgivare", options=("kommun", "region", "annan"))
BASIS_PO = Percent(id="po", label="PO-pålägg i %")
BASIS_NOTE = Choice(id="not", label="Skriv ut underlaget", options=("ja", "nej"))
BASIS_PARTS: tuple[Leaf, ...] = (BASIS_PAY, BASIS_EMPLOYER, BASIS_PO, BASIS_NOTE)
"""What a wage was worked out from, kept on its line: `…/underlag/manadslon`."""
PO = "po"
PO_EMPLOYERS = ("kommun", "region")
"""The draft's own PO-pålägg, for years that the form has no rate for: `budget/po/2027/kommun`."""
YEARS = "ar"
"""A line's amounts per calendar year, where they have been changed by hand: `…/ar/2027/<party>`."""


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


def good_year(text: str) -> bool:
    return len(text) == 4 and text.startswith("20") and text.isascii() and text.isdigit()


@dataclass(frozen=True, slots=True, kw_only=True)
class LineGroup:
    """Lines that are added up together, such as «Lönekostnader inkl PO-pålägg»."""

    id: str
    """Its path below the budget: `lon`, `egenfinansiering/lon`."""
    heading: str
    sum_label: str
    rows: tuple[TableRow, ...] = ()
    """The form's own lines."""
    own_rows: str = ""
    """The button that adds a line of one's own; empty when there can be none."""
    own_label: str = "Benämning"
    share: bool = False
    dates: bool = False
    start_rows: int = 0

    @property
    def extras(self) -> tuple[Leaf, ...]:
        """The columns between the label and the money."""
        return ((SHARE,) if self.share else ()) + ((FROM, TO) if self.dates else ())

    def is_fixed(self, row: str) -> bool:
        return any(line.id == row for line in self.rows)

    def row_ids(self, document: Document, path: str) -> tuple[str, ...]:
        """The form's own lines first, then those added, in their order."""
        return tuple(line.id for line in self.rows) + document.rows(f"{path}/{self.id}")

    def fixed_row(self, data: Mapping[str, Any]) -> str | None:
        """Which of the form's own lines a line of an exchange document is: by its id, or by its label when it has none."""
        given, label = data.get("id"), data.get("benamning")
        if given is not None:
            return given if isinstance(given, str) and self.is_fixed(given) else None
        return next((line.id for line in self.rows if line.label == label), None)

    def fixed_label(self, row: str) -> str:
        return next((line.label for line in self.rows if line.id == row), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class CostTable:
    """A table of the budget, with its own total."""

    id: str
    heading: str
    total_label: str
    row_sum_label: str
    parties: str = "all"
    """Whose columns: `owners` (insatsägare) or `all`."""
    summary_label: str
    """The heading of this table's column in the Budgetsammanställning."""
    short_label: str
    """What the table's total is called in «Vem betalar vad» and in running text."""
    hint: str = ""
    groups: tuple[LineGroup, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetField(Field):
    """The detailed budget. Every sum is computed, none is stored."""

    type: ClassVar[str] = "budget"
    tables: tuple[CostTable, ...] = ()
    grand_total_label: str = "Total kostnad för insatsen"
    summary_heading: str = "Budgetsammanställning"
    summary_total_label: str = "Totalt projektet"
    summary_sum_label: str = "Summa"

    def groups(self) -> Iterator[tuple[CostTable, LineGroup]]:
        for table in self.tables:
            for group in table.groups:
                yield table, group

    def locate(self, rest: tuple[str, ...]) -> tuple[LineGroup, tuple[str, ...]] | None:
        """The group that a path below the budget lies in, and the rest of the path: (row, column …)."""
        for _, group in self.groups():
            steps = tuple(group.id.split("/"))
            if rest[: len(steps)] == steps:
                return group, rest[len(steps) :]
        return None

    def leaf_at(self, rest: tuple[str, ...]) -> Leaf | None:
        if rest == ("enhet",):
            return UNIT
        if len(rest) == 3 and rest[0] == PO and good_year(rest[1]) and rest[2] in PO_EMPLOYERS:
            return BASIS_PO
        found = self.locate(rest)
        if found is None or len(found[1]) < 2:
            return None
        group, (row, *column) = found
        if column == [PLACE]:
            return Line(id=PLACE) if not group.is_fixed(row) else None
        if column == [LABEL.id]:
            return LABEL if not group.is_fixed(row) else None
        if len(column) == 2 and column[0] == AMOUNT.id:
            return AMOUNT
        if len(column) == 3 and column[0] == YEARS and good_year(column[1]):
            return AMOUNT
        if len(column) == 2 and column[0] == BASIS and group.share and group.dates:
            return next((leaf for leaf in BASIS_PARTS if leaf.id == column[1]), None)
        return next((leaf for leaf in group.extras if column == [leaf.id]), None)

    def leaves(self, document: Document, path: str) -> Iterator[tuple[str, Leaf]]:
        for table, group in self.groups():
            for row in group.row_ids(document, path):
                base = f"{path}/{group.id}/{row}"
                if not group.is_fixed(row):
                    yield f"{base}/{LABEL.id}", LABEL
                for leaf in group.extras:
                    yield f"{base}/{leaf.id}", leaf
                for party in document.parties_of(table.parties):
                    yield f"{base}/{AMOUNT.id}/{party.id}", AMOUNT

    def missing(self, document: Document, path: str) -> Iterator[tuple[str, str]]:
        if self.required and not self.begun(document, path):
            yield path, self.label or "budget"

    def start_values(self, path: str) -> Iterator[tuple[str, str]]:
        for _, group in self.groups():
            for place in position.spread(group.start_rows):
                yield f"{path}/{group.id}/{new_row_id()}/{PLACE}", place

    def to_json(self, document: Document, path: str) -> Any:
        found: dict[str, Any] = {}
        unit = document.text(f"{path}/enhet")
        if unit:
            found["enhet"] = unit
        rates = self._rates_to_json(document, path)
        if rates:
            found[PO] = rates
        for table, group in self.groups():
            rows = list(self._rows_to_json(document, path, table, group))
            if rows:
                *nest, last = group.id.split("/")
                inner = found
                for step in nest:
                    inner = inner.setdefault(step, {})
                inner[last] = rows
        return found or None

    def _rates_to_json(self, document: Document, path: str) -> dict[str, dict[str, Any]]:
        years = document.years_at(f"{path}/{PO}")
        found = {
            year: {
                employer: text for employer in PO_EMPLOYERS if (text := document.text(f"{path}/{PO}/{year}/{employer}"))
            }
            for year in years
        }
        return {year: rates for year, rates in found.items() if rates}

    def _rows_to_json(
        self, document: Document, path: str, table: CostTable, group: LineGroup
    ) -> Iterator[dict[str, Any]]:
        for row in group.row_ids(document, path):
            base = f"{path}/{group.id}/{row}"
            fixed = group.is_fixed(row)
            label = group.fixed_label(row) if fixed else document.text(f"{base}/{LABEL.id}")
            extras = {leaf.id: document.text(f"{base}/{leaf.id}") for leaf in group.extras}
            amounts = {
                document.party_key(party): AMOUNT.to_json(document, f"{base}/{AMOUNT.id}/{party.id}")
                for party in document.parties_of(table.parties)
            }
            amounts = {party: amount for party, amount in amounts.items() if amount is not None}
            basis = {leaf.id: leaf.to_json(document, f"{base}/{BASIS}/{leaf.id}") for leaf in BASIS_PARTS}
            basis = {key: value for key, value in basis.items() if value is not None}
            years = self._years_to_json(document, base, document.parties_of(table.parties))
            rest: dict[str, Any] = {key: value for key, value in extras.items() if value}
            rest |= {key: part for key, part in (("belopp", amounts), (BASIS, basis), (YEARS, years)) if part}
            if rest or not fixed:
                yield {"id": row} | ({"benamning": label} if label else {}) | rest

    def _years_to_json(self, document: Document, base: str, parties: tuple[Party, ...]) -> dict[str, dict[str, Any]]:
        found: dict[str, dict[str, Any]] = {}
        for year in document.years_at(f"{base}/{YEARS}"):
            cells = {
                document.party_key(party): AMOUNT.to_json(document, f"{base}/{YEARS}/{year}/{party.id}")
                for party in parties
            }
            cells = {party: amount for party, amount in cells.items() if amount is not None}
            if cells:
                found[year] = cells
        return found

    def from_json(self, data: Any, path: str, intake: Intake) -> None:
        top = {group.id.split("/")[0] for _, group in self.groups()}
        if not intake.known_keys(data, path, top | {"enhet", PO}):
            return
        self._rates_from_json(data.get(PO), f"{path}/{PO}", intake)
        UNIT.from_json(data.get("enhet"), f"{path}/enhet", intake)
        for outer in sorted(top & set(data)):
            inner = {group.id.partition("/")[2] for _, group in self.groups() if group.id.startswith(f"{outer}/")}
            if inner:
                intake.known_keys(data[outer], f"{path}/{outer}", inner)
        for table, group in self.groups():
            rows: Any = data
            for step in group.id.split("/"):
                rows = rows.get(step) if isinstance(rows, dict) else None
            if isinstance(rows, list):
                self._rows_from_json(rows, f"{path}/{group.id}", table, group, intake)
            elif rows is not None:
                intake.fault(f"{path}/{group.id}", "ska vara en lista med rader")

    def _rates_from_json(self, data: Any, path: str, intake: Intake) -> None:
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

    def _rows_from_json(self, rows: list[Any], base: str, table: CostTable, group: LineGroup, intake: Intake) -> None:
        allowed = {"id", "benamning", "belopp", YEARS, *(leaf.id for leaf in group.extras)}
        allowed |= {BASIS} if group.share and group.dates else set()
        own: list[tuple[int, Any]] = []
        seen: set[str] = set()
        for number, row in enumerate(rows, 1):
            place = f"{base}[{number}]"
            if not intake.known_keys(row, place, allowed):
                continue
            known = group.fixed_row(row)
            if known is None and not group.own_rows:
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
                self._line_from_json(row, f"{base}/{known}", table, group, intake)
        for row_path, row in take_rows(own, base, intake):
            LABEL.from_json(row.get("benamning"), f"{row_path}/{LABEL.id}", intake)
            self._line_from_json(row, row_path, table, group, intake)

    def _line_from_json(self, row: Any, path: str, table: CostTable, group: LineGroup, intake: Intake) -> None:
        for leaf in group.extras:
            leaf.from_json(row.get(leaf.id), f"{path}/{leaf.id}", intake)
        self._amounts_from_json(row.get("belopp"), f"{path}/{AMOUNT.id}", table, intake)
        basis = row.get(BASIS)
        if basis is not None and intake.known_keys(basis, f"{path}/{BASIS}", {leaf.id for leaf in BASIS_PARTS}):
            for leaf in BASIS_PARTS:
                leaf.from_json(basis.get(leaf.id), f"{path}/{BASIS}/{leaf.id}", intake)
        years = row.get(YEARS)
        if isinstance(years, dict):
            for year, amounts in years.items():
                if good_year(year):
                    self._amounts_from_json(amounts, f"{path}/{YEARS}/{year}", table, intake)
                else:
                    intake.fault(f"{path}/{YEARS}/{year}", "ska vara ett årtal med fyra siffror")
        elif years is not None:
            intake.fault(f"{path}/{YEARS}", "ska vara ett objekt med årtal som nycklar")

    def _amounts_from_json(self, amounts: Any, path: str, table: CostTable, intake: Intake) -> None:
        owners = True if table.parties == "owners" else None
        why = "är inte insatsägare och har ingen kolumn i den här tabellen"
        for _, cell, amount in intake.by_party({} if amounts is None else amounts, path, owners, why):
            AMOUNT.from_json(amount, cell, intake)

    def schema(self) -> dict[str, Any]:
        found: dict[str, Any] = {
            "type": "object",
            "properties": {"enhet": UNIT.schema(), PO: PO_SCHEMA},
            "additionalProperties": False,
        }
        for _, group in self.groups():
            extras = {leaf.id: leaf.schema() for leaf in group.extras}
            amounts = {"type": "object", "additionalProperties": AMOUNT.schema()}
            properties = {"id": LINE_ID_SCHEMA, "benamning": LABEL.schema(), "belopp": amounts} | extras
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


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetSummary(Field):
    """The Budgetsammanställning shown at another place of the form: the same data, nothing of its own."""

    type: ClassVar[str] = "budget_summary"
    budget: str = "budget"

    def leaf_at(self, rest: tuple[str, ...]) -> Leaf | None:
        return None

    def leaves(self, document: Document, path: str) -> Iterator[tuple[str, Leaf]]:
        return iter(())

    def to_json(self, document: Document, path: str) -> Any:
        return None

    def from_json(self, data: Any, path: str, intake: Intake) -> None:
        if data is not None:
            intake.fault(path, "räknas fram ur budgeten och skrivs inte in")

    def schema(self) -> dict[str, Any]:
        return {"type": "null"}
