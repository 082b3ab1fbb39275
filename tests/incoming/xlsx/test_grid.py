"""The sheets of a file from anybody, as plain values."""

from __future__ import annotations

import io
from datetime import date, datetime, time

import pytest
from openpyxl import Workbook

from finsam_forms.incoming.brought import Refused
from finsam_forms.incoming.grid import MOST_SHEETS, grids
from finsam_forms.incoming.package import unpacked
from tests.incoming.hostile import excel

CELLS = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="B{n}"><v>{n * 2}</v></c></row>' for n in range(1, 31))


def only(data: bytes):
    (grid,) = grids(unpacked(data))
    return grid


@pytest.mark.parametrize("dimension", ["A1", "A1:XFD1048576", "skräp", ""])
def test_vad_bladet_sager_om_sin_storlek_spelar_ingen_roll(dimension):
    grid = only(excel(f'<dimension ref="{dimension}"/><sheetData>{CELLS}</sheetData>'))
    assert (len(grid.rows), grid.at(30, 2)) == (30, 60)


def test_ett_tomt_format_langst_bort_ar_inget_innehall():
    """Whole columns and rows that somebody has coloured say nothing."""
    far = '<row r="1048576"><c r="XFD1048576" s="0"/></row>'
    assert only(excel(f"<sheetData>{CELLS}{far}</sheetData>")).at(1, 1) == 1


def test_varden_ar_tal_dagar_och_ord():
    book = Workbook()
    written = [1, 2.5, "ord", True, date(2021, 4, 1), datetime(2021, 4, 1, 12), time(8, 30), "  ", None, "_x0041_"]
    book.active.append(written)
    target = io.BytesIO()
    book.save(target)
    row = only(target.getvalue()).rows[1]
    assert [row.get(col) for col in range(1, 11)] == [
        1, 2.5, "ord", "ja", date(2021, 4, 1), date(2021, 4, 1), "08:30:00", None, None, "A",
    ]  # fmt: skip


def test_formler_utan_varde_raknas():
    worked = '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1+2</f></c><c r="C1"><f t="shared" si="0"/></c><c r="D1"><v>4</v></c>'
    grid = only(excel(f'<sheetData><row r="1">{worked}</row></sheetData>'))
    assert (grid.formulas, grid.unworked) == ({(1, 1), (1, 2), (1, 3)}, 2)


def test_alltfor_manga_blad_avvisas():
    book = Workbook()
    for number in range(MOST_SHEETS):
        book.create_sheet(str(number))
    target = io.BytesIO()
    book.save(target)
    with pytest.raises(Refused, match="blad"):
        grids(unpacked(target.getvalue()))
