"""«42 000 per år» becomes an amount for the period, with its working kept in the cell."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam_forms.core.dates import Period
from finsam_forms.core.expression import evaluate
from finsam_forms.core.kinds.budget.wages import yearly_amount
from finsam_forms.core.per_year import problem_at, working, yearly
from finsam_forms.core.span import months_in_words
from tests.builder import worked_example

CELL = "budget/egenfinansiering/lokal/lokalhyra/belopp/alvkarleby"


@pytest.mark.parametrize(
    "typed", ["42 000 per år", "42000 kr/år", "42 tkr om året", "42 000 årligen", "42000 per kalenderår"]
)
def test_belopp_per_ar_kanns_igen(typed):
    assert yearly(typed) == 42_000


@pytest.mark.parametrize("typed", ["42 000", "per år", "42 000 per månad", "9,000 000 per år", ""])
def test_annat_ar_inget_belopp_per_ar(typed):
    assert yearly(typed) is None


def test_nio_manader_av_42_000_ar_31_500():
    document = worked_example()
    problem = problem_at(document.replace({CELL: "42 000 per år"}), CELL)
    (button,) = problem.suggestions
    assert button.value == "42000*9/12"
    assert evaluate(button.value).value == 31_500
    assert "9 månader" in problem.message


def test_radens_egen_period_gar_fore_insatsens():
    cell = "budget/lon/processledare/belopp/alvkarleby"
    document = worked_example().replace({cell: "120 000 per år", "budget/lon/processledare/till": "2021-06-30"})
    assert problem_at(document, cell).suggestions[0].value == "120000*3/12"


def test_utan_insatstid_fragas_efter_den():
    document = worked_example().replace({CELL: "42 000 per år", "insatstid/start": ""})
    problem = problem_at(document, CELL)
    assert "insatstiden" in problem.message
    assert problem.suggestions == ()


def test_det_som_ar_olasligt_av_annat_skal_far_sin_vanliga_mening():
    document = worked_example().replace({CELL: "9,000 000"})
    assert "entydigt" in problem_at(document, CELL).message
    assert problem_at(worked_example(), CELL) is None


@given(st.integers(0, 2_000_000), st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 1200))
def test_uttrycket_ger_samma_kronor_som_regeln(per_year, start, days):
    period = Period(start, start + timedelta(days=days))
    assert evaluate(working(per_year, period)).value == yearly_amount(per_year, period)


def test_brutna_manader_i_ord():
    assert months_in_words(Period(date(2021, 4, 11), date(2021, 5, 31))) == "1,67 månader"
    assert months_in_words(Period(date(2021, 4, 1), date(2021, 4, 30))) == "1 månad"
