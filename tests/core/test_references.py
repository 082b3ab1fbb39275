"""Living references: what a text can refer to, what it says now, and that it follows the document for ever."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finsam_forms.core.document import Document
from finsam_forms.core.kinds.figures import figures
from finsam_forms.core.markup import plain
from finsam_forms.core.references import References, changed
from finsam_forms.core.text_parts import REFERENCE
from finsam_forms.mallar import load_malls
from tests.builder import LON, OWNER, PARTNER, document, with_values, worked_example

EXAMPLE = worked_example()
WAGE = "budget/lon/processledare/belopp/alvkarleby"


def says(text, doc=EXAMPLE):
    return plain(text, References(doc).resolve).replace("\u00a0", " ")


TOKENS = {
    "[[total]]": "397 000 kr",
    "[[tabell/rekvirera]]": "355 000 kr",
    "[[tabell/rekvirera/alvkarleby]]": "355 000 kr",
    "[[tabell/egenfinansiering]]": "42 000 kr",
    "[[grupp/lon]]": "325 000 kr",
    "[[grupp/lokal]]": "0 kr",
    "[[rad/lon/processledare]]": "325 000 kr",
    "[[rad/ovrigt/inkopta_utredningar]]": "30 000 kr",
    "[[insatstid]]": "1 april 2021–31 december 2021",
    "[[insatstid/start]]": "1 april 2021",
    "[[insatstid/slut]]": "31 december 2021",
    "[[lokus/1]]": "16 november 2020",
    "[[lokus/2]]": "20 januari 2021",
    "[[part/fk]]": "Försäkringskassan",
}


@pytest.mark.parametrize(("token", "words"), TOKENS.items(), ids=TOKENS.keys())
def test_vad_en_text_kan_hanvisa_till(token, words):
    assert says(f"Vi skriver {token} här.") == f"Vi skriver {words} här."


CHANGES = {
    "ett belopp": (WAGE, "12*27083", "[[tabell/rekvirera]]", "354 996 kr"),
    "en dag": ("insatstid/slut", "2022-03-31", "[[insatstid/slut]]", "31 mars 2022"),
    "ett namn": ("samverkansparter/fk/organisation", "FK", "[[part/fk]]", "FK"),
    "ett möte till": ("lokus/kommentar", "LOKUS 1 mars 2021.", "[[lokus/1]]", "1 mars 2021"),
}


@pytest.mark.parametrize(("path", "text", "token", "words"), CHANGES.values(), ids=CHANGES.keys())
def test_hanvisningen_foljer_det_som_andras(path, text, token, words):
    assert says(token) != words
    assert says(token, EXAMPLE.replace({path: text})) == words


CELL = st.tuples(
    st.sampled_from([f"{LON}/belopp/{OWNER}", f"{LON}/belopp/{PARTNER}", f"budget/ovrigt/resor/belopp/{OWNER}"]),
    st.sampled_from(["", "0", "-5", "75", "75", "12*100", "x"]),
)
NAMED = st.tuples(
    st.sampled_from([f"{LON}/benamning", f"insatsagare/{OWNER}/organisation", "insatsens_namn", "budget/enhet"]),
    st.sampled_from(["", "Ett namn", "Ett annat", "tkr"]),
)
TIME = st.tuples(
    st.sampled_from(["insatstid/start", "insatstid/slut", "lokus/kommentar", "syfte", f"{LON}/fran"]),
    st.sampled_from(["", "2021-04-01", "LOKUS 2021-05-01 och 2021-06-01."]),
)
PLACE = st.tuples(
    st.sampled_from([f"{LON}/_plats", f"insatsagare/{OWNER}/_plats", f"samverkansparter/{PARTNER}/_plats"]),
    st.sampled_from(["", "g", "t"]),
)


@settings(deadline=None, max_examples=80)
@given(st.lists(st.lists(st.one_of(CELL, CELL, NAMED, TIME, PLACE), min_size=1, max_size=3).map(dict), max_size=10))
def test_det_som_hanvisningar_sager_annorlunda_efter_en_andring_hittas_utan_att_lasa_alla(edits):
    doc = document()
    figures(doc).all()
    for edit in edits:
        before, doc = doc, doc.replace(edit)
        was, now = (References(Document(one.mall, one.values)).by_key for one in (before, doc))
        differ = {key: (was.get(key), now.get(key)) for key in was | now if was.get(key) != now.get(key)}
        assert {key: ways for key, *ways in changed(before, doc)} == {key: [*ways] for key, ways in differ.items()}


def test_en_rad_som_tagits_bort_syns_som_en_hanvisning_utan_mal_och_kommer_tillbaka():
    gone = EXAMPLE.replace({"budget/lon/processledare/_plats": ""})
    assert References(gone).resolve("rad/lon/processledare") is None
    assert says("[[rad/lon/processledare]]", gone) == "[[rad/lon/processledare]]"
    back = gone.replace({"budget/lon/processledare/_plats": "i"})
    assert says("[[rad/lon/processledare]]", back) == "325 000 kr"


@pytest.mark.parametrize("key", ["", "borta", "rad/lon", "tabell/rekvirera/fk", "lokus/3", "part/finnsinte"])
def test_det_som_inte_finns_pekar_ingenstans(key):
    references = References(EXAMPLE)
    assert references.resolve(key) is None
    assert references.label(key) == ""


def test_en_tom_ansokan_erbjuder_bara_summorna_och_de_namn_som_finns():
    keys = {reference.key.split("/")[0] for reference in References(document())}
    assert keys == {"total", "tabell", "grupp", "part"}


def test_rader_utan_belopp_eller_utan_namn_erbjuds_inte():
    assert not [one for one in References(with_values({f"{LON}/belopp/{OWNER}": "5"})) if one.key.startswith("rad/")]
    named = with_values({f"{LON}/benamning": "Projektassistent", f"{LON}/belopp/{OWNER}": "5"})
    assert [one.label for one in References(named) if one.key.startswith("rad/")] == ["Projektassistent"]


def test_en_hanvisning_sager_vad_den_ar():
    references = References(EXAMPLE)
    assert references.label("tabell/rekvirera") == "totalt från Samordningsförbundet"
    assert references.label("insatstid") == "insatstiden"
    assert references.label("lokus/2") == "LOKUS-möte 2"
    assert references.label("part/alvkarleby") == "huvudinsatsägare"
    assert references.label("part/fk") == "samverkanspart 3"


def test_rader_med_samma_namn_i_tva_tabeller_gar_att_skilja_at():
    rent = {f"budget/{table}lokal/lokalhyra/belopp/{OWNER}": "7" for table in ("", "egenfinansiering/")}
    labels = [one.label for one in References(with_values(rent))]
    assert "Lokalhyra" in labels
    assert "Lokalhyra, egenfinansiering" in labels
    assert len(labels) == len(set(labels))


def test_beloppet_i_en_text_hittar_sina_siffror_i_budgeten_det_mest_allmanna_forst():
    keys = [one.key for one in References(EXAMPLE).for_amount(42_000)]
    assert keys[0] == "tabell/egenfinansiering"
    assert "rad/egenfinansiering/lokal/lokalhyra" in keys


@pytest.mark.parametrize("kronor", [0, 1, 354_999, -355_000])
def test_ett_belopp_som_inte_finns_i_budgeten_hittar_inget(kronor):
    assert References(EXAMPLE).for_amount(kronor) == ()


def test_ett_formular_utan_budget_har_anda_hanvisningar():
    mall = load_malls()["nulagesanalys"]
    assert all(one.kronor is None for one in References(Document(mall, {})))


names = st.text(alphabet="abcåäö []|*#\n", max_size=20)


@settings(deadline=None, max_examples=60)
@given(st.dictionaries(st.sampled_from([OWNER, PARTNER]), names), names, st.integers(-(10**9), 10**9))
def test_varje_hanvisning_gar_att_skriva_i_en_text_och_blir_just_det_den_sager(organisations, label, kronor):
    values = {f"insatsagare/{OWNER}/organisation": organisations.get(OWNER, "")}
    values |= {f"samverkansparter/{PARTNER}/organisation": organisations.get(PARTNER, "")}
    references = References(with_values(values | {f"{LON}/benamning": label, f"{LON}/belopp/{OWNER}": str(kronor)}))
    for one in references:
        assert REFERENCE.fullmatch(one.token)
        shown = plain(f"a {one.token} b", references.resolve)
        assert re.sub(r"\s+", " ", shown) == re.sub(r"\s+", " ", f"a {one.text} b")
