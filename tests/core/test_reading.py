"""What was typed, before anybody tries to understand it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam_forms.core.reading import Reading, shortened, squeezed


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("  325\u00a0000\t", "325 000"),
        ("325\u202f000", "325 000"),
        ("325\u2009000\r\n", "325 000"),
        ("Försäk\u00adrings\u200bkassan", "Försäkringskassan"),
        ("\ufeff75", "75"),
        ("a\x00b\x07", "ab"),
        ("halv \ud83d", "halv"),
        (" \u00a0\u200b ", ""),
    ],
    ids=ascii,
)
def test_mellanrum_av_alla_slag_blir_ett_och_det_osynliga_forsvinner(typed, words):
    assert squeezed(typed) == words


@given(st.text(max_size=50))
def test_att_stada_tva_ganger_andrar_inget_mer(typed):
    assert squeezed(squeezed(typed)) == squeezed(typed)


def test_en_lang_text_kortas_i_meningen():
    assert shortened("9" * 1_000) == "9" * 39 + "…"
    assert shortened("325 000") == "325 000"


def test_tomt_ar_varken_varde_eller_problem():
    assert Reading() == Reading(None, None)
