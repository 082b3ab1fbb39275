"""Our Word file read back: unchanged it says nothing new; changed by somebody, it says exactly what they changed."""

import io
import json
import subprocess
import time
import zipfile
from contextlib import suppress
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from lxml import etree

from finsam_forms.core.document import Document
from finsam_forms.core.fingerprint import fingerprint
from finsam_forms.export.docx.xml import NAMESPACES
from finsam_forms.export.formats import DOCX, Order
from finsam_forms.export.stamp import Stamp
from finsam_forms.incoming.brought import Refused
from finsam_forms.incoming.compare import compare
from finsam_forms.incoming.readers import read_file
from finsam_forms.incoming.taken import canonical
from tests.builder import MALLS, worked_example
from tests.export.docx.seen import parts_of
from tests.export.docx.test_egen_mall import template
from tests.export.docx.test_giltig import CASES
from tests.others import NO_UNO, SYSTEM_PYTHON, has_uno, untried
from tests.sample import some_of

AT = "2026-11-23 14:00"
EXAMPLE = worked_example()
W = f"{{{NAMESPACES['w']}}}"
ROW = "samverkansparter"
GOAL = next(path for path, text in EXAMPLE.values.items() if text.startswith("Minst 40 personer"))


def written(document=EXAMPLE, **more):
    return DOCX.make(Order(document=document, stamp=more.pop("stamp", Stamp(AT)), draft="1", **more))


def brought(data, document=EXAMPLE):
    return read_file(data, {document.mall.id: document.mall})


def new_in(found):
    """What a file says that the document that it was made from did not."""
    return {path: text for path, text in found.values.items() if text != found.base.get(path, "")}


def nothing_else(found):
    assert (found.unplaced, found.doubts) == ((), ())


def changed(change, data=None):
    """The file with its main part changed. `change`: of the tree, in place."""
    parts, out = parts_of(data or written()), io.BytesIO()
    tree = etree.fromstring(parts["word/document.xml"])
    change(tree)
    with zipfile.ZipFile(out, "w") as package:
        for name, part in (parts | {"word/document.xml": etree.tostring(tree)}).items():
            package.writestr(name, part)
    return out.getvalue()


def holding(tree, words):
    """The run that has these words."""
    return next(one for one in tree.iter(f"{W}r") if any(words in (text.text or "") for text in one.findall(f"{W}t")))


def rewritten(old, new, data=None):
    def change(tree):
        for text in holding(tree, old).findall(f"{W}t"):
            text.text = text.text.replace(old, new)

    return changed(change, data)


def w(xml):
    return etree.fromstring(f'<x xmlns:w="{NAMESPACES["w"]}">{xml}</x>')[0]


# Unchanged.


@pytest.mark.parametrize("name", some_of(CASES))
def test_det_som_ingen_har_andrat_sager_inget_nytt(name):
    order = CASES[name]
    found = brought(DOCX.make(order), order.document)
    assert new_in(found) == {} and found.said == ()
    nothing_else(found)
    # As the program stores it: what no person can have typed is not there.
    stored = Document(order.document.mall, canonical(order.document.mall, order.document.values))
    found = brought(DOCX.make(replace(order, document=stored)), stored)
    assert compare(found, stored, order.draft).differences == ()


def test_filen_sager_vad_den_ar_gjord_av():
    found = brought(written())
    assert (found.form, found.form_mark, found.draft) == ("ansokan", EXAMPLE.mall.fingerprint, "1")
    assert found.fingerprint == fingerprint(EXAMPLE).sha256
    assert found.base == {path: text for path, text in EXAMPLE.values.items() if text and not path.startswith("_")}


def test_det_som_gruppen_skriver_for_sig_foljer_inte_med():
    found = brought(written(EXAMPLE.replace({"_notes/syfte/n1/text": "hemligt"})))
    assert "hemligt" not in str(found)


# Changed, one thing at a time.


