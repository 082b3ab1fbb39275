"""Questions with boxes for Ja and Nej on paper, and after them a comment for every Nej."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...core.kinds.kind import Answer
from ...core.kinds.yes_no import COMMENT
from ...core.kinds.yes_no_table import COUNT, IN_GENERAL, NO, YES, Question, YesNoTable
from ...core.unit import Unit
from .. import elements as e
from ..paper import Paper

LINES = 3


def elements(at: Answer[YesNoTable], paper: Paper) -> Iterator[e.Element]:
    field = at.field
    parts: dict[str, Answer[Any]] = {part.path.removeprefix(f"{at.path}/"): part for part in at.parts()}
    yield e.Table(
        path=at.path,
        columns=(
            e.Column(e.own(field.label), "text"),
            *(e.Column(e.own(word.capitalize()), "text") for word in (YES, NO)),
        ),
        rows=tuple(question(at, row, parts, paper) for row in field.rows),
        look="plain",
        blank=paper.blank,
        level=paper.level,
    )
    yield e.SubHeading(field.comment, level=paper.level, path=f"{at.path}/{IN_GENERAL}")
    below, said = paper.below(), False
    for row in field.rows:
        comment, reply = parts[f"{row.id}/{COMMENT}"], at.text(row.id)
        if reply == NO or (reply != YES and comment.text().strip()):
            yield from below.prose(comment, f"Rubrik ”{row.label}”:", blank=0, empty=LINES, missing=True)
            said = True
    general = parts[IN_GENERAL]
    if not said or general.text().strip():
        yield from below.prose(general, blank=2 * LINES)


def question(at: Answer[YesNoTable], row: Question, parts: dict[str, Answer[Any]], paper: Paper) -> e.Row:
    reply = at.text(row.id)
    boxes = (
        e.Cell(reply or None, Unit.TICK, f"{at.path}/{row.id}")
        if reply == word or (not reply and word == YES)
        else box()
        for word in (YES, NO)
    )
    return e.Row("row", (asked(at, row, parts, paper), *boxes), f"{at.path}/{row.id}")


def box() -> e.Cell:
    """One that nobody has ticked."""
    return e.Cell(None, Unit.TICK, rule=e.Rule.FORM)


def asked(at: Answer[YesNoTable], row: Question, parts: dict[str, Answer[Any]], paper: Paper) -> e.Cell:
    """The question; after it how many there were, and an answer that is neither of the two."""
    also: list[e.Cell] = []
    reply = at.text(row.id)
    if reply and reply not in (YES, NO):
        also.append(e.Cell(reply, path=f"{at.path}/{row.id}", lead=": "))
    count = parts.get(f"{row.id}/{COUNT}")
    if count and count.text():
        also += [e.own(row.count)._replace(lead=" (", tail=": "), paper.cell(count)._replace(lead="", tail=")")]
    return e.own(row.label, *also)
