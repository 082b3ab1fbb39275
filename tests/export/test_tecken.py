"""The letters that the paper has: the tables of them are the typefaces' own, and every other letter is told by Granska (G55)."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument

from finsam_forms.core.glyphs import GLYPHS, MISSING, NAMES, RANGES, lacking, printable, signs_of
from finsam_forms.export.pdf.page import BOLD, FACES, ITAL, REG
from finsam_forms.export.pdf.typeface import SECOND
from finsam_forms.export.stamp import Stamp
from tests.builder import worked_example
from tests.export import printing
from tests.export.pdf.heard import heard

PEOPLE = {
    "skoltsamiska": "Ǩeâđđ Ǥuuđâs",
    "hausa": "Ƙasim Ƴar’aduwa",
    "kazakiska": "Әйгерім Қайратқызы Ғ Ҳ Ӡ",
    "armeniska": "Արամ Խաչատրյան",
    "georgiska": "შოთა რუსთაველი",
    "vietnamesiska": "Nguyễn Thị Ánh",
    "grekiska": "Νίκος Καζαντζάκης",
}


def glyphs(face):
    """The letters that have a glyph of their own in a typeface: the first glyph is the empty box."""
    return {chr(sign) for sign, glyph in face.charToGlyph.items() if glyph}


@pytest.mark.parametrize("face", FACES)
def test_tabellerna_ar_typsnittens(face):
    font = pdfmetrics.getFont(face)
    assert glyphs(font.face) == set(signs_of(RANGES))
    assert glyphs(font.second.face) - glyphs(font.face) == set(signs_of(NAMES))


@pytest.mark.parametrize("face", (REG, BOLD, ITAL))
def test_ett_namn_i_tva_typsnitt_ar_sa_brett_som_dess_bokstaver(face):
    """Nothing runs over the edge of its column because one letter is of another typeface."""
    font = pdfmetrics.getFont(face)
    for name in PEOPLE.values():
        own = sum(
            (font if ord(letter) in font.face.charToGlyph else font.second).face.getCharWidth(ord(letter))
            for letter in name
        )
        assert pdfmetrics.stringWidth(name, face, 1000) == pytest.approx(own)


@pytest.mark.parametrize("face", FACES)
def test_varje_bokstav_ritas_med_en_bild_av_den(face):
    """None with the empty box that is the first glyph of each typeface."""
    font, paper = pdfmetrics.getFont(face), PDFDocument()
    letters = "".join(sorted(GLYPHS - {"\n"}))
    drawn = ""
    for subset, codes in font.splitString(letters, paper):
        own = font.second if subset >= SECOND else font
        signs = [own.state[paper].subsets[subset % SECOND][code] for code in codes]
        assert all(own.face.charToGlyph[sign] for sign in signs)
        drawn += "".join(map(chr, signs))
    assert drawn == letters.replace("\u00a0", " ")


@pytest.mark.parametrize("name", PEOPLE.values(), ids=PEOPLE)
def test_ett_namn_star_i_sin_helhet_pa_papperet_och_hors(name):
    values = {"samverkansparter/af/kontaktperson": name, "finansiering": f"**{name}** och *{name}*, {name}"}
    paper = printing.pdf(worked_example().replace(values), Stamp("2026-11-23 14:00"))
    tree, _ = heard(paper)
    assert " ".join(tree.text.split()).count(name) >= 4
    fonts = [one for page in PdfReader(io.BytesIO(paper)).pages for one in page["/Resources"]["/Font"].values()]
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Åäö ÉéÜüßØøÆæ", "Åäö ÉéÜüßØøÆæ"),
        ("ﬁ", "ﬁ"),
        ("Ǩ", "Ǩ"),
        ("漢字", "□□"),
        ("😀", "□"),
        ("👍🏽", "□□"),
        ("a\u0349", "a\u0349"),
        ("a\u1ab0", "a"),
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
