"""What a table of counts is made of: rows and groups of rows as a form writes them, and the leaves of a row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from ..choice import Choice
from ..kind import Inside, Leaf
from ..line import Line
from ..number import Number
from ..period import PeriodField
from ..rows import STANDS, TableRow
from ..yes_no_table import NO, YES

IN, OUT = "in", "ut"
"""What a row is among those of a table: who came, who left (G72)."""
COUNT = "antal"
"""The column of a table that has none of its own, and the count of a part of a row."""
BEFORE = "forra"
"""What stood there in the report before."""
TOTAL, TIME, PARTS, OWN = "totalt", "tid", "varav", "rader"
"""The typed total, the table's own days, what a row is made of, and the rows of one's own in a file."""
LABEL = Line(id="benamning", label="Benämning")
SINCE = Line(id="tid", label="Räknat sedan")
"""A row's own words of its time: «maj 2016»."""
PERIOD = PeriodField(id=TIME, label="Tabellens tid")
PRINTED_BEFORE = Choice(id="forra_skrivs", label="Förra periodens antal på papper", options=(YES, NO))
"""Does what stood there in the report before stand on paper too?"""
OF_PART = {leaf.id: leaf for leaf in (STANDS, LABEL, Number(id=COUNT, label="Antal"))}


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRow(TableRow):
    """A row that the form has itself."""

    roles: ClassVar[frozenset[str]] = frozenset({IN, OUT})

    role: str = ""
    cumulative: bool = False
    """Is it counted from a day before the period, so that it never falls (G71)?"""
    varav: bool = False
    """Can it be told what it is made of: «2 personer 2016 och 5 personer 2017»?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountGroup:
    """Rows that together split what the other groups of the table split too."""

    inside: ClassVar[Inside] = {"row": CountRow}

    id: str
    label: str
    rows: tuple[CountRow, ...] = ()


class CountColumn(NamedTuple):
    id: str
    label: str


class CountLine(NamedTuple):
    """A row as the document stands. `row`: None for one of one's own; `group`: "" for one that stands in none."""

    id: str
    label: str
    group: str
    row: CountRow | None

    @property
    def has_parts(self) -> bool:
        return self.row is not None and self.row.varav

    @property
    def says_since(self) -> bool:
        return self.row is not None and self.row.cumulative


def count_leaf(id: str, label: str) -> Leaf:
    return Number(id=id, label=label)
