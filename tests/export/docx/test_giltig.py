"""Every form as a Word file, whatever is written in it, is one that Word opens: two validators and three questions of our own."""

import io
import re
import zipfile

import pytest

from finsam_forms.core.document import Document
from finsam_forms.export.formats import DOCX, Order
from finsam_forms.export.stamp import Stamp
from tests.builder import MALLS, worked_example
from tests.export.docx.seen import audited, own_faults, parts_of, validated
from tests.export.test_alla_ord import DOCUMENTS, printed_paths, rows_in

AT = "2026-11-23 14:00"
NASTY = 'R&D <b>"5 < 6"</b> \x00\x07\x1f\ufffe\ud83d 😀👩🏽‍💻 مرحبا שלום 漢字 ]]> &amp; &#x0; {{ syfte }} é ž č – ≤ \u2028\u00ad\t\n- *x* **y'


def long(document):
    """Ten times as much as anybody writes."""
    text = (
        "## Rubrik\n\n"
        + "Ett långt stycke med **fet** och *kursiv* text. " * 60
        + "\n\n- ett\n- två\n\n1. tre\n2. fyra"
    )
    return document.replace(dict.fromkeys(printed_paths(document), text))


def nasty(document):
    return document.replace(dict.fromkeys(printed_paths(document), NASTY))


def of_form(mall):
    document = worked_example() if mall.id == "ansokan" else rows_in(Document(mall, {}))
    yield "tom", Order(document=Document(mall, {}), stamp=Stamp(AT, "blankett"))
    yield "exempel", Order(document=document, stamp=Stamp.locked(AT, 3, "a" * 64), draft="7")
    yield "lång", Order(document=long(document), stamp=Stamp(AT))
    yield "elak", Order(document=nasty(document), stamp=Stamp(AT))


CASES = {f"{mall.id}-{name}": order for mall in MALLS.values() for name, order in of_form(mall)} | {
    name: Order(document=document, stamp=Stamp(AT)) for name, document in DOCUMENTS.items() if name.startswith("prov")
}
PARTS = ("text", "budget", "underskrifter", "granskning", "agare", "af")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Each case as a file."""
    made = tmp_path_factory.mktemp("word")
    for name, order in CASES.items():
        (made / f"{name}.docx").write_bytes(DOCX.make(order))
    return made


@pytest.mark.long
@pytest.mark.parametrize("name", CASES)
def test_innehallet_har_egna_nummer_och_det_som_borjar_slutar(folder, name):
    assert own_faults((folder / f"{name}.docx").read_bytes()) == []


@pytest.mark.long
@pytest.mark.parametrize("name", CASES)
def test_openxml_audit_har_inget_att_anmarka(folder, name):
    assert audited(folder / f"{name}.docx") == []


@pytest.mark.long
def test_open_xml_sdk_har_inget_att_anmarka(folder):
    assert validated(*(folder / f"{name}.docx" for name in CASES)) == []


@pytest.mark.parametrize("part", PARTS)
def test_en_del_for_sig_ar_en_hel_fil(tmp_path, part):
    file = tmp_path / "del.docx"
    file.write_bytes(DOCX.make(Order(document=worked_example(), stamp=Stamp(AT), part=part, remarks=())))
    assert own_faults(file.read_bytes()) == [] and audited(file) == []


def test_samma_sak_blir_samma_fil():
    one, other = (parts_of(DOCX.make(CASES["ansokan-exempel"])) for _ in range(2))
    assert one == other


# Faults planted in a good file: each is seen by somebody.


def without(text, pattern):
    found, times = re.subn(pattern, b"", text, count=1, flags=re.S)
    assert times, pattern
    return found


FAULTS = {
    "en cell utan stycke": ("document", lambda x: without(x, rb"(?<=</w:tcPr>)<w:p>.*?</w:p>(?=</w:tc>)")),
    "en stil som inte finns": ("document", lambda x: x.replace(b'w:val="Brodtext"', b'w:val="Borta"', 1)),
    "en lista som inte finns": ("document", lambda x: x.replace(b'<w:numId w:val="2"/>', b'<w:numId w:val="99"/>', 1)),
    "fel ordning": ("document", lambda x: x.replace(b"<w:cantSplit/></w:trPr>", b"</w:trPr><w:cantSplit/>", 1)),
    "en del utan sort": ("[Content_Types]", lambda x: without(x, rb'<Override PartName="/word/header1.xml"[^>]*>')),
    "en hänvisning till ingenting": ("rels", lambda x: without(x, rb'<Relationship [^>]*Target="header1.xml"[^>]*>')),
    "två bokmärken med samma nummer": ("document", lambda x: x.replace(b'w:id="2"', b'w:id="1"')),
    "ett bokmärke utan slut": ("document", lambda x: without(x, rb'<w:bookmarkEnd w:id="4"/>')),
    "ett fält utan slut": ("footer1", lambda x: without(x, rb'<w:fldChar w:fldCharType="end"/>')),
    "två bilder med samma nummer": ("document", lambda x: x.replace(b'docPr id="2"', b'docPr id="1"')),
}


@pytest.mark.long
@pytest.mark.parametrize("fault", FAULTS)
def test_ett_planterat_fel_syns(tmp_path, fault):
    where, change = FAULTS[fault]
    parts, out = parts_of(DOCX.make(CASES["ansokan-exempel"])), io.BytesIO()
    name = {"[Content_Types]": "[Content_Types].xml", "rels": "word/_rels/document.xml.rels"}.get(
        where, f"word/{where}.xml"
    )
    changed = change(parts[name])
    assert changed != parts[name]
    with zipfile.ZipFile(out, "w") as package:
        for one, part in (parts | {name: changed}).items():
            package.writestr(one, part)
    file = tmp_path / "fel.docx"
    file.write_bytes(out.getvalue())
    seen = own_faults(out.getvalue())
    assert seen or audited(file) or validated(file)
