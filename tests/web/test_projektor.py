"""The screen in the room: what it shows, and where those come who join."""

import json

import pytest

from tests.client import client_of
from tests.web.guests import inside, outside

TAB = "ab" * 8
ANNA = "Anna Andersson (Försäkringskassan)"


@pytest.fixture
def parts(app):
    return app.extensions["finsam_forms"]


def told(parts):
    return [json.loads(event.message) for event in parts.feed._channels[1].events if not event.change]


def test_ett_avsnitt_i_taget_med_vagar_till_nasta_och_forra(exempel):
    answer = exempel.get("/utkast/1/projektor/mal")
    assert "Insatsmål" in answer.text
    assert "Bilaga 2" not in answer.text
    links = [one["href"].partition("?")[0] for one in answer.page.all("a")]
    assert {"/utkast/1/projektor/syfte", "/utkast/1/projektor/bakgrund"} <= set(links)
    assert exempel.get("/utkast/1/projektor/finns_inte").status_code == 404


def test_varje_avsnitt_gar_att_visa(exempel, sheet):
    for section in sheet().mall.sections:
        answer = exempel.get(f"/utkast/1/projektor/{section.id}")
        assert answer.status_code == 200, section.id
        assert section.heading.split()[0] in answer.text or "underskrift" in answer.text.lower(), section.id


def test_den_borjar_dar_den_som_leder_ar(exempel, parts):
    bo = client_of(exempel.application, "Bo Berg", "Region")
    bo.say("/utkast/1/har", flik=TAB, avsnitt="mal", falt="")
    answer = exempel.get("/utkast/1/projektor?leder=Bo+Berg+(Region)")
    assert answer.headers["Location"].startswith("/utkast/1/projektor/mal?")


def test_den_visar_koden_och_vilka_som_ar_med_efter_part(exempel, parts):
    assert "Mötet är inte öppet" in exempel.get("/utkast/1/projektor/mal").text
    code = parts.meeting.open()
    client_of(exempel.application, "Bo Berg", "Region").say("/utkast/1/har", flik=TAB, avsnitt="mal", falt="")
    text = exempel.get("/utkast/1/projektor/mal").text
    assert f"{code[:4]}-{code[4:]}" in text
    assert "<b>Region</b> <span>Bo Berg</span>" in text


def test_ar_manga_med_raknas_de(exempel):
    for number in range(13):
        bo = client_of(exempel.application, f"Bo {number}", "Region")
        bo.say("/utkast/1/har", flik=f"{number:08x}", avsnitt="mal", falt="")
    assert "<b>Region</b> <span>13</span>" in exempel.get("/utkast/1/projektor/mal").text


def test_den_som_leder_far_veta_det_och_sager_sedan_var_hen_skriver(exempel, parts):
    anna = client_of(exempel.application)
    exempel.get("/utkast/1/projektor/mal")
    assert {"led": ANNA} in told(parts)
    here = {"flik": TAB, "avsnitt": "syfte", "falt": "syfte"}
    assert anna.say("/utkast/1/har", **here, ledd="").json["led"] == ANNA
    anna.say("/utkast/1/har", **here, ledd=ANNA, vid=25)
    assert told(parts)[-1] == {"lead": {"section": "syfte", "path": "syfte", "at": 25}}
    page = exempel.get("/utkast/1/projektor/syfte").page
    (view,) = page.all("div", id="projektor")
    assert (view["data-led-path"], view["data-led-at"]) == ("syfte", "25")


def test_andra_flyttar_inte_projektorn(exempel, parts):
    exempel.get("/utkast/1/projektor/mal")
    bo = client_of(exempel.application, "Bo Berg", "Region")
    bo.say("/utkast/1/har", flik=TAB, avsnitt="syfte", falt="syfte", vid=3)
    assert not [one for one in told(parts) if "lead" in one]


def test_det_som_visas_sager_var_det_skrivs(exempel):
    exempel.save("syfte", "Det här är syftet.", base=1)
    page = exempel.get("/utkast/1/projektor/syfte").page
    assert page.all("div", **{"data-path": "syfte"})
    assert exempel.get("/utkast/1/projektor/budget").page.all(
        "td", **{"data-path": "budget/lokal/lokalhyra/belopp/alvkarleby"}
    )


def joined(app, code, **more):
    data = {"kod": code, "namn": "Cilla", "organisation": "AF", **more}
    return outside(app).post("/motet/ga-med", data=data).headers["Location"]


def test_den_som_gar_med_kommer_till_det_som_ar_pa_projektorn(exempel, app, parts):
    code = parts.meeting.open()
    assert joined(app, code) == "/"
    exempel.get("/utkast/1/projektor/mal")
    assert joined(app, code) == "/utkast/1/avsnitt/mal"
    assert joined(app, code, till="/") == "/utkast/1/avsnitt/mal"
    assert joined(app, code, till="/utkast/1/avsnitt/syfte") == "/utkast/1/avsnitt/syfte"


def test_en_gasts_dator_kan_sta_vid_projektorn(exempel, app, parts):
    guest = inside(app, parts.meeting.open())
    assert guest.get("/utkast/1/projektor/mal").status_code == 200
    assert guest.post("/utkast/1/projektor/har", data={"avsnitt": "mal", "leder": ANNA}).json["code"]
    assert parts.projector.leader(1) == ANNA
