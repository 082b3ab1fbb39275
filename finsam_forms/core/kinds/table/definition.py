"""Tables of counts: splits of a total, groups that split the same, plain statistics."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from ...bars import BarChart
from ...document import Form
from ...figure import Formula, Sum
from ...roles import PLANERADE
from ...unit import Unit
from ..figures import Counting, FigureName, Keys, beside, figures
from ..grid.definition import CountGrid
from ..grid.parts import BEFORE, PRINTED_BEFORE, TOTAL, CountGroup, CountLine, CountRow
from ..kind import Answer, Inside, Rest
from ..rows import TableRow
from ..yes_no_table import NO, YES
from .pictures import table_bars
from .sums import formulas_of_table, keys_of_cell, left_words, names_of_sums, unit_of

MOST_IN_A_SHEET = 3
"""Columns of a table that stands among texts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountTable(CountGrid):
    """Without groups its rows are one split. Groups split the same total in other ways each; rows outside them are plain."""

    type: ClassVar[str] = "table"
    roles: ClassVar[frozenset[str]] = frozenset({PLANERADE})
    inside: ClassVar[Inside] = {"row": CountRow, "column": TableRow, "group": CountGroup}
    whole_step: ClassVar[str] = TOTAL
    rows: tuple[CountRow, ...] = ()
    groups: tuple[CountGroup, ...] = ()
    total: str = ""
    """A figure or a number elsewhere that the rows split."""
    total_label: str = ""
    """The total when it is typed here, at `path/totalt`."""
    total_per: str = ""
    """`column`: one for each column, or each column splits the whole of it."""
    percent: str = ""
    """Shares of the `column`'s sum or of the `row`'s."""
    row_sum: bool = True
    column_sum: bool = True
    sum_label: str = "Summa"
    last_label: str = ""
    """What the row of sums is called, when that is another name than that of the column."""
    column_bars: str = ""
    """What the picture of how much each column comes to is called; empty where there is none."""
    print_previous: bool = False
    """Does that stand on paper, where those who write have not said?"""

    def prints_before(self, at: Answer[Any]) -> bool:
        """Does what stood there in the report before stand on paper, with the change since then?"""
        said = at.text(PRINTED_BEFORE.id) if self.previous else NO
        return said == YES or (said != NO and self.print_previous)

    def has_before(self, at: Answer[Any]) -> bool:
        """Is anything known of what stood there?"""
        known = figures(at.document)
        return self.previous and any(
            known.sum(at.path, BEFORE, line.id).written for line in self.lines(at, named=False)
        )

    @property
    def counts(self) -> bool:
        """A table without sums, shares and a total is answers only."""
        return self.row_sum or self.column_sum or bool(self.percent or self.total or self.total_label)

    @property
    def echoed(self) -> bool:
        return self.counts

    @property
    def wide(self) -> bool:
        """A sheet of text has room for the names of three columns and their sum."""
        return len(self.columns) > MOST_IN_A_SHEET

    @property
    def whole_label(self) -> str:
        return self.total_label

    @property
    def whole_by_column(self) -> bool:
        return bool(self.total_per)

    def whole_key(self, at: Answer[Any]) -> str:
        """The figure that the rows split."""
        return beside(at, self.total) if self.total else f"{at.path}/{TOTAL}"

    @property
    def last_row(self) -> str:
        """What the row of sums is called."""
        return self.last_label or self.sum_label

    def faults(self, form: Form) -> Iterator[str]:
        yield from self.row_faults()
        yield from self.column_faults(form)
        if self.percent not in ("", "row", "column"):
            yield "percent ska vara ”row” eller ”column”"
        if self.total_per not in ("", "column") or (self.total_per and not (self.total or self.total_label)):
            yield "total_per ska vara ”column”, och kräver total eller total_label"
        if self.column_bars and (self.one_column or not self.column_sum):
            yield "column_bars kräver flera kolumner med summor"
        if self.total and self.total_label:
            yield "total och total_label går inte ihop: summan står antingen någon annanstans eller här"
        whole = form.field(self.total.partition("/")[0]) if self.total else None
        if self.total and not (isinstance(whole, Counting) and whole.counts):
            yield f"total ”{self.total}” är inget som räknas i formuläret"

    def row_faults(self) -> Iterator[str]:
        ids = [row.id for row in self.form_rows]
        if not ids and not self.own_rows:
            yield "minst en ”row”, en ”group” eller own_rows behövs"
        if self.own_rows and self.groups:
            yield "own_rows går inte ihop med ”group”: det syns inte vilken grupp raden hör till"
        yield from (f"två rader heter ”{one}”" for one in sorted({one for one in ids if ids.count(one) > 1}))
        yield from (f"gruppen ”{group.id}” har inga rader" for group in self.groups if not group.rows)
        yield from self.taken_ids()

    @property
    def form_rows(self) -> Iterator[CountRow]:
        """The form's own, those in groups last."""
        yield from self.rows
        for group in self.groups:
            yield from group.rows

    def group_of(self, row: str) -> str:
        return next((group.id for group in self.groups if any(one.id == row for one in group.rows)), "")

    def splitting(self, at: Answer[Any], *, named: bool = True) -> Iterator[tuple[str, tuple[CountLine, ...]]]:
        """(group, its rows) of all that split the total; the whole table as "" when it has no groups."""
        lines = self.lines(at, named=named)
        for group in [group.id for group in self.groups] or [""]:
            yield group, tuple(line for line in lines if line.group == group)

    def keys_at(self, at: Answer[Any], rest: Rest) -> Keys:
        return keys_of_cell(self, at, rest)

    def formulas(self, at: Answer[Any]) -> Iterator[tuple[str, Formula]]:
        return formulas_of_table(self, at)

    def figure_unit(self, key: str) -> Unit:
        return unit_of(key)

    def said(self, key: str, found: Sum) -> str | None:
        words = left_words(key, found)
        column = next((one.label for one in self.columns if self.total_per and key.endswith(f"/{one.id}")), "")
        return f"{column}: {words}" if words and column else words

    def figure_names(self, at: Answer[Any]) -> Iterator[FigureName]:
        return names_of_sums(self, at)

    def stated(self, at: Answer[Any]) -> dict[str, int]:
        """The sums of the form's own rows and columns: the ids of others mean nothing outside the draft."""
        keys = ("alla", *(f"rad/{row.id}" for row in self.form_rows), *(f"kolumn/{one.id}" for one in self.columns))
        found = {f"{at.path}/{key}": figures(at.document).sum(at.path, key) for key in keys}
        return {key: one.value for key, one in found.items() if not one.unread}

    def bars(self, at: Answer[Any]) -> Iterator[BarChart]:
        return table_bars(self, at)
