"""One person of a stormy meeting: writes, moves rows, loses answers, hears the others, and remembers what was acknowledged."""

from __future__ import annotations

import http.client
import json
import time
from datetime import date, timedelta
from random import Random
from urllib.parse import urlencode

from tests.benchmarks.servers import Browser

DRAFT = 1
DECIMALS = [number for number in range(11, 100) if number % 10]
"""Never a last zero: it would be tidied away."""
LOST = (OSError, http.client.HTTPException)


class Writer:
    """`seed` decides all that this person does. `view` is what their browser shows: path → (value, version)."""

    def __init__(self, port: int, number: int, seed: int, view: dict[str, tuple[str, int]], leaves: dict[str, str]):
        self.number, self.dice = number, Random(f"{seed}-{number}")
        self.browser = Browser(port)
        self.view, self.leaves = dict(view), leaves
        self.heard = 0
        self.acknowledged: dict[str, tuple[str, str]] = {}
        """op → (path, the word or value that it wrote)."""
        self.clashes = self.resent = 0
        self.insist(self.browser._give_name)

    def insist(self, ask, tries=400):
        """Again until there is an answer: the server may have been killed."""
        for _ in range(tries):
            try:
                return ask()
            except (*LOST, AssertionError):
                self.resent += 1
                self.browser.connection.close()
                time.sleep(0.05)
        raise AssertionError("servern kom aldrig tillbaka")

    def work(self, edits: int) -> None:
        for step in range(edits):
            if self.dice.random() < 0.12:
                self.change_rows()
            else:
                self.write(step)
            if step % 5 == 4:
                self.listen()

    def write(self, step: int) -> None:
        """One value; when somebody was first, a choice between the two as a person makes it."""
        path = self.dice.choice(list(self.leaves))
        text, version = self.view.get(path, ("", 0))
        mark, value = self.something(path, text, step)
        op = self.new_op()
        for _ in range(20):
            status, message = self.send(f"/utkast/{DRAFT}/varde", op, path=path, value=value, base=version)
            if status == 200:
                self.acknowledged[op] = (path, mark)
                return self.take(message)
            assert status == 409, (status, message)
            self.clashes += 1
            clash = message["clash"]
            self.view[path] = (clash["theirs"], clash["version"])
            if self.dice.random() < 0.5:
                return None
            op, version = self.new_op(), clash["version"]
            value = f"{clash['theirs']} {mark}" if self.leaves[path] == "long_text" else value
        raise AssertionError("tjugo krockar i rad")

    def something(self, path: str, text: str, step: int) -> tuple[str, str]:
        """(what to look for in the log, the value): never the same twice."""
        unique, serial = self.number * 1_000 + step, self.number * 50 + step
        match self.leaves[path]:
            case "long_text":
                words = text.split(" ")
                words.insert(self.dice.randrange(len(words) + 1), f"ord{unique}")
                return f"ord{unique}", " ".join(words)
            case "amount":
                return str(100_000 + unique), str(100_000 + unique)
            case "date":
                day = (date(2020, 1, 1) + timedelta(days=serial)).isoformat()
                return day, day
            case "percent":
                share = f"{serial % 97},{DECIMALS[serial // 97]}"
                return share, share
            case "email":
                return f"person{unique}@kommun.example", f"person{unique}@kommun.example"
            case _:
                return f"Namn {unique}", f"Namn {unique}"

    def change_rows(self) -> None:
        """A row is added, moved, removed or taken back, of those this person has seen."""
        base = self.dice.choice(["tidplan", "mal/resultatmal", "budget/lon", "budget/ovrigt"])
        rows = sorted({path.split("/")[base.count("/") + 1] for path in self.view if path.startswith(f"{base}/")})
        action = self.dice.choice(["ny", "ny", "upp", "ner", "bort", "tillbaka"])
        row = "" if action == "ny" or not rows else self.dice.choice(rows)
        status, message = self.send(
            f"/utkast/{DRAFT}/rad", self.new_op(), rad=f"{action if row else 'ny'}:{base}:{row}"
        )
        assert status in (200, 422), (status, message)
        if status == 200:
            self.take(message)

    def new_op(self) -> str:
        return f"{self.dice.getrandbits(96):024x}"

    def send(self, address: str, op: str, **data: object) -> tuple[int, dict]:
        """The same op until an answer comes. Now and then the answer is lost on the way."""

        def ask() -> tuple[int, dict]:
            if self.dice.random() < 0.05:
                self.send_and_hang_up(address, data | {"op": op})
            status, body = self.browser._ask("POST", address, urlencode(data | {"op": op}))
            if status >= 502:
                raise ConnectionError
            return status, json.loads(body)

        return self.insist(ask)

    def send_and_hang_up(self, address: str, data: dict[str, object]) -> None:
        body = urlencode(data)
        headers = self.browser.headers | {"Content-Type": "application/x-www-form-urlencoded"}
        self.browser.connection.request("POST", address, body, headers)
        time.sleep(self.dice.random() * 0.02)
        self.browser.connection.close()

    def listen(self) -> None:
        """What the others did since last time."""
        status, body = self.insist(lambda: self.browser.get(f"/utkast/{DRAFT}/handelser.json?after={self.heard}"))
        assert status == 200
        for message in json.loads(body)["messages"]:
            self.take(message)
            self.heard = max(self.heard, message.get("id", 0))

    def take(self, message: dict) -> None:
        """Values go in by version, as in static/js/inlet.js."""
        for one in message["values"]:
            if one["version"] > self.view.get(one["path"], ("", 0))[1]:
                self.view[one["path"]] = (one["value"], one["version"])
