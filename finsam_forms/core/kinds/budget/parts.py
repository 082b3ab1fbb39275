"""What a budget is made of: its tables and groups of lines as a form writes them, and the leaves of a line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, ClassVar

from ...document import Document, view
from ...roles import FOR_DELTAGARE, FOR_MEDARBETARE, OVRIG_FINANSIERING
from ..amount import Amount
from ..choice import Choice
from ..date import Date
from ..kind import Inside, Leaf, Shape
from ..line import Line
from ..percent import Percent
from ..rows import TableRow


class Share(Percent):
    """A share of the budget: its range is told by a rule of its own."""

    __slots__ = ()

    asks: ClassVar[str] = "G11"


LABEL = Line(id="benamning", label="Benämning")
SHARE = Share(id="tjanst_procent", label="Tjänst i %")
FROM = Date(id="fran", label="Från")
TO = Date(id="till", label="Till")
AMOUNT = Amount(id="belopp", label="Belopp")
DAYS = (FROM.id, TO.id)
EXTRAS = (SHARE, FROM, TO)
"""The columns that a line can have between its label and its money, in their order."""
UNIT = Choice(id="enhet", label="Kostnader i", options=("kr", "tkr"))
BASIS = "underlag"
BASIS_PAY = Amount(id="manadslon", label="Månadslön på heltid")
BASIS_EMPLOYER = Choice(id="arbetsgivare", label="Arbetsgivare", options=("kommun", "region", "annan"))
BASIS_PO = Share(id="po", label="PO-pålägg i %")
BASIS_NOTE = Choice(id="not", label="Skriv ut underlaget", options=("ja", "nej"))
BASIS_PARTS: tuple[Leaf, ...] = (BASIS_PAY, BASIS_EMPLOYER, BASIS_PO, BASIS_NOTE)
"""What a wage was worked out from, kept on its line: `…/underlag/manadslon`."""
PO = "po"
PO_EMPLOYERS = ("kommun", "region")
"""The draft's own PO-pålägg, for years that the form has no rate for: `budget/po/2027/kommun`."""
YEARS = "ar"
"""A line's amounts per calendar year, where they have been changed by hand: `…/ar/2027/<party>`."""


def good_year(text: str) -> bool:
    return len(text) == 4 and text.startswith("20") and text.isascii() and text.isdigit()


def no_year_written(document: Document, path: str) -> bool:
    return f"/{YEARS}/" not in path and f"/{PO}/" not in path


@view(no_year_written)
def years_by_path(document: Document) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for path, text in document.values.items():
        if text and (f"/{YEARS}/" in path or f"/{PO}/" in path):
            base, year, _ = path.rsplit("/", 2)
            if good_year(year):
                found.setdefault(base, set()).add(year)
    return {base: tuple(sorted(years)) for base, years in found.items()}


def years_at(document: Document, path: str) -> tuple[str, ...]:
    """The calendar years that something is written for: amounts of a budget line (`…/ar`), PO-pålägg (`budget/po`)."""
    return years_by_path(document).get(path, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class FormLine(TableRow):
    """A line that the form has itself."""

    roles: ClassVar[frozenset[str]] = frozenset({FOR_MEDARBETARE, FOR_DELTAGARE})

    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineGroup:
    """Lines that are added up together, such as «Lönekostnader inkl PO-pålägg»."""

    inside: ClassVar[Inside] = {"row": FormLine}
    id_shape: ClassVar[Shape] = re.compile(r"[a-z][a-z0-9_]*(/[a-z][a-z0-9_]*)*")

    id: str
    """Its path below the budget: `lon`, `egenfinansiering/lon`."""
    heading: str
    sum_label: str
    rows: tuple[FormLine, ...] = ()
    """The form's own lines."""
    own_rows: str = ""
    """The button that adds a line of one's own; empty when there can be none."""
    own_label: str = "Benämning"
    share: bool = False
    dates: bool = False
    start_rows: int = 0

    @property
    def extras(self) -> tuple[Leaf, ...]:
        """Its own columns between the label and the money."""
        return ((SHARE,) if self.share else ()) + ((FROM, TO) if self.dates else ())

    def is_fixed(self, row: str) -> bool:
        return any(line.id == row for line in self.rows)

    def row_ids(self, document: Document, path: str) -> tuple[str, ...]:
        """The form's own lines first, then those added, in their order."""
        return tuple(line.id for line in self.rows) + document.rows(f"{path}/{self.id}")

    def row_number(self, document: Document, path: str, row: str) -> int:
        """Which line of the group this is, from 1, the form's own lines first; 0 for one that does not exist."""
        fixed = [line.id for line in self.rows]
        if row in fixed:
            return fixed.index(row) + 1
        number = document.row_number(f"{path}/{self.id}", row)
        return len(fixed) + number if number else 0

    def fixed_row(self, given: Any, label: Any) -> str | None:
        """Which of the form's own lines a line of an exchange document is: by the id given, or by its label when it has none."""
        if given is not None:
            return given if isinstance(given, str) and self.is_fixed(given) else None
        return next((line.id for line in self.rows if line.label == label), None)

    def fixed_label(self, row: str) -> str:
        return next((line.label for line in self.rows if line.id == row), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class CostTable:
    """A table of the budget, with its own total."""

    inside: ClassVar[Inside] = {"group": LineGroup}
    roles: ClassVar[frozenset[str]] = frozenset({OVRIG_FINANSIERING})

    id: str
    role: str = ""
    heading: str
    total_label: str
    row_sum_label: str
    parties: str = "all"
    """Whose columns: `owners` (insatsägare) or `all`."""
    summary_label: str
    """The heading of this table's column in the Budgetsammanställning."""
    short_label: str
    """What the table's total is called in «Vem betalar vad» and in running text."""
    hint: str = ""
    groups: tuple[LineGroup, ...] = ()

    @property
    def extras(self) -> tuple[Leaf, ...]:
        """The columns between the label and the money: those of any of its groups."""
        return tuple(leaf for leaf in EXTRAS if any(leaf in group.extras for group in self.groups))
