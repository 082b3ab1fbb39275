"""Saving a value: what is answered, what the others hear, and what two people at once get."""

import re

import pytest

from finsam_forms.core.kinds.budget.ledger import ledger_of
from finsam_forms.core.party import parties_of
from finsam_forms.store import Edit, Person
from finsam_forms.web import fragments
from tests.builder import worked_example
from tests.client import client_of
from tests.steps import steps


def cell(sheet, group="lon"):
    owner = parties_of(sheet().document)[0].id
    line = sheet().document.rows(f"budget/{group}")[0]
    return f"budget/{group}/{line}/belopp/{owner}"


def test_ett_belopp_sparas_och_svaret_har_bara_det_som_andrades(ansokan, sheet):
    path = cell(sheet)
    ansokan.save(path, "1")
    answer = ansokan.save(path, "325 000", base=1)
    assert answer.json["values"] == [
        {
            "path": path,
            "value": "325000",
            "version": 2,
            "who": "Anna Andersson, Försäkringskassan",
            "shown": "325\u00a0000",
        }
    ]
    assert "325\u00a0000" in answer.json["html"]
    assert "egenfinansiering" not in answer.json["html"]
    assert len(answer.data) <= 1024


def work_of_a_cell(app, rows):
    """Lines of Python run when a cell is saved and told, in the worked example with this many lines more."""
    running, anna, example = app.extensions["finsam_forms"], Person("Anna", "Kommunen"), worked_example()
    path = next(path for path in example.values if path.startswith("budget/lon/") and "/belopp/" in path)
    party = path.rsplit("/", 1)[1]
    more = {f"budget/lon/r{row:04d}/_plats": f"i{row:04d}" for row in range(rows)}
    more |= {f"budget/lon/r{row:04d}/benamning": f"Rad {row}" for row in range(rows)}
    more |= {f"budget/lon/r{row:04d}/belopp/{party}": "1000" for row in range(rows)}
    draft = running.store.drafts.create(example.mall, {**example.values, **more}, anna)

    def save(version):
        edit = Edit(path, f"{version}000", version, f"op{draft}-{version}")
        return lambda: fragments.message_of(running.desk.save(draft, edit, anna), anna)

    with app.test_request_context():
        save(1)()
        return steps(save(2))


def test_ett_belopp_ar_lika_mycket_arbete_i_en_stor_budget_som_i_en_liten(app):
    assert work_of_a_cell(app, 300) < 1.1 * work_of_a_cell(app, 3)


def test_samma_andring_tva_ganger_sparas_en_gang(ansokan, sheet):
    first = ansokan.save("syfte", "Hej", op="sammaandring")
    again = ansokan.save("syfte", "Hej", op="sammaandring")
    assert first.json["values"] == again.json["values"]
    assert sheet().version("syfte") == 1


def test_tva_som_skriver_i_samma_text_far_med_bada(ansokan, app, sheet):
    other = client_of(app, "Bo", "Region")
    ansokan.save("syfte", "En insats för unga. Den ska ge stöd.")
    other.save("syfte", "En insats för unga. Den ska ge stöd i tid.", base=1)
    answer = ansokan.save("syfte", "En gemensam insats för unga. Den ska ge stöd.", base=1)
    assert sheet().document.text("syfte") == "En gemensam insats för unga. Den ska ge stöd i tid."
    assert answer.json["values"][0]["value"] == sheet().document.text("syfte")


def test_samma_belopp_av_tva_blir_ett_val_och_inget_ar_borta(ansokan, app, sheet):
    path = cell(sheet)
    ansokan.save(path, "100")
    client_of(app, "Bo", "Region").save(path, "200", base=1)
    answer = ansokan.save(path, "300", base=1)
    assert answer.status_code == 409
    assert answer.json["clash"] == answer.json["clash"] | {
        "mine": "300",
        "theirs": "200",
        "version": 2,
        "who": "Bo, Region",
    }
    assert "Behåll min" in answer.json["html"]
    assert sheet().document.text(path) == "200"
    assert ansokan.save(path, "300", base=2).status_code == 200


