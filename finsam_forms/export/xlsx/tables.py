"""A table of the document as a sheet: its rows, and its sums as formulas."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from ...core.unit import Unit
from .. import elements as e
from . import formulas as f
from .plan import TITLE_HEIGHT, Counted, Placed, Sheet, Use, column_key, row_key

TITLE, NOTE, HEADS = 1, 2, 4
"""The rows of a sheet from the top: the first is hidden, the fourth is air."""
UNITS = {"amount": Unit.KRONOR, "sum": Unit.KRONOR, "share": Unit.SHARE, "date": Unit.SHORT_DAY}


class Summed(NamedTuple):
    """A sum as a formula, and what it is of (plan.py `Placed.adds`)."""

    formula: str
    of: tuple[str, ...]


def across(formula: str, cols: Sequence[int]) -> Summed:
    return Summed(formula, ("across", *map(column_key, cols)))


def table_sheet(name: str, title: str, table: e.Table) -> Sheet:
    return Layout(name, title, table).sheet


class Layout:
    def __init__(self, name: str, title: str, table: e.Table):
        self.table = table
        self.marked = any(row.mark for row in table.rows)
        self.left = 2 if self.marked else 1
        """The column of the table's first; the hidden one and that of the marks stand before it."""
        self.head_row = HEADS + len(table.heads)
        self.sheet = Sheet(name=name, title=title)
        self.first = self.head_row + 1
        self.units = [self.unit_of(number) for number in range(len(table.columns))]
        self.silent = any(
            row.kind == "row" and column.adds is not None and cell.value is None
            for row in table.rows
            for column, cell in zip(table.columns, row.cells, strict=False)
        )
        """Is nothing said of what a row adds up while nothing is written in it? Else it is 0."""
        self.place()

    def place(self) -> None:
        sheet, table = self.sheet, self.table
        sheet.cells[TITLE, 1] = Placed(cell=e.own(sheet.title), look="title")
        sheet.heights[TITLE] = TITLE_HEIGHT
        if table.note:
            sheet.cells[NOTE, 1] = Placed(cell=e.own(table.note), look="note")
        self.place_heads()
        for row, line in enumerate(table.rows, self.first):
            self.place_line(row, line)
            sheet.kinds[row] = line.kind
            if line.path:
                sheet.rows[row] = line.path
        for number, column in enumerate(table.columns):
            sheet.columns[self.left + number] = Counted(column.steps, self.units[number], table.amounts)
            sheet.widths[self.left + number] = self.width(number)
        if self.marked:
            sheet.widths[1] = 3.5
        if table.look != "ledger":
            sheet.grows = table.path
        sheet.kinds[self.head_row] = "head"
        sheet.heads = (HEADS, self.head_row)
        sheet.frozen = (self.head_row + 1, self.left + 1)

    def place_heads(self) -> None:
        sheet, table = self.sheet, self.table
        for n, heads in enumerate(table.heads):
            col = self.left
            for head in heads:
                if head.text:
                    sheet.cells[HEADS + n, col] = Placed(cell=e.own(head.text), look="head over")
                    if head.span > 1:
                        sheet.merged[HEADS + n, col] = col + head.span - 1
                col += head.span
        for number, column in enumerate(table.columns):
            look = "head" if column.look == "text" else "head right"
            sheet.cells[self.head_row, self.left + number] = Placed(cell=column.head, look=look, amounts=table.amounts)
        if self.marked:
            sheet.cells[self.head_row, 1] = Placed(cell=e.Cell(), look="head")

    def place_line(self, row: int, line: e.Row) -> None:
        sheet = self.sheet
        look = line.kind
        if self.marked or look == "group":
            words = line.cells[0] if look == "group" else e.own(line.mark)
            sheet.cells[row, 1] = Placed(cell=words, look=look if look != "row" else "mark")
        col = self.left
        for cell in line.cells:
            if look != "group":
                sheet.cells[row, col] = self.placed(row, col, cell, line)
            else:
                for other in range(1, self.left + len(self.table.columns)):
                    sheet.cells.setdefault((row, other), Placed(cell=e.Cell(), look="group"))
            col += cell.span

    def placed(self, row: int, col: int, cell: e.Cell, line: e.Row) -> Placed:
        """What stands where a row and a column of the table meet."""
        table, number = self.table, col - self.left
        column, kind = table.columns[number], line.kind
        if cell.unit is Unit.TEXT and not cell.path and not cell.value:
            cell = cell._replace(unit=self.units[number])
        one = Placed(cell=cell, look=kind, amounts=table.amounts)
        found = self.sum(row, col, cell, line)
        if found:
            one.use, one.formula, one.adds = Use.SUM, found.formula, found.of
        elif cell.key:
            one.use = Use.FIGURE
        elif cell.rule is e.Rule.BY_MONTHS:
            one.use, one.formula = Use.TYPED, self.by_months(row, cell, line)
        elif cell.path and cell.rule is None and (number or column.steps):
            own = bool(line.path) and cell.path.startswith(f"{line.path}/")
            one.use, one.rank = Use.TYPED, 0 if own else 2
        elif self.to_fill(cell, column, line):
            one.use = Use.TYPED
        return one

    def to_fill(self, cell: e.Cell, column: e.Column, line: e.Row) -> bool:
        """Is it an empty cell without a place of its own that somebody may write in?"""
        empty = line.kind == "row" and not cell.path and cell.value is None and cell.rule is None
        by_hand = self.table.blank or not line.path
        return empty and by_hand and column.adds is None and (bool(column.steps) or self.table.blank)

    def sum(self, row: int, col: int, cell: e.Cell, line: e.Row) -> Summed | None:
        column, number, kind = self.table.columns[col - self.left], col - self.left, line.kind
        counted = bool(cell.key) or cell.rule is e.Rule.ADDED
        if not counted and not column.adds:
            return None
        cols = [self.left + other for other in column.adds or ()]
        if counted and (column.less or column.part_of):
            filled = [row] if kind == "row" else [self.first + one for one in line.adds or ()]
            return self.compared(row, column, filled)
        if kind == "row" and line.adds is None:
            nothing = cell.value is None and not cell.path and cell.rule is None
            formula = f.across_if_any if self.silent else f.across
            return across(formula(row, cols), cols) if cols and (counted or nothing) else None
        if line.less and number and counted:
            rows = [self.first + one for one in line.less]
            return Summed(f.left(rows, col), ("left", *map(row_key, rows)))
        if line.adds is None or not number or not counted:
            return None
        if cols:
            return across(f.across(row, cols), cols)
        return self.sum_down(row, col, line.adds, nothing=cell.value is None and not self.table.blank)

    def compared(self, row: int, column: e.Column, filled: Sequence[int]) -> Summed:
        """A difference or a share of other columns of the same row. `filled`: the rows where what it is of is filled in."""
        less, part_of = ([self.left + other for other in some] for some in (column.less, column.part_of))
        if less:
            return Summed(f.less(row, less, filled), ("less", *map(column_key, less)))
        part, whole = part_of
        return Summed(f.share(row, part, whole, filled), ("share", column_key(part), column_key(whole)))

    def sum_down(self, row: int, col: int, adds: Sequence[int], *, nothing: bool) -> Summed:
        """All the rows from the heading above, or those that are named. `nothing`: is nothing said of it while nothing is filled in?"""
        own = row - self.first
        named = [self.first + one for one in adds]
        if nothing:
            return Summed(f.added_if_any(named, col), ("rows", *map(row_key, named)))
        block = list(adds) == list(range(own - len(adds), own))
        if block and all(self.table.rows[one].kind == "row" for one in adds):
            heading = row - len(adds) - 1
            return Summed(f.down(heading, col), ("down", row_key(heading)))
        return Summed(f.added(named, col), ("rows", *map(row_key, named)))

    def by_months(self, row: int, mine: e.Cell, line: e.Row) -> str:
        """The amount of a proposed year. Its row ends with the whole amount."""
        cols = range(self.left + 1, self.left + len(line.cells))
        years = [(col, cell) for col, cell in zip(cols, line.cells[1:], strict=True)][:-1]
        empty = [(col, cell) for col, cell in years if cell.rule is e.Rule.BY_MONTHS and cell.months]
        typed = [(row, col) for col, cell in years if cell.rule is None]
        if not mine.months or len(empty) > f.MOST_YEARS:
            return ""
        number = next(n for n, (_, cell) in enumerate(empty) if cell is mine)
        months: list[Fraction] = [cell.months for _, cell in empty]
        scale = 1000 if self.table.amounts.unit == "tkr" else 1
        return f.shared_out((row, cols[-1]), typed, months, number, scale)

    def unit_of(self, number: int) -> Unit:
        """What the cells of a column count."""
        units = (row.cells[number].unit for row in self.table.rows if row.kind != "group" and number < len(row.cells))
        default = UNITS.get(self.table.columns[number].look, Unit.TEXT)
        return next((unit for unit in units if unit is not Unit.TEXT), default)

    def width(self, number: int) -> float:
        """Wide enough for most of what stands there; longer texts are wrapped."""
        column = self.table.columns[number]
        words = max(map(len, str(column.head.value or "").split()), default=0) + 3
        if column.look in ("share", "date"):
            return 10
        if column.look != "text":
            return max(15, min(words * 1.2, 30))
        said = [str(row.cells[number].value or "") for row in self.table.rows if row.kind != "group"]
        longest = max((len(words) for words in said), default=0)
        least = 40 if number == 0 and self.table.look == "ledger" else 14
        return min(52, max(least, words, longest * 1.15 + 2))
