"""What a party has in the budget, said where it can be removed."""

from __future__ import annotations

from ...core.kinds.figures import held_of
from ...core.kronor import format_kronor
from ...live.desk import Sheet
from .shown import Shown


def held(at: Shown, sheet: Sheet) -> dict[str, str]:
    """Row → its money in words, of those that have any."""
    sums = {row: held_of(at.document, row) for row in at.rows()}
    return {row: format_kronor(one.value, with_unit=True) for row, one in sums.items() if one.value or one.unread}
