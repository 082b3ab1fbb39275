"""Participants in, out and left on paper, from the top down as the form has them."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.kinds.figures import figures
from ...core.kinds.flow.definition import Flow, with_end
from ...core.kinds.grid.parts import LABEL, CountLine
from ...core.kinds.kind import Answer
from .. import elements as e
from ..paper import Paper
from ..words import UNREAD
from .bars import pictures
from .figure import figure_cell
from .grid import column_head

EMPTY_ROWS = 2
"""Reasons of one's own, on a blank form."""


def elements(at: Answer[Flow], paper: Paper) -> Iterator[e.Element]:
    if paper.stamp.state == "last" and not (at.field.required or at.begun):
        return
    yield Sheet(at, paper).table
    known = figures(at.document)
    if not paper.blank and any(known.sum(key).unread for key in known.keys_of(at.field)):
        words = f"{UNREAD} Ett antal i tabellen går inte att läsa och är inte med i summan. Det står som det skrevs."
        yield e.Note(words, at.path)
    yield e.Entries(tuple(outcome(at, paper)))
    yield from pictures(at, paper)


def outcome(at: Answer[Flow], paper: Paper) -> Iterator[e.Entry]:
    """«7 av 14 = 50 %»: of those who finished, how many went on as the form counts it."""
    finished, forward, share = (
        figure_cell(at, f"{at.path}/{key}", paper, silent=True) for key in ("slutfort", "vidare", "andel_vidare")
    )
    yield e.Entry(at.field.finished_label, finished)
    if at.field.forward_label:
        told = (finished._replace(lead=" av "), share._replace(lead=" = "))
        yield e.Entry(at.field.forward_label, forward._replace(also=told) if forward.value is not None else forward)


class Sheet:
    """The rows and columns of a flow as the document stands."""

    def __init__(self, at: Answer[Flow], paper: Paper):
        self.at, self.paper, self.field = at, paper, at.field
        self.columns = at.field.columns_of(at)
        self.many = not at.field.one_column

    @property
    def table(self) -> e.Table:
        ways_in, ways_out = self.field.ways_in(self.at), self.field.ways_out(self.at)
        rows = [self.line(line) for line in ways_in]
        if len(ways_in) > 1:
            rows.append(self.sums("sum", self.field.total, "inskrivna", tuple(range(len(rows)))))
        came = len(rows) - 1
        first = len(rows) + 1
        blank = [e.Row("row", (e.Cell(),) * self.width)] * (
            EMPTY_ROWS if self.paper.blank and self.field.own_rows else 0
        )
        out = [*(self.line(line) for line in ways_out), *blank]
        rows.append(self.sums("sum", self.field.out, "avslut", tuple(range(first, first + len(out)))))
        rows += [*out, self.sums("total", self.field.left, "aktiva")._replace(less=(came, came + 1))]
        cells = [self.paper.cell(self.at.below(leaf, *steps)) for leaf, steps in self.field.totals(self.columns)]
        if not self.paper.blank and any(cell.value is not None for cell in cells):
            whole = (figure_cell(self.at, f"{self.at.path}/kontroll", self.paper),) if self.many else ()
            path = f"{self.at.path}/{self.field.whole_step}"
            rows.append(e.Row("row", (e.own(self.field.whole_label), *cells, *whole), path))
        return e.Table(
            path=self.at.path,
            title=self.field.label,
            columns=tuple(self.heads()),
            rows=tuple(rows),
            blank=self.paper.blank,
            level=self.paper.level,
        )

    @property
    def width(self) -> int:
        return 1 + len(self.columns) + int(self.many)

    def heads(self) -> Iterator[e.Column]:
        yield e.Column(e.own(self.field.corner), "text", LABEL.id)
        for column in self.columns:
            yield e.Column(column_head(self.at, column), "amount", column.id)
        if self.many:
            yield e.Column(e.own("Summa"), "sum", adds=tuple(range(1, 1 + len(self.columns))))

    def line(self, line: CountLine) -> e.Row:
        at = self.at
        name = (
            e.own(with_end(line.label, at.document))
            if line.row is not None
            else self.paper.cell(at.below(LABEL, line.id, LABEL.id))
        )
        cells = (self.paper.cell(at.below(self.field.cell(line, one), line.id, one.id)) for one in self.columns)
        whole = (figure_cell(at, f"{at.path}/rad/{line.id}", self.paper),) if self.many else ()
        return e.Row("row", (name, *cells, *whole), f"{at.path}/{line.id}")

    def sums(self, kind: str, label: str, key: str, adds: tuple[int, ...] | None = None) -> e.Row:
        ends = [*(f"/{one.id}" for one in self.columns if self.many), ""]
        cells = (figure_cell(self.at, f"{self.at.path}/{key}{end}", self.paper) for end in ends)
        return e.Row(kind, (e.own(with_end(label, self.at.document)), *cells), adds=adds)
