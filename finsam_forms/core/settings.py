"""What stands around the questions of a form: what a förbund has decided, and the help beside a section."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple


class PoRate(NamedTuple):
    """PO-pålägg of one year, in hundredths of a percent. Source: SKR's standard rates for budgeting."""

    year: int
    kommun: int
    region: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a förbund decides. None = not given, and every check that needs it is off (granska.md)."""

    worked_out: ClassVar[frozenset[str]] = frozenset({"po_rates"})

    max_amount: int | None = None
    """Largest amount that can be applied for, whole kronor."""
    overhead_cap: int | None = None
    """Largest share of overhead, hundredths of a percent."""
    days_before_board: int | None = None
    monthly_pay_low: int | None = None
    monthly_pay_high: int | None = None
    smallest_count: int | None = None
    """A count of people below it can point somebody out."""
    spend_margin: int | None = None
    """Whole per cent that a budget may be spent faster, or slower, than its time goes."""
    days_after_quarter: int | None = None
    """How many days after its quarter a rekvisition is to be in."""
    moms_in_claims: bool | None = None
    """May there be moms in what is asked for?"""
    po_rates: tuple[PoRate, ...] = ()

    def po_rate(self, year: int, employer: str) -> int | None:
        """The rate of a year for `kommun` or `region`, hundredths of a percent; None when it is not known here."""
        rate = next((rate for rate in self.po_rates if rate.year == year), None)
        return None if rate is None else {"kommun": rate.kommun, "region": rate.region}.get(employer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """What a good answer holds, an example sentence, the usual mistake. Our words, not the form's."""

    good: str
    example: str = ""
    mistake: str = ""
    length: str = ""
    """How long it usually is: «50–100 ord»."""
