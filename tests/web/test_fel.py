"""What can't be understood is told in Swedish, nothing falls over, and nothing that is not a value is written as one."""

import json

import pytest

from finsam_forms.live.door import LAN_NAME

LONG = ("x" * 5_000, "ord " * 1_250, "1" * 5_000, "2027-01-01 " * 450)
PLACES = (
    "budget/lon/processledare/fran", "budget/lon/processledare/till", "budget/lon/processledare/benamning", "insatstid/start",
    "insatsens_namn", "diarienummer", "styrelsebeslut", "samverkansparter/af/epost", "samverkansparter/af/organisation",
    "samverkansparter/af/kontaktperson", "tidplan/q2/etikett",
)  # fmt: skip


@pytest.mark.parametrize("environ", [{}, {"SERVER_NAME": LAN_NAME}], ids=["här", "från nätet"])
@pytest.mark.parametrize("method", ["GET", "POST", "HEAD", "DELETE"])
@pytest.mark.parametrize("url", ["/", "/utkast/1/avsnitt/syfte", "/finns/inte", "/motet/ga-med"])
def test_en_framande_avsandare_far_en_svensk_mening(client, environ, method, url):
    answer = client.open(url, method=method, headers={"Host": "ond.example"}, environ_overrides=environ)
    assert answer.status_code == 400
    assert method == "HEAD" or "gick inte att läsa" in answer.text


@pytest.mark.parametrize("number", ["9" * 16, "9" * 19, "9" * 400, "²", "٣", "-1"])
@pytest.mark.parametrize(
    "url",
    [
        "/utkast/{}/avsnitt/syfte",
        "/utkast/1/handelser.json?after={}",
        "/?kastat={}",
        "/?sida={}",
        "/utkast/1/historik?falt=syfte&fore={}",
    ],
)
def test_tal_som_inga_tal_ar_eller_som_inte_ryms(exempel, url, number):
    assert exempel.get(url.format(number)).status_code in (200, 404)


@pytest.mark.parametrize(
    "path", ["_titel", "bakgrund", "_notes/syfte/n1/text", "diarienummer", "tidplan/finnsinte/text"]
)
def test_historik_for_det_som_aldrig_skrivits(exempel, path):
    assert exempel.get(f"/utkast/1/historik?falt={path}").status_code == 200


@pytest.mark.parametrize("op", [1, True, None, {}, [], 1.5, "", "kort"], ids=str)
def test_flera_varden_med_en_andring_som_saknar_id(exempel, op):
    body = json.dumps({"op": op, "edits": [{"path": "syfte", "value": "x", "base": 1}]})
    answer = exempel.post("/utkast/1/varden", data=body, content_type="application/json")
    assert answer.status_code == 422
    assert "gick inte att läsa" in answer.text


@pytest.mark.parametrize("value", [None, True, 1.5, [], {}, 2**60], ids=str)
def test_flera_varden_dar_ett_inte_ar_text(exempel, sheet, value):
    before = sheet().document.text("syfte")
    body = json.dumps({"op": "abcdefgh", "edits": [{"path": "syfte", "value": value, "base": 1}]})
    assert exempel.post("/utkast/1/varden", data=body, content_type="application/json").status_code == 422
    assert sheet().document.text("syfte") == before


@pytest.mark.parametrize(
    "path", ["_version", "_inlast", "_waived/g32_c7933dafd808/skal", "_waived/x/namn", "_plats", "_", "_annat"]
)
def test_det_som_inte_ar_ett_svar_gar_inte_att_skriva(exempel, sheet, path):
    before = dict(sheet().document.values)
    assert exempel.save(path, "2").status_code == 422
    body = json.dumps({"op": "abcdefgh", "edits": [{"path": path, "value": "2", "base": 0}]})
    assert exempel.post("/utkast/1/varden", data=body, content_type="application/json").status_code == 422
    exempel.post("/utkast/1/avsnitt/syfte", data={"after": "1", path: "2"})
    assert dict(sheet().document.values) == before


@pytest.mark.parametrize("unit", ["x", "KR", "tkr ", "1000", "å" * 300])
def test_en_enhet_som_inte_finns_stanger_ingen_ute(exempel, unit):
    exempel.save("budget/enhet", unit)
    for url in ("avsnitt/budget", "avsnitt/sammanstallning", "granska", "utskrift.pdf", "skriv-ut", "utkast.json"):
        assert exempel.get(f"/utkast/1/{url}").status_code in (200, 404), url
    assert exempel.save("budget/lokal/lokalhyra/belopp/alvkarleby", "5").status_code == 200


@pytest.mark.parametrize("path", PLACES)
def test_hur_langt_ett_svar_an_ar_gar_det_att_skriva_ut_visa_och_granska(exempel, sheet, path):
    """As one writes too much in the wrong place, or pastes a page into a date."""
    for text in LONG:
        assert exempel.save(path, text, base=sheet().version(path)).status_code == 200
        for url in ("utskrift.pdf", "granska", "avsnitt/budget"):
            assert exempel.get(f"/utkast/1/{url}").status_code == 200, (url, text[:10])
