"""Chapters on paper: a heading each, and under it the questions that somebody has answered or that must be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...core.kinds.chapters import HEADING, Chapters
from ...core.kinds.kind import Answer, Kind, OwnPage
from ...core.unit import Unit
from .. import elements as e
from ..paper import Paper
from .figure import figure_cell

TO_WRITE = "+1"
"""The row of a chapter that is not there, on a form to fill in by hand."""


def elements(at: Answer[Chapters], paper: Paper) -> Iterator[e.Element]:
    chapters = tuple(at.field.pages(at)) or (to_write(at),)
    yield from overview(at, paper)
    for one in chapters:
        yield heading(at, one, paper)
        for question in one.questions:
            if question.field.id != HEADING and wanted(question, paper):
                yield from asked(question, paper.below())


def overview(at: Answer[Chapters], paper: Paper) -> Iterator[e.Element]:
    """What each chapter comes to, beside the others."""
    counted = () if paper.blank else at.field.overviewed(at)
    if not counted:
        return
    rows = []
    for one in at.field.pages(at):
        path = f"{at.path}/{one.row}"
        cells = (figure_cell(at, f"{path}/{column.of}", paper, silent=True) for column in counted)
        rows.append(e.Row("row", (heading(at, one, paper).cell, *cells), path))
    if len(rows) > 1:
        rows.append(sum_row(rows))
    yield e.Table(
        path=at.path,
        title=at.field.overview_label,
        columns=(
            e.Column(e.own(at.field.title_label), "text"),
            *(e.Column(e.own(one.label), "amount") for one in counted),
        ),
        rows=tuple(rows),
        level=paper.level,
    )


def sum_row(rows: list[e.Row]) -> e.Row:
    """All chapters together: counts are added up, shares are not."""
    columns = list(zip(*(row.cells[1:] for row in rows), strict=True))
    counts = [[one.value for one in cells if isinstance(one.value, int)] for cells in columns]
    sums = (
        e.Cell(sum(found), Unit.COUNT, rule=e.Rule.FORM) if cells[0].unit is Unit.COUNT else e.Cell()
        for cells, found in zip(columns, counts, strict=True)
    )
    return e.Row("sum", (e.own("Summa"), *sums), adds=tuple(range(len(rows))))


def to_write(at: Answer[Chapters]) -> OwnPage:
    chapter = at.below(at.field.row(TO_WRITE), TO_WRITE)
    return OwnPage(chapter.path, at.field.numbered(1), at.field.row_name.capitalize(), tuple(chapter.parts()))


def heading(at: Answer[Chapters], one: OwnPage, paper: Paper) -> e.Heading:
    path = f"{at.path}/{one.row}"
    if paper.blank:
        return e.Heading(one.number, f"{at.field.title_label}:", level=paper.level, path=path)
    written = at.text(one.row, HEADING).strip()
    said = e.Cell(one.name, path=f"{path}/{HEADING}", rule=None if written else e.Rule.FORM)
    return e.Heading(one.number, one.name, level=paper.level, path=path, cell=said)


def wanted(question: Answer[Kind], paper: Paper) -> bool:
    return paper.blank or paper.fillable or question.field.required or question.begun


def asked(question: Answer[Any], paper: Paper) -> Iterator[e.Element]:
    from . import printed  # how every kind is printed, this one too

    field, kind = question.field, printed(question.field)
    if field.label and not kind.says_label:
        yield e.SubHeading(field.label, level=paper.level, path=question.path)
        paper = paper.below()
    yield from kind.elements(question, paper)
