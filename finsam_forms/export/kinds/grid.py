"""What tables share on paper whose columns, or rows, stand elsewhere in the form."""

from __future__ import annotations

from typing import Any

from ...core.kinds.grid.definition import CountGrid
from ...core.kinds.grid.parts import CountColumn
from ...core.kinds.kind import Answer, Kind
from .. import elements as e


def column_head(at: Answer[CountGrid], column: CountColumn) -> e.Cell:
    return named_elsewhere(at.field.given_by(at.form), at, column.id, column.label)


def named_elsewhere(given: Kind | None, at: Answer[Any], one: str, label: str) -> e.Cell:
    """What a column or a row is called; where somebody has written that, with its place."""
    path = given.named_at(given.answer(at.document), one) if given else ""
    if not path:
        return e.own(label)
    return e.Cell(label, path=path, rule=None if at.document.text(path).strip() else e.Rule.FORM)
