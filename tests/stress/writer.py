"""One person of a stormy meeting: writes, moves rows, loses answers, hears the others, and remembers what was acknowledged."""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import TypeVar
from urllib.parse import urlencode

from tests.benchmarks.servers import Browser
from tests.stress.ear import LOST, Ear
from tests.stress.screen import BASES, DRAFT, Screen, Value

T = TypeVar("T")

IN_A_ROW = {
    "tidplan": ("text", "long_text"),
    "mal/resultatmal": ("text", "long_text"),
    "mal/insatsmal": ("text", "long_text"),
    "samverkansparter": ("organisation", "line"),
    "budget/lon": ("belopp/alvkarleby", "amount"),
    "budget/ovrigt": ("belopp/alvkarleby", "amount"),
    "budget/ovrig_finansiering": ("belopp/fk", "amount"),
}
"""What is written in rows that somebody has added: list of rows → (column, kind of value)."""
OPTIONS = {
    "insatstyp": ("individinriktad insats", "strukturövergripande insats", ""),
    "lokus": ("ja", "nej", ""),
    "esf_finansiering": ("ja", "nej", ""),
}
FIRST_DAY = date(2020, 1, 1)
"""The day of the first date that is written."""


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """What the server has promised to keep. `mark` is the word or value that was written, `version` the one it got."""

    op: str
    path: str
    mark: str
    version: int


