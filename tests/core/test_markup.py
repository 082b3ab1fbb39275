"""Long texts: what is marked up is seen, and all else stays as it was written."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finsam_forms.core.markup import (
    Bullets,
    Heading,
    Numbers,
    Paragraph,
    Run,
    blocks,
    plain,
    tidy_typed,
    words,
)
from tests.steps import steps

PASTED = "\n".join(
    f"Rad {number}: <b>A & B</b> \\ _c_ #{number} 2*3*4 [x](y) `z` ~ | > & &amp; ^" for number in range(40)
)
LITERAL = [
    "a < b & c > d", "&amp; &lt;", "<script>alert(1)</script>", "snake_case_namn och _understruket_", "# 1 i länet",
    "### tre", "##utan mellanrum", "#lokus", "2021. Ett bra år", "1) först", "+ 5 procent", "* ett", "-5 grader", "-",
    "---", "===", "> citat", "`kod`", "[länk](http://x.se)", "![bild](x)", "5*3*2 = 30", "12*27083 och 3*4", "a * b * c",
    "**", "****", "Fotnot* och en till*", "~~struken~~", "| a | b |", "C:\\mapp\\*", "[[Inte en nyckel]]", "[[total", "½ – ”x” …",
    "http://x.se/a_b_c", PASTED,
]  # fmt: skip


def said(text):
    """A block's kind and words, short enough to stand in a table."""
    found = []
    for block in blocks(text):
        items = block.items if isinstance(block, Bullets | Numbers) else (block.runs,)
        found.append((type(block).__name__, ["".join(run.text for run in runs) for runs in items]))
    return found


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Ett\nrad två\n\nTvå", [("Paragraph", ["Ett\nrad två"]), ("Paragraph", ["Två"])]),
        ("## Mål\nText", [("Heading", ["Mål"]), ("Paragraph", ["Text"])]),
        ("Text\n## Mål", [("Paragraph", ["Text"]), ("Heading", ["Mål"])]),
        ("- a\n- b", [("Bullets", ["a", "b"])]),
        ("- a\n\n- b", [("Bullets", ["a", "b"])]),
        ("- a\n  - under", [("Bullets", ["a", "under"])]),
        ("- a\n  fortsätter", [("Bullets", ["a\nfortsätter"])]),
        ("- a\nEfter listan", [("Bullets", ["a"]), ("Paragraph", ["Efter listan"])]),
        ("Målen är:\n- a", [("Paragraph", ["Målen är:"]), ("Bullets", ["a"])]),
        ("1. a\n2. b", [("Numbers", ["a", "b"])]),
        ("- a\n1. b", [("Bullets", ["a"]), ("Numbers", ["b"])]),
        ("- 1. a", [("Bullets", ["1. a"])]),
        ("- a\n- ", [("Bullets", ["a"])]),
        ("- ", []),
        ("", []),
        (" \n\t\n", []),
    ],
    ids=repr,
)
def test_stycken_listor_och_rubriker(text, kinds):
    assert said(text) == kinds


def test_en_lista_borjar_dar_den_borjar():
    assert blocks("3. c\n4. d") == (Numbers(((Run("c"),), (Run("d"),)), start=3),)


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Hej **du** *nu*", [Run("Hej "), Run("du", bold=True), Run(" "), Run("nu", italic=True)]),
        ("***båda***", [Run("båda", bold=True, italic=True)]),
        ("**Mål:** text", [Run("Mål:", bold=True), Run(" text")]),
        ("(*minst* 5)", [Run("("), Run("minst", italic=True), Run(" 5)")]),
        ("*5 procent*", [Run("5 procent", italic=True)]),
        ("**två\nrader**", [Run("två", bold=True), Run("\n", bold=True), Run("rader", bold=True)]),
        ("**inte avslutad", [Run("**inte avslutad")]),
    ],
)
def test_fet_och_kursiv(text, runs):
    assert blocks(text) == (Paragraph(tuple(runs)),)


def test_fet_i_rubrik_och_lista():
    assert blocks("## **A**") == (Heading((Run("A", bold=True),)),)
    assert blocks("- *a*") == (Bullets(((Run("a", italic=True),),)),)


@pytest.mark.parametrize("text", LITERAL, ids=lambda text: text[:20])
def test_det_som_bara_liknar_markering_star_kvar_som_det_skrevs(text):
    assert plain(text) == text
    assert all(run == Run(run.text) for block in blocks(text) for run in block.runs)


