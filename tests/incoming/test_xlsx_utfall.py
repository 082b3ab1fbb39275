"""A workbook of budget against outcome: its differences and shares are formulas, and one that is written over is told."""

import io

from openpyxl import load_workbook

from finsam_forms.incoming.readers import read_file
from tests.core.test_budgetutfall import AVESTA, document
from tests.export.xlsx.book import cells, formulas, made

FOUND = document(AVESTA)
SHEET = "Utfall 2016-06-30 av 2016"


def formula_of(label, head):
    sheet = formulas(made(FOUND))[SHEET]
    (row,) = [one[0].row for one in sheet.iter_rows() if any(cell.value == label for cell in one)]
    (col,) = [cell.column for one in sheet.iter_rows() for cell in one if cell.value == head]
    return sheet.cell(row, col)


def test_differens_och_andel_ar_formler():
    assert formula_of("Personal", "Differens").value == '=IF(COUNTA(C6,D6)=0,"",N(C6)-N(D6))'
    assert formula_of("Summa", "Förbrukat").value.endswith('ROUND(100*N(D9)/N(C9),0)/100,"")')
    assert len([one for _, one in cells(formulas(made(FOUND))) if one.data_type == "f"]) > 8


def test_en_differens_som_nagon_har_skrivit_over_sags():
    """Avesta's own table, where the difference of a row was 955 000."""
    workbook = load_workbook(io.BytesIO(made(FOUND)))
    workbook[SHEET][formula_of("Personal", "Differens").coordinate] = 955_000
    target = io.BytesIO()
    workbook.save(target)
    said = read_file(target.getvalue(), {FOUND.mall.id: FOUND.mall}).said
    assert [one.replace("\u00a0", " ") for one in said if "Personal" in one] == [
        f"På bladet ”{SHEET}”, raden ”Personal”, stämmer inte summan: där står 955 000, men det blir 956 000."
    ]
