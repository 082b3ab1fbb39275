"""«Gör i ordning»: a line tells how far it has come, and the parcel is kept by the browser; without scripts too."""

import io
import zipfile

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser import writing

pytestmark = pytest.mark.long


def test_paketet_hamtas_medan_en_rad_sager_hur_langt_det_har_kommit(exempel, server):
    page = exempel
    page.goto(f"{server.url}/utkast/1/skriv-ut")
    page.evaluate("""() => {
        const said = document.querySelector("[data-parcel] [role=status]");
        window.lines = [];
        new MutationObserver(() => window.lines.push(said.textContent)).observe(said, { childList: true });
    }""")
    with page.expect_download() as download:
        page.get_by_role("button", name="Gör i ordning").press("Enter")
    expect(page.locator("[data-parcel] [role=status]")).to_contain_text("Klart.")
    assert download.value.suggested_filename == "vagen-in-processledare-for-samverkan-i-alvkarleby.zip"
    with zipfile.ZipFile(download.value.path()) as package:
        assert len(package.namelist()) == 11 and package.testzip() is None
    lines = page.evaluate("window.lines")
    assert lines[0] == "Gör i ordning …" and "Gör i ordning: 11 av 11 filer." in lines
    assert any(line.startswith("Gör i ordning: ") and "11 av" not in line for line in lines), lines


def test_utan_kontakt_eller_med_ett_nytt_fel_sags_det(exempel, server):
    page = exempel
    page.goto(f"{server.url}/utkast/1/skriv-ut")
    status = page.locator("[data-parcel] [role=status]")
    page.evaluate("""fetch("/utkast/1/varde", { method: "POST", headers: {
        "X-CSRFToken": document.querySelector("meta[name=csrf]").content, Accept: "application/json" },
        body: new URLSearchParams({ path: "syfte", value: "", base: 1, op: "abcdefgh12" }) })""")
    page.wait_for_function("fetch('/utkast/1/utskrift.zip').then((one) => one.status === 422)")
    page.get_by_role("button", name="Gör i ordning").click()
    expect(status).to_contain_text("fel är kvar på sidan Granska")
    server.kill()
    page.get_by_role("button", name="Gör i ordning").click()
    expect(status).to_contain_text("ingen kontakt med programmet")


def test_utan_skript_hamtas_det_av_webblasaren_sjalv(exempel, browser, server):
    context = browser.new_context(java_script_enabled=False, accept_downloads=True)
    page = context.new_page()
    page.goto(f"{server.url}/utkast/1/skriv-ut")
    with page.expect_download() as download:
        page.get_by_role("button", name="Gör i ordning").click()
    assert zipfile.is_zipfile(download.value.path())
    context.close()


def test_ett_fel_som_ska_sta_gar_i_vag_med_sitt_skal_i_foljebrevet(exempel, server):
    page = exempel
    page.goto(f"{server.url}/utkast/1/avsnitt/bakgrund")
    writing.put_text(page, "f-bakgrund", "")
    expect(page.locator("#sparat")).to_contain_text("Sparat")
    page.goto(f"{server.url}/utkast/1/skriv-ut")
    section = page.locator("section[aria-labelledby=skicka-in]")
    expect(section).to_contain_text("1 fel är kvar")
    expect(section.get_by_role("button")).to_have_count(0)
    section.get_by_role("link", name="Granska").click()
    fault = page.locator("li:has(.is-error)").first
    fault.locator(".waive > summary").click()
    fault.get_by_role("textbox").fill("Bakgrunden står i bilaga 3.")
    fault.locator(".waive button").click()
    expect(page.get_by_text("Bakgrunden står i bilaga 3.")).to_be_visible()
    page.goto(f"{server.url}/utkast/1/skriv-ut")
    with page.expect_download() as download:
        section.get_by_role("button", name="Gör i ordning").click()
    with zipfile.ZipFile(download.value.path()) as package:
        letter = PdfReader(io.BytesIO(package.read("0_foljebrev.pdf")))
    said = " ".join(" ".join(one.extract_text() for one in letter.pages).split())
    assert "Ska stå så: Bakgrunden står i bilaga 3. (Anna Andersson, Försäkringskassan)" in said
