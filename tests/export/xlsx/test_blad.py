"""The workbook: every table with its texts and amounts, sums as formulas, places to fill in."""

from __future__ import annotations

import io
import zipfile

import pytest
from openpyxl.utils import get_column_letter
from openxml_audit import OpenXmlValidator
from xlsxwriter.worksheet import Worksheet

from finsam_forms.core.document import Document
from finsam_forms.core.kinds.figures import figures
from finsam_forms.core.unit import Unit
from finsam_forms.export import elements as e
from finsam_forms.export.printout import printout
from finsam_forms.export.stamp import Stamp
from finsam_forms.export.words import in_table
from tests.builder import ANSOKAN, MALLS, worked_example
from tests.export.any_document import some_document
from tests.export.test_elements import DOCUMENTS, LON
from tests.export.xlsx.book import AT, BLANK, cells, counted, formulas, in_words, made, planned, values
from tests.kinds.case import squeezed
from tests.sample import some_of

SEEDS = range(40)
KOSTNADER = "Kostnader att rekvirera från…"


def checked(document, stamp=AT):
    """Every figure of the sheets is the program's own, and every sum is a formula. Gives how many there were."""
    data, number = made(document, stamp), 0
    stored, written = values(data), formulas(data)
    for sheet in planned(document, stamp):
        for (row, col), one in sheet.cells.items():
            place = f"{get_column_letter(col + 1)}{row + 1}"
            if one.formula:
                assert written[sheet.name][place].data_type == "f", (sheet.name, place)
            if one.cell.key and stamp.state != "blankett" and isinstance(one.cell.value, int):
                own = counted(figures(document).sum(one.cell.key).value, one.cell.unit, one.amounts.unit == "tkr")
                assert stored[sheet.name][place].value == pytest.approx(own, abs=1e-9), (sheet.name, place)
                number += 1
    return number


@pytest.mark.parametrize("name", DOCUMENTS, ids=str)
def test_varje_tal_ar_programmets_eget_och_varje_summa_en_formel(name):
    assert checked(DOCUMENTS[name]) or not any(table for table in tables(DOCUMENTS[name]) if table.look == "ledger")


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if not name.startswith("attendance")], ids=str)
def test_varje_tal_i_en_summarad_ar_en_formel(name):
    """How many came to meetings is counted from ticks, not added up."""
    bare = [
        one.cell.key or one.cell.value
        for sheet in planned(DOCUMENTS[name], AT)
        for (row, _), one in sheet.cells.items()
        if sheet.kinds.get(row) in ("sum", "total") and isinstance(one.cell.value, int) and not one.formula
    ]
    assert bare == []


@pytest.mark.parametrize("seed", SEEDS)
def test_ocksa_i_dokument_som_ingen_har_valt(seed):
    document, stamp = some_document(seed)
    checked(document, stamp)


AS_STORED = (Unit.DAY, Unit.SHORT_DAY, Unit.TICK)


def tables(document, stamp=AT):
    return [one for one in printout(document, stamp).elements if isinstance(one, e.Table)]


@pytest.mark.parametrize("name", DOCUMENTS, ids=str)
def test_varje_text_och_belopp_i_tabellerna_finns(name):
    """As the paper shows them: numbers by their value, words as they are."""
    document = DOCUMENTS[name]
    found = {squeezed(in_words(cell.value)) for _, cell in cells(values(made(document)))}
    everything = "|".join(found)
    for table in tables(document):
        assert not table.title or squeezed(table.title) in everything
        for cell in (*(column.head for column in table.columns), *(one for row in table.rows for one in row.cells)):
            if isinstance(cell.value, int) and not isinstance(cell.value, bool):
                assert squeezed(in_words(counted(cell.value, cell.unit, table.amounts.unit == "tkr"))) in found
            elif cell.value is not None:
                told = in_words(cell.value) if cell.unit in AS_STORED else in_table(cell, table)
                assert squeezed(told).removesuffix("*") in everything, cell


@pytest.mark.parametrize(
    "name", ["exemplet", "i tkr", "över årsskiftet", "oläst", "nytt", "_udda", "_udda, oläst", "table"], ids=str
)
@pytest.mark.parametrize(
    "stamp", some_of([AT, BLANK, Stamp.locked("2026-11-23 14:00", 3, "b" * 64)]), ids=lambda one: one.state
)
def test_en_annan_lasare_av_formatet_finner_inga_fel(name, stamp, tmp_path):
    document = DOCUMENTS[name] if stamp is not BLANK else Document(DOCUMENTS[name].mall, {})
    file = tmp_path / "fil.xlsx"
    file.write_bytes(made(document, stamp))
    assert [str(one) for one in OpenXmlValidator().validate(file).errors] == []


