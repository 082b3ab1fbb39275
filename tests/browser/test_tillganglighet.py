"""axe-core finds nothing on any page, and nothing falls outside a page of any width."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.long

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
    "ersatt?sok=Älvkarleby&med=Tierp",
    "las-in",
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


LONG = {
    "samverkansparter/af/organisation": "Arbetsförmedlingen, Enheten för arbetsmarknadsinsatser i Norduppland",
    "samverkansparter/af/kontaktperson": "Anna-Karin Söderström-Wallin, tf. förvaltningschef för utbildning och omsorg",
    "samverkansparter/af/epost": "anna-karin.soderstrom wallin@arbetsmarknadsforvaltningen.norduppland.example",
    "insatsagare/alvkarleby/organisation": "Älvkarleby kommun, Arbetsmarknads- och integrationsförvaltningen",
    "insatsagare/alvkarleby/epost": "arbetsmarknads-och.integrationsforvaltningen@alvkarlebykommunsforvaltning.example",
    "insatsens_namn": "Vägen in och vidare genom samordnad rehabilitering, utbildning och arbetsmarknadsinsatser i Älvkarleby",
}


def with_long_words(page, server):
    """Names as long as they are in kommuner, and a removed row of them. Gives the pages."""
    pages = with_faults(page, server)
    page.goto(f"{server.url}/utkast/1/avsnitt/samverkansparter")
    for path, words in LONG.items():
        version = 2 if path == "samverkansparter/af/epost" else 1
        page.evaluate("([path, words, version]) => finsam.put(path, words, version)", [path, words, version])
    expect(page.locator("#sparat")).to_contain_text("Sparat")
    expect(page.locator("#natet")).to_be_empty()
    page.reload()
    rows = page.locator(".row__no")
    before = rows.count()
    page.locator("button[value^='bort:samverkansparter:']").first.click()
    expect(rows).to_have_count(before - 1)
    page.reload()
    expect(page.locator(".removed")).to_be_visible()
    return pages


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


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_hittar_ingenting_i_ett_last_utkast(exempel, server, width):
    """Nothing but that tables to scroll can't be reached: axe takes all in a disabled fieldset to be out of reach, and here they are tabbed to."""
    page = exempel
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{server.url}/utkast/1/skriv-ut")
    page.get_by_role("button", name="Lås för underskrift").click()
    expect(page.get_by_role("heading", name="Låst för underskrift")).to_be_visible()
    sections = ("syfte", "finansiering", "budget")
    bad = {}
    for url in ("skriv-ut", "granska", "ersatt?sok=a", *(f"avsnitt/{one}" for one in sections)):
        page.goto(f"{server.url}/utkast/1/{url}")
        bad[url] = [one for one in faults(page) if one[0] != "scrollable-region-focusable"]
    assert not any(bad.values()), bad
    tables = page.locator(".ledger-scroll").count()
    reached = set()
    for _ in range(80):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("[...document.querySelectorAll('.ledger-scroll')].indexOf(document.activeElement)"))
    assert reached >= set(range(tables))


EDGES = """one => { const style = getComputedStyle(document.querySelector(one));
    return [style.borderLeftColor, style.borderBottomColor]; }"""


def test_med_tvingade_farger_syns_vad_som_ar_valt_och_var_man_ar(exempel, server):
    page = exempel
    page.emulate_media(forced_colors="active")
    for url, chosen, other in (
        ("avsnitt/mal", ".toc a[aria-current]", ".toc a:not([aria-current])"),
        ("granska", ".filter [aria-current]", ".filter a:not([aria-current])"),
    ):
        page.goto(f"{server.url}/utkast/1/{url}")
        assert page.evaluate(EDGES, chosen) != page.evaluate(EDGES, other)
    page.goto(f"{server.url}/utkast/1/avsnitt/mal")
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert page.evaluate(EDGES, ".toc a:not([aria-current])")[0] == paper, "bara där man är syns en kant"


OUTSIDE = """document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll("main *, header *")]
    .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
    .map((one) => `utanför: ${one.tagName} ${one.className} ${one.textContent.trim().slice(0, 40)}`).slice(-3)"""
CUT = """[...document.querySelectorAll("#blad :is(.cell, .input)")]
    .filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth).map((one) => one.name)"""


OVER_EACH_OTHER = """[...document.querySelectorAll(".bar__row > *, .removed li > *, .ledger thead th, .drafts > li > *")]
    .filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX === "visible"
        && getComputedStyle(one).display !== "inline").map((one) => one.className + ": " + one.textContent.trim().slice(0, 60))"""


@pytest.mark.parametrize("width", [360, 640, 900, 1280])
def test_ingenting_hamnar_utanfor_sidan_och_inget_belopp_eller_datum_klipps(person, server, width):
    """640 is a screen of 1280 at 200 %."""
    page = person("Märta Lindström-Öberg", "Älvkarleby kommun, Arbetsmarknadsförvaltningen")
    page.click("text=Titta på ett exempel")
    page.wait_for_url("**/avsnitt/**")
    pages = with_long_words(page, server)
    page.set_viewport_size({"width": width, "height": 900})
    bad = {}
    for url in pages:
        page.goto(server.url + url)
        found = [one for looked in (OUTSIDE, CUT, OVER_EACH_OTHER) for one in page.evaluate(looked)]
        if found:
            bad[url] = found
    assert bad == {}
