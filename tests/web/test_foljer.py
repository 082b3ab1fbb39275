"""«Ny rapport om insatsen»: begun from the locked application, told when it changes there, taken in or let be."""

import re

import pytest

from finsam_forms.app import create_app
from finsam_forms.store import Person
from tests import following
from tests.client import client_of

NUMBER = "insatsens_namn"
FIRST = "/utkast/2/avsnitt/insats"


@pytest.fixture
def app(tmp_path):
    following.put_in(tmp_path / "data")
    app = create_app(tmp_path / "data", TESTING=False, WTF_CSRF_ENABLED=False)
    yield app
    app.extensions["finsam_forms"].feed.stop()
    app.extensions["finsam_forms"].store.close()


@pytest.fixture
def running(app):
    return app.extensions["finsam_forms"]


@pytest.fixture
def rapport(exempel):
    """The example as draft 1, and a report about it as draft 2."""
    answer = exempel.post("/utkast/1/nasta", data={"mall": "lagesrapport"})
    assert answer.headers["Location"] == "/utkast/2/"
    return exempel


def press(client, what, draft=2):
    return client.post(f"/utkast/{draft}/foljer", data={"foljer": what})


def write(running, path, value, draft=1):
    """Somebody else changes a value."""
    from finsam_forms.store import Edit

    sheet = running.desk.sheet(draft)
    edit = Edit(path, value, sheet.version(path), f"op{sheet.last_change}{len(value)}aaaaaaaaaaaa")
    running.desk.save(draft, edit, Person("Sam Samordnare", "Förbundet"))


def lock(client, draft=1):
    from finsam_forms.core.fingerprint import fingerprint

    parts = client.application.extensions["finsam_forms"]
    who = Person("Sam Samordnare", "Förbundet")
    parts.store.dossier.lock(draft, fingerprint(parts.desk.sheet(draft).document), who)
    parts.desk.forget(draft)


def unlock(running, draft=1):
    running.store.dossier.unlock(draft, "något ska rättas", Person("Sam Samordnare", "Förbundet"))
    running.desk.forget(draft)


def test_lanken_finns_pa_ansokan_och_pa_rapporten_men_inte_dar_inget_kan_folja(rapport):
    assert "Ny rapport om insatsen" in rapport.get("/utkast/1/avsnitt/syfte").text
    assert "Nästa rapport" in rapport.get(FIRST).text
    page = rapport.get("/utkast/1/nasta").text
    assert "Lägesrapport" in page
    assert "Nulägesanalys" not in page


def test_rapporten_ar_borjad_och_sager_vad_den_foljer(rapport, sheet):
    assert sheet(2).document.title == sheet(1).document.title
    page = rapport.get(FIRST).text
    assert "Följer" in page
    assert 'href="/utkast/1/"' in page
    assert "uppgift" not in page
    assert [tie.role for tie in sheet(2).ties] == ["ansokan"]


def test_ett_formular_som_inte_kan_folja_nekas(exempel):
    assert exempel.post("/utkast/1/nasta", data={"mall": "nulagesanalys"}).status_code == 404
    assert exempel.post("/utkast/1/nasta", data={"mall": "finns_inte"}).status_code == 404


def test_den_borjar_ur_den_senast_lasta_versionen(exempel, running, sheet):
    lock(exempel)
    unlock(running)
    write(running, "diarienummer", "2099:1")
    write(running, NUMBER, "Ett nytt namn efter låset")
    assert "version 1" in exempel.get("/utkast/1/nasta").text
    exempel.post("/utkast/1/nasta", data={"mall": "lagesrapport"})
    assert sheet(2).document.title != "Ett nytt namn efter låset"
    assert sheet(2).document.text("diarienummer") == "2099:1", "förbundets nummer är ingen del av det som låses"
    assert "ändrade i ansökan" not in exempel.get(FIRST).text


def test_andrat_i_ansokan_sags_vid_svaret_och_pa_forsta_sidan(rapport, running, sheet):
    write(running, "diarienummer", "2099:1")
    write(running, "malgrupp", "Unga upp till 25 år.")
    page = rapport.get(FIRST).text
    assert re.search(r"2 uppgifter är ändrade i\s+ansökan", page)
    assert "2099:1" in page
    assert "Unga upp till 25 år." in rapport.get("/utkast/2/avsnitt/svar").text
    assert sheet(2).document.text("diarienummer") != "2099:1", "ingenting tas in av sig självt"


def test_ta_in_skriver_och_sager_det_inte_igen(rapport, running, sheet):
    write(running, "diarienummer", "2099:1")
    assert press(rapport, "ta-in:diarienummer").status_code == 302
    assert sheet(2).document.text("diarienummer") == "2099:1"
    assert "ändrad i" not in rapport.get(FIRST).text
    assert not sheet(2).marks["diarienummer"].kept


