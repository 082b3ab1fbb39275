"""The program with a door to a network that is this computer's own, and those who come in by it: each from an address of their own."""

from __future__ import annotations

import http.client
import json
import re
import secrets
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from urllib.parse import urlencode

ROOT = Path(__file__).parents[2]
DOOR = "127.0.0.2"
DRAFT = 1


class Program:
    """The program as people start it, with the meeting open. `files`: how many files it may have open."""

    def __init__(self, data: Path, files: int):
        def few_files() -> None:
            import resource

            resource.setrlimit(resource.RLIMIT_NOFILE, (files, files))

        self.data = data
        words = ["--data", str(data), "serve", "--no-browser", "--port", "0", "--lan", "--lan-adress", DOOR]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "finsam_forms", *words],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=(data.parent / "fel.txt").open("w"),
            encoding="utf-8",
            preexec_fn=few_files,
        )
        assert self.process.stdout
        said = [self.process.stdout.readline() for _ in range(4)]
        self.code = re.findall(r"koden (\S+)", said[0])[0]
        self.port = int(re.findall(r":(\d+)/", said[1])[0])

    @property
    def complaints(self) -> str:
        """What it has written for whoever runs it."""
        return (self.data.parent / "fel.txt").read_text()

    def places(self) -> list[tuple[str, int]]:
        """Paths that have a value, with the version of each."""
        with closing(sqlite3.connect(self.data / "finsam_forms.sqlite3")) as data:
            return data.execute(
                "SELECT path, version FROM value WHERE draft_id = ? AND path NOT GLOB '*_*' AND value <> '' ORDER BY path",
                (DRAFT,),
            ).fetchall()

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(15)
        finally:
            self.process.kill()


class Person:
    """A browser of sorts, that keeps one connection to save with and one to hear by."""

    def __init__(self, program: Program, *, address: str, to: str):
        self.program, self.to, self.address = program, to, address
        self.connection = self.connect()
        self.cookie, self.token = "", ""
        self.stream: http.client.HTTPResponse | None = None

    def connect(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection(self.to, self.program.port, timeout=30, source_address=(self.address, 0))

    def ask(self, method: str, url: str, **data: object) -> tuple[int, str]:
        self.connection.request(method, url, urlencode(data) if data else None, self.headers(bool(data)))
        answer = self.connection.getresponse()
        text = answer.read().decode()
        if cookie := answer.getheader("Set-Cookie"):
            self.cookie = cookie.partition(";")[0]
        if found := re.search(r'name="csrf[-_]token"[^>]*?(?:value|content)="([^"]+)"', text):
            self.token = found[1]
        return answer.status, text

    def headers(self, form: bool = False) -> dict[str, str]:
        found = {"Accept": "application/json", "Cookie": self.cookie, "X-CSRFToken": self.token}
        return found | ({"Content-Type": "application/x-www-form-urlencoded"} if form else {})

    def save(self, path: str, value: str, base: int) -> tuple[int, str]:
        op = secrets.token_hex(8)
        return self.ask("POST", f"/utkast/{DRAFT}/varde", path=path, value=value, base=base, op=op)

    def listen(self) -> bool:
        """Open a stream; whether there was a place, until it began to be told: the last one may go meanwhile. The others ask instead."""
        connection = self.connect()
        connection.request("GET", f"/utkast/{DRAFT}/handelser?after=0", headers=self.headers())
        answer = connection.getresponse()
        assert answer.status in (200, 503), answer.status
        if answer.status == 503 or not answer.readline():
            connection.close()
            return False
        self.stream = answer
        return True

    def hear(self) -> tuple[int, int]:
        """Ask what has happened: the status, and how many messages there were."""
        status, text = self.ask("GET", f"/utkast/{DRAFT}/handelser.json?after=0")
        return status, len(json.loads(text)["messages"]) if status == 200 else 0


def host(program: Program) -> Person:
    """Whoever sits at the computer, with the worked example as draft 1."""
    person = Person(program, address="127.0.0.1", to="127.0.0.1")
    person.ask("GET", "/jag")
    status, _ = person.ask("POST", "/jag", namn="Värden", organisation="Förbundet")
    assert status == 200
    assert person.ask("POST", "/exempel")[0] in (200, 302)
    return person


def guest(program: Program, number: int) -> Person:
    """Somebody who has given the code."""
    person = Person(program, address=f"127.0.2.{number}", to=DOOR)
    person.ask("GET", "/motet/ga-med")
    status, _ = person.ask("POST", "/motet/ga-med", kod=program.code, namn=f"Gäst {number}", organisation="Kommunen")
    assert status == 302, status
    person.ask("GET", "/")
    return person


class Crowd:
    """Connections that say nothing, from `addresses` addresses; opened by a thread of their own, and never again when ended."""

    def __init__(self, program: Program, number: int, addresses: int, says: bytes = b""):
        self.program, self.number, self.addresses, self.says = program, number, addresses, says
        self.sockets: list[http.client.HTTPConnection] = []
        self.thread = threading.Thread(target=self.come, daemon=True)

    def come(self) -> None:
        for number in range(self.number):
            one = http.client.HTTPConnection(
                DOOR, self.program.port, timeout=5, source_address=(f"127.0.3.{1 + number % self.addresses}", 0)
            )
            with suppress(OSError):
                one.connect()
                self.sockets.append(one)
                if self.says:
                    one.sock.sendall(self.says)

    def __enter__(self) -> Crowd:
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.thread.join()
        for one in self.sockets:
            one.close()


def versions(places: list[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """A place to write in and the version it has, again and again."""
    known = dict(places)
    while True:
        for path in known:
            yield path, known[path]
            known[path] += 1
