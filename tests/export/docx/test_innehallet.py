"""The Word file says what the printout says: every word, in real styles, with lists and heads that behave."""

import re
import subprocess

import pytest

from finsam_forms.core.unit import words
from finsam_forms.export import elements as e
from finsam_forms.export.anchors import Anchors
from finsam_forms.export.docx.layout import drawn, render
from finsam_forms.export.docx.pen import Pen
from finsam_forms.export.formats import DOCX, Order
from finsam_forms.export.printout import printout
from finsam_forms.export.stamp import Stamp
from finsam_forms.export.words import alone, in_table
from tests.builder import MALLS, worked_example
from tests.core.checks.reports import report
from tests.export.docx.seen import W, as_pdf, parts_of, squeezed, tree_of, words_of
from tests.export.test_alla_ord import DOCUMENTS, STAMPS, filled

AT = "2026-11-23 14:00"
EXAMPLE = worked_example()


def texts(thing, inside=None):
    """Every text of an element, as it is said where it stands."""
    match thing:
        case e.Table():
            yield from (thing.title, thing.note, *(head.text for row in thing.heads for head in row))
            yield from (in_table(column.head, thing) for column in thing.columns)
            yield from (in_table(cell, thing) for row in thing.rows for cell in row.cells)
            yield from (row.mark for row in thing.rows)
        case e.Entries() | e.Signature() | e.FormHead():
            amounts = getattr(thing, "amounts", words.__defaults__[0])
            rows = thing.rows if isinstance(thing, e.Entries) else thing.entries
            yield from (text for row in rows for text in (row.label, alone(row.cell, amounts)))
            yield from [alone(thing.party)] if isinstance(thing, e.Signature) else []
            yield from [thing.code.caption] if isinstance(thing, e.Entries) and thing.code else []
        case e.Title():
            yield from (thing.number, thing.label, str(thing.cell.value or ""))
        case e.Heading():
            yield from (thing.number, thing.text, alone(thing.note))
        case e.Phase():
            yield from (str(thing.label.value or ""), *(words(day.value, day.unit) for day in thing.days))
        case e.Band():
            yield from (thing.label, words(thing.cell.value, thing.cell.unit, thing.amounts))
        case e.Picture(chart=e.PayChart() as chart):
            yield from (alone(part.label) for part in chart.parts)
        case e.Boxes():
            yield from (box.label for box in thing.options)
        case e.Prose() | e.Verbatim():
            yield from (thing.label, getattr(thing, "note", ""), *runs_in(thing.blocks))
        case e.ListBlock():
            yield from (thing.label, *(text for item in thing.items for text in runs_in(item.blocks)))
        case e.Facing():
            yield from thing.heads
            for side in (side for row in thing.rows for side in (row.left, row.right)):
                yield alone(side.cell)
                for one in side.passages:
                    yield from (alone(one.title), *runs_in(one.blocks))
        case e.Contents():
            yield from (thing.title, *(text for line in thing.lines for text in (line.number, line.text)))
        case e.SubHeading():
            yield from (thing.text, thing.note)
        case e.Note():
            yield thing.text
        case e.Ruled():
            yield thing.label


def runs_in(blocks):
    for block in blocks:
        for runs in getattr(block, "items", None) or (block.runs,):
            yield "".join(run.text for run in runs)


@pytest.mark.parametrize("stamp", STAMPS, ids=str)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_varje_text_i_utskriften_finns_i_filen(name, stamp):
    printed = printout(DOCUMENTS[name], STAMPS[stamp])
    found = squeezed(words_of(tree_of(render(printed))))
    for element in printed.elements:
        for text in texts(element):
            assert squeezed(text.replace("\n", "")) in found or squeezed(text.replace("\n", ", ")) in found, (
                element,
                text,
            )


@pytest.mark.parametrize("name", DOCUMENTS)
def test_inget_ord_forsvinner_nar_alla_svar_ar_langa(name):
    document, written = filled(DOCUMENTS[name], 600)
    found = set(re.findall("q[0-9a-z]{4}", words_of(tree_of(DOCX.make(Order(document=document, stamp=Stamp(AT)))))))
    assert {path: gone for path, texts in written.items() if (gone := [one for one in texts if one not in found])} == {}