@pytest.mark.parametrize(
    ("old", "new", "path", "text"),
    [
        ("Vägen in – processledare", "Vägen ut", "insatsens_namn", "Vägen ut för samverkan i Älvkarleby"),
        ("Sektionschef, Norduppland", "Enhetschef", f"{ROW}/af/kontaktperson", "Enhetschef"),
        ("211231", "211130", "budget/lon/processledare/till", "211130"),
        (
            "Diskuterad i LOKUS",
            "Behandlad i LOKUS",
            "lokus/kommentar",
            "Behandlad i LOKUS 2020-11-16. Reviderad och godkänd i LOKUS 2021-01-20.",
        ),
        ("Minst 40 personer har fått", "Minst 50 personer har fått", "ett mål", None),
        ("2021-04-01\u00a0– 2021-06-30", "2021-04-02 – 2021-06-29", "tidplan/q2/fran", "2021-04-02"),
    ],
    ids=lambda value: str(value)[:24],
)
def test_ett_andrat_svar(old, new, path, text):
    path = GOAL if path == "ett mål" else path  # its id is another each time
    found = brought(rewritten(old, new))
    assert path in new_in(found) and all(one.startswith(path.rpartition("/")[0]) for one in new_in(found))
    if text is not None:
        assert new_in(found)[path] == text
    nothing_else(found)


def in_cell(document, words, new):
    """The first cell that says this and nothing else, written over."""

    def change(tree):
        texts = [
            one
            for one in tree.iter(f"{W}t")
            if one.text == words and next(one.iterancestors(f"{W}tc"), None) is not None
        ]
        next(one for one in texts if len(next(one.iterancestors(f"{W}tr"))) > 4).text = new

    return brought(changed(change, written(document)), document)


@pytest.mark.parametrize(
    ("unit", "old", "typed", "read"),
    [
        ("kr", "30\u00a0000", "40 000", "40 000"),
        ("tkr", "30", "40,5", "40,5 tkr"),
        ("tkr", "30", "40 500 kr", "40 500 kr"),
    ],
)
def test_ett_belopp_ar_i_tabellens_enhet(unit, old, typed, read):
    document = EXAMPLE.replace({"budget/enhet": unit})
    assert new_in(brought(written(document), document)) == {}
    assert new_in(in_cell(document, old, typed)) == {"budget/ovrigt/inkopta_utredningar/belopp/alvkarleby": read}


def test_en_ruta_som_kryssas_med_ett_x():
    def change(tree):
        for sign, new in (("☑", "☐"), ("☐", "x")):
            next(one for one in tree.iter(f"{W}t") if one.text == sign).text = new
        signs = [one for one in tree.iter(f"{W}t") if one.text in ("☐", "x")]
        signs[0].text, signs[1].text = "☐", "x"

    assert new_in(brought(changed(change))) == {"lokus": "nej"}


def test_fetstil_listor_och_rubriker_blir_programmets_egna():
    def change(tree):
        holding(tree, "Ansökan är framtagen").insert(0, w("<w:rPr><w:b/></w:rPr>"))
        bullet = holding(tree, "ta emot önskemål").getparent()
        bullet.find(f"{W}pPr").getparent().remove(bullet.find(f"{W}pPr"))
        bullet.insert(0, w('<w:pPr><w:pStyle w:val="Rubrik3"/></w:pPr>'))

    found = new_in(brought(changed(change)))
    assert found["forankring"].startswith("**Ansökan är framtagen")
    assert "\n\n## ta emot önskemål" in found["metod"] and "\n\n- leda de gemensamma" in found["metod"]


def test_ett_levande_belopp_lever_tills_nagon_skriver_over_det():
    same = new_in(brought(rewritten("Insatsen söker totalt", "Vi söker")))
    assert same["finansiering"].startswith("Vi söker [[tabell/rekvirera]]. Av det är [[")
    over = new_in(brought(rewritten("355\u00a0000\u00a0kr", "360 000 kr", changed(remove_head_amounts))))
    assert over["finansiering"].startswith("Insatsen söker totalt 360 000 kr. Av det är [[")


