"""The list of contents: every heading with its own page, dots that nobody hears, links there; in Word a field that can be updated."""

import io
import re
import zipfile

import pytest
from pypdf import PdfReader

from finsam_forms.core.document import Document
from finsam_forms.export import elements as e
from finsam_forms.export.formats import DOCX, Order
from finsam_forms.export.printout import printout
from finsam_forms.export.stamp import Stamp
from finsam_forms.incoming.readers import read_file
from tests.builder import worked_example
from tests.export import printing
from tests.export.docx.seen import tree_of, words_of
from tests.kinds.case import EXAMPLES, squeezed

CASE = EXAMPLES["chapters"]
AT = Stamp("2026-11-23 14:00")
LONG = CASE.document().replace(
    {
        f"aktiviteter/v{n}aa/beskrivning": "\n\n".join([f"Stycke {n}. " + "Teamet arbetar vidare. " * 40] * 8)
        for n in (1, 2)
    }
)


def listed(document: Document) -> e.Contents:
    (found,) = (one for one in printout(document, AT).elements if isinstance(one, e.Contents))
    return found


def test_varje_rubrik_star_i_forteckningen_en_gang_i_ordning():
    elements = printout(LONG, AT).elements
    assert [(one.number, one.text) for one in listed(LONG).lines] == [
        (one.number, one.text) for one in elements if isinstance(one, e.Heading)
    ]
    assert [one.depth for one in listed(LONG).lines] == [0, 0, 1, 1, 0, 0]


def test_den_star_fore_allt_som_den_namner():
    elements = printout(LONG, AT).elements
    first = next(number for number, one in enumerate(elements) if isinstance(one, e.Heading))
    assert [type(one) for one in elements[first - 2 : first]] == [e.NewPage, e.Contents]


def test_ett_formular_som_inte_vill_har_ingen_forteckning():
    assert not any(isinstance(one, e.Contents) for one in printout(worked_example(), AT).elements)


@pytest.mark.parametrize("document", [CASE.document(), LONG], ids=["kort", "långt"])
def test_sidans_nummer_ar_sidan_dar_rubriken_star(document):
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(printing.pdf(document, AT))).pages]
    here = next(number for number, text in enumerate(pages) if "Innehållsförteckning" in text)
    for one in listed(document).lines:
        (number,) = re.findall(rf"{re.escape(squeezed(one.text))}\.{{3,}}(\d)", squeezed(pages[here]))
        inside = squeezed(pages[int(number) - 1])
        assert inside.count(squeezed(one.text)) >= (2 if int(number) == here + 1 else 1), one.text
    assert document is not LONG or int(number) > here + 1


def test_varje_rad_leder_till_sidan():
    reader = PdfReader(io.BytesIO(printing.pdf(LONG, AT)))
    here = next(page for page in reader.pages if "Innehållsförteckning" in page.extract_text())
    links = [one.get_object() for one in here["/Annots"]]
    lines = {one.text: number for number, one in enumerate(listed(LONG).lines)}
    inside = [one for one in links if "/Dest" in one]
    assert [one["/Contents"] for one in inside] == list(lines)
    texts = {one["/Contents"]: reader.get_destination_page_number(named(reader, one["/Dest"])) for one in inside}
    assert texts["Mottagningsteamet"] > texts["Samverkansteamet"]
    assert "Mottagningsteamet" in reader.pages[texts["Mottagningsteamet"]].extract_text()


def named(reader, target):
    return reader.named_destinations[target] if isinstance(target, str) else reader._build_destination("", target)


def test_i_word_ar_den_ett_falt_med_sina_rader():
    data = DOCX.make(Order(document=LONG, stamp=AT, draft="1"))
    xml = tree_of(data)
    space = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
    fields = [one.text.strip() for one in xml.iterfind(".//w:instrText", space)]
    assert [one for one in fields if one.startswith("TOC")] == ['TOC \\o "1-1" \\h \\z']
    marks = {one.get(f"{{{space['w']}}}name") for one in xml.iterfind(".//w:bookmarkStart", space)}
    pointed = [one.split()[1] for one in fields if one.startswith("PAGEREF")]
    assert len(pointed) == len(listed(LONG).lines)
    assert set(pointed) <= marks
    assert re.search(r"Mottagningsteamet\s*[2-9]", words_of(xml))


def with_other_pages(data: bytes) -> bytes:
    """As Word leaves it when somebody updates the list: other numbers in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                content, many = re.subn(rb"(PAGEREF .*?<w:t[^>]*>)(\d+)", rb"\g<1>77", content)
                assert many == 6
            new.writestr(name, content)
    return out.getvalue()


def test_en_forteckning_som_word_har_gjort_om_ar_ingen_andring():
    data = with_other_pages(DOCX.make(Order(document=LONG, stamp=AT, draft="1")))
    brought = read_file(data, {CASE.mall.id: CASE.mall})
    assert {path: text for path, text in brought.values.items() if text != brought.base.get(path, "")} == {}
    assert (brought.unplaced, brought.doubts) == ((), ())
