"""«Gör i ordning för inskickning»: granskat först, med historiken, utan det som gruppen har tagit bort."""

import io
import re
import zipfile

from finsam_forms.export.formats import ZIP, Unmade
from finsam_forms.web.utskrift import FORMATS
from tests.web.guests import inside

ADDRESS = "/utkast/1/utskrift.zip"


def files(answer):
    assert answer.status_code == 200, answer.text
    return {one.filename: one for one in zipfile.ZipFile(io.BytesIO(answer.data)).infolist()}


def history(answer):
    return zipfile.ZipFile(io.BytesIO(answer.data)).read("historik.csv").decode("utf-8-sig")


def test_sidan_erbjuder_paketet_och_det_ar_lika_manga_filer_som_det_sags(exempel):
    page = exempel.get("/utkast/1/skriv-ut")
    assert page.page.all("form", action=ADDRESS) and "papperen får ordet UTKAST" in page.text
    answer = exempel.get(ADDRESS)
    assert answer.mimetype == ZIP.media_type
    assert len(files(answer)) == int(answer.headers["X-Filer"]) == 11
    assert answer.headers["Content-Disposition"].endswith(".zip")


def test_ett_fel_behover_rattas_eller_fa_ett_skal(exempel):
    exempel.save("syfte", "", base=1)
    page = exempel.get("/utkast/1/skriv-ut")
    assert not page.page.all("form", action=ADDRESS) and "Sedan går det att göra i ordning" in page.text
    answer = exempel.get(ADDRESS)
    assert answer.status_code == 422 and "fel är kvar på sidan Granska" in answer.text
    review = exempel.get("/utkast/1/granska?bara=fel")
    keys = {one["value"] for one in review.page.all("input", name="nyckel")}
    for key in keys:
        exempel.post("/utkast/1/granska/undantag", data={"nyckel": key, "skal": "Skrivs på mötet i mars"})
    assert files(exempel.get(ADDRESS))
    assert "En anmärkning fick stå: Skrivs på mötet i mars" in history(exempel.get(ADDRESS))


def test_historiken_sager_vem_och_var_men_inte_vad_som_stod(exempel):
    exempel.save("syfte", "Hemligheten som togs bort.", base=1)
    exempel.save("syfte", "Det som ska stå.", base=2)
    exempel.post("/utkast/1/anteckning", data={"avsnitt": "syfte", "anteckning": "Bara för oss"})
    text = history(exempel.get(ADDRESS))
    assert "Hemligheten" not in text and "Bara för oss" not in text and "anteckning" not in text
    line = next(one for one in text.splitlines() if ";Syfte;" in one)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d;\d\d:\d\d;\d\d:\d\d;Anna Andersson;Försäkringskassan;Ändrade;Syfte;3", line)
    assert "Lästes in från en fil" in text


def test_det_som_inte_gar_att_gora_ar_en_mening(exempel, monkeypatch):
    from dataclasses import replace

    def fails(order):
        raise Unmade("Förbundets egen Word-mall går inte att läsa.")

    monkeypatch.setitem(FORMATS, "docx", replace(FORMATS["docx"], make=fails))
    answer = exempel.get(ADDRESS)
    assert answer.status_code == 507 and "egen Word-mall går inte att läsa" in answer.text


def test_gasten_far_gora_i_ordning(exempel, app):
    guest = inside(app, app.extensions["finsam_forms"].meeting.open())
    assert files(guest.get(ADDRESS))
