"""The pages: every one of them opens, says what it should, and never answers with a stack trace."""

import inspect
import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builder import ANSOKAN
from tests.client import OF_A_FAULT, client_of

PAGES = [
    "/",
    "/papperskorgen",
    "/jag",
    "/utkast/1/skriv-ut",
    *(f"/utkast/1/avsnitt/{section.id}" for section in ANSOKAN.sections),
]


@pytest.mark.parametrize("url", PAGES)
def test_varje_sida_gar_att_oppna_tom_och_ifylld(exempel, url):
    exempel.post("/utkast", data={"mall": "ansokan"})
    assert exempel.get(url).status_code == 200
    assert exempel.get(url.replace("/1/", "/2/")).status_code == 200


def test_nulagesanalysen_gar_hela_vagen_utan_kod_som_kanner_den(client, app):
    client.post("/utkast", data={"mall": "nulagesanalys"})
    for section in app.extensions["finsam_forms"].malls["nulagesanalys"].sections:
        assert client.get(f"/utkast/1/avsnitt/{section.id}").status_code == 200
    assert client.save("lots/kvinnor/fk", "12").status_code == 200
    assert client.save("malgrupper", "Unga vuxna").status_code == 200
    assert client.get("/utkast/1/utskrift.pdf").data.startswith(b"%PDF")


@pytest.mark.parametrize(
    "url",
    ["/finns-inte", "/utkast/99/", "/utkast/1/avsnitt/nej", "/blankett/nej.pdf", "/utkast/1/utskrift.pdf?del=%00"],
)
def test_det_som_inte_finns_sags_pa_svenska(ansokan, url):
    answer = ansokan.get(url)
    assert answer.status_code in (200, 404)


def test_namnet_fragas_efter_en_gang_och_inget_gar_forlorat(app):
    client = client_of(app, name="")
    answer = client.post("/utkast", data={"mall": "ansokan"})
    assert answer.status_code == 403
    assert answer.page.all("input", name="mall", value="ansokan")
    answer = client.post("/utkast", data={"mall": "ansokan", "jag_namn": "Bo", "jag_organisation": "Region"})
    assert answer.status_code == 302
    assert client.post("/utkast", data={"mall": "ansokan"}).status_code == 302


def test_oversikten_visar_namn_formular_lage_och_vem(ansokan):
    ansokan.save("insatsens_namn", "Rätt stöd")
    text = ansokan.get("/").text
    for words in ("Rätt stöd", "Ansökan samverkansinsats", "Anna Andersson", "av 17 klara"):
        assert words in text


def test_kopiera_byt_namn_kasta_och_ta_tillbaka(exempel):
    exempel.post("/utkast/1/kopiera")
    assert "(kopia)" in exempel.get("/").text
    exempel.post("/utkast/2/byt-namn", data={"namn": "Nästa år"})
    exempel.post("/utkast/1/kasta")
    text = exempel.get("/").text
    assert "Nästa år" in text
    assert "Vägen in" not in text
    assert exempel.save("syfte", "x").status_code == 404
    exempel.post("/utkast/1/aterta")
    assert "Vägen in" in exempel.get("/").text
    exempel.post("/utkast/1/kasta")
    assert "för alltid?" in exempel.get("/utkast/1/radera").text
    exempel.post("/utkast/1/radera")
    assert exempel.get("/utkast/1/").status_code == 404


def test_den_som_har_ett_utkast_oppet_ser_att_det_kastas_och_tas_tillbaka(ansokan, app, sheet):
    bo = client_of(app, "Bo", "Region")
    seen = sheet().last_change - 1
    for url, there in (("kasta", True), ("aterta", False)):
        app.extensions["finsam_forms"].feed.forget(1)
        ansokan.get(f"/utkast/1/handelser.json?after={seen}")
        bo.post(f"/utkast/1/{url}")
        (message,) = ansokan.get(f"/utkast/1/handelser.json?after={seen}").json["messages"]
        assert message["stale"] == ["*"]
        page = ansokan.get("/utkast/1/avsnitt/syfte")
        assert ("ligger i papperskorgen" in page.text) == there
        assert bool(page.page.all("fieldset", **{"class": "whole", "disabled": ""})) == there


