"""What those who only listen see: every part of the document, shown from the same elements as the paper."""

import re
from typing import get_args

import pytest

from finsam_forms.core.bars import BarChart
from finsam_forms.export import elements as e
from finsam_forms.web.read_page import FURNITURE, SHOWN


def test_varje_element_har_sitt_satt_att_visas(app):
    """An element that nobody shows is a fault of the program, never a silent gap in the page."""
    assert set(SHOWN) == set(get_args(e.Element)) - set(FURNITURE) - {e.Picture} | {e.PayChart, e.TimeAxis, BarChart}
    source, *_ = app.jinja_env.loader.get_source(app.jinja_env, "visa/_elements.html")
    assert set(SHOWN.values()) <= set(re.findall(r"macro (\w+)\(", source))


@pytest.fixture
def seen(exempel, app):
    exempel.post("/utkast/1/lank")
    (link,) = app.extensions["finsam_forms"].store.links.of_draft(1)
    return lambda: exempel.get(f"/visa/{link.token}").text


def test_en_gemensam_rubrik_star_over_sina_kolumner(seen):
    assert re.search(r'<th scope="colgroup" colspan="2">tidsperiod', seen())


def test_den_som_ska_nas_gar_att_skriva_till(seen):
    assert re.search(r'<a href="mailto:[^"]+@[^"]+">', seen())


def test_rubrikerna_ar_i_ordning(seen):
    levels = [int(level) for level in re.findall(r"<h([1-6])", seen())]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))


def test_underskriftsbladen_visas_inte(seen):
    assert "Namnteckning" not in seen()
    assert "Blad 1 av" not in seen()


def test_en_fil_att_spara_heter_som_utkastet(exempel):
    for path, name in (
        ("utskrift.json", "attachment; filename=vagen-in"),
        ("utskrift.pdf", "inline; filename=vagen-in"),
    ):
        assert exempel.get(f"/utkast/1/{path}").headers["Content-Disposition"].startswith(name)


def test_en_indragen_lank_sager_det_och_vem_man_fragar(exempel, app):
    """The page that is open fetches itself again, and takes in what stands in its place; neither offers what a reader may not see."""
    exempel.post("/utkast/1/lank")
    (link,) = app.extensions["finsam_forms"].store.links.of_draft(1)
    exempel.post(f"/utkast/1/lank/{link.token}/dra-in")
    for headers in ({}, {"HX-Request": "true"}):
        answer = exempel.get(f"/visa/{link.token}", headers=headers)
        assert answer.status_code == 404
        assert "dragits in" in answer.text
        assert "Fråga den som gav dig länken" in answer.text
        assert answer.page.all(id="visning")
        assert not answer.page.all("a", href="/")
        assert "Vägen in" not in answer.text
