"""The kinds of field that a form definition can use, by the name it uses for them."""

from __future__ import annotations

from .base import PLACE, Field, Intake, Leaf, new_row_id
from .budget import BudgetField, BudgetSummary, CostTable, LineGroup
from .compound import (
    CountTable,
    FixedText,
    GoalList,
    Goals,
    Group,
    Parties,
    PeriodField,
    Rows,
    Signatures,
    TableRow,
    YesNo,
)
from .simple import Amount, Choice, Date, Email, Line, LongText, Number, Percent

KINDS: dict[str, type[Field]] = {
    kind.type: kind
    for kind in (
        Line,
        LongText,
        Date,
        Amount,
        Percent,
        Number,
        Choice,
        Email,
        PeriodField,
        YesNo,
        Rows,
        Goals,
        Parties,
        Signatures,
        FixedText,
        CountTable,
        BudgetField,
        BudgetSummary,
    )
}

__all__ = [
    "KINDS",
    "PLACE",
    "Amount",
    "BudgetField",
    "BudgetSummary",
    "Choice",
    "CostTable",
    "CountTable",
    "Date",
    "Email",
    "Field",
    "FixedText",
    "GoalList",
    "Goals",
    "Group",
    "Intake",
    "Leaf",
    "Line",
    "LineGroup",
    "LongText",
    "Number",
    "Parties",
    "Percent",
    "PeriodField",
    "Rows",
    "Signatures",
    "TableRow",
    "YesNo",
    "new_row_id",
]