NASTY = ["=1+1", "+46 8 123", "-5 deltagare", "@SUM(A1)", '=HYPERLINK("http://x.example";"x")', "http://x.example", "{=1}",
         "Vård & omsorg <b>", "_x0041_", "rad 1\nrad 2", "\x0b\x1f", "\ufffe\ud800", "'", '"', "012", "😀é", "x" * 40_000]  # fmt: skip


@pytest.mark.parametrize("typed", NASTY, ids=lambda typed: repr(typed)[:20])
def test_det_som_skrivits_ar_text_vad_det_an_borjar_med(typed):
    document = worked_example().replace({"insatsagare/alvkarleby/organisation": typed, f"{LON}/benamning": typed})
    written = formulas(made(document))
    names = [cell for sheet in ("2 Insatsägare", KOSTNADER) for row in written[sheet].iter_rows() for cell in row]
    found = [cell for cell in names if cell.fill.fgColor.rgb == "FFFFF6D6" and cell.data_type in "sf" and cell.value]
    assert {cell.data_type for cell in found} == {"s"}
    assert any(str(cell.value)[:3] == typed[:3] for cell in found) or not typed.isprintable() or typed == "_x0041_"
    with zipfile.ZipFile(io.BytesIO(made(document))) as package:
        assert not any("hyperlinks" in package.read(name).decode() for name in package.namelist() if "sheet" in name)


def test_en_for_lang_text_avkortas_inte_i_tysthet():
    document = worked_example().replace({f"{LON}/benamning": "x" * 40_000})
    notes = [cell.comment.text for _, cell in cells(formulas(made(document))) if cell.comment]
    assert any("avkortad" in note for note in notes)


def test_det_som_fylls_i_ar_upplast_och_fargat_och_allt_annat_last_utan_losenord():
    data = made(worked_example())
    for sheet in formulas(data):
        assert sheet.title == "_finsam" or (sheet.protection.sheet and not sheet.protection.password)
        for row in sheet.iter_rows():
            for cell in row:
                coloured = cell.fill.fgColor.rgb == "FFFFF6D6"
                assert cell.protection.locked != coloured, (sheet.title, cell.coordinate)
                assert not (cell.data_type == "f" and not cell.protection.locked)


ASKED = {Unit.KRONOR: "decimal", Unit.SHARE: "decimal", Unit.COUNT: "whole", Unit.DAY: "date", Unit.SHORT_DAY: "date"}


@pytest.mark.parametrize("name", DOCUMENTS, ids=str)
def test_varje_regel_for_det_som_fylls_i_star_en_gang_pa_bladet_for_alla_sina_celler(name):
    document = DOCUMENTS[name]
    written = formulas(made(document))
    for sheet in planned(document):
        rules = written[sheet.name].data_validations.dataValidation
        asks = [(rule.type, rule.formula1, rule.error) for rule in rules]
        assert len(set(asks)) == len(asks)
        for (row, col), one in sheet.cells.items():
            cell = written[sheet.name].cell(row + 1, col + 1)
            found = [rule.type for rule in rules if cell.coordinate in rule.sqref]
            kind = "list" if one.offers else ASKED.get(one.cell.unit)
            assert found == ([kind] if kind and not cell.protection.locked else []), (sheet.name, cell.coordinate)


def test_cellerna_under_varandra_har_regeln_som_ett_omrade_sa_att_en_infogad_rad_far_den():
    (rule,) = (
        one for one in formulas(made(worked_example()))[KOSTNADER].data_validations.dataValidation if "G8" in one.sqref
    )
    assert {str(one) for one in rule.sqref.ranges} >= {"G8:G11"}


@pytest.mark.parametrize("name", DOCUMENTS, ids=str)
def test_ingen_formel_har_en_funktion_som_skulle_skrivas_pa_ett_annat_satt(name):
    """XlsxWriter would look for those that came after Excel 2007; the program doesn't let it."""
    writes = Worksheet()._prepare_formula
    for sheet in planned(DOCUMENTS[name]):
        assert all(writes(one.formula, True) == one.formula for one in sheet.cells.values())