def remove_head_amounts(tree):
    """Where the sum stands by itself, so that the words in the text are the first that are found."""
    for one in [one for one in tree.iter(f"{W}r") if one.findtext(f"{W}t") == "355\u00a0000\u00a0kr"]:
        if one.getparent().findall(f"{W}r") == [one]:
            one.getparent().remove(one)


# Changes that nobody has accepted, comments, text in controls.


def test_sparade_andringar_galler_som_godkanda_och_det_sags():
    def change(tree):
        run = holding(tree, "Diskuterad i LOKUS")
        paragraph = run.getparent()
        gone = etree.tostring(run).decode().replace("w:t ", "w:delText ").replace("w:t>", "w:delText>")
        attributes = 'w:id="90001" w:author="Karin" w:date="2026-11-24T10:00:00Z"'
        place = paragraph.index(run)
        paragraph.remove(run)
        paragraph.insert(place, w(f"<w:del {attributes}>{gone}</w:del>"))
        paragraph.insert(
            place + 1, w(f"<w:ins {attributes.replace('90001', '90002')}><w:r><w:t>Nytt</w:t></w:r></w:ins>")
        )
        control = (
            "<w:sdt><w:sdtContent><w:r><w:t xml:space='preserve'> i en kontroll</w:t></w:r></w:sdtContent></w:sdt>"
        )
        paragraph.append(w(control))
        paragraph.append(w("<w:smartTag w:element='x'><w:r><w:t>.</w:t></w:r></w:smartTag>"))

    found = brought(changed(change))
    assert new_in(found) == {"lokus/kommentar": "Nytt i en kontroll."}
    assert found.said == ("Filen har spårade ändringar. Texten gäller som om alla är godkända.",)
    nothing_else(found)


def test_en_borttagen_rad_och_ett_borttaget_radslut_som_inte_ar_godkanda():
    attributes = 'w:id="90001" w:author="Karin"'

    def change(tree):
        row = next(holding(tree, "Region Uppsala").iterancestors(f"{W}tr"))
        row.find(f"{W}trPr").append(w(f"<w:del {attributes}/>"))
        paragraph = holding(tree, "Vid nulägesanalysen 2020").getparent()
        paragraph.find(f"{W}pPr").append(w(f"<w:rPr><w:del {attributes}/></w:rPr>"))

    found = new_in(brought(changed(change)))
    assert found.pop("bakgrund").count("\n\n") == EXAMPLE.text("bakgrund").count("\n\n") - 1
    assert found == {f"{ROW}/region/_plats": ""}


def test_kommentarer_kommer_med_till_sitt_avsnitt():
    document = docx.Document(io.BytesIO(written()))
    paragraph = next(one for one in document.paragraphs if one.text.startswith("Syftet är att"))
    document.add_comment(paragraph.runs, text="Är det rätt?\nSe efter.", author="Karin Ek", initials="KE")
    cell = next(cell for table in document.tables for row in table.rows for cell in row.cells if cell.text == "Resor")
    document.add_comment(cell.paragraphs[0].runs, text="För mycket", author="Bo", initials="B")
    out = io.BytesIO()
    document.save(out)
    found = brought(out.getvalue())
    assert new_in(found) == {}
    assert [(one.path.split("/")[0], one.author, one.text) for one in found.comments] == [
        ("syfte", "Karin Ek", "Är det rätt?\nSe efter."),
        ("budget", "Bo", "För mycket"),
    ]


def test_en_kommentar_over_flera_avsnitt_ar_en_och_en_i_en_textruta_forsvinner_inte():
    document, out = docx.Document(io.BytesIO(written())), io.BytesIO()
    first, last = (
        next(one for one in document.paragraphs if one.text.startswith(words))
        for words in ("Syftet är att", "Vid nulägesanalysen")
    )
    document.add_comment([first.runs[0], last.runs[-1]], text="Är det rätt?", author="Karin Ek")
    document.add_comment(last.runs, text="I en ruta", author="Bo")
    for one in [one for one in document.element.body.iter() if one.get(f"{W}id") == "1" and "comment" in one.tag]:
        one.getparent().remove(one)
    document.save(out)
    assert brought(out.getvalue()).comments == (("syfte", "Karin Ek", "Är det rätt?"), ("", "Bo", "I en ruta"))


