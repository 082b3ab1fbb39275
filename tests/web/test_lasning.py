"""Locked for signature: the same words for all who sign, a number and a fingerprint on the paper, nothing changed by mistake."""

import io
import re
import time

import pytest
from pypdf import PdfReader

from finsam_forms.core.fingerprint import fingerprint
from finsam_forms.core.party import parties_of
from finsam_forms.live import locking
from tests.client import client_of


def printed(client):
    data = client.get("/utkast/1/utskrift.pdf?del=text").data
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages).replace("\u00a0", " ")


def test_last_skrivs_ut_med_version_och_fingeravtryck(exempel, sheet):
    assert "UTKAST" in printed(exempel)
    exempel.post("/utkast/1/las")
    text = printed(exempel)
    assert "UTKAST" not in text
    assert "Version 1, låst" in text
    assert fingerprint(sheet().document).shown in text


def test_ett_last_utkast_gar_inte_att_andra(exempel, sheet):
    exempel.post("/utkast/1/las")
    before = sheet().document.text("syfte")
    assert exempel.save("syfte", "Annat", base=1).status_code == 423
    assert exempel.say("/utkast/1/rad", rad="ny:tidplan:").status_code == 423
    assert sheet().document.text("syfte") == before
    page = exempel.get("/utkast/1/avsnitt/syfte")
    assert "Låst för underskrift, version 1" in page.text
    assert page.page.all("fieldset", **{"class": "whole"})[0].get("disabled") == ""


@pytest.mark.parametrize("url", ["avsnitt/syfte", "avsnitt/budget", "granska", "skriv-ut"])
def test_varje_sida_av_ett_last_utkast_sager_version_fingeravtryck_nar_och_av_vem(exempel, sheet, url):
    exempel.post("/utkast/1/las")
    text = re.sub(r"<[^>]+>", "", exempel.get(f"/utkast/1/{url}").text)
    text = " ".join(text.split())
    for words in ("version 1", fingerprint(sheet().document).shown, "Anna Andersson (Försäkringskassan)"):
        assert words.lower() in text.lower()


def test_granska_erbjuder_ingen_rattning_av_ett_last_utkast(exempel):
    exempel.save("malgrupp", "Unga vuxna 14–15 år i Älvkarleby.", base=1)
    exempel.post("/utkast/1/las")
    answer = exempel.get("/utkast/1/granska")
    page = answer.page
    assert "Tips (1)" in answer.text
    assert not page.all("button", name="ratta")
    assert not page.all("input", name="nyckel")


def test_listan_av_anteckningar_i_ett_last_utkast_erbjuder_inget_som_nekas(exempel):
    exempel.post("/utkast/1/anteckning", data={"anteckning": "Ring", "avsnitt": "syfte"})
    exempel.post("/utkast/1/las")
    answer = exempel.get("/utkast/1/att-gora")
    assert "Ring" in answer.text
    assert "Låst för underskrift, version 1" in answer.text
    assert "Svara" not in answer.text
    assert answer.page.all("button", name="bocka")[0].get("disabled") == ""


def test_upplast_gar_att_skriva_i_och_nasta_version_har_ett_nytt_nummer(exempel, sheet):
    exempel.post("/utkast/1/las")
    exempel.post("/utkast/1/las-upp", data={"skal": "Region vill ändra syftet"})
    assert exempel.save("syfte", "Annat", base=1).status_code == 200
    exempel.post("/utkast/1/las")
    assert "Version 2, låst" in printed(exempel)


def test_med_fel_kvar_gar_det_inte_att_lasa(exempel, sheet):
    exempel.save("insatstid/slut", "2020-01-01", base=1)
    answer = exempel.post("/utkast/1/las")
    assert answer.status_code == 422
    assert "fel är kvar" in answer.text
    assert not sheet().locked


def test_att_lasa_tva_ganger_ar_samma_version(exempel, sheet):
    for _ in range(2):
        exempel.post("/utkast/1/las")
    assert [version.number for version in sheet().versions_made] == [1]


def test_alla_far_veta_att_utkastet_lasts(exempel, app):
    exempel.post("/utkast/1/las")
    assert '"stale":["*"]' in app.extensions["finsam_forms"].feed._channels[1].events[-1].message


def test_en_kopia_av_ett_last_utkast_gar_att_skriva_i(exempel, sheet):
    exempel.post("/utkast/1/las")
    exempel.post("/utkast/1/kopiera")
    assert exempel.save("syfte", "Nästa år", base=1, draft=2).status_code == 200
    assert sheet(2).versions_made == ()


def test_en_kopia_har_inga_datum_for_underskrift(exempel, sheet):
    party = next(party.id for party in parties_of(sheet().document) if party.owner)
    path = f"underskrifter_insatsagare/{party}/datum"
    assert exempel.save(path, "2021-01-25").status_code == 200
    exempel.post("/utkast/1/kopiera")
    assert sheet(1).document.text(path) == "2021-01-25"
    assert sheet(2).document.text(path) == ""


