"""What pages ask of a kind beside its answer, by the kind's type. What is not here is as for a plain one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ...core.document import Document
from ...live.desk import Sheet
from . import (
    attendance,
    chapters,
    flow,
    goals,
    outcome,
    outcomes,
    parties,
    period,
    proportion,
    rows,
    sign,
    signature,
    table,
    yes_no_table,
)
from .budget import cells as budget_cells
from .budget import page as budget
from .shown import Shown

VIEWS: dict[str, Callable[[Shown, Sheet], Any]] = {
    "budget": lambda at, sheet: budget.budget_page(sheet),
    "budget_outcome": outcome.outcome_page,
    "budget_summary": lambda at, sheet: budget.budget_page(sheet),
    "attendance": attendance.meetings_page,
    "chapters": chapters.chapter_list,
    "flow": flow.flow_page,
    "goals": goals.goal_lists,
    "outcomes": outcomes.outcome_lists,
    "parties": parties.party_rows,
    "period": period.quick_buttons,
    "proportion": proportion.computed,
    "rows": rows.rows_page,
    "sign": sign.elsewhere,
    "signature": signature.blocks,
    "table": table.count_page,
    "yes_no_table": yes_no_table.questions,
}
"""What the template of a kind shows more than the answer."""
INPUTS: dict[str, Callable[[Document, str], str]] = {
    "budget": budget_cells.input_text,
    "budget_outcome": outcome.input_text,
}
"""What stands in an input, where it is not the text itself."""


def view_of(at: Shown, sheet: Sheet) -> Any:
    return VIEWS[at.field.type](at, sheet)


def input_text(document: Document, path: str) -> str:
    """What stands in the input at a path."""
    field = document.mall.field(path.partition("/")[0])
    shown = INPUTS.get(field.type) if field is not None else None
    return shown(document, path) if shown else document.text(path)
