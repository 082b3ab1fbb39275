"""«Lägg till från en insats»: chapters of a förbund's report begun from the drafts and the files of its activities."""

import io

import pytest

from finsam_forms.core.document import Document
from finsam_forms.core.edit import Edit
from finsam_forms.core.following import begun_part
from finsam_forms.export.exchange import dumps
from finsam_forms.store import Person
from tests.builder import MALLS, worked_example
from tests.core.checks.reports import report

PLACE = "/utkast/2/insatser"
WHO = Person("Kim Chef", "Förbundet")


@pytest.fixture
def rapport(exempel):
    """The example as draft 1, and a report of the förbund as draft 2."""
    assert exempel.post("/utkast", data={"mall": "delarsrapport"}).headers["Location"].startswith("/utkast/2/")
    return exempel


def chapters(sheet):
    document = sheet(2).document
    return [f"aktiviteter/{row}" for row in document.rows("aktiviteter")]


def add(client, **data):
    return client.post(PLACE, data={"falt": "aktiviteter", **data})


def write(app, path, value, draft=1):
    desk = app.extensions["finsam_forms"].desk
    sheet = desk.sheet(draft)
    desk.save(draft, Edit(path, value, sheet.version(path), f"op{sheet.last_change}aaaaaaaaaaaa"), WHO)


def test_knappen_finns_vid_kapitlen_och_sidan_visar_insatserna(rapport):
    assert "Lägg till från en insats" in rapport.get("/utkast/2/avsnitt/aktiviteter").text
    page = rapport.get(f"{PLACE}?falt=aktiviteter").text
    assert 'name="utkast" value="1"' in page and 'value="2"' not in page
    assert rapport.get(f"{PLACE}?falt=natverk").status_code == 404


def test_en_ansokan_blir_en_verksamhet_med_det_som_den_vet(rapport, sheet):
    assert add(rapport, utkast="1").status_code == 302
    (one,) = chapters(sheet)
    document, application = sheet(2).document, sheet(1).document
    assert document.text(f"{one}/rubrik") == application.title
    assert document.text(f"{one}/malgrupp") == application.text("malgrupp")
    assert document.text(f"{one}/tid/slut") == application.text("insatstid/slut")
    lists = [f"mal/{name}" for name in ("resultatmal", "insatsmal", "effektmal")]
    goals = [application.text(f"{name}/{row}/text") for name in lists for row in application.rows(name)]
    assert goals and [document.text(f"{one}/mal/mal/{row}/text") for row in document.rows(f"{one}/mal/mal")] == goals
    posts = application.rows("budget/lon")
    assert posts and document.rows(f"{one}/bemanning") == posts
    assert document.text(f"{one}/bemanning/{posts[0]}/benamning") == application.text(
        f"budget/lon/{posts[0]}/benamning"
    )


def test_flera_valda_kommer_i_ordning_efter_dem_som_finns(rapport, sheet):
    rapport.post("/utkast/1/nasta", data={"mall": "arsrapport"})
    add(rapport, utkast=["1", "3"])
    add(rapport, utkast="1")
    assert len(chapters(sheet)) == 3
    assert [tie.role for tie in sheet(2).ties] and {tie.source_id for tie in sheet(2).ties} == {1, 3}


def test_en_rapport_ger_ocksa_det_som_den_berattar_om_sin_tid():
    year = report("arsrapport_helar")
    taken = {one.path: one.text for one in begun_part(MALLS["delarsrapport"], "aktiviteter/a1aa", year)}
    document = Document(MALLS["delarsrapport"], taken | {"aktiviteter/a1aa/_plats": "g"})
    outcomes = [text for path, text in year.values.items() if path.startswith("mal/") and path.endswith("/utfall")]
    assert outcomes and set(outcomes) == {text for path, text in taken.items() if path.endswith("/utfall")}
    new = year.text("deltagare/nya/kvinnor")
    assert new and document.text("aktiviteter/a1aa/deltagare/nya/kvinnor") == new


def test_filer_fran_andra_lases_utan_band_till_nagot_har(rapport, sheet):
    file = (io.BytesIO(dumps(worked_example()).encode()), "deras.json")
    add(rapport, fil=[file])
    (one,) = chapters(sheet)
    assert sheet(2).document.text(f"{one}/malgrupp") == worked_example().text("malgrupp")
    assert sheet(2).ties == ()


@pytest.mark.parametrize(
    "data", [{}, {"utkast": "2"}, {"fil": [(io.BytesIO(b"{"), "trasig.json")]}], ids=["inget", "sig", "trasig"]
)
def test_det_som_inte_ar_en_insats_sags_och_lagger_inte_till_nagot(rapport, sheet, data):
    answer = add(rapport, **data)
    assert answer.status_code == 422 and "Ingenting lades till." in answer.text
    assert chapters(sheet) == []


def test_det_som_andras_i_insatsens_utkast_sags_pa_kapitlets_sida_och_tas_in_om_man_vill(rapport, sheet, app):
    add(rapport, utkast="1")
    (one,) = chapters(sheet)
    page = f"/utkast/2/avsnitt/aktiviteter/del/{one.partition('/')[2]}"
    assert "Ändrat i" not in rapport.get(page).text
    write(app, "malgrupp", "Vuxna i hela kommunen")
    assert "Ändrat i insatsens utkast" in rapport.get(page).text
    rapport.post("/utkast/2/foljer", data={"foljer": f"ta-in:{one}/malgrupp"})
    assert sheet(2).document.text(f"{one}/malgrupp") == "Vuxna i hela kommunen"
    assert "Ändrat i" not in rapport.get(page).text
    write(app, "syfte", "Något annat")
    rapport.post("/utkast/2/rad", data={"rad": f"bort:aktiviteter:{one.partition('/')[2]}"})
    assert "insatsens utkast" not in rapport.get("/utkast/2/avsnitt/om_rapporten").text
