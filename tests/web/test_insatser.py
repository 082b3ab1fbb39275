"""«Lägg till från en insats»: chapters of a förbund's report begun from the drafts and the files of its activities."""

import io
import json
from dataclasses import replace

import pytest

from finsam_forms.core.document import Document
from finsam_forms.core.edit import Edit
from finsam_forms.core.following import begun_part
from finsam_forms.core.kinds.kind import Source
from finsam_forms.export.exchange import ExchangeFaults, dumps, read_exchange, schema, to_exchange
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
    assert outcomes and set(outcomes) == {
        text for path, text in taken.items() if path.startswith("aktiviteter/") and path.endswith("/utfall")
    }
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


def test_tabellerna_i_ett_teams_rapport_kommer_med_och_rader_som_det_har_lagt_till():
    team = report("samverkansteam_avesta").replace(
        {f"remittent/v4aa/{part}": text for part, text in (("_plats", "g"), ("benamning", "Vården"), ("antal", "2"))}
    )
    taken = {one.path: one.text for one in begun_part(MALLS["delarsrapport"], "aktiviteter/a1aa", team)}
    there = {
        path: text for path, text in team.values.items() if path.startswith(("kon/", "remittent/", "forsorjning/"))
    }
    assert len(there) == 12
    assert there.items() <= {path.removeprefix("aktiviteter/a1aa/"): text for path, text in taken.items()}.items()


ROWS = "ekonomi/a1aa"


def money(document, years=()):
    found = {one.path: one.text for one in begun_part(MALLS["delarsrapport"], "aktiviteter/a1aa", document, years)}
    return {path.removeprefix(f"{ROWS}/"): text for path, text in found.items() if path.startswith(f"{ROWS}/")}


def test_insatsens_budget_och_utfall_star_pa_kapitlets_rad_i_ekonomin():
    team = report("samverkansteam_avesta")
    assert money(team) == {"budget": "2100000", "utfall": "988000"}
    unread = team.replace({"ekonomi/lon/utfall": "okänt"})
    assert "utfall" not in money(unread) and money(unread)["budget"] == "2100000"


def test_en_ansokan_ger_raden_det_som_rapportens_ar_kostar():
    application = worked_example()
    whole = money(application)
    assert "utfall" not in whole
    years = {year: int(money(application, (year,))["budget"]) for year in range(2019, 2030)}
    assert {year: kronor for year, kronor in years.items() if kronor} == {2021: int(whole["budget"])}


def test_dar_kapitlen_inte_ar_rader_i_ekonomin_far_insatsen_en_egen_rad():
    team = report("samverkansteam_avesta")
    field = replace(MALLS["delarsrapport"].field("ekonomi"), rows_from="")
    taken = field.row_taken(ROWS, team.title, Source(team, "ekonomi", previous=False, told=True))
    found = {one.path.removeprefix(f"{ROWS}/"): one.text for one in taken}
    assert found.pop("_plats")
    assert found == {"benamning": team.title, "budget": "2100000", "utfall": "988000"}


def test_raderna_i_ekonomin_star_i_kapitlens_ordning_med_de_egna_sist(rapport, sheet, app):
    write(app, "ekonomi/e1aa/_plats", "n", draft=2)
    write(app, "ekonomi/e1aa/benamning", "Utbildning", draft=2)
    rapport.post("/utkast/1/nasta", data={"mall": "arsrapport"})
    add(rapport, utkast=["1", "3"])
    rows = tuple(one.partition("/")[2] for one in chapters(sheet))
    assert len(rows) == 2 and ekonomi(sheet) == ("administration", *rows, "e1aa")


def test_ett_kapitel_som_tas_bort_tar_sin_rad_i_ekonomin_med_sig(rapport, sheet):
    add(rapport, utkast="1")
    (row,) = ekonomi(sheet)[1:]
    rapport.post("/utkast/2/rad", data={"rad": f"bort:aktiviteter:{row}"})
    assert ekonomi(sheet) == ("administration",)
    assert "insatsens utkast" not in rapport.get("/utkast/2/avsnitt/ekonomi").text


