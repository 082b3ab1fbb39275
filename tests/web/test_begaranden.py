"""Requests that the pages never make: each gets a Swedish sentence of its own, and none of them harms the draft."""

import io
import json

import pytest

from finsam_forms.live.door import LAN_NAME
from tests.client import client_of
from tests.sample import some_of

UNREADABLE = "gick inte att läsa"
LARGE = ("9" * 15, "9" * 16, str(2**63), str(2**64), "9" * 400)
ODD_OPS = (1, 10**30, True, None, {}, {"a": 1}, [], ["abcdefgh"], 1.5, "", "kort")


@pytest.mark.parametrize("environ", [{}, {"SERVER_NAME": LAN_NAME}], ids=["egen dator", "nätet"])
@pytest.mark.parametrize("url", ["/", "/finns/inte", "/utkast/1/varde", "/static/app.css"])
@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
def test_en_frammande_adress_far_samma_svenska_svar_vid_bada_dorrarna(ansokan, environ, url, method):
    answer = ansokan.open(url, method=method, headers={"Host": "ond.example"}, environ_overrides=environ)
    assert answer.status_code == 400
    assert UNREADABLE in answer.get_data(as_text=True)


@pytest.mark.parametrize("number", LARGE)
@pytest.mark.parametrize(
    "url",
    [
        "/utkast/{}/avsnitt/syfte",
        "/utkast/{}/handelser.json",
        "/utkast/1/handelser.json?after={}",
        "/utkast/1/historik?falt=syfte&fore={}",
        "/?sida={}",
        "/?kastat={}",
    ],
)
def test_for_stora_tal_ar_inget_fel_i_programmet(ansokan, url, number):
    assert ansokan.get(url.format(number)).status_code in (200, 404)


@pytest.mark.parametrize("digit", ["²", "٣", "1e9", "-1", "1.5", " 1", ""])
@pytest.mark.parametrize("url", ["/?kastat={}", "/?sida={}", "/utkast/1/handelser.json?after={}"])
def test_det_som_liknar_tal_men_inte_ar_det_lases_som_inget(ansokan, url, digit):
    assert ansokan.get(url.format(digit)).status_code == 200


@pytest.mark.parametrize(
    "path", ["syfte", "_titel", "budget/enhet", "insatstid/start", "_notes/syfte/n1/text", "tidplan/finnsinte/text"]
)
def test_historiken_av_det_som_aldrig_skrivits_ar_tom(ansokan, path):
    answer = ansokan.get(f"/utkast/1/historik?falt={path}")
    assert answer.status_code == 200


def test_historiken_av_utkastets_namn_visas(client):
    client.post("/utkast", data={"mall": "nulagesanalys"})
    client.post("/utkast/1/byt-namn", data={"namn": "Vårt namn"})
    assert "Vårt namn" in client.get("/utkast/1/historik?falt=_titel").get_data(as_text=True)


@pytest.mark.parametrize("op", ODD_OPS, ids=repr)
def test_ett_klistrat_block_med_konstigt_op_sparas_inte(ansokan, sheet, op):
    edits = [{"path": "syfte", "value": "Hej", "base": 0}]
    answer = ansokan.post("/utkast/1/varden", data=json.dumps({"op": op, "edits": edits}))
    assert answer.status_code == 422
    assert sheet().document.text("syfte") == ""


@pytest.mark.parametrize("field", ["path", "value", "base"])
@pytest.mark.parametrize("odd", [None, True, {}, [], 1.5, float("nan"), 10**400], ids=lambda odd: repr(odd)[:20])
def test_ett_klistrat_block_med_konstiga_varden_sparas_inte(ansokan, field, odd):
    edit = {"path": "syfte", "value": "Hej", "base": 0} | {field: odd}
    answer = ansokan.post("/utkast/1/varden", data=json.dumps({"op": "abcdefgh12", "edits": [edit]}))
    assert answer.status_code == 422


RESERVED = (
    "_version", "_inlast", "_plats", "_waived/g32_c7933dafd808/skal", "_waived", "_titel/x", "_notes", "_notes/syfte",
    "_notes/syfte/n1", "_notes/finnsinte/n1/text", "_notes/syfte/n1/annat", "_notes/syfte/n1/text/mer", "_nytt", "_",
    "_titel", "_notes/syfte/n1/text", "_notes/syfte/n1/av", "_notes/syfte/n1/klar",
)  # fmt: skip


