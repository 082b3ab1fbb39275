"""Who listens to the paper hears all that stands on it, in its order, and what each thing is."""

import io
import re

import pytest
from pypdf import PdfReader

from finsam_forms.core.document import Document
from finsam_forms.core.unit import words
from finsam_forms.export import elements as e
from finsam_forms.export.printout import printout
from finsam_forms.export.stamp import Stamp
from finsam_forms.export.words import alone, in_table
from tests.builder import ANSOKAN, MALLS, worked_example
from tests.export import printing
from tests.export.pdf.heard import heard
from tests.export.test_alla_ord import DOCUMENTS, STAMPS, filled
from tests.export.test_pdf import extreme
from tests.sample import some_of

AT = "2026-11-23 14:00"
PRINTED_TOO = 4
"""The flag of an annotation that says so."""
EXAMPLE = worked_example()
BLANK = {f"blankett {name}": Document(mall, {}) for name, mall in MALLS.items()}


def squeezed(text):
    return re.sub(r"\s+", "", text)


def in_order(thing):
    """Every text of an element, in the order that it is read."""
    match thing:
        case e.Table():
            yield from (thing.title, thing.note)
            yield from (head.text for row in thing.heads for head in row)
            yield from (in_table(column.head, thing) for column in thing.columns[bool(thing.title) :])
            for row in thing.rows:
                yield from (row.mark, *(in_table(cell, thing) for cell in row.cells))
        case e.FormHead(entries):
            yield from (text for row in entries for text in (row.label, alone(row.cell)))
            yield "Ankomststämpel"
        case e.Entries():
            yield from (text for row in thing.rows for text in (row.label, alone(row.cell, thing.amounts)))
            yield from [thing.code.caption] if thing.code else []
        case e.Signature(hand=""):
            yield from ("Part", alone(thing.party))
            yield from (text for row in thing.entries for text in (row.label, alone(row.cell)))
            yield "Namnteckning"
        case e.Signature(entries=(day, *others)):
            yield from (day.label, alone(day.cell), thing.hand)
            yield from (text for row in others for text in (row.label, alone(row.cell)))
        case e.Title():
            yield from (thing.number, thing.label, str(thing.cell.value or ""))
        case e.Heading():
            yield from (thing.number, thing.text, alone(thing.note))
        case e.Contents():
            yield from (thing.title, *(text for line in thing.lines for text in (line.number, line.text)))
        case e.SubHeading():
            yield from (thing.text, thing.note)
        case e.Phase():
            yield from (str(thing.label.value or ""), *(words(day.value, day.unit) for day in thing.days))
        case e.Band():
            yield from (thing.label, words(thing.cell.value, thing.cell.unit, thing.amounts))
        case e.Picture(chart=e.PayChart() as chart):
            yield from (alone(part.label) for part in chart.parts)
        case e.Boxes():
            yield from (text for box in thing.options for text in ("☑" if box.chosen else "☐", box.label))
        case e.Prose() | e.Verbatim():
            yield from (thing.label, getattr(thing, "note", ""), *runs_in(thing.blocks))
        case e.Facing():
            yield from thing.heads
            for side in (side for row in thing.rows for side in (row.left, row.right)):
                for one in side.passages:
                    yield from (alone(one.title), *runs_in(one.blocks))
                yield alone(side.cell)
        case e.ListBlock():
            yield from (thing.label, *(text for item in thing.items for text in runs_in(item.blocks)))
        case e.Note():
            yield thing.text
        case e.Ruled():
            yield thing.label


def runs_in(blocks):
    for block in blocks:
        for runs in getattr(block, "items", None) or (block.runs,):
            yield "".join(run.text for run in runs)


def unheard(printed, text):
    """The first text of a printout that is not heard where it should be."""
    text, place = squeezed(text), 0
    for thing in printed.elements:
        for said in in_order(thing):
            found = text.find(squeezed(said), place)
            if found < 0:
                return said, text[place : place + 80]
            place = found + len(squeezed(said))
    return None


PRINTED = {f"{name}, {state}": (one, stamp) for name, one in DOCUMENTS.items() for state, stamp in STAMPS.items()} | {
    name: (one, Stamp(AT, "blankett")) for name, one in BLANK.items()
}


@pytest.mark.parametrize("name", some_of(PRINTED))
def test_allt_som_star_pa_papperet_hors_i_sin_ordning(name):
    document, stamp = PRINTED[name]
    tree, pages = heard(printing.pdf(document, stamp))
    printed = printout(document, stamp)
    assert unheard(printed, tree.text) is None
    pictures = [squeezed(one.alt) for one in printed.elements if isinstance(one, e.Picture)]
    assert pictures == [squeezed(one.said["Alt"]) for one in tree.all("Figure") if "QR-kod" not in one.said["Alt"]]


@pytest.mark.parametrize("name", some_of(PRINTED))
def test_bara_det_som_star_pa_varje_sida_hors_inte(name):
    """And what has been heard already: the heads of a table that goes on over the page."""
    tree, pages = heard(printing.pdf(*PRINTED[name]))
    all_of_it = squeezed(tree.text)
    for page in pages:
        for kind, said in page.artifacts:
            dots = not said.strip(". ")  # to the number of a page
            assert dots or kind in ("Header", "Footer") or squeezed(said) in all_of_it, said


