"""A question with two answers on paper: boxes to tick, and the comment."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...core.kinds.kind import Answer
from ...core.kinds.yes_no import YesNo
from .. import elements as e
from ..paper import Paper


def elements(at: Answer[YesNo], paper: Paper) -> Iterator[e.Element]:
    parts: tuple[Answer[Any], ...] = tuple(at.parts())
    reply, *comment = parts
    yield boxes(reply, paper)
    for part in comment:
        yield from paper.prose(part, part.field.label, blank=3, empty=3, missing=at.field.required)


def boxes(at: Answer[Any], paper: Paper) -> e.Boxes:
    """The answers that are offered. One that is none of them stands beside them: it was written, and is not lost."""
    chosen, options = at.text(), at.field.options
    offered = tuple(e.Box(option, option.capitalize(), option == chosen if chosen else None) for option in options)
    other = (e.Box(chosen, chosen, True),) if chosen and chosen not in options else ()
    return e.Boxes(offered + other, at.field.label, at.path)
