"""How each kind of answer is printed: a function from the answer and the paper to elements. Nothing here knows the id of a form."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from ...core.kinds.kind import Answer, Kind
from ..elements import Element
from ..paper import Paper
from . import (
    attendance,
    budget,
    budget_outcome,
    budget_summary,
    chapters,
    fixed_text,
    flow,
    goals,
    leaf,
    outcomes,
    parties,
    period,
    proportion,
    rows,
    sign,
    signature,
    table,
    yes_no,
    yes_no_table,
)

TEXT, BUDGET, SHEETS = "text", "budget", "underskrifter"
"""The parts of a document that can be printed by themselves."""
SCREEN = "lasning"
"""What is read on a screen: all but the sheets to sign."""


class Printed(NamedTuple):
    """`part`: the one that it belongs to. `says_label`: its elements hold its label; else it stands as a heading above
    them where a section has several fields, or always where it `asks`: the answer says nothing without its question."""

    elements: Callable[[Answer[Any], Paper], Iterator[Element]]
    part: str = TEXT
    says_label: bool = False
    asks: bool = False


LEAF = Printed(leaf.elements, says_label=True)

PRINTED: dict[str, Printed] = {
    **dict.fromkeys(("line", "date", "amount", "percent", "number", "decimal", "email", "orgnr"), LEAF),
    "choice": Printed(leaf.choice, says_label=True),
    "long_text": Printed(leaf.long_text),
    "period": Printed(period.elements, asks=True),
    "yes_no": Printed(yes_no.elements, asks=True),
    "yes_no_table": Printed(yes_no_table.elements, says_label=True),
    "attendance": Printed(attendance.elements, asks=True),
    "rows": Printed(rows.elements),
    "proportion": Printed(proportion.elements, asks=True),
    "sign": Printed(sign.elements, says_label=True),
    "goals": Printed(goals.elements),
    "outcomes": Printed(outcomes.elements, says_label=True),
    "parties": Printed(parties.elements),
    "fixed_text": Printed(fixed_text.elements),
    "table": Printed(table.elements, says_label=True),
    "budget_outcome": Printed(budget_outcome.elements, says_label=True),
    "chapters": Printed(chapters.elements),
    "flow": Printed(flow.elements, says_label=True),
    "budget": Printed(budget.elements, part=BUDGET, says_label=True),
    "budget_summary": Printed(budget_summary.elements, says_label=True),
    "signature": Printed(signature.elements, part=SHEETS, says_label=True),
}


def printed(field: Kind) -> Printed:
    return PRINTED[field.type]


sheets_to_sign = signature.sheets
"""Who signs, in the order of the sheets."""
