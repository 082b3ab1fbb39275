"""An Excel file read back: our own by its keys, another's by the words of its rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..core.document import Document
from ..core.mall import Mall
from . import foreign_budget, own_book
from .brought import Brought, Refused
from .grid import Grid, grids


def read(parts: Mapping[str, bytes], malls: Mapping[str, Mall], beside: Document | None = None) -> Brought:
    """`beside`: the draft that it is read in to. Raises Refused."""
    sheets = grids(parts)
    hidden = own_book.hidden_sheet(sheets)
    if hidden is None:
        return foreign_budget.read(sheets, malls, beside)
    own, left = own_book.read(sheets, hidden, malls)
    mall = malls.get(own.form or "")
    if not left or mall is None:
        return own
    return with_budget(own, left, (beside or Document(mall, {})).replace(own.values))


def with_budget(own: Brought, left: Sequence[Grid], document: Document) -> Brought:
    """A blank form that somebody has filled in. `left`: its budget; `document`: what the rest of the file says."""
    try:
        budget = foreign_budget.read(left, {}, document)
    except Refused:
        return own  # nobody has written an amount
    return own.along_with(budget)
