"""The Budgetsammanställning shown at another place of the form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from ..document import Form
from ..party import party_fields
from .budget.definition import BudgetField, budget_field
from .intake import Intake
from .kind import Answer, Kind, Leaf, Place, Rest


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetSummary(Kind):
    """The same data, nothing of its own."""

    type: ClassVar[str] = "budget_summary"
    stands_alone: ClassVar[bool] = True
    unheard: ClassVar[frozenset[str]] = frozenset(
        {"hint", "required", "from_", "from_previous", "from_sheet", "may_differ"}
    )
    budget: str = ""
    """Id of the budget that it shows; the form's only one when it says none."""

    def faults(self, form: Form) -> Iterator[str]:
        if self.budget and not isinstance(form.field(self.budget), BudgetField):
            yield f"budget ”{self.budget}” är inget fält av typen budget"
        elif budget_field(form) is None:
            yield "en budgetsammanställning behöver ett fält av typen budget"

    def follows(self, form: Form) -> frozenset[str]:
        return party_fields(form)

    def leaf_at(self, rest: Rest) -> Leaf | None:
        return None

    def place(self, at: Answer[Any], rest: Rest) -> Place:
        return Place(not rest)

    def to_json(self, at: Answer[Any]) -> Any:
        return None

    def from_json(self, data: Any, path: str, intake: Intake) -> None:
        if data is not None:
            intake.fault(path, "räknas fram ur budgeten och skrivs inte in")

    def schema(self) -> dict[str, Any]:
        return {"type": "null"}