# What has no place, and what can't be known.


def test_det_som_inte_har_nagon_plats_sags():
    def change(tree):
        after = holding(tree, "Lagar och förordningar").getparent()
        after.addnext(w("<w:p><w:r><w:t>Ett eget villkor.</w:t></w:r></w:p>"))
        total = holding(tree, "397\u00a0000\u00a0kr").find(f"{W}t")
        total.text = "400 000 kr"

    found = brought(changed(change))
    assert new_in(found) == {}
    assert [one.words for one in found.unplaced] == ["Ett eget villkor."] and "Överenskommelse" in found.unplaced[
        0
    ].where
    assert "400 000 kr" in found.said[0]


def test_en_borttagen_rubrik_fragas_det_om():
    def change(tree):
        heading = holding(tree, "Beskriv målgrupp").getparent()
        heading.getparent().remove(heading)

    found = brought(changed(change))
    assert "malgrupp" not in found.values
    assert any("rubrik" in one.sentence for one in found.doubts)


def test_en_rubrik_vars_bokmarke_ar_borta_kanns_igen_pa_orden():
    def change(tree):
        for tag in ("bookmarkStart", "bookmarkEnd"):
            for one in list(tree.iter(f"{W}{tag}")):
                if next(one.iterancestors(f"{W}tc"), None) is None:
                    one.getparent().remove(one)

    found = brought(changed(change))
    assert set(new_in(found)) <= {"finansiering"}  # its amounts are words now
    assert {"syfte", "bakgrund", "metod", "malgrupp"} <= found.values.keys()


def test_en_rad_vars_bokmarken_ar_borta_kanns_igen_pa_orden():
    def change(tree):
        row = next(holding(tree, "Sektionschef, Norduppland").iterancestors(f"{W}tr"))
        for tag in ("bookmarkStart", "bookmarkEnd"):
            for one in list(row.iter(f"{W}{tag}")):
                one.getparent().remove(one)

    assert new_in(brought(changed(change))) == {}


def test_en_rad_som_kopierats_med_sina_bokmarken_ar_en_ny_rad():
    """As some programs copy: the row that it was copied from is what it was."""

    def copy(tree):
        row = next(one for one in tree.iter(f"{W}tr") if "samverkan@fk.example" in "".join(one.itertext()))
        row.addnext(deepcopy(row))
        for old, text in (("Försäkringskassan", "Tierps kommun"), ("samverkan@fk.example", "soc@tierp.example")):
            for one in row.getnext().iter(f"{W}t"):
                one.text = one.text.replace(old, text)

    found = brought(changed(copy))
    (row,) = {path.rpartition("/")[0] for path in new_in(found)}
    assert row.startswith(f"{ROW}/") and not any(path.startswith(f"{row}/") for path in EXAMPLE.values)
    assert [found.values[f"{row}/{step}"] for step in ("organisation", "epost")] == [
        "Tierps kommun",
        "soc@tierp.example",
    ]
    nothing_else(found)


@pytest.mark.parametrize("damage", ['"base":{}', '"anchors":[]', "{", '"fixed":3'])
def test_en_del_som_nagon_har_andrat_i_sags_vara_andrad(damage):
    parts, out = parts_of(written()), io.BytesIO()
    kept = etree.fromstring(parts["customXml/item1.xml"])
    known = json.loads(kept.text)
    name = damage.split('"')[1] if '"' in damage else ""
    kept.text = json.dumps(known | json.loads(f"{{{damage}}}")) if name else damage
    if name == "base":
        del known["base"]
        kept.text = json.dumps(known)
    with zipfile.ZipFile(out, "w") as package:
        for one, part in (parts | {"customXml/item1.xml": etree.tostring(kept)}).items():
            package.writestr(one, part)
    with pytest.raises(Refused, match="Delen som säger"):
        brought(out.getvalue())


