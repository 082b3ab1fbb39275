"""What a budget of a form looks like, as its printed tables say it: headings, lines, sums, and where each amount is written."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..core.document import Document
from ..export import elements as e
from ..export.printout import printout
from ..export.stamp import Stamp


@dataclass(slots=True, kw_only=True)
class GroupPattern:
    """`own`: where lines of one's own are added; empty where there can be none. `lines`: label → the paths of those that are called so."""

    heading: str
    own: str
    total: str = ""
    lines: dict[str, list[str]] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class TablePattern:
    """`label`: the steps from a line to its name. `parties`: the path of a party's name → the steps from a line to its amount."""

    heading: str
    label: str
    total: str = ""
    row_sum: str = ""
    groups: list[GroupPattern] = field(default_factory=list)
    parties: dict[str, str] = field(default_factory=dict)
    share: str = ""
    days: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True)
class BudgetPattern:
    """`others`: headings of tables that only repeat what the others add up to."""

    tables: list[TablePattern]
    others: list[str]
    grand_total: str

    @property
    def labels(self) -> set[str]:
        """Of every table, group, line and sum."""
        groups = [group for table in self.tables for group in table.groups]
        found = {label for group in groups for label in (*group.lines, group.heading, group.total)}
        found |= {label for table in self.tables for label in (table.heading, table.total)}
        return found - {""}


def pattern_of(document: Document) -> BudgetPattern | None:
    """None for a form without a budget."""
    elements = printout(document, Stamp(""), fillable=True).elements
    ledgers = [one for one in elements if isinstance(one, e.Table) and one.look == "ledger" and one.title]
    tables = [table_pattern(one) for one in ledgers if in_groups(one)]
    others = [one.title for one in ledgers if not in_groups(one)]
    bands = (one.label for one in elements if isinstance(one, e.Band))
    return BudgetPattern(tables=tables, others=others, grand_total=next(bands, "")) if tables else None


def in_groups(table: e.Table) -> bool:
    """A budget's lines stand under headings, all of them; those of a table of counts need not."""
    return bool(table.rows) and table.rows[0].kind == "group"


def table_pattern(table: e.Table) -> TablePattern:
    found = TablePattern(heading=table.title, label=table.columns[0].steps)
    for column in table.columns:
        if column.look == "amount" and column.steps:
            found.parties[column.head.path] = column.steps
        elif column.look == "share":
            found.share = column.steps
        elif column.look == "date":
            found.days = (*found.days, column.steps)
        elif column.look == "sum":
            found.row_sum = words(column.head)
    for row in table.rows:
        if row.kind == "group":
            found.groups.append(GroupPattern(heading=words(row.cells[0]), own=row.path))
        elif row.kind == "sum":
            found.groups[-1].total = words(row.cells[0])
        elif row.kind == "total":
            found.total = words(row.cells[0])
        elif words(row.cells[0]) and not row.path.rpartition("/")[2].startswith("+"):
            found.groups[-1].lines.setdefault(words(row.cells[0]), []).append(row.path)
    return found


def words(cell: e.Cell) -> str:
    return cell.value if isinstance(cell.value, str) else ""