def test_olast_belopp_star_kvar_och_forklaras(ansokan, sheet):
    path = cell(sheet)
    answer = ansokan.save(path, "9,000 000")
    assert answer.json["values"][0] | {"bad": True, "value": "9,000 000"} == answer.json["values"][0]
    assert "går inte att läsa entydigt" in answer.json["html"]
    assert "1 cell oläst" in answer.json["html"]
    page = ansokan.get("/utkast/1/avsnitt/budget")
    assert page.page.value(path) == "9,000 000"
    assert page.text.count("1 cell oläst") >= 6


def test_utrakning_sparas_som_den_skrevs_och_raknas(ansokan, sheet):
    path = cell(sheet)
    answer = ansokan.save(path, "12*27083")
    assert answer.json["values"][0]["value"] == "12*27083"
    assert answer.json["values"][0]["shown"] == "324\u00a0996"
    assert ledger_of(sheet().document).total.value == 324_996


@pytest.mark.parametrize(
    ("typed", "stored"), [("21/2 2021", "2021-02-21"), ("210221", "2021-02-21"), ("21/02/21", "21/02/21")]
)
def test_datum_sparas_som_iso_nar_det_ar_entydigt(ansokan, sheet, typed, stored):
    answer = ansokan.save("insatstid/start", typed)
    assert sheet().document.text("insatstid/start") == stored
    assert ("field__error" in answer.json["html"]) == (stored == typed)


@pytest.mark.parametrize(
    "data",
    [
        {"path": "syfte", "value": "x", "base": "0"},
        {"path": "../etc", "value": "x", "base": "0", "op": "abcdefgh"},
        {"path": "finns/inte", "value": "x", "base": "0", "op": "abcdefgh"},
        {"path": "overenskommelse", "value": "x", "base": "0", "op": "abcdefgh"},
        {"path": "budget/lokal/lokalhyra/benamning", "value": "x", "base": "0", "op": "abcdefgh"},
        {"path": "syfte", "value": "x", "base": "-1", "op": "abcdefgh"},
    ],
    ids=str,
)
def test_obegriplig_andring_far_en_mening(ansokan, data):
    answer = ansokan.say("/utkast/1/varde", **data)
    assert answer.status_code == 422
    assert answer.json["error"].endswith(".")


def test_namnbyte_pa_en_part_syns_overallt(ansokan, sheet):
    party = parties_of(sheet().document)[0]
    answer = ansokan.save(f"{party.path}/organisation", "Älvkarleby kommun")
    assert f'hx-target=".n-{party.id}"' in answer.json["html"]
    for section in ("budget", "underskrifter", "finansiering"):
        assert "Älvkarleby kommun" in ansokan.get(f"/utkast/1/avsnitt/{section}").text


def test_en_part_utan_namn_heter_efter_sin_plats_overallt(ansokan, sheet):
    (one,) = sheet().document.rows("samverkansparter")
    two = ansokan.say("/utkast/1/rad", rad="ny:samverkansparter:").json["row"]
    html = ansokan.say("/utkast/1/rad", rad=f"upp:samverkansparter:{two}").json["html"]
    for party, name in ((two, "Samverkanspart 1"), (one, "Samverkanspart 2")):
        assert f'<hx-partial hx-target=".n-{party}">{name}</hx-partial>' in html


