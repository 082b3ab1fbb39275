"""What tables of counts and flows share on paper."""

from __future__ import annotations

from ...core.kinds.grid.definition import CountGrid
from ...core.kinds.grid.parts import CountColumn
from ...core.kinds.kind import Answer
from .. import elements as e


def column_head(at: Answer[CountGrid], column: CountColumn) -> e.Cell:
    """The head of a column; of one that is a row elsewhere, where its name is written."""
    named = at.field.named_by(at.form) if at.field.columns_from else None
    if named is None or named.naming is None:
        return e.own(column.label)
    path = f"{at.field.columns_from}/{column.id}/{named.naming.id}"
    return e.Cell(column.label, path=path, rule=None if at.document.text(path).strip() else e.Rule.FORM)
