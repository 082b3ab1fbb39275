"""The rows of a form that stand once for each calendar year of a time that goes over a new year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ...document import PLACE, Document, view
from ..figures import formulas_stand
from ..kind import Answer
from .parts import OutcomeRow

if TYPE_CHECKING:
    from .definition import BudgetOutcome


def years_of(field: BudgetOutcome, at: Answer[Any]) -> tuple[str, ...]:
    """Those years, and others that somebody has written something of; none when there is but one, or it is not known."""
    time = at.form.field(field.years) if field.years else None
    if time is None:
        return ()
    found = time.column_ids(time.answer(at.document))
    rows = {row for path, row in written_rows(at.document) if path == at.path}
    written = {row[-4:] for row in rows if field.plain_row(row) is None and field.row_of(row)}
    return tuple(sorted({*(found if len(found) > 1 else ()), *written}))


def form_rows(field: BudgetOutcome, at: Answer[Any]) -> Iterator[tuple[OutcomeRow, str]]:
    """The form's rows, each with its year; one that was written in before there were several years stands too."""
    years = years_of(field, at)
    for row in field.rows:
        if not years or (at.path, row.id) in written_rows(at.document):
            yield row, ""
    for year in years:
        yield from ((row.in_year(year), year) for row in field.rows)


@view(formulas_stand)
def written_rows(document: Document) -> frozenset[tuple[str, str]]:
    """(the id of a field, the first step below it) of what somebody has written two steps down or more."""
    written = (path for path, text in document.values.items() if text and not path.endswith(PLACE))
    return frozenset((parts[0], parts[1]) for path in written if len(parts := path.split("/", 2)) > 2)
