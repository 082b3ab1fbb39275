"""G05 and G06: the amounts in «Ange budget/finansiering» against the budget."""

import pytest

from tests.core.checks.builder import FINANSIERING, application, of_code, pressed, says
from tests.core.checks.test_belopp import LON, TWO_YEARS


def remarks(text, changes=None):
    return says("G05", {FINANSIERING: text, **(changes or {})})


@pytest.mark.parametrize(
    "text",
    [
        "Vi söker totalt 355 000 kr.",
        "Totalt söker vi 325 000 kr för lön och 30 000 kr till stöd för deltagarna.",
        "Total kostnad för insatsen är 397 000 kr.",
        "Kommunen bidrar med 42 000 kr i lokal.",
        "Lön 325 tkr.",
        "Total kostnad: **397 000** kr",
        "Under 2026 beviljades 300 000 kr till en tidigare insats.",
        "75 % av 40 personer i 9 månader, ring 018-611 00 00.",
        "Insatsen kostar 0 kr för deltagarna.",
        "Lön och aktiviteter är 355 000 kr.",
        "Totalt [[tabell/rekvirera]] söks.",
    ],
)
def test_belopp_som_finns_i_budgeten(text):
    assert remarks(text) == []


def test_belopp_som_inte_finns():
    (remark,) = remarks("Utbildningen kostar 35 000 kr.")
    assert remark.severity.value == "fel"
    assert "35 000 kr" in remark.sentence


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Den sökta summan är totalt 325 000 kr.", "355\u00a0000\u00a0kr"),
        ("Vi söker totalt 367 000 kr.", "355\u00a0000\u00a0kr"),
        ("Total kostnad för insatsen är 325 000 kr.", "397\u00a0000\u00a0kr"),
    ],
)
def test_totalen_i_texten_ar_totalen(text, right):
    (remark,) = remarks(text)
    assert remark.severity.value == "fel"
    assert right in remark.sentence
    assert of_code("G05", pressed(application({FINANSIERING: text}), remark)) == []


@pytest.mark.parametrize(
    ("text", "working"),
    [
        ("Utbildning 30 000 per år.", "30\u00a0000 × 9/12 = 22\u00a0500\u00a0kr"),
        ("Lokal, cirka 42 000 kr per år.", "42\u00a0000 × 9/12 = 31\u00a0500\u00a0kr"),
    ],
)
def test_per_ar_varnar_med_utrakning(text, working):
    (remark,) = remarks(text)
    assert remark.severity.value == "varning"
    assert working in remark.sentence
    fixed = pressed(application({FINANSIERING: text}), remark)
    assert "per år" not in fixed.text(FINANSIERING)
    assert of_code("G05", fixed) == []


def test_per_ar_som_ger_radens_belopp_ar_ratt():
    assert remarks("Lokalen kostar 56 000 kr per år.") == []


def test_per_ar_over_tva_ar_ar_arets_belopp():
    years = {f"{LON}/ar/2027/komm": "243750", f"{LON}/ar/2028/komm": "81250"}
    assert remarks("Lönen är 243 750 kr per år.", TWO_YEARS | years) == []


def test_cirka_varnar_och_budgeten_vet():
    (remark,) = remarks("Lokalen kostar cirka 40 000 kr.")
    assert remark.severity.value == "varning"
    assert "42\u00a0000\u00a0kr" in remark.sentence


def test_avrundat_i_tkr_varnar():
    (remark,) = remarks("Lokalen kostar 42 tkr.", {"budget/egenfinansiering/lokal/lokalhyra/belopp/komm": "42400"})
    assert remark.severity.value == "varning"


def test_g06_i_texten():
    changes = {FINANSIERING: "Resor kostar 9,000 000 kr."}
    (remark,) = says("G06", changes)
    assert "9,000 000" not in pressed(application(changes), remark).text(FINANSIERING)
    assert says("G06", {FINANSIERING: "Resor kostar 9 000 000 kr."}) == []


def test_andra_texter_jamfors_inte():
    assert says("G05", {"bakgrund": "Projektet kostade 777 000 kr."}) == []
