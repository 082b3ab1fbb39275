"""The kinds of answer that a form definition can use, by the name it uses for them. Only its reader, and tests, ask this list."""

from __future__ import annotations

from .amount import Amount
from .attendance import Attendance
from .budget.definition import BudgetField
from .budget_outcome.definition import BudgetOutcome
from .budget_summary import BudgetSummary
from .chapters import Chapters
from .choice import Choice
from .date import Date
from .decimal import DecimalNumber
from .email import Email
from .fixed_text import FixedText
from .flow.definition import Flow
from .goals import Goals
from .kind import Kind
from .line import Line
from .long_text import LongText
from .number import Number
from .orgnr import OrganisationNumber
from .outcomes import Outcomes
from .parties import Parties
from .percent import Percent
from .period import PeriodField
from .proportion import Proportion
from .rows import Rows
from .sign import Sign
from .signature import Signatures
from .table.definition import CountTable
from .yes_no import YesNo
from .yes_no_table import YesNoTable

KINDS: dict[str, type[Kind]] = {
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
        DecimalNumber,
        OrganisationNumber,
        Sign,
        Proportion,
        PeriodField,
        YesNo,
        YesNoTable,
        Attendance,
        Rows,
        Goals,
        Outcomes,
        Parties,
        Signatures,
        FixedText,
        CountTable,
        Flow,
        BudgetField,
        BudgetSummary,
        BudgetOutcome,
        Chapters,
    )
}
