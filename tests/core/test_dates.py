"""Days as people write them."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam_forms.core.dates import Period, find_dates, format_date, format_date_long, months_between, read_date

DAY = date(2021, 2, 21)


@pytest.mark.parametrize(
    "typed",
    [
        "2021-02-21",
        "20210221",
        "210221",
        "21/2 2021",
        "21/2-2021",
        "21.2.2021",
        "21 feb 2021",
        "21 februari 2021",
        "den 21 februari 2021",
    ],
)
def test_datum_som_man_skriver_dem(typed):
    assert read_date(typed).value == DAY


def test_tvetydigt_datum_fragas_efter_och_gissas_inte():
    reading = read_date("03/04/21")
    assert reading.value is None
    assert {one.value for one in reading.problem.suggestions} >= {"2021-04-03", "2021-03-04"}
    assert read_date("21/02/21").value is None


@pytest.mark.parametrize("typed", ["2021-02-30", "i våras", "2021-13-01", "99", "0000-00-00", "1" * 500])
def test_det_som_inte_finns_i_almanackan_sags(typed):
    assert read_date(typed).problem.message


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_det_som_visas_gar_att_lasa_igen(day):
    assert read_date(format_date(day)).value == day
    assert read_date(format_date_long(day)).value == day


def test_datum_i_lopande_text():
    found = find_dates("Diskuterad 2020-11-16, reviderad 20 januari 2021, insats från april 2021, vecka 2021-50.")
    assert [one.date or one.month for one in found] == [date(2020, 11, 16), date(2021, 1, 20), (2021, 4)]


def test_manader_med_brutna_manader_i_dagar():
    assert months_between(date(2021, 4, 1), date(2021, 12, 31)) == 9
    assert months_between(date(2021, 4, 21), date(2021, 5, 31)) == 1 + Fraction(10, 30)
    assert Period(date(2021, 4, 1), date(2021, 12, 31)).months() == 9


@given(st.text(max_size=40))
def test_vad_som_helst_kan_skrivas(typed):
    reading = read_date(typed)
    assert reading.value is None or reading.problem is None
