"""From one day to another on paper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...core.kinds.kind import Answer
from ...core.kinds.period import PeriodField
from ...core.roles import INSATSTID, RAPPORTPERIOD
from ...core.span import insats_span
from ...core.unit import Unit
from .. import elements as e
from ..paper import Paper

NBSP = "\u00a0"


def elements(at: Answer[PeriodField], paper: Paper) -> Iterator[e.Element]:
    parts: tuple[Answer[Any], ...] = tuple(at.parts())
    yield e.Entries(tuple(e.Entry(part.field.label, paper.cell(part)) for part in parts))


def head(paper: Paper) -> Iterator[e.Entry]:
    """What time it is about, and when the insats is, for the reader of the first page."""
    report = paper.form.of_role(RAPPORTPERIOD)
    if report is not None:
        yield e.Entry("Rapporten gäller", as_written(report.answer(paper.document), paper))
    insats = paper.form.of_role(INSATSTID)
    if insats is not None:
        yield e.Entry("Insatstid", insats_time(insats.answer(paper.document), paper))


def insats_time(at: Answer[Any], paper: Paper) -> e.Cell:
    """With its months, once it can be read. Until then it stands as it was written, where the form prints it nowhere else."""
    span = insats_span(paper.document)
    if span is None and at.begun and not at.field.printed:
        return as_written(at, paper)
    months = span.period.months() if span else 0
    return days(paper, e.Cell(months, Unit.MONTHS, rule=e.Rule.LENGTH, lead=" (", tail=")"))


def as_written(at: Answer[Any], paper: Paper) -> e.Cell:
    """From – to as they stand, whether they can be read or not."""
    start, end = (paper.cell(leaf)._replace(missing=False) for leaf in at.leaves())
    return start._replace(also=(end._replace(lead=f"{NBSP}– "),)) if start.path else start


def days(paper: Paper, *also: e.Cell) -> e.Cell:
    """From – to, once both days of the insats can be read and come in order."""
    field = paper.form.of_role(INSATSTID)
    if field is None or insats_span(paper.document) is None:
        return e.Cell()
    start, end = (paper.cell(leaf) for leaf in field.answer(paper.document).leaves())
    return start._replace(also=(end._replace(lead=f"{NBSP}– "), *also))


def length_words(paper: Paper) -> e.Cell:
    """What stands beside the heading of an annex."""
    found = days(paper)
    return e.own("Insatsens löptid", found._replace(lead=" ", also=()), *found.also) if found.path else found
