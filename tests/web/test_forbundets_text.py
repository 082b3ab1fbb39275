"""Förbundets egen text att börja med: en knapp vid den tomma frågan, aldrig av sig själv."""

import pytest

from tests.builder import MALLS

FIRST = MALLS["nulagesanalys"].field("malgrupper").start_text
BUTTON = "Börja med förbundets text"
PAGE = "/utkast/1/avsnitt/malgrupper"


@pytest.fixture
def analys(client):
    client.post("/utkast", data={"mall": "nulagesanalys"})
    return client


def press(client):
    return client.post("/utkast/1/foljer", data={"foljer": "hamta:mall:malgrupper"})


def test_texten_satts_in_forst_nar_nagon_vill(analys, sheet):
    assert sheet().document.text("malgrupper") == ""
    assert BUTTON in analys.get(PAGE).text
    press(analys)
    assert sheet().document.text("malgrupper") == FIRST
    assert FIRST.startswith("De fyra medlemmarna i samordningsförbundet har successivt påbörjat")
    assert BUTTON not in analys.get(PAGE).text


def test_det_som_nagon_har_skrivit_ar_kvar(analys, sheet):
    analys.post("/utkast/1/varde", data={"path": "malgrupper", "value": "Unga.", "base": "0", "op": "a" * 24})
    assert press(analys).status_code == 422
    assert sheet().document.text("malgrupper") == "Unga."


def test_en_fraga_utan_sadan_text_har_ingen_knapp(analys):
    assert BUTTON not in analys.get("/utkast/1/avsnitt/behov_lan").text
    answer = analys.post("/utkast/1/foljer", data={"foljer": "hamta:mall:behov_lan"})
    assert answer.status_code == 422