def test_att_lasa_upp_kraver_ett_skal_som_sedan_star_kvar(exempel, sheet):
    exempel.post("/utkast/1/las")
    answer = exempel.post("/utkast/1/las-upp", data={"skal": "  "})
    assert answer.status_code == 422
    assert "Skriv varför" in answer.text
    assert sheet().locked
    exempel.post("/utkast/1/las-upp", data={"skal": "Regionens belopp var fel"})
    page = exempel.get("/utkast/1/skriv-ut")
    assert "Låstes upp: «Regionens belopp var fel»" in page.text
    assert "Låstes för underskrift som version 1" in page.text


def test_ett_skal_med_personnummer_sparas_inte_och_det_sags_bredvid_faltet(exempel, app, sheet):
    exempel.post("/utkast/1/las")
    answer = exempel.post("/utkast/1/las-upp", data={"skal": "Gäller 811218‑9876"})
    assert answer.status_code == 422
    (field,) = answer.page.all("input", id="las-upp-skal")
    assert (field["value"], field["aria-describedby"]) == ("Gäller 811218‑9876", "las-upp-fel")
    assert "Skälet innehåller ett personnummer (81…)" in answer.text
    assert sheet().locked
    assert "9876" not in repr(app.extensions["finsam_forms"].store.dossier.events(1))
    assert exempel.say("/utkast/1/las-upp", skal="Gäller 811218-9876").status_code == 422


@pytest.mark.parametrize("event", ["unlocked", "waived", "named"])
def test_ett_nummer_som_sparades_forr_visas_inte_bland_det_som_har_hant(exempel, app, event):
    database = app.extensions["finsam_forms"].store.database
    with database.writing() as connection:
        connection.execute("UPDATE event SET what = ?, about = 'Se 811218-9876', why = 'Gäller 811218-9876'", (event,))
    text = exempel.get("/utkast/1/skriv-ut").text
    assert "«Gäller 81…»" in text
    assert "9876" not in text


def test_oandrat_sedan_sist_ar_samma_version(exempel, sheet):
    exempel.post("/utkast/1/las")
    exempel.post("/utkast/1/las-upp", data={"skal": "Vi trodde att något var fel"})
    exempel.say("/utkast/1/rad", rad="ny:tidplan:")  # an empty row says nothing
    exempel.save("diarienummer", "2027:20")  # the förbund's number may come afterwards
    exempel.post("/utkast/1/las")
    assert [version.number for version in sheet().versions_made] == [1]
    assert "Version 1, låst" in printed(exempel)


def test_diarienumret_far_komma_efter_lasningen(exempel, sheet):
    exempel.post("/utkast/1/las")
    before = sheet().latest.sha256
    exempel.post("/utkast/1/diarienummer", data={"diarienummer": "2027:20"})
    assert sheet().locked
    assert "2027:20" in printed(exempel)
    assert fingerprint(sheet().document).sha256 == before
    assert exempel.save("insatstyp", "individinriktad insats", base=1).status_code == 423


@pytest.fixture
def somebody_writes(app, exempel):
    other = client_of(app, "Bo Berg", "Region")
    other.say("/utkast/1/har", flik="ab" * 8, avsnitt="syfte", falt="syfte")
    return other


def test_den_som_laser_medan_nagon_skriver_ser_vem_och_utkastet_lases_en_stund_senare(
    exempel, somebody_writes, sheet, monkeypatch
):
    monkeypatch.setattr(locking, "WARNING", 0.2)
    assert "Skriver just nu:</b> Bo Berg (Region) i" in exempel.get("/utkast/1/skriv-ut").text
    exempel.post("/utkast/1/las")
    assert not sheet().locked
    wait_for(lambda: sheet().locked)
    assert "låst" in exempel.get("/utkast/1/skriv-ut").text
    assert sheet().latest.by.name == "Anna Andersson"


def test_tillkommer_ett_fel_under_tiden_lases_det_inte_och_det_sags(exempel, somebody_writes, sheet, app, monkeypatch):
    monkeypatch.setattr(locking, "WARNING", 0.2)
    exempel.post("/utkast/1/las")
    somebody_writes.save("insatstid/slut", "2020-01-01", base=1)
    wait_for(lambda: "Inte låst: 1 fel är kvar" in exempel.get("/utkast/1/skriv-ut").text)
    assert not sheet().locked


def test_en_lasning_som_tas_tillbaka_blir_inte_av(exempel, somebody_writes, sheet, app, monkeypatch):
    monkeypatch.setattr(locking, "WARNING", 2.0)
    exempel.post("/utkast/1/las")
    assert "Lås inte" in exempel.get("/utkast/1/skriv-ut").text
    exempel.post("/utkast/1/las/avbryt")
    time.sleep(2.2)
    assert not sheet().locked


def test_den_som_inte_hann_spara_far_veta_vem_som_laste_och_nar(exempel):
    exempel.post("/utkast/1/las")
    said = exempel.save("syfte", "För sent", base=1).json["error"]
    assert re.fullmatch(r"Utkastet låstes \d\d:\d\d av Anna Andersson \(Försäkringskassan\)\.", said)


def wait_for(true):
    until = time.monotonic() + 10
    while not true():
        assert time.monotonic() < until
        time.sleep(0.05)
