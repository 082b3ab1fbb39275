"""G05: det som texten säger om utfall, budget och prognos är det som tabellen säger."""

import pytest

from finsam_forms.core.checks import Severity
from tests.core.checks.builder import of_code, pressed
from tests.core.checks.reports import report

HELAR, EKONOMI = report("arsrapport_helar"), report("ekonomirapport_2016")
"""Budget 1 170 + 200 = 1 370, utfall 1 085 + 169 = 1 254 tkr, varav resor 53."""


def told(text, document=HELAR):
    return of_code("G05", document.replace({"budget_text": text}))


@pytest.mark.parametrize(
    "text",
    [
        "Utfallet är 950 000 kr.",
        "Budgeten var 1 390 tkr och utfallet 1 254 tkr.",
        "Av det beviljade återstår 161 000 kr.",
        "Prognosen för helåret är 1 400 000 kr.",
    ],
)
def test_ett_belopp_som_inte_finns_i_tabellen_sags(text):
    (remark,) = told(text)
    assert remark.severity is Severity.WARNING
    assert "det beloppet finns inte i tabellen" in remark.sentence


@pytest.mark.parametrize(
    "text",
    [
        "Utfallet är 1 254 000 kr av budgeten 1 370 000 kr, alltså 116 000 kr lägre.",
        "Utfallet är 1,3 mkr.",
        "Personalkostnadens utfall är 1 085 tkr och avvikelsen 85 tkr.",
        "Av utfallet är resor 53 tkr.",
        "Datorn kostade 14 900 kr.",
        "Förra årets utfall var 1 190 000 kr.",
        "Utfallet är omkring 1 200 000 kr.",
        "Utfallet följer budgeten till 92 %.",
    ],
)
def test_det_som_tabellen_sager_avrundat_eller_om_annat_lamnas_i_fred(text):
    assert told(text) == []


def test_det_narmaste_beloppet_satts_in_med_en_knapp():
    (remark,) = told("Utfallet är 1 245 000 kr.")
    fixed = pressed(HELAR.replace({"budget_text": "Utfallet är 1 245 000 kr."}), remark)
    assert fixed.text("budget_text").replace("\u00a0", " ") == "Utfallet är 1 254 000 kr."


def test_utan_belopp_i_tabellen_jamfors_ingenting():
    empty = HELAR.replace({path: "" for path in HELAR.values if path.startswith("ekonomi/")})
    assert told("Utfallet är 950 000 kr.", empty) == []