def test_en_last_version_har_inget_att_fylla_i():
    data = made(worked_example(), Stamp.locked("2026-11-23 14:00", 3, "b" * 64))
    assert all(cell.protection.locked for _, cell in cells(formulas(data)))


def test_det_som_inte_gar_att_lasa_star_som_text_och_ar_markt():
    sheet = formulas(made(DOCUMENTS["oläst"]))[KOSTNADER]
    (typed,) = [cell for row in sheet.iter_rows() for cell in row if cell.value == "9,000 000"]
    assert typed.data_type == "s" and "Går inte att läsa" in typed.comment.text
    starred = [cell for row in sheet.iter_rows() for cell in row if cell.number_format.endswith('"*"')]
    assert starred and all("inte med i summan" in cell.comment.text for cell in starred if cell.data_type == "f")


@pytest.mark.parametrize(("unit", "form", "value"), [("kr", "#,##0", 325_000), ("tkr", "#,##0", 325)])
def test_belopp_dagar_och_andelar_ar_tal_i_svenskt_format(unit, form, value):
    sheet = values(made(worked_example().replace({"budget/enhet": unit})))[KOSTNADER]
    (row,) = [row for row in sheet.iter_rows() if any(cell.value == "Processledare" for cell in row)]
    _, _, name, share, start, _, amount, total = row[:8]
    assert (share.value, share.number_format) == (0.75, "[$-41D]0\\ %")
    assert (f"{start.value:%y%m%d}", start.number_format) == ("210401", "[$-41D]yymmdd")
    assert (amount.value, amount.number_format, total.value) == (value, f"[$-41D]{form}", value)


def test_sidan_ar_liggande_en_sida_bred_och_rubriken_upprepas():
    for sheet in formulas(made(worked_example())):
        if sheet.title != "_finsam":
            assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
            assert sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.page_setup.fitToHeight == 0
            assert sheet.print_title_rows and "Vägen in" in sheet.oddHeader.left.text
            assert sheet.row_dimensions[1].hidden and sheet.column_dimensions["A"].hidden


def test_dokumentet_sager_vad_det_ar_och_var_det_kommer_ifran():
    workbook = formulas(made(worked_example(), draft="12"))
    assert workbook.properties.title.startswith("Vägen in")
    assert {one.name: one.value for one in workbook.custom_doc_props}["finsam_utkast"] == "12"
    assert workbook["_finsam"].sheet_state == "veryHidden"


def test_ett_blad_per_tabell_och_sammanstallningen_en_gang():
    assert formulas(made(DOCUMENTS["över årsskiftet"])).sheetnames == [
        "Uppgifter", "2 Insatsägare", "3 Samverkansparter", KOSTNADER, "Egenfinansiering", "Övrig finansiering, ESF mm",
        "Budgetsammanställning", "Kostnader att… per kalenderår", "Egenfinansiering per kalenderår", "_finsam",
    ]  # fmt: skip


@pytest.mark.parametrize("form", MALLS, ids=str)
def test_en_tom_blankett_och_ett_nytt_utkast_gar_att_gora(form):
    for document, stamp in (
        (Document(MALLS[form], {}), BLANK),
        (Document(MALLS[form], MALLS[form].start_values()), AT),
    ):
        workbook = formulas(made(document, stamp, ""))
        assert any(not cell.protection.locked for sheet in workbook for row in sheet.iter_rows() for cell in row)


def test_nya_rader_ryms_inom_varje_summa():
    """Between the heading of a group and its sum there is no row that the sum is not of."""
    for sheet in formulas(made(Document(ANSOKAN, ANSOKAN.start_values()))):
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f" and "INDEX" in cell.value:
                    first = int(cell.value.partition("$")[2].partition(":")[0])
                    assert cell.value.endswith(f":INDEX({cell.column_letter}:{cell.column_letter},ROW()-1))")
                    assert sheet.cell(first, 2).value or sheet.cell(first, 3).value, "börjar vid en rubrik"


def test_varje_blads_namn_har_en_rad_som_ar_hog_nog():
    """LibreOffice does not make it as high as its words: the line under it would stand in them."""
    for sheet in values(made(worked_example())).worksheets:
        if sheet.sheet_state == "visible":
            assert sheet.row_dimensions[2].height == 21, sheet.title