ordinary = st.text(
    st.characters(exclude_characters="*", exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"]), min_size=1, max_size=60
)


@given(st.lists(ordinary, max_size=8))
def test_text_utan_stjarnor_overlever_tecken_for_tecken(lines):
    marks = re.compile(r"\s*(?:-|##|[0-9]{1,3}\.)(?:\s|$)")
    lines = [line.strip() for line in lines if line.strip() and not marks.match(line)]
    assert re.sub(r"\s", "", plain("\n".join(lines))) == re.sub(r"\s", "", "".join(lines))


NOW = {"total_rekvirera": "355 000 kr", "part/7f3a/namn": "Älvkarleby kommun", "budget/lon/91c2": "325 000 kr"}


def test_levande_belopp_foljer_sin_kalla():
    (paragraph,) = blocks("Vi söker **[[total_rekvirera]]**, varav [[budget/lon/91c2|lön]].", NOW.get)
    assert paragraph.runs == (
        Run("Vi söker "),
        Run("355 000 kr", bold=True, reference="total_rekvirera"),
        Run(", varav "),
        Run("325 000 kr", reference="budget/lon/91c2"),
        Run("."),
    )


@pytest.mark.parametrize(
    "text", ["[[borta]]", "[[borta|lön]]", "[[a_b/c_d]] och [[e]]", "[[Total]]", "[[]]", "[[a//b]]"]
)
def test_ett_levande_belopp_utan_kalla_star_som_det_skrevs(text):
    assert plain(text, NOW.get) == text
    assert plain(text) == text


def test_det_som_ett_levande_belopp_sager_tolkas_inte():
    assert blocks("[[x]]", lambda key: "*5* [[x]] <b>") == (Paragraph((Run("*5* [[x]] <b>", reference="x"),)),)


def test_ord_raknas_utan_markering():
    assert words("## Ett **två**\n- tre\n- fyra fem") == 5
    assert words("") == 0


@pytest.mark.parametrize(
    ("pasted", "tidied"),
    [
        ("•\tett\n•\ttvå", "- ett\n- två"),
        ("· ett\n·\u00a0två", "- ett\n- två"),
        ("o\tett", "- ett"),
        ("–\tett\n—\ttvå\n-\ttre", "- ett\n- två\n- tre"),
        ("\uf0b7\tett\n  \uf0a7 två", "- ett\n- två"),
        ("1)\tett\n2.\ttvå", "1. ett\n2. två"),
        ("– Hej, sade han", "– Hej, sade han"),
        ("1) ett", "1) ett"),
        ("o ja", "o ja"),
        ("ett•två", "ett•två"),
        ("a\r\nb\rc\u2028d\x0be", "a\nb\nc\nd\ne"),
        ("Försäk\u00adrings\u200bkassan\ufeff", "Försäkringskassan"),
        ("a\x00b\x1b\ud800c", "abc"),
        ("kolumn\tkolumn", "kolumn\tkolumn"),
        ("halvskrivet \n ", "halvskrivet \n "),
    ],
    ids=ascii,
)
def test_stadning_av_det_som_skrivs_och_klistras_in(pasted, tidied):
    assert tidy_typed(pasted) == tidied


odd = st.text(alphabet="•·o–-1).\t\n\r \u00ad\u200b\u2028\x0b\x00ab*", max_size=40)


@given(st.text(max_size=80) | odd)
def test_stadningen_ar_klar_pa_en_gang(typed):
    tidied = tidy_typed(typed)
    assert tidy_typed(tidied) == tidied
    tidied.encode()


@given(st.text(alphabet="abcåäö \n,.:0123456789", max_size=80))
def test_stadningen_ror_inte_vanlig_text_och_inte_slutet(typed):
    assert tidy_typed(typed) == typed


@settings(max_examples=200)
@given(st.text(alphabet="*_[]()-#.1> \n\t`!a\\&|", max_size=200) | st.text(max_size=80))
def test_ingen_text_far_tolkningen_att_ga_sonder(text):
    blocks(text)
    plain(text, lambda key: "5")


@pytest.mark.parametrize(
    "hostile",
    [
        "*",
        "**",
        "*a",
        "**a ",
        "a* *b ",
        "***a b",
        "[[",
        "[[a|",
        "- ",
        "- - ",
        "\n- ",
        "> ",
        "1. ",
        "_a",
        " ",
        "\n",
        "## ",
    ],
    ids=repr,
)
def test_fientlig_text_tar_tid_efter_sin_langd_och_inte_mer(hostile):
    def work(times):
        return steps(lambda: blocks(tidy_typed(hostile * times), NOW.get))

    # Eight times the length: some 8 times the work when all is well, 64 times when every sign is held against every other.
    assert work(2_400) < 12 * max(work(300), 100)


def test_en_text_lang_som_en_bok_blir_vanliga_stycken():
    book = "**Ett** ord\n" * 30_000
    assert len(blocks(book)) == 30_000
    assert words(book) == 60_000
