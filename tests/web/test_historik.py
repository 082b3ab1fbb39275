"""History: nothing is lost; what was can be seen, and can stand again."""

import json
import re

import pytest

from finsam_forms.web.historik import own_stacks
from tests.client import client_of


def test_varje_falt_visar_vem_som_skrev_vad(exempel, app):
    client_of(app, "Bo", "Region").save("syfte", "Bos syfte", base=1)
    text = exempel.get("/utkast/1/historik?falt=syfte").text
    assert "Bo (Region)" in text
    assert "<ins>" in text
    assert "<del>" in text


def test_aterstall_later_en_tidigare_version_galla(exempel, sheet):
    before = sheet().document.text("syfte")
    exempel.save("syfte", "Annat", base=1)
    exempel.post("/utkast/1/historik/aterstall", data={"falt": "syfte", "version": "1"})
    assert sheet().document.text("syfte") == before
    assert sheet().version("syfte") == 3


def test_en_lang_historik_bladdras(ansokan):
    for number in range(60):
        ansokan.save("syfte", f"Text {number}", base=number)
    newest = ansokan.get("/utkast/1/historik?falt=syfte")
    assert newest.text.count('class="history__text"') == 49
    assert newest.text.count("Återställ den här") == 48
    (older,) = re.findall(r'href="([^"]*fore=[^"]*)"[^>]*>Visa äldre', newest.text)
    oldest = ansokan.get(older.replace("&amp;", "&"))
    assert oldest.text.count('class="history__text"') == 11
    assert oldest.text.count("Återställ den här") == 11
    assert "Visa äldre" not in oldest.text
    assert "Visa de senaste" in oldest.text


@pytest.mark.parametrize("before", ["x", "²", "-1", "9" * 30, "1"])
def test_en_sida_av_historiken_som_inte_finns_ar_tom_eller_den_forsta(ansokan, before):
    ansokan.save("syfte", "Text")
    assert ansokan.get("/utkast/1/historik", query_string={"falt": "syfte", "fore": before}).status_code == 200


@pytest.mark.parametrize("version", ["x", "²", "99", "9" * 30, ""])
def test_en_version_som_inte_finns_sags(ansokan, version):
    ansokan.save("syfte", "Text")
    answer = ansokan.say("/utkast/1/historik/aterstall", falt="syfte", version=version)
    assert answer.status_code == 422


@pytest.mark.parametrize("cells", [1, 300, 1_200])
def test_ett_klistrat_block_ar_en_andring_hur_stort_det_an_ar(ansokan, sheet, cells):
    ansokan.save("syfte", "Före")
    block = {f"tidplan/r{n}/text": f"Rad {n}" for n in range(cells)}
    edits = [{"path": path, "value": text, "base": 0} for path, text in block.items()]
    answer = ansokan.post("/utkast/1/varden", data=json.dumps({"op": "abcdefgh12", "edits": edits}))
    assert answer.status_code == 200
    ansokan.say("/utkast/1/angra")
    assert not any(sheet().document.text(path) for path in block)
    ansokan.say("/utkast/1/angra")
    assert sheet().document.text("syfte") == ""
    assert not any(sheet().document.text(path) for path in block)
    for _ in range(2):
        assert ansokan.say("/utkast/1/angra", om="1").status_code == 200
    assert sheet().document.text("syfte") == "Före"
    assert all(sheet().document.text(path) == text for path, text in block.items())


def test_angra_och_gor_om_egna_andringar(ansokan, app, sheet):
    other = client_of(app, "Bo", "Region")
    ansokan.save("syfte", "Ett")
    ansokan.save("syfte", "Två", base=1)
    other.save("bakgrund", "Bos")
    ansokan.say("/utkast/1/angra")
    assert sheet().document.text("syfte") == "Ett"
    ansokan.say("/utkast/1/angra")
    assert sheet().document.text("syfte") == ""
    ansokan.say("/utkast/1/angra", om="1")
    assert sheet().document.text("syfte") == "Ett"
    assert sheet().document.text("bakgrund") == "Bos"


def test_angra_rader(ansokan, sheet):
    rows = sheet().document.rows("samverkansparter")
    ansokan.say("/utkast/1/rad", rad=f"bort:samverkansparter:{rows[0]}")
    ansokan.say("/utkast/1/angra")
    assert sheet().document.rows("samverkansparter") == rows


def test_nagon_annans_senare_andring_angras_inte(ansokan, app):
    ansokan.save("insatsens_namn", "Annas")
    client_of(app, "Bo", "Region").save("insatsens_namn", "Bos", base=1)
    answer = ansokan.say("/utkast/1/angra")
    assert answer.status_code == 422
    assert "Någon annan" in answer.json["error"]


def test_inget_att_angra_sags(ansokan):
    assert "inget mer att ångra" in ansokan.say("/utkast/1/angra").json["error"]


