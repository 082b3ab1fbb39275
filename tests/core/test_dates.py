"""Days as people write them."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam_forms.core.dates import (
    Period,
    by_year,
    find_dates,
    format_date,
    format_date_long,
    months_between,
    read_date,
)

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
        "Den 21 Februari 2021",
        "21 feb. 2021",
        "21:a februari 2021",
        "den 21/2 2021",
        "21/2/2021",
        "21-02-2021",
        "2021/02/21",
        "2021.02.21",
        "2021-2-21",
        "2021–02–21",
        "2021\u201102\u201121",
        " 21\u00a0februari\u00a02021. ",
    ],
    ids=ascii,
)
def test_datum_som_man_skriver_dem(typed):
    assert read_date(typed).value == DAY


ASKED_ABOUT = [
    ("21/02/21", ["2021-02-21"]),
    ("03/04/21", ["2021-04-03", "2003-04-21", "2021-03-04"]),
    ("3/4 21", ["2021-04-03", "2021-03-04"]),
    ("21/2-21", ["2021-02-21"]),
    ("21-02-03", ["2021-02-03", "2003-02-21"]),
    ("1 april 21", ["2021-04-01"]),
    ("4/3/2021", ["2021-03-04", "2021-04-03"]),
    ("april 2021", ["2021-04-01", "2021-04-30"]),
    ("991231", ["2099-12-31", "1999-12-31"]),
]


@pytest.mark.parametrize(("typed", "offered"), ASKED_ABOUT)
def test_tvetydigt_datum_fragas_efter_och_gissas_inte(typed, offered):
    reading = read_date(typed)
    assert reading.value is None
    assert [one.value for one in reading.problem.suggestions] == offered
    assert [read_date(one.label).value for one in reading.problem.suggestions] == [
        read_date(day).value for day in offered
    ]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2021-02-30", "finns inte i almanackan"),
        ("31 april 2021", "finns inte i almanackan"),
        ("30/2 2021", "finns inte i almanackan"),
        ("30/2 21", "finns inte i almanackan"),
        ("2021-13-01", "finns inte i almanackan"),
        ("0000-00-00", "finns inte i almanackan"),
        ("0221-02-21", "Året"),
        ("2921-02-21", "Året"),
        ("21 feb", "saknar år"),
        ("21/2", "saknar år"),
        ("april 2021", "saknar dag"),
        ("2021-04", "saknar dag"),
        ("i våras", "är inget datum"),
        ("99", "är inget datum"),
        ("210221-1234", "är inget datum"),
        ("٢٠٢١-02-21", "är inget datum"),
        (".", "är inget datum"),
        ("1" * 500, "är inget datum"),
        ("1 " * 500_000, "är inget datum"),
    ],
    ids=lambda found: ascii(found[:20]),
)
def test_det_som_inte_ar_ett_datum_sags(typed, said):
    reading = read_date(typed)
    assert said in reading.problem.message
    assert len(reading.problem.message) < 150


def test_tomt_ar_tomt():
    assert read_date(" \u00a0").value is None
    assert read_date("").problem is None


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_det_som_visas_gar_att_lasa_igen(day):
    assert read_date(format_date(day)).value == day
    assert read_date(format_date_long(day)).value == day


IN_TEXT = [
    ("Diskuterad 2020-11-16 i LOKUS.", ["2020-11-16"]),
    ("Diskuterad den 16 november 2020, beslut 20 jan. 2021.", ["2020-11-16", "2021-01-20"]),
    ("16\u00a0november\u00a02020", ["2020-11-16"]),
    ("Från 1/4 2021 till 31/12-2021", ["2021-04-01", "2021-12-31"]),
    ("Insatsen börjar i april 2021, slut December 2022", [(2021, 4), (2022, 12)]),
    ("den 30 februari 2021 finns inte", []),
    ("vecka 2021-50, tel 018-12 34 56, dnr 2020-11-16-3, 3 av 2021", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "found"), IN_TEXT, ids=lambda found: ascii(found)[:30])
def test_datum_i_lopande_text(text, found):
    assert [one.month or str(one.date) for one in find_dates(text)] == found


def test_datum_i_text_sager_var_de_star():
    text = "Möte den 16\u00a0november 2020, sedan april 2021."
    assert [text[one.start : one.end] for one in find_dates(text)] == ["16\u00a0november 2020", "april 2021"]


@given(st.text(max_size=200) | st.text(alphabet="0123456789-/ \u00a0aprilmj.", max_size=100))
def test_sokandet_gar_aldrig_sonder(text):
    for found in find_dates(text):
        assert 0 <= found.start < found.end <= len(text)


def test_manader_med_brutna_manader_i_dagar():
    assert months_between(date(2021, 4, 1), date(2021, 12, 31)) == 9
    assert months_between(date(2021, 4, 21), date(2021, 5, 31)) == 1 + Fraction(10, 30)
    assert months_between(date(2024, 2, 1), date(2024, 2, 29)) == 1
    assert months_between(date(2021, 2, 1), date(2021, 2, 14)) == Fraction(1, 2)
    assert Period(date(2021, 4, 1), date(2021, 12, 31)).months() == 9


def test_en_period_med_start_efter_slut_ar_tom():
    backwards = Period(date(2021, 4, 10), date(2021, 4, 5))
    assert (backwards.days(), backwards.months(), by_year(backwards)) == (0, 0, {})


def test_manader_per_kalenderar():
    assert by_year(Period(date(2021, 10, 1), date(2023, 1, 31))) == {2021: 3, 2022: 12, 2023: 1}


days = st.dates(date(2000, 1, 1), date(2060, 12, 31))


@given(days, days, days)
def test_en_delad_period_har_lika_manga_manader_som_sina_delar(one, two, three):
    start, middle, end = sorted((one, two, three))
    parts = months_between(start, middle) + months_between(middle + timedelta(1), end)
    assert parts == months_between(start, end)
    assert sum(by_year(Period(start, end)).values()) == months_between(start, end)


def test_en_period_rymmer_en_annan():
    year = Period(date(2021, 1, 1), date(2021, 12, 31))
    assert year.contains(Period(date(2021, 1, 1), date(2021, 12, 31)))
    assert year.contains(date(2021, 12, 31))
    assert not year.contains(Period(date(2021, 4, 1), date(2022, 1, 1)))
    assert not year.contains(date(2020, 12, 31))
    assert year.days() == 365
    assert str(year) == "2021-01-01\u00a0– 2021-12-31"


@given(st.text(max_size=40))
def test_vad_som_helst_kan_skrivas(typed):
    reading = read_date(typed)
    assert reading.value is None or reading.problem is None
