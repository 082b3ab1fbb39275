"""A budget that somebody has made in a spreadsheet of their own, read by the words of its rows and columns.

Best effort: the rows are those of the form in roughly that order and wording. What is not sure is asked about; sums are recognised
and compared with what the rows add up to, never added; what has no place is told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..core.document import Document
from ..core.mall import Mall, mall_of
from .brought import Brought, Refused
from .budget_pattern import BudgetPattern, pattern_of
from .foreign_rows import labels_of
from .foreign_sheet import Found, SheetReading
from .grid import Grid
from .labels import best
from .party_columns import PartyColumns, with_probes

NO_BUDGET = "Excelfilen är inte sparad härifrån, och det finns ingen budget i den som går att känna igen."
NO_PLACE = "Utkastet har ingen budget att läsa in Excelfilen i."
FEWEST = 3
"""Rows that are recognised on a sheet that holds a budget."""


def read(sheets: Sequence[Grid], malls: Mapping[str, Mall], beside: Document | None) -> Brought:
    """`beside`: the draft that it is read in to; else a new one of the form whose budget has most of the rows. Raises Refused."""
    ways = [beside] if beside is not None else [Document(mall, {}) for mall in malls.values()]
    patterns = [(document, pattern) for document in ways if (pattern := pattern_of(with_probes(document)))]
    if not patterns:
        raise Refused(NO_BUDGET if beside is None else NO_PLACE)
    known = [[recognised(sheet, pattern) for sheet in sheets] for _, pattern in patterns]
    (document, pattern), rows_known = max(zip(patterns, known, strict=True), key=lambda one: sum(one[1]))
    found = Found(document=document, pattern=pattern, parties=PartyColumns(document))
    for sheet, rows in zip(sheets, rows_known, strict=True):
        if rows >= FEWEST:
            SheetReading(found, sheet).read()
        elif sheet.rows:
            found.said.append(f"{sheet.called} har ingen budget som går att känna igen, och är inte läst.")
    if not found.values:
        raise Refused(NO_BUDGET)
    return brought(found)


def recognised(sheet: Grid, pattern: BudgetPattern) -> int:
    """How many of the labels of the budget stand on a sheet."""
    labels = pattern.labels
    return len({match.label for _, _, words in labels_of(sheet) if (match := best(words, labels))})


def brought(found: Found) -> Brought:
    return Brought(
        form=mall_of(found.document).id,
        values=found.parties.values | found.values,
        unplaced=tuple(found.unplaced),
        doubts=(*found.parties.doubts, *found.doubts),
        strangers=tuple(found.parties.strangers),
        said=found.sentences(),
    )
