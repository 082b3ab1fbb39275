"""The application of 2021 as it stood, put right from the page Granska by keyboard alone."""

import json
import tomllib
from pathlib import Path

import pytest
from playwright.sync_api import expect

FAULTY = Path(__file__).parents[1] / "core" / "checks" / "ansokningar" / "som_den_stod_2021.toml"
REASON = "Summan räknas nu fram ur budgeten"
ANSWERS = {
    "g34": "kontakt.norrby@alvkarleby.example",
    "g25": "2021-01-25",
    "g33": "samverkan@forsakringskassan.example",
    "g36": "ombud enligt fullmakt 2021-01-10",
}
"""By rule: what the group writes where no button knows the answer. LOKUS is answered with an arrow to «Ja»."""


class Keyboard:
    """A person who only has a keyboard. `steps`: choices made and fields filled in; `keys`: every key."""

    def __init__(self, page):
        self.page, self.steps, self.keys = page, 0, 0

    def press(self, key):
        self.page.keyboard.press(key)
        self.keys += 1

    def tab_to(self, target, most=150, any_of_group=False):
        """Tab from where the focus is until it is on the target (of a radio group: any of its buttons)."""
        same = "(el, group) => el === document.activeElement || (group && el.name === document.activeElement.name)"
        for _ in range(most):
            if target.evaluate(same, any_of_group):
                return True
            self.press("Tab")
        return False

    def choose(self):
        self.press("Enter")
        self.steps += 1

    def write(self, words):
        self.page.keyboard.type(words)
        self.keys += len(words)
        self.steps += 1


@pytest.fixture
def faulty(person, server, tmp_path):
    """The document read in, and its page Granska open."""
    content = tomllib.loads(FAULTY.read_text("utf-8"))
    sums = content.pop("inlast")["summor"]
    file = tmp_path / "ansokan.json"
    whole = {"format": "finsam-forms", "formatversion": 1, "mall": "ansokan", "innehall": content, "summor": sums}
    file.write_text(json.dumps(whole, ensure_ascii=False), "utf-8")
    page = person()
    page.set_input_files("#fil", file)
    page.click('button:has-text("Läs in")')
    page.get_by_role("button", name="Gör ett utkast av filen").click()
    page.wait_for_url("**/avsnitt/**")
    page.goto(f"{server.url}/utkast/1/granska")
    return page


def left(page):
    """The fel and varningar that nobody has dealt with."""
    return page.locator("#blad li:not(.waived):has(.is-error, .is-warn)")


def deal_with(page, keyboard, item):
    """One remark: its button, a reason, or the right words in the field."""
    key = item.get_attribute("id")
    if item.locator("button[name=ratta]").count():
        assert keyboard.tab_to(item.locator("button[name=ratta]").first)
        keyboard.choose()
    elif key[:3] in ANSWERS or key.startswith("g44"):
        assert keyboard.tab_to(item.locator("a.goto"))
        keyboard.choose()
        page.wait_for_url("**/avsnitt/**")
        if key.startswith("g44"):
            assert keyboard.tab_to(page.locator('input[type=radio][name="lokus"]').first, any_of_group=True)
            keyboard.press("ArrowDown")  # from «Inte besvarat», the last, round to «Ja»
            keyboard.steps += 1
        else:
            assert page.locator(":focus").get_attribute("name")
            keyboard.press("Control+a")
            keyboard.write(ANSWERS[key[:3]])
            keyboard.press("Tab")
        expect(page.locator("#sparat")).to_contain_text("Sparat")
        page.go_back()
        keyboard.steps += 1
        page.wait_for_url("**/granska")
    else:
        assert keyboard.tab_to(item.locator("summary"))
        keyboard.choose()
        assert keyboard.tab_to(item.locator("input[name=skal]"))
        keyboard.write(REASON)
        keyboard.choose()
    expect(page.locator(f"#{key}:not(.waived)")).to_have_count(0)


@pytest.mark.long
def test_hela_dokumentet_rattas_fran_granska_med_bara_tangentbordet(faulty):
    page, keyboard = faulty, Keyboard(faulty)
    for _ in range(60):
        if not left(page).count():
            break
        deal_with(page, keyboard, left(page).first)
    assert left(page).count() == 0
    assert "Fel (0)" in page.locator("ul.filter").inner_text()
    assert "Varning (0)" in page.locator("ul.filter").inner_text()
    print(f"{keyboard.steps} steg, {keyboard.keys} tangenttryckningar")
    assert keyboard.steps <= 45


@pytest.mark.long
def test_fokus_gar_till_nasta_anmarkning(faulty):
    page = faulty
    remarks = "all => all.map((one) => one.id)"
    first = page.locator("#blad li:has(button[name=ratta])").first
    key = first.get_attribute("id")
    number = page.locator("#blad .findings > li").evaluate_all(remarks).index(key)
    first.locator("button[name=ratta]").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"#{key}")).to_have_count(0)
    focused = page.locator("#blad .findings > li", has=page.locator(":focus"))
    expect(focused).to_have_count(1)
    ids = page.locator("#blad .findings > li").evaluate_all(remarks)
    assert ids.index(focused.get_attribute("id")) == number


@pytest.mark.long
def test_ett_skal_som_skrivs_star_kvar_oppet_nar_sidan_hamtas_igen(faulty):
    page = faulty
    item = page.locator("#blad li:has(summary)").first
    item.locator("summary").click()
    reason = item.locator("input[name=skal]")
    reason.fill("Beslutat")
    with page.expect_response("**/granska"):
        page.evaluate("htmx.trigger(document.getElementById('blad'), 'foraldrad')")
    page.wait_for_timeout(300)
    expect(reason).to_be_focused()
    expect(reason).to_have_value("Beslutat")
