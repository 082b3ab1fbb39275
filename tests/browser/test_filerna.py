"""The print page gives each kind of file; the Word file comes back changed, is approved and stands in the history."""

import base64
import io
import json
import re
import zipfile

import docx
import pytest
from playwright.sync_api import expect

from tests.browser.test_tillganglighet import OUTSIDE, faults

pytestmark = pytest.mark.long

DROP = """([name, text]) => {
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(atob(text), (one) => one.charCodeAt(0))], name));
    const at = document.querySelector("main");
    for (const type of ["dragover", "drop"])
        at.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
}"""
OLD, NEW = "unga vuxna i Älvkarleby kommun", "unga och vuxna i hela kommunen"
COST = "budget/lokal/lokalhyra/belopp/alvkarleby"
RENT, SHOWN = "12 500", re.compile(r"12\s500")


def saved(page, name):
    """The file that a button gives: its name and its bytes."""
    with page.expect_download() as download:
        page.get_by_role("link", name=name, exact=True).click()
    return download.value.suggested_filename, download.value.path().read_bytes()


def drop(page, name, data):
    page.evaluate(DROP, [name, base64.b64encode(data).decode()])
    page.wait_for_url("**/las-in/*")


def changed(data):
    """As somebody does who works on in Word: some words of a text, and an amount of a table."""
    document, out = docx.Document(io.BytesIO(data)), io.BytesIO()
    (runs,) = [one.runs for one in document.paragraphs if OLD in one.text]
    (run,) = [one for one in runs if OLD in one.text]
    run.text = run.text.replace(OLD, NEW)
    cells = next(row.cells for table in document.tables for row in table.rows if row.cells[0].text == "Lokalhyra")
    cells[4].paragraphs[0].add_run(RENT)
    document.save(out)
    return out.getvalue()


def test_varje_fil_hamtas_och_word_filen_kommer_tillbaka_andrad(exempel, server):
    page = exempel
    page.goto(f"{server.url}/utkast/1/skriv-ut")
    files = dict(
        saved(page, name)
        for name in ("PDF-fil", "Word-fil", "Excel-fil med tabellerna", "Fil att läsa in på en annan dator")
    )
    assert {name.rpartition(".")[2] for name in files} == {"pdf", "docx", "xlsx", "json"}
    by_kind = {name.rpartition(".")[2]: data for name, data in files.items()}
    assert by_kind["pdf"].startswith(b"%PDF") and json.loads(by_kind["json"])["mall"] == "ansokan"
    assert all(zipfile.is_zipfile(io.BytesIO(by_kind[kind])) for kind in ("docx", "xlsx"))

    for kind, data in by_kind.items():
        page.goto(f"{server.url}/utkast/1/skriv-ut")
        drop(page, f"ororda.{kind}", data)
        expect(page.get_by_role("heading", name="Inga ändringar")).to_be_visible()

    page.goto(f"{server.url}/utkast/1/skriv-ut")
    drop(page, "från förbundet.docx", changed(by_kind["docx"]))
    expect(page.locator("input[name=ta]")).to_have_count(2)
    expect(page.locator("main")).to_contain_text("hela kommunen")
    page.get_by_role("button", name="Ta in de valda").click()
    expect(page.get_by_text("2 ändringar är intagna ur från förbundet.docx")).to_be_visible()

    page.goto(f"{server.url}/utkast/1/avsnitt/syfte")
    assert NEW in page.locator("#f-syfte").input_value()
    page.goto(f"{server.url}/utkast/1/avsnitt/budget")
    expect(page.locator("#f-" + COST.replace("/", "-"))).to_have_value(SHOWN)
    for path, words in (("syfte", "hela kommunen"), (COST, SHOWN)):
        page.goto(f"{server.url}/utkast/1/historik?falt={path}")
        expect(page.locator("main")).to_contain_text(words)
        expect(page.locator(".where").first).to_contain_text("ur filen från förbundet.docx")


@pytest.mark.parametrize("width", [360, 1280])
def test_knapparna_gar_att_na(exempel, server, width):
    page = exempel
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{server.url}/utkast/1/skriv-ut")
    assert not page.evaluate(OUTSIDE) and not faults(page)
    expect(page.get_by_role("region", name="Spara hela dokumentet som").get_by_role("link")).to_have_count(5)
