"""Budget against outcome on paper: the sentences, the table, what is said about the whole, the comments, the picture. On a form to fill in
by hand what is asked about the whole comes first, as it is filled in."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from ...core.kinds.budget_outcome.definition import BudgetOutcome
from ...core.kinds.budget_outcome.parts import (
    COMMENT,
    FORECAST_AS,
    LABEL,
    NOW,
    SPLIT,
    TIME,
    TYPED,
    UNIT,
    MoneyLine,
    amount,
)
from ...core.kinds.budget_outcome.sums import DIFFERENCES, RATIOS, SHARES
from ...core.kinds.budget_outcome.words import head_of, label_of
from ...core.kinds.figures import figures
from ...core.kinds.kind import Answer
from ...core.unit import NBSP, Unit
from .. import elements as e
from ..paper import Paper
from ..words import UNREAD
from .bars import pictures
from .figure import figure_cell, sentences
from .grid import named_elsewhere
from .parties import named

PART_OF = "därav"
EMPTY_ROWS = 3
"""Rows of one's own, on a blank form."""


def elements(at: Answer[BudgetOutcome], paper: Paper) -> Iterator[e.Element]:
    if paper.stamp.state == "last" and not (at.field.required or at.begun):
        return
    yield from sentences(at, paper)
    about = tuple(facts(at, paper))
    if about and paper.blank:
        yield e.Entries(about, amounts=at.field.amounts(at))
    yield Sheet(at, paper).table
    if at.field.claim_label:
        amounts = at.field.amounts(at)
        claim = figure_cell(at, f"{at.path}/summa/{NOW}", paper, silent=True)
        yield e.Band(f"{at.field.claim_label} ({amounts.unit})", claim, amounts)
    known = figures(at.document)
    if not paper.blank and any(known.sum(key).unread for key in known.keys_of(at.field)):
        words = f"{UNREAD} Ett belopp i tabellen går inte att läsa och är inte med i summan. Det står som det skrevs."
        yield e.Note(words, at.path)
    if about and not paper.blank:
        yield e.Entries(about, amounts=at.field.amounts(at))
    comments = tuple(comments_of(at, paper))
    if comments:
        yield e.Entries(comments)
    yield from pictures(at, paper)


def facts(at: Answer[BudgetOutcome], paper: Paper) -> Iterator[e.Entry]:
    for one in at.field.whole_parts():
        if one is TIME:
            start, end = (paper.cell(at.below(day, TIME.id, day.id)) for day in TIME.both())
            yield e.Entry(TIME.label, start._replace(also=(end._replace(lead="–"),)))
        elif one is not UNIT and one is not FORECAST_AS:
            leaf = one.leaf_at(())
            assert leaf is not None
            yield e.Entry(leaf.label, paper.cell(at.below(leaf, leaf.id)))
        elif one is FORECAST_AS and (paper.blank or at.text(FORECAST_AS.id)):
            offered = " ☐ ".join(("", *FORECAST_AS.options)).strip()
            yield e.Entry(
                FORECAST_AS.label, e.own(offered) if paper.blank else paper.cell(at.below(FORECAST_AS, FORECAST_AS.id))
            )


def comments_of(at: Answer[BudgetOutcome], paper: Paper) -> Iterator[e.Entry]:
    for line in at.field.lines(at):
        cell = paper.cell(at.below(COMMENT, line.id, COMMENT.id))
        if cell.value:
            yield e.Entry(line.label, cell)


class Part(NamedTuple):
    """A column: what it is, and the row id and the name of its party; empty for all."""

    column: str
    party: str
    name: e.Cell