@pytest.mark.parametrize(
    ("ops", "undo", "redo"),
    [
        (["ny", "a", "b"], ["a", "b"], []),
        (["a", "b", "angra-1"], ["a"], ["angra-1"]),
        (["a", "b", "angra-1", "gorom-1"], ["a", "gorom-1"], []),
        (["a", "angra-1", "c"], ["c"], []),
        (["angra-1", "a"], ["a"], []),
        (["gorom-1", "a"], ["a"], []),
        (["a", "angra-1", "angra-2"], [], ["angra-1"]),
    ],
)
def test_ordningen_av_angra(ops, undo, redo):
    assert own_stacks(ops) == (undo, redo)


def test_vad_har_andrats_sedan_motet(exempel, sheet):
    """Against what stood there then, or what the draft began with: a copy of last year's application, the example."""
    assert "Inget har ändrats" in exempel.get("/utkast/1/andrat?sedan=2020-11-16").text
    exempel.save("syfte", sheet().document.text("syfte") + " Och mer.", base=1)
    text = exempel.get("/utkast/1/andrat?sedan=2020-11-16").text
    assert "Syfte" in text
    assert "Och mer." in text
    assert "Mål" not in text.split("<main")[1]
    assert "Inget har ändrats" in exempel.get("/utkast/1/andrat?sedan=2099-01-01").text
    assert "inget datum" in exempel.get("/utkast/1/andrat?sedan=ig%C3%A5r").text


def test_det_andrade_star_i_formularets_ordning_och_en_rad_med_innehall_kallas_inte_ny(ansokan):
    row = ansokan.say("/utkast/1/rad", rad="ny:samverkansparter:").json["row"]
    empty = ansokan.say("/utkast/1/rad", rad="ny:samverkansparter:").json["row"]
    for column in ("epost", "kontaktperson", "organisation"):
        ansokan.save(f"samverkansparter/{row}/{column}", f"{column}@region.example")
    main = ansokan.get("/utkast/1/andrat?sedan=2020-11-16").text.split("<main")[1]
    names = re.findall(r'<span class="kind">(?:[^<]*, )?([^<,]+)</span>', main)
    assert names == ["Organisation", "Kontaktperson", "E-post", "Samverkanspart 3"]
    assert main.count("ny rad") == 1
    assert row != empty


def test_anteckningar_foljer_avsnittet_bockas_av_och_skrivs_aldrig_ut(exempel):
    exempel.say("/utkast/1/anteckning", avsnitt="syfte", anteckning="Fråga ekonomen")
    assert "Fråga ekonomen" in exempel.get("/utkast/1/avsnitt/syfte").text
    text = exempel.get("/utkast/1/att-gora")
    (button,) = list(text.page.all("button", name="bocka"))
    answer = exempel.say("/utkast/1/anteckning/klar", bocka=button["value"])
    assert answer.json["stale"] == ["_notes/syfte"]
    assert "klart av Anna Andersson" in exempel.get("/utkast/1/att-gora").text
    assert b"ekonomen" not in exempel.get("/utkast/1/utskrift.json").data


def test_det_som_har_andrats_visas_som_man_ser_det_utan_marken_och_nycklar(ansokan):
    before = "Vi söker **allt**."
    ansokan.save("syfte", before)
    ansokan.save("syfte", "## Syfte\n\nVi söker [[total]] och [[part/borta]].\n- ett\n- **två**", base=1)
    ansokan.save("syfte", "Syfte\n\nVi söker [[total]] och [[part/borta]].\n- ett\n- två", base=2)
    for url in ("/utkast/1/historik?falt=syfte", "/utkast/1/andrat?sedan=2020-01-01"):
        text = ansokan.get(url).text
        assert "0\u00a0kr" in text
        assert "uppgift som inte finns kvar" in text
        assert "• två" in text
        assert not any(sign in text for sign in ("**", "##", "[[", "part/borta"))
    assert "bara utseendet är ändrat" in ansokan.get("/utkast/1/historik?falt=syfte").text


def test_en_krock_visar_texterna_som_man_ser_dem(ansokan, app):
    client_of(app, "Bo", "Region").save("syfte", "Bo vill **detta** nu.")
    answer = ansokan.save("syfte", "Anna vill *något annat* sen.")
    assert answer.status_code == 409
    assert "Anna vill något annat sen." in answer.json["html"]
    assert "Bo vill detta nu." in answer.json["html"]
    assert answer.json["clash"]["mine"] == "Anna vill *något annat* sen."


def main(answer):
    return re.sub(r"<[^>]+>", " ", answer.text.split("<main")[1]).replace("\u00a0", " ")


def test_belopp_och_svar_visas_som_pa_sidan_aldrig_som_de_sparas(exempel, sheet):
    amount = "budget/lon/processledare/belopp/alvkarleby"
    exempel.save(amount, "12*27083", base=1)
    answer = next(field.id for field in sheet().mall.fields() if field.type == "yes_no")
    exempel.save(answer, "nej", base=sheet().version(answer))
    changed = main(exempel.get("/utkast/1/andrat?sedan=2020-01-01"))
    assert re.search("325 000 +12[*]27083 = 324 996 +kr", changed)
    assert "Nej" in changed
    assert "325000" not in changed
    assert "325 000 kr" in main(exempel.get(f"/utkast/1/historik?falt={amount}"))
