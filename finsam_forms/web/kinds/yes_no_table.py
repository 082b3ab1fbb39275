"""Questions with Ja and Nej on the page."""

from __future__ import annotations

from typing import NamedTuple, cast

from ...core.kinds.yes_no import COMMENT
from ...core.kinds.yes_no_table import COUNT, Question, YesNoTable
from ...live.desk import Sheet
from .shown import Shown


class QuestionShown(NamedTuple):
    path: str
    label: str
    reply: Shown
    number: Shown | None
    comment: Shown


def questions(at: Shown, sheet: Sheet) -> tuple[QuestionShown, ...]:
    field = cast(YesNoTable, at.field)
    return tuple(question(at, field, row) for row in field.rows)


def question(at: Shown, field: YesNoTable, row: Question) -> QuestionShown:
    inner = {part.id: at.part(part, row.id, part.id) for part in field.inner(row)}
    reply = at.part(field.reply(row), row.id)
    return QuestionShown(reply.path, row.label, reply, inner.get(COUNT), inner[COMMENT])
