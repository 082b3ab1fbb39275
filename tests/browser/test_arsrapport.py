"""Årsrapporten i webbläsaren: två i samma tabell på en gång, med tangenterna, och svar som hämtas ur det som redan är ifyllt."""

import os
import re
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from finsam_forms.export.exchange import dumps
from tests.browser.conftest import ROOT, Server
from tests.core.checks.reports import report

HELAR = report("arsrapport_helar")
OUT_OF_WINDOW = "document.documentElement.scrollWidth > innerWidth"


@pytest.fixture
def server(tmp_path):
    """A server that has the complete report as its first draft."""
    file, data = tmp_path / "rapport.json", tmp_path / "data"
    file.write_text(dumps(HELAR), "utf-8")
    words = [sys.executable, "-m", "finsam_forms", "import", str(file), "--data", str(data)]
    subprocess.run(words, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True, capture_output=True)
    server = Server(data)
    yield server
    server.stop()


def opened(page, server, section):
    page.goto(f"{server.url}/utkast/1/avsnitt/{section}")
    expect(page.locator("#rubrik")).to_be_visible()
    return page


def all_saved(*pages):
    for page in pages:
        expect(page.locator("[data-unsaved]")).to_have_count(0)
        page.wait_for_function("finsam.waiting.size === 0")


def cell(page, row, column):
    return page.locator(f"#f-deltagare-{row}-{column}")


def write(page, number):
    """Over what stands in the cell that has the focus."""
    page.keyboard.press("Control+a")
    page.keyboard.type(number)


def test_tva_skriver_i_samma_tabell_samtidigt_med_tangenterna(person, server):
    anna, bo = person(), person("Bo Berg", "Region Uppsala")
    for page in (anna, bo):
        opened(page, server, "bortfall")
    cell(anna, "nya", "kvinnor").focus()
    cell(bo, "sjukersattning", "man").focus()
    # A key each, by turns: both are in the middle of a number when the other's is saved.
    for page in (anna, bo):
        page.keyboard.press("Control+a")
    for hers, his in zip("16", "12", strict=True):
        anna.keyboard.type(hers)
        bo.keyboard.type(his)
    anna.keyboard.press("ArrowRight")
    write(anna, "9")
    bo.keyboard.press("ArrowDown")
    expect(cell(bo, "annat", "man")).to_be_focused()
    write(bo, "4")
    anna.keyboard.press("Enter")
    bo.keyboard.press("Enter")
    all_saved(anna, bo)
    for page in (anna, bo):
        for (row, column), number in {
            ("nya", "kvinnor"): "16",
            ("nya", "man"): "9",
            ("sjukersattning", "man"): "12",
            ("annat", "man"): "4",
        }.items():
            expect(cell(page, row, column)).to_have_value(number)
        expect(page.locator(".s-deltagare-inskrivna")).to_have_text(["70", "70"])
        expect(page.locator(".s-deltagare-avslut").first).to_have_text("31")
        expect(page.locator(".s-deltagare-aktiva").first).to_have_text("39")
        expect(page.locator(".s-bortfall-andel")).to_have_text("6 %")


@pytest.mark.long
def test_ett_svar_som_drojer_skriver_inte_over_en_nyare_summa(person, server):
    """The stream has told Anna's change and Bo's after it when the answer to hers comes at last."""
    anna, bo = person(), person("Bo Berg", "Region Uppsala")
    for page in (anna, bo):
        opened(page, server, "bortfall")
    held = []
    anna.route("**/varde", lambda route: held.append((route, route.fetch())))
    cell(anna, "nya", "man").focus()
    write(anna, "9")
    anna.keyboard.press("Enter")
    left = ".s-deltagare-aktiva"
    expect(anna.locator(left).first).to_have_text("42")
    cell(bo, "arbete", "man").focus()
    write(bo, "4")
    bo.keyboard.press("Enter")
    expect(anna.locator(left).first).to_have_text("40")
    for route, answer in held:
        route.fulfill(response=answer)
    all_saved(anna, bo)
    assert [page.locator(left).first.inner_text() for page in (anna, bo)] == ["40", "40"]


@pytest.mark.long
def test_motena_ger_svaren_i_bilagan_med_mellanslag_pilar_och_bokstaver(person, server):
    anna = opened(person(), server, "lokusmoten")
    boxes = [anna.locator(f"#f-moten-{row}-budget input[type=checkbox]") for row in HELAR.rows("moten")]
    boxes[0].focus()
    for box in boxes[:3]:
        expect(box).to_be_focused()
        if box.is_checked():
            anna.keyboard.press("Space")
        anna.keyboard.press("ArrowDown")
    all_saved(anna)
    opened(anna, server, "ls_helar")
    question = anna.locator(".question").filter(has_text="diskuterat budget-utfall")
    expect(question).to_contain_text("Enligt LOKUS-möten under perioden: 2")
    question.get_by_role("button", name=re.compile("Sätt in")).press("Enter")
    expect(question.locator("#f-ls_lokus-budget-antal")).to_have_value("2")
    comment = question.locator(".question__comment")
    expect(comment).to_be_visible()
    question.locator("input[type=radio]:checked").focus()
    anna.keyboard.press("j")
    expect(comment).to_be_hidden()
    all_saved(anna)
    anna.goto(f"{server.url}/utkast/1/granska")
    expect(anna.locator("main")).to_contain_text(
        "Svaret är ja på ”Vid minst 4 möten under året diskuterat budget-utfall”"
    )


@pytest.mark.long
@pytest.mark.parametrize("width", [1280, 360])
def test_varje_avsnitt_ryms_i_fonstret(person, server, width):
    anna = person(viewport={"width": width, "height": 800})
    for section in HELAR.mall.shown(HELAR):
        opened(anna, server, section.id)
        assert not anna.evaluate(OUT_OF_WINDOW), section.id
