"""Locked while others write: they are told, get ten seconds, and nothing that they wrote is lost."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.writing import text_box

pytestmark = pytest.mark.long

LATE = "Det här hann inte med."
WHO = "Bertil Berg (Region Uppsala)"


def begin(page, server, words):
    page.goto(f"{server.url}/utkast/1/avsnitt/syfte")
    box = text_box(page, "f-syfte")
    expect(box).to_be_visible()
    box.press("Control+End")
    page.keyboard.type(words)


@pytest.fixture
def locker(person, server):
    return person("Bertil Berg", "Region Uppsala")


def lock(page, server):
    page.goto(f"{server.url}/utkast/1/skriv-ut")
    page.get_by_role("button", name="Lås för underskrift").click()


def test_den_som_laser_ser_vem_som_skriver_och_de_far_tio_sekunder(exempel, locker, server):
    exempel.set_viewport_size({"width": 360, "height": 640})
    begin(exempel, server, " Först.")
    expect(exempel.locator("#sparat")).to_contain_text("Sparat")
    locker.goto(f"{server.url}/utkast/1/skriv-ut")
    expect(locker.locator(".lock")).to_contain_text("Skriver just nu: Anna Andersson (Försäkringskassan) i")
    locker.get_by_role("button", name="Lås för underskrift").click()
    expect(exempel.locator("#laser")).to_be_in_viewport()
    expect(exempel.locator("#laser")).to_contain_text(re.compile(rf"{re.escape(WHO)} låser utkastet om (10|9) s"))
    expect(locker.locator(".lock")).to_contain_text(re.compile("låser utkastet om (10|9) s"))
    exempel.keyboard.type(" Sist.")
    exempel.goto(f"{server.url}/utkast/1/avsnitt/bakgrund")
    expect(exempel.locator("#laser")).to_contain_text(re.compile(r"låser utkastet om \d s"))
    expect(exempel.locator(".notice--locked")).to_be_visible(timeout=15_000)
    expect(exempel.locator("#laser")).to_be_empty()
    expect(locker.locator(".lock")).to_contain_text("Version 1", timeout=15_000)
    exempel.goto(f"{server.url}/utkast/1/avsnitt/syfte")
    expect(exempel.locator("#f-syfte")).to_have_value(re.compile("Först. Sist."))


def test_lasningen_gar_att_ta_tillbaka_och_att_gora_genast(exempel, locker, server):
    begin(exempel, server, " Ett.")
    lock(locker, server)
    expect(exempel.locator("#laser")).to_contain_text("låser utkastet")
    locker.get_by_role("button", name="Lås inte").click()
    expect(exempel.locator("#laser")).to_be_empty()
    locker.get_by_role("button", name="Lås för underskrift").click()
    undo = exempel.get_by_role("button", name="Ångra min senaste ändring i utkastet")
    expect(undo).to_be_visible()
    locker.get_by_role("button", name="Lås nu").click()
    expect(exempel.locator(".notice--locked")).to_be_visible()
    expect(undo).to_be_hidden()
    expect(exempel.get_by_text("Vem, när och vilka ord i texten")).to_be_hidden()


def test_det_som_nar_ett_last_utkast_ligger_kvar_gar_att_kopiera_och_sparas_nar_det_lases_upp(exempel, locker, server):
    begin(exempel, server, "")
    exempel.route("**/varde", lambda route: route.abort())
    exempel.keyboard.type(f" {LATE}")
    lock(locker, server)
    locker.get_by_role("button", name="Lås nu").click()
    expect(exempel.locator(".notice--locked")).to_be_visible()
    exempel.unroute("**/varde")
    kept = exempel.locator("#kvar .kept")
    expect(kept).to_contain_text(re.compile(rf"Inte sparat: utkastet låstes \d\d:\d\d av {re.escape(WHO)}"))
    expect(kept).to_contain_text(LATE)
    expect(exempel.locator("#natet").get_by_role("link", name="Visa texten")).to_be_visible()
    kept.get_by_role("button", name="Kopiera texten").click()
    expect(kept).to_contain_text("Kopierat")
    exempel.reload()
    expect(kept).to_contain_text(LATE)
    locker.fill("#las-upp-skal", "Någon hade mer att skriva")
    locker.get_by_role("button", name="Lås upp").click()
    expect(kept).to_have_count(0)
    expect(exempel.locator("#sparat")).to_contain_text("Sparat")
    exempel.reload()
    expect(exempel.locator("#f-syfte")).to_have_value(re.compile(re.escape(LATE)))
