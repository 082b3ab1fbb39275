"""Our workbook comes back: unchanged it says nothing new, changed it says exactly what was changed."""

from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook

from finsam_forms.core.document import Document
from finsam_forms.core.kinds.figures import figures
from finsam_forms.core.party import parties_of
from finsam_forms.export.xlsx import anchors
from finsam_forms.incoming import own_book
from finsam_forms.incoming.brought import Refused
from finsam_forms.incoming.compare import compare
from finsam_forms.incoming.taken import new_document
from tests.builder import ANSOKAN, worked_example
from tests.export.test_elements import DOCUMENTS, LON
from tests.export.xlsx.book import BLANK, by_chance, made
from tests.export.xlsx.test_blad import KOSTNADER, NASTY
from tests.incoming.xlsx.edited import FORMS, changes, in_libreoffice, needs_uno, place_of, read, with_cells

RESOR = "budget/ovrigt/resor/belopp/alvkarleby"
BELOPP = f"{LON}/belopp/alvkarleby"
AF, REGION, FK = (f"samverkansparter/{row}" for row in ("af", "region", "fk"))


def silent(brought):
    return not (brought.unplaced or brought.doubts or brought.said)


@pytest.mark.parametrize("name", DOCUMENTS, ids=str)
def test_en_orord_bok_sager_inget_nytt(name):
    brought = read(made(DOCUMENTS[name]), DOCUMENTS[name])
    assert changes(brought) == {} and silent(brought)
    assert (brought.form, brought.draft) == (DOCUMENTS[name].mall.id, "7")
    assert brought.base == {path: text for path, text in DOCUMENTS[name].values.items() if text and path[0] != "_"}
    assert not compare(brought, DOCUMENTS[name], "7").differences


@pytest.mark.parametrize(
    ("seed", "document", "stamp"), [*by_chance(24)], ids=lambda one: str(one) if isinstance(one, int) else ""
)
def test_inte_heller_en_av_ett_dokument_som_ingen_har_valt(seed, document, stamp):
    brought = read(made(document, stamp), document)
    assert changes(brought) == {} and silent(brought)


@pytest.mark.parametrize("typed", NASTY, ids=lambda typed: repr(typed)[:20])
def test_vilka_ord_som_helst_kommer_tillbaka(typed):
    document = worked_example().replace({f"{LON}/benamning": typed, RESOR: typed, "diarienummer": typed})
    assert changes(read(made(document), document)) == {}


def test_ett_uttryck_ar_oforandrat_sa_lange_det_ger_samma_belopp():
    document = worked_example().replace({BELOPP: "12*27083"})
    assert read(made(document), document).values[BELOPP] == "12*27083"
    changed = with_cells(document, {place_of(document, 324_996): 324_997})
    assert changes(read(changed, document)) == {BELOPP: "324997"}


WRITTEN = [
    ("kr", 325_000, 330_000, "330000"),
    ("kr", 325_000, "330 tkr", "330 tkr"),
    ("kr", 325_000, "många", "många"),
    ("kr", 325_000, None, ""),
    ("kr", 325_000, 330_000.5, "330000,5"),
    ("tkr", 325, 330, "330000"),
    ("tkr", 325, 330.25, "330250"),
    ("tkr", 325, "330", "330 tkr"),
    ("tkr", 325, "330 000 kr", "330 000 kr"),
]


@pytest.mark.parametrize(("unit", "stood", "written", "text"), WRITTEN)
def test_ett_nytt_belopp_ar_det_som_en_person_skulle_ha_skrivit(unit, stood, written, text):
    document = worked_example().replace({"budget/enhet": unit})
    brought = read(with_cells(document, {place_of(document, stood, KOSTNADER): written}), document)
    assert changes(brought) == {BELOPP: text}


