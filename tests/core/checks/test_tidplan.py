"""G26: the phases of the tidplan."""

import pytest

from tests.core.checks.builder import application, of_code, phase, pressed, rows, says


def test_g26_tidplan_som_hanger_ihop():
    assert says("G26") == []


def test_g26_lucka():
    changes = {"tidplan/phas2/fran": "2027-08-01"}
    (remark,) = says("G26", changes)
    assert "1\u00a0juli–31\u00a0juli\u00a02027" in remark.sentence
    assert of_code("G26", pressed(application(changes), remark)) == []


def test_g26_overlapp():
    changes = {"tidplan/phas2/fran": "2027-06-15", "tidplan/phas2/etikett": "Sommar"}
    (remark,) = says("G26", changes)
    assert "15\u00a0juni–30\u00a0juni\u00a02027" in remark.sentence
    assert of_code("G26", pressed(application(changes), remark)) == []


def test_g26_lopande_fas_far_ligga_bredvid():
    along = rows("tidplan", "phas1", "phas2", "phas3", "phas4") | phase("phas4", "2027-04-01", "2027-12-31", "Löpande")
    assert says("G26", along) == []


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"tidplan/phas1/fran": "2027-04-15"}, "börjar 15\u00a0april\u00a02027"),
        ({"tidplan/phas3/till": "2027-12-15"}, "slutar 15\u00a0december\u00a02027"),
        ({"insatstid/slut": "2027-11-30"}, "slutar 30\u00a0november\u00a02027"),
    ],
)
def test_g26_nar_inte_start_eller_slut(changes, told):
    (remark,) = says("G26", changes)
    assert told in remark.sentence
    assert of_code("G26", pressed(application(changes), remark)) == []


@pytest.mark.parametrize(
    "label", ["Q1", "Kvartal 1", "K3", "Q3, införande", "första delen, Q4", "2:a kvartalet 2026", "Q3–Q4"]
)
def test_g26_kvartalet_heter_fel(label):
    (remark,) = says("G26", {"tidplan/phas1/etikett": label})
    assert remark.path == "tidplan/phas1/etikett"


@pytest.mark.parametrize(
    "label", ["Q2", "kvartal 2", "Q2 2027", "Q1–Q3", "Q2, första delen", "Uppstart", "", "Q22", "2:a kvartalet"]
)
def test_g26_kvartalet_heter_ratt(label):
    assert says("G26", {"tidplan/phas1/etikett": label}) == []


def test_g26_knappen_skriver_ratt_kvartal():
    changes = {"tidplan/phas1/etikett": "Q1, uppstart"}
    (remark,) = says("G26", changes)
    assert pressed(application(changes), remark).text("tidplan/phas1/etikett") == "Q2, uppstart"


def test_g26_fas_utan_datum_eller_baklanges():
    (without,) = says("G26", {"tidplan/phas2/till": ""})
    (backwards,) = says("G26", {"tidplan/phas2/till": "2027-06-01"})
    assert without.path == backwards.path == "tidplan/phas2/till"


def test_g26_helt_utan_datum_gar_inte_att_jamfora():
    blank = {f"tidplan/{row}/{part}": "" for row in ("phas1", "phas2", "phas3") for part in ("fran", "till")}
    assert says("G26", blank) == []