# Files that somebody has made to be difficult.


def packed(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return out.getvalue()


def many_rows(parts):
    row = "<w:tr><w:tc><w:p><w:r><w:t>Nytt</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>" * 10_000
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"</w:tbl>", f"{row}</w:tbl>".encode(), 2)


def many_items(parts):
    item = "<w:p><w:r><w:t>Samma sak igen</w:t></w:r></w:p>" * 40_000
    place = parts["word/document.xml"].index(b"</w:p>", parts["word/document.xml"].index("Resultatmål".encode())) + 6
    parts["word/document.xml"] = parts["word/document.xml"][:place] + item.encode() + parts["word/document.xml"][place:]


def many_marks(parts):
    marks = "".join(f'<w:bookmarkStart w:id="{n}" w:name="_finsam{n % 9}"/>' for n in range(1000, 40_000))
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:r><w:t", f"{marks}<w:r><w:t".encode(), 1)


def deep(parts):
    words = "<w:sdt><w:sdtContent>" * 110 + "<w:p><w:r><w:t>inne</w:t></w:r></w:p>" + "</w:sdtContent></w:sdt>" * 110
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:body>", f"<w:body>{words}".encode())


def tables_in_tables(parts):
    words = "<w:tbl><w:tr><w:tc>" * 70 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 70
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:body>", f"<w:body>{words}".encode())


def long_cell(parts):
    words = (" \u2013 " * 20_000 + "(" * 500).encode()
    parts["word/document.xml"] = parts["word/document.xml"].replace("2021-04-01\u00a0– 2021-12-31".encode(), words)


def many_anchors(parts):
    kept = etree.fromstring(parts["customXml/item1.xml"])
    known = json.loads(kept.text)
    more = {
        f"_finsam9{n}": {"kind": "fixed", "seal": str(n), "then": {"path": f"a{n}", "kind": "text"}}
        for n in range(60_000)
    }
    kept.text = json.dumps(known | {"anchors": more | known["anchors"]})
    parts["customXml/item1.xml"] = etree.tostring(kept)


@pytest.mark.long
@pytest.mark.parametrize(
    "harm",
    [many_rows, many_items, many_marks, deep, tables_in_tables, long_cell, many_anchors],
    ids=lambda one: one.__name__,
)
def test_en_fil_som_nagon_gjort_besvarlig_tar_inte_lang_tid(harm):
    parts = parts_of(written())
    before = dict(parts)
    harm(parts)
    assert parts != before
    start = time.process_time()
    with suppress(Refused):
        brought(packed(parts))
    assert time.process_time() - start < 5


# Our blank form, filled in by somebody who writes alone; the förbund's own template.


def test_en_tom_blankett_som_nagon_har_fyllt_i():
    mall = EXAMPLE.mall
    document = docx.Document(io.BytesIO(written(Document(mall, {}), stamp=Stamp(AT, "blankett"))))
    lines = iter(document.element.body.iter(f"{W}p"))
    for one in lines:
        words = "".join(text.text for text in one.iter(f"{W}t"))
        if words.endswith("Insatsens namn") and one.getparent().tag != f"{W}tc":
            docx.text.paragraph.Paragraph(next(lines), None).add_run("En ny väg")
        if "Beskriv syftet" in words:
            docx.text.paragraph.Paragraph(next(lines), None).add_run("Att hjälpa.")
        if words == "Resultatmål":
            docx.text.paragraph.Paragraph(next(lines), None).add_run("Tio i arbete.")
    people = next(table for table in document.tables if "Kontaktperson" in [one.text for one in table.rows[0].cells])
    people.rows[1].cells[1].text, people.rows[1].cells[3].text = "Tierps kommun", "a@b.example"
    out = io.BytesIO()
    document.save(out)
    found = brought(out.getvalue())
    said = new_in(found)
    assert (said["insatsens_namn"], said["syfte"]) == ("En ny väg", "Att hjälpa.")
    texts = {"/".join(path.split("/")[:-2]) + "/" + path.split("/")[-1]: text for path, text in said.items()}
    assert texts["mal/resultatmal/text"] == "Tio i arbete."
    assert (texts["insatsagare/organisation"], texts["insatsagare/epost"]) == ("Tierps kommun", "a@b.example")
    assert sum(path.endswith("_plats") for path in said) == 2
    nothing_else(found)


