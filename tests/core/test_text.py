"""Light markup, merging two writers' words, row positions, shares and addresses."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finsam_forms.core.email import read_email
from finsam_forms.core.markup import Bullets, Heading, Numbers, Paragraph, blocks, plain, tidy_typed
from finsam_forms.core.merge import merge, word_diff
from finsam_forms.core.percent import format_percent, read_percent
from finsam_forms.core.position import between, spread

words = st.lists(st.sampled_from(["en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta"]), max_size=30)


def test_stycken_listor_och_rubriker():
    kinds = [type(block) for block in blocks("Ett\nrad två\n\n## Rubrik\n\n- a\n- b\n\n3. c\n4. d")]
    assert kinds == [Paragraph, Heading, Bullets, Numbers]
    assert blocks("3. c\n4. d")[0].start == 3


def test_fet_och_kursiv():
    runs = blocks("Hej **du** *nu*")[0].runs
    assert [(run.text, run.bold, run.italic) for run in runs] == [
        ("Hej ", False, False), ("du", True, False), (" ", False, False), ("nu", False, True),
    ]  # fmt: skip


def test_levande_belopp_foljer_sin_kalla_och_dott_visas_som_skrivet():
    now = {"total": "5 kr"}.get
    assert plain("Summa [[total]] och [[borta]].", now) == "Summa 5 kr och [[borta]]."


@pytest.mark.parametrize(
    "pasted", ["•\tett\n•\ttvå", "·  ett\n·  två", "o\tett\no\ttvå", "\uf0b7 ett\n\uf0b7 två"], ids=repr
)
def test_punkter_ur_word_blir_en_lista(pasted):
    assert tidy_typed(pasted) == "- ett\n- två"


@given(st.text())
def test_stadning_av_det_skrivna_kan_goras_om_utan_att_andra_mer(typed):
    assert tidy_typed(tidy_typed(typed)) == tidy_typed(typed)


@settings(deadline=2000)
@given(st.text(alphabet="*_[]()-#.1> \n`!a", max_size=400))
def test_ingen_text_far_tolkningen_att_ga_sonder(text):
    plain(text, lambda key: None)


def test_fientlig_text_ar_snabb():
    for hostile in ("*" * 20_000, "- " * 20_000, "[[" * 20_000, "> " * 5_000, "1. " * 5_000):
        blocks(hostile, lambda key: None)


def test_tva_som_skriver_i_var_sin_ande_far_med_allt():
    assert merge("en två tre", "EN två tre", "en två TRE") == "EN två TRE"


def test_samma_ord_andrat_av_bada_blir_ett_val():
    assert merge("en två tre", "en 2 tre", "en ii tre") is None


@given(words, words, words)
def test_sammanslagning_ar_rattvis_och_tappar_inga_ord(base, mine, theirs):
    base, mine, theirs = (" ".join(part) for part in (base, mine, theirs))
    merged = merge(base, mine, theirs)
    assert merge(base, theirs, mine) == merged
    if merged is not None:
        # A new word of either is in the merged text.
        for text in (mine, theirs):
            assert set(text.split()) - set(base.split()) <= set(merged.split())
        assert merge(mine, mine, merged) == merged


@given(words, words)
def test_orord_text_tar_den_andras_andring(base, theirs):
    base, theirs = " ".join(base), " ".join(theirs)
    assert merge(base, base, theirs) == theirs


@given(words, words)
def test_skillnaden_ord_for_ord_ger_bada_texterna_tillbaka(old, new):
    old, new = " ".join(old), " ".join(new)
    parts = word_diff(old, new)
    assert "".join(part.text for part in parts if part.kind != "added") == old
    assert "".join(part.text for part in parts if part.kind != "removed") == new


@given(st.lists(st.integers(0, 10_000), max_size=150))
def test_rader_kan_alltid_skjutas_in_mellan_tva_andra(places):
    keys: list[str] = []
    for place in places:
        n = place % (len(keys) + 1)
        keys.insert(n, between(keys[n - 1] if n else None, keys[n] if n < len(keys) else None))
    assert keys == sorted(set(keys))
    assert not any(key.endswith("0") for key in keys)


def test_nycklarna_halls_korta():
    keys = spread(500)
    assert keys == sorted(set(keys))
    assert max(map(len, keys)) <= 4
    last = None
    for _ in range(200):
        last = between(last, None)
    assert len(last) < 50


@given(st.integers(-1_000_000, 1_000_000))
def test_procent_som_visas_gar_att_lasa_igen(value):
    assert read_percent(format_percent(value)).value == value


@pytest.mark.parametrize("typed", ["75", "75 %", "75,0", "75%"])
def test_procent_som_man_skriver_dem(typed):
    assert read_percent(typed).value == 7_500


@pytest.mark.parametrize(
    ("typed", "fixed"),
    [
        ("namn @kommun.example", "namn@kommun.example"),
        ("namn@gmail.gm", "namn@gmail.com"),
        ("namn@kommun,se", "namn@kommun.se"),
    ],
)
def test_felskriven_adress_far_ett_forslag(typed, fixed):
    assert fixed in [one.value for one in read_email(typed).problem.suggestions]


@pytest.mark.parametrize("typed", ["namn", "a@b", "a@x.example, b@x.example", "@x.se"])
def test_det_som_inte_ar_en_adress(typed):
    assert read_email(typed).problem


def test_adress_under_example_godtas():
    assert read_email(" namn@kommun.example ").value == "namn@kommun.example"