def test_behall_later_det_vara_tills_det_andras_igen(rapport, running, sheet):
    write(running, "diarienummer", "2099:1")
    before = sheet(2).document.text("diarienummer")
    press(rapport, "behall:diarienummer")
    assert sheet(2).document.text("diarienummer") == before
    assert "ändrad i" not in rapport.get(FIRST).text
    assert "G67" not in {one.code for one in running.review.now(2).remarks}
    write(running, "diarienummer", "2099:2")
    assert "ändrad i" in rapport.get(FIRST).text
    assert "G67" in {one.code for one in running.review.now(2).remarks}


def test_ta_in_alla(rapport, running, sheet):
    write(running, "diarienummer", "2099:1")
    write(running, "mal/resultatmal/nytt/text", "Tjugo nya")
    write(running, "mal/resultatmal/nytt/_plats", "zz")
    press(rapport, "ta-in-alla:ansokan")
    assert sheet(2).document.text("diarienummer") == "2099:1"
    assert "nytt" in sheet(2).document.rows("mal/resultatmal")
    assert "ändrad" not in rapport.get(FIRST).text


def test_en_rad_vars_plats_ar_upptagen_hamnar_sist(rapport, running, sheet):
    last = sheet(2).document.rows("mal/resultatmal")[-1]
    place = sheet(2).document.text(f"mal/resultatmal/{last}/_plats")
    write(running, "mal/resultatmal/eget/text", "Vårt eget", draft=2)
    write(running, "mal/resultatmal/eget/_plats", place + "5", draft=2)
    write(running, "mal/resultatmal/nytt/text", "Tjugo nya")
    write(running, "mal/resultatmal/nytt/_plats", place + "5")
    press(rapport, "ta-in:mal/resultatmal/nytt")
    places = [
        sheet(2).document.text(f"mal/resultatmal/{row}/_plats") for row in sheet(2).document.rows("mal/resultatmal")
    ]
    assert sheet(2).document.rows("mal/resultatmal")[-2:] == ("eget", "nytt")
    assert len(set(places)) == len(places)


def test_en_knapp_vars_andring_inte_finns_langre_gor_ingenting(rapport, running, sheet):
    before = sheet(2).last_change
    for what in ("ta-in:diarienummer", "behall:diarienummer", "ta-in-alla:ansokan", "hitta-pa:x", "hamta:ansokan:mal"):
        assert press(rapport, what).status_code == 422, what
    assert sheet(2).last_change == before


def test_en_text_hamtas_med_en_knapp_bara_dit_det_ar_tomt(rapport, running, sheet):
    assert "Hämta ur ansökan" in rapport.get("/utkast/2/avsnitt/svar").text
    press(rapport, "hamta:ansokan:innehall")
    assert sheet(2).document.text("innehall").startswith(sheet(1).document.text("metod")[:30])
    assert "Hämta ur ansökan" not in rapport.get("/utkast/2/avsnitt/svar").text
    assert press(rapport, "hamta:ansokan:innehall").status_code == 422


def test_nasta_rapport_foljer_bade_den_forra_och_ansokan(rapport, running, sheet):
    write(running, "innehall", "Så här gick det.", draft=2)
    rapport.post("/utkast/2/nasta", data={"mall": "lagesrapport"})
    assert {tie.role: tie.source_id for tie in sheet(3).ties} == {"forra": 2, "ansokan": 1}
    assert "Hämta ur förra rapporten" in rapport.get("/utkast/3/avsnitt/svar").text
    press(rapport, "hamta:forra:innehall", draft=3)
    assert sheet(3).document.text("innehall") == "Så här gick det."


def test_en_last_rapport_andras_inte(rapport, running, sheet):
    write(running, "diarienummer", "2099:1")
    lock(rapport, draft=2)
    assert press(rapport, "ta-in:diarienummer").status_code == 423
    assert press(rapport, "behall:diarienummer").status_code == 423


def test_nar_ansokan_ligger_i_papperskorgen_sags_ingenting_av_den(rapport, running):
    write(running, "diarienummer", "2099:1")
    rapport.post("/utkast/1/kasta")
    page = rapport.get(FIRST)
    assert page.status_code == 200
    assert "ändrad i" not in page.text
    rapport.post("/utkast/1/aterta")
    assert "ändrad i" in rapport.get(FIRST).text


def test_nar_ansokan_ar_raderad_gar_rapporten_att_skriva_i(rapport, running, sheet):
    rapport.post("/utkast/1/kasta")
    rapport.post("/utkast/1/radera")
    running.desk.forget(2)
    assert sheet(2).ties == ()
    assert rapport.get(FIRST).status_code == 200
    assert rapport.get("/").status_code == 200


