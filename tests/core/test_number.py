"""Counts as people write them."""

import pytest

from finsam_forms.core.document import Document
from finsam_forms.core.kinds.figures import figures
from finsam_forms.core.kinds.number import Number
from finsam_forms.export.paper import Paper
from finsam_forms.export.stamp import Stamp
from tests.kinds.case import form_of
from tests.kinds.test_udda import SECTION, field

COUNT = Number(id="antal")
FORM = form_of(SECTION + field(id='"antal"', type='"number"', label='"Antal"'))


@pytest.mark.parametrize(("typed", "count"), [("48", 48), ("1 049", 1_049), ("-3", -3), ("0", 0), ("", None)])
def test_antal_som_man_skriver_dem(typed, count):
    assert COUNT.read(typed).value == count
    assert COUNT.read(typed).problem is None


@pytest.mark.parametrize("dash", ["–", "-", "—", " − "])
def test_ett_streck_ar_inga_och_star_kvar_som_streck(dash):
    assert COUNT.read(dash).value == 0
    assert COUNT.canonical(dash) == "–"
    assert COUNT.show("–") == "–"
    document = Document(FORM, {"antal": "–"})
    (at,) = FORM.fields()
    assert Paper(document, Stamp("2026-11-23 14:00")).cell(at.answer(document))[:4] == ("–", COUNT.unit, "antal", "")
    assert figures(document).sum("antal") == (0, 0, 1, False)


@pytest.mark.parametrize("typed", ["ungefär 30", "3,5", "–5–", "tolv"])
def test_det_som_inte_ar_ett_antal_sags(typed):
    reading = COUNT.read(typed)
    assert reading.value is None and reading.problem
    assert COUNT.canonical(typed) == typed


def test_ett_tal_ar_en_siffra_som_andra_kan_raknas_ut_ur():
    before = Document(FORM, {"antal": "48"})
    assert figures(before).sum("antal").value == 48
    after = before.replace({"antal": "49"})
    assert figures(after).news.keys() == {"antal"}
