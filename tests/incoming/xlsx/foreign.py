"""Budgets as other people make them in a spreadsheet: each says the same as the worked example, or tells what it says besides."""

from __future__ import annotations

import io
from datetime import date

from openpyxl import Workbook

from finsam_forms.core.document import Document
from tests.builder import ANSOKAN

A, P = "alvkarleby", "af"
DRAFT = Document(
    ANSOKAN,
    {
        "insatsens_namn": "Vägen in",
        f"insatsagare/{A}/_plats": "i",
        f"insatsagare/{A}/organisation": "Älvkarleby kommun",
        f"samverkansparter/{P}/_plats": "c",
        f"samverkansparter/{P}/organisation": "Arbetsförmedlingen",
        "samverkansparter/region/_plats": "i",
        "samverkansparter/region/organisation": "Region Uppsala",
        "budget/lon/pl/_plats": "i",
        "budget/lon/pl/benamning": "Processledare",
    },
)


def book(*sheets, merged=()):
    """Each sheet: its name, and rows of values."""
    made = Workbook()
    made.remove(made.active)
    for name, rows in sheets:
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
        for cells in merged:
            sheet.merge_cells(cells)
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


_ = None
PAPER = book(
    (
        "Budget",
        [
            ["Budget - detaljerad"],
            ["Insatsens namn", "Vägen in"],
            ["Insatsens löptid", date(2021, 4, 1), date(2021, 12, 31)],
            [],
            ["Kostnader att rekvirera från Samordningsförbundet (kr)"],
            [_, "tjänst i %", "tidsperiod (ååmmdd)", _, "Älvkarleby kommun", "ATT REKVIRERA - ALLA INSATSÄGARE"],
            [_, _, "från", "till", _, _],
            ["Lönekostnader inkl PO-pålägg"],
            ["1. Processledare", 0.75, date(2021, 4, 1), date(2021, 12, 31), 325_000, 325_000],
            ["2.", _, _, _, _, 0],
            ["Summa lönekostnader", 0.75, _, _, 325_000, 325_000],
            ["Lokalkostnader"],
            ["Lokalhyra", _, _, _, _, 0],
            ["Övriga lokalkostnader", _, _, _, 0, 0],
            ["Summa lokalkostnader", _, _, _, 0, 0],
            ["Övriga kostnader"],
            ["Utvärdering"],
            ["Inköpta utredningar, utbildningar och tjänster avsedda för deltagare", _, _, _, 30_000, 30_000],
            ["Resor", _, _, _, "-", 0],
            ["Summa övriga kostnader", _, _, _, 30_000, 30_000],
            ["Totalt från Samordningsförbundet", _, _, _, 355_000, 355_000],
            [],
            ["Egenfinansiering"],
            [_, "tjänst %", "Älvkarleby kommun", "Arbetsförmedlingen", "SUMMA ALLA PARTER"],
            ["Lönekostnader inkl po-pål"],
            ["Summa lönekostnader", _, 0, 0, 0],
            ["Lokalkostnader"],
            ["Lokalhyra", _, 42_000, _, 42_000],
            ["Summa lokalkostnader", _, 42_000, 0, 42_000],
            ["Summa egenfinansiering", _, 42_000, 0, 42_000],
            ["Total kostnad för insatsen", _, _, _, 397_000],
            [],
            ["Budgetsammanställning"],
            [_, "Att rekvirera", "Egenfinansiering", "Totalt"],
            ["Älvkarleby kommun", 355_000, 42_000, 397_000],
            ["Summa", 355_000, 42_000, 397_000],
        ],
    ),
    merged=("C6:D6", "A1:F1"),
)
"""The form itself, typed into a sheet, with merged heads and rows of titles above."""

IN_TKR = book(
    (
        "Blad1",
        [
            [_, "BUDGET FÖR INSATSEN, tkr"],
            [],
            [_, "Kostnad", "Tjänst %", "Fr.o.m.", "T.o.m.", "Huvudinsatsägare", "Summa"],
            [_, "Lönekostn. inkl. PO"],
            [1, "Processledare", "75 %", 210_401, 211_231, 325, 325],
            [_, "S:a lönekostn.", _, _, _, 325, 325],
            [_, "Övr. kostnader"],
            [_, "Inköpta utredningar m.m.", _, _, _, "30 tkr", 30],
            [_, "S:a övr. kostn.", _, _, _, 30, 30],
            [_, "TOTALT FRÅN SAMORDNINGSFÖRBUNDET", _, _, _, 355, 355],
        ],
    )
)
"""In tkr, labels in the second column and shortened, days as six figures, the party by its role."""

