"""What a wage costs: monthly pay, PO-pålägg, tjänst % and a period become whole kronor, month by month.

The rule: a month counts by its days. A month of 30 days of which 10 are worked is 10/30 of a month, whatever weekday it is.
Each month is rounded half up to whole kronor and the total is the sum of the rounded months, so that the working adds up
on a pocket calculator. PO-pålägg is that of the month's calendar year.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from ...dates import Period
from ...rounding import half_up
from ...span import months_of

HUNDREDTHS = 10_000
"""Hundredths of a percent in a whole: 75 % is 7 500."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthCost:
    """One calendar month of a wage."""

    year: int
    month: int
    part: Fraction
    """How much of the month is worked: 1 for a whole month, 1/3 for 10 days of 30."""
    po: int
    """PO-pålägg, hundredths of a percent."""
    kronor: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WageCost:
    """The cost of a wage over a period."""

    months: tuple[MonthCost, ...]

    @property
    def kronor(self) -> int:
        return sum(month.kronor for month in self.months)

    @property
    def full_months(self) -> Fraction:
        return sum((month.part for month in self.months), Fraction())

    def by_year(self) -> dict[int, int]:
        """Whole kronor per calendar year; they add up to the total."""
        found: dict[int, int] = {}
        for month in self.months:
            found[month.year] = found.get(month.year, 0) + month.kronor
        return found


class NoRate(Exception):
    """The PO-pålägg of a year is not known: it is asked for, never guessed."""

    def __init__(self, year: int):
        super().__init__(f"PO-pålägget för {year} finns inte i tabellen. Skriv in det för att räkna ut lönekostnaden.")
        self.year = year


def wage_cost(monthly_pay: int, share: int, period: Period, po_of: Callable[[int], int | None]) -> WageCost:
    """The cost of a wage. Raises NoRate.

    monthly_pay: whole kronor for full time, without PO. share: tjänst, hundredths of a percent. po_of: year → PO-pålägg,
    hundredths of a percent, or None when it is not known.
    """
    months = []
    for year, month, part in months_of(period):
        po = po_of(year)
        if po is None:
            raise NoRate(year)
        exact = Fraction(monthly_pay) * share * (HUNDREDTHS + po) / HUNDREDTHS**2 * part
        months.append(MonthCost(year=year, month=month, part=part, po=po, kronor=half_up(exact)))
    return WageCost(months=tuple(months))


def yearly_amount(per_year: int, period: Period) -> int:
    """A yearly amount over a period, by months: 42 000 per år during nine months is 31 500. Whole kronor, half up."""
    return half_up(Fraction(per_year, 12) * sum((part for _, _, part in months_of(period)), Fraction()))
