"""«Skriv ut»: what the page offers is what there is."""

import pytest

from finsam_forms.export.formats import FORMATS, Format


@pytest.mark.parametrize("name", FORMATS)
def test_varje_format_star_pa_sidan_och_gar_att_spara(exempel, name):
    made = FORMATS[name]
    page = exempel.get("/utkast/1/skriv-ut")
    if made.sent:
        assert page.page.all("form", action=f"/utkast/1/utskrift.{name}")
    else:
        assert page.page.all("a", href=f"/utkast/1/utskrift.{name}?spara=1", **{"class": "btn"})
        assert f"</svg>{made.title}</a>" in page.text
    answer = exempel.get(f"/utkast/1/utskrift.{name}?spara=1")
    assert (answer.status_code, answer.mimetype) == (200, made.media_type)
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=vagen-in")


def test_ett_nytt_format_i_listan_star_pa_sidan(exempel, monkeypatch):
    new = Format(
        name="ord",
        said="ordlista",
        media_type="text/plain",
        ending=".txt",
        make=lambda order: order.document.title.encode(),
    )
    monkeypatch.setitem(FORMATS, "ord", new)
    assert "Ordlista</a>" in exempel.get("/utkast/1/skriv-ut").text
    assert exempel.get("/utkast/1/utskrift.ord").text.startswith("Vägen in")


def test_ett_format_vars_bibliotek_saknas_erbjuds_inte(exempel, monkeypatch):
    lacking = Format(
        name="ord", said="ordlista", media_type="text/plain", ending=".txt", needs=("finns_inte",), make=bytes
    )
    monkeypatch.setitem(FORMATS, "ord", lacking)
    assert "ordlista" not in exempel.get("/utkast/1/skriv-ut").text


@pytest.mark.parametrize("name", [name for name, one in FORMATS.items() if one.as_blank])
def test_varje_tom_blankett_star_pa_startsidan(exempel, name):
    address = f"/blankett/ansokan.{name}"
    page = exempel.get("/")
    assert page.page.all("a", href=address)
    assert f"{FORMATS[name].as_blank}, Ansökan samverkansinsats" in " ".join(
        page.text.replace('<span class="hidden">', "").split()
    )
    answer = exempel.get(address)
    assert (answer.status_code, answer.mimetype) == (200, FORMATS[name].media_type)
    assert len(answer.data) > 5_000


def test_en_blankett_gar_inte_att_fa_som_vad_som_helst(exempel):
    assert [exempel.get(f"/blankett/ansokan.{name}").status_code for name in ("json", "exe")] == [404, 404]


def test_ett_format_som_inte_finns(exempel):
    assert exempel.get("/utkast/1/utskrift.exe").status_code == 404
