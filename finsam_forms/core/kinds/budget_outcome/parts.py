"""What budget against outcome is made of: rows as a form writes them, the leaves of a row, and those of the whole."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from ..amount import Amount
from ..choice import Choice
from ..date import Date
from ..kind import Leaf
from ..line import Line
from ..period import PeriodField
from ..rows import STANDS, TableRow

BUDGET, OUTCOME, FORECAST, GRANTED, EARLIER, NOW = "budget", "utfall", "prognos", "beviljat", "tidigare", "nu"
TYPED = (BUDGET, OUTCOME, FORECAST, GRANTED, EARLIER, NOW)
DIFFERENCE, SPENT, LEFT = "differens", "forbrukat", "aterstar"
WORKED_OUT = (DIFFERENCE, SPENT, LEFT)
HEADS = {
    BUDGET: "Budget {år}", OUTCOME: "Utfall", FORECAST: "Prognos", GRANTED: "Beviljat", EARLIER: "Rekvirerat tidigare",
    NOW: "Nu", DIFFERENCE: "Differens", SPENT: "Förbrukat", LEFT: "Återstår",
}  # fmt: skip
"""What a column is called where the form says nothing else."""
BEFORE, SPLIT, OWN = "forra", "varav", "rader"
PARTIAL, WHOLE = "delvis", "helt"
"""What the parts of a row come to: at most the row, or all of it."""
DEVIATION, FULL_YEAR = "avvikelse", "helår"

UNIT = Choice(id="enhet", label="Belopp i", options=("kr", "tkr"))
FORECAST_AS = Choice(id="prognos_som", label="Prognosen skrivs som", options=(FULL_YEAR, DEVIATION))
GRANTED_IN_ALL = Amount(id="beviljat", label="Beviljat")
CLAIMED_IN_ALL = Amount(id="rekvirerat", label="Rekvirerat sammanlagt")
TIME = PeriodField(id="budgettid", label="Budgetens tid", start_label="Budgeten gäller från", end_label="till")
UP_TO = Date(id="tom", label="Utfall till och med")
LABEL = Line(id="benamning", label="Benämning")
COMMENT = Line(id="kommentar", label="Kommentar")
OF_PART: dict[str, Leaf] = {leaf.id: leaf for leaf in (STANDS, LABEL)}
SPLIT_COLUMNS = (BUDGET, OUTCOME)
"""What the parts of a row have."""
TAKEN = frozenset({UNIT.id, FORECAST_AS.id, GRANTED_IN_ALL.id, CLAIMED_IN_ALL.id, TIME.id, UP_TO.id, OWN})
"""No row can be called so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeRow(TableRow):
    """A row that the form has itself."""

    optional: bool = False
    """Is it left out of print while it is nothing but zeros?"""
    from_: str | None = None
    """The group of the application's budget that it is; by itself the one with its own id."""

    @property
    def group(self) -> str:
        return self.id if self.from_ is None else self.from_

    def in_year(self, year: str) -> OutcomeRow:
        return replace(self, id=f"{self.id}_{year}", label=f"{self.label} {year}", from_=self.group)


class MoneyLine(NamedTuple):
    """A row as the document stands. `row`: None for one of one's own. `year`: that it is of, where the rows stand once for each."""

    id: str
    label: str
    row: OutcomeRow | None
    year: str = ""


def amount(id: str, label: str) -> Leaf:
    return Amount(id=id, label=label)
