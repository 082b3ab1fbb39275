"""«Underlag till Uppföljning Finsam»: one page of what an application and its latest report know, on screen, on paper and as CSV."""

import csv
import io

import pytest
from pypdf import PdfReader

from finsam_forms.core.document import Document
from finsam_forms.core.following import Followed, begun
from finsam_forms.core.followup import follow_up
from finsam_forms.export.followup import FIRST, IN_THE_SYSTEM, as_csv, printout
from finsam_forms.mallar import mall_from_files
from tests.builder import MALLS, worked_example

APPLICATION = worked_example()
OVER = {"insatstid/slut": "2022-03-31"}
PAID_BY_ESF = {
    "budget/ovrig_finansiering/e1aa/_plats": "g",
    "budget/ovrig_finansiering/e1aa/benamning": "Europeiska socialfonden (ESF)",
    f"budget/ovrig_finansiering/e1aa/belopp/{APPLICATION.rows('insatsagare')[0]}": "50000",
}
FLOW = {"deltagare/ingaende/kvinnor": "20", "deltagare/nya/kvinnor": "10", "deltagare/nya/man": "27"}


def report() -> Document:
    mall = MALLS["arsrapport"]
    values, _ = begun(mall, Followed(documents={"ansokan": APPLICATION}))
    spent = {"ekonomi/lon/utfall": "101200", "rapportperiod/start": "2021-04-01", "rapportperiod/slut": "2021-06-30"}
    return Document(mall, values | FLOW | spent)


def test_det_som_ansokan_vet():
    found = follow_up(APPLICATION, None)
    assert found.name == APPLICATION.title
    assert found.direction == APPLICATION.text("insatstyp")
    assert found.years == (2021,)
    assert sum(one.total for one in found.costs) == 355_000
    assert not found.esf and (found.people, found.spent) == ((), ())


ANSWERED = {
    **OVER,
    "uppfoljningsmetod": "Individuell uppföljning",
    "preciserad_inriktning": "Arbetslivsinriktad rehabilitering",
    "planerat_antal/deltagare/2021": "40",
}


def shown(changes):
    """The answers of the page by what is asked, of two columns both."""
    rows = rows_of(follow_up(APPLICATION.replace(changes), None))
    return {row[1] or row[2]: row[2:] if row[1] else row[3:] for row in rows if row[0] in ("Insatsen", FIRST)}


def test_det_som_ar_ifyllt_star_dar_och_resten_fylls_i_i_systemet():
    told = shown(ANSWERED)
    assert told["Uppföljningsmetod"] == ["Individuell uppföljning"]
    assert told["Preciserad inriktning"] == ["Arbetslivsinriktad rehabilitering"]
    assert told["Planerat antal deltagare, 2021"] == ["40"]
    assert told["Planerat antal deltagare, 2022"] == [IN_THE_SYSTEM]
    assert shown({})["Uppföljningsmetod"] == shown({})["Preciserad inriktning"] == [IN_THE_SYSTEM]


def test_utan_insatstid_fragas_det_bara_efter_planerat_antal():
    assert shown({"insatstid/slut": ""})["Planerat antal deltagare per år"] == [IN_THE_SYSTEM]


def test_det_som_inte_gar_att_andra_star_forst():
    rows = rows_of(follow_up(APPLICATION, None))
    assert [row[1] for row in rows[:3]] == ["Inriktning", "Uppföljningsmetod", "ESF-finansiering"]


@pytest.mark.parametrize(
    ("answer", "of_esf", "told"),
    [
        ("", False, "nej, ingen finansiär i budgeten är ESF"),
        ("", True, "ja"),
        ("ja", False, "ja, men ingen finansiär i budgeten är ESF"),
        ("ja", True, "ja"),
        ("nej", False, "nej"),
        ("nej", True, "nej, men budgeten har pengar från ESF"),
        ("kanske", True, "ja"),
    ],
)
def test_svaret_om_esf_star_bredvid_vad_budgeten_sager(answer, of_esf, told):
    assert shown({"esf_finansiering": answer, **(PAID_BY_ESF if of_esf else {})})["ESF-finansiering"] == [told]


def test_en_blandad_insats_ar_tva_kolumner_med_var_sitt_namn():
    told = shown({**ANSWERED, "insatstyp": "blandad insats"})
    name = APPLICATION.title
    assert told["Inriktning"] == ["individinriktad", "strukturövergripande"]
    assert told["Namn"] == [f"{name}, individinriktad", f"{name}, strukturövergripande"]
    assert told["Uppföljningsmetod"] == ["Individuell uppföljning"] * 2
    assert told["Planerat antal deltagare, 2021"] == ["40 i båda tillsammans"] * 2