def test_rader_laggs_till_flyttas_tas_bort_och_tas_tillbaka(ansokan, sheet):
    one = sheet().document.rows("samverkansparter")[0]
    two = ansokan.say("/utkast/1/rad", rad="ny:samverkansparter:").json["row"]
    assert sheet().document.rows("samverkansparter") == (one, two)
    ansokan.say("/utkast/1/rad", rad=f"upp:samverkansparter:{two}")
    assert sheet().document.rows("samverkansparter") == (two, one)
    ansokan.save(f"samverkansparter/{one}/organisation", "Region")
    answer = ansokan.say("/utkast/1/rad", rad=f"bort:samverkansparter:{one}")
    assert answer.json["stale"] == ["samverkansparter"]
    assert sheet().document.rows("samverkansparter") == (two,)
    assert "Borttagna rader" in ansokan.get("/utkast/1/avsnitt/samverkansparter").text
    ansokan.say("/utkast/1/rad", rad=f"tillbaka:samverkansparter:{one}")
    assert sheet().document.text(f"samverkansparter/{one}/organisation") == "Region"
    assert sheet().document.rows("samverkansparter") == (two, one)
    ansokan.say("/utkast/1/rad", rad=f"bort:samverkansparter:{two}")
    ansokan.say("/utkast/1/rad", rad=f"tillbaka:samverkansparter:{two}")
    assert sheet().document.rows("samverkansparter") == (two, one), "den kommer tillbaka där den stod"


def test_samma_nya_rad_tva_ganger_ar_en_rad(ansokan, sheet):
    """The answer was lost, so the same change is sent again."""
    rows = len(sheet().document.rows("samverkansparter"))
    first, again = (ansokan.say("/utkast/1/rad", rad="ny:samverkansparter:", op="sammarad") for _ in range(2))
    assert first.json["row"] == again.json["row"]
    assert len(sheet().document.rows("samverkansparter")) == rows + 1
    assert ansokan.say("/utkast/1/rad", rad="ny:samverkansparter:", op="annanrad").json["row"] != first.json["row"]


def test_hogst_fem_insatsagare(ansokan):
    answers = [ansokan.say("/utkast/1/rad", rad="ny:insatsagare:") for _ in range(5)]
    assert [answer.status_code for answer in answers] == [200] * 4 + [422]
    assert "högst 5" in answers[-1].json["error"]


def test_borttagen_part_med_belopp_sager_vilka_och_kan_angras(exempel, sheet):
    assert (
        "355\u00a0000" in exempel.get("/utkast/1/avsnitt/insatsagare").text
        or "397\u00a0000" in exempel.get("/utkast/1/avsnitt/insatsagare").text
    )
    before = ledger_of(sheet().document).total
    exempel.say("/utkast/1/rad", rad="bort:insatsagare:alvkarleby")
    assert ledger_of(sheet().document).total.value == 0
    removed = exempel.get("/utkast/1/avsnitt/insatsagare").text.split('class="removed"')[1]
    assert "397\u00a0000\u00a0kr i budgeten räknas inte" in removed
    assert removed.index("Älvkarleby kommun") < removed.index("arbetsmarknad@")
    exempel.say("/utkast/1/rad", rad="tillbaka:insatsagare:alvkarleby")
    assert ledger_of(sheet().document).total == before


def test_ett_block_sparas_som_ett(ansokan, sheet):
    owner = parties_of(sheet().document)[0].id
    paths = [f"budget/ovrigt/{row}/belopp/{owner}" for row in ("resor", "tolk", "ovrigt")]
    body = {"op": "klistrat1234", "edits": [{"path": path, "value": "1 000", "base": 0} for path in paths]}
    answer = ansokan.post("/utkast/1/varden", json=body, headers={"Accept": "application/json"})
    assert answer.status_code == 200
    assert ledger_of(sheet().document).total.value == 3_000


def test_den_som_ser_en_tabell_over_insatsens_ar_hamtar_den_nar_tiden_andras(ansokan):
    where = "/utkast/1/avsnitt/uppfoljning_finsam"
    assert "Kolumnerna kommer när ”Insatstid” har fyllts i." in ansokan.get(where).text
    ansokan.save("insatstid/start", "2027-04-01")
    answer = ansokan.save("insatstid/slut", "2028-03-31")
    assert answer.json["stale"] == ["insatstid"]
    page = ansokan.get(where).text
    assert 'data-follows="insatstid"' in page
    assert 'name="planerat_antal/deltagare/2028"' in page
    assert "Kolumnerna kommer" not in page


