"""A button that fills in several values at once, such as the days of a half-year; with scripts and without."""

import re
from datetime import date
from html import unescape
from urllib.parse import urlencode

import pytest

from finsam_forms.core.dates import Period
from finsam_forms.web.kinds.period import years_near
from tests.kinds.case import EXAMPLES
from tests.kinds.conftest import Case, house

__all__ = ["house"]


@pytest.fixture
def case(house):
    return Case(EXAMPLES["period"], house)


def buttons(case):
    (page,) = case.pages()
    return {
        words.strip(): unescape(value)
        for value, words in re.findall(r'name="fyll" value="([^"]*)"[^>]*>([^<]*)<', page, re.S)
    }


def test_ett_halvar_fyller_bada_dagarna_hos_alla(case):
    year = date.today().year
    found = buttons(case)
    assert list(found)[:3] == [f"Första halvåret {year - 1}", f"Andra halvåret {year - 1}", f"Helåret {year - 1}"]
    after = case.sheet.last_change
    answer = case.bo.post(
        case.url("fyll"), data={"fyll": found[f"Andra halvåret {year}"]}, headers={"Accept": "application/json"}
    )
    assert answer.status_code == 200
    assert case.document.text("rapporttid/start") == f"{year}-07-01"
    assert case.document.text("rapporttid/slut") == f"{year}-12-31"
    (message,) = case.anna.get(case.url(f"handelser.json?after={after}")).json["messages"]
    assert {one["path"] for one in message["values"]} == {"rapporttid/start", "rapporttid/slut"}


def test_utan_skript_sparas_sidan_och_knappen_gor_sitt(case):
    data = {"after": str(case.sheet.last_change), "section": "tid", "fyll": "rapporttid/slut=2026-06-30"}
    answer = case.anna.post(case.url("fyll"), data=data | {"rapporttid/start": "2026-01-02"})
    assert answer.status_code == 302 and answer.location.endswith("/avsnitt/tid")
    assert case.document.text("rapporttid/start") == "2026-01-02"
    assert case.document.text("rapporttid/slut") == "2026-06-30"


@pytest.mark.parametrize(
    "query", ["", "x", "_titel=Namn", "finns/inte=1", "a b=1", "&".join(["rapporttid/start=1"] * 30)]
)
def test_en_knapp_som_inte_ar_var_skriver_ingenting(case, query):
    before = case.document.values
    assert case.anna.post(case.url("fyll"), data={"fyll": query}).status_code in (404, 422)
    assert case.document.values == before


def test_det_som_fylls_i_ar_text_som_all_annan(case):
    case.anna.post(case.url("fyll"), data={"fyll": urlencode({"rapporttid/start": "nyår"})})
    assert case.document.read("rapporttid/start").problem


def test_aren_ar_insatsens_som_ligger_narmast():
    assert years_near(2027, None) == [2026, 2027]
    assert years_near(2027, Period(date(2021, 4, 1), date(2021, 12, 31))) == [2021]
    assert years_near(2027, Period(date(2027, 1, 1), date(2030, 12, 31))) == [2027, 2028]
