"""Rows that are removed while others look at them, or write in them: told, never lost, taken back where they stood."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.writing import text_box

HELD = "Bo Berg (Region Uppsala) skriver i raden just nu"


def goals(page):
    return page.locator("#blad textarea[data-goal]")


def remove(page, number):
    page.locator("#blad button[name=rad][value^='bort:']").nth(number).click()


@pytest.fixture
def anna(exempel, server):
    exempel.goto(f"{server.url}/utkast/1/avsnitt/mal")
    return exempel


@pytest.fixture
def bo(person, server):
    page = person("Bo Berg", "Region Uppsala")
    page.goto(f"{server.url}/utkast/1/avsnitt/mal")
    return page


def test_en_rad_som_nagon_skriver_i_tas_inte_bort_utan_att_den_som_tar_bort_far_veta_vem(anna, bo):
    count, text = goals(anna).count(), goals(anna).nth(1).input_value()
    name = goals(bo).nth(1).get_attribute("name")
    text_box(bo, goals(bo).nth(1).get_attribute("id")).focus()
    bo.keyboard.press("Control+End")
    bo.keyboard.type(" Bo skriver")
    expect(anna.locator(".typing__who")).to_have_count(1)
    remove(anna, 1)
    expect(anna.locator(".told")).to_contain_text(HELD)
    expect(goals(anna)).to_have_count(count)
    bo.keyboard.type(" vidare")
    anna.get_by_role("button", name="Ta bort ändå").click()
    for page in (anna, bo):
        expect(goals(page)).to_have_count(count - 1)
        expect(page.locator("li.gone")).to_contain_text(text[:30])
    expect(bo.locator(".gone [role=alert]")).to_contain_text("Raden du skrev i är borttagen")
    expect(bo.locator("li.gone").get_by_role("button")).to_be_focused()
    bo.locator("li.gone").get_by_role("button", name="Ta tillbaka").click()
    for page in (anna, bo):
        expect(goals(page).nth(1)).to_have_attribute("name", name)
        expect(goals(page).nth(1)).to_have_value(re.compile("Bo skriver vidare$"))
        expect(page.locator(".gone")).to_have_count(0)


@pytest.mark.long
def test_ett_borttaget_mal_gar_att_ta_tillbaka_dar_det_stod(anna):
    texts = [goals(anna).nth(number).input_value() for number in range(goals(anna).count())]
    remove(anna, 1)
    line = anna.locator("li.gone")
    expect(line).to_contain_text(texts[1][:30])
    expect(line.get_by_role("button")).to_be_focused()
    before = anna.locator("li:has(+ li.gone) textarea")  # the page may be putting the line back after fetching itself
    expect(before).to_have_value(texts[0])
    remove(anna, 0)
    expect(line).to_have_count(2)
    expect(line.nth(0)).to_contain_text(texts[0][:30])
    line.nth(1).get_by_role("button").click()
    expect(line).to_have_count(1)
    line.get_by_role("button").click()
    expect(line).to_have_count(0)
    for number, text in enumerate(texts):
        expect(goals(anna).nth(number)).to_have_value(text)


@pytest.mark.long
def test_en_egen_rad_i_budgeten_gar_att_ta_tillbaka_dar_den_stod(exempel, server):
    page = exempel
    page.goto(f"{server.url}/utkast/1/avsnitt/budget")
    rows = page.locator("tr:has(button[name=rad][value^='bort:budget/lon'])")
    page.locator("button[value='ny:budget/lon:']").click()
    expect(rows).to_have_count(2)
    own = rows.nth(1)
    own.locator("input").first.fill("Resor till Gävle")
    page.keyboard.press("Tab")
    expect(page.locator("#sparat")).to_contain_text(re.compile(r"Sparat \d"))
    own.locator("button[value^='bort:']").click()
    expect(page.locator("tr.gone")).to_contain_text("Borttaget: Resor till Gävle")
    page.locator("tr.gone").get_by_role("button").click()
    expect(own.locator("input").first).to_have_value("Resor till Gävle")
    expect(page.locator(".gone")).to_have_count(0)
