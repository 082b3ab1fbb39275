"""What stands on which sheet: the parts of a print, and forms put together in other ways than the förbund's own."""

import io

from pypdf import PdfReader

from finsam_forms.core.document import Document
from finsam_forms.export import elements as e
from finsam_forms.export.printout import printout
from finsam_forms.export.stamp import Stamp
from tests.builder import worked_example
from tests.export import printing
from tests.kinds.case import form_of

STAMP = Stamp("2026-11-23 14:00")
PARTIES = '[[section.field]]\nid = "agare"\ntype = "parties"\nlabel = "Ägare"\nowners = true\n'
VALUES = {"agare/aa1/_plats": "g", "agare/aa1/organisation": "Tierps kommun", "ort": "Gävle"}


def section(section_id: str, *more: str) -> str:
    return f'[[section]]\nid = "{section_id}"\nheading = "Avsnitt {section_id}"\nshort = "{section_id}"\n' + "".join(
        more
    )


def field(field_id: str, kind: str, *more: str) -> str:
    return f'[[section.field]]\nid = "{field_id}"\ntype = "{kind}"\nlabel = "{field_id.capitalize()}"\n' + "".join(more)


def kinds(elements) -> list[str]:
    return [type(one).__name__ for one in elements]


def test_andra_fragor_bland_underskrifterna_hor_till_texten():
    form = form_of(
        section("a", PARTIES) + section("b", field("ort", "line"), field("hand", "signature", "owners = true\n"))
    )
    document = Document(form, VALUES)
    text, sheets = (printout(document, STAMP, part).elements for part in ("text", "underskrifter"))
    assert "Signature" not in kinds(text)
    assert [row.label for one in text if isinstance(one, e.Entries) for row in one.rows] == ["Ort"]
    assert kinds(sheets) == ["NewPage", "FormHead", "Heading", "Entries", "Signature"]


def test_bladen_att_skriva_under_numreras_over_hela_dokumentet():
    two = section("b", field("hand", "signature", "owners = true\n")) + section("c", field("andra", "signature"))
    partners = '[[section.field]]\nid = "vanner"\ntype = "parties"\nlabel = "Vänner"\n'
    document = Document(
        form_of(section("a", PARTIES, partners) + two),
        VALUES | {"vanner/bb1/_plats": "g", "vanner/bb1/organisation": "Region Uppsala"},
    )
    headings = [one for one in printout(document, STAMP, "underskrifter").elements if isinstance(one, e.Heading)]
    assert [heading.note.value for heading in headings] == ["Blad 1 av 2", "Blad 2 av 2"]


def test_ett_avsnitt_efter_en_liggande_bilaga_star_pa_hojden():
    annex = section("b", 'annex = "Bilaga B"\nlandscape = true\n', field("tva", "line"))
    form = form_of(section("a", field("ett", "line")) + annex + section("c", field("tre", "line")))
    data = printing.pdf(Document(form, {}), STAMP)
    shapes = [page.mediabox.width > page.mediabox.height for page in PdfReader(io.BytesIO(data)).pages]
    assert shapes == [False, True, False]


def test_en_dag_som_ar_skriven_star_pa_underskriftsbladet():
    path = "underskrifter_insatsagare/alvkarleby/datum"
    data = printing.pdf(worked_example().replace({path: "2027-01-15"}), STAMP, part="alvkarleby")
    assert "2027-01-15" in PdfReader(io.BytesIO(data)).pages[0].extract_text()


def test_ett_svar_som_inte_finns_bland_de_givna_skrivs_ut_anda():
    document = Document(form_of(section("a", field("prova", "yes_no"))), {"prova": "kanske"})
    (boxes,) = [one for one in printout(document, STAMP).elements if isinstance(one, e.Boxes)]
    assert [(box.label, box.chosen) for box in boxes.options] == [("Ja", False), ("Nej", False), ("kanske", True)]


def test_en_rubrik_star_inte_ensam_over_en_tabell_som_flyttas():
    """Section, heading and table go to the next page together, however far down the text before them reaches."""
    columns = "".join(f'[[section.field.column]]\nid = "{name}"\ntype = "line"\nlabel = "{name}"\n' for name in "xy")
    two = field("rader", "rows", columns) + field("ort", "line")
    form = form_of(section("a", field("text", "long_text")) + section("b", two))
    rows = {f"rader/r{n}/_plats": f"g{n:02d}" for n in range(12)} | {"rader/r0/x": "Tierps kommun"}
    for lines in range(16, 32):
        document = Document(form, rows | {"text": "\n\n".join(["En rad."] * lines)})
        data = printing.pdf(document, STAMP)
        (page,) = [words for one in PdfReader(io.BytesIO(data)).pages if "Avsnitt b" in (words := one.extract_text())]
        assert "Tierps kommun" in page, lines


def test_det_som_lases_pa_skarm_ar_allt_utom_bladen_i_formularets_ordning():
    everything, screen = (kinds(printout(worked_example(), STAMP, part).elements) for part in ("allt", "lasning"))
    first, last = everything.index("Signature"), len(everything) - 1 - everything[::-1].index("Signature")
    sheet = everything[:last].index("FormHead", 2) - 1
    assert "Signature" in everything[sheet : last + 1] and first <= last
    assert screen == everything[:sheet] + everything[last + 1 :]


def test_en_tom_tidplan_sags_vara_ej_ifylld():
    full = worked_example()
    empty = full.replace({f"tidplan/{row}/_plats": "" for row in full.rows("tidplan")})
    ruled = {
        name: [one for one in printout(document, STAMP).elements if isinstance(one, e.Ruled) and one.path == "tidplan"]
        for name, document in (("full", full), ("empty", empty))
    }
    assert not ruled["full"]
    assert [one.missing for one in ruled["empty"]] == [True]


TIMED = """
period = true
row = [{ id = "r", label = "Rad" }]
"""


def test_ett_utkast_har_ingen_rad_for_en_tid_som_ingen_har_skrivit_och_ingen_rubrik_over_ingenting():
    form = form_of(section("a", field("tal", "table", TIMED) + field("text", "long_text")))
    states = {"utkast": STAMP, "last": Stamp.locked("", 1, "b" * 64), "blankett": Stamp("", "blankett")}
    timed, ruled = {}, {}
    for state, stamp in states.items():
        found = printout(Document(form, {"tal/r/antal": "3"}), stamp).elements
        timed[state] = any(isinstance(one, e.Entries) and one.rows[0].label == "Tid" for one in found)
        ruled[state] = [one.lines for one in found if isinstance(one, e.Ruled)]
    assert timed == {"utkast": False, "last": False, "blankett": True}
    assert ruled == {"utkast": [2], "last": [0], "blankett": [10]}
    written = Document(form, {"tal/r/antal": "3", "tal/tid/start": "2017-01-01"})
    assert any(
        isinstance(one, e.Entries) and one.rows[0].label == "Tid"
        for one in printout(written, states["utkast"]).elements
    )
