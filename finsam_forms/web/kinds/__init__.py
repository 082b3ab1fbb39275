"""What the page of a kind needs beside its answer, by the kind's type."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ...live.desk import Sheet
from . import budget, parties, rows
from .shown import Shown

VIEWS: dict[str, Callable[[Shown, Sheet], Any]] = {
    "budget": lambda at, sheet: budget.budget_page(sheet),
    "budget_summary": lambda at, sheet: budget.budget_page(sheet),
    "parties": parties.held,
    "rows": rows.plan,
}