def test_ett_utkast_fran_tiden_innan_fragorna_fanns():
    text = APPLICATION.mall.files["ansokan.toml"]
    start, end = (text.index(f'[[section]]\nid = "{one}"') for one in ("uppfoljning_finsam", "underskrifter"))
    before = mall_from_files("ansokan", {**APPLICATION.mall.files, "ansokan.toml": text[:start] + text[end:]})
    found = follow_up(Document(before, APPLICATION.values), None)
    assert (found.method, found.precise, found.esf_said, found.planned) == ("", "", "", ())
    assert ["Insatsen", "Planerat antal deltagare per år", IN_THE_SYSTEM] in rows_of(found)


def test_beloppen_delas_pa_kalenderaren():
    found = follow_up(APPLICATION.replace(OVER), None)
    assert found.years == (2021, 2022)
    for one in found.costs:
        assert sum(one.by_year.values()) == one.total


def test_pengar_fran_esf_ar_en_egen_sort():
    found = follow_up(APPLICATION.replace(PAID_BY_ESF), None)
    assert found.esf
    assert [(one.sort, one.total) for one in found.costs if one.esf] == [("ESF Insatskostnad", 50_000)]


def test_antal_deltagare_efter_kon_ur_den_senaste_rapporten():
    assert follow_up(APPLICATION, report()).people == (("Kvinnor", 30), ("Män", 27))


def test_en_rapport_som_nyss_har_borjats_sager_att_inget_star_i_den():
    sentence = "Deltagare och utfall är inte skrivna i rapporten än."
    empty = report().replace(dict.fromkeys([*FLOW, "ekonomi/lon/utfall"], ""))
    told, other = (str(printout(APPLICATION, follow_up(APPLICATION, one), "").elements) for one in (empty, report()))
    assert sentence in told and sentence not in other


def rows_of(found):
    text = as_csv(printout(APPLICATION, found, "2026-11-23 14:00")).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=";"))


def test_csv_har_belopp_i_kronor_utan_mellanslag():
    rows = rows_of(follow_up(APPLICATION, report()))
    assert ["Budget per kalenderår", "", "Summa", "355000", "355000"] in rows
    assert {row[1] for row in rows if row[0].startswith("Budget")} == {"", "Insatskostnad"}
    assert ["Kontrollera innan ni registrerar", "ESF-finansiering", "nej, ingen finansiär i budgeten är ESF"] in rows


@pytest.mark.parametrize("name", ["=1+1", "@SUM(A1)", "+46", "-5"])
def test_det_som_nagon_har_skrivit_raknas_inte_ut_i_excel(name):
    found = follow_up(APPLICATION.replace({"insatsens_namn": name}), None)
    assert ["Insatsen", "Namn", f"'{name}"] in rows_of(found)


def test_sidan_papperet_och_filen(exempel):
    page = exempel.get("/utkast/1/underlag").text
    for words in ("Kontrollera innan ni registrerar", "går inte att ändra", "355", "fylls i i systemet", "aldrig här"):
        assert words in page
    pdf = exempel.get("/utkast/1/underlag.pdf").data
    assert "Uppföljningsmetod" in PdfReader(io.BytesIO(pdf)).pages[0].extract_text()
    assert exempel.get("/utkast/1/underlag.csv").data.startswith(b"\xef\xbb\xbf")
    assert exempel.get("/utkast/1/underlag.exe").status_code == 404


def test_det_senaste_som_rapporterats_star_pa_ansokans_sida(exempel, sheet):
    exempel.post("/utkast/1/nasta", data={"mall": "arsrapport"})
    for path, text in FLOW.items():
        assert exempel.save(path, text, base=sheet(2).version(path), draft=2).status_code == 200
    page = exempel.get("/utkast/1/underlag").text
    assert "Kvinnor" in page and "30" in page
    assert exempel.get("/utkast/2/underlag").status_code == 200


def test_en_ekonomirapport_ur_samma_insats_tar_inte_bort_deltagarna(exempel, sheet):
    exempel.post("/utkast/1/nasta", data={"mall": "arsrapport"})
    time = {"rapportperiod/start": "2021-04-01", "rapportperiod/slut": "2021-12-31"}
    for path, text in (FLOW | time).items():
        assert exempel.save(path, text, base=sheet(2).version(path), draft=2).status_code == 200
    exempel.post("/utkast/1/nasta", data={"mall": "ekonomirapport"})
    for path, text in time.items():
        assert exempel.save(path, text, base=sheet(3).version(path), draft=3).status_code == 200
    page = exempel.get("/utkast/1/underlag").text
    assert "Kvinnor" in page and "30" in page


def test_ett_utkast_som_inte_ar_eller_foljer_en_ansokan_har_ingen(client):
    client.post("/utkast", data={"mall": "nulagesanalys"})
    assert client.get("/utkast/1/underlag").status_code == 404
    assert "/underlag" not in client.get("/utkast/1/avsnitt/malgrupper").text
