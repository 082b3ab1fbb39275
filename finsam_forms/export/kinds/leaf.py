"""A single value on paper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...core.kinds.choice import Choice
from ...core.kinds.kind import Answer
from ...core.kinds.long_text import LongText
from .. import elements as e
from ..paper import LINES, Paper


def elements(at: Answer[Any], paper: Paper) -> Iterator[e.Element]:
    yield e.Entries((e.Entry(at.field.label, paper.cell(at)),))


def choice(at: Answer[Choice], paper: Paper) -> Iterator[e.Element]:
    """On a form to fill in by hand: boxes to tick."""
    if not paper.blank:
        yield from elements(at, paper)
        return
    yield e.SubHeading(at.field.label, level=paper.level, path=at.path)
    yield e.Boxes(tuple(e.Box(option, option, None) for option in at.field.options), at.field.label, at.path)


FEW_LINES = 2
"""Ruled under a question that may be left empty, in a draft: never a heading over nothing."""


def long_text(at: Answer[LongText], paper: Paper) -> Iterator[e.Element]:
    required = at.field.required and any(True for _ in at.lacks())
    empty = LINES if required else 0 if paper.stamp.state == "last" or paper.fillable else FEW_LINES
    return paper.prose(at, blank=at.field.rows, empty=empty, missing=required)
