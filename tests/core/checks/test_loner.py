"""G09–G11: wage lines."""

import pytest

from finsam_forms.core.checks.facts import Facts
from finsam_forms.core.checks.kinds.budget_facts import money
from finsam_forms.core.checks.kinds.budget_wages import monthly_pay
from finsam_forms.core.settings import PoRate
from tests.core.checks.builder import LON, application, rows, says, with_settings

PO_2027 = (PoRate(year=2027, kommun=4_015, region=4_615),)


def test_g09_tjanst_utan_belopp_och_belopp_utan_tjanst():
    (without_amount,) = says("G09", {f"{LON}/belopp/komm": ""})
    (without_share,) = says("G09", {f"{LON}/tjanst_procent": ""})
    assert "inget belopp" in without_amount.sentence
    assert "ingen tjänst" in without_share.sentence


@pytest.mark.parametrize(
    "changes", [{}, {f"{LON}/tjanst_procent": "", f"{LON}/belopp/komm": ""}, {f"{LON}/belopp/komm": "oklart"}]
)
def test_g09_bada_eller_ingen(changes):
    assert says("G09", changes) == []


def test_g10_det_verkliga_exemplet_ar_rimligt():
    mall = with_settings(po_rates=PO_2027, monthly_pay_low=28_000, monthly_pay_high=45_000)
    facts = Facts(application(mall=mall))
    assert [monthly_pay(facts, wage) for wage in money(facts).wages] == [34_355]
    assert says("G10", mall=mall) == []


def test_g10_utanfor_spannet():
    mall = with_settings(po_rates=PO_2027, monthly_pay_low=28_000, monthly_pay_high=45_000)
    (high,) = says("G10", {f"{LON}/tjanst_procent": "50"}, mall=mall)
    (low,) = says("G10", {f"{LON}/tjanst_procent": "100"}, mall=mall)
    assert "51\u00a0532\u00a0kr i månaden" in high.sentence
    assert "25\u00a0766\u00a0kr i månaden" in low.sentence


def test_g10_ar_av_utan_spann_och_utan_po():
    assert says("G10", {f"{LON}/tjanst_procent": "5"}) == []
    assert says("G10", {f"{LON}/tjanst_procent": "5"}, mall=with_settings(monthly_pay_high=45_000)) == []


def test_g10_radens_eget_po_galler():
    mall = with_settings(monthly_pay_high=45_000)
    assert says("G10", {f"{LON}/tjanst_procent": "50", f"{LON}/underlag/po": "40,15"}, mall=mall)


@pytest.mark.parametrize("typed", ["101", "150 %", "-5", "tre fjärdedelar"])
def test_g11_tjanst_ar_noll_till_hundra(typed):
    (remark,) = says("G11", {f"{LON}/tjanst_procent": typed})
    assert remark.severity.value == "fel"


@pytest.mark.parametrize("typed", ["0", "75", "37,5", "100"])
def test_g11_det_vanliga(typed):
    assert says("G11", {f"{LON}/tjanst_procent": typed}) == []


def second_post(share="50", **changes):
    line = {
        "benamning": "processledare",
        "tjanst_procent": share,
        "fran": "2027-06-01",
        "till": "2027-12-31",
        "belopp/komm": "100000",
    }
    return rows("budget/lon", "wage", "more") | {
        f"budget/lon/more/{key}": value for key, value in (line | changes).items()
    }


def test_g11_samma_funktion_over_heltid():
    (remark,) = says("G11", second_post())
    assert remark.severity.value == "varning"
    assert "125\u00a0%" in remark.sentence


@pytest.mark.parametrize(
    "changes",
    [
        second_post("25"),
        second_post(benamning="Coach"),
        second_post() | {f"{LON}/till": "2027-05-31"},
        second_post() | {"budget/lon/more/belopp/komm": "", "budget/egenfinansiering/lokal/lokalhyra/belopp/regn": ""},
    ],
    ids=["heltid", "annan funktion", "efter varandra", "inget belopp"],
)
def test_g11_inte_over_heltid(changes):
    assert says("G11", changes) == []
