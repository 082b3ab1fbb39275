"""A real server in a process of its own, and a real Chromium."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.others import untried

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

expect.set_options(timeout=10_000)


class Server:
    """The program as people start it, on a data folder of its own."""

    def __init__(self, data: Path, *more: str):
        self.data, self.more = data, more
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.process = None
        self.start()

    def start(self):
        words = [
            sys.executable,
            "-m",
            "finsam_forms",
            "--data",
            str(self.data),
            "serve",
            "--no-browser",
            "--port",
            str(self.port),
            *self.more,
        ]
        env = {**os.environ, "PYTHONPATH": str(ROOT)}
        self.process = subprocess.Popen(words, cwd=ROOT, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(1200):
            try:
                urllib.request.urlopen(f"{self.url}/jag", timeout=2).read()
                return
            except OSError:
                time.sleep(0.05)
        raise RuntimeError("servern startade inte")

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(10)


@pytest.fixture
def server(tmp_path):
    server = Server(tmp_path / "data")
    yield server
    server.stop()


DOOR = "127.0.0.2"
"""Where guests of a meeting come in."""


@pytest.fixture
def open_server(tmp_path):
    """One that a meeting can be opened on."""
    server = Server(tmp_path / "data", "--lan", "--lan-adress", DOOR)
    yield server
    server.stop()


@pytest.fixture(scope="session")
def browser():
    if not CHROMIUM:
        untried("Sidorna i Chromium", "Chromium finns inte")
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=quiet)
        yield browser
        browser.close()


@pytest.fixture
def person(browser: Browser, server: Server):
    """Makes a browser of its own for a person who has said their name."""
    contexts = []

    def person(name: str = "Anna Andersson", organisation: str = "Försäkringskassan", **options) -> Page:
        context = browser.new_context(locale="sv-SE", **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.faults = []
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        page.on(
            "console",
            lambda message: page.faults.append(message.text) if "Content Security Policy" in message.text else None,
        )
        page.goto(f"{server.url}/jag")
        page.fill("#jag-namn", name)
        page.fill("#jag-organisation", organisation)
        page.click("main button.btn--primary")
        page.wait_for_url(f"{server.url}/")
        return page

    yield person
    for context in contexts:
        for page in context.pages:
            assert page.faults == [], page.faults if hasattr(page, "faults") else ""
        context.close()


@pytest.fixture
def exempel(person, server):
    """A person with the worked example as draft 1."""
    page = person()
    page.click("text=Titta på ett exempel")
    page.wait_for_url("**/avsnitt/**")
    return page
