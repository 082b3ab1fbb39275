"""The whole worked example, written from an empty draft by keyboard alone: the paper that comes of it is the same paper."""

import json
import re
import sqlite3

import pytest
from playwright.sync_api import expect

from finsam_forms.core.document import PLACE, Document
from finsam_forms.core.fingerprint import fingerprint
from tests.browser.test_skriva import open_section, tab_to
from tests.builder import ANSOKAN, worked_example

EXAMPLE = worked_example()
AMOUNTS_FIRST = ("budget", "finansiering")
"""A text can only refer to amounts that are there."""
FOCUS = "(wanted) => document.activeElement.matches(wanted)"


class Writer:
    """Somebody at the keyboard. `ids`: what the rows of the example are called in the draft that is written."""

    def __init__(self, page, server):
        self.page, self.server, self.ids = page, server, {}

    def section(self, section):
        open_section(self.page, self.server, section.id)
        expect(self.page.locator("#har .person")).to_have_count(1)
        for field in section.fields:
            for leaf in field.answer(EXAMPLE).leaves():
                if leaf.text():
                    self.rows_for(leaf.path)
                    self.write(self.here(leaf.path), leaf.text())
        if self.page.locator("[data-version]").count():
            self.page.keyboard.press("Tab")
            expect(self.page.locator("[data-unsaved]")).to_have_count(0, timeout=30_000)

    def here(self, path):
        return "/".join(self.ids.get(part, part) for part in path.split("/"))

    def with_own_ids(self, text):
        """A text whose amounts are those of the rows that were written."""
        return (
            re.sub(r"\[\[(.*?)\]\]", lambda found: f"[[{self.here(found[1])}]]", text)
            if isinstance(text, str)
            else text
        )

    def rows_for(self, path):
        """A row that the draft does not have yet: one that stands there from the start, else a new one."""
        parts = path.split("/")
        for end in range(1, len(parts)):
            base, row = "/".join(parts[:end]), parts[end]
            if f"{base}/{row}/{PLACE}" in EXAMPLE.values and row not in self.ids:
                here = self.here(base)
                free = [one for one in self.row_ids(here) if one not in self.ids.values()]
                self.ids[row] = free[0] if free else self.new_row(here)

    def row_ids(self, base):
        names = self.page.evaluate(
            "base => [...document.querySelectorAll(`[name^='${base}/']`)].map((one) => one.name)", base
        )
        found = [re.match(rf"{base}/([a-z0-9]+)/", name) for name in names]
        return list(dict.fromkeys(one[1] for one in found if one))

    def new_row(self, base):
        before = self.row_ids(base)
        self.tab_to(f"button[name=rad][value='ny:{base}:']")
        self.page.keyboard.press("Enter")
        self.page.wait_for_function(
            "([base, count]) => new Set([...document.querySelectorAll(`[name^='${base}/']`)]"
            ".map((one) => one.name.slice(base.length + 1).split('/')[0])).size > count",
            arg=[base, len(before)],
        )
        (new,) = set(self.row_ids(base)) - set(before)
        return new

    def tab_to(self, selector):
        if not self.page.evaluate(FOCUS, selector):
            tab_to(self.page, selector)

    def write(self, path, text):
        field = f"#f-{path.replace('/', '-')}"
        if self.page.locator(f"{field} + .editor .longtext").count():
            self.tab_to(f"{field} + .editor .longtext")
            self.prose(text)
        elif self.page.locator(f"fieldset{field}").count():
            self.tab_to(f"{field} input")
            self.choose(path, text)
        else:
            self.tab_to(f"[name='{path}']")
            self.page.keyboard.press("Control+a")
            self.page.keyboard.type(text)

    def choose(self, path, text):
        for _ in range(6):
            if self.page.locator(f"[name='{path}'][value='{text}']").is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{path}: {text} går inte att välja")

    def prose(self, text):
        """As one writes in Word: Enter between paragraphs, twice after a list, «## » before a heading, an amount from the menu."""
        after = 0
        for paragraph in text.split("\n\n"):
            for _ in range(after):
                self.page.keyboard.press("Enter")
            first, *more = re.split(r"\n- ", paragraph)
            for part in re.split(r"(\[\[[^\]]*\]\])", first):
                self.amount(self.here(part[2:-2])) if part.startswith("[[") else self.page.keyboard.type(part)
            for item in more:
                self.page.keyboard.press("Enter")
                self.page.keyboard.type(item)
            after = 2 if more else 1

    def amount(self, key):
        self.page.keyboard.press("Shift+Tab")
        for press in ("End", "Enter"):
            self.page.keyboard.press(press)
        for _ in range(60):
            self.page.keyboard.press("ArrowDown")
            if self.page.evaluate("() => document.activeElement.dataset.insert") == key:
                self.page.keyboard.press("Enter")
                return
        raise AssertionError(f"{key} finns inte bland beloppen")


def flat(data, path=""):
    """(path, value) of everything in what a fingerprint is of."""
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else None
    if inside is None:
        yield path, data
    for key, one in inside or ():
        yield from flat(one, f"{path}/{key}")


@pytest.mark.long
def test_hela_exemplet_skrivet_bara_med_tangentbord_blir_samma_papper(person, server):
    page = person()
    tab_to(page, ".choices button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/avsnitt/insatsens_namn#f-insatsens_namn")
    writer = Writer(page, server)
    for section in sorted(
        ANSOKAN.sections, key=lambda one: AMOUNTS_FIRST.index(one.id) + 1 if one.id in AMOUNTS_FIRST else 0
    ):
        writer.section(section)
    open_section(page, server, "syfte")
    expect(page.locator("#natet")).to_be_empty()
    with sqlite3.connect(server.data / "finsam_forms.sqlite3") as data:
        values = dict(data.execute("SELECT path, value FROM value WHERE draft_id = 1"))
    written, wanted = (
        dict(flat(json.loads(fingerprint(one).canonical))) for one in (Document(ANSOKAN, values), EXAMPLE)
    )
    for path in written.keys() | wanted.keys():
        assert written.get(path) == writer.with_own_ids(wanted.get(path)), path