def test_forbundets_egen_fil_gar_att_lasa_tillbaka():
    own = template(
        "Namn: {{ namn }}. Start {{ insatstid_start }}.", "{{ syfte }}", "Vår egen text.", "{{ insatsagare }}"
    )
    data = written(template=own)
    assert new_in(brought(data)) == {} and brought(data).unplaced == ()
    assert new_in(brought(rewritten("Syftet är att", "Målet är att", data)))["syfte"].startswith("Målet är att unga")
    assert new_in(brought(rewritten("2021-04-01", "2021-05-01", data))) == {"insatstid/start": "2021-05-01"}
    assert new_in(brought(rewritten(EXAMPLE.title, "Ett annat namn", data))) == {"insatsens_namn": "Ett annat namn"}


# Changed in LibreOffice.

SCRIPT = Path(__file__).with_name("office.py")


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """Opens a file, changes it and saves it as another. Skipped where there is no LibreOffice that Python can drive."""
    if not has_uno():
        untried("Word-filen ändrad i LibreOffice", NO_UNO)
    folder = tmp_path_factory.mktemp("office")

    def change(data, *changes, through=".docx"):
        source, target = folder / "fran.docx", folder / f"till{through}"
        source.write_bytes(data)
        words = [SYSTEM_PYTHON, SCRIPT, source, target, folder / "profil"]
        subprocess.run(words, input=json.dumps(changes), text=True, check=True, timeout=240, capture_output=True)
        return target.read_bytes()

    return change


@pytest.mark.long
def test_oandrad_i_libreoffice_inga_andringar(office):
    found = brought(office(written()))
    assert new_in(found) == {} and found.said == ()
    nothing_else(found)


def test_andrad_i_libreoffice_exakt_det(office):
    """Three texts, a new paragraph, a deleted and a new row, two cells."""
    data = office(
        written(),
        ["replace", "unga vuxna i Älvkarleby kommun", "unga och vuxna i kommunen"],
        ["replace", "En processledare på 75 %", "En processledare på 80 %"],
        ["replace", "Insatsen söker totalt", "Vi söker totalt"],
        ["new_paragraph", "Syftet är att", "Ett nytt stycke & mer."],
        ["cell", "Lokalhyra", "E", "12 500"],
        ["cell", "Planerat slutdatum", "B", "2022-01-31"],
        ["remove_row", "2"],
        ["new_row", "1. Processledare", {"A": "Handledare", "B": "50 %", "E": "100 000"}],
    )
    found = brought(data)
    said = new_in(found)
    texts = {path: said.pop(path) for path in ("syfte", "metod", "finansiering")}
    assert texts["syfte"].startswith("Syftet är att unga och vuxna i kommunen som") and texts["syfte"].endswith(
        "\n\nEtt nytt stycke & mer."
    )
    assert texts["metod"] == EXAMPLE.text("metod").replace("En processledare på 75 %", "En processledare på 80 %")
    assert texts["finansiering"] == EXAMPLE.text("finansiering").replace("Insatsen söker totalt", "Vi söker totalt")
    (row,) = {path.rpartition("/")[0] for path in said if path.startswith("budget/lon/") and path.endswith("/_plats")}
    place = said.pop(f"{row}/_plats")
    assert EXAMPLE.text("budget/lon/processledare/_plats") < place
    assert said == {
        "budget/lokal/lokalhyra/belopp/alvkarleby": "12 500",
        "insatstid/slut": "2022-01-31",
        f"{ROW}/region/_plats": "",
        f"{row}/benamning": "Handledare",
        f"{row}/tjanst_procent": "50 %",
        f"{row}/belopp/alvkarleby": "100 000",
    }
    nothing_else(found)


