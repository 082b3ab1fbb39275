"""What is replaced in a document: words that people have written, wherever they stand, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam_forms.core.replacing import places, replaced
from tests.builder import worked_example

CASES = {
    "ett ord": ("Älvkarleby kommun", "Älvkarleby", "Tierps", "Tierps kommun"),
    "flera": ("a b a", "a", "c", "c b c"),
    "versaler räknas": ("Samverkan i samverkan", "samverkan", "arbete", "Samverkan i arbete"),
    "tecken som betyder något i mönster": ("a.b (c) a+b", "(c)", "[x]*", "a.b [x]* a+b"),
    "bakstreck sätts dit som det är": ("ett", "ett", r"\1 \g<0>", r"\1 \g<0>"),
    "en levande summas nyckel rörs inte": ("total [[total]] total", "total", "hel", "hel [[total]] hel"),
    "nyckelns gamla ord rörs inte": ("[[total|397 000 kr]] kr", "kr", "kronor", "[[total|397 000 kr]] kronor"),
    "klamrar som inte är en nyckel": ("[[ total", "total", "hel", "[[ hel"),
    "med inget": ("ja, kanske", ", kanske", "", "ja"),
    "inget att söka efter": ("ja", "", "nej", "ja"),
}


@pytest.mark.parametrize(("text", "find", "put", "wanted"), CASES.values(), ids=CASES.keys())
def test_det_sokta_ersatts_och_inget_annat(text, find, put, wanted):
    assert replaced(text, find, put) == wanted


@given(st.text("ab \n", max_size=30), st.text("ab", min_size=1, max_size=3), st.text("xy", max_size=3))
def test_i_text_utan_nycklar_ar_det_som_i_vilken_text_som_helst(text, find, put):
    assert replaced(text, find, put) == text.replace(find, put)


def test_stallena_star_i_formularets_ordning_och_ar_ord_inte_tal_eller_dagar():
    document = worked_example()
    found = list(places(document, "Älvkarleby"))
    assert found[0] == "insatsens_namn"
    assert any(path.startswith("insatsagare/") for path in found)
    assert list(places(document, "2021-04-01")) == []
    assert list(places(document, "325000")) == []


def test_det_som_bara_star_i_en_nyckel_ar_inget_stalle():
    document = worked_example()
    document = document.replace({"syfte": "Kostar [[total]]."})
    assert "syfte" not in list(places(document, "total"))
