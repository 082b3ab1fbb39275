"""The budget as the page shows it: which cells, and the sums in the chosen unit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ....core.kinds.budget.definition import BudgetField, budget_field
from ....core.kinds.budget.ledger import CostLine, Ledger, LedgerGroup, LedgerTable, SummaryRow, ledger_of
from ....core.kinds.budget.parts import FROM, LABEL, SHARE, TO
from ....core.kinds.kind import Leaf
from ....core.kinds.period import PeriodField
from ....core.kronor import AmountFormat
from ....core.mall import Mall, mall_of
from ....core.per_year import problems_below
from ....core.reading import Problem
from ....core.span import insats_period, months_in_words
from ....live.desk import Sheet
from ...figures import UNIT_WORDS, figure_html
from ..pay_chart import PayPicture, picture_of
from .cells import Cell, amount_cells, extra_cell, name_cell
from .years import YearsShown, years_shown

MANY = 5
"""With more parties than so, a table's columns are narrow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineShown:
    """A line of a table. `number` and `count`: its place among the lines that are no part of the form, which can be moved."""

    line: CostLine
    number: int
    count: int
    name: Cell | None
    """An input for its name; None for the form's own lines."""
    extras: tuple[Cell | None, ...]
    """An input for each extra column of the table; None where the line has no such cell."""
    amounts: tuple[Cell, ...]
    problems: tuple[tuple[str, Problem], ...]
    """(path, problem) of every cell that could not be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupShown:
    group: LedgerGroup
    path: str
    lines: tuple[LineShown, ...]
    own_name: str
    """The part of a row of one's own that is what it is called; empty where there are none."""
    has_wages: bool
    """Can a line's cost be worked out from a monthly pay?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableShown:
    """A table with its columns: name, extra columns, one for each party, sum."""

    table: LedgerTable
    extras: tuple[Leaf, ...]
    width: int
    """In columns."""
    many: bool
    groups: tuple[GroupShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetPage:
    """What templates/falt/budget.html shows. What few pages need is worked out when it is asked for."""

    sheet: Sheet
    ledger: Ledger
    amounts: AmountFormat

    @property
    def field(self) -> BudgetField:
        return self.ledger.field

    @property
    def unit(self) -> str:
        return self.ledger.unit

    @property
    def unit_words(self) -> Markup:
        """Another word when the unit is another, wherever it stands."""
        return Markup('<span class="u-{}">{}</span>').format(self.field.id, UNIT_WORDS[self.unit])

    @property
    def follows(self) -> str:
        return follows(mall_of(self.sheet.document))

    def sum(self, *key: str) -> Markup:
        """The words of a sum, such as «355 000» with «1 cell oläst» under it."""
        return figure_html(self.ledger.sum(*key), self.field.figure_unit("/".join(key)), self.amounts)

    @property
    def tables(self) -> Iterator[TableShown]:
        return (table_shown(self.sheet, self.ledger, table) for table in self.ledger.tables)

    @property
    def summary(self) -> tuple[SummaryRow, ...]:
        return self.ledger.summary()

    @property
    def summary_width(self) -> int:
        """The columns of sums in the Budgetsammanställning."""
        return len(self.field.tables) + 1

    @property
    def time(self) -> str:
        """The planned time of the insats, for the head of the budget: «1 april–31 december 2021 (9 månader)»; empty until it can be read."""
        period = insats_period(self.sheet.document)
        return f"{period} ({months_in_words(period)})" if period else ""

    @property
    def pays(self) -> PayPicture:
        return picture_of(self.ledger)

    @property
    def years(self) -> tuple[YearsShown, ...]:
        return tuple(years_shown(self.sheet, self.ledger))

    def is_day(self, leaf: Leaf) -> bool:
        return leaf in (FROM, TO)

    def is_share(self, leaf: Leaf) -> bool:
        return leaf is SHARE


def budget_page(sheet: Sheet) -> BudgetPage | None:
    """None for a form without a budget."""
    ledger = ledger_of(sheet.document)
    return BudgetPage(sheet=sheet, ledger=ledger, amounts=ledger.amounts) if ledger else None


def follows(mall: Mall) -> str:
    """The fields that the budget's figures and headings come from, for `data-follows`."""
    period = [field.id for field in mall.fields() if isinstance(field, PeriodField)]
    budget = budget_field(mall)
    return " ".join(
        [*([budget.id] if budget else []), *(field.id for field in mall.fields() if field.names_parties), *period]
    )


def table_shown(sheet: Sheet, ledger: Ledger, table: LedgerTable) -> TableShown:
    extras = table.definition.extras
    return TableShown(
        table=table,
        extras=extras,
        width=2 + len(extras) + len(table.parties),
        many=len(table.parties) > MANY,
        groups=tuple(group_shown(sheet, ledger, table, group, extras) for group in table.groups),
    )


def group_shown(
    sheet: Sheet, ledger: Ledger, table: LedgerTable, group: LedgerGroup, extras: tuple[Leaf, ...]
) -> GroupShown:
    definition = group.definition
    own = [line.id for line in group.lines if not line.fixed]
    return GroupShown(
        group=group,
        path=f"{ledger.path}/{definition.id}",
        lines=tuple(
            LineShown(
                line=line,
                number=0 if line.fixed else own.index(line.id) + 1,
                count=len(own),
                name=None if line.fixed else name_cell(sheet, line, group),
                extras=tuple(extra_cell(sheet, line, leaf) if leaf in definition.extras else None for leaf in extras),
                amounts=tuple(amount_cells(sheet, line, table.parties)),
                problems=tuple(problems_below(sheet.document, line.path)),
            )
            for line in group.lines
        ),
        own_name=LABEL.id if definition.own_rows else "",
        has_wages=definition.share and definition.dates,
    )
