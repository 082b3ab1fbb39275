"""A year of an insats, by keyboard: the application is locked, two reports and the rekvisitioner follow it, and at last the report at the end."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_skriva import open_section, tab_to

pytestmark = pytest.mark.long

ASKED = (
    ("april–juni", "101200", "253 800"),
    ("juli–september", "120000", "133 800"),
    ("oktober–december", "133800", "0"),
)
"""Quarter, what is asked for, and what then remains of 355 000 kr."""


class AtTheKeyboard:
    def __init__(self, page, server):
        self.page, self.server = page, server

    def press(self, selector):
        tab_to(self.page, selector)
        self.page.keyboard.press("Enter")

    def lock(self, draft):
        self.page.goto(f"{self.server.url}/utkast/{draft}/skriv-ut")
        self.press("form[action$='/las'] button.btn--primary")
        expect(self.page.locator(".lock")).to_contain_text("Version 1")

    def follow(self, draft, form):
        """Begins a document of a form from a draft: its number."""
        self.page.goto(f"{self.server.url}/utkast/{draft}/nasta")
        self.press(f"form:has([name=mall][value={form}]) button")
        self.page.wait_for_url(re.compile(r"/utkast/\d+/avsnitt/"))
        return int(re.search(r"/utkast/(\d+)/", self.page.url)[1])

    def write(self, **values):
        for path, text in values.items():
            name = path.replace("__", "/")
            tab_to(self.page, f"[name='{name}']")
            self.page.keyboard.press("Control+a")
            self.page.keyboard.type(text)
        self.page.keyboard.press("Tab")
        self.saved()

    def choose(self, path, answer):
        tab_to(self.page, f"[name='{path}']")
        wanted = self.page.locator(f"[name='{path}'][value='{answer}']")
        for press in ("Space", *["ArrowDown"] * 6):
            if wanted.is_checked():
                break
            self.page.keyboard.press(press)
        expect(wanted).to_be_checked()
        self.saved()

    def saved(self):
        expect(self.page.locator("[data-unsaved]")).to_have_count(0, timeout=30_000)

    def value(self, path):
        return self.page.locator(f"[name='{path}']")


def test_ett_ar_med_ansokan_rapporter_rekvisitioner_och_slutrapport(exempel, person, server):
    me, other = AtTheKeyboard(exempel, server), AtTheKeyboard(person("Bertil Berg", "Region Uppsala"), server)
    me.lock(1)

    half = me.follow(1, "arsrapport")
    open_section(me.page, server, "vilken", half)
    expect(me.value("rapportperiod/start")).to_have_value("2021-04-01")
    me.choose("rapporttyp", "delår")
    me.choose("bilaga", "Bilaga LS")
    open_section(me.page, server, "bortfall", half)
    open_section(other.page, server, "bortfall", half)
    me.write(deltagare__nya__kvinnor="12", deltagare__arbete__kvinnor="3")
    other.write(deltagare__nya__man="8")
    for page in (me.page, other.page):
        expect(page.locator(".s-deltagare-aktiva").first).to_have_text("17")

    year = me.follow(half, "arsrapport")
    open_section(me.page, server, "vilken", year)
    expect(me.value("rapportperiod/start")).to_have_value("2021-07-01")
    open_section(me.page, server, "bortfall", year)
    expect(me.value("deltagare/ingaende/kvinnor")).to_have_value("9")
    expect(me.value("deltagare/ingaende/man")).to_have_value("8")
    me.write(deltagare__annat__kvinnor="9", deltagare__annat__man="8")
    expect(me.page.locator(".s-deltagare-aktiva").first).to_have_text("0")

    before = 1
    for quarter, kronor, left in ASKED:
        before = me.follow(before, "rekvisition")
        me.page.goto(f"{server.url}/utkast/{before}/avsnitt/insats")
        me.choose("kvartalet", quarter)
        open_section(me.page, server, "rekvisition", before)
        me.write(rekvisition__lon__nu=kronor)
        expect(me.page.locator(".s-rekvisition-summa-aterstar").first).to_have_text(
            re.compile(left.replace(" ", r"\s"))
        )

    last = me.follow(1, "slutrapport")
    open_section(me.page, server, "insats", last)
    expect(me.value("rapportperiod/start")).to_have_value("2021-04-01")
    expect(me.value("rapportperiod/slut")).to_have_value("2021-12-31")
    me.page.goto(server.url)
    expect(me.page.locator(f"a[href*='/utkast/{last}/']").first).to_be_visible()
    assert me.page.faults == other.page.faults == []