class Sheet:
    """The rows and columns of a table as the document stands."""

    def __init__(self, at: Answer[BudgetOutcome], paper: Paper):
        self.at, self.paper, self.field = at, paper, at.field
        self.columns = tuple(self.parts())

    def parts(self) -> Iterator[Part]:
        for column in self.field.show:
            parties = self.field.parties_of(self.at) if column in TYPED else ()
            yield from (Part(column, party.id, named(party)) for party in parties)
            if not parties:
                yield Part(column, "", e.Cell())

    @property
    def table(self) -> e.Table:
        rows: list[e.Row] = []
        summed: list[int] = []
        for year, lines in groupby(self.field.lines(self.at), key=lambda line: line.year):
            of_year: list[int] = []
            for line in lines:
                if not self.left_out(line):
                    of_year.append(len(rows))
                    rows += self.line(line, len(rows))
            summed += of_year
            if year:
                words = e.own(f"{self.field.sum_label} {year}")
                cells = (self.sum(part, f"ar/{year}") for part in self.columns)
                rows.append(e.Row("sum", (words, *cells), adds=tuple(of_year)))
        if self.paper.blank and self.field.own_rows:
            rows += [e.Row("row", (e.Cell(),) * (1 + len(self.columns)))] * EMPTY_ROWS
        rows.append(e.Row("total", (e.own(self.field.sum_label), *map(self.sum, self.columns)), adds=tuple(summed)))
        unit = f"☐{NBSP}kr ☐{NBSP}tkr" if self.paper.blank else self.field.amounts(self.at).unit
        return e.Table(
            path=self.at.path,
            title=label_of(self.field, self.at),
            note=f"Belopp i {unit}",
            columns=(e.Column(e.Cell(), "text", LABEL.id), *map(self.head, self.columns)),
            rows=tuple(rows),
            amounts=self.field.amounts(self.at),
            blank=self.paper.blank,
            level=self.paper.level,
        )

    def left_out(self, line: MoneyLine) -> bool:
        """A row that the form lets be, while it is nothing but zeros."""
        if self.paper.blank or line.row is None or not line.row.optional or at_text(self.at, line):
            return False
        known = figures(self.at.document)
        found = [known.sum(self.at.path, "rad", line.id, column) for column in self.field.typed]
        return not any(one.value or one.unread for one in found)

    def head(self, part: Part) -> e.Column:
        words = e.own(head_of(self.field, self.at, part.column))
        head = words._replace(also=(part.name._replace(lead=" "),)) if part.name.value else words
        typed = part.column in TYPED
        look = "amount" if typed else "share" if part.column in SHARES else "sum"
        steps = "/".join(filter(None, (part.column, part.party))) if typed else ""
        less, part_of = (self.places(some.get(part.column, ())) for some in (DIFFERENCES, RATIOS))
        return e.Column(head, look, steps, less=less, part_of=part_of)

    def places(self, columns: tuple[str, ...]) -> tuple[int, ...]:
        """Where some columns stand in the table; none unless each of them stands there once."""
        found = [number for one in columns for number, part in enumerate(self.columns, 1) if part.column == one]
        return tuple(found) if len(found) == len(columns) else ()

    def line(self, line: MoneyLine, number: int) -> Iterator[e.Row]:
        """The row, and its parts under it: where nothing else is written it is their sum. `number`: which row of the table it is."""
        at, path = self.at, f"{self.at.path}/{line.id}"
        parts = at.rows(line.id, SPLIT) if self.field.split else ()
        adds = tuple(range(number + 1, number + 1 + len(parts))) or None
        given = self.field.given_by(at.form) if self.field.row_of(line.id) is None else None
        own = line.row is None
        name = (
            self.paper.cell(at.below(LABEL, line.id, LABEL.id))
            if own
            else named_elsewhere(given, at, line.id, line.label)
        )
        yield e.Row("row", (name, *(self.cell(line, part) for part in self.columns)), path, adds)
        for one in parts:
            label = self.paper.cell(at.below(LABEL, line.id, SPLIT, one, LABEL.id))
            cells = (self.of_part(line, one, part) for part in self.columns)
            yield e.Row("row", (label, *cells), f"{path}/{SPLIT}/{one}", mark=PART_OF)

    def cell(self, line: MoneyLine, part: Part) -> e.Cell:
        path = f"{self.at.path}/rad/{line.id}/{part.column}"
        if part.column not in TYPED:
            return figure_cell(self.at, path, self.paper, silent=True)
        if self.field.parties and not part.party:
            return e.Cell(None, Unit.KRONOR)
        steps = tuple(filter(None, (part.column, part.party)))
        typed = self.paper.cell(self.at.below(amount(part.column, ""), line.id, *steps))
        by_parts = typed.value is None and part.column in self.field.split_columns and self.has_parts(line, part.column)
        return figure_cell(self.at, path, self.paper) if by_parts else typed

    def has_parts(self, line: MoneyLine, column: str) -> bool:
        return bool(figures(self.at.document).sum(self.at.path, SPLIT, line.id, column).written)

    def of_part(self, line: MoneyLine, one: str, part: Part) -> e.Cell:
        if part.column not in self.field.split_columns:
            return e.Cell()
        return self.paper.cell(self.at.below(amount(part.column, ""), line.id, SPLIT, one, part.column))

    def sum(self, part: Part, of: str = "summa") -> e.Cell:
        end = f"part/{part.party}/{part.column}" if part.party else f"{of}/{part.column}"
        return figure_cell(self.at, f"{self.at.path}/{end}", self.paper, silent=True)


def at_text(at: Answer[BudgetOutcome], line: MoneyLine) -> bool:
    return bool(at.text(line.id, COMMENT.id).strip())