class Writer:
    """`seed` and `number` decide all that this person does. Kinds of value by path in `leaves`: all that is written."""

    def __init__(
        self, port: int, number: int, seed: int, view: Mapping[str, Value], leaves: Mapping[str, str], heard: int = 0
    ):
        self.number, self.dice = number, Random(f"{seed}-{number}")
        self.port, self.browser = port, Browser(port)
        self.up = threading.Event()
        """Set while the server is running; replaced by the meeting's own. Nobody hammers on a closed door."""
        self.up.set()
        self.screen, self.leaves = Screen(dict(view)), leaves
        self.heard = heard
        self.ear: Ear | None = None
        self.acknowledged: list[Acknowledged] = []
        self.rows_moved: dict[str, str] = {}
        """op → path of the place, of row changes that were told to have been made."""
        self.steps = self.clashes = self.hung_up = self.resent = 0

    @property
    def name(self) -> str:
        return f"Person {self.number}"

    def say_name(self) -> None:
        page = self.get("/jag")
        token = re.search(r'name="csrf[-_]token"[^>]*?(?:value|content)="([^"]+)"', page)
        assert token
        self.browser.headers["X-CSRFToken"] = token[1]
        status, page = self.browser.post("/jag", namn=self.name, organisation="Region Uppsala")
        assert status == 200, page[:300]

    def open_stream(self) -> None:
        """Hear the others through a stream of events instead of by asking."""
        self.ear = Ear(self.port, dict(self.browser.headers), self.heard, self.up)

    def insist(self, ask: Callable[[], T]) -> T:
        """Again until there is an answer: the server may have been killed."""
        for _ in range(100):
            try:
                return ask()
            except LOST:
                self.resent += 1
                self.browser.connection.close()
                time.sleep(0.02)
                self.up.wait(30)
        raise AssertionError("servern kom aldrig tillbaka")

    def get(self, address: str) -> str:
        status, body = self.insist(lambda: self.browser.get(address))
        assert status == 200, (address, status, body[:300])
        return body.decode()

    # Writing

    def work(self, edits: int, *, rows: bool = True) -> None:
        for _ in range(edits):
            what = self.dice.random()
            if rows and what < 0.15:
                self.change_row()
            elif what < 0.22:
                self.paste()
            else:
                self.write()
            self.steps += 1
            if self.steps % 5 == 0:
                self.listen()
                if self.dice.random() < 0.3:
                    self.screen.fetch(self.get)

    def write(self) -> None:
        path, kind = self.a_place()
        mark, value = self.something(kind, path, self.screen.text(path))
        self.save(path, kind, value, mark, self.screen.version(path))

    def a_place(self) -> tuple[str, str]:
        if self.dice.random() < 0.2:
            base = self.dice.choice(BASES)
            column, kind = IN_A_ROW[base]
            if self.screen.rows.get(base):
                return f"{base}/{self.dice.choice(self.screen.rows[base])}/{column}", kind
        path = self.dice.choice(list(self.leaves))
        return path, self.leaves[path]

    def save(self, path: str, kind: str, value: str, mark: str, base: int) -> None:
        """One value. When somebody was first: a choice between the two as a person makes it, on top of the new version."""
        for _ in range(20):
            op = self.new_op()
            status, message = self.send("varde", op, path=path, value=value, base=base)
            if status == 200:
                self.acknowledged.append(Acknowledged(op, path, mark, message["values"][0]["version"]))
                return self.screen.take(message)
            theirs, base = self.see_clash(status, message, path)
            if self.dice.random() < 0.5:
                return None  # theirs
            value = f"{theirs} {mark}" if kind == "long_text" else value  # both, or mine
        raise AssertionError("tjugo krockar i rad")

    def see_clash(self, status: int, message: dict, path: str = "") -> tuple[str, int]:
        assert status == 409, (status, message)
        self.clashes += 1
        clash = message["clash"]
        assert not path or clash["path"] == path
        if clash["version"] > self.screen.version(clash["path"]):
            self.screen.values[clash["path"]] = (clash["theirs"], clash["version"])
        return clash["theirs"], clash["version"]

    def paste(self) -> None:
        """A block of amounts, saved as one; when a cell of it clashes, each is saved by itself."""
        cells = self.dice.sample([path for path, kind in self.leaves.items() if kind == "amount"], 3)
        op = self.new_op()
        written = {path: self.something("amount", path, "")[1] for path in cells}
        edits = [{"path": path, "value": value, "base": self.screen.version(path)} for path, value in written.items()]
        status, message = self.send("varden", op, body=json.dumps({"op": op, "edits": edits}))
        if status == 200:
            for one in message["values"]:
                self.acknowledged.append(Acknowledged(op, one["path"], written[one["path"]], one["version"]))
            return self.screen.take(message)
        self.see_clash(status, message)
        for path, value in written.items():
            self.save(path, "amount", value, value, self.screen.version(path))
        return None

    def something(self, kind: str, path: str, text: str) -> tuple[str, str]:
        """(what to look for in the log, the value). Never the same twice, but for choices."""
        unique = self.number * 10_000 + self.steps * 10 + self.dice.randrange(10)
        step = self.number * 100 + self.steps
        assert self.steps < 100 and step < 9_000, "samma dag eller procent två gånger"
        match kind:
            case "long_text":
                words = text.split(" ")
                words.insert(self.dice.randrange(len(words) + 1), f"ord{unique}")
                return f"ord{unique}", " ".join(words)
            case "amount":
                value = self.dice.choice([f"{1_000_000 + unique}", f"{unique}*12", f"{unique} sedlar"])
            case "date":
                value = str(FIRST_DAY + timedelta(step))
            case "percent":
                value = f"{step // 90},{step % 90 // 9}{1 + step % 9}"  # never a last zero: it would be tidied away
            case "number":
                value = str(step)
            case "email":
                value = f"person{unique}@kommun.example"
            case "choice":
                value = self.dice.choice([one for one in OPTIONS[path] if one != text])
            case _:
                value = f"Namn {unique}"
        return value, value

    def change_row(self) -> None:
        """A row is added, moved, removed or taken back: one of those this person sees, or has heard of."""
        base = self.dice.choice(BASES)
        action = self.dice.choice(["ny", "ny", "upp", "ner", "bort", "tillbaka"])
        known = self.screen.seen_rows[base]
        row = "" if action == "ny" or not known else self.dice.choice(known)
        op, action = self.new_op(), action if row else "ny"
        status, message = self.send("rad", op, rad=f"{action}:{base}:{row}")
        if status == 422 and action in (
            "upp",
            "ner",
        ):  # somebody else has removed it: it is not moved, and the person is told
            assert "tagit bort raden" in message["error"], message
            return
        assert status == 200, (status, message)
        if message["stale"]:
            self.rows_moved[op] = f"{base}/{message['row']}/_plats"
        self.screen.take(message)

    def new_op(self) -> str:
        return f"{self.dice.getrandbits(96):024x}"

    # Sending

    def send(self, where: str, op: str, *, body: str | None = None, **data: object) -> tuple[int, dict]:
        """The same op until an answer comes. Now and then the answer is lost on the way."""
        text = urlencode(data | {"op": op}) if body is None else body
        kind = "application/x-www-form-urlencoded" if body is None else "application/json"
        lose = self.dice.random() < 0.06
        patience = self.dice.random() * 0.02

        def ask() -> tuple[int, dict]:
            nonlocal lose
            if lose:
                lose = False
                self.hung_up += 1
                self.post(where, text, kind)
                time.sleep(patience)
                self.browser.connection.close()
            self.post(where, text, kind)
            answer = self.browser.connection.getresponse()
            words = answer.read()
            if answer.status >= 502:
                raise ConnectionError(answer.status)
            return answer.status, json.loads(words)

        return self.insist(ask)

    def post(self, where: str, text: str, kind: str) -> None:
        headers = self.browser.headers | {"Content-Type": kind}
        self.browser.connection.request("POST", f"/utkast/{DRAFT}/{where}", text, headers)

    # Hearing

    def listen(self, wait: float = 0) -> None:
        """What the others did since last time."""
        for message in self.ear.drain(wait) if self.ear else self.asked():
            self.screen.take(message)
            self.heard = max(self.heard, message.get("id", 0))

    def asked(self) -> list[dict]:
        return json.loads(self.get(f"/utkast/{DRAFT}/handelser.json?after={self.heard}"))["messages"]

    def catch_up(self, newest: int) -> None:
        """Hear until the last change, and look at what is told to be old."""
        for _ in range(100):
            if self.heard >= newest:
                break
            self.listen(wait=10)
        assert self.heard == newest, f"{self.name} har hört till {self.heard} av {newest}"
        self.screen.fetch(self.get)