def test_ett_element_som_ingen_har_sagt_hur_det_ser_ut_ar_ett_fel():
    with pytest.raises(TypeError, match="str"):
        drawn("nytt", printout(EXAMPLE, Stamp(AT)).marks, Pen(Anchors(), str))


def test_sidhuvud_och_sidfot_sager_vad_det_ar():
    def over_and_under(stamp):
        parts = parts_of(DOCX.make(Order(document=EXAMPLE, stamp=stamp)))
        names = [name for name in parts if re.fullmatch(r"word/(header|footer)\d+\.xml", name)]
        return squeezed(
            " ".join(words_of(tree_of(DOCX.make(Order(document=EXAMPLE, stamp=stamp)), name)) for name in names)
        )

    draft, locked, blank = map(over_and_under, (Stamp(AT), Stamp.locked(AT, 3, "a" * 64), Stamp(AT, "blankett")))
    assert "UTKAST" in draft and "skrivsinteunder" in draft and "Sida1av1" in draft
    assert "UTKAST" not in locked and "Version3,låst" in locked and "AAAA-AAAA-AAAA" in locked
    assert "Blankettfyllsiförhand" in blank and "UTKAST" not in blank
    assert "Bilaga2" in draft and squeezed(EXAMPLE.title) in draft and "mallversion" in draft


def test_rubriker_tabeller_och_avsnitt_ar_words_egna():
    tree = tree_of(DOCX.make(Order(document=EXAMPLE, stamp=Stamp(AT))))
    styles = [one.get(f"{W}val") for one in tree.iter(f"{W}pStyle")]
    assert styles.count("Rubrik") == 1 and styles.count("Rubrik1") >= 13 and styles.count("Rubrik2") >= 5
    turned = [one.get(f"{W}orient") for one in tree.iter(f"{W}pgSz")]
    assert turned[-1] == "landscape" and set(turned[:-1]) == {None}
    known = {
        one.get(f"{W}styleId")
        for one in tree_of(DOCX.make(Order(document=EXAMPLE, stamp=Stamp(AT))), "word/styles.xml").iter(f"{W}style")
    }
    assert set(styles) <= known


@pytest.mark.parametrize("name", [*MALLS, "exemplet"])
def test_varje_tabell_med_huvud_upprepar_det(name):
    """Rows of heads come first and one after the other, or Word repeats none of them."""
    document = EXAMPLE if name == "exemplet" else DOCUMENTS[name]
    printed = printout(document, Stamp(AT))
    tables = [one for one in tree_of(render(printed)).iter(f"{W}tbl") if one.find(f".//{W}tblHeader") is not None]
    assert len(tables) >= sum(isinstance(one, e.Table) for one in printed.elements)
    for table in tables:
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iter(f"{W}tr")]
        assert heads == sorted(heads, reverse=True)


def test_filen_sager_vad_den_ar_pa_svenska_och_inte_vem_som_gjorde_biblioteket():
    data = DOCX.make(Order(document=EXAMPLE, stamp=Stamp.locked(AT, 3, "a" * 64), draft="12"))
    parts = parts_of(data)
    core = parts["docProps/core.xml"].decode()
    assert "Ansökan samverkansinsats: Vägen in" in core and "sv-SE" in core and "2026-11-23" in core
    assert all(b"python-docx" not in part for part in parts.values())
    assert b'<w:lang w:val="sv-SE"' in parts["word/styles.xml"]
    assert b"<vt:lpwstr>12</vt:lpwstr>" in parts["docProps/custom.xml"]
    assert len(data) < 60_000


def test_en_del_bar_bara_sitt_eget_med_sig():
    """A party's sheet goes to the party: what stands in the other parts does not."""

    def kept(part):
        return parts_of(DOCX.make(Order(document=EXAMPLE, stamp=Stamp(AT), part=part)))["customXml/item1.xml"].decode()

    secret = "budget/lon/"
    assert secret in kept("allt") and '"syfte":' in kept("allt")
    assert secret not in kept("af") and '"syfte":' not in kept("af") and "underskrifter_samverkanspart/af" in kept("af")


# As LibreOffice prints it.