def test_tkr_visas_och_rubriken_sager_det(exempel):
    exempel.save("budget/enhet", "tkr")
    page = exempel.get("/utkast/1/avsnitt/budget").text
    text = re.sub("<[^>]+>", "", page)
    assert "Kostnader i tkr (tusentals kronor)" in text
    assert "325\u00a0tkr" in page
    assert "Kostnader i kr" not in text


def test_den_som_missat_mycket_hamtar_ikapp(ansokan, app):
    app.extensions["finsam_forms"].feed._channels.clear()
    ansokan.save("syfte", "Hej")
    answer = ansokan.get("/utkast/1/handelser.json?after=0")
    (message,) = answer.json["messages"]
    assert message["stale"] == ["*"]
    assert {"syfte"} <= {one["path"] for one in message["values"]}


def test_en_strom_efter_en_omstart_borjar_med_det_som_missats(exempel, app):
    exempel.save("syfte", "Nytt", base=1)
    app.extensions["finsam_forms"].feed._channels.clear()  # as after a restart: nothing is kept
    with exempel.get("/utkast/1/handelser?after=1", buffered=False) as answer:
        said = b"".join(part for part, _ in zip(answer.response, range(2), strict=False)).decode()
    assert '"stale":["*"]' in said
    assert '"value":"Nytt"' in said


def test_en_valdigt_lang_text_hamtas_av_den_som_visar_den(ansokan, app):
    """The one who wrote it gets the whole answer; what is kept and sent to the others does not grow with the text."""
    long = "ord " * 50_000
    answer = ansokan.save("syfte", long)
    assert answer.json["values"][0]["value"] == long.strip() or answer.json["values"][0]["value"] == long
    (message,) = ansokan.get("/utkast/1/handelser.json?after=1").json["messages"][-1:]
    assert message["values"] == []
    assert message["fetch"] == [{"path": "syfte", "version": 1}]
    assert app.extensions["finsam_forms"].feed._channels[1].size < 20_000
    (value,) = ansokan.get("/utkast/1/varde?falt=syfte").json["values"]
    assert (value["value"], value["version"]) == (answer.json["values"][0]["value"], 1)


@pytest.mark.parametrize("path", ["", "finns_inte", "../x", "syfte/x"])
def test_ett_varde_som_inte_finns(ansokan, path):
    assert ansokan.get("/utkast/1/varde", query_string={"falt": path}).status_code == 404


def test_en_fraga_som_vantar_svarar_nar_nagot_hander(ansokan, app, monkeypatch):
    monkeypatch.setattr("finsam_forms.live.feed.HOLD", 0.2)
    first = ansokan.get("/utkast/1/handelser.json?after=1&vanta=1").json
    ansokan.save("syfte", "Hej")
    answer = ansokan.get(f"/utkast/1/handelser.json?after=1&vanta=1&hort={first['mark']}").json
    assert [value["value"] for value in answer["messages"][0]["values"]] == ["Hej"]
    assert answer["held"]
    for odd in ("x", "²", "9" * 40, "-1"):
        again = ansokan.get("/utkast/1/handelser.json", query_string={"after": odd, "vanta": "1", "hort": odd})
        assert again.status_code == 200


def test_ett_meddelande_sager_vad_levande_belopp_sager_nu(exempel):
    amounts = exempel.save("budget/egenfinansiering/lokal/lokalhyra/belopp/alvkarleby", "52000", base=1).json["amounts"]
    assert amounts["total"] == "407\u00a0000\u00a0kr"
    assert "tabell/rekvirera" not in amounts
    assert exempel.save("syfte", "Annat", base=1).json["amounts"] == {}


def test_ett_meddelande_sager_vad_nya_och_borttagna_belopp_ar(ansokan, sheet):
    (party,) = sheet().document.rows("insatsagare")
    name = f"insatsagare/{party}/organisation"
    told = ansokan.save(name, "Älvkarleby kommun").json["amounts"]
    assert told[f"part/{party}"] == {
        "text": "Älvkarleby kommun",
        "label": "huvudinsatsägare",
        "href": "/utkast/1/avsnitt/insatsagare",
    }
    assert ansokan.save(name, "", base=1).json["amounts"][f"part/{party}"] is None
