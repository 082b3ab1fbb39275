"""Firefox as its users have it, spoken to in WebDriver BiDi: Playwright only knows a Firefox of its own build."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import time
from contextlib import contextmanager

from websockets.sync.client import connect

FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox")
PATIENCE = 30
"""Seconds to wait for what is to come true on a page."""


@contextmanager
def firefox(profile):
    """A Firefox without a window, on a profile of its own."""
    words = [FIREFOX, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"]
    told = profile / "firefox.log"
    with told.open("w") as log:
        process = subprocess.Popen(words, stderr=log, stdout=log)
    try:
        address = address_in(told)
        with connect(f"{address}/session", max_size=None) as socket:
            browser = Firefox(socket)
            browser.ask("session.new", capabilities={})
            yield browser
    finally:
        process.kill()
        process.wait()


def address_in(told):
    """Where it listens, once it has said so."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if found := re.search(r"listening on (ws://\S+)", told.read_text("utf-8", "replace")):
            return found[1]
        time.sleep(0.05)
    raise AssertionError("Firefox startade inte")


class Firefox:
    def __init__(self, socket):
        self.socket, self.asked = socket, 0

    def ask(self, method, **params):
        """What the browser answers. Raises AssertionError with its own words when it can't."""
        self.asked += 1
        self.socket.send(json.dumps({"id": self.asked, "method": method, "params": params}))
        while True:
            heard = json.loads(self.socket.recv(timeout=60))
            if heard.get("id") == self.asked:
                assert heard["type"] == "success", heard
                return heard["result"]

    def person(self):
        """A page with cookies of its own."""
        own = self.ask("browser.createUserContext")["userContext"]
        return Page(self, self.ask("browsingContext.create", type="window", userContext=own)["context"])


class Page:
    def __init__(self, browser, context):
        self.browser, self.context = browser, context

    def to_front(self):
        """Keys go to the window that is in front."""
        self.browser.ask("browsingContext.activate", context=self.context)

    def goto(self, url):
        self.browser.ask("browsingContext.navigate", context=self.context, url=url, wait="complete")

    def run(self, script):
        """The value of an expression, by way of JSON."""
        asked = {"expression": f"JSON.stringify({script})", "target": {"context": self.context}, "awaitPromise": True}
        found = self.browser.ask("script.evaluate", **asked)
        assert found["type"] == "success", found
        return json.loads(found["result"].get("value", "null"))

    def wait(self, script):
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if self.run(f"Boolean({script})"):
                return
            time.sleep(0.05)
        raise AssertionError(f"blev aldrig sant: {script}")

    def keys(self, words):
        """Typed on the keyboard where the focus is."""
        self._perform((kind, sign) for sign in words for kind in ("keyDown", "keyUp"))

    def chord(self, held, key):
        """A key while another is held down."""
        self._perform((("keyDown", held), ("keyDown", key), ("keyUp", key), ("keyUp", held)))

    def _perform(self, presses):
        keyboard = {
            "type": "key",
            "id": "tangentbord",
            "actions": [{"type": kind, "value": sign} for kind, sign in presses],
        }
        self.browser.ask("input.performActions", context=self.context, actions=[keyboard])