@pytest.mark.long
def test_mal_som_flyttas_laggs_till_och_tas_bort_i_libreoffice(office):
    data = office(
        written(),
        ["new_paragraph", "Minst 40 personer", "Ett helt nytt mål."],
        ["remove_paragraph", "Väntetiden"],
        ["replace", "Antalet unga vuxna", "Antalet unga"],
    )
    found = brought(data)
    said = new_in(found)
    (new,) = [path for path, text in said.items() if text == "Ett helt nytt mål."]
    assert new.startswith("mal/resultatmal/")
    assert [path.split("/")[1] for path, text in said.items() if text == ""] == ["insatsmal"]
    assert [text.startswith("Antalet unga som") for path, text in said.items() if "effektmal" in path] == [True]
    nothing_else(found)


@pytest.mark.long
def test_sparade_andringar_i_libreoffice(office):
    found = brought(
        office(
            written(),
            ["track"],
            ["replace", "Diskuterad i LOKUS", "Behandlad i LOKUS"],
            ["cell", "Lokalhyra", "E", "7"],
        )
    )
    assert new_in(found).keys() == {"lokus/kommentar", "budget/lokal/lokalhyra/belopp/alvkarleby"}
    assert new_in(found)["lokus/kommentar"].startswith("Behandlad i LOKUS 2020-11-16")
    assert "spårade" in found.said[0]


@pytest.mark.long
@pytest.mark.parametrize("through", [".odt", ".doc"])
def test_genom_ett_annat_format_kommer_svaren_fram_anda(office, through, tmp_path):
    """The bookmarks survive, the part that says what they are does not: then by the headings, and everything is asked about."""
    other = office(written(), ["replace", "Diskuterad i LOKUS", "Behandlad i LOKUS"], through=through)
    file = tmp_path / f"fil{through}"
    file.write_bytes(other)
    profile = f"-env:UserInstallation={(tmp_path / 'lo').as_uri()}"
    words = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", tmp_path / "ut", file]
    subprocess.run(words, capture_output=True, check=True, timeout=240)
    found = read_file((tmp_path / "ut" / "fil.docx").read_bytes(), MALLS)
    assert found.form == "ansokan"
    assert found.values["syfte"] == EXAMPLE.text("syfte")


# A column that somebody has added.


def widened(at, words="Ja", old="", new=""):
    """The file with a column more in the table of kontaktpersoner, and with other words in a cell of it."""

    def change(tree):
        first = next(one for one in tree.iter(f"{W}t") if one.text and "Norduppland" in one.text)
        table = next(first.iterancestors(f"{W}tbl"))
        for row in table.iter(f"{W}tr"):
            cells = row.findall(f"{W}tc")
            added = etree.fromstring(etree.tostring(cells[-1]))
            for number, text in enumerate(added.iter(f"{W}t")):
                text.text = "" if number else words
            for mark in [one for one in added.iter() if one.tag in (f"{W}bookmarkStart", f"{W}bookmarkEnd")]:
                mark.getparent().remove(mark)
            row.insert(list(row).index(cells[-1]) + 1 if at >= len(cells) else list(row).index(cells[at]), added)
            for text in row.iter(f"{W}t"):
                text.text = (text.text or "").replace(old, new) if old else text.text

    return brought(changed(change))


@pytest.mark.parametrize("at", [0, 1, 99])
def test_en_kolumn_som_nagon_har_lagt_till_flyttar_ingen_rutas_ord(at):
    found = widened(at)
    assert new_in(found) == {} and found.doubts == ()
    assert {one.words for one in found.unplaced} == {"Ja"}


@pytest.mark.parametrize("at", [0, 1, 99])
def test_en_andring_bredvid_en_sadan_kolumn_las_dar_den_star_med_en_fraga(at):
    found = widened(at, old="Sektionschef, Norduppland", new="Enhetschef")
    assert new_in(found) == {f"{ROW}/af/kontaktperson": "Enhetschef"}
    assert {one.path for one in found.doubts} == {f"{ROW}/af"} and {one.words for one in found.unplaced} == {"Ja"}