def test_sok_i_text_part_och_namn(exempel):
    exempel.post("/utkast", data={"mall": "nulagesanalys"})
    for words in ("vägen in", "REGION", "processledaren har inga egna"):
        assert "Vägen in" in exempel.get("/", query_string={"sok": words}).text
    assert "Inget utkast har" in exempel.get("/", query_string={"sok": "finnsinte"}).text
    exempel.save("syfte", "Zebra", base=1)
    assert "Vägen in" in exempel.get("/", query_string={"sok": "zebra"}).text


def test_fil_ut_och_in(exempel):
    data = exempel.get("/utkast/1/utskrift.json").data
    answer = exempel.post("/las-in", data={"fil": (io.BytesIO(data), "a.json")})
    assert answer.status_code == 302
    assert exempel.get("/").text.count("Vägen in – processledare") >= 2


def test_trasig_fil_sager_var_och_laser_inte_in_nagot(client):
    answer = client.post("/las-in", data={"fil": (io.BytesIO(b"{"), "a.json")})
    assert answer.status_code == 422
    assert "lästes inte in" in answer.text
    assert "Inga utkast än" in answer.text


def test_for_stor_begaran_far_en_mening(ansokan):
    answer = ansokan.save("syfte", "x" * 3_000_000)
    assert answer.status_code == 413
    assert "2 megabyte" in answer.json["error"]


def test_utan_skript_sparar_hela_avsnittet(ansokan, sheet):
    page = ansokan.get("/utkast/1/avsnitt/insatstid").page
    after = page.value("after")
    data = {
        "after": after,
        "section": "insatstid",
        "insatstid/start": "1/4 2027",
        "insatstid/slut": "31 dec 2027",
        "styrelsebeslut": "",
    }
    assert ansokan.post("/utkast/1/avsnitt/insatstid", data=data).status_code == 302
    assert sheet().document.text("insatstid/start") == "2027-04-01"
    assert sheet().version("styrelsebeslut") == 0


@pytest.mark.parametrize(("typed", "stored"), [("12", "12000"), ("2*6", "2*6 tkr"), ("12 kr", "12"), ("", "")], ids=str)
def test_utan_skript_foljer_ett_tal_bladets_enhet(exempel, sheet, typed, stored):
    path, wage = "budget/ovrigt/resor/belopp/alvkarleby", "budget/lon/processledare/belopp/alvkarleby"
    exempel.save("budget/enhet", "tkr")
    page = exempel.get("/utkast/1/avsnitt/budget").page
    form = {"after": page.value("after"), wage: page.value(wage), path: typed}
    assert exempel.post("/utkast/1/avsnitt/budget", data=form).status_code == 302
    assert sheet().document.text(path) == stored
    assert sheet().document.text(wage) == "325000"


def test_utan_skript_krockar_sparas_inte_tyst(ansokan, app):
    after = ansokan.get("/utkast/1/avsnitt/insatsens_namn").page.value("after")
    other = client_of(app, "Bo", "Region")
    other.save("insatsens_namn", "Bos namn")
    answer = ansokan.post("/utkast/1/avsnitt/insatsens_namn", data={"after": after, "insatsens_namn": "Annas namn"})
    assert answer.status_code == 409
    assert "Bos namn" in answer.text
    assert "Annas namn" in answer.text


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(
        [
            "/utkast/1/varde",
            "/utkast/1/rad",
            "/utkast",
            "/jag",
            "/utkast/1/byt-namn",
            "/utkast/1/avsnitt/syfte",
            "/utkast/1/varden",
        ]
    ),
    st.dictionaries(
        st.sampled_from(
            ["path", "value", "base", "op", "rad", "after", "mall", "namn", "organisation", "syfte", "text", "section"]
        ),
        st.text(max_size=40).filter(lambda text: not OF_A_FAULT.search(text))
        | st.sampled_from(["syfte", "1", "budget/enhet", "ny:tidplan:", "abcdefgh12"]),
        max_size=6,
    ),
)
def test_ingen_begaran_ger_ett_programfel(ansokan, url, data):
    data = {key: text.encode("utf-8", "ignore").decode() for key, text in data.items()}
    assert ansokan.post(url, data=data).status_code < 500
    assert ansokan.say(url, **data).status_code < 500


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200))
def test_inga_bytes_ger_ett_programfel(ansokan, body):
    for url, kind in (
        ("/utkast/1/varden", "application/json"),
        ("/utkast/1/varde", "application/x-www-form-urlencoded"),
    ):
        assert ansokan.post(url, data=body, content_type=kind, headers={"Accept": "application/json"}).status_code < 500