def ekonomi(sheet):
    """The rows of the money, as they stand."""
    document = sheet(2).document
    at = document.mall.field("ekonomi").answer(document)
    return tuple(line.id for line in at.field.lines(at))


def test_nasta_rapports_kapitel_foljer_samma_utkast(rapport, sheet, app):
    add(rapport, utkast="1")
    (one,) = chapters(sheet)
    write(app, f"{one}/syfte", "Förbundets egna ord", draft=2)
    rapport.post("/utkast/2/nasta", data={"mall": "delarsrapport"})
    new = sheet(3)
    assert (one, 1) in [(tie.role, tie.source_id) for tie in new.ties]
    assert new.document.text(f"{one}/syfte") == "Förbundets egna ord"
    page = f"/utkast/3/avsnitt/aktiviteter/del/{one.partition('/')[2]}"
    assert "Ändrat i" not in rapport.get(page).text
    write(app, "malgrupp", "Vuxna i hela kommunen")
    assert "Ändrat i insatsens utkast" in rapport.get(page).text


def test_det_som_vantade_pa_besked_vantar_i_nasta_rapport_ocksa(rapport, sheet, app):
    add(rapport, utkast="1")
    (one,) = chapters(sheet)
    write(app, "malgrupp", "Vuxna i hela kommunen")
    rapport.post("/utkast/2/nasta", data={"mall": "delarsrapport"})
    assert "Ändrat i insatsens utkast" in rapport.get(f"/utkast/3/avsnitt/aktiviteter/del/{one.partition('/')[2]}").text


def test_ett_kapitel_som_inte_kommer_med_har_inget_band_i_nasta_rapport(rapport, sheet):
    add(rapport, utkast="1")
    (one,) = chapters(sheet)
    rapport.post("/utkast/2/rad", data={"rad": f"bort:aktiviteter:{one.partition('/')[2]}"})
    rapport.post("/utkast/2/nasta", data={"mall": "delarsrapport"})
    assert [tie.role for tie in sheet(3).ties] == ["forra"]


def test_kapitlens_band_star_i_filen_och_knyts_igen_dar_utkastet_finns(rapport, sheet, app):
    add(rapport, utkast="1")
    (one,) = chapters(sheet)
    following = app.extensions["finsam_forms"].following
    told = following.told(sheet(2))
    assert told[one].title == sheet(1).document.title
    read = read_exchange(dumps(sheet(2).document, follows=told), MALLS)
    assert read.follows == told
    ties, marks = following.found_again(Document(read.mall, read.values), read.follows)
    assert [(tie.role, tie.source_id) for tie in ties] == [(one, 1)]
    new = app.extensions["finsam_forms"].store.drafts.create(read.mall, read.values, WHO, follows=ties, taken=marks)
    page = f"/utkast/{new}/avsnitt/aktiviteter/del/{one.partition('/')[2]}"
    assert "Ändrat i" not in rapport.get(page).text
    write(app, "malgrupp", "Vuxna i hela kommunen")
    assert "Ändrat i insatsens utkast" in rapport.get(page).text


def test_ett_band_till_ett_kapitel_som_inte_finns_i_filen_ar_ett_fel(rapport, sheet):
    data = to_exchange(sheet(2).document) | {"foljer": {"aktiviteter/a1aa": {"titel": "Lotsen"}}}
    with pytest.raises(ExchangeFaults, match="aktiviteter/a1aa: okänd nyckel"):
        read_exchange(json.dumps(data), MALLS)


def test_filens_schema_kanner_kapitlens_band(rapport, sheet, app):
    jsonschema = pytest.importorskip("jsonschema")
    add(rapport, utkast="1")
    told = app.extensions["finsam_forms"].following.told(sheet(2))
    assert [*told] == chapters(sheet)
    file = to_exchange(sheet(2).document, follows=told)
    validator = jsonschema.Draft202012Validator(schema(sheet(2).mall))
    validator.validate(file)
    assert not validator.is_valid(file | {"foljer": {"ekonomi/a1aa": {}}})
