"""A table of counts on paper. An empty one is left out of a locked version, unless the form asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...core.kinds.figures import figures
from ...core.kinds.grid.parts import (
    BEFORE,
    COUNT,
    LABEL,
    OF_PART,
    PARTS,
    PERIOD,
    SINCE,
    TIME,
    TOTAL,
    CountColumn,
    CountLine,
)
from ...core.kinds.kind import Answer
from ...core.kinds.table.definition import CountTable
from .. import elements as e
from ..paper import Paper
from ..words import UNREAD
from .bars import pictures
from .figure import figure_cell
from .grid import column_head

EMPTY_ROWS = 3
"""Rows of one's own, on a blank form."""
ROUNDED = "Andelarna är avrundade så att de blir 100 (största resten)."


def elements(at: Answer[CountTable], paper: Paper) -> Iterator[e.Element]:
    field = at.field
    if paper.stamp.state == "last" and not (field.required or at.begun):
        return
    if field.period:
        start, end = (paper.cell(at.below(part, TIME, part.id)) for part in PERIOD.both())
        if paper.blank or paper.fillable or start.value or end.value:
            yield e.Entries((e.Entry("Tid", start._replace(also=(end._replace(lead="–"),))),))
    if field.total_label and not field.total_per:
        yield e.Entries(
            tuple(e.Entry(leaf.label, paper.cell(at.below(leaf, *steps))) for leaf, steps in field.totals(()))
        )
    yield Sheet(at, paper).table
    known = figures(at.document)
    if not paper.blank and any(known.sum(key).unread for key in known.keys_of(field)):
        words = f"{UNREAD} Ett antal i tabellen går inte att läsa och är inte med i summan. Det står som det skrevs."
        yield e.Note(words, at.path)
    if field.percent and not paper.blank:
        yield e.Note(ROUNDED, at.path)
    yield from pictures(at, paper)


class Extra(NamedTuple):
    """A column after the counts: its head, and how the key of a row's figure in it begins."""

    head: str
    key: str


