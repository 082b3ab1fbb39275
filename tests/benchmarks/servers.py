"""Servers in processes of their own, and clients that keep their connection."""

from __future__ import annotations

import http.client
import json
import os
import re
import secrets
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import psutil

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent


@dataclass
class Server:
    """A running server on loopback."""

    process: subprocess.Popen[str]
    port: int

    @property
    def memory(self) -> float:
        """MB that its process holds (RSS)."""
        return psutil.Process(self.process.pid).memory_info().rss / 1e6

    def busy(self, seconds: float) -> float:
        """Per cent of one core that it uses during some seconds."""
        process = psutil.Process(self.process.pid)
        before, start = sum(process.cpu_times()[:2]), time.monotonic()
        time.sleep(seconds)
        return float(100 * (sum(process.cpu_times()[:2]) - before) / (time.monotonic() - start))


@contextmanager
def running(*command: str) -> Iterator[Server]:
    """Start it, wait for its address, and end it. Python may keep what it has compiled, as on a user's machine."""
    surroundings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(
        [sys.executable, *command],
        cwd=ROOT,
        env=surroundings | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )
    try:
        assert process.stdout
        address = next((found for line in process.stdout if (found := re.search(r"127\.0\.0\.1:(\d+)", line))), None)
        assert address, f"servern startade inte: {command}"
        yield Server(process, int(address[1]))
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextmanager
def our_server(folder: Path, *, example: bool = False) -> Iterator[Server]:
    program = ("-m", "finsam_forms")
    if example:
        subprocess.run(
            [sys.executable, *program, "--data", str(folder), "exempel"],
            cwd=ROOT,
            check=True,
            stdout=subprocess.DEVNULL,
        )
    with running(*program, "--data", str(folder), "serve", "--port", "0", "--no-browser") as server:
        yield server


@contextmanager
def bare_server(kind: str, folder: Path) -> Iterator[Server]:
    with running(str(HERE / "bare.py"), kind, str(folder)) as server:
        yield server


class Browser:
    """One connection that is kept, with the cookie and the token that the program asks for."""

    def __init__(self, port: int, *, named: bool = False):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        self.headers = {"Accept": "application/json", "Origin": f"http://127.0.0.1:{port}"}
        self.versions: dict[str, int] = {}
        if named:
            self.give_name()

    def get(self, path: str) -> tuple[int, bytes]:
        return self._ask("GET", path, None)

    def post(self, address: str, **data: object) -> tuple[int, bytes]:
        return self._ask("POST", address, urlencode(data))

    def save(self, path: str, value: str) -> dict[str, Any]:
        """Save a value of draft 1 on top of what this browser knows. Gives the message."""
        base = self.versions.get(path, 1)
        status, body = self.post("/utkast/1/varde", path=path, value=value, base=base, op=secrets.token_hex(8))
        assert status == 200, (status, body[:300])
        answer: dict[str, Any] = json.loads(body)
        self.versions[path] = answer["values"][0].get("version", 1)
        return answer | {"size": len(body)}

    def _ask(self, method: str, path: str, body: str | None) -> tuple[int, bytes]:
        kind = {"Content-Type": "application/x-www-form-urlencoded"} if body is not None else {}
        self.connection.request(method, path, body, self.headers | kind)
        answer = self.connection.getresponse()
        cookie = answer.getheader("Set-Cookie")
        if cookie:
            self.headers["Cookie"] = cookie.partition(";")[0]
        return answer.status, answer.read()

    def give_name(self, name: str = "Anna Andersson", organisation: str = "Försäkringskassan") -> None:
        status, page = self.get("/jag")
        token = re.search(rb'name="csrf[-_]token"[^>]*?(?:value|content)="([^"]+)"', page)
        assert status == 200 and token
        self.headers["X-CSRFToken"] = token[1].decode()
        status, page = self.post("/jag", namn=name, organisation=organisation)
        assert status == 200, page[:300]
