"""Granska: beside the field, on its page, in the list; put right with a button, or waived with a reason."""

import io
import json
import re
import time
from html import unescape

import pytest
from pypdf import PdfReader

from finsam_forms.export.exchange import to_exchange
from tests.builder import worked_example


def test_exemplet_har_inget_fel(exempel):
    assert "Inget att anmärka på" in exempel.get("/utkast/1/granska").text


def test_fel_syns_i_marginalen_i_listan_och_pa_granska(exempel):
    exempel.save("budget/lon/processledare/fran", "2020-04-01", base=1)
    for url in ("/utkast/1/avsnitt/budget", "/utkast/1/granska"):
        text = exempel.get(url).text
        assert "Raden ”Processledare” gäller" in text
    assert "state--error" in exempel.get("/utkast/1/avsnitt/budget").text.split('class="toc__key"')[0]


def test_knappen_rattar(exempel, sheet):
    exempel.save("samverkansparter/af/epost", "norduppland @af.example", base=1)
    page = exempel.get("/utkast/1/granska").page
    (button,) = page.all("button", name="ratta")
    assert exempel.post("/utkast/1/granska/ratta", data={"ratta": button["value"]}).status_code == 302
    assert sheet().document.text("samverkansparter/af/epost") == "norduppland@af.example"
    assert "Inget att anmärka på" in exempel.get("/utkast/1/granska").text


def test_undantag_med_skal_galler_tills_vardet_andras(exempel):
    exempel.save("samverkansparter/af/epost", "norduppland @af.example", base=1)
    key = exempel.get("/utkast/1/granska").page.all("input", name="nyckel")[0]["value"]
    exempel.post("/utkast/1/granska/undantag", data={"nyckel": key, "skal": "Så heter adressen"})
    text = exempel.get("/utkast/1/granska").text
    assert "Så heter adressen" in text
    assert "Fel (0)" in text
    exempel.save("samverkansparter/af/epost", "annan @af.example", base=2)
    assert "Fel (1)" in exempel.get("/utkast/1/granska").text


def test_ett_tips_laggs_undan_for_gruppen_med_en_tryckning(exempel):
    exempel.save("malgrupp", "Unga vuxna 14–15 år i Älvkarleby.", base=1)
    (form,) = exempel.get("/utkast/1/granska").page.all("form", action="/utkast/1/granska/undan")
    key = exempel.get("/utkast/1/granska").page.all("input", name="nyckel")[0]["value"]
    assert "Tips (1)" in exempel.get("/utkast/1/granska").text
    exempel.post("/utkast/1/granska/undan", data={"nyckel": key})
    text = exempel.get("/utkast/1/granska").text
    assert "Tips (0)" in text
    assert "tipset är undanlagt" in text
    exempel.post("/utkast/1/granska/undantag", data={"nyckel": key, "skal": ""})
    assert "Tips (1)" in exempel.get("/utkast/1/granska").text


def test_ett_fel_laggs_inte_undan_utan_skal(exempel, app):
    exempel.save("samverkansparter/af/epost", "inte en adress", base=1)
    key = exempel.get("/utkast/1/granska").page.all("input", name="nyckel")[0]["value"]
    answer = exempel.say("/utkast/1/granska/undan", nyckel=key)
    assert answer.status_code == 422
    assert "behöver ett skäl" in answer.json["error"]
    assert not app.extensions["finsam_forms"].store.dossier.waivers(1)


ROWS = {
    "målet": ("mal", "mal/effektmal/{}", "text", "Bättre samverkan"),
    "parten": ("samverkansparter", "samverkansparter/{}", "kontaktperson", "Anna 19850101-1236"),
    "fasen": ("tidplan", "tidplan/{}", "till", "2030-01-01"),
    "underskriften": ("underskrifter", "underskrifter_insatsagare/{}", "roll", "Anna 19850101-1236"),
}


@pytest.mark.parametrize(("section", "rows", "column", "text"), ROWS.values(), ids=ROWS.keys())
def test_en_anmarkning_star_vid_raden_den_galler(exempel, sheet, section, rows, column, text):
    pattern = re.compile(rf"{rows.format('([a-z0-9]+)')}/{column}")
    document = sheet().document
    (row, *_) = (found[1] for path in document.values if (found := pattern.fullmatch(path)))
    path = rows.format(row)
    exempel.save(f"{path}/{column}", text, base=sheet().version(f"{path}/{column}"))
    page = exempel.get(f"/utkast/1/avsnitt/{section}").text
    inside = re.search(rf'id="m-{path.replace("/", "-")}">(.*?)</div>', page, re.S)
    assert "remark" in inside[1]
    own = re.search(rf'class="margin" id="m-{path.partition("/")[0]}">(.*?)</div>', page, re.S)
    assert "remark" not in own[1]


def test_ett_avsnitt_med_fel_raknas_inte_som_klart_nagonstans(exempel):
    assert "17 av 17 klara" in exempel.get("/").text
    exempel.save("budget/lon/processledare/fran", "2020-04-01", base=1)
    for url in ("/utkast/1/avsnitt/syfte", "/utkast/1/granska"):
        assert re.search(r'id="klara">1[0-6] av 17 klara', exempel.get(url).text), url
    assert re.search("1[0-6] av 17 klara, [1-3] med fel", exempel.get("/").text)
    for one in exempel.get("/utkast/1/granska").page.all("input", name="nyckel"):
        exempel.post("/utkast/1/granska/undantag", data={"nyckel": one["value"], "skal": "Så är det"})
    assert "17 av 17 klara<" in exempel.get("/").text


