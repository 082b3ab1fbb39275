"""All that is handed in, in one file: everything is there, says the same, and is known by its fingerprint."""

import csv
import io
import json
import re
import subprocess
import zipfile
from hashlib import sha256

import pytest
from pypdf import PdfReader

from finsam_forms.core.checks import check_document
from finsam_forms.core.document import Document
from finsam_forms.core.fingerprint import fingerprint
from finsam_forms.core.party import parties_of
from finsam_forms.core.waiver import Waiver
from finsam_forms.export.formats import FORMATS, ZIP, Format, Order, Unmade, slug
from finsam_forms.export.happened import Happening
from finsam_forms.export.parcel import LETTER, SUMS, count, stream
from finsam_forms.export.stamp import Stamp
from finsam_forms.incoming.compare import compare
from finsam_forms.incoming.readers import read_file
from finsam_forms.incoming.taken import new_document
from tests.builder import MALLS, worked_example
from tests.export import printing
from tests.export.pdf.vera import vera

EXAMPLE = worked_example()
LOCKED = Stamp.locked("2026-12-01 10:00", 1, "a1b2c3d4e5f6" + "0" * 52, "2026-11-30T10:00:00.000Z")
HISTORY = (
    Happening(
        day="2026-11-30", start="14:03", end="15:10", name="Bo; Ek", organisation="=1+1", what="Ändrade", times=3
    ),
)


def order(document=None, **more):
    return Order(**{"document": document or EXAMPLE, "stamp": LOCKED, "history": HISTORY, "draft": "1", **more})


def opened(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        return {one.filename: package.read(one) for one in package.infolist()}


def words_of(pdf):
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


@pytest.fixture(scope="module")
def parts():
    return opened(ZIP.make(order()))


def test_allt_ar_med_under_namn_som_alla_datorer_klarar(parts):
    endings = sorted(name.rpartition(".")[2] for name in parts)
    assert endings == ["csv", "docx", "json", "pdf", "pdf", "pdf", "pdf", "pdf", "pdf", "txt", "xlsx"]
    for name in parts:
        assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,90}", name)
    for party in parties_of(EXAMPLE):
        assert any(name.endswith(f"_{slug(party.shown_name)}.pdf") for name in parts)


def test_filerna_i_paketet_ar_de_som_sparas_var_for_sig(parts):
    (name,) = (name for name in parts if name.endswith(".json"))
    assert json.loads(parts[name]) == json.loads(FORMATS["json"].make(order()))
    (name,) = (name for name in parts if name.endswith(".pdf") and name.startswith("vagen-in"))
    assert words_of(parts[name]) == words_of(FORMATS["pdf"].make(order()))


def test_varje_fil_ar_kand_pa_sitt_fingeravtryck(parts, tmp_path):
    sums = dict(line.split("  ")[::-1] for line in parts[SUMS].decode().splitlines())
    assert sums.keys() == parts.keys() - {SUMS}
    assert all(sha256(parts[name]).hexdigest() == digest for name, digest in sums.items())
    letter = words_of(parts[LETTER]).replace(" ", "")
    for name, digest in sums.items():
        if name != LETTER:
            assert digest in letter and name in letter
    for name, content in parts.items():
        (tmp_path / name).write_bytes(content)
    checked = subprocess.run(["sha256sum", "-c", SUMS], cwd=tmp_path, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.long
def test_varje_pdf_i_paketet_ar_for_alla_och_att_spara(parts, tmp_path):
    """The letter too, by page-validation and veraPDF."""
    papers = {name: content for name, content in parts.items() if name.endswith(".pdf")}
    assert {name: faults for name, content in papers.items() if (faults := printing.faults(content))} == {}
    for name in (LETTER, next(name for name in papers if name.startswith("underskrift_1"))):
        (tmp_path / name).write_bytes(papers[name])
    assert [fault for faults in vera(*tmp_path.iterdir()).values() for fault in faults] == []


def test_foljebrevet_sager_till_vem_vad_och_vem_som_skriver_under(parts):
    letter = words_of(parts[LETTER])
    assert MALLS["ansokan"].forbund in letter and EXAMPLE.title in letter
    assert "A1B2-C3D4-E5F6" in letter and "UTKAST" not in letter
    for number, party in enumerate(parties_of(EXAMPLE), 1):
        assert f"{number} av 4 {party.name}" in letter


def test_ett_utkast_som_inte_ar_last_sager_det():
    letter = words_of(opened(ZIP.make(order(stamp=Stamp("2026-12-01 10:00"))))[LETTER])
    assert "inte låst för underskrift" in letter


def test_det_som_far_sta_star_med_sitt_skal():
    document = EXAMPLE.replace({"syfte": ""})
    key = next(one.key for one in check_document(document) if one.severity.value == "fel")
    waivers = {key: Waiver("Styrgruppen skriver det i mars", "Anna, FK")}
    letter = words_of(opened(ZIP.make(order(document, remarks=check_document(document, waivers=waivers))))[LETTER])
    assert "Ska stå så: Styrgruppen skriver det i mars (Anna, FK)" in letter
    assert "Får stå, med skäl" not in words_of(opened(ZIP.make(order()))[LETTER])


def test_historiken_ar_en_tabell_som_ingenting_raknas_ut_i(parts):
    text = parts["historik.csv"].decode("utf-8-sig")
    heads, row = csv.reader(io.StringIO(text), delimiter=";")
    assert heads[0] == "Dag" and len(heads) == len(row)
    assert row[3:5] == ["Bo; Ek", "'=1+1"] and row[-1] == "3"


def test_paketet_las_tillbaka():
    data = ZIP.make(order())
    assert fingerprint(new_document(read_file(data, MALLS), MALLS)) == fingerprint(EXAMPLE)
    found = compare(read_file(data, MALLS, beside=EXAMPLE), EXAMPLE, "1")
    assert found.differences == () and found.unplaced == ()


@pytest.mark.parametrize("mall", MALLS.values(), ids=MALLS)
def test_varje_formular_gar_att_gora_i_ordning_tomt(mall):
    made = order(Document(mall, mall.start_values()), stamp=Stamp("2026-12-01 10:00"), history=())
    parts = opened(ZIP.make(made))
    assert len(parts) == count(made)


def test_namn_som_ar_lika_eller_tomma_blir_anda_olika_filer():
    document = EXAMPLE
    same = {f"{party.path}/organisation": "Å–Ö: ”kommun”/region" for party in parties_of(document)}
    parts = opened(ZIP.make(order(document.replace({**same, "insatsens_namn": "…"}))))
    assert len(parts) == 11
    assert "utskrift.pdf" in parts and "underskrift_1_a-o-kommun-region.pdf" in parts


def test_filerna_kommer_en_i_taget():
    grown = [*stream(order())]
    assert sum(len(one) > 0 for one in grown) == count(order()) + 1
    assert opened(b"".join(grown))


def test_det_som_inte_gar_att_gora_sags_innan_nagot_har_kommit(monkeypatch):
    def fails(made):
        raise Unmade("Det går inte.")

    own = Format(name="egen", said="egen", media_type="x/x", ending=".egen", templated=True, make=fails)
    monkeypatch.setitem(FORMATS, "egen", own)
    monkeypatch.delitem(FORMATS, "docx")
    with pytest.raises(Unmade):
        next(stream(order()))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Älvkarleby kommun", "alvkarleby-kommun"),
        ("Ærø/É: “x”", "aero-e-x"),
        ("  ", ""),
        ("あ", ""),
        ("a" * 99, "a" * 60),
    ],
)
def test_ord_blir_namn_pa_filer(words, name):
    assert slug(words) == name