def test_oversikten_visar_insatsen_med_ansokan_och_rapporter_tillsammans(rapport, running):
    rapport.post("/utkast", data={"mall": "nulagesanalys"})
    rapport.post("/utkast/2/nasta", data={"mall": "lagesrapport"})
    page = rapport.get("/").text.replace("\u00a0", " ")
    assert page.count('class="drafts__insats"') == 1
    assert page.count('class="drafts__of"') == 3
    order = [page.index(f'href="/utkast/{number}/"') for number in (1, 2, 3)]
    assert order == sorted(order), "ansökan först"
    assert re.search(r"<p>1 april–30 juni 2021</p>", page), "tiden som rapporten gäller"


def test_en_sokning_visar_de_utkast_som_har_orden(rapport, running):
    write(running, "innehall", "Ostronskivlingar", draft=2)
    found = rapport.get("/?sok=ostronskivlingar").text
    assert 'href="/utkast/2/"' in found
    assert 'href="/utkast/1/"' not in found


def test_dossiern_star_dar_det_senast_andrade_star(rapport, running):
    rapport.post("/utkast", data={"mall": "nulagesanalys"})
    write(running, "deltagare", "3", draft=2)
    drafts = running.store.drafts.page(together=True)
    assert drafts.total == 2
    assert [one.id for one in drafts.items] == [2, 3]
    assert [one.id for one in running.store.drafts.page().items] != [2, 3], "listan på kommandoraden har alla"


def test_det_som_hant_sager_ur_vilket_utkast_den_borjade(rapport):
    assert "Började ur utkast 1" in rapport.get("/utkast/2/skriv-ut").text


def test_en_kopia_foljer_ingenting(rapport, sheet):
    rapport.post("/utkast/1/kopiera")
    assert sheet(3).ties == ()
    assert client_of(rapport.application).get("/").text.count("drafts__of") == 2


def test_av_en_lang_text_visas_det_som_skiljer(rapport, running):
    text = running.desk.sheet(1).document.text("malgrupp")
    write(running, "malgrupp", f"{text} " + "Samma ord en gång till. " * 30 + "Nu även de som fyllt 30.")
    write(running, "malgrupp", f"{text} " + "Samma ord en gång till. " * 30, draft=2)
    page = rapport.get("/utkast/2/avsnitt/svar").text
    assert "Nu även de som fyllt 30." in re.search(r'class="came".*?</ul>', page, re.S)[0]


def test_en_andring_som_vantar_sags_en_gang_vid_svaret(rapport, running):
    write(running, "diarienummer", "2099:1")
    assert rapport.get(FIRST).text.count("2099:1") == 1, "inte i marginalen också"
    assert "2099:1" in rapport.get("/utkast/2/granska").text


GENOMFORD = "/utkast/2/avsnitt/genomford"


@pytest.fixture
def slutrapport(exempel):
    """The example as draft 1, and the report at its end as draft 2."""
    assert exempel.post("/utkast/1/nasta", data={"mall": "slutrapport"}).headers["Location"] == "/utkast/2/"
    return exempel


def goal_of(sheet):
    return next(path for path in sheet(2).document.values if path.startswith("mal/") and path.endswith("/text"))


def test_slutrapporten_raknar_upp_det_som_skiljer_sig_fran_ansokan(slutrapport, running, sheet):
    assert "skiljer sig från ansökan:" not in slutrapport.get(GENOMFORD).text
    write(running, "insatsperiod/slut", "2022-03-31", draft=2)
    goal = goal_of(sheet)
    write(running, goal, "Tjugo personer är i arbete.", draft=2)
    write(running, "samverkansparter/ny1a/_plats", "z", draft=2)
    write(running, "samverkansparter/ny1a/organisation", "Tierps kommun", draft=2)
    page = slutrapport.get(GENOMFORD).text
    for said in ("2022-03-31", "Tjugo personer är i arbete.", "”Tierps kommun” finns här men inte i ansökan."):
        assert said in page
    assert "skiljer sig från ansökan:" not in slutrapport.get("/utkast/2/avsnitt/mal").text


def test_det_som_far_skilja_sig_raknas_upp_anda(slutrapport, running, sheet):
    write(running, "insatstid/slut", "2022-06-30", draft=1)
    assert press(slutrapport, "behall:insatsperiod/slut").status_code == 302
    assert "2022-06-30" in slutrapport.get(GENOMFORD).text


def test_punkterna_satts_in_sist_i_svaret(slutrapport, running, sheet):
    write(running, "insatsperiod/slut", "2022-03-31", draft=2)
    write(running, "genomford", "Nästan.", draft=2)
    assert press(slutrapport, "skillnader:genomford").status_code == 302
    text = sheet(2).document.text("genomford")
    assert text.startswith("Nästan.\n\n- ") and "2022-03-31" in text
    assert press(slutrapport, "skillnader:innehall").status_code == 422
