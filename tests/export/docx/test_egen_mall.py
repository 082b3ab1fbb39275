"""A förbund's own Word file: filled with the answers, read by nobody's code, and wrong in a sentence that names what is wrong."""

import io
import zipfile

import docx
import pytest
from docx.shared import Mm

from finsam_forms.cli import main
from finsam_forms.export.formats import DOCX, Order, Unmade
from finsam_forms.export.stamp import Stamp
from finsam_forms.incoming.readers import read_file
from tests.builder import worked_example
from tests.export.docx.seen import W, as_pdf, audited, own_faults, parts_of, squeezed, tree_of, validated, words_of

AT = "2026-11-23 14:00"
EXAMPLE = worked_example()


def template(*paragraphs, change=lambda document: None):
    """A file as Word would have saved it, with these paragraphs."""
    document, out = docx.Document(), io.BytesIO()
    document.add_heading("Vår egen mall", 1)
    for text in paragraphs:
        document.add_paragraph(text)
    change(document)
    document.save(out)
    return out.getvalue()


def filled(data, document=EXAMPLE, stamp=None):
    return DOCX.make(Order(document=document, stamp=stamp or Stamp(AT), template=data))


def seen(data, document=EXAMPLE, stamp=None):
    return words_of(tree_of(filled(data, document, stamp)))


def test_ord_star_mitt_i_en_mening():
    said = seen(template("Insatsen {{ namn }} ({{forbund}}, {{ lage }}) börjar {{ insatstid_start }}."))
    assert (
        f"Insatsen {EXAMPLE.title} (Samordningsförbundet Uppsala län, Utkast, skrivs inte under) börjar 2021-04-01."
        in said
    )


def test_en_plats_som_ar_delad_i_flera_bitar_fylls():
    """Word parts a word wherever somebody has stopped to think; the look is that of its first letter."""

    def parted(document):
        paragraph = document.add_paragraph("Före ")
        for piece, bold in (("{", True), ("{ na", False), ("mn ", False), ("}", True), ("} efter", False)):
            paragraph.add_run(piece).bold = bold

    tree = tree_of(filled(template(change=parted)))
    assert f"Före {EXAMPLE.title} efter" in words_of(tree)
    (run,) = [one for one in tree.iter(f"{W}r") if (one.findtext(f"{W}t") or "") == EXAMPLE.title]
    assert run.find(f"{W}rPr/{W}b") is not None


@pytest.mark.parametrize(
    "name", ["syfte", "mal", "budget", "insatsagare", "huvud", "underskrifter", "tidplan", "lokus", "metod"]
)
def test_ett_svar_star_i_ett_eget_stycke(name):
    said, plain = (squeezed(seen(template(f"{{{{ {one} }}}}", "Efter."))) for one in (name, "lage"))
    assert len(said) > len(plain) + 30
    assert said.endswith("Efter.") and "{{" not in said


@pytest.mark.long
def test_i_tabellens_ruta_i_sidhuvudet_och_pa_liggande_sidor(tmp_path):
    def places(document):
        table = document.add_table(1, 2)
        table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Dnr {{ diarienummer }}", "{{ syfte }}"
        document.sections[0].header.paragraphs[0].text = "{{ namn }}, {{ formular }}"
        section = document.add_section()
        section.page_width, section.page_height = Mm(297), Mm(210)
        document.add_paragraph("{{ budget }}")

    file = tmp_path / "egen.docx"
    file.write_bytes(
        filled(template("{{ underskrifter }}", change=places), EXAMPLE.replace({"diarienummer": "2027:3"}))
    )
    data = file.read_bytes()
    assert "Dnr 2027:3" in words_of(tree_of(data))
    header = next(name for name in parts_of(data) if name.startswith("word/header"))
    assert words_of(tree_of(data, header)) == f"{EXAMPLE.title}, Ansökan samverkansinsats"
    wide = [sum(int(one.get(f"{W}w")) for one in table.iter(f"{W}gridCol")) for table in tree_of(data).iter(f"{W}tbl")]
    assert max(wide) > 12_000
    assert own_faults(data) == []
    assert audited(file) == []
    assert as_pdf(file, tmp_path).startswith(b"%PDF")
    assert validated(file) == []


