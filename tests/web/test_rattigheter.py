"""Which actions are the host's stands in one table; the server refuses guests, and no page offers them what they may not."""

import pytest
from werkzeug.exceptions import HTTPException

from finsam_forms.core.fingerprint import fingerprint
from finsam_forms.store import Person
from finsam_forms.web.addresses import For
from finsam_forms.web.rights import HOSTS, LOCKS, WHOSE, whose
from tests.web.guests import inside, outside, routes

HOST_ONLY = {
    "byta namn": "/utkast/1/byt-namn",
    "lägga i papperskorgen": "/utkast/1/kasta",
    "ta ur papperskorgen": "/utkast/1/aterta",
    "radera": "/utkast/1/radera",
    "kopiera": "/utkast/1/kopiera",
    "läsa in": "/las-in",
    "stänga mötet": "/motet/stang",
}
PAGES = (
    "/",
    "/utkast/1/avsnitt/syfte",
    "/utkast/1/granska",
    "/utkast/1/skriv-ut",
    "/utkast/1/att-gora",
    "/utkast/1/lank",
    "/jag",
)


@pytest.fixture
def meeting(app):
    return app.extensions["finsam_forms"].meeting


@pytest.fixture
def guest(exempel, app, meeting):
    return inside(app, meeting.open())


def test_varje_adress_har_ett_val_och_varje_val_en_adress(app):
    assert {rule.endpoint for rule in app.url_map.iter_rules()} == set(WHOSE)


def test_det_som_inte_star_i_tabellen_ar_vardens():
    assert whose("ny.sida") is For.HOST


def test_varje_adress_gor_med_en_gast_som_tabellen_sager(guest, app):
    for rule, url in routes(app):
        for method in rule.methods & {"GET", "POST"}:
            with guest.open(url, method=method, headers={"Accept": "application/json"}, buffered=False) as answer:
                refused = answer.status_code == 403 and (answer.get_json() or {}).get("error") in (HOSTS, LOCKS)
                assert refused == (whose(rule.endpoint) in (For.HOST, For.LOCKING)), (method, url, answer.status_code)


@pytest.mark.parametrize("url", HOST_ONLY.values(), ids=HOST_ONLY)
def test_en_gast_nekas_med_en_mening_och_ingenting_hander(guest, exempel, app, url):
    before = app.extensions["finsam_forms"].store.drafts.about(1)
    answer = guest.post(url, data={"namn": "Kapad"})
    assert answer.status_code == 403
    assert HOSTS in answer.text
    assert app.extensions["finsam_forms"].store.drafts.about(1) == before
    assert "Vägen in" in exempel.get("/").text


def offered(app, page):
    """The endpoints that a page has links, forms and buttons to."""
    address = app.url_map.bind("localhost")
    for key, method in (("href", "GET"), ("action", "POST"), ("formaction", "POST")):
        for _, attrs in page.elements:
            path = attrs.get(key, "").partition("?")[0].partition("#")[0]
            if path.startswith("/"):
                try:
                    yield address.match(path, method=method)[0]
                except HTTPException:
                    yield address.match(path, method="GET")[0]


@pytest.mark.parametrize("url", PAGES)
def test_ingen_sida_erbjuder_en_gast_det_som_nekas(guest, exempel, app, url):
    exempel.post("/utkast/1/kopiera")
    exempel.post("/utkast/2/kasta")
    assert not host_things(app, guest.get(url).page)
    parts = app.extensions["finsam_forms"]
    parts.store.dossier.lock(1, fingerprint(parts.desk.sheet(1).document), Person("Anna", "FK"))
    parts.desk.forget(1)
    assert not host_things(app, guest.get(url).page)
    exempel.post("/utkast/1/kasta")
    assert not host_things(app, guest.get(url).page)


def host_things(app, page):
    return {one for one in offered(app, page) if whose(one) in (For.HOST, For.LOCKING)}


def test_varden_erbjuds_det(exempel, app):
    page = exempel.get("/").page
    assert {"utkast.rename", "utkast.copy", "utkast.bin_draft", "inlasning.bring"} <= set(offered(app, page))


def test_gasten_kan_skriva_och_borja_pa_ett_nytt(guest):
    assert guest.save("syfte", "Skrivet av en gäst", base=1).status_code == 200
    assert guest.post("/utkast", data={"mall": "ansokan"}).status_code == 302


def test_varden_kan_lata_gasterna_lasa_och_ta_tillbaka_det(guest, exempel, app, meeting):
    assert LOCKS in guest.post("/utkast/1/las").text
    exempel.post("/motet/far", data={"lasa": "ja"})
    assert "Det är värden för mötet som låser" not in guest.get("/utkast/1/skriv-ut").text
    assert guest.post("/utkast/1/las").status_code != 403
    exempel.post("/motet/far", data={"lasa": "nej"})
    assert guest.post("/utkast/1/las-upp", data={"skal": "x"}).status_code == 403
    exempel.post("/motet/far", data={"lasa": "ja"})
    meeting.open()
    assert not meeting.guests_lock


def test_utan_koden_galler_inget_av_det(exempel, app, meeting):
    meeting.open()
    meeting.guests_lock = True
    assert outside(app).post("/utkast/1/las").status_code == 403
    assert "Mötet är stängt" in outside(app).post("/utkast/1/las").text
