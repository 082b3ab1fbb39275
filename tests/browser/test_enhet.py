"""kr or tkr: an amount means what the page said when it was typed, whoever changes the unit meanwhile."""

import re
import sqlite3
from contextlib import closing

import pytest
from playwright.sync_api import expect

from finsam_forms.store.database import FILE

pytestmark = pytest.mark.long


def budget(page, server):
    page.goto(f"{server.url}/utkast/1/avsnitt/budget")
    return page.locator("#blad input.cell[name*='/belopp/']")


def choose(page, unit):
    page.locator(f"input[name='budget/enhet'][value={unit}]").check(force=True)


def stored(server, path):
    with closing(sqlite3.connect(server.data / FILE)) as connection:
        found = connection.execute("SELECT value FROM value WHERE draft_id = 1 AND path = ?", (path,)).fetchone()
        return found[0] if found else ""


def in_unit(page, unit):
    expect(page.locator(f"#blad input.cell[data-unit]:not([data-unit={unit}])")).to_have_count(0)


def plain(words):
    return words.replace("\u00a0", " ")


def test_det_som_skrivs_efter_bytet_utan_kontakt_ar_i_den_nya_enheten(exempel, server):
    page = exempel
    cells = budget(page, server)
    stood = [plain(one.input_value()) for one in cells.all()]
    page.context.set_offline(True)
    choose(page, "tkr")
    cell = cells.nth(len(stood) - 1)
    path = cell.get_attribute("name")
    cell.fill("42")
    page.keyboard.press("Tab")
    expect(cell).to_have_value("42 tkr")
    now = [plain(one.input_value()) for one in cells.all()]
    assert now[:-1] == [f"{words} kr" if words else "" for words in stood[:-1]]
    page.context.set_offline(False)
    in_unit(page, "tkr")
    expect(page.locator("#natet")).to_be_empty()
    expect(cell).to_have_value("42\u00a0tkr")
    assert stored(server, path) == "42000"
    assert all(one.input_value().endswith("\u00a0tkr") for one in cells.all() if one.input_value())
    assert page.locator("[data-unsaved]").count() == 0


@pytest.mark.parametrize("pause", [0, 1_200], ids=["medan hon skriver", "nar det hon skrev redan ar sparat"])
def test_den_som_skriver_i_kr_medan_nagon_byter_far_sitt_belopp_i_tkr(exempel, person, server, pause):
    page, other = exempel, person("Bo Berg", "Region Uppsala")
    for one in (page, other):
        cells = budget(one, server)
    cells = budget(page, server)
    cell = cells.last
    path = cell.get_attribute("name")
    cell.focus()
    page.keyboard.type("25000")
    page.wait_for_timeout(pause)
    choose(other, "tkr")
    expect(page.locator("input[name='budget/enhet'][value=tkr]")).to_be_checked()
    expect(page.locator(".is-total")).to_contain_text("tkr")
    page.keyboard.press("Tab")
    expect(cell).to_have_value("25\u00a0tkr")
    in_unit(page, "tkr")
    assert stored(server, path) == "25000"


def test_den_som_skriver_i_tkr_medan_nagon_byter_far_sitt_belopp_i_kr(exempel, person, server):
    page, other = exempel, person("Bo Berg", "Region Uppsala")
    cells = budget(page, server)
    choose(page, "tkr")
    in_unit(page, "tkr")
    budget(other, server)
    cell = cells.last
    cell.focus()
    page.keyboard.type("7")
    choose(other, "kr")
    expect(page.locator("input[name='budget/enhet'][value=kr]")).to_be_checked()
    page.keyboard.press("Tab")
    expect(cell).to_have_value("7\u00a0000")
    in_unit(page, "kr")


def test_fram_och_tillbaka_ar_allt_som_det_var(exempel, server):
    cells = budget(exempel, server)
    stood = [one.input_value() for one in cells.all()]
    for unit in ("tkr", "kr"):
        choose(exempel, unit)
        in_unit(exempel, unit)
        expect(exempel.locator(".is-total")).to_have_text(re.compile(rf"\s{unit}\s*$"))
    assert [one.input_value() for one in cells.all()] == stood


def test_ett_belopp_som_lamnas_skrivs_som_de_andra(exempel, server):
    cell = budget(exempel, server).last
    cell.focus()
    exempel.keyboard.type("25000")
    expect(exempel.locator("#sparat")).to_contain_text(re.compile(r"Sparat \d"))
    exempel.keyboard.press("Tab")
    expect(cell).to_have_value("25\u00a0000")
