"""The README's pictures, taken of the running program with the worked example: `python tools/bilder.py` in the test environment."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
TO = ROOT / "docs" / "bilder"
QUIET = ["--no-sandbox", "--disable-gpu"]


def main() -> None:
    """Overwrites docs/bilder/*.png."""
    import subprocess

    from playwright.sync_api import sync_playwright

    from tests.browser.conftest import CHROMIUM, Server

    TO.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = Server(Path(folder) / "data")
        try:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
            page = browser.new_context(locale="sv-SE", viewport={"width": 1280, "height": 820}).new_page()
            page.goto(f"{server.url}/jag")
            page.fill("#jag-namn", "Anna Andersson")
            page.fill("#jag-organisation", "Försäkringskassan")
            page.click("main button.btn--primary")
            page.click("text=Titta på ett exempel")
            page.wait_for_url("**/avsnitt/**")
            for name, address in (
                ("avsnitt", "utkast/1/avsnitt/finansiering"),
                ("budget", "utkast/1/avsnitt/budget"),
            ):
                page.goto(f"{server.url}/{address}")
                page.wait_for_timeout(600)
                page.screenshot(path=TO / f"{name}.png")
            page.goto(f"{server.url}/utkast/1/skriv-ut")
            page.get_by_role("button", name="Lås för underskrift").click()
            paper = Path(folder) / "papper.pdf"
            paper.write_bytes(page.request.get(f"{server.url}/utkast/1/utskrift.pdf").body())
            for name, number in (("papper-text", 1), ("papper-underskrift", 8)):
                words = ["pdftoppm", "-f", str(number), "-l", str(number), "-r", "70", "-png", "-singlefile"]
                subprocess.run([*words, str(paper), str(TO / name)], check=True)
            page.fill("#las-upp-skal", "E-posten är fel")
            page.get_by_role("button", name="Lås upp").click()
            page.goto(f"{server.url}/utkast/1/avsnitt/samverkansparter")
            page.fill('[name="samverkansparter/af/epost"]', "norduppland @af.example")
            page.keyboard.press("Tab")
            page.wait_for_timeout(600)
            page.goto(f"{server.url}/utkast/1/granska")
            page.wait_for_timeout(400)
            page.screenshot(path=TO / "granska.png")
            browser.close()
        finally:
            server.stop()


if __name__ == "__main__":
    main()
