"""People with a draft open, in a process of their own: each has a stream (or polls when there is no place), beats, and moves about.

`crowd.py <port> <people>`: writes «alla är här» when everybody has come, ends with a line of JSON when its input is closed.
"""

from __future__ import annotations

import asyncio
import json
import random
import re
import sys
from urllib.parse import urlencode

from tests.benchmarks.servers import Browser

SECTIONS = ("syfte", "mal", "malgrupp", "bakgrund", "finansiering")
MOVES = 4.0
"""Seconds between a person's moves, each of which is also a sign of life."""
POLL = 2.5
"""As static/js/stream.js: the pause after an answer that had no place to wait in."""


KNOWN = re.compile(rb'"era":"(\w+)",(?:"from":\d+,)?"to":(\d+)')


class Guest:
    """One tab."""

    def __init__(self, port: int, number: int):
        self.port, self.tab = port, f"{number:032x}"
        browser = Browser(port, named=False)
        browser.give_name(f"Person {number:03d}", f"Kommun {number % 7}")
        browser.connection.close()
        self.headers = "".join(f"{key}: {value}\r\n" for key, value in browser.headers.items())
        self.heard = 0
        self.known = ""
        self.streams = False

    async def ask(self, method: str, path: str, body: str = "") -> tuple[int, bytes]:
        reader, writer = await self._request(method, path, body)
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            return int(head.split()[1]), await reader.read()
        finally:
            writer.close()

    async def _request(self, method: str, path: str, body: str = ""):  # type: ignore[no-untyped-def]
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        kind = f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n" if body else ""
        head = f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nConnection: close\r\n"
        writer.write(f"{head}{self.headers}{kind}\r\n{body}".encode())
        return reader, writer

    def hear(self, some: bytes) -> None:
        """Follows who is here as far as its number goes: a page that follows doesn't get the roster again."""
        self.heard += len(some)
        for era, number in KNOWN.findall(some):
            self.known = f"{era.decode()}:{number.decode()}"

    async def move(self) -> None:
        section = random.choice(SECTIONS)
        body = {"flik": self.tab, "avsnitt": section, "falt": random.choice((section, "")), "sett": self.known}
        _, answer = await self.ask("POST", "/utkast/1/har", urlencode(body))
        self.hear(answer)

    async def moves(self) -> None:
        await asyncio.sleep(random.random() * MOVES)
        while True:
            await self.move()
            await asyncio.sleep(MOVES)

    async def listens(self) -> None:
        reader, writer = await self._request("GET", "/utkast/1/handelser?after=0")
        head = await reader.readuntil(b"\r\n\r\n")
        self.streams = head.split()[1] == b"200"
        while self.streams and (some := await reader.read(1 << 16)):
            self.hear(some)
        writer.close()
        mark = ""
        while True:
            _, answer = await self.ask("GET", f"/utkast/1/handelser.json?after=1&vanta=1&hort={mark}")
            told = json.loads(answer)
            self.hear(answer)
            mark = told["mark"]
            await asyncio.sleep(0.1 if told["held"] else POLL)


async def main(port: int, people: int) -> None:
    guests = [Guest(port, number) for number in range(people)]
    tasks = [asyncio.create_task(work) for guest in guests for work in (guest.listens(), guest.moves())]
    await asyncio.sleep(MOVES)
    print("alla är här", flush=True)
    before = sum(guest.heard for guest in guests)
    await asyncio.to_thread(sys.stdin.read)
    heard = sum(guest.heard for guest in guests) - before
    print(json.dumps({"heard": heard, "streams": sum(guest.streams for guest in guests)}), flush=True)
    for task in tasks:
        task.cancel()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), int(sys.argv[2])))