@pytest.mark.parametrize("path", RESERVED)
def test_det_som_ar_programmets_eget_gar_inte_att_skriva(ansokan, sheet, path):
    before = dict(sheet().document.values)
    one = ansokan.save(path, "7")
    body = {"op": "abcdefgh12", "edits": [{"path": path, "value": "7", "base": 0}]}
    many = ansokan.post("/utkast/1/varden", data=json.dumps(body), headers={"Accept": "application/json"})
    plain = ansokan.post("/utkast/1/avsnitt/syfte", data={"after": "0", path: "7", "syfte": ""})
    assert (one.status_code, many.status_code) == (422, 422)
    assert one.json["error"] == many.json["error"] == "Fältet finns inte i det här formuläret."
    assert plain.status_code < 400
    assert dict(sheet().document.values) == before


def test_ingen_skriver_en_anteckning_i_nagon_annans_namn(ansokan, app, sheet):
    """The name of who wrote it, and of who ticked it off, is that of who asks, whatever the browser says."""
    forged = {"av": "Bo Berg (Region Uppsala)", "klar": "Bo Berg (Region Uppsala)", "who": "Bo Berg"}
    ansokan.say("/utkast/1/anteckning", avsnitt="syfte", anteckning="Fråga ekonomen", **forged)
    (note,) = [path for path in sheet().document.values if path.endswith("/text") and path.startswith("_notes/")]
    base = note.removesuffix("/text")
    client_of(app, "Cia Ceder", "Tierp").say("/utkast/1/anteckning/klar", bocka=base, **forged)
    assert sheet().document.text(f"{base}/av") == "Anna Andersson (Försäkringskassan)"
    assert sheet().document.text(f"{base}/klar") == "Cia Ceder (Tierp)"
    for path in (f"{base}/klar", f"{base}/av", note):
        answer = ansokan.say("/utkast/1/historik/aterstall", falt=path, version="1")
        assert answer.status_code == 422, path
    assert ansokan.say("/utkast/1/anteckning/klar", bocka="mal/resultatmal/x1").status_code == 422


@pytest.mark.parametrize("path", ["_version", "_waived", "_titel", "_notes"])
def test_det_som_ar_programmets_eget_gar_inte_att_lasa_in(client, path):
    file = {"format": "finsam-forms", "formatversion": 1, "mall": "ansokan", "innehall": {path: "7"}}
    answer = client.post("/las-in", data={"fil": (io.BytesIO(json.dumps(file).encode()), "fil.json")})
    assert answer.status_code == 422


@pytest.mark.parametrize("value", ["x", "mkr", "KR ", "a" * 5_000])
def test_en_enhet_som_inte_finns_dodar_inte_utkastet(ansokan, app, sheet, value):
    ansokan.save("budget/enhet", value)
    for page in ("avsnitt/budget", "avsnitt/syfte", "granska", "skriv-ut", "historik?falt=budget/enhet"):
        assert ansokan.get(f"/utkast/1/{page}").status_code == 200, page
    assert client_of(app, "Bo", "Region").save("syfte", "Hej").status_code == 200
    assert sheet().document.text("syfte") == "Hej"


LONG = ("x" * 5_000, "ord " * 1_250, "1" * 5_000, "2027-01-01 " * 450)
PLACES = (
    "budget/lon/processledare/fran", "budget/lon/processledare/till", "budget/lon/processledare/benamning", "insatstid/start",
    "insatsens_namn", "diarienummer", "styrelsebeslut", "samverkansparter/af/epost", "samverkansparter/af/organisation",
    "samverkansparter/af/kontaktperson", "tidplan/q2/etikett",
)  # fmt: skip


@pytest.mark.parametrize("path", some_of(PLACES))
def test_hur_langt_ett_svar_an_ar_gar_det_att_skriva_ut_visa_och_granska(exempel, sheet, path):
    """As one writes too much in the wrong place, or pastes a page into a date."""
    for text in LONG:
        assert exempel.save(path, text, base=sheet().version(path)).status_code == 200
        for url in ("utskrift.pdf", "granska", "avsnitt/budget"):
            assert exempel.get(f"/utkast/1/{url}").status_code == 200, (url, text[:10])
