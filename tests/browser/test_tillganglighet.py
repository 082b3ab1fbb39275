"""axe-core finds nothing on any page, and nothing falls outside a page of any width."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

AXE = (Path(__file__).parents[1] / "vendor" / "axe.min.js").read_text("utf-8")
SECTIONS = [
    "insatsens_namn",
    "insatsagare",
    "syfte",
    "mal",
    "insatstid",
    "finansiering",
    "lokus",
    "overenskommelse",
    "underskrifter",
    "tidplan",
    "budget",
]
TASKS = [
    "skriv-ut",
    "granska",
    "lon?rad=budget/lon/processledare",
    "historik?falt=syfte",
    "andrat?sedan=2020-11-16",
    "att-gora",
    "lank",
]
PAGES = [
    *("/", "/jag", "/papperskorgen", "/motet"),
    *(f"/utkast/1/{task}" for task in TASKS),
    *(f"/utkast/1/avsnitt/{section}" for section in SECTIONS),
]


def faults(page):
    page.evaluate(AXE)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [(one["id"], [node["html"][:120] for node in one["nodes"][:3]]) for one in found["violations"]]


def type_in(page, server, section, path, words):
    page.goto(f"{server.url}/utkast/1/avsnitt/{section}")
    page.fill(f'[name="{path}"]', words)
    page.keyboard.press("Tab")
    expect(page.locator("[data-unsaved]")).to_have_count(0)


def with_faults(page, server):
    """Faults in the margins, amounts by calendar year, a gap in the tidplan, a note and an unread amount: all in one draft. Gives the pages."""
    type_in(page, server, "insatstid", "insatstid/slut", "2022-03-31")
    type_in(page, server, "budget", "budget/lon/processledare/till", "2023-01-31")
    type_in(page, server, "budget", "budget/ovrigt/resor/belopp/alvkarleby", "9,000 000")
    type_in(page, server, "samverkansparter", "samverkansparter/af/epost", "norduppland @af.example")
    page.fill("#ny-anteckning", "Fråga ekonomen")
    page.keyboard.press("Enter")
    page.goto(f"{server.url}/utkast/1/lank")
    page.get_by_role("button", name="Gör en länk").click()
    link = page.locator("a[href^='/visa/']").get_attribute("href")
    return [*PAGES, link]


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_axe_hittar_ingenting(exempel, server, scheme, width):
    page = exempel
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    pages = with_faults(page, server)
    bad = {}
    for url in pages:
        page.goto(server.url + url)
        found = faults(page)
        if found:
            bad[url] = found
    assert bad == {}


OUTSIDE = "document.documentElement.scrollWidth > innerWidth"
CUT = """[...document.querySelectorAll("input.cell:not(.cell--text), .input--date")]
    .filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth).map((one) => one.name)"""


@pytest.mark.parametrize("width", [360, 640, 1280])
def test_ingenting_hamnar_utanfor_sidan_och_inget_belopp_eller_datum_klipps(exempel, server, width):
    """640 is a screen of 1280 at 200 %."""
    page = exempel
    pages = with_faults(page, server)
    page.set_viewport_size({"width": width, "height": 900})
    bad = {}
    for url in pages:
        page.goto(server.url + url)
        if page.evaluate(OUTSIDE) or (cut := page.evaluate(CUT)):
            bad[url] = "utanför" if page.evaluate(OUTSIDE) else cut
    assert bad == {}