TEXTS = book(
    (
        "Ekonomi",
        [
            ["Lokalkostnader", _, "Älvkarleby kommun", _, _, "Region Uppsala"],
            ["1.1 Lokalhyra", _, "12 000 kr"],
            ["1.2 Övriga lokalkostnader", _, "3 500:-"],
            ["Övriga kostnader"],
            ["a) Tolk", _, "9 500 kr"],
            ["b) Telefon/IT", _, "1 200 kr"],
            ["c) Studiebesök i Tierp", _, "4 000 kr"],
            ["Summa", _, "14 700 kr"],
        ],
    )
)
"""Amounts as texts, empty columns, numbers before the labels, a line of their own, no sum column."""

TWO_SHEETS = book(
    ("Läs mig", [["Så här fyller ni i"], ["Fråga Eva"]]),
    (
        "Rekvirera",
        [
            ["Belopp i kronor"],
            ["Post", "Älvkarleby kommun", "Tierps kommun", "Totalt"],
            ["Löner"],
            ["Processledare", 200_000, 125_000, 325_000],
            ["Coach", 100_000, 50_000, 150_000],
            ["Delsumma", 300_000, 175_000, 475_000],
            ["Övriga kostnader"],
            ["Resor", 10_000, 5_000, 15_000],
            ["Summa övriga kostnader", 10_000, 5_000, 15_000],
            ["Totalt från Samordningsförbundet", 310_000, 180_000, 490_000],
        ],
    ),
    (
        "Egenfinansiering",
        [
            ["Post", "Älvkarleby kommun", "AF", "Region", "Summa"],
            ["Lönekostnader"],
            ["Handläggare", _, 40_000, _, 40_000],
            ["Lokalkostnader"],
            ["Lokalhyra", 42_000, _, 8_000, 50_000],
            ["Summa egenfinansiering", 42_000, 40_000, 8_000, 90_000],
        ],
    ),
)
"""A sheet for each table and one that is none; a party that the draft does not have; short names."""

WRONG_SUM = book(
    (
        "Budget",
        [
            ["Kostnader i tkr", "Älvkarleby kommun"],
            ["Övriga kostnader"],
            ["Utbildning insatsmedarbetare", 30_000],
            ["Resor", 25_000],
            ["Summa övriga kostnader", 25_000],
            ["Totalt från Samordningsförbundet", 25_000],
        ],
    )
)
"""The very fault of the real application: the heading says tkr over kronor, and a line was lost in the sum."""

ONE_COLUMN = book(
    (
        "Kalkyl",
        [
            ["Kalkyl"],
            ["Lönekostnader", _, "Belopp"],
            ["Processledare", _, 325],
            ["Övriga kostnader"],
            ["Informationsmateriel", _, 12],
            ["Summa övriga kostnader", _, 12],
        ],
    )
)
"""Nobody's column, neither kr nor tkr, a misspelling."""

PLACEHOLDER = book(
    (
        "Budget",
        [
            ["Kostnader i kr", "Älvkarleby kommun", "NAMN", "Summa"],
            ["Lokalkostnader"],
            ["Lokalhyra", 1_000, 2_000, 3_000],
            ["Städning", 500, _, 500],
            ["Övriga kostnader"],
            ["Resor", 100, 200, 300],
            ["Summa övriga kostnader", 100, 200, 300],
        ],
    )
)
"""A head that nobody has filled in, and a line where the form has none of one's own."""

STRAYS = book(
    (
        "Budget",
        [
            ["Kostnader att rekvirera från Samordningsförbundet, kr"],
            [_, "Älvkarleby kommun", "Region Uppsala", "Summa"],
            ["Övriga kostnader"],
            ["Resor", "ca 50 tkr", _, _],
            ["Tolk", 9_000, 3_000, 12_000],
            ["Totalt från Samordningsförbundet", 9_000, 3_000, 12_000],
            ["Total kostnad för insatsen", _, _, 13_000],
        ],
    )
)
"""An amount that can't be read, one for a party that has no column there, a total that is wrong."""

CUT_HEADINGS = book(
    (
        "Budget",
        [
            ["Kostnader i tkr"],
            ["Kostnader att rekvirera från Samordningsförbundet", "tjänst i %", "Älvkarleby kommun", "Summa"],
            ["Lönekostnader inkl PO"],
            ["Processledare", 75, 325, 325],
            ["Lokalkostnader"],
            ["Lokalhyra", _, 20, 20],
            ["Städskåp", _, 1.5, 1.5],
            ["Summa lokalkostn.", _, 25, 25],
            ["Egenfinansiering", "tjänst i %", "Älvkarleby kommun", "Summa"],
            ["Lönekostnader inkl PO"],
            ["Arbetsledare", 10, 50, 50],
        ],
    )
)
"""A heading that is as much the one of each table, a line without a place, a sum that is wrong in both its columns."""
