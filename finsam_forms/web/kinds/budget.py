"""The budget as the page shows it: which cells, what stands in them, and the sums in the chosen unit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flask import render_template
from markupsafe import Markup

from ...core.document import Document
from ...core.expression import is_expression
from ...core.figure import Sum
from ...core.kinds.budget.calendar import YearCell, YearTable, quarters, year_tables
from ...core.kinds.budget.definition import budget_field
from ...core.kinds.budget.ledger import CostLine, Ledger, LedgerGroup, LedgerTable
from ...core.kinds.budget.parts import AMOUNT, FROM, LABEL, TO, UNIT, YEARS
from ...core.kinds.budget.pictures import PayBar, who_pays
from ...core.kinds.kind import Leaf
from ...core.kinds.period import PeriodField
from ...core.kronor import AmountFormat
from ...core.mall import Mall, mall_of
from ...core.party import Party
from ...core.per_year import problem_at
from ...core.reading import Problem
from ...core.unit import Unit
from ...live.desk import Sheet
from ..figures import figure_html, unread_words
from ..words import fid

NBSP = "\u00a0"
UNIT_WORDS = {"kr": "kr", "tkr": "tkr (tusentals kronor)"}


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetPage:
    """What templates/falt/budget.html shows."""

    sheet: Sheet
    ledger: Ledger
    amounts: AmountFormat
    unit: str

    @property
    def unit_words(self) -> str:
        return UNIT_WORDS[self.unit]

    @property
    def year_tables(self) -> tuple[YearTable, ...]:
        return year_tables(self.ledger)

    def sum(self, *key: str) -> Markup:
        """The words of a sum, such as «355 000» with «1 cell oläst» under it."""
        return figure_html(self.ledger.sum(*key), self.ledger.field.figure_unit("/".join(key)), self.amounts)

    def words(self, found: Sum) -> Markup:
        """The same for a sum of «Per kalenderår»."""
        return figure_html(found, Unit.KRONOR, self.amounts)

    @property
    def bars(self) -> list[Bar]:
        return pay_bars(who_pays(self.ledger), self.amounts, self.unit)

    @property
    def follows(self) -> str:
        return follows(mall_of(self.sheet.document))

    def is_day(self, leaf: Leaf) -> bool:
        return leaf in (FROM, TO)

    def extras(self, table: LedgerTable) -> list[Leaf]:
        return table_extras(table)

    def name_cell(self, line: CostLine, group: LedgerGroup) -> Cell:
        return name_cell(self.sheet, line, group)

    def extra_cell(self, line: CostLine, leaf: Leaf) -> Cell:
        return extra_cell(self.sheet, line, leaf)

    def amount_cells(self, line: CostLine, table: LedgerTable) -> list[Cell]:
        return amount_cells(self.sheet, line, table.parties)

    def problems(self, line: CostLine) -> list[tuple[str, Problem]]:
        return line_problems(self.sheet.document, line.path)

    def year_row(self, found: YearCell) -> YearRow:
        return year_row(self.sheet, found, self.amounts)

    def quarters(self, table: LedgerTable) -> list[tuple[str, str]]:
        return quarter_words(self.ledger, table, self.amounts)


def budget_page(sheet: Sheet) -> BudgetPage:
    assert sheet.ledger is not None
    return BudgetPage(sheet=sheet, ledger=sheet.ledger, amounts=sheet.ledger.amounts, unit=sheet.ledger.unit)


def follows(mall: Mall) -> str:
    """The fields that the budget's figures and headings come from, for `data-follows`."""
    period = [field.id for field in mall.fields() if isinstance(field, PeriodField)]
    budget = budget_field(mall)
    return " ".join(
        [*([budget.id] if budget else []), *(field.id for field in mall.fields() if field.names_parties), *period]
    )


