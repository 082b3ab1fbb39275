"""Two people in the same text: nothing that either wrote is lost, and when it can't be told a person chooses."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finsam_forms.core.merge import Part, merge, word_diff
from tests.steps import steps

TABLE = [
    ("var sin ände", "en två tre", "EN två tre", "en två TRE", "EN två TRE"),
    ("samma ord på två sätt", "en två tre", "en 2 tre", "en ii tre", None),
    ("samma ord på samma sätt", "en två tre", "en 2 tre", "en 2 tre", "en 2 tre"),
    ("den ena har inte ändrat", "en två", "en två", "en två tre", "en två tre"),
    ("var sitt stycke", "ett\n\ntvå", "ett a\n\ntvå", "ett\n\ntvå b", "ett a\n\ntvå b"),
    ("var sin rad i en lista", "- a\n- b\n- c", "- A\n- b\n- c", "- a\n- b\n- C", "- A\n- b\n- C"),
    ("båda fyller på i slutet", "en", "en två", "en tre", None),
    ("båda börjar på en tom text", "", "hej", "hopp", None),
    ("den ena tar bort, den andra ändrar där", "en två tre fyra", "en fyra", "en två 3 fyra", None),
    ("den ena tar bort, den andra ändrar längre bort", "en två tre fyra fem", "en tre fyra fem", "en två tre fyra 5",
     "en tre fyra 5"),
    ("samma ord läggs till bredvid sin like", "b c d", "b b c d", "b c D", "b b c D"),
    ("båda gör samma ändring och var sin till", "a b c d e", "A b c D e", "A b C d e", "A b C D e"),
    ("det ena kan stå där det andra står", "a b", "b a b", "a a b", None),
    ("samma ord sköts in runt sin like", "d c d", "d b a c d", "b d c a c d", None),
    ("ett ord till av det som redan står där", "a c d", "d a c c d", "a c d c", None),
    ("orden skulle växa ihop", "en \ntvå tre", "en två tre", "en\ntvå tre", None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "merged"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_tva_andringar_av_en_text(base, mine, theirs, merged):
    assert merge(base, mine, theirs) == merged
    assert merge(base, theirs, mine) == merged


spaces = st.sampled_from([" ", " ", " ", "\n", "  "])
few_words = st.lists(st.tuples(st.sampled_from("abcde"), spaces).map("".join), max_size=15).map("".join)


@given(few_words, few_words, few_words)
def test_sammanslagning_ar_rattvis(base, mine, theirs):
    assert merge(base, mine, theirs) == merge(base, theirs, mine)


@given(few_words, few_words)
def test_den_som_inte_andrat_nagot_far_den_andras_text(base, other):
    assert merge(base, other, base) == other
    assert merge(base, base, other) == other
    assert merge(base, other, other) == other


@st.composite
def two_writers(draw):
    """A text of words that differ, and two edits of it; what either puts in bears the writer's mark."""
    base = [f"ord{number}" for number in range(draw(st.integers(1, 25)))]
    return " ".join(base), edited(draw, base, "min"), edited(draw, base, "din")


def edited(draw, base, mark):
    words = list(base)
    for number in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, len(words)))
        taken = draw(st.integers(0, 2))
        put = [f"{mark}{number}{letter}" for letter in "ab"[: draw(st.integers(0, 2))]]
        words[place : place + taken] = put
    return " ".join(words)


@settings(max_examples=300)
@given(two_writers())
def test_inget_ord_gar_forlorat_och_inget_kommer_tva_ganger(texts):
    base, mine, theirs = texts
    merged = merge(base, mine, theirs)
    if merged is None:
        return
    counts = [Counter(text.split()) for text in (base, mine, theirs, merged)]
    for word in set().union(*counts):
        was, in_mine, in_theirs, now = (count[word] for count in counts)
        expected = min(in_mine, in_theirs) if was else in_mine + in_theirs
        assert now == expected, word


@settings(max_examples=300)
@given(two_writers())
def test_att_sla_ihop_en_gang_till_andrar_inget(texts):
    base, mine, theirs = texts
    merged = merge(base, mine, theirs)
    if merged is not None:
        assert merge(base, mine, merged) in (merged, None)
        assert merge(base, theirs, merged) in (merged, None)


repeated_words = st.text("ab", max_size=14).map(" ".join)


@settings(max_examples=300)
@given(few_words | repeated_words, few_words | repeated_words)
def test_skillnaden_ger_bada_texterna_tillbaka(old, new):
    parts = word_diff(old, new)
    assert "".join(part.text for part in parts if part.kind != "added") == old
    assert "".join(part.text for part in parts if part.kind != "removed") == new
    assert all(part.text for part in parts)


def test_skillnaden_lases_fran_vanster_till_hoger():
    assert word_diff("vi söker pengar nu", "vi söker medel nu") == (
        Part("same", "vi söker "),
        Part("removed", "pengar "),
        Part("added", "medel "),
        Part("same", "nu"),
    )


def long_text(words):
    """Words as often as in Swedish: some stand all over the text, most of them once or twice."""
    random = Random(2003)
    return [f"ord{int(random.paretovariate(0.7))}" for _ in range(words)]


def test_tretusen_ord_slas_ihop_utan_moda():
    base = long_text(3_000)
    mine, theirs = base.copy(), base.copy()
    mine[5], mine[2_990] = "mitt", "också"
    theirs[1_000], theirs[2_000] = "ditt", "med"
    texts = [" ".join(words) for words in (base, mine, theirs)]
    merged = merge(*texts)
    assert all(word in merged.split() for word in ("mitt", "också", "ditt", "med"))
    assert steps(lambda: merge(*texts)) < 200_000


def test_en_lang_text_med_andringar_overallt_haller_isar_dem():
    old = long_text(10_000)
    new = [f"nytt{place}" if place % 500 == 250 else word for place, word in enumerate(old)]
    parts = word_diff(" ".join(old), " ".join(new))
    assert [part.text.strip() for part in parts if part.kind == "added"] == [
        f"nytt{n}" for n in range(250, 10_000, 500)
    ]


def test_samma_ord_tusentals_ganger_haller_inte_maskinen_upptagen():
    base, mine, theirs = "a b " * 5_000, "x " + "b a " * 5_000 + "y", "z " + "a a b " * 4_000 + "w"
    assert steps(lambda: merge(base, mine, theirs)) < 2_000_000
    assert steps(lambda: word_diff(mine, theirs)) < 2_000_000
