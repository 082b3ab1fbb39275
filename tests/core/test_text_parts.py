"""Running text made ready for searching: every find has its place in what was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam_forms.core.text_parts import LIVING, replaced, searchable, sentence_at, sentences

marked = st.text(alphabet="ab1 .!?\n*#[]|/\\\t\u00a0t.ex", max_size=80)


def test_markering_blir_blanksteg_och_hanvisningar_ett_enda_tecken_om_och_om_igen():
    assert searchable("**Totalt** [[total]] kr") == f"  Totalt   {LIVING * 9} kr"
    assert searchable("12\u00a0500") == "12 500"


@pytest.mark.parametrize("text", ["[[Total]]", "[total]", "[[a b]]", "[[]]"])
def test_det_som_inte_ar_en_hanvisning_star_kvar(text):
    assert searchable(text) == text


@given(marked)
def test_texten_blir_varken_langre_eller_kortare(text):
    assert len(searchable(text)) == len(text)


SENTENCES = {
    "Ett. Två!": ["Ett.", "Två!"],
    "Vi har t.ex. lokaler. Och mer.": ["Vi har t.ex. lokaler.", "Och mer."],
    "Den 20. april. Sedan": ["Den 20. april.", "Sedan"],
    "Rad ett\nrad två": ["Rad ett", "rad två"],
    "t.ex.\nNy rad": ["t.ex.", "Ny rad"],
    "1,2 mkr": ["1,2 mkr"],
    "": [],
}


@pytest.mark.parametrize(("text", "wanted"), SENTENCES.items(), ids=repr)
def test_meningar(text, wanted):
    assert [text[start:end] for start, end in sentences(text)] == wanted


@given(marked)
def test_varje_synligt_tecken_hor_till_just_en_mening(text):
    found = sentences(text)
    inside = [place for start, end in found for place in range(start, end)]
    assert len(inside) == len(set(inside))
    assert {place for place, mark in enumerate(text) if not mark.isspace()} <= set(inside)
    for place in inside:
        assert text[place] in sentence_at(text, place)


def test_utanfor_varje_mening_finns_ingen():
    assert sentence_at("Ett.  Två.", 5) == ""
    assert sentence_at("", 0) == ""


def test_ord_byts_dar_de_star():
    assert replaced("Vi söker 355 000 kr nu.", 9, 19, "[[total]]") == "Vi söker [[total]] nu."


@pytest.mark.parametrize("raw", ["**355 000** kr", "[[total]] kr", "355\n000 kr"])
def test_markering_delas_aldrig_mitt_itu(raw):
    assert replaced(raw, 0, 8, "x") is None
