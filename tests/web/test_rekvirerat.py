"""«Rekvirerat sammanlagt» i slutrapporten kommer ur insatsens rekvisitioner, och ändras aldrig i tysthet."""

import pytest

from tests.web.test_foljer import lock, press, unlock, write

PAGE = "/utkast/4/avsnitt/ekonomi"
CLAIMED = "ekonomi/rekvirerat"


@pytest.fixture
def running(app):
    return app.extensions["finsam_forms"]


@pytest.fixture
def rekvisitioner(exempel, running):
    """The example as draft 1, what was asked for in two quarters as drafts 2 and 3."""
    for number, (quarter, kronor) in enumerate({"april–juni": "101200", "juli–september": "120000"}.items(), 1):
        exempel.post(f"/utkast/{number}/nasta", data={"mall": "rekvisition"})
        for path, value in {"kvartalet": quarter, "aret": "2021", "rekvisition/lon/nu": kronor}.items():
            write(running, path, value, draft=number + 1)
    return exempel


@pytest.fixture
def slutrapport(rekvisitioner):
    rekvisitioner.post("/utkast/1/nasta", data={"mall": "slutrapport"})
    return rekvisitioner


def page_of(client):
    return " ".join(client.get(PAGE).text.replace("\u00a0", " ").split())


def test_slutrapporten_borjar_med_vad_rekvisitionerna_ar_tillsammans_och_sager_vilka(slutrapport, sheet):
    assert sheet(4).document.text(CLAIMED) == "221200"
    page = page_of(slutrapport)
    assert "Rekvisitionerna är tillsammans 221 200 kr: Q2 2021 101 200 kr, Q3 2021 120 000 kr." in page
    assert "Ändrat i rekvisitionerna" not in page


def test_det_som_andras_i_en_rekvisition_erbjuds_och_tas_inte_in_av_sig_sjalvt(slutrapport, running, sheet):
    write(running, "rekvisition/ovrigt/nu", "1000", draft=3)
    page = page_of(slutrapport)
    assert "Ändrat i rekvisitionerna, Budget och utfall, Rekvirerat sammanlagt:</b> ”222 200 kr”." in page
    assert sheet(4).document.text(CLAIMED) == "221200"
    (told,) = [one for one in running.review.now(4).remarks if one.path == CLAIMED]
    assert told.sentence.replace("\u00a0", " ").endswith("är 221 200 kr här men 222 200 kr i rekvisitionerna.")
    press(slutrapport, f"ta-in:{CLAIMED}", draft=4)
    assert sheet(4).document.text(CLAIMED) == "222200"
    assert "Ändrat i rekvisitionerna" not in page_of(slutrapport)


def test_det_som_nagon_behaller_star_kvar_utan_anmarkning(slutrapport, running, sheet):
    write(running, "rekvisition/ovrigt/nu", "1000", draft=3)
    press(slutrapport, f"behall:{CLAIMED}", draft=4)
    assert sheet(4).document.text(CLAIMED) == "221200"
    assert "Ändrat i rekvisitionerna" not in page_of(slutrapport)
    assert [one for one in running.review.now(4).remarks if one.path == CLAIMED] == []


def test_den_senast_lasta_versionen_av_en_rekvisition_galler(slutrapport, running):
    lock(slutrapport, 3)
    unlock(running, 3)
    write(running, "rekvisition/ovrigt/nu", "1000", draft=3)
    assert "Ändrat i rekvisitionerna" not in page_of(slutrapport)
    lock(slutrapport, 3)
    assert "Ändrat i rekvisitionerna" in page_of(slutrapport)


def test_utan_rekvisitioner_skrivs_det_och_den_forsta_som_kommer_erbjuds(exempel, running, sheet):
    exempel.post("/utkast/1/nasta", data={"mall": "slutrapport"})
    assert sheet(2).document.text(CLAIMED) == ""
    write(running, CLAIMED, "90000", draft=2)
    assert "isitionerna är" not in exempel.get("/utkast/2/avsnitt/ekonomi").text
    exempel.post("/utkast/1/nasta", data={"mall": "rekvisition"})
    write(running, "rekvisition/lon/nu", "91000", draft=3)
    page = exempel.get("/utkast/2/avsnitt/ekonomi").text.replace("\u00a0", " ")
    assert "Ändrat i rekvisitionerna" in page and "tillsammans 91 000 kr: utan kvartal 91 000 kr." in page
    assert sheet(2).document.text(CLAIMED) == "90000"


def test_en_rekvisition_i_papperskorgen_raknas_inte(slutrapport, running):
    from finsam_forms.store import Person

    running.store.drafts.bin(3, Person("Sam", "Förbundet"))
    running.desk.forget(3)
    assert "Rekvisitionerna är tillsammans 101 200 kr: Q2 2021 101 200 kr." in page_of(slutrapport)