def test_ett_belopp_pa_en_rad_som_formularet_sjalvt_har_skiljer_i_jamforelsen():
    document = worked_example()
    brought = read(with_cells(document, {place_of(document, 30_000, KOSTNADER): 31_000}), document)
    (found,) = compare(brought, document, "7").differences
    assert (found.path, found.file) == ("budget/ovrigt/inkopta_utredningar/belopp/alvkarleby", "31000")


@pytest.mark.parametrize(
    ("written", "text"),
    [(0.8, "80"), (0.375, "37,5"), (80, "80"), ("80 %", "80 %"), (1.2, "120"), ("halvtid", "halvtid")],
)
def test_en_ny_andel(written, text):
    document = worked_example()
    brought = read(with_cells(document, {place_of(document, 0.75): written}), document)
    assert changes(brought) == {f"{LON}/tjanst_procent": text}


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (210_501, "210501"),
        (44_317, "2021-05-01"),
        ("1 maj 2021", "1 maj 2021"),
        ("snart", "snart"),
    ],
)
def test_en_ny_dag(written, text):
    """210501 in a cell made for days is a day of the year 2476 to a spreadsheet."""
    document = worked_example()
    sheet, _, cell = place_of(document, 0.75).partition("!")
    day = f"{sheet}!{chr(ord(cell[0]) + 1)}{cell[1:]}"
    assert changes(read(with_cells(document, {day: written}), document)) == {f"{LON}/fran": text}


def test_ett_foreslaget_ar_ar_oskrivet_tills_nagon_skriver_over_formeln():
    document = DOCUMENTS["över årsskiftet"]
    sheet = "Egenfinansiering per kalenderår"
    place = place_of(document, 31_500, sheet)
    assert changes(read(with_cells(document, {place: 30_000}), document)) == {
        "budget/egenfinansiering/lokal/lokalhyra/ar/2021/alvkarleby": "30000"
    }


def test_en_ifylld_tom_rad_blir_en_ny_rad_sist():
    document = worked_example()
    sheet, _, cell = place_of(document, "Processledare", KOSTNADER).partition("!")
    row = int(cell[1:]) + 1
    filled = {f"{sheet}!C{row}": "Handledare", f"{sheet}!G{row}": 90_000, f"{sheet}!D{row}": 0.5}
    brought = read(with_cells(document, filled), document)
    found = changes(brought)
    (new,) = {path.split("/")[2] for path in found}
    place = found.pop(f"budget/lon/{new}/_plats")
    assert place > document.text(f"{LON}/_plats")
    assert found == {
        f"budget/lon/{new}/benamning": "Handledare",
        f"budget/lon/{new}/belopp/alvkarleby": "90000",
        f"budget/lon/{new}/tjanst_procent": "50",
    }
    assert read(with_cells(document, filled), document).values == brought.values, "läst igen är det samma rad"
    assert [one.what.value for one in compare(brought, document, "7").differences]


def test_en_overskriven_summa_sags():
    document = worked_example()
    brought = read(with_cells(document, {place_of(document, 355_000, KOSTNADER): 999}), document)
    assert changes(brought) == {}
    assert any("stämmer inte" in one and "999" in one and "355\N{NO-BREAK SPACE}000" in one for one in brought.said)


def test_en_tillagd_kolumn_och_ett_tillagt_blad_sags_och_laggs_ingenstans():
    document = worked_example()
    book = load_workbook(io.BytesIO(made(document)))
    book[KOSTNADER]["J6"], book[KOSTNADER]["J9"] = "Region Gävleborg", 12_000
    book.create_sheet("Egna anteckningar")["B2"] = "Kom ihåg hyran"
    copy = book.copy_worksheet(book["Egenfinansiering"])
    copy.title = "Kopia"
    target = io.BytesIO()
    book.save(target)
    brought = read(target.getvalue(), document)
    assert changes(brought) == {}
    said = " ".join(f"{where} {words}" for where, words in brought.unplaced)
    assert "Region Gävleborg 12000" in said and "Kom ihåg hyran" in said and "”Kopia”" in said


