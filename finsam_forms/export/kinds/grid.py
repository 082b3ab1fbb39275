"""What tables of counts and flows share on paper."""

from __future__ import annotations

from ...core.kinds.grid.definition import CountGrid
from ...core.kinds.grid.parts import CountColumn
from ...core.kinds.kind import Answer
from .. import elements as e


def column_head(at: Answer[CountGrid], column: CountColumn) -> e.Cell:
    """The head of a column; of one that is a row elsewhere, where its name is written."""
    given = at.field.given_by(at.form)
    path = given.named_at(given.answer(at.document), column.id) if given else ""
    if not path:
        return e.own(column.label)
    return e.Cell(column.label, path=path, rule=None if at.document.text(path).strip() else e.Rule.FORM)
