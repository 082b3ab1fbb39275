"""Hearing the others: through the event stream, as a browser does it, or by asking."""

from __future__ import annotations

import http.client
import json
import threading
from queue import Empty, SimpleQueue

from tests.stress.screen import DRAFT

LOST = (OSError, http.client.HTTPException)


class Ear(threading.Thread):
    """An event stream that is opened again, from the last event that came, whenever it breaks."""

    def __init__(self, port: int, headers: dict[str, str], heard: int, up: threading.Event):
        super().__init__(daemon=True)
        self.port, self.headers, self.up = port, headers, up
        self.last, self.opened = heard, 0
        self.messages: SimpleQueue[dict] = SimpleQueue()
        self.closed = threading.Event()
        self.start()

    def run(self) -> None:
        while not self.closed.is_set():
            self.up.wait(30)
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
            try:
                headers = {**self.headers, "Last-Event-ID": str(self.last)}
                connection.request("GET", f"/utkast/{DRAFT}/handelser?after={self.last}", headers=headers)
                answer = connection.getresponse()
                assert answer.status == 200, answer.status
                self.opened += 1
                self._read(answer)
            except LOST:
                self.closed.wait(0.05)
            finally:
                connection.close()

    def _read(self, answer: http.client.HTTPResponse) -> None:
        event: dict[str, str] = {}
        while not self.closed.is_set():
            line = answer.readline().decode()
            if not line:
                return
            name, _, text = line.rstrip("\n").partition(": ")
            if name:
                event[name] = text
                continue
            if event.get("event") == "andrat":
                self.messages.put(json.loads(event["data"]))
                self.last = int(event.get("id", self.last))
            event = {}

    def drain(self, wait: float = 0) -> list[dict]:
        """What has come since last time; waits for the first of it."""
        found: list[dict] = []
        try:
            found.append(self.messages.get(timeout=wait) if wait else self.messages.get_nowait())
            while True:
                found.append(self.messages.get_nowait())
        except Empty:
            return found
