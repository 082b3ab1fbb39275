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
