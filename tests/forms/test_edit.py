"""A saved value as a browser sends it: read whole, or refused with a sentence; nothing half-read."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from finsam_forms.core.edit import Edit
from finsam_forms.forms.edit import MOST_EDITS, Unreadable, clean, read_edit, read_edits

GOOD = {"path": "syfte", "value": "Hej", "base": "3", "op": "abcdefgh-1"}


def posted(**changes):
    return MultiDict({key: text for key, text in (GOOD | changes).items() if text is not None})


def body(*edits, op="abcdefgh-1"):
    return json.dumps({"op": op, "edits": list(edits)})


def test_en_andring_lases_som_den_skickades():
    assert read_edit(posted()) == Edit("syfte", "Hej", 3, "abcdefgh-1")


@pytest.mark.parametrize("value", ["", None])
def test_ett_tomt_varde_ar_ocksa_ett_varde(value):
    assert read_edit(posted(value=value)).value == ""


def test_den_forsta_andringen_bygger_pa_ingenting():
    assert read_edit(posted(base="0")).base == 0


UNREADABLE = {
    "ingen väg": {"path": None},
    "tom väg": {"path": ""},
    "väg med stora bokstäver": {"path": "Syfte"},
    "väg uppåt": {"path": "../syfte"},
    "väg med snedstreck sist": {"path": "syfte/"},
    "väg med radslut": {"path": "syfte\n"},
    "för lång väg": {"path": "a" * 201},
    "ingen grund": {"base": None},
    "grund i ord": {"base": "tre"},
    "negativ grund": {"base": "-1"},
    "för stor grund": {"base": str(2**53 + 1)},
    "grund av tusentals siffror": {"base": "9" * 4_000},
    "grund med upphöjd tvåa": {"base": "²"},
    "inget id": {"op": None},
    "för kort id": {"op": "abc"},
    "id med blanksteg": {"op": "abc def gh"},
    "för långt id": {"op": "a" * 65},
}


@pytest.mark.parametrize("changes", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_det_som_inte_gar_att_lasa_sags_i_en_mening(changes):
    with pytest.raises(Unreadable, match="Ladda om sidan"):
        read_edit(posted(**changes))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\0b", "ab"),
        ("a\ud800b", "ab"),
        ("å ä ö – \u00a0 😀", "å ä ö – \u00a0 😀"),
        ("  a  ", "  a  "),
        ("", ""),
    ],
    ids=repr,
)
def test_radslut_blir_en_sort_och_det_som_inget_papper_rymmer_tas_bort(typed, kept):
    assert clean(typed) == kept


@given(st.text())
def test_stadningen_andrar_inget_mer_andra_gangen_och_gar_alltid_att_spara(text):
    once = clean(text)
    assert clean(once) == once
    assert once.encode("utf-8").decode("utf-8") == once
    assert not {"\0", "\r"} & set(once)


@given(st.text(alphabet=st.characters(exclude_characters="\0\r", exclude_categories=["Cs"])))
def test_allt_annat_star_kvar_tecken_for_tecken(text):
    assert clean(text) == text


def test_ett_inklistrat_block_ar_en_enda_andring():
    edits = read_edits(body({"path": "a", "value": "1", "base": 0}, {"path": "b", "value": "2", "base": 7}))
    assert edits == [Edit("a", "1", 0, "abcdefgh-1"), Edit("b", "2", 7, "abcdefgh-1")]


BROKEN = {
    "ingen JSON": "{",
    "ingenting": "",
    "en lista": "[]",
    "en siffra": "5",
    "inget id": '{"edits": [{"path": "a", "value": "1", "base": 0}]}',
    "ingen väg": body({"value": "1", "base": 0}),
    "inget värde": body({"path": "a", "base": 0}),
    "ingen grund": body({"path": "a", "value": "1"}),
    "en ändring som är en siffra": body(5),
    "ändringar som inte är en lista": '{"op": "abcdefgh-1", "edits": 5}',
    "en dålig väg bland goda": body({"path": "a", "value": "", "base": 0}, {"path": "A", "value": "", "base": 0}),
    "grund som är sann": body({"path": "a", "value": "1", "base": True}),
    "djupt inuti": "[" * 100_000,
    "inga ändringar": body(),
    "för många": body(*[{"path": "a", "value": "", "base": 0}] * (MOST_EDITS + 1)),
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN.keys())
def test_ett_block_lases_helt_eller_inte_alls(text):
    with pytest.raises(Unreadable):
        read_edits(text)


def test_ett_for_stort_block_far_veta_hur_mycket_som_ryms():
    with pytest.raises(Unreadable, match="Högst 5000 rutor"):
        read_edits(BROKEN["för många"])


@given(st.text(max_size=60))
def test_ingen_text_far_lasningen_av_ett_block_att_ga_sonder(text):
    with pytest.raises(Unreadable):
        read_edits(text)
