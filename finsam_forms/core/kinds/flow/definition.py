"""Participants in, out by reason, left: `path/<row>/<column>`, and `path/aktiva/<column>`, a count that the sum is compared with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from ...bars import BarChart
from ...dates import format_date
from ...document import Document, Form
from ...figure import Formula, Sum
from ...roles import RAPPORTPERIOD
from ...unit import Unit
from ..figures import FigureName, Keys, figures, is_figure
from ..grid.definition import CountGrid
from ..grid.parts import CountLine, CountRow
from ..kind import Answer, Inside, Rest, Source, Taken, answer_at
from ..rows import Rows, TableRow, none_of
from .periods import COLUMNS, carried_on, period_bars
from .pictures import flow_bars
from .sums import CONTROL, formulas_of_flow, keys_of_cell, names_of_sums, too_few_words, unit_of

END = "{slut}"
"""In a label: the last day of the report's time."""
PLAIN = frozenset({"role", "cumulative", "varav"})
OUT_GROUP = "ut"


@dataclass(frozen=True, slots=True, kw_only=True)
class InRow(CountRow):
    """A way in, such as «Nya under perioden»."""

    worked_out: ClassVar[frozenset[str]] = PLAIN
    roles: ClassVar[frozenset[str]] = frozenset()

    left_before: bool = False
    """Are they those who were left when the report before ended?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutRow(CountRow):
    """A reason to leave."""

    worked_out: ClassVar[frozenset[str]] = PLAIN
    roles: ClassVar[frozenset[str]] = frozenset()

    short: str = ""
    """What it is called in a sentence: «i arbete»."""
    dropout: bool = False
    """Left early: not among those who finished."""
    forward: bool = False
    """Went on, as the form counts it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow(CountGrid):
    """How many are left is worked out, never typed: what is typed is compared with it (G66)."""

    type: ClassVar[str] = "flow"
    inside: ClassVar[Inside] = {"row_in": InRow, "row_out": OutRow, "column": TableRow}
    worked_out: ClassVar[frozenset[str]] = frozenset({"previous", "period", "any_time"})
    whole_step: ClassVar[str] = CONTROL
    row_ins: tuple[InRow, ...] = ()
    row_outs: tuple[OutRow, ...] = ()
    noun: str = "deltagare"
    total: str = "Antal inskrivna"
    out: str = "Antal avslut totalt"
    left: str = "Antal aktiva"
    finished_label: str = "Avslutade (förutom tidiga avhopp)"
    handed_over: str = ""
    """A figure elsewhere that those who are left have to be, when the insats is over."""
    periods: str = ""
    """The id of rows elsewhere: what it came to in the reports before, a row a period."""
    forward_label: str = ""
    """What those have gone to who count as having gone on; empty where nobody does."""

    def faults(self, form: Form) -> Iterator[str]:
        yield from none_of(self.row_ins, "row_in")
        yield from none_of(self.row_outs, "row_out")
        ids = [row.id for row in self.form_rows]
        yield from (f"två rader heter ”{one}”" for one in sorted({one for one in ids if ids.count(one) > 1}))
        yield from self.taken_ids()
        yield from self.column_faults(form)
        if sum(row.left_before for row in self.row_ins) > 1:
            yield "bara en rad kan ha left_before"
        if self.handed_over and not is_figure(form, self.handed_over):
            yield f"handed_over ”{self.handed_over}” är inget tal i formuläret"
        beside = form.field(self.periods) if self.periods else None
        if self.periods and not (isinstance(beside, Rows) and {one.id for one in beside.columns} >= set(COLUMNS)):
            yield f"periods ”{self.periods}” är inga rader med kolumnerna {', '.join(COLUMNS)}"
        if bool(self.forward_label) != any(row.forward for row in self.row_outs):
            yield "forward_label säger vad raderna med forward = true är: båda behövs"

    @property
    def left_before(self) -> InRow | None:
        """The way in of those who were left when the report before ended."""
        return next((row for row in self.row_ins if row.left_before), None)

    def comes_from(self, previous: bool) -> str:
        if previous and self.left_before and self.from_previous is None:
            return self.id
        return CountGrid.comes_from(self, previous)

    def taken(self, path: str, source: Source) -> Iterator[Taken]:
        yield from CountGrid.taken(self, path, source)
        if source.previous and self.periods:
            yield from carried_on(self, source)
        if source.previous and self.left_before:
            for column, left in left_at(source.document, source.path).items():
                cell = f"{self.left_before.id}/{column}"
                if self.leaf_at(tuple(cell.split("/"))):
                    yield Taken(f"{path}/{cell}", str(left))

    @property
    def form_rows(self) -> Iterator[CountRow]:
        yield from self.row_ins
        yield from self.row_outs

    @property
    def whole_label(self) -> str:
        return f"{without_end(self.left)}, räknat för sig"

    @property
    def whole_by_column(self) -> bool:
        return True

    def group_of(self, row: str) -> str:
        return "" if any(one.id == row for one in self.row_ins) else OUT_GROUP

    def ways_in(self, at: Answer[Any]) -> tuple[CountLine, ...]:
        return self.lines(at)[: len(self.row_ins)]

    def ways_out(self, at: Answer[Any]) -> tuple[CountLine, ...]:
        return self.lines(at)[len(self.row_ins) :]

    def keys_at(self, at: Answer[Any], rest: Rest) -> Keys:
        return keys_of_cell(self, at, rest)

    def formulas(self, at: Answer[Any]) -> Iterator[tuple[str, Formula]]:
        return formulas_of_flow(self, at)

    def figure_unit(self, key: str) -> Unit:
        return unit_of(key)

    def said(self, key: str, found: Sum) -> str | None:
        return too_few_words(key, found)

    def figure_names(self, at: Answer[Any]) -> Iterator[FigureName]:
        return names_of_sums(self, at)

    def stated(self, at: Answer[Any]) -> dict[str, int]:
        """What a file says that was worked out, in all: the ids of rows of one's own mean nothing outside the draft."""
        keys = ("inskrivna", "avslut", "aktiva", "slutfort", "vidare", "bortfall")
        found = {f"{at.path}/{key}": figures(at.document).sum(at.path, key) for key in keys}
        return {key: one.value for key, one in found.items() if one.written and not one.unread}

    def people(self, at: Answer[Any]) -> Iterator[tuple[str, int]]:
        known = figures(at.document)
        for column in self.columns_of(at):
            found = known.sum(at.path, "inskrivna", *(() if self.one_column else (column.id,)))
            if found.written and not found.unread:
                yield column.label or self.noun, found.value

    def bars(self, at: Answer[Any]) -> Iterator[BarChart]:
        yield from flow_bars(self, at)
        if self.periods:
            yield from period_bars(self, at)

    def drawn_from(self, form: Form) -> frozenset[str]:
        return CountGrid.drawn_from(self, form) | ({self.periods} if self.periods else frozenset())