@pytest.mark.parametrize("length", [70, pytest.param(1_150, marks=pytest.mark.long)])
@pytest.mark.parametrize("name", some_of(DOCUMENTS))
def test_inget_ord_ar_tyst_nar_alla_svar_ar_langa(name, length):
    document, texts = filled(DOCUMENTS[name], length)
    tree, _ = heard(printing.pdf(document, STAMPS["låst"]))
    found = set(re.findall("q[0-9a-z]{4}", tree.text))
    assert {path: gone for path, said in texts.items() if (gone := [one for one in said if one not in found])} == {}


@pytest.fixture(scope="module")
def example():
    return heard(printing.pdf(EXAMPLE, Stamp.locked(AT, 3, "a" * 64)))[0]


def test_rubrikerna_ar_formularets_utan_hopp_mellan_nivaer(example):
    levels = [int(one.tag[1:]) for one in example.all("H1", "H2", "H3", "H4", "H5", "H6")]
    assert levels[0] == 1 and all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))
    (title,) = example.all("H1")
    assert title.text.split() == EXAMPLE.title.split()
    found = [squeezed(one.text) for one in example.all("H2")]
    assert [squeezed(f"{one.number}{one.heading}".split(" – ")[-1]) for one in ANSOKAN.sections[1:6]] == found[:5]


def test_det_som_bara_ar_en_del_borjar_pa_forsta_nivan():
    tree, _ = heard(printing.pdf(EXAMPLE, Stamp(AT), part="budget"))
    assert next(one.tag for one in tree if one.tag.startswith("H")) == "H1"


def test_en_tabells_rader_har_sina_huvuden_och_lika_manga_celler(example):
    for table in example.all("Table"):
        widths = {sum(int(cell.said.get("ColSpan", 1)) for cell in row.kids) for row in table.all("TR")}
        assert len(widths) == 1
        head, body = table.kids
        assert (head.tag, body.tag) == ("THead", "TBody")
        assert all(cell.said["Scope"] == "Column" for row in head.kids for cell in row.kids)
        for row in body.kids:
            first, *others = row.kids
            assert first.tag == "TH" and first.said["Scope"] == "Row"
            assert all(cell.tag == "TD" for cell in others)


def test_ett_huvud_over_flera_kolumner_star_over_deras_egna(example):
    (over,) = [cell for cell in example.all("TH") if cell.text.startswith("tidsperiod")][:1]
    assert over.text.strip() == "tidsperiod (ååmmdd)" and int(over.said["ColSpan"]) == 2
    table = next(table for table in example.all("Table") if over in table.all("TH"))
    above, own = table.kids[0].kids
    before = sum(int(cell.said.get("ColSpan", 1)) for cell in above.kids[: above.kids.index(over)])
    assert [cell.text.strip() for cell in own.kids[before : before + 2]] == ["från", "till"]


def test_en_rad_som_delas_ar_en_rad():
    """A row that is taller than a page, and what it says in one cell."""
    long = " ".join(f"ord{n}" for n in range(400))
    tree, _ = heard(printing.pdf(EXAMPLE.replace({"samverkansparter/af/organisation": long}), Stamp(AT)))
    (cell,) = [cell for cell in tree.all("TD") if "ord399" in cell.text]
    assert cell.text.split() == long.split()


def test_en_tabells_huvud_hors_en_gang():
    tree, pages = heard(printing.pdf(extreme(), Stamp(AT), part="budget"))
    cost = next(one for one in tree.all("Table") if len(one.all("TR")) > 200)
    assert squeezed(cost.kids[0].text).count("tjänsti%") == 1
    repeated = [said for page in pages for kind, said in page.artifacts if "tjänst" in said]
    assert repeated, "på sidorna efter står det för ögat"


def test_en_adress_ar_en_lank_som_sager_vart_den_leder(example):
    links = {squeezed(one.text): one.said["link"] for one in example.all("Link")}
    for party in ("insatsagare/alvkarleby", "samverkansparter/af"):
        address = EXAMPLE.text(f"{party}/epost")
        assert links[address] == (f"mailto:{address}", f"mailto:{address}", PRINTED_TOO, True)


def test_en_delad_adress_lases_i_ett():
    address = "anna-karin.lindstrom-svensson@arbetsmarknadsenheten.alvkarleby.example"
    tree, _ = heard(printing.pdf(EXAMPLE.replace({"samverkansparter/af/epost": address}), Stamp(AT)))
    assert address in [one.text.strip() for one in tree.all("Link")]


def test_en_lista_har_marken_och_texter(example):
    numbered = [one for one in example.all("L") if one.said["ListNumbering"] == "Decimal"]
    goals = next(one for one in numbered if len(one.kids) > 1)
    assert [item.kids[0].text.strip() for item in goals.kids] == [f"{n}." for n in range(1, len(goals.kids) + 1)]
    assert all([part.tag for part in item.kids] == ["Lbl", "LBody"] for item in goals.kids)


def test_en_bild_har_ord_och_en_plats_pa_sidan(example):
    for figure in example.all("Figure"):
        left, low, right, high = figure.said["BBox"]
        assert 0 <= left < right <= 842 and 0 <= low < high <= 842
        assert figure.said["Alt"]


def test_bokmarkena_ar_rubrikerna():
    data = printing.pdf(EXAMPLE, Stamp(AT))

    def titles(outline):
        for one in outline:
            yield from titles(one) if isinstance(one, list) else [squeezed(one.title)]

    tree, _ = heard(data)
    heads = [squeezed(one.text).removesuffix("(*)") for one in tree.all("H2", "H3")]
    for title in list(titles(PdfReader(io.BytesIO(data)).outline))[1:]:
        assert title in heads