class Sheet:
    """The rows and columns of a table as the document stands."""

    def __init__(self, at: Answer[CountTable], paper: Paper):
        self.at, self.paper, self.field = at, paper, at.field
        self.columns, self.lines = at.field.columns_of(at), at.field.lines(at)
        self.shares = bool(at.field.percent)
        self.row_sums = at.field.row_sum and not at.field.one_column
        self.extras = tuple(self.extra_columns())

    def extra_columns(self) -> Iterator[Extra]:
        if self.row_sums:
            yield Extra(self.field.sum_label, "rad")
        if self.field.prints_before(self.at):
            yield Extra("Förra perioden", BEFORE)
            yield Extra("Förändring", "forandring")

    @property
    def table(self) -> e.Table:
        rows: list[e.Row] = []
        counted: dict[str, list[int]] = {}
        for group, label in [("", ""), *((one.id, one.label) for one in self.field.groups)]:
            inside = [line for line in self.lines if line.group == group]
            if label:
                rows.append(e.Row("group", (e.own(label)._replace(span=self.width),)))
            for line in inside:
                counted.setdefault(group, []).append(len(rows))
                rows += self.line(line)
            if not group and self.field.own_rows and self.paper.blank:
                rows += [e.Row("row", (e.Cell(),) * self.width) for _ in range(EMPTY_ROWS)]
        rows += self.sum_rows(counted)
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
        return 1 + len(self.columns) * (2 if self.shares else 1) + len(self.extras)

    def heads(self) -> Iterator[e.Column]:
        yield e.Column(e.own(self.field.corner), "text", LABEL.id)
        for column in self.columns:
            yield e.Column(column_head(self.at, column), "amount", column.id)
            if self.shares:
                yield e.Column(e.own("Andel"), "share")
        step = 2 if self.shares else 1
        inside = tuple(range(1, 1 + step * len(self.columns), step))
        for extra in self.extras:
            yield e.Column(e.own(extra.head), "sum", adds=inside if extra.key == "rad" else None)

    def line(self, line: CountLine) -> Iterator[e.Row]:
        path = f"{self.at.path}/{line.id}"
        cells = [cell for column in self.columns for cell in self.counts(line, column)]
        extras = (self.extra(extra, line) for extra in self.extras)
        yield e.Row("row", (self.name(line), *cells, *extras), path)
        for part in self.at.rows(line.id, PARTS) if line.has_parts else ():
            yield self.part(line, part)

    def extra(self, extra: Extra, line: CountLine) -> e.Cell:
        if extra.key == BEFORE and self.field.one_column:
            (column,) = self.columns
            return self.paper.cell(self.at.below(self.field.before(line, column), line.id, column.id, BEFORE))
        return self.figure(extra.key, line.id)

    def part(self, line: CountLine, part: str) -> e.Row:
        """What a row is made of: its count stands in the one column of counts, else after its name."""
        label, count = (
            self.paper.cell(self.at.below(OF_PART[one], line.id, PARTS, part, one))._replace(lead=" ")
            for one in (LABEL.id, COUNT)
        )
        alone = self.field.one_column
        cells = (count if alone else e.Cell(), *((e.Cell(),) * (self.width - 2)))
        said = e.own("därav", label) if alone else e.own("därav", label, count)
        return e.Row("row", (said, *cells), f"{self.at.path}/{line.id}/{PARTS}/{part}")

    def name(self, line: CountLine) -> e.Cell:
        if line.says_since:
            return e.own(line.label, self.paper.cell(self.at.below(SINCE, line.id, SINCE.id))._replace(lead=" sedan "))
        if line.row is not None:
            return e.own(line.label)
        return self.paper.cell(self.at.below(LABEL, line.id, LABEL.id))

    def counts(self, line: CountLine, column: CountColumn) -> Iterator[e.Cell]:
        yield self.paper.cell(self.at.below(self.field.cell(line, column), line.id, column.id))
        if self.shares:
            yield self.figure("andel", line.id, column.id)

    def figure(self, *steps: str) -> e.Cell:
        silent = steps[0] in (BEFORE, "andel", "forandring")
        return figure_cell(self.at, "/".join((self.at.path, *steps)), self.paper, silent=silent)

    def sum_rows(self, counted: dict[str, list[int]]) -> Iterator[e.Row]:
        if self.field.column_sum:
            alone = self.field.one_column
            cells: list[e.Cell] = []
            for column in self.columns:
                cells.append(self.figure("alla") if alone else self.figure("kolumn", column.id))
                cells += [e.Cell()] if self.shares else []
            extras = (self.figure("alla") if extra.key == "rad" else e.Cell() for extra in self.extras)
            yield e.Row("sum", (e.own(self.field.last_row), *cells, *extras), adds=self.added(counted))
        if self.field.total_label and self.field.total_per:
            found = [self.paper.cell(self.at.below(leaf, *steps)) for leaf, steps in self.field.totals(self.columns)]
            cells = [one for cell in found for one in ([cell, e.Cell()] if self.shares else [cell])]
            rest = tuple(self.figure(TOTAL) if extra.key == "rad" else e.Cell() for extra in self.extras)
            yield e.Row("row", (e.own(self.field.total_label), *cells, *rest), f"{self.at.path}/{TOTAL}")

    def added(self, counted: dict[str, list[int]]) -> tuple[int, ...] | None:
        """The rows that the sums add up: of groups that split the same, the first that is written; None when columns differ in that."""
        known = figures(self.at.document)
        groups = [group.id for group in self.field.groups]
        if not groups:
            return tuple(counted.get("", ()))
        firsts = {
            next((one for one in groups if known.sum(self.at.path, "grupp", one, column.id).written), "")
            for column in self.columns
        } - {""}
        if len(firsts) > 1:
            return None
        return tuple(counted.get(next(iter(firsts), groups[0]), ()))
