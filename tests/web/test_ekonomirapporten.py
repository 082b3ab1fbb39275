"""«Hämta ekonomirapport»: insatsägarens ekonom skriver den för sig, och årsrapporten tar in den när någon vill."""

import pytest

PAGE = "/utkast/3/avsnitt/ekonomi"
WRITTEN = {
    "ekonomi/lon/utfall": "280000",
    "ekonomi/ovrigt/utfall": "12000",
    "ekonomi_kommentar": "Processledaren började i maj.",
    "underskrift/namn": "Ekonom Ek",
}


def write(client, draft, values):
    for number, (path, text) in enumerate(values.items()):
        data = {"path": path, "value": text, "base": "0", "op": f"{draft}{number}" + "e" * 22}
        assert client.post(f"/utkast/{draft}/varde", data=data).status_code == 200, path


def press(client, what, draft=3):
    return client.post(f"/utkast/{draft}/foljer", data={"foljer": what})


@pytest.fixture
def arsrapport(exempel):
    """The example as draft 1, the ekonom's report of it as draft 2, the group's report as draft 3."""
    exempel.post("/utkast/1/nasta", data={"mall": "ekonomirapport"})
    write(exempel, 2, WRITTEN)
    exempel.post("/utkast/1/nasta", data={"mall": "arsrapport"})
    return exempel


def test_den_erbjuds_och_ingenting_tas_in_av_sig_sjalvt(arsrapport, sheet):
    page = arsrapport.get(PAGE).text
    assert "Det finns en ekonomirapport om insatsen" in page and 'value="blad:2"' in page
    assert sheet(3).document.text("ekonomi/lon/utfall") == ""


def test_det_som_ar_tomt_fylls_i_och_det_som_ar_skrivet_star_kvar_tills_nagon_tar_in_det(arsrapport, sheet):
    write(arsrapport, 3, {"ekonomi/ovrigt/utfall": "11000"})
    press(arsrapport, "blad:2")
    here = sheet(3).document
    assert here.text("ekonomi/lon/utfall") == "280000"
    assert here.text("ekonomi_kommentar") == "Processledaren började i maj."
    assert here.text("ekonomi_underskrift/namn") == "Ekonom Ek"
    assert here.text("underskrift/namn") == "", "ordföranden är en annan"
    assert here.text("ekonomi/ovrigt/utfall") == "11000"
    page = arsrapport.get(PAGE).text
    assert "Ändrat i ekonomirapporten" in page and "Det finns en ekonomirapport" not in page
    press(arsrapport, "ta-in:ekonomi/ovrigt/utfall")
    assert sheet(3).document.text("ekonomi/ovrigt/utfall") == "12000"
    assert "Ändrat i ekonomirapporten" not in arsrapport.get(PAGE).text


def test_det_som_andras_i_den_sedan_sags_vid_svaret(arsrapport, sheet):
    press(arsrapport, "blad:2")
    change = {"path": "ekonomi/lon/utfall", "value": "281000", "base": "1", "op": "f" * 24}
    assert arsrapport.post("/utkast/2/varde", data=change).status_code == 200
    page = arsrapport.get(PAGE).text
    assert "Ändrat i ekonomirapporten" in page and "ekonomirapporten" in arsrapport.get("/utkast/3/avsnitt/vilken").text
    assert sheet(3).document.text("ekonomi/lon/utfall") == "280000"


def test_bara_en_ekonomirapport_om_samma_insats_gar_att_hamta(arsrapport, sheet):
    assert press(arsrapport, "blad:1").status_code == 422
    arsrapport.post("/utkast", data={"mall": "ekonomirapport"})
    assert press(arsrapport, "blad:4").status_code == 422
    assert 'value="blad:4"' not in arsrapport.get(PAGE).text
    write(arsrapport, 4, {"insatsens_namn": sheet(1).document.title})
    assert 'value="blad:4"' in arsrapport.get(PAGE).text
    assert "Det finns en ekonomirapport" not in arsrapport.get("/utkast/2/avsnitt/ekonomi").text


def test_en_last_arsrapport_andras_inte(arsrapport, sheet):
    from finsam_forms.core.fingerprint import fingerprint
    from finsam_forms.store import Person

    parts = arsrapport.application.extensions["finsam_forms"]
    parts.store.dossier.lock(3, fingerprint(sheet(3).document), Person("Sam", "Förbundet"))
    parts.desk.forget(3)
    assert press(arsrapport, "blad:2").status_code == 423
    assert [tie.role for tie in sheet(3).ties] == ["ansokan"]


