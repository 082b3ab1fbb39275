"""A long text as HTML, the same in the preview, in the view and in the förbund's own text."""

from finsam_forms.core.markup import blocks
from finsam_forms.core.references import References
from finsam_forms.web.prose import prose_html
from tests.builder import worked_example


def html(text, level=3, references=None):
    return prose_html(blocks(text, references.resolve if references else None), level, references)


def test_stycken_listor_och_rubriker():
    text = "## Rubrik\n\nEtt stycke\nmed två rader\n\n- a\n- b\n\n3. c\n4. d"
    assert html(text).split("\n") == [
        "<h3>Rubrik</h3>",
        "<p>Ett stycke<br>med två rader</p>",
        "<ul><li>a</li><li>b</li></ul>",
        '<ol start="3"><li>c</li><li>d</li></ol>',
    ]


def test_fet_och_kursiv_kan_vara_samma_ord():
    assert html("***viktigt*** **fet** *kursiv*") == "<p><b><i>viktigt</i></b> <b>fet</b> <i>kursiv</i></p>"


def test_det_som_skrivs_blir_aldrig_kod():
    assert (
        html("<script>alert(1)</script> & **<b>**")
        == "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; <b>&lt;b&gt;</b></p>"
    )


def test_ett_levande_belopp_sager_vad_det_ar_dar_man_skriver():
    references = References(worked_example())
    found = prose_html(blocks("Vi söker [[tabell/rekvirera]].", references.resolve), 3, references).replace(
        "\u00a0", " "
    )
    assert '<span class="amount"><b>355 000 kr</b> <span>· ' in found
    read = prose_html(blocks("Vi söker [[tabell/rekvirera]].", references.resolve), 3).replace("\u00a0", " ")
    assert read == "<p>Vi söker 355 000 kr.</p>"


def test_rubriker_blir_aldrig_djupare_an_sex():
    assert html("## Djupt", 9) == "<h6>Djupt</h6>"
