"""Notes in the margin: tied to marked words, answered by another person, ticked; on a telephone too."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_tillganglighet import faults
from tests.browser.writing import text_box

pytestmark = pytest.mark.long

SECTION = "/utkast/1/avsnitt/bakgrund"
BO = "Bo Berg (Region Uppsala)"
WORDS = "Vid nulägesanalysen 2020"
TINTED = """() => [...(CSS.highlights.get("anteckning") ?? [])].map((one) => one.toString())"""


def mark_first_words(page, number):
    text_box(page, "f-bakgrund").press("Control+Home")
    for _ in range(number):
        page.keyboard.press("Control+Shift+ArrowRight")


@pytest.fixture
def two(exempel, person, server):
    """Anna, and Bo with a telephone."""
    bo = person("Bo Berg", "Region Uppsala", viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    for page in (exempel, bo):
        page.goto(server.url + SECTION)
    return exempel, bo


def tinted(page, number):
    """The words that are tinted, once they are so many."""
    for _ in range(50):
        if len(page.evaluate(TINTED)) == number:
            break
        page.wait_for_timeout(100)
    return page.evaluate(TINTED)


def tie(page, text):
    mark_first_words(page, 3)
    page.locator(".todo summary").click()
    page.get_by_role("button", name="Knyt till det som är markerat").click()
    expect(page.locator("#ny-anteckning-om")).to_contain_text(WORDS)
    page.fill("#ny-anteckning", text)
    page.fill("#ny-anteckning-vem", BO)
    page.fill("#ny-anteckning-nar", "2031-05-01")
    page.click("button[name=anteckna]")
    expect(page.locator(".todo__row")).to_contain_text(text)


def test_orden_ar_tonade_hos_alla_och_den_som_ska_gora_det_svarar_och_bockar_av(two):
    anna, bo = two
    tie(anna, "Stämmer årtalet?")
    row = bo.locator(".todo__row")
    expect(row).to_contain_text(f"{BO}, senast 1 maj 2031")
    for page in (anna, bo):
        assert tinted(page, 1) == [WORDS]
    bo.get_by_role("link", name="Svara").click()
    bo.fill("#lappen-svar", "Ja, det är kontrollerat.")
    bo.locator("#lappen").get_by_role("button", name="Spara").click()
    expect(bo.locator("#lappen")).to_be_hidden()
    expect(anna.locator(".note__answer")).to_have_text(f"{BO}: Ja, det är kontrollerat.")
    bo.get_by_role("button", name="Klart: Stämmer").click()
    expect(anna.locator(".todo__row")).to_contain_text(f"klart av {BO}")
    assert tinted(anna, 0) == []


def test_orden_leder_till_texten_och_sags_nar_de_inte_star_kvar(two):
    anna, bo = two
    tie(anna, "Stämmer årtalet?")
    text_box(anna, "f-bakgrund").press("Control+End")
    anna.locator("a[data-passage]").click()
    expect(text_box(anna, "f-bakgrund")).to_be_focused()
    assert anna.evaluate("getSelection().toString()") == WORDS
    anna.keyboard.type("Under 2021")
    for page in (anna, bo):
        expect(page.locator(".note__about.is-gone")).to_have_count(1)


def test_det_som_ar_valt_star_kvar_nar_nagon_annan_andrar_sidan(two):
    anna, bo = two
    mark_first_words(anna, 3)
    anna.locator(".todo summary").click()
    anna.get_by_role("button", name="Knyt till det som är markerat").click()
    anna.fill("#ny-anteckning-vem", BO)
    bo.fill("#ny-anteckning", "En annan sak")
    bo.click("button[name=anteckna]")
    expect(anna.locator(".todo__row")).to_contain_text("En annan sak")
    expect(anna.locator("#ny-anteckning-om")).to_contain_text(WORDS)
    expect(anna.locator("#ny-anteckning-vem")).to_have_value(BO)
    anna.fill("#ny-anteckning", "Stämmer årtalet?")
    anna.keyboard.press("Enter")
    expect(anna.locator("a[data-passage]")).to_contain_text(WORDS)


def test_manga_anteckningar_flyttar_inte_texten(two):
    anna, _ = two
    place = "one => one.getBoundingClientRect().y + scrollY"
    before = text_box(anna, "f-bakgrund").evaluate(place)
    for number in range(8):
        anna.fill("#ny-anteckning", f"Sak {number}: {'en lång anteckning ' * 4}")
        anna.keyboard.press("Enter")
        expect(anna.locator(".todo__row")).to_have_count(number + 1)
    assert text_box(anna, "f-bakgrund").evaluate(place) == before


@pytest.mark.parametrize(("width", "scheme"), [(1280, "dark"), (360, "light"), (1920, "light")])
def test_listan_ar_tillganglig_och_gar_att_skriva_ut(two, server, width, scheme):
    anna, _ = two
    tie(anna, "Stämmer årtalet?")
    anna.emulate_media(color_scheme=scheme)
    anna.set_viewport_size({"width": width, "height": 800})
    assert faults(anna) == []
    anna.goto(f"{server.url}/utkast/1/att-gora")
    anna.locator(".todo summary").click()
    assert faults(anna) == []
    assert anna.evaluate("document.documentElement.scrollWidth <= innerWidth")
    anna.evaluate("() => { window.print = () => { window.printed = true; }; }")
    anna.get_by_role("button", name="Skriv ut listan").click()
    assert anna.evaluate("printed")
    anna.emulate_media(media="print")
    expect(anna.locator(".todo__row")).to_contain_text(f"{BO}, senast 1 maj 2031")
    for hidden in (".bar", ".note__more", ".todo button"):
        expect(anna.locator(hidden).first).to_be_hidden()
