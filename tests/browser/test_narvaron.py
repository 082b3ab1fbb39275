"""Who is here and who writes is seen without anything moving under a hand; eight people have their names in the bar."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.long

EIGHT = [
    ("Anna Andersson", "Försäkringskassan"),
    ("Birgit Bergqvist", "Region Uppsala"),
    ("Conny Carlsson", "Arbetsförmedlingen"),
    ("Daniela Dahlström", "Kommunen"),
    ("Elif Eriksson", "Kommunen"),
    ("Göran Gustafsson", "Försäkringskassan"),
    ("Hanna Holmberg", "Region Uppsala"),
    ("Ibrahim Isaksson", "Arbetsförmedlingen"),
]
PLACES = """() => [...document.querySelectorAll(".bar, main *, .toc a")].filter((one) => !one.closest(".typing__who"))
  .map((one) => { const { x, y, width, height } = one.getBoundingClientRect(); return [x, y, width, height].join(); })"""
PATHS = (
    """() => [...document.querySelectorAll("#blad :is(input, textarea, fieldset)[data-version]")].map(finsam.pathOf)"""
)


def come(page, people, section, paths):
    """Those people are here and write, as the stream would tell it."""
    crowd = [
        [f"{n:02d}" * 8, name, part, name[0], section, paths[n % len(paths)]] for n, (name, part) in enumerate(people)
    ]
    page.evaluate("all => finsam.hearWho({ era: 'x', to: 1, all })", crowd)


@pytest.fixture
def alone(exempel, server):
    def alone(section, width=1280):
        exempel.set_viewport_size({"width": width, "height": 800})
        exempel.goto(f"{server.url}/utkast/1/avsnitt/{section}")
        expect(exempel.locator("#har .person")).to_have_count(1)
        exempel.evaluate("document.getElementById('ora').remove()")
        exempel.route(re.compile("/har"), lambda route: route.abort())
        return exempel

    return alone


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("section", ["syfte", "mal", "lokus", "insatsagare", "budget"])
def test_ingenting_flyttar_sig_nar_andra_kommer_och_skriver(alone, section, width):
    page = alone(section, width)
    before = page.evaluate(PLACES)
    come(page, EIGHT, section, page.evaluate(PATHS))
    expect(page.locator(".typing__who").first).to_contain_text("skriver här")
    assert page.evaluate(PLACES) == before
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("section", ["syfte", "budget"])
def test_atta_personer_har_sina_namn_i_listen(alone, section):
    page = alone(section)
    come(page, EIGHT, section, [""])
    row = page.locator(".bar__row--people").bounding_box()
    right = 0
    for name, _ in EIGHT:
        first, last = name.split()
        shown = page.locator("#har .person__short", has_text=f"{first} {last[0]}.")
        expect(shown).to_be_visible()
        assert shown.evaluate("one => one.scrollWidth <= one.clientWidth"), name
        box = shown.bounding_box()
        assert box["x"] >= right, "namnen ligger på varandra"
        assert row["y"] <= box["y"] and box["y"] + box["height"] <= row["y"] + row["height"]
        right = box["x"] + box["width"]
    assert right <= page.locator(".bar__row--people .bar__end").bounding_box()["x"]


def test_ett_tryck_pa_namnet_foljer(alone):
    page = alone("syfte")
    come(page, EIGHT, "syfte", [""])
    page.get_by_role("button", name="Följ Elif Eriksson").click()
    expect(page.locator("#foljer")).to_contain_text("Följer Elif Eriksson")


@pytest.mark.parametrize("width", [700, 768, 960, 1240, 1280])
def test_de_som_ar_med_ryms_pa_en_rad_ocksa_i_en_smal_list(alone, width):
    page = alone("budget", width)
    page.evaluate("document.querySelector('.bar__meeting').hidden = false")
    one_line = page.locator(".bar__row--people").bounding_box()["height"]
    for many in (2, 3, 4, 5, 8):
        come(page, EIGHT[:many], "mal", [""])
        expect(page.locator("#har .person")).to_have_count(many)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), many
        assert page.locator(".bar__row--people").bounding_box()["height"] == one_line, many
