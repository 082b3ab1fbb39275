"""A workbook of participants: those who are left are a formula, and a number that is written over it is told."""

import io

from openpyxl import load_workbook

from finsam_forms.incoming.readers import read_file
from tests.export.xlsx.book import formulas, made
from tests.mallar.test_samverkansteam import AVESTA


def place_of(label):
    """(sheet, cell) of the figure beside some words."""
    for sheet in formulas(made(AVESTA)):
        for row in sheet.iter_rows():
            if any(str(cell.value).startswith(label) for cell in row):
                return sheet.title, [cell for cell in row if cell.value is not None][-1]
    raise AssertionError(label)


def test_de_som_ar_kvar_ar_de_som_har_kommit_utan_de_som_har_slutat():
    _, cell = place_of("Antal aktiva")
    _, came = place_of("Antal inskrivna Tom")
    assert cell.value.startswith(f"=N({came.coordinate})-N(")


def test_ett_antal_aktiva_som_nagon_har_skrivit_over_sags():
    sheet, cell = place_of("Antal aktiva")
    workbook = load_workbook(io.BytesIO(made(AVESTA)))
    workbook[sheet][cell.coordinate] = 40
    target = io.BytesIO()
    workbook.save(target)
    said = read_file(target.getvalue(), {AVESTA.mall.id: AVESTA.mall}).said
    assert any("stämmer inte summan: där står 40, men det blir 39" in one.replace("\u00a0", " ") for one in said), said