@pytest.fixture(scope="module")
def printed_long(tmp_path_factory):
    """Two numbered lists, and tables that are longer than a page."""
    folder = tmp_path_factory.mktemp("libreoffice")
    rows = {f"budget/lon/r{n:03d}/_plats": f"g{n:03d}" for n in range(70)}
    names = {f"budget/lon/r{n:03d}/benamning": f"Tjänst nummer {n}" for n in range(70)}
    document = EXAMPLE.replace(
        {
            "syfte": "1. listan ett\n2. listan ett igen\n\nMellan dem.\n\n1. listan två\n2. listan två igen",
            **rows,
            **names,
        }
    )
    file = folder / "ansokan.docx"
    file.write_bytes(DOCX.make(Order(document=document, stamp=Stamp(AT))))
    as_pdf(file, folder)
    said = subprocess.run(["pdftotext", "-layout", folder / "ansokan.pdf", "-"], capture_output=True, check=True)
    return said.stdout.decode()


def test_varje_numrerad_lista_borjar_pa_ett(printed_long):
    for first in ("listan ett", "listan två"):
        assert re.search(rf"^\s*1\.\s+{first}$", printed_long, re.M), first
        assert re.search(rf"^\s*2\.\s+{first} igen$", printed_long, re.M), first


def test_tabellens_huvud_star_pa_varje_sida(printed_long):
    pages = printed_long.split("\f")
    with_rows = [page for page in pages if "Tjänst nummer" in page]
    assert len(with_rows) > 2
    assert all("Kostnader att rekvirera" in page and "Kostnader i kr" in page for page in with_rows)


def test_sidorna_ar_numrerade(printed_long):
    pages = printed_long.split("\f")[:-1]
    for number, page in enumerate(pages, 1):
        assert f"Sida {number} av {len(pages)}" in page


def test_det_som_star_vid_staplarna_ar_text_for_varje_program():
    """LibreOffice shows no text that stands in a group of shapes."""
    printed = printout(report("ekonomirapport_2016"), Stamp(AT))
    found = words_outside_drawings(tree_of(render(printed)))
    (chart,) = [one.chart for one in printed.elements if isinstance(one, e.Picture)]
    assert {words for bar in chart.bars for words in (bar.label, bar.words)} <= found
    assert "■ utfall   □ kvar av budgeten   │ så mycket av tiden har gått" in found


def test_det_som_star_vid_tidsaxeln_ar_text_for_varje_program():
    printed = printout(EXAMPLE, Stamp(AT))
    found = words_outside_drawings(tree_of(render(printed)))
    (axis,) = [
        one.chart for one in printed.elements if isinstance(one, e.Picture) and isinstance(one.chart, e.TimeAxis)
    ]
    assert {row.label for row in axis.chart.rows} <= found
    assert {"2020", "2021", "nov", "dec", "mars", "16\u00a0nov, 20\u00a0jan"} <= found


@pytest.mark.parametrize(
    ("years", "columns", "names"),
    [(1, 12, {"jan", "dec"}), (2, 24, {"J", "D"}), (6, 24, {"1", "4"}), (30, 30, {"21", "50"})],
    ids=["månader", "bokstäver", "kvartal", "år"],
)
def test_tidsaxelns_kolumner_ar_sa_manga_som_det_finns_plats_for(years, columns, names):
    days = {"insatstid/start": "2021-01-01", "insatstid/slut": f"{2020 + years}-12-31"}
    dates = {
        f"{path}/{row}/{part}": ""
        for path in ("tidplan", "budget/lon")
        for row in EXAMPLE.rows(path)
        for part in ("fran", "till")
    }
    tree = tree_of(render(printout(EXAMPLE.replace(days | dates | {"lokus/kommentar": ""}), Stamp(AT))))
    (table,) = [one for one in tree.iter(f"{W}tbl") if "Insatstid" in paragraphs(one) and [*one.iter(f"{W}drawing")]]
    assert len(table.findall(f"./{W}tblGrid/{W}gridCol")) == 1 + columns
    assert names <= paragraphs(table)


def paragraphs(table):
    return {"".join(one.itertext()) for one in table.iter(f"{W}p")}


def words_outside_drawings(tree):
    paragraphs = (one for one in tree.iter(f"{W}p") if not any(up.tag == f"{W}drawing" for up in one.iterancestors()))
    return {"".join(text.text or "" for text in one.iter(f"{W}t")) for one in paragraphs}