def test_en_tom_blankett_som_fyllts_i_blir_ett_utkast():
    """Who has a column is not known until the names are filled in."""
    blank = Document(ANSOKAN, {})
    book = load_workbook(io.BytesIO(made(blank, BLANK, "")))
    book["2 Insatsägare"]["C6"], book["2 Insatsägare"]["C7"] = "Tierps kommun", "Heby kommun"
    sheet = book[KOSTNADER]
    (row,) = [row[0].row for row in sheet.iter_rows() if row[2].value == "Resor"]
    sheet.cell(row, 7).value, sheet.cell(row, 8).value = 12_000, 3_000
    sheet["C8"], sheet["D8"], sheet["G8"] = "Coach", 0.5, 90_000
    target = io.BytesIO()
    book.save(target)
    brought = read(target.getvalue(), blank)
    assert (brought.draft, [one for one in brought.doubts if "belopp" in one.path], brought.unplaced) == ("", [], ())
    document = new_document(brought, FORMS)
    tierp, heby = (party.id for party in parties_of(document))
    assert [party.name for party in parties_of(document)] == ["Tierps kommun", "Heby kommun"]
    resor = "budget/ovrigt/resor/belopp"
    assert (document.text(f"{resor}/{tierp}"), document.text(f"{resor}/{heby}")) == ("12000", "3000")
    (coach,) = document.rows("budget/lon")
    assert document.text(f"budget/lon/{coach}/benamning") == "Coach"
    assert figures(document).sum("total").value == 105_000


def test_en_tom_blankett_som_ingen_fyllt_i_sager_inget():
    brought = read(made(Document(ANSOKAN, {}), BLANK, ""), Document(ANSOKAN, {}))
    assert not any(brought.values.values()) and silent(brought)


def test_ett_andrat_doldt_blad_avvisas_med_en_mening():
    book = load_workbook(io.BytesIO(made(worked_example())))
    for text in ("{}", "[]", "null", '{"form": "ansokan", "base": {}, "sheets": [3]}', "inte json"):
        book["_finsam"]["A2"] = text
        target = io.BytesIO()
        book.save(target)
        with pytest.raises(Refused, match="dolda bladet"):
            read(target.getvalue(), worked_example())


def test_bada_sidor_menar_samma_dolda_blad():
    assert (own_book.HIDDEN, own_book.MARK) == (anchors.HIDDEN, anchors.MARK)


HEADS = ["unprotect", KOSTNADER]
EDITS = {
    "bara sparad": [],
    "tre ändringar": [
        ["number", KOSTNADER, "G8", 330_000],
        ["text", KOSTNADER, "C8", "Processledare och samordnare"],
        ["text", "3 Samverkansparter", "D7", "Ny chef"],
    ],
    "rad infogad och rad borttagen": [
        HEADS,
        ["insert rows", KOSTNADER, 8, 1],
        ["text", KOSTNADER, "C8", "Coach"],
        ["number", KOSTNADER, "G8", 50_000],
        ["unprotect", "3 Samverkansparter"],
        ["delete rows", "3 Samverkansparter", 7, 1],
    ],
    "flyttad rad": [["unprotect", "3 Samverkansparter"], ["move row", "3 Samverkansparter", 8, 6]],
    "överskriven formel": [HEADS, ["number", KOSTNADER, "G12", 1]],
    "bladet har bytt namn": [["rename", KOSTNADER, "Kostnader 2021"], ["number", "Kostnader 2021", "G8", 1_000]],
    "en kolumn till": [
        HEADS,
        ["insert columns", KOSTNADER, 8, 1],
        ["text", KOSTNADER, "H6", "Heby"],
        ["number", KOSTNADER, "H8", 7],
    ],
    "ett blad borttaget": [["delete sheet", "Egenfinansiering"]],
    "tangentbord": [["type", KOSTNADER, "G8", "=12*27083"], ["type", KOSTNADER, "E8", "2021-05-01"]],
}


