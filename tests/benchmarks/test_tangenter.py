"""A key in a text of 10 000 words: from the key until the page is laid out again, with all that is done for each key."""

import pytest

from tests.benchmarks.measure import at

playwright = pytest.importorskip("playwright.sync_api")
from tests.browser.conftest import CHROMIUM  # noqa: E402
from tests.browser.writing import place_caret, put_text, text_box  # noqa: E402

SENTENCE = (
    "Insatsen ska ge unga vuxna ett samordnat stöd, och parterna **planerar** tillsammans varje vecka hela året. "
)
TEXT = "\n\n".join([(SENTENCE * 12).strip()] * 52)
KEYS = 300
TYPED = """async (keys) => {
  const times = [], editor = document.querySelector("#f-syfte + .editor");
  for (let n = 0; n < keys; n++) {
    const start = performance.now();
    document.execCommand("insertText", false, n % 6 ? "a" : " ");
    await null; // what the editor does of what the browser has done
    editor.getBoundingClientRect();
    times.push((performance.now() - start) / 1000);
    await new Promise((done) => setTimeout(done, 60));
  }
  return times;
}"""
"""Sixty milliseconds a key, as fast as people type: what is deferred is done between them."""


@pytest.mark.skipif(not CHROMIUM, reason="Chromium finns inte på datorn")
def test_en_tangent_i_en_text_med_tiotusen_ord(ours, figures):
    with playwright.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(locale="sv-SE")
        page.goto(f"http://127.0.0.1:{ours.port}/jag")
        page.fill("#jag-namn", "Anna Andersson")
        page.fill("#jag-organisation", "Försäkringskassan")
        page.click("main button.btn--primary")
        page.goto(f"http://127.0.0.1:{ours.port}/utkast/1/avsnitt/syfte")
        text_box(page, "f-syfte").wait_for()
        put_text(page, "f-syfte", TEXT)
        place_caret(page, "f-syfte", len(SENTENCE))
        page.evaluate(TYPED, 30)
        times = page.evaluate(TYPED, KEYS)
        browser.close()
    note = f"p50 {at(times, 50) * 1000:.1f} ms, {len(TEXT.split())} ord"
    figures.value("tangent i en lång text (p95)", round(at(times, 95) * 1000, 1), 16, "ms", note)
