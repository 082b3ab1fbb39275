"""Chapters on the screen: a page each with a mark of its own in the list of sections, and what nobody has answered folded at its foot."""

import re

import pytest

from finsam_forms.core.edit import Edit
from finsam_forms.store import Person
from finsam_forms.web.granska import changed
from tests.builder import MALLS

ONE = "aktiviteter/v1aa"
PAGE = "/utkast/1/avsnitt/aktiviteter/del/v1aa"
WHO = Person("Kim Chef", "Förbundet")
STARTED = {f"{ONE}/_plats": "g", f"{ONE}/rubrik": "Samverkansteamet", f"{ONE}/syfte": "Fler i arbete."}


@pytest.fixture
def running(app):
    return app.extensions["finsam_forms"]


@pytest.fixture
def kapitel(client, running):
    running.store.drafts.create(MALLS["delarsrapport"], STARTED, WHO)
    return client


def write(running, **values):
    sheet = running.desk.sheet(1)
    edits = [
        Edit(f"{ONE}/{path}", text, sheet.version(f"{ONE}/{path}"), f"op{sheet.last_change}aaaaaaaaaaaa")
        for path, text in values.items()
    ]
    running.desk.save_many(1, edits, WHO)


def mark(html):
    return re.search(r'id="t-aktiviteter-v1aa"><span class="state state--(\w+)"', html)[1]


def folded(html):
    found = re.search(r'<details class="folded">(.*?)</details>\s*<div class="margin', html, re.S)
    return set(re.findall(rf'data-field="{ONE}/(\w+)"', found[1])) if found else set()


def test_varje_kapitel_har_ett_marke_som_sager_hur_langt_det_har_kommit(kapitel, running):
    write(running, utvardering="Sju av tio är kvar.")
    assert mark(kapitel.get(PAGE).text) == "started"
    write(
        running, beskrivning="Teamet stöder unga.", malgrupp="Unga vuxna 18–29 år.", utvardering="Sju av tio är kvar."
    )
    assert mark(kapitel.get(PAGE).text) == mark(kapitel.get("/utkast/1/granska").text) == "done"


def test_market_andras_hos_den_som_har_sidan_oppen(kapitel, running, app):
    before = running.review.now(1)
    write(
        running, beskrivning="Teamet stöder unga.", malgrupp="Unga vuxna 18–29 år.", utvardering="Sju av tio är kvar."
    )
    after = running.review.now(1)
    with app.app_context():
        assert "state--done" in dict(changed(before, after))["#t-aktiviteter-v1aa"]
        assert "#t-aktiviteter-v1aa" not in dict(changed(after, after))


def test_det_som_ingen_har_svarat_pa_och_inte_kravs_ligger_hopvikt_sist(kapitel, running):
    found = folded(kapitel.get(PAGE).text)
    assert {"mal", "bemanning", "statistik", "utvardering"} <= found
    assert found.isdisjoint({"rubrik", "syfte", "malgrupp"}) and "beskrivning" in found
    write(running, utvardering="Sju av tio är kvar.")
    assert "utvardering" not in folded(kapitel.get(PAGE).text)
    write(running, syfte="")
    assert "beskrivning" not in folded(kapitel.get(PAGE).text), "en av dem krävs"


def test_ingenting_flyttar_sig_nar_sidan_hamtas_igen_medan_nagon_skriver(kapitel, running):
    again = re.search(r'hx-get="([^"]*\?vikt=[^"]*)"', kapitel.get(PAGE).text)[1]
    write(running, utvardering="Sju av tio är kvar.")
    page = kapitel.get(again).text
    assert "utvardering" in folded(page) and f'hx-get="{again}"' in page


def test_ett_avsnitts_egen_sida_viker_inte_ihop_nagot(kapitel):
    page = kapitel.get("/utkast/1/avsnitt/ovriga").text
    assert '<details class="folded"' not in page and "?vikt" not in page


OTHER = "aktiviteter/v2aa"
STEERING = {
    f"{OTHER}/_plats": "n",
    f"{OTHER}/rubrik": "Mottagningsteamet",
    f"{OTHER}/styrgrupp/p1aa/_plats": "g",
    f"{OTHER}/styrgrupp/p1aa/namn": "Eva Falkenberg",
    f"{OTHER}/styrgrupp/p1aa/organisation": "Nora kommun",
    f"{OTHER}/styrgrupp/p2aa/_plats": "n",
    f"{OTHER}/styrgrupp/p2aa/namn": "Bo Cederlund",
}


@pytest.fixture
def styrda(client, running):
    """Three activities: the first has no steering group, and the two others have the same."""
    third = {path.replace("v2aa", "v3aa"): text for path, text in STEERING.items()} | {
        "aktiviteter/v3aa/_plats": "t",
        "aktiviteter/v3aa/rubrik": "IPS",
    }
    running.store.drafts.create(MALLS["delarsrapport"], STARTED | STEERING | third, WHO)
    return client


def put_in(client, path):
    return client.post("/utkast/1/forslag", data={"forslag": path})


def test_styrgruppen_kan_vara_samma_som_en_annan_verksamhets(styrda, running):
    write(running, **{"styrgrupp/e1aa/_plats": "g"})
    page = styrda.get(PAGE).text
    assert page.count("Samma som ") == 1 and "Samma som Mottagningsteamet" in page
    put_in(styrda, f"{ONE}/styrgrupp/samma/v2aa")
    document = running.desk.sheet(1).document
    here, there = (
        {
            path.removeprefix(f"{one}/styrgrupp/"): text
            for path, text in document.values.items()
            if path.startswith(f"{one}/styrgrupp/") and text
        }
        for one in (ONE, OTHER)
    )
    assert {path: text for path, text in here.items() if "_plats" not in path} == {
        path: text for path, text in there.items() if "_plats" not in path
    }
    assert document.rows(f"{ONE}/styrgrupp") == ("p1aa", "p2aa")
    assert "Samma som" not in styrda.get(PAGE).text


def test_det_som_nagon_har_skrivit_skrivs_aldrig_over_av_en_annan_verksamhets(styrda, running):
    write(running, **{"styrgrupp/e1aa/_plats": "g", "styrgrupp/e1aa/namn": "Anna Berggren"})
    assert "Samma som" not in styrda.get(PAGE).text
    put_in(styrda, f"{ONE}/styrgrupp/samma/v2aa")
    assert running.desk.sheet(1).document.rows(f"{ONE}/styrgrupp") == ("e1aa",)


@pytest.mark.parametrize(
    "path", ["styrgrupp/samma/v9aa", "styrgrupp/samma", "bemanning/samma/v2aa", "styrgrupp/samma/v1aa"]
)
def test_en_verksamhet_som_inte_finns_ar_inget_att_vara_samma_som(styrda, running, path):
    before = running.desk.sheet(1).last_change
    put_in(styrda, f"{ONE}/{path}")
    assert running.desk.sheet(1).last_change == before


def test_valet_om_forra_periodens_antal_star_vid_tabellen_nar_det_finns_nagra(kapitel, running):
    assert "forra_skrivs" not in kapitel.get(PAGE).text
    write(running, **{"arenden/inkomna/k1aa/forra": "5", "konen/kvinnor/antal/forra": "4"})
    page = kapitel.get(PAGE).text
    chosen = re.findall(rf'name="{ONE}/konen/forra_skrivs" value="(\w+)"( checked)?', page)
    assert chosen == [("ja", ""), ("nej", " checked")]
    write(running, **{"konen/forra_skrivs": "ja"})
    assert f'name="{ONE}/konen/forra_skrivs" value="ja" checked' in kapitel.get(PAGE).text
