"""Rows that several people add, move and remove while somebody writes in one of them."""

import re

import pytest
from playwright.sync_api import expect

DRAWN = """() => [...document.querySelectorAll('#blad .columns')].map(one => {
    const box = one.getBoundingClientRect();
    return box.width > 0 && box.height > 0;
})"""
"""For each row: are its fields drawn?"""


@pytest.mark.long
def test_rader_som_flyttas_laggs_till_och_tas_bort_medan_nagon_skriver_i_dem_ritas(person, server):
    """Chromium drew nothing inside a container query when the rows around it came, went and changed places."""
    anna, bo, cilla = (person(name) for name in ("Anna Andersson", "Bo Berg", "Cilla Ceder"))
    anna.locator("button.choice").first.click()
    anna.wait_for_url("**/avsnitt/**")
    number = re.search(r"utkast/(\d+)", anna.url)[1]
    parties = f"{server.url}/utkast/{number}/avsnitt/samverkansparter"
    anna.goto(parties)
    more = "Lägg till samverkanspart"
    rows = anna.locator("#blad .row")
    anna.locator("[name$='/organisation']").first.fill("Ett")
    for count, name in ((2, "Två"), (3, "Tre")):
        anna.get_by_role("button", name=more).click()
        expect(rows).to_have_count(count)
        anna.locator("[name$='/organisation']").last.fill(name)
        anna.keyboard.press("Tab")
    expect(anna.locator("#sparat")).to_contain_text(re.compile(r"Sparat \d"))
    pages = (anna, bo, cilla)
    for page in pages:
        page.goto(parties)
    bo.locator("[name$='/kontaktperson']").nth(1).focus()
    bo.keyboard.type("Bo skri")
    expect(anna.locator(".typing__who")).to_have_count(1)
    anna.locator("button[value^='ner:samverkansparter']").first.click()
    cilla.get_by_role("button", name=more).click()
    bo.keyboard.type("ver här", delay=60)
    for page in pages:
        expect(page.locator("#blad .row")).to_have_count(4)
    bo.wait_for_timeout(500)
    mine = bo.evaluate("document.activeElement.name").split("/")[1]
    for page in pages:
        assert all(page.evaluate(DRAWN)), page.evaluate(DRAWN)
    anna.locator(f"button[value='bort:samverkansparter:{mine}']").click()
    anna.get_by_role("button", name="Ta bort ändå").click()
    bo.keyboard.type(" mer", delay=60)
    for page in pages:
        expect(page.locator("#blad .row")).to_have_count(3)
    bo.wait_for_timeout(500)
    for page in pages:
        assert all(page.evaluate(DRAWN)), page.evaluate(DRAWN)