def test_en_lang_rubrik_over_en_smal_spalt_star_over_hela_tabellen():
    """On a small upright page the column of labels is narrow, and a title of five lines would be higher than the rows under it."""

    def small(document):
        section = document.sections[0]
        section.page_width, section.page_height = Mm(148), Mm(210)
        section.left_margin = section.right_margin = Mm(28)

    for change, alone in ((small, True), (lambda document: None, False)):
        data = filled(template("{{ budget }}", change=change))
        row = next(one for one in tree_of(data).iter(f"{W}tr") if "Kostnader att rekvirera" in words_of(one))
        assert (len(row.findall(f"{W}tc")) == 1) == alone
        assert row.find(f"{W}trPr/{W}tblHeader") is not None
        assert own_faults(data) == []
        found = read_file(data, {EXAMPLE.mall.id: EXAMPLE.mall})
        assert {path for path, text in found.values.items() if text != found.base.get(path, "")} == set()
        assert (found.unplaced, found.doubts, found.said) == ((), (), ())


@pytest.mark.parametrize("name", ["syfte", "budget", "underskrifter"])
def test_mallens_rubrik_star_pa_samma_sida_som_det_som_fylls_i(name):
    """The line between them, that can't be seen, stays with what comes after it."""
    body = tree_of(filled(template(f"{{{{ {name} }}}}"))).find(f"{W}body")
    after = body[[words_of(one) for one in body].index("Vår egen mall") + 1]
    assert words_of(after) == "" and after.find(f"{W}pPr/{W}keepNext") is not None


def test_mallens_egna_rubriker_gar_fore_vara():
    data = filled(template("{{ metod }}"))
    styles = {
        one.get(f"{W}styleId"): one.find(f"{W}name").get(f"{W}val")
        for one in tree_of(data, "word/styles.xml").iter(f"{W}style")
    }
    assert len({name.lower() for name in styles.values()}) == len(styles)
    used = {styles[one.get(f"{W}val")].lower() for one in tree_of(data).iter(f"{W}pStyle")}
    assert {"body text", "list bullet", "heading 2"} <= used


def test_det_som_nagon_har_skrivit_ar_ingen_plats_att_fylla():
    said = seen(
        template("{{ namn }}", "{{ syfte }}"),
        EXAMPLE.replace({"insatsens_namn": "{{ budget }}", "syfte": "{{ mal }} {{ 1+1 }}"}),
    )
    assert "{{ mal }} {{ 1+1 }}" in said and "Kostnader" not in said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{{ syffte }}", "Menas {{ syfte }}?"),
        ("{{ ''.__class__ }}", "{{ ''.__class__ }}, som inte finns"),
        ("{{ namn|upper }}", "{{ namn|upper }}, som inte finns"),
        ("Syftet: {{ syfte }}", "{{ syfte }} bland annan text"),
    ],
)
def test_det_som_ar_fel_sags_med_sitt_namn(text, told):
    with pytest.raises(Unmade, match="Word-mall") as trouble:
        filled(template(text))
    assert told in str(trouble.value)


@pytest.mark.parametrize("data", [b"PK", b"ingen zip", b""[:0] + b"\x00" * 500])
def test_en_mall_som_inte_gar_att_lasa_sags(data):
    with pytest.raises(Unmade, match="går inte att läsa"):
        filled(data)


def test_en_zip_som_inte_ar_word():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("a.txt", "b")
    with pytest.raises(Unmade, match="går inte att läsa"):
        filled(out.getvalue())


def test_en_del_gors_som_vanligt():
    data = DOCX.make(Order(document=EXAMPLE, stamp=Stamp(AT), part="text", template=template("{{ namn }}")))
    assert "Vår egen mall" not in words_of(tree_of(data))


def test_en_tom_blankett_har_linjer_att_skriva_pa():
    said = seen(
        template("Namn: {{ namn }}"), stamp=Stamp(AT, "blankett"), document=EXAMPLE.replace({"insatsens_namn": ""})
    )
    assert "Namn: ____" in said


def test_mallen_ligger_bredvid_forbundets_egna_formular(tmp_path, capsysbinary):
    """The page and the command take it from the same folder."""
    (tmp_path / "mallar").mkdir()
    (tmp_path / "mallar" / "ansokan.docx").write_bytes(template("Vår {{ namn }}"))
    assert main(["exempel", "--data", str(tmp_path)]) == 0
    capsysbinary.readouterr()
    assert main(["export", "1", "--format", "docx", "--data", str(tmp_path)]) == 0
    assert f"Vår {EXAMPLE.title}" in words_of(tree_of(capsysbinary.readouterr().out))
    (tmp_path / "mallar" / "ansokan.docx").write_bytes(template("{{ nman }}"))
    assert main(["export", "1", "--format", "docx", "--data", str(tmp_path)]) == 1
    assert "Menas {{ namn }}?" in capsysbinary.readouterr().err.decode()
