"""Rows on the real app: no way past the form's limit, and nobody's row comes back because somebody else moved it."""

import json
import secrets

import pytest

from tests.client import client_of


def rows(client, rad):
    return client.say("/utkast/1/rad", rad=rad, op=secrets.token_hex(8))


@pytest.fixture
def bo(app):
    return client_of(app, "Bo Berg", "Region Uppsala")


@pytest.fixture
def full(ansokan, bo, sheet):
    """Five insatsägare, and one that Anna removed before Bo added the fifth."""
    gone = sheet().document.rows("insatsagare")[0]
    assert rows(ansokan, f"bort:insatsagare:{gone}").status_code == 200
    for _ in range(5):
        assert rows(bo, "ny:insatsagare:").status_code == 200
    return gone


WAYS = {
    "ny": lambda client, gone: rows(client, "ny:insatsagare:"),
    "tillbaka": lambda client, gone: rows(client, f"tillbaka:insatsagare:{gone}"),
    "ångra": lambda client, gone: client.say("/utkast/1/angra"),
    "som ett värde": lambda client, gone: client.save(f"insatsagare/{gone}/_plats", "g", base=2),
    "som ett nytt värde": lambda client, gone: client.save("insatsagare/zz9/_plats", "g"),
    "i ett block": lambda client, gone: client.post(
        "/utkast/1/varden",
        data=json.dumps({"op": "abcdefgh12", "edits": [{"path": "insatsagare/zz9/_plats", "value": "g", "base": 0}]}),
        headers={"Accept": "application/json"},
    ),
    "ur historiken": lambda client, gone: client.say(
        "/utkast/1/historik/aterstall", falt=f"insatsagare/{gone}/_plats", version="1"
    ),
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_ingen_vag_forbi_formularets_grans(ansokan, full, sheet, way):
    before = sheet().document.rows("insatsagare")
    answer = way(ansokan, full)
    assert answer.status_code == 422
    assert "högst 5" in answer.json["error"]
    assert sheet().document.rows("insatsagare") == before


def test_en_rad_som_angras_tillbaka_star_dar_den_stod(ansokan, sheet):
    rows(ansokan, "ny:insatsagare:")
    before = sheet().document.rows("insatsagare")
    rows(ansokan, f"bort:insatsagare:{before[0]}")
    assert ansokan.say("/utkast/1/angra").status_code == 200
    assert sheet().document.rows("insatsagare") == before
    assert ansokan.say("/utkast/1/angra", om="1").status_code == 200
    assert sheet().document.rows("insatsagare") == before[1:]


@pytest.mark.parametrize("place", ["hello world", "Å", "i" * 5_000])
def test_en_plats_som_inte_ar_nagon_sparas_inte(ansokan, sheet, place):
    (row,) = sheet().document.rows("samverkansparter")
    for path, base in ((f"samverkansparter/{row}/_plats", 1), ("samverkansparter/zz9/_plats", 0)):
        assert ansokan.save(path, place, base=base).status_code == 422
    assert sheet().document.rows("samverkansparter") == (row,)


@pytest.mark.parametrize("action", ["upp", "ner"])
def test_en_rad_som_nagon_annan_tagit_bort_kommer_inte_tillbaka_for_att_den_flyttas(ansokan, bo, sheet, action):
    (row,) = sheet().document.rows("samverkansparter")
    rows(bo, f"bort:samverkansparter:{row}")
    answer = rows(ansokan, f"{action}:samverkansparter:{row}")
    assert (answer.status_code, sheet().document.rows("samverkansparter")) == (422, ())


@pytest.mark.parametrize(
    "rad", ["tillbaka:samverkansparter:zz9", "upp:samverkansparter:zz9", "bort:samverkansparter:zz9"]
)
def test_en_rad_som_aldrig_funnits_gar_inte_att_andra(ansokan, sheet, rad):
    before = sheet().document.rows("samverkansparter")
    assert rows(ansokan, rad).status_code == 422
    assert sheet().document.rows("samverkansparter") == before


def test_en_ny_rads_id_ar_programmets_och_inte_webblasarens(ansokan, sheet):
    """The id of another party, and one that no file could be read in with."""
    owner = sheet().document.rows("insatsagare")[0]
    for asked in (owner, "abcdefgh"):
        answer = rows(ansokan, f"ny:samverkansparter:{asked}")
        assert answer.status_code == 200
        assert answer.json["row"] != asked


def test_en_rad_som_nagon_annan_skriver_i_tas_bort_forst_nar_man_ber_om_det_igen(exempel, bo, sheet):
    path, row = "samverkansparter", sheet().document.rows("samverkansparter")[0]
    bo.say("/utkast/1/har", flik="ab" * 8, avsnitt=path, falt=f"{path}/{row}/kontaktperson")
    answer = rows(exempel, f"bort:{path}:{row}")
    assert (answer.status_code, answer.json) == (
        409,
        {"error": "Bo Berg (Region Uppsala) skriver i raden just nu.", "anyway": True},
    )
    assert (
        "Bo Berg (Region Uppsala) skriver i raden"
        in exempel.post("/utkast/1/rad", data={"rad": f"bort:{path}:{row}"}).text
    )
    assert row in sheet().document.rows(path)
    assert rows(bo, f"upp:{path}:{row}").status_code == 200
    assert exempel.say("/utkast/1/rad", rad=f"bort:{path}:{row}", anda="1").status_code == 200
    assert row not in sheet().document.rows(path)


def test_den_egna_raden_gar_att_ta_bort_medan_man_star_i_den(exempel, sheet):
    path, row = "samverkansparter", sheet().document.rows("samverkansparter")[0]
    exempel.say("/utkast/1/har", flik="ab" * 8, avsnitt=path, falt=f"{path}/{row}/kontaktperson")
    assert rows(exempel, f"bort:{path}:{row}").status_code == 200


def test_det_som_stod_i_en_borttagen_rad_visas_som_man_ser_det(exempel, sheet):
    path = "mal/resultatmal"
    goal = sheet().document.rows(path)[0]
    exempel.save(f"{path}/{goal}/text", "Minst **40** av [[total]]", base=1)
    rows(exempel, f"bort:{path}:{goal}")
    rows(exempel, "bort:budget/lon:processledare")
    removed = exempel.get("/utkast/1/avsnitt/mal").text.split('class="removed"')[1].replace("\u00a0", " ")
    assert "Minst 40 av" in removed
    assert "**" not in removed
    assert "325 000 kr" in exempel.get("/utkast/1/avsnitt/budget").text.split('class="removed"')[1].replace(
        "\u00a0", " "
    )
