"""In Firefox too: a long text is written in its editor and saved, two who write at once get each other's words, and so do goals and sums."""

import pytest

from tests.browser.firefox import FIREFOX, firefox
from tests.others import without

BOX = "document.querySelector('#f-syfte + .editor .longtext')"
TEXT = "document.getElementById('f-syfte').value"
SAVED = "finsam.waiting.size === 0 && !document.querySelector('[data-unsaved]')"
CTRL, END, HOME = "\ue009", "\ue010", "\ue011"

pytestmark = without("Sidorna i Firefox", FIREFOX, "Firefox finns inte")


@pytest.fixture
def pair(server, tmp_path):
    """Anna and Bo in the same draft, each with cookies of their own."""
    profile = tmp_path / "profil"
    profile.mkdir()
    with firefox(profile) as browser:
        people = []
        for name in ("Anna Andersson", "Bo Berg"):
            page = browser.person()
            page.goto(f"{server.url}/jag")
            page.run(f"document.getElementById('jag-namn').value = '{name}'")
            page.run("document.getElementById('jag-organisation').value = 'Region'")
            press(page, "document.querySelector('main button.btn--primary')")
            page.wait("location.pathname === '/'")
            people.append(page)
        press(people[0], "[...document.querySelectorAll('button')].find((one) => /Titta på/.test(one.textContent))")
        people[0].wait("location.pathname.includes('avsnitt')")
        yield people


def press(page, button):
    page.wait(button)
    page.run(f"({button}.click(), true)")


def open_section(page, server, section):
    page.goto(f"{server.url}/utkast/1/avsnitt/{section}")
    page.wait("document.querySelectorAll('#har .person').length > 0")


def caret(page, key):
    """To an end of the text."""
    page.to_front()
    page.run(f"({BOX}.focus(), true)")
    page.chord(CTRL, key)


@pytest.mark.long
def test_tva_skriver_i_samma_text_och_inget_ord_forsvinner(pair, server):
    anna, bo = pair
    for page in pair:
        open_section(page, server, "syfte")
    was = anna.run(TEXT)
    caret(anna, HOME)
    caret(bo, END)
    for letter in "Anna skriver först. ":
        anna.keys(letter)
        bo.keys("b")
    for page in pair:
        page.wait(SAVED)
    anna.wait(f"{TEXT}.startsWith('Anna skriver först. ')")
    anna.wait(f"{TEXT}.endsWith('{'b' * 20}')")
    bo.wait(f"{TEXT} === {anna.run(TEXT)!r}")
    assert was in anna.run(TEXT)


@pytest.mark.long
def test_en_siffra_i_budgeten_syns_hos_den_andra_med_sina_summor(pair, server):
    anna, bo = pair
    for page in pair:
        open_section(page, server, "budget")
    anna.run("(document.querySelector(\"[name='budget/ovrigt/resor/belopp/alvkarleby']\").focus(), true)")
    anna.keys("12 000\ue007")
    bo.wait("[...document.querySelectorAll('.s-total')].every((one) => /409.000/.test(one.textContent))")
    anna.wait(SAVED)


@pytest.mark.long
def test_det_som_skrivits_finns_kvar_nar_sidan_laddas_om(pair, server):
    anna, _ = pair
    open_section(anna, server, "syfte")
    caret(anna, END)
    anna.keys(" Och sedan.")
    anna.wait(SAVED)
    open_section(anna, server, "syfte")
    assert anna.run(TEXT).endswith(" Och sedan.")
