"""A button pressed without contact: what it asks for is done when contact is back, or it is said beside it that it is not."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.writing import put_text

pytestmark = pytest.mark.long

LOST = "Inte gjort: ingen kontakt"
WAITS = "Görs när kontakten"


def section(page, server, name):
    page.goto(f"{server.url}/utkast/1/avsnitt/{name}")
    expect(page.locator("#har .person")).to_have_count(1)


def cut(page, server, how):
    if how == "offline":
        page.context.set_offline(True)
    else:
        server.kill()


def join(page, server, how):
    if how == "offline":
        page.context.set_offline(False)
    else:
        server.start()


def more(page):
    return page.get_by_role("button", name="Lägg till resultatmål")


@pytest.mark.parametrize("how", ["offline", "programmet dött"])
def test_en_rad_som_laggs_till_utan_kontakt_blir_en_rad_nar_kontakten_ar_tillbaka(exempel, server, how):
    page = exempel
    section(page, server, "mal")
    goals = page.locator("#r-mal-resultatmal .row")
    before = goals.count()
    cut(page, server, how)
    for _ in range(3):
        more(page).click()
    expect(page.locator("#r-mal-resultatmal .told")).to_have_text(re.compile(WAITS))
    expect(page.locator("#natet")).to_contain_text("1 ändring väntar")
    expect(page.locator("#sparat")).not_to_contain_text("Allt är sparat")
    join(page, server, how)
    expect(goals).to_have_count(before + 1, timeout=30_000)
    expect(page.locator(".told")).to_have_count(0)
    page.wait_for_timeout(1_500)
    page.reload()
    expect(goals).to_have_count(before + 1)


def test_rader_flyttas_tas_bort_och_tas_tillbaka_i_den_ordning_man_tryckte(exempel, server):
    page = exempel
    section(page, server, "mal")
    goals = page.locator("#r-mal-resultatmal .row")
    for _ in range(2):
        before = goals.count()
        more(page).click()
        expect(goals).to_have_count(before + 1)
        page.keyboard.type(f"Mål {before + 1}")
        page.keyboard.press("Tab")
    expect(page.locator("[data-unsaved]")).to_have_count(0)
    texts = [one.input_value() for one in page.locator("#r-mal-resultatmal textarea").all()]
    page.context.set_offline(True)
    goals.last.locator(".longtext").fill("Ändrat utan kontakt")
    goals.last.locator("button[value^=upp]").click()
    expect(goals.last.locator(".told")).to_have_text(re.compile(WAITS))
    goals.first.locator("button[value^=bort]").click()
    expect(goals.first.locator(".told")).to_have_text(re.compile(WAITS))
    page.context.set_offline(False)
    expect(goals).to_have_count(len(texts) - 1)
    wanted = [*texts[:-1], "Ändrat utan kontakt"]
    wanted[-2:] = wanted[:-3:-1]
    left = page.locator("#r-mal-resultatmal textarea")
    for number, text in enumerate(wanted[1:]):
        expect(left.nth(number)).to_have_value(text)
    page.context.set_offline(True)
    page.locator(".gone button").first.click()
    expect(page.locator(".gone .told")).to_have_text(re.compile(WAITS))
    page.context.set_offline(False)
    expect(goals).to_have_count(len(texts))


MOVES = {
    "flyttar sig": "document.getElementById('blad').style.transform = 'translateY(6rem)'",
    "kommer ny": "const rows = document.querySelector('#r-mal-resultatmal'); rows.outerHTML = rows.outerHTML",
}


@pytest.mark.parametrize("what", MOVES)
def test_en_tryckning_galler_fast_sidan_andrar_sig_under_den(exempel, server, what):
    page = exempel
    section(page, server, "mal")
    goals = page.locator("#r-mal-resultatmal .row")
    before = goals.count()
    more(page).hover()
    page.mouse.down()
    page.evaluate(MOVES[what])
    page.mouse.up()
    expect(goals).to_have_count(before + 1)
    page.wait_for_timeout(500)
    expect(goals).to_have_count(before + 1)


def test_den_som_drar_bort_pekaren_har_inte_tryckt(exempel, server):
    page = exempel
    section(page, server, "mal")
    goals = page.locator("#r-mal-resultatmal .row")
    before = goals.count()
    more(page).hover()
    page.mouse.down()
    page.mouse.move(5, 5)
    page.mouse.up()
    page.wait_for_timeout(500)
    expect(goals).to_have_count(before)


def test_en_rad_som_vantar_overlever_att_sidan_laddas_om(exempel, server):
    page = exempel
    section(page, server, "mal")
    goals = page.locator("#r-mal-resultatmal .row")
    before = goals.count()
    page.route("**/rad", lambda route: route.abort())
    more(page).click()
    expect(page.locator("#r-mal-resultatmal .told")).to_have_text(re.compile(WAITS))
    page.unroute("**/rad")
    page.goto(f"{server.url}/utkast/1/avsnitt/syfte")
    expect(page.locator("#natet")).to_be_empty()
    section(page, server, "mal")
    expect(goals).to_have_count(before + 1)


def test_en_rad_som_inte_tas_emot_sags_vid_knappen(exempel, server):
    page = exempel
    section(page, server, "mal")
    page.route("**/rad", lambda route: route.fulfill(status=423, body='{"error": "Utkastet är låst."}'))
    more(page).click()
    expect(page.locator("#r-mal-resultatmal .told")).to_have_text("Inte gjort: Utkastet är låst.")
    expect(page.locator("#natet")).to_be_empty()


def test_att_angra_utan_kontakt_sags_och_gar_nar_kontakten_ar_tillbaka(exempel, server):
    page = exempel
    section(page, server, "syfte")
    put_text(page, "f-syfte", "Skrivet med kontakt.")
    page.keyboard.press("Tab")
    expect(page.locator("#sparat")).to_contain_text(re.compile(r"Sparat \d"))
    page.context.set_offline(True)
    page.locator("[data-angra]").click()
    expect(page.locator(".told")).to_contain_text(LOST)
    expect(page.locator("#f-syfte")).to_have_value("Skrivet med kontakt.")
    page.context.set_offline(False)
    expect(page.locator("#natet")).to_be_empty()
    page.locator("[data-angra]").click()
    expect(page.locator("#f-syfte")).not_to_have_value("Skrivet med kontakt.")
    expect(page.locator(".told")).to_have_count(0)


def test_en_anmarkning_som_rattas_utan_kontakt_sags_vid_knappen(exempel, server):
    page = exempel
    section(page, server, "syfte")
    put_text(page, "f-syfte", "")
    page.keyboard.press("Tab")
    expect(page.locator("#sparat")).to_contain_text(re.compile(r"Sparat \d"))
    page.goto(f"{server.url}/utkast/1/granska")
    summary = page.locator("details.waive").first
    summary.locator("summary").click()
    summary.locator("input[name=skal]").fill("Det ska stå så, säger styrelsen.")
    item = page.locator(".findings > li", has=page.locator("details[open]"))
    page.context.set_offline(True)
    item.get_by_role("button", name="Spara skälet").click()
    expect(item.locator(".told")).to_contain_text(LOST)
    expect(summary.locator("input[name=skal]")).to_have_value("Det ska stå så, säger styrelsen.")
    page.context.set_offline(False)
    expect(page.locator("#natet")).to_be_empty()
    item.get_by_role("button", name="Spara skälet").click()
    expect(page.locator(".findings .reason")).to_contain_text("säger styrelsen")


def test_en_bock_utan_kontakt_sags_vid_knappen(exempel, server):
    page = exempel
    section(page, server, "syfte")
    page.fill("#ny-anteckning", "Fråga ekonomen")
    page.click("button[name=anteckna]")
    note = page.locator(".todo__row")
    expect(note).to_have_count(1)
    page.context.set_offline(True)
    note.locator("button[name=bocka]").click()
    expect(note.locator(".told")).to_contain_text(LOST)
    page.context.set_offline(False)
    expect(page.locator("#natet")).to_be_empty()
    note.locator("button[name=bocka]").click()
    expect(page.locator(".todo__row.is-done")).to_have_count(1)
    expect(page.locator(".told")).to_have_count(0)


def test_det_som_ersattes_gar_att_angra_darifran(exempel, server):
    page = exempel
    page.goto(f"{server.url}/utkast/1/ersatt?sok=Vägen in&med=Porten")
    page.get_by_role("button", name="Ersätt på de valda ställena").click()
    expect(page.locator(".titel")).to_have_text(re.compile("^Porten"))
    page.locator("[data-angra]").click()
    expect(page).to_have_url(re.compile("/avsnitt/"))
    expect(page.locator(".titel")).to_have_text(re.compile("^Vägen in"))
