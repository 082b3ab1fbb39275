"""Every form as a PDF, whatever is written in it and whichever part it is, is one for everybody and one to keep: by veraPDF,
page-validation and qpdf."""

import io
import subprocess

import pytest
from pypdf import PdfReader

from finsam_forms.core.checks import check_document
from finsam_forms.core.document import Document
from finsam_forms.core.fingerprint import fingerprint
from finsam_forms.export.exchange import read_exchange
from finsam_forms.export.formats import PDF, Order
from finsam_forms.export.stamp import Stamp
from tests.builder import MALLS, worked_example
from tests.export import printing
from tests.export.docx.test_giltig import long, nasty
from tests.export.pdf.vera import vera
from tests.export.test_alla_ord import DOCUMENTS, rows_in
from tests.export.test_pdf import extreme
from tests.others import needs

pytestmark = pytest.mark.long
AT = "2026-11-23 14:00"
EXAMPLE = worked_example()
NOT_AS_STORED = ("lång", "elak", "ytterligheter")
"""Cases with values that no form would store as they are, and that are other values when they are read."""
PARTS = ("text", "budget", "underskrifter", "granskning", "af")


def of_form(mall):
    document = EXAMPLE if mall.id == "ansokan" else rows_in(Document(mall, {}))
    yield "tom", Order(document=Document(mall, {}), stamp=Stamp(AT, "blankett"))
    yield "exempel", Order(document=document, stamp=Stamp.locked(AT, 3, "a" * 64), draft="7")
    yield "utkast", Order(document=document, stamp=Stamp(AT))
    yield "lång", Order(document=long(document), stamp=Stamp(AT))
    yield "elak", Order(document=nasty(document), stamp=Stamp(AT))


CASES = (
    {f"{mall.id}-{name}": order for mall in MALLS.values() for name, order in of_form(mall)}
    | {
        name: Order(document=document, stamp=Stamp(AT))
        for name, document in DOCUMENTS.items()
        if name.startswith("prov")
    }
    | {
        part: Order(document=EXAMPLE, stamp=Stamp(AT), part=part, remarks=check_document(Document(EXAMPLE.mall, {})))
        for part in PARTS
    }
    | {"ytterligheter": Order(document=extreme(), stamp=Stamp(AT))}
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Each case as a file."""
    made = tmp_path_factory.mktemp("pdf")
    for name, order in CASES.items():
        (made / f"{name}.pdf").write_bytes(PDF.make(order))
    return made


def test_vera_har_inget_att_anmarka(folder):
    """PDF/UA-1 and PDF/A-3a."""
    found = vera(*sorted(folder.iterdir()))
    assert {name: faults[:5] for name, faults in found.items() if faults} == {}


@pytest.mark.parametrize("name", CASES)
def test_page_validation_har_inget_att_anmarka(folder, name):
    assert printing.faults((folder / f"{name}.pdf").read_bytes()) == []


@needs("PDF-filerna av qpdf", "qpdf")
@pytest.mark.parametrize("name", CASES)
def test_qpdf_har_inget_att_anmarka(folder, name):
    looked = subprocess.run(["qpdf", "--check", folder / f"{name}.pdf"], capture_output=True, text=True)
    assert (looked.returncode, looked.stderr) == (0, "")


def attached(data):
    return PdfReader(io.BytesIO(data)).attachment_list


@pytest.mark.parametrize("name", [name for name in CASES if name != "af" and not name.endswith(NOT_AS_STORED)])
def test_hela_dokumentet_ar_med_i_filen_som_data(folder, name):
    """Whichever part is printed."""
    order = CASES[name]
    (file,) = attached((folder / f"{name}.pdf").read_bytes())
    assert (file.subtype, file.associated_file_relationship) == ("/application/json", "/Source")
    assert file.name.endswith(".json") and file.size == len(file.content)
    found = read_exchange(file.content, {order.document.mall.id: order.document.mall})
    assert fingerprint(Document(found.mall, found.values)) == fingerprint(order.document)
    assert found.draft == order.draft


def test_en_parts_blad_har_inte_med_mer_an_det_som_star_pa_det(folder):
    assert list(attached((folder / "af.pdf").read_bytes())) == []


def test_filen_sager_vad_den_ar(folder):
    reader = PdfReader(folder / "ansokan-exempel.pdf")
    xmp, root = reader.xmp_metadata, reader.trailer["/Root"]
    assert (xmp.pdfaid_part, xmp.pdfaid_conformance) == ("3", "A")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_object().get_data()
    assert xmp.dc_title["x-default"] == reader.metadata.title == f"{EXAMPLE.mall.title}: {EXAMPLE.title}"
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("sv-SE", True)
    assert bool(root["/ViewerPreferences"]["/DisplayDocTitle"])
