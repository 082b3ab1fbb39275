"""A meeting that is closed and opened again while somebody writes; what waits is told on every page and goes away of nothing."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DOOR
from tests.browser.test_tillganglighet import faults
from tests.browser.writing import text_box

pytestmark = pytest.mark.long

SECTION = "/utkast/1/avsnitt/bakgrund"


@pytest.fixture
def server(open_server):
    return open_server


def code(host, server):
    host.goto(f"{server.url}/motet")
    return host.locator(".meeting__code").inner_text().split()[-1]


def join(page, typed):
    page.fill("[name=kod]", typed)
    page.fill("[name=namn]", "Bo Berg")
    page.fill("[name=organisation]", "Region Uppsala")
    page.click("main button")


@pytest.fixture
def guest(exempel, server, browser):
    """Bo, who came by a link to a section and has given the code."""
    context = browser.new_context(locale="sv-SE")
    page = context.new_page()
    page.home = f"http://{DOOR}:{server.port}"
    page.goto(page.home + SECTION)
    join(page, code(exempel, server))
    expect(page).to_have_url(page.home + SECTION)
    expect(text_box(page, "f-bakgrund")).to_be_visible()  # or what it is made of is cut off when the meeting closes
    yield page
    context.close()


def write(page, words):
    text_box(page, "f-bakgrund").press("Control+End")
    page.keyboard.type(f" {words}")


def test_det_som_skrevs_medan_motet_var_stangt_sparas_nar_man_gatt_med_igen(exempel, guest, server):
    host, bo = exempel, guest
    write(bo, "Före.")
    expect(bo.locator("#sparat")).to_contain_text(re.compile(r"Sparat \d"))
    host.get_by_role("button", name="Stäng mötet").click()
    write(bo, "Under tiden.")
    expect(bo.locator("#natet")).to_contain_text("Mötet är stängt. 1 ändring hann inte sparas")
    expect(bo.locator("#sparat")).to_contain_text("1 ändring väntar")
    host.get_by_role("button", name="Öppna för mötet").click()
    expect(bo.locator("#natet")).to_contain_text("har fått en ny kod", timeout=30_000)
    expect(bo.locator("#natet p")).to_have_count(1)
    expect(bo.locator("#natet")).not_to_contain_text("Ingen kontakt")
    expect(bo.locator("#natet")).to_contain_text("1 ändring väntar")
    expect(bo.locator("#p-bakgrund")).to_be_empty()
    bo.get_by_role("link", name="Gå med igen").click()
    join(bo, code(host, server))
    expect(bo).to_have_url(bo.home + SECTION)
    expect(bo.locator("#natet")).to_be_empty()
    expect(bo.locator("[data-unsaved]")).to_have_count(0)
    host.goto(server.url + SECTION)
    expect(host.locator("#f-bakgrund")).to_have_value(re.compile(r"Före\. Under tiden\.$"))


def test_den_som_ar_med_igen_i_ett_annat_fonster_behover_inte_gora_nagot(exempel, guest, server):
    host, bo = exempel, guest
    host.get_by_role("button", name="Stäng mötet").click()
    host.get_by_role("button", name="Öppna för mötet").click()
    write(bo, "Efteråt.")
    expect(bo.get_by_role("link", name="Gå med igen")).to_be_visible(timeout=30_000)
    other = bo.context.new_page()
    other.goto(bo.home)
    join(other, code(host, server))
    expect(bo.locator("#natet")).to_be_empty(timeout=30_000)
    expect(bo.locator("#sparat")).to_contain_text(re.compile(r"Sparat \d"))


def test_det_som_vantar_sags_pa_andra_sidor_och_sparas_nar_utkastet_oppnas(exempel, server):
    page = exempel
    page.goto(server.url + SECTION)
    page.route("**/varde", lambda route: route.abort())
    write(page, "Det här väntar.")
    expect(page.locator("#natet")).to_contain_text("1 ändring väntar")
    for other in ("/", "/papperskorgen", "/motet"):
        page.goto(server.url + other)
        expect(page.locator(".waits")).to_contain_text("1 ändring som du skrev väntar på att sparas")
    page.unroute("**/varde")
    page.get_by_role("link", name="Öppna utkastet").click()
    expect(page).to_have_url(server.url + SECTION)
    expect(page.locator("#natet")).to_be_empty()
    expect(page.locator("[data-unsaved]")).to_have_count(0)
    page.goto(server.url)
    expect(page.locator("main")).to_be_visible()
    expect(page.locator(".waits")).to_have_count(0)


def test_en_lasare_vars_lank_dras_in_far_veta_det(exempel, server, browser):
    host = exempel
    host.goto(f"{server.url}/utkast/1/lank")
    host.locator("main form button").first.click()
    address = host.locator("main").get_by_text(re.compile(r"/visa/")).first.inner_text()
    reader = browser.new_context(locale="sv-SE").new_page()
    reader.goto(address)
    expect(reader.locator("#visning")).to_contain_text("unga vuxna")
    host.get_by_role("button", name="Dra in länken").click()
    expect(reader.locator("#visning")).to_contain_text("dragits in", timeout=20_000)
    reader.reload()
    expect(reader.locator("main")).to_contain_text("Fråga den som gav dig länken")
    expect(reader.locator("a[href='/']")).to_have_count(0)
    reader.context.close()


def test_nar_motet_stangs_sags_det_genast_och_det_som_inte_hann_sandas_gar_att_kopiera(exempel, guest, server):
    """Bo types without a pause when it closes; the text stays in the field, and outlives the page."""
    host, bo = exempel, guest
    host.goto(f"{server.url}/motet")
    write(bo, "Det här")
    bo.route("**/varde", lambda route: route.abort())
    bo.keyboard.type(" hann inte sparas")
    host.get_by_role("button", name="Stäng mötet").click()
    expect(bo.locator("#natet")).to_contain_text("Mötet är stängt. 1 ändring hann inte sparas", timeout=3000)
    bo.keyboard.type(" alls.")
    bo.wait_for_timeout(12_000)  # the stream has been given up, and asking by itself has begun
    expect(bo.locator("#natet")).to_contain_text("Mötet är stängt")
    expect(bo.locator("#natet")).not_to_contain_text("Ingen kontakt")
    bo.evaluate("() => { finsam.copy = ({ plain }) => { window.copied = plain; return true; }; }")
    bo.get_by_role("button", name="Kopiera texten").click()
    assert bo.evaluate("copied").endswith("Det här hann inte sparas alls.")
    expect(bo.get_by_role("button", name="Kopierat")).to_be_focused()
    kept = bo.evaluate(
        "Object.keys(localStorage).filter((name) => name.endsWith(':bakgrund')).map((n) => localStorage[n])"
    )
    assert "hann inte sparas alls." in "".join(kept)


def test_allt_ar_sparat_sags_nar_motet_stangs_och_inget_vantade(exempel, guest, server):
    host, bo = exempel, guest
    write(bo, "Sparat.")
    expect(bo.locator("#sparat")).to_contain_text(re.compile(r"Sparat \d"))
    host.goto(f"{server.url}/motet")
    host.get_by_role("button", name="Stäng mötet").click()
    expect(bo.locator("#natet")).to_contain_text("Mötet är stängt. Allt du skrev är sparat.", timeout=3000)
    expect(bo.get_by_role("button", name="Kopiera texten")).to_have_count(0)


def test_alla_i_utkastet_kan_visa_koden_for_den_som_kommer_sent(exempel, guest, server):
    host, bo = exempel, guest
    shown = code(host, server)
    bo.get_by_role("button", name=re.compile("^Möte")).click()
    panel = bo.locator("#motet")
    expect(panel).to_be_visible()
    expect(panel).to_contain_text(shown)
    expect(panel).to_contain_text(f"{DOOR}:{server.port}")
    panel.get_by_role("link", name="Visa stort").click()
    expect(bo.locator(".meeting__code")).to_contain_text(shown)
    expect(bo.locator("#med")).to_contain_text("Bo Berg")
    expect(bo.get_by_role("button", name="Stäng mötet")).to_have_count(0)


def test_den_som_lyssnar_far_veta_att_motet_stangdes(exempel, server, browser):
    host = exempel
    host.goto(f"{server.url}/utkast/1/lank")
    host.locator("main form button").first.click()
    address = host.locator("main").get_by_text(re.compile(r"/visa/")).first.inner_text()
    assert address.startswith(f"http://{DOOR}:{server.port}/visa/"), "en adress som de andra når"
    reader = browser.new_context(locale="sv-SE").new_page()
    reader.goto(address)
    expect(reader.locator("#visning")).to_contain_text("unga vuxna")
    host.goto(f"{server.url}/motet")
    host.get_by_role("button", name="Stäng mötet").click()
    expect(reader.get_by_role("status")).to_contain_text("Mötet är stängt", timeout=5000)
    expect(reader.locator("#visning")).to_contain_text("unga vuxna")
    host.goto(f"{server.url}/utkast/1/lank")
    expect(host.locator("main")).to_contain_text("Mötet är inte öppet, så ingen annan kan öppna länkarna nu")
    expect(host.locator("main")).not_to_contain_text("127.0.0.1")
    reader.context.close()


def test_raden_ryms_pa_en_telefon_ocksa_nar_nagot_inte_ar_sparat(exempel, guest, server):
    host, bo = exempel, guest
    bo.set_viewport_size({"width": 360, "height": 740})
    bo.route("**/varde", lambda route: route.abort())
    write(bo, "För sent.")
    host.goto(f"{server.url}/utkast/1/skriv-ut")
    host.get_by_role("button", name="Lås för underskrift").click()
    host.get_by_role("button", name="Lås nu").click()
    expect(bo.locator(".notice--locked")).to_be_visible()
    bo.unroute("**/varde")
    expect(bo.locator("#sparat")).to_contain_text("1 ändring inte sparad")
    for section in ("syfte", "budget"):
        bo.goto(f"{bo.home}/utkast/1/avsnitt/{section}")
        expect(bo.locator("#sparat")).to_contain_text("1 ändring inte sparad")
        assert bo.evaluate("document.documentElement.scrollWidth <= innerWidth"), section


@pytest.mark.parametrize(("width", "scheme"), [(1280, "dark"), (360, "light"), (1920, "light")])
def test_koden_och_motets_sida_ar_tillgangliga_i_varje_bredd(exempel, guest, server, width, scheme):
    for page, home in ((exempel, server.url), (guest, guest.home)):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(f"{home}/motet")
        assert faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.goto(home + SECTION)
        page.get_by_role("button", name=re.compile("^Möte")).click()
        expect(page.locator("#motet")).to_be_visible()
        assert faults(page) == []


def test_utan_skript_gar_det_att_ga_med_visa_koden_och_se_projektorn(exempel, server, browser):
    shown = code(exempel, server)
    exempel.goto(f"{server.url}/utkast/1/projektor/syfte")
    context = browser.new_context(locale="sv-SE", java_script_enabled=False)
    page = context.new_page()
    page.goto(f"http://{DOOR}:{server.port}/")
    join(page, shown)
    assert page.url.endswith("/utkast/1/avsnitt/syfte"), "det som är på projektorn"
    page.get_by_role("button", name=re.compile("^Möte")).click()
    expect(page.locator("#motet")).to_contain_text(shown)
    page.goto(f"http://{DOOR}:{server.port}/utkast/1/projektor/syfte")
    expect(page.locator(".projector__paper")).to_contain_text("Syftet är")
    page.get_by_role("link", name="Nästa").click()
    expect(page.locator("#projektor")).to_have_attribute("data-section", "mal")
    page.goto(f"http://{DOOR}:{server.port}/utkast/1/avsnitt/syfte")
    page.fill("#ny-anteckning", "Utan skript")
    page.locator(".todo summary").click()
    page.fill("#ny-anteckning-vem", "Bo Berg")
    page.click("button[name=anteckna]")
    expect(page.locator(".todo__row")).to_contain_text("Bo Berg")
    page.get_by_role("link", name="Svara").click()
    row = page.locator(".todo__row")
    row.locator("summary").click()
    row.get_by_label("Svar", exact=True).fill("Det går bra")
    row.get_by_role("button", name="Spara").click()
    expect(page.locator(".note__answer")).to_contain_text("Det går bra")
    context.close()