def shown(document: Document, path: str, leaf: Leaf) -> str:
    """What stands in an input: amounts grouped, in tkr with the unit written out; what was not understood as it was typed."""
    text = document.text(path)
    if leaf is not AMOUNT or not text:
        return text
    value = AMOUNT.read(text).value
    if value is None:
        return text
    if unit_at(document, path) == "tkr":
        return f"{AmountFormat.of([value], 'tkr').show(value)}{NBSP}tkr"
    return AmountFormat().show(value)


def unit_at(document: Document, path: str) -> str:
    """How the budget that a path lies in shows its amounts: `kr` or `tkr`."""
    return document.text(f"{path.partition('/')[0]}/{UNIT.id}") or "kr"


def extra(document: Document, path: str) -> dict[str, object]:
    """What a message says about a value beside its text: how it is shown, and that it could not be read."""
    leaf = document.mall.leaf_at(path)
    if leaf is None:
        return {}
    found: dict[str, object] = {}
    words = shown(document, path, leaf)
    if words != document.text(path):
        found["shown"] = words
    if leaf.read(document.text(path)).problem:
        found["bad"] = True
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """An input of the budget."""

    path: str
    version: int
    typed: str
    shown: str
    label: str
    bad: bool
    mode: str
    """The keyboard that a telephone shows; empty for letters."""
    unit: str
    """`tkr` where a bare number means thousands."""

    @property
    def fid(self) -> str:
        return "f-" + fid(self.path)

    @property
    def calculated(self) -> bool:
        return is_expression(self.typed) and not self.bad


def cell(sheet: Sheet, path: str, leaf: Leaf, label: str) -> Cell:
    typed = sheet.document.text(path)
    return Cell(
        path=path,
        version=sheet.version(path),
        typed=typed,
        shown=shown(sheet.document, path, leaf),
        label=label,
        bad=bool(typed) and leaf.read(typed).problem is not None,
        mode="text" if leaf is AMOUNT else "" if leaf is LABEL else "decimal",
        unit="tkr" if leaf is AMOUNT and unit_at(sheet.document, path) == "tkr" else "",
    )


def extra_cell(sheet: Sheet, line: CostLine, leaf: Leaf) -> Cell:
    """A cell between a line's name and its money."""
    return cell(sheet, f"{line.path}/{leaf.id}", leaf, f"{line.label or 'Ny rad'}, {leaf.label.lower()}")


