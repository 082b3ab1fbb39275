"""What a wage costs: by month, with PO-pålägg, rounded a month at a time."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam_forms.core.dates import Period
from finsam_forms.core.kinds.budget.wages import NoRate, wage_cost, yearly_amount
from finsam_forms.core.span import months_of

PO = {2021: 4015, 2022: 4015}
days = st.dates(date(2003, 1, 1), date(2060, 12, 31))


@st.composite
def periods(draw):
    start, end = sorted((draw(days), draw(days)))
    return Period(start, end)


def test_nio_manader_processledare_ger_det_verkliga_beloppet():
    cost = wage_cost(34_355, 7_500, Period(date(2021, 4, 1), date(2021, 12, 31)), PO.get)
    assert len(cost.months) == 9
    assert cost.kronor == 9 * 36_111
    assert abs(cost.kronor - 325_000) < 10


def test_bruten_manad_raknas_i_dagar():
    cost = wage_cost(30_000, 10_000, Period(date(2021, 4, 21), date(2021, 4, 30)), lambda year: 0)
    assert cost.full_months == Fraction(10, 30)
    assert cost.kronor == 10_000


def test_ar_utan_po_fragas_efter_och_gissas_aldrig():
    with pytest.raises(NoRate, match="2023"):
        wage_cost(30_000, 10_000, Period(date(2022, 12, 1), date(2023, 1, 31)), PO.get)


def test_varje_ar_har_sitt_po():
    rates = {2022: 0, 2023: 5_000}
    cost = wage_cost(10_000, 10_000, Period(date(2022, 12, 1), date(2023, 1, 31)), rates.get)
    assert cost.by_year() == {2022: 10_000, 2023: 15_000}


def test_per_ar_under_nio_manader():
    assert yearly_amount(42_000, Period(date(2021, 4, 1), date(2021, 12, 31))) == 31_500
    assert yearly_amount(30_000, Period(date(2021, 4, 1), date(2021, 12, 31))) == 22_500


@given(periods())
def test_manaderna_tacker_perioden_dag_for_dag(period):
    parts = list(months_of(period))
    assert all(0 < part <= 1 for _, _, part in parts)
    assert [(year, month) for year, month, _ in parts] == sorted({(year, month) for year, month, _ in parts})
