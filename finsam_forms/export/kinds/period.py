"""From one day to another on paper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...core.kinds.kind import Answer
from ...core.kinds.period import PeriodField
from ...core.roles import INSATSTID
from ...core.span import insats_span
from .. import elements as e
from ..paper import Paper

NBSP = "\u00a0"


def elements(at: Answer[PeriodField], paper: Paper) -> Iterator[e.Element]:
    parts: tuple[Answer[Any], ...] = tuple(at.parts())
    yield e.Entries(tuple(e.Entry(part.field.label, paper.cell(part)) for part in parts))


def head(paper: Paper) -> Iterator[e.Entry]:
    """When the insats is, for the reader of the first page."""
    field = paper.form.of_role(INSATSTID)
    if field is not None:
        span = insats_span(paper.document)
        months = span.period.months() if span else 0
        words = f"{span.period} ({months}{NBSP}{'månad' if months == 1 else 'månader'})" if span else None
        yield e.Entry("Insatstid", e.Cell(words, key=field.id))


def length_words(paper: Paper) -> str:
    """What stands beside the heading of an annex."""
    span = insats_span(paper.document)
    return f"Insatsens löptid {span.period}" if span else ""