def amount_cells(sheet: Sheet, line: CostLine, parties: tuple[Party, ...]) -> list[Cell]:
    name = line.label or "Ny rad"
    return [
        cell(sheet, f"{line.path}/{AMOUNT.id}/{party.id}", AMOUNT, f"{name}, {party.shown_name}") for party in parties
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class BarPart:
    """A stretch of a bar; x and width in a picture 600 wide, and those of the line inside its edge."""

    look: int
    x: float
    width: float
    inside_x: float
    inside_width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """What one party pays, as a bar. Without parts, nothing is paid."""

    party_id: str
    name: str
    total: str
    words: str
    parts: tuple[BarPart, ...]


BAR_WIDTH, LOOKS = 600, 3
"""The longest bar's length, and how many looks there are: the last one serves all kinds of money after it."""


def pay_bars(paid: tuple[PayBar, ...], amounts: AmountFormat, unit: str) -> list[Bar]:
    """The largest payer's bar is the longest; negative sums are drawn as nothing."""
    largest = max((one.total for one in paid), default=0)
    return [
        Bar(
            party_id=one.party_id,
            name=one.name,
            total=f"{amounts.show(one.total)} {unit}",
            words=f"{one.name}: "
            + ", ".join(
                f"{part.label.lower()} {amounts.show(part.kronor)} {unit}" for part in one.parts if part.kronor > 0
            ),
            parts=tuple(bar_parts(one, largest)) if one.total > 0 else (),
        )
        for one in paid
    ]


def bar_parts(paid: PayBar, largest: int) -> Iterator[BarPart]:
    x = 0.0
    for number, part in enumerate(paid.parts):
        if part.kronor > 0:
            width = round(part.kronor * BAR_WIDTH / largest, 1)
            yield BarPart(look=min(number, LOOKS - 1), x=x, width=width, inside_x=x + 1, inside_width=max(width - 2, 0))
            x = round(x + width, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class YearRow:
    """A row of «Per kalenderår»: an amount of the budget with an input for each year."""

    label: str
    party: str
    cells: tuple[tuple[Cell, str], ...]
    """Input and what is proposed while it is empty."""
    total: str
    missing: str
    """How much the years differ from the amount, or how many can't be read, in words; empty when they add up."""


def year_row(sheet: Sheet, found: YearCell, amounts: AmountFormat) -> YearRow:
    label = f"{found.line.label or 'Ny rad'}, {found.party.shown_name}"
    base = f"{found.line.path}/{YEARS}"
    return YearRow(
        label=found.line.label or "Ny rad",
        party=found.party.shown_name,
        cells=tuple(
            (
                cell(sheet, f"{base}/{year}/{found.party.id}", AMOUNT, f"{label}, {year}"),
                "" if year in found.typed else amounts.show(kronor),
            )
            for year, kronor in found.by_year.items()
        ),
        total=amounts.show(found.total),
        missing=unread_words(len(found.unread)) if found.unread else difference_words(found, amounts),
    )


def difference_words(found: YearCell, amounts: AmountFormat) -> str:
    difference = found.total - sum(found.by_year.values())
    if not difference:
        return ""
    return (
        f"{amounts.show(abs(difference))} {amounts.unit} {'saknas' if difference * found.total > 0 else 'för mycket'}"
    )


def quarter_words(ledger: Ledger, table: LedgerTable, amounts: AmountFormat) -> list[tuple[str, str]]:
    """(«2027 Q2», amount) of a table, for the later rekvisition."""
    return [(f"{year} Q{quarter}", amounts.show(kronor)) for (year, quarter), kronor in quarters(ledger, table).items()]


def name_cell(sheet: Sheet, line: CostLine, group: LedgerGroup) -> Cell:
    return cell(sheet, f"{line.path}/{LABEL.id}", LABEL, group.definition.own_label)


def table_extras(table: LedgerTable) -> list[Leaf]:
    """The columns between name and money that any group of a table has."""
    groups = [list(group.definition.extras) for group in table.groups]
    return max(groups, key=len, default=[])


def line_problems(document: Document, line_path: str) -> list[tuple[str, Problem]]:
    """(path, problem) of every cell of a line that could not be read."""
    start = line_path + "/"
    found = []
    for path in sorted(path for path in document.values if path.startswith(start)):
        problem = problem_at(document, path)
        if problem:
            found.append((path, problem))
    return found


def line_note(document: Document, path: str) -> tuple[str, str] | None:
    """(selector, html) of the words under the line that a cell stands in; None for a path outside the budget's lines."""
    line = line_of(mall_of(document), path)
    if line is None:
        return None
    problems = line_problems(document, line)
    html = render_template("falt/_line_note.html", problems=problems) if problems else ""
    return f"#p-{fid(line)}", html


def line_of(mall: Mall, path: str) -> str | None:
    """The path of the budget line that a place lies in; None for one that lies in no line."""
    budget = budget_field(mall)
    if budget is None or not path.startswith(f"{budget.id}/"):
        return None
    group, rest = budget.locate(tuple(path.split("/")[1:])) or (None, ())
    return f"{budget.id}/{group.id}/{rest[0]}" if group and rest else None


def result_note(document: Document, path: str) -> str:
    """Beside an amount outside the budget that was written as an expression: what it comes to."""
    leaf = document.mall.leaf_at(path)
    text = document.text(path)
    if leaf is None or leaf.type != AMOUNT.type or not is_expression(text):
        return ""
    return str(Markup('<p class="hint">ger <b class="num">{} kr</b></p>').format(leaf.show(text)))