@pytest.fixture(scope="module")
def edited(tmp_path_factory):
    data = made(worked_example())
    return in_libreoffice(tmp_path_factory.mktemp("uno"), {name: (data, edits) for name, edits in EDITS.items()})


@needs_uno
@pytest.mark.long
@pytest.mark.parametrize("name", ["bara sparad", "tre ändringar", "flyttad rad", "bladet har bytt namn", "tangentbord"])
def test_i_libreoffice_ar_andringen_precis_den_som_gjordes(edited, name):
    wanted = {
        "bara sparad": {},
        "tre ändringar": {
            BELOPP: "330000",
            f"{LON}/benamning": "Processledare och samordnare",
            f"{REGION}/kontaktperson": "Ny chef",
        },
        "flyttad rad": {f"{FK}/_plats"},
        "bladet har bytt namn": {BELOPP: "1000"},
        "tangentbord": {BELOPP: "324996", f"{LON}/fran": "2021-05-01"},
    }[name]
    brought = read(edited[name], worked_example())
    assert silent(brought), (brought.unplaced, brought.doubts, brought.said)
    found = changes(brought)
    assert (found if isinstance(wanted, dict) else set(found)) == wanted
    if name == "flyttad rad":
        assert found[f"{FK}/_plats"] < worked_example().text(f"{AF}/_plats")


@pytest.mark.long
@needs_uno
def test_en_infogad_och_en_borttagen_rad_i_libreoffice(edited):
    brought = read(edited["rad infogad och rad borttagen"], worked_example())
    found = changes(brought)
    assert found.pop(f"{REGION}/_plats") == ""
    (new,) = {path.split("/")[2] for path in found}
    assert found.pop(f"budget/lon/{new}/_plats") < worked_example().text(f"{LON}/_plats")
    assert found == {f"budget/lon/{new}/benamning": "Coach", f"budget/lon/{new}/belopp/alvkarleby": "50000"}
    assert not brought.said, "den nya raden är med i summan"


@pytest.mark.long
@needs_uno
@pytest.mark.parametrize(
    ("name", "words"),
    [("överskriven formel", "stämmer inte"), ("en kolumn till", "Heby 7"), ("ett blad borttaget", "bladen saknas")],
)
def test_annat_sags_och_laggs_ingenstans(edited, name, words):
    brought = read(edited[name], worked_example())
    assert changes(brought) == {}
    assert words in " ".join([*brought.said, *(one.words for one in brought.unplaced)])


@pytest.mark.parametrize("form", FORMS)
def test_ett_utkast_som_ingen_skrivit_i_sager_inget_nytt(form):
    document = Document(FORMS[form], {})
    brought = read(made(document), document)
    assert changes(brought) == {} and silent(brought)


def test_tal_i_en_verksamhet_som_ingen_lagt_till_ar_en_ny_verksamhet_som_det_fragas_om():
    document = Document(FORMS["delarsrapport"], {})
    women, men = (place_of(document, one, "Inkomna").replace("!B", "!C") for one in ("kvinnor", "män"))
    brought = read(with_cells(document, {women: 7, men: 4}), document)
    (row,) = (
        path.split("/")[1] for path in brought.values if path.startswith("aktiviteter/") and path.endswith("/_plats")
    )
    assert brought.values[f"aktiviteter/{row}/konen/kvinnor/antal"] == "7"
    assert brought.values[f"aktiviteter/{row}/konen/man/antal"] == "4"
    assert brought.unplaced == ()
    (doubt,) = brought.doubts
    assert doubt.path == f"aktiviteter/{row}" and "en verksamhet som inte finns. Ska den läggas till?" in doubt.sentence
    assert {path.split("/")[0] for path in changes(brought)} == {"aktiviteter"}