def test_filen_sager_vad_som_foljs_och_nasta_rapport_borjar_utan(arsrapport, sheet):
    press(arsrapport, "blad:2")
    told = arsrapport.get("/utkast/3/utskrift.json").json["foljer"]
    assert set(told) == {"ansokan", "blad"}
    arsrapport.post("/utkast/3/nasta", data={"mall": "arsrapport"})
    assert {tie.role for tie in sheet(4).ties} == {"ansokan", "forra"}


def alone(client, sheet, draft, other):
    """The other insatsägare is removed from a draft."""
    path = f"insatsagare/{other}/_plats"
    change = {"path": path, "value": "", "base": str(sheet(draft).version(path)), "op": f"{draft}" + "g" * 22}
    assert client.post(f"/utkast/{draft}/varde", data=change).status_code == 200


@pytest.fixture
def tva(exempel, sheet):
    """Two insatsägare in the application, a report of each as drafts 2 and 3, the group's as draft 4."""
    first = sheet(1).document.rows("insatsagare")[0]
    write(exempel, 1, {"insatsagare/andra/_plats": "z", "insatsagare/andra/organisation": "Region Uppsala"})
    for draft, other in ((2, "andra"), (3, first)):
        exempel.post("/utkast/1/nasta", data={"mall": "ekonomirapport"})
        alone(exempel, sheet, draft, other)
    write(exempel, 2, WRITTEN | {"ekonomi/lon/kommentar": "Vakant i april."})
    more = {
        "ekonomi/lon/utfall": "20000",
        "ekonomi_kommentar": "Läkaren började i juni.",
        "underskrift/namn": "Ekonom Alm",
    }
    write(exempel, 3, more | {"ekonomi/lon/kommentar": "Läkare."})
    exempel.post("/utkast/1/nasta", data={"mall": "arsrapport"})
    return exempel


def test_flera_insatsagares_ekonomirapporter_laggs_ihop(tva, sheet):
    budget = sheet(4).document.text("ekonomi/beviljat")
    press(tva, "blad:2", 4)
    page = tva.get("/utkast/4/avsnitt/ekonomi").text
    assert "beloppen läggs ihop med dem som redan är hämtade" in page and "Region Uppsala" in page
    press(tva, "blad:3", 4)
    here = sheet(4).document
    assert [here.text(f"ekonomi/{row}/utfall") for row in ("lon", "ovrigt")] == ["300000", "12000"]
    assert here.text("ekonomi/beviljat") == budget, "det beviljade är hela insatsens"
    assert here.text("ekonomi/lon/kommentar").endswith(": Vakant i april.; Region Uppsala: Läkare.")
    assert "**Region Uppsala**\n\nLäkaren började i juni." in here.text("ekonomi_kommentar")
    assert [tie.source_id for tie in sheet(4).ties if tie.role == "blad"] == [2, 3]
    assert "Ändrat i ekonomirapporten, Uppgifterna" not in tva.get("/utkast/4/avsnitt/ekonomi").text


def test_ett_belopp_som_nagon_har_andrat_laggs_inte_ihop_i_tysthet(tva, sheet):
    press(tva, "blad:2", 4)
    change = {
        "path": "ekonomi/lon/utfall",
        "value": "281000",
        "base": str(sheet(4).version("ekonomi/lon/utfall")),
        "op": "h" * 24,
    }
    assert tva.post("/utkast/4/varde", data=change).status_code == 200
    press(tva, "blad:3", 4)
    assert sheet(4).document.text("ekonomi/lon/utfall") == "281000"
    assert "Ändrat i ekonomirapporten" in tva.get("/utkast/4/avsnitt/ekonomi").text


def test_en_ny_ekonomirapport_fran_samma_insatsagare_kommer_i_den_forras_stalle(tva, sheet):
    press(tva, "blad:2", 4)
    press(tva, "blad:3", 4)
    tva.post("/utkast/2/nasta", data={"mall": "ekonomirapport"})
    alone(tva, sheet, 5, "andra")
    press(tva, "blad:5", 4)
    assert [tie.source_id for tie in sheet(4).ties if tie.role == "blad"] == [3, 5]