def test_sidorna_far_fardiga_varden_och_inga_moduler_att_rakna_med(app):
    assert [name for name, value in app.jinja_env.globals.items() if inspect.ismodule(value)] == []


def test_utan_skript_krockar_sags_med_orden_utan_marken(ansokan, app):
    client_of(app, "Bo", "Region").save("syfte", "Bo vill **detta** och [[total]].")
    data = {"section": "syfte", "after": "1", "syfte": "Anna vill *något annat*."}
    answer = ansokan.post("/utkast/1/avsnitt/syfte", data=data)
    told = answer.text.split('<div class="notice notice--error">')[1].split("</div>")[0].replace("\u00a0", " ")
    assert "Bo vill detta och 0 kr." in told
    assert "Anna vill något annat." in told


KNAPPAR = {
    "ny rad": ("/utkast/1/rad", {"rad": "ny:samverkansparter:"}),
    "flytta rad": ("/utkast/1/rad", {"rad": "ner:samverkansparter:{row}"}),
    "ta bort rad": ("/utkast/1/rad", {"rad": "bort:samverkansparter:{row}"}),
    "ta tillbaka rad": ("/utkast/1/rad", {"rad": "tillbaka:samverkansparter:{gone}"}),
    "anteckna": ("/utkast/1/anteckning", {"anteckna": "1", "avsnitt": "samverkansparter", "anteckning": "Ring"}),
    "bocka av": ("/utkast/1/anteckning/klar", {"bocka": "{note}"}),
    "rätta": ("/utkast/1/granska/ratta", {"ratta": "finnsinte:0"}),
    "spara": ("/utkast/1/avsnitt/samverkansparter", {}),
}


@pytest.mark.parametrize("button", KNAPPAR)
def test_utan_skript_sparar_varje_knapp_sidan_forst_och_visar_krockar(exempel, app, sheet, button):
    gone, row = sheet().document.rows("samverkansparter")[:2]
    exempel.say("/utkast/1/rad", rad=f"bort:samverkansparter:{gone}")
    exempel.say("/utkast/1/anteckning", avsnitt="samverkansparter", anteckning="En sak")
    note = next(path.removesuffix("/text") for path in sheet().document.values if path.startswith("_notes/"))
    url, values = KNAPPAR[button]
    values = {key: text.format(row=row, gone=gone, note=note) for key, text in values.items()}
    who, mail = f"samverkansparter/{row}/kontaktperson", f"samverkansparter/{row}/epost"
    after = str(sheet().last_change)
    client_of(app, "Bo", "Region").save(mail, "bo@region.example", base=sheet().version(mail))
    page = {"section": "samverkansparter", "after": after, who: "Cilla Ny", mail: "cilla@region.example"}
    answer = exempel.post(url, data={**page, **values})
    assert sheet().document.text(who) == "Cilla Ny"
    assert answer.status_code == 409
    assert "bo@region.example" in answer.text
    assert "cilla@region.example" in answer.text
    assert ("är inte gjort" in answer.text) is (button not in ("spara", "anteckna"))


def test_verktygen_for_texter_i_rader_finns_dar_sadana_kan_sta(ansokan):
    lent = {
        section.id
        for section in ANSOKAN.sections
        if 'id="verktyg"' in ansokan.get(f"/utkast/1/avsnitt/{section.id}").text
    }
    assert lent == {"mal", "lokus", "tidplan"}


def test_en_felsida_vet_vem_man_ar(exempel):
    answer = exempel.get("/finns-inte")
    assert answer.status_code == 404
    assert "Anna Andersson" in answer.text
    assert "Skriv vem du är" not in answer.text


def test_budgeten_sager_insatsens_loptid_och_leder_till_granska(exempel):
    text = exempel.get("/utkast/1/avsnitt/budget").text
    assert "Insatsens löptid: <b>2021-04-01\u00a0– 2021-12-31 (9 månader)</b>" in text
    assert exempel.get("/utkast/1/loptid").text.count("<b>") == 1
    exempel.save("insatstid/slut", "", base=1)
    assert "<b>" not in exempel.get("/utkast/1/loptid").text
    last = text.partition('aria-label="Bläddra"')[2]
    assert 'href="/utkast/1/granska"' in last
    assert "/granska" not in exempel.get("/utkast/1/avsnitt/syfte").text.partition('aria-label="Bläddra"')[2]