def test_det_frivilliga_raknas_nar_nagon_har_skrivit_dar_och_annars_inte(exempel):
    pages = ("/", "/utkast/1/avsnitt/uppfoljning_finsam", "/utkast/1/granska")
    assert all("17 av 17 klara" in exempel.get(url).text for url in pages)
    assert "Frivillig" in exempel.get(pages[1]).text
    exempel.save("uppfoljningsmetod", "Individuell uppföljning")
    assert all("18 av 18 klara" in exempel.get(url).text for url in pages)


def test_ett_nytt_utkast_har_inga_fel_i_listen_forran_nagon_har_skrivit(ansokan):
    bar = re.compile(r'id="antal">(.*?)</a>', re.S)
    (said,) = bar.findall(ansokan.get("/utkast/1/avsnitt/syfte").text)
    assert "tally" not in said
    assert "i-check" not in said
    ansokan.save("insatstid/start", "2027-04-01")
    (said,) = bar.findall(ansokan.get("/utkast/1/avsnitt/syfte").text)
    assert "1<span" in said


def test_granska_sager_att_utkastet_inte_ar_last(exempel):
    assert "Utkastet är inte låst" in exempel.get("/utkast/1/granska").text
    exempel.post("/utkast/1/las")
    assert "Utkastet är inte låst" not in exempel.get("/utkast/1/granska").text


def test_ett_nytt_utkast_har_inga_fel_i_listan_over_utkast(ansokan):
    assert "1 av 17 klara<" in ansokan.get("/").text


def test_granska_visar_avsnitten_och_att_utkastet_ar_last(exempel):
    exempel.post("/utkast/1/las")
    text = exempel.get("/utkast/1/granska").text
    assert 'id="t-budget"' in text
    assert "Låst för underskrift, version 1" in text


def test_det_som_inte_finns_langre_sags(exempel):
    assert exempel.say("/utkast/1/granska/ratta", ratta="g00_000000000000:0").status_code == 422
    assert exempel.say("/utkast/1/granska/undantag", nyckel="x", skal="y").status_code == 422


def test_ett_skal_med_personnummer_sparas_inte(exempel, app):
    exempel.save("samverkansparter/af/epost", "inte en adress", base=1)
    page = exempel.get("/utkast/1/granska").page
    key = page.all("input", name="nyckel")[0]["value"]
    answer = exempel.say("/utkast/1/granska/undantag", nyckel=key, skal="Enligt 1981-12-18-9876")
    assert answer.status_code == 422
    assert "Skälet innehåller ett personnummer (19…)" in answer.json["error"]
    assert not app.extensions["finsam_forms"].store.dossier.waivers(1)


def test_alla_hor_att_anmarkningarna_andrats(exempel, app):
    exempel.get("/utkast/1/granska")
    exempel.save("insatstid/slut", "2020-01-01", base=1)
    feed = app.extensions["finsam_forms"].feed
    for _ in range(60):
        heard = [json.loads(event.message) for event in feed._channels[1].events]
        told = [one for one in heard if "_granska" in one["stale"]]
        if told:
            break
        time.sleep(0.05)
    assert "#m-insatstid" in told[0]["html"]
    assert "#antal" in told[0]["html"]


def test_tomt_obligatoriskt_falt_ar_fel_pa_granska_men_inte_rott_i_listan(ansokan):
    assert "Fel (0)" not in ansokan.get("/utkast/1/granska").text
    page = ansokan.get("/utkast/1/avsnitt/syfte").text
    assert page.split('class="toc__key"')[0].count("state--error") == 0


def test_granskningen_gar_att_skriva_ut_for_sig_och_sist_i_dokumentet(exempel):
    exempel.save("samverkansparter/af/epost", "norduppland @af.example", base=1)

    def text(query):
        data = exempel.get(f"/utkast/1/utskrift.pdf?{query}").data
        pages = [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]
        return len(pages), " ".join(" ".join(pages).split())

    alone, words = text("del=granskning")
    assert alone == 1
    assert "mellanslag" in words
    whole, _ = text("del=allt")
    both, words = text("del=allt&granskning=1")
    assert both == whole + 1
    assert "mellanslag" in words


def test_en_inlast_fils_egna_block_och_text_granskas(client):
    data = to_exchange(worked_example())
    data["innehall"]["underskrifter_samverkanspart"] = [{"part": "Håbo kommun", "namn": "Ekonomichefen"}]
    data["innehall"]["overenskommelse"] = {"text": "En annan överenskommelse."}
    asked = client.post("/las-in", data={"fil": (io.BytesIO(json.dumps(data).encode()), "fil.json")})
    client.post(asked.location)
    text = unescape(client.get("/utkast/1/granska").text)
    assert "underskriftsblock för ”Håbo kommun” (Ekonomichefen)" in text
    assert "Region Uppsala saknar underskriftsblock" in text
    assert "”En annan överenskommelse.” i stället för" in text