def left_at(document: Document, path: str) -> dict[str, int]:
    """How many are left in each column of the flow at a path, where that is known."""
    at, known = answer_at(document, path), figures(document)
    if at is None or at[1] or not isinstance(at[0].field, Flow):
        return {}
    flow = at[0].field
    found = {
        one.id: known.sum(path, "aktiva", *(() if flow.one_column else (one.id,)))
        for one in flow.unnamed_columns(at[0])
    }
    return {column: left.value for column, left in found.items() if left.written and not left.unread}


def began_at(document: Document, path: str) -> dict[str, int]:
    """How many each column of the flow at a path began with, where its counts are known; 0 where nothing is written of it."""
    at = answer_at(document, path)
    if at is None or not isinstance(at[0].field, Flow) or at[0].field.left_before is None:
        return {}
    row = at[0].field.left_before.id
    return {column: document.read(f"{path}/{row}/{column}").value or 0 for column in left_at(document, path)}


def without_end(label: str) -> str:
    """A label where no day is told."""
    return " ".join(label.replace(END, "").split()).removesuffix(" Tom")


def with_end(label: str, document: Document) -> str:
    """A label with the last day of the report's time, once that is known."""
    field = document.mall.of_role(RAPPORTPERIOD)
    day = document.read(f"{field.id}/slut").value if field and END in label else None
    return label.replace(END, format_date(day)) if day else without_end(label)
