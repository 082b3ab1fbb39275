"""Forty people listening, twenty edits a second: what telling them costs, how soon they hear, and what idle streams hold."""

import http.client
import json
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest

from finsam_forms.live.feed import PING, WINDOW
from tests.benchmarks.measure import at
from tests.benchmarks.servers import Browser, bare_server, our_server
from tests.builder import worked_example

PATH = next(path for path in worked_example().values if path.startswith("budget/lon/") and "/belopp/" in path)
LISTENERS, EDITS, PER_SECOND = 40, 200, 20


class Listener(threading.Thread):
    """One open stream. Only notes when a line came, so that forty of them don't slow down the one who is measured."""

    def __init__(self, port, path="/utkast/1/handelser?after=0"):
        super().__init__(daemon=True)
        self.lines = []
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.connection.request("GET", path, headers={"Accept": "text/event-stream"})
        self.sock = self.connection.sock
        self.answer = self.connection.getresponse()
        self.status = self.answer.status
        if self.status == 200:
            self.start()

    def run(self):
        try:
            for line in self.answer:
                if line.startswith(b"data:"):
                    self.lines.append((time.perf_counter(), line))
        except (OSError, ValueError, http.client.HTTPException, AttributeError):
            pass

    def heard(self):
        """Change id → when it came."""
        found = {}
        for came, line in self.lines:
            message = json.loads(line[5:])
            if isinstance(message, dict) and message.get("id"):
                found.setdefault(message["id"], came)
        return found

    def close(self):
        """As when a tab is closed. The reading thread has the answer, so it is the socket that is shut."""
        with suppress(OSError):
            self.sock.shutdown(socket.SHUT_RDWR)


def edits(browser, count=EDITS):
    """Seconds of each round trip at twenty a second, and change id → when it was asked for."""
    times, asked = [], {}
    for number in range(count):
        began = time.perf_counter()
        answer = browser.save(PATH, str(100_000 + number))
        times.append(time.perf_counter() - began)
        asked[answer["id"]] = began
        time.sleep(max(0, 1 / PER_SECOND - times[-1]))
    return times, asked


def listen_and_edit(server, browser):
    listeners = [Listener(server.port) for _ in range(LISTENERS)]
    assert all(one.status == 200 for one in listeners)
    time.sleep(0.5)
    times, asked = edits(browser)
    time.sleep(1.0)
    delays = []
    for one in listeners:
        heard = one.heard()
        missing = set(asked) - set(heard)
        assert not missing, f"{len(missing)} ändringar kom aldrig fram"
        delays += [heard[change] - began for change, began in asked.items()]
    return listeners, times, delays


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with our_server(tmp_path_factory.mktemp("strom"), example=True) as server:
        yield server


def test_fyrtio_som_lyssnar_medan_en_skriver(server, figures, tmp_path):
    browser = Browser(server.port, named=True)
    edits(browser, 100)
    alone, _ = edits(browser)
    idle = server.memory
    listeners, times, delays = listen_and_edit(server, browser)
    with_streams, busy = server.memory, server.busy(4)
    for one in listeners:
        one.close()
    with bare_server("broadcast", tmp_path) as floor:
        others, _, floor_delays = listen_and_edit(floor, Browser(floor.port))
        for one in others:
            one.close()
    figures.ratio("fram och åter med 40 strömmar mot utan, p50", times, alone, 1.2)
    figures.ratio("fram och åter med 40 strömmar mot utan, p95", times, alone, 1.5, percent=95)
    limit = (WINDOW + 2.5 * at(floor_delays, 95)) * 1000
    figures.value("fram till de andra, p95", round(at(delays, 95) * 1000, 1), round(limit, 1), "ms")
    figures.value("minne med 40 strömmar mot utan", round(with_streams / idle, 3), 1.3)
    figures.value("vilande med 40 strömmar", round(busy, 2), 1, "% av en kärna")


def test_tvahundra_vill_lyssna_och_alla_far_skriva(server, figures):
    wanted = [Listener(server.port) for _ in range(200)]
    statuses = [one.status for one in wanted]
    assert set(statuses) <= {200, 503}
    assert statuses.count(503) > 0, "fler strömmar än det finns plats för"
    writers = [Browser(server.port, named=True) for _ in range(20)]
    with ThreadPoolExecutor(20) as people:
        answers = list(people.map(lambda one: one.post("/jag", namn="Bo", organisation="Region")[0], writers))
    assert answers == [200] * 20
    status, body = writers[0].get("/utkast/1/handelser.json?after=0")
    assert status == 200
    assert json.loads(body)["messages"]
    for one in wanted:
        one.close()
    began = time.monotonic()
    while time.monotonic() - began < 3 * PING:
        again = Listener(server.port)
        open_now = again.status == 200
        again.close()
        if open_now:
            break
        time.sleep(0.1)
    figures.value("stängda läsare märkta efter", round(time.monotonic() - began, 2), 1.5 * PING, "s")
