"""The screen in the room follows the one who leads to the line, shows what others type, and goes on by keys."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DOOR
from tests.browser.test_tillganglighet import faults
from tests.browser.writing import text_box

pytestmark = pytest.mark.long


@pytest.fixture
def server(open_server):
    return open_server


@pytest.fixture
def screen(exempel, server):
    """The projector, opened by Anna, who leads."""
    exempel.goto(f"{server.url}/utkast/1/avsnitt/bakgrund")
    with exempel.context.expect_page() as opened:
        exempel.get_by_role("link", name="Visa på projektorn").click()
    page = opened.value
    page.faults = []
    page.set_viewport_size({"width": 1920, "height": 1080})
    expect(page.locator("#projektor")).to_have_attribute("data-section", "bakgrund")
    return page


def marked_line(screen):
    """The words on the line that is marked, and whether the screen shows them."""
    return screen.evaluate(
        """() => {
          const bar = document.querySelector(".led-line")?.getBoundingClientRect();
          if (!bar) return ["", false];
          const text = document.createTreeWalker(document.querySelector(".projector__paper"), NodeFilter.SHOW_TEXT);
          let words = "";
          while (text.nextNode()) for (const one of text.currentNode.data.matchAll(/\\S+/g)) {
            const range = document.createRange();
            range.setStart(text.currentNode, one.index);
            range.setEnd(text.currentNode, one.index + one[0].length);
            const box = range.getBoundingClientRect(), middle = (box.top + box.bottom) / 2;
            if (middle > bar.top && middle < bar.bottom) words += ` ${one[0]}`;
          }
          return [words, bar.top >= 0 && bar.bottom <= innerHeight - 60];
        }"""
    )


def until(screen, found):
    for _ in range(80):
        words, seen = marked_line(screen)
        if found in words and seen:
            return
        screen.wait_for_timeout(100)
    raise AssertionError(marked_line(screen))


def test_projektorn_foljer_den_som_leder_till_raden_dar_hen_skriver(exempel, screen, server):
    text_box(exempel, "f-bakgrund").press("Control+End")
    exempel.keyboard.type(" Det som skrivs nu syns i rummet.")
    until(screen, "rummet.")
    exempel.keyboard.press("Control+Home")
    until(screen, "Vid nulägesanalysen")
    exempel.goto(f"{server.url}/utkast/1/avsnitt/mal")
    expect(screen.locator("#projektor")).to_have_attribute("data-section", "mal")
    goal = exempel.locator("[name^='mal/effektmal/']").first
    text_box(exempel, goal.get_attribute("id")).press("Control+End")
    until(screen, goal.input_value().split()[-1])


def test_det_andra_skriver_syns_medan_de_skriver_utan_paus(exempel, screen, person, server):
    bo = person("Bo Berg", "Region Uppsala")
    bo.goto(f"{server.url}/utkast/1/avsnitt/bakgrund")
    text_box(bo, "f-bakgrund").press("Control+End")
    seen = 0
    for _ in range(12):
        bo.keyboard.type(" ord ord ord", delay=40)
        seen = max(seen, screen.locator("[data-path=bakgrund]").inner_text().count("ord ord"))
    assert seen > 3, "visas först när skribenten pausar"
    expect(screen.locator("[data-path=bakgrund]")).to_contain_text(re.compile(r"(ord ord ord\s*){12}"))


def test_tangenterna_gar_vidare_och_f_foljer_igen(exempel, screen):
    view, words = screen.locator("#projektor"), screen.locator(".projector__follows")
    screen.keyboard.press("ArrowRight")
    expect(view).to_have_attribute("data-section", "insatstid")
    expect(words).to_contain_text("Bläddrar för hand")
    text_box(exempel, "f-bakgrund").click()
    screen.wait_for_timeout(1500)
    expect(view).to_have_attribute("data-section", "insatstid")
    screen.keyboard.press("ArrowLeft")
    expect(view).to_have_attribute("data-section", "bakgrund")
    screen.keyboard.press("End")
    for _ in range(6):
        screen.keyboard.press("PageDown")
        screen.wait_for_timeout(150)
    assert view.get_attribute("data-section") != "bakgrund"
    screen.keyboard.press("f")
    expect(view).to_have_attribute("data-section", "bakgrund")
    expect(words).to_contain_text("Följer Anna Andersson")


def test_den_som_kommer_med_koden_hamnar_i_det_som_visas(exempel, screen, server, browser):
    context = browser.new_context(
        locale="sv-SE", viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True
    )
    phone = context.new_page()
    phone.goto(f"http://{DOOR}:{server.port}/")
    phone.fill("[name=kod]", screen.locator(".meeting__code").inner_text().split()[-1])
    phone.fill("[name=namn]", "Bo Berg")
    phone.fill("[name=organisation]", "Region Uppsala")
    phone.click("main button")
    expect(phone).to_have_url(f"http://{DOOR}:{server.port}/utkast/1/avsnitt/bakgrund")
    expect(screen.locator(".parts")).to_contain_text("Region Uppsala")
    expect(screen.locator(".parts")).to_contain_text("Bo Berg")
    context.close()


def test_en_kod_som_inte_galler_langre_star_inte_kvar_pa_skarmen(exempel, screen, server):
    old = screen.locator(".meeting__code").inner_text()
    exempel.goto(f"{server.url}/motet")
    exempel.get_by_role("button", name="Stäng mötet").click()
    expect(screen.locator(".projector__side")).to_contain_text("Mötet är inte öppet")
    exempel.get_by_role("button", name="Öppna för mötet").click()
    expect(screen.locator(".meeting__code")).to_be_visible()
    assert screen.locator(".meeting__code").inner_text() != old


@pytest.mark.parametrize(("width", "scheme"), [(1920, "light"), (1280, "dark"), (360, "light")])
def test_projektorns_sida_ar_tillganglig_i_varje_bredd(screen, width, scheme):
    screen.emulate_media(color_scheme=scheme)
    screen.set_viewport_size({"width": width, "height": 800})
    assert faults(screen) == []
    assert screen.evaluate("document.documentElement.scrollWidth <= innerWidth")
