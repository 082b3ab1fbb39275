"""An Excel file read back: our own by its keys, another's by the words of its rows."""

from __future__ import annotations

from collections.abc import Mapping

from ..core.mall import Mall
from . import own_book
from .brought import Brought, Refused
from .grid import grids

NO_BUDGET = "Excelfilen är inte sparad härifrån, och det finns ingen budget i den som går att känna igen."


def read(parts: Mapping[str, bytes], malls: Mapping[str, Mall]) -> Brought:
    """Raises Refused."""
    sheets = grids(parts)
    hidden = own_book.hidden_sheet(sheets)
    if hidden is None:
        raise Refused(NO_BUDGET)
    return own_book.read(sheets, hidden, malls)
