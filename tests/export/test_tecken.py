"""The letters that the paper has: the table of them is the typeface's own, and every other letter is told by Granska (G55)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase import pdfmetrics

from finsam_forms.core.glyphs import GLYPHS, MISSING, lacking, printable
from finsam_forms.export.pdf.page import FACES


@pytest.mark.parametrize("face", FACES)
def test_tabellen_ar_typsnittets(face):
    assert set(map(chr, pdfmetrics.getFont(face).face.charToGlyph)) == GLYPHS - {"\n"}


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Åäö ÉéÜüßØøÆæ", "Åäö ÉéÜüßØøÆæ"),
        ("ﬁ", "ﬁ"),
        ("Ǩ", "K\u030c"),
        ("漢字", "□□"),
        ("😀", "□"),
        ("👍🏽", "□□"),
        ("a\u0348", "a"),
        ("a\tb\u2028c", "a b c"),
        ("\uf0b7", "□"),
        ("\U0003fffd", "□"),
        ("Ⅳ", "IV"),
    ],
    ids=ascii,
)
def test_det_som_typsnittet_saknar_syns_som_en_ruta(typed, printed):
    assert printable(typed) == printed


@given(st.text())
def test_det_som_inte_sags_star_pa_papperet(text):
    assert set(printable(text)) <= GLYPHS
    if not lacking(text):
        assert printable(text).count(MISSING) == text.count(MISSING)
