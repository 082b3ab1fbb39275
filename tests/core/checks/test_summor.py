"""G01–G04: sums that a read-in document states itself."""

import pytest

from finsam_forms.core.checks import AsRead
from tests.core.checks.builder import application, codes, of_code, says

RIGHT = {
    "summa": {"lon": 325_000, "lokal": 0, "ovrigt": 30_000, "egenfinansiering": {"lokal": "42 000"}},
    "total_rekvirera": 355_000,
    "total_egenfinansiering": 42_000,
    "total_kostnad": 397_000,
    "sammanstallning": {
        "Älvkarleby kommun": {"rekvirera": 355_000, "egenfinansiering": 42_000, "totalt": 397_000},
        "Försäkringskassan": {"rekvirera": 0, "totalt": 0},
        "Summa": {"rekvirera": 355_000, "egenfinansiering": 42_000, "ovrig_finansiering": 0, "totalt": 397_000},
    },
}


def given(**changes):
    return RIGHT | changes


def test_ratta_summor_ger_ingenting():
    assert codes(application(), as_read=AsRead(RIGHT)) == []


def test_utan_egna_summor_finns_inget_att_jamfora():
    assert codes(application()) == []


@pytest.mark.parametrize(
    ("code", "sums", "told"),
    [
        ("G01", given(summa={"lon": 300_000}), "325\u00a0000\u00a0kr"),
        ("G01", {"grupp/egenfinansiering/lokal": 40_000}, "42\u00a0000\u00a0kr"),
        ("G02", given(total_rekvirera=325_000), "30\u00a0000\u00a0kr"),
        ("G02", {"tabell/egenfinansiering": 0}, "42\u00a0000\u00a0kr"),
        ("G03", given(total_kostnad="367 000"), "397\u00a0000\u00a0kr"),
        ("G03", {"total": 367_000}, "30\u00a0000\u00a0kr"),
    ],
    ids=str,
)
def test_avvikande_summa_ar_fel(code, sums, told):
    (remark,) = of_code(code, application(), as_read=AsRead(sums))
    assert told in remark.sentence
    assert remark.severity.value == "fel"


def test_en_krona_ar_ocksa_fel():
    assert says("G03", as_read=AsRead({"total_kostnad": 396_999}))


def test_g04_sager_bada_beloppen():
    table = {"Älvkarleby kommun": {"rekvirera": 325_000, "totalt": 367_000, "egenfinansiering": 42_000}}
    (remark,) = says("G04", as_read=AsRead({"sammanstallning": table}))
    for amount in ("325\u00a0000", "355\u00a0000", "367\u00a0000", "397\u00a0000"):
        assert amount in remark.sentence
    assert "42\u00a0000" not in remark.sentence
    assert remark.path == "sammanstallning"


def test_g04_flera_sammanstallningar_och_okanda_parter():
    tables = [RIGHT["sammanstallning"], {"Håbo kommun": {"totalt": 5_000}}]
    (remark,) = says("G04", as_read=AsRead({"sammanstallning": tables}))
    assert "Håbo kommun" in remark.sentence


def test_g04_okand_part_utan_pengar_ar_tyst():
    assert says("G04", as_read=AsRead({"sammanstallning": {"Delinsatsägare 1": {"totalt": 0}}})) == []


@pytest.mark.parametrize(
    "rubbish", [{"summa": 5}, {"sammanstallning": [1, None]}, {"total": None}, {"total": True}], ids=str
)
def test_obegripliga_summor_kraschar_inte(rubbish):
    assert codes(application(), as_read=AsRead(rubbish)) == []
