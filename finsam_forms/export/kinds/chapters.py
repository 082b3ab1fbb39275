"""Chapters on paper: a heading each, and under it the questions that somebody has answered or that must be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ...core.kinds.chapters import HEADING, Chapters
from ...core.kinds.kind import Answer, Kind, OwnPage
from ...core.kinds.overview import APART, IN_STEP, OTHER_TIME, Standing, margin_of
from ...core.unit import Unit
from .. import elements as e
from ..paper import Paper
from .figure import figure_cell

ADDED = frozenset({Unit.COUNT, Unit.KRONOR})
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
    standings = at.field.standings(at)
    stands = any(one.words for one in standings.values())
    rows: list[e.Row] = []
    added: list[int] = []
    for one in at.field.pages(at):
        cells = (figure_cell(at, column.key(at.path, one.row), paper, silent=True) for column in counted)
        word = (e.own(standings[one.row].words),) if stands else ()
        added += [] if standings[one.row].counted else [len(rows)]
        rows.append(e.Row("row", (heading(at, one, paper).cell, *word, *cells), f"{at.path}/{one.row}"))
    if len(added) > 1:
        rows.append(sum_row(rows, added, before=1 + int(stands)))
    yield e.Table(
        path=at.path,
        title=at.field.overview_label,
        columns=(
            e.Column(e.own(at.field.title_label), "text"),
            *([e.Column(e.own("Läge"), "text")] if stands else []),
            *(e.Column(e.own(one.label), "amount") for one in counted),
        ),
        rows=tuple(rows),
        level=paper.level,
    )
    yield from explained(at, standings)


def explained(at: Answer[Chapters], standings: Mapping[str, Standing]) -> Iterator[e.Element]:
    """What the words of the table mean."""
    if any(one.signal in (IN_STEP, APART) for one in standings.values()):
        points = margin_of(at.form)
        yield e.Note(
            f"{APART.capitalize()}: så mycket av budgeten som är förbrukad och så mycket av tiden som har gått skiljer sig mer än "
            f"{points} procentenheter."
        )
    others = [
        f"{at.field.called(at, row)} ({one.counted})" for row, one in standings.items() if one.counted is not None
    ]
    if others:
        yield e.Note(
            f"{OTHER_TIME.capitalize()}: räknat för en annan tid än rapportens, och inte med i summan: {', '.join(others)}."
        )


def sum_row(rows: list[e.Row], added: list[int], *, before: int) -> e.Row:
    """The chapters that are counted for the same time together: counts and money are added up, shares are not. `before`: the columns that
    come before the figures."""
    columns = zip(*(rows[number].cells[before:] for number in added), strict=True)
    heads = (e.own("Summa"), *(e.Cell(),) * (before - 1))
    return e.Row("sum", (*heads, *map(together, columns)), adds=tuple(added))


def together(cells: tuple[e.Cell, ...]) -> e.Cell:
    found = [one.value for one in cells if isinstance(one.value, int)]
    return e.Cell(sum(found), cells[0].unit, rule=e.Rule.ADDED) if found and cells[0].unit in ADDED else e.Cell()


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
