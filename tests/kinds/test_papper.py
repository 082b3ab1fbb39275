"""What paper says of a form that is no ansökan: its own words, and every question."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from finsam_forms.core.document import Document
from finsam_forms.core.party import parties_of
from finsam_forms.export.stamp import Stamp
from tests.export import printing
from tests.kinds.case import form_of, squeezed
from tests.kinds.test_nycklar import CHOICE, GROUP
from tests.kinds.test_udda import AT, BUDGET, LINE_COLUMN, PARTIES, ROWS, SECTION, SIGNATURE, field, part

PERIOD = field(id='"tid"', type='"period"', label='"När skedde det?"')


def test_huvudet_sager_bara_det_som_formularet_har():
    """A period that is not the insats' own time is no insatstid, and a budget asks for money in an application only."""
    values = {"agare/aa1/_plats": "g", "agare/aa1/organisation": "Tierps kommun", "namn": "Vägen"}
    name = field(id='"namn"', type='"line"', label='"Rapportens namn"')
    form = form_of(SECTION + name + PERIOD + PARTIES + BUDGET + GROUP + SIGNATURE, title_path="namn")
    found = squeezed(pdf_of(Document(form, values)))
    assert "Insatstid" not in found and "Insatsensnamn" not in found and "Söktbelopp" not in found
    assert found.count("RapportensnamnVägen") == 1
    told = form_of(SECTION + PERIOD + 'role = "insatstid"\n' + SIGNATURE + PARTIES)
    assert "Insatstid" in pdf_of(Document(told, {}))


@pytest.mark.parametrize(("owners", "word"), [(True, '"ägare"'), (False, '"samverkanspart"'), (True, "")])
def test_en_part_utan_namn_kallas_vid_formularets_ord(owners, word):
    one = field(
        id='"p"', type='"parties"', label='"P"', owners=str(owners).lower(), **({"row_name": word} if word else {})
    )
    (party,) = parties_of(Document(form_of(SECTION + one), {"p/aa1/_plats": "g"}))
    assert party.role == f"{(word.strip(chr(34)) or 'part').capitalize()} 1"


@pytest.mark.parametrize(
    ("title", "fields"),
    [
        ("namn", field(id='"namn"', type='"line"', label='"Namn"') + ROWS + LINE_COLUMN),
        ("_titel", SECTION.replace('"a"', '"b"') + PARTIES + SECTION + ROWS + LINE_COLUMN + SIGNATURE),
        ("_titel", PERIOD.replace("När skedde det?", "Raderna")),
        ("_titel", field(id='"j"', type='"yes_no"', label='"Raderna"')),
    ],
    ids=["bredvid namnet", "bredvid underskrifter", "en period ensam", "en fråga ensam"],
)
def test_etiketten_star_pa_papperet(title, fields):
    form = form_of(fields if SECTION in fields else SECTION + fields, title_path=title)
    assert "Raderna" in pdf_of(Document(form, {"agare/aa1/_plats": "g", "rader/aa1/_plats": "g"}))


def test_en_tom_blankett_har_svaren_att_valja_mellan():
    column = part("column", id='"val"', type='"choice"', label='"Slag"', options='["ny", "gammal"]')
    form = form_of(SECTION + CHOICE.format(options='["liten", "mellan", "stor"]') + ROWS + column + LINE_COLUMN)
    found = pdf_of(Document(form, {}), Stamp(AT, "blankett"))
    assert all(f"☐{answer}" in squeezed(found) for answer in ("liten", "mellan", "stor"))
    assert "Slag(ny,gammal)" in squeezed(found)


def pdf_of(document, stamp=None):
    data = printing.pdf(document, stamp or Stamp(AT))
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
