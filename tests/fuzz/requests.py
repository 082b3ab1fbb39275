"""Requests that nobody would write and somebody will send: every route, method, header, cookie and body, from one seed."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import quote

from flask import Flask
from werkzeug.routing import Rule

from finsam_forms.export.formats import FORMATS
from finsam_forms.live.door import LAN_NAME

ROOT = Path(__file__).parents[2]
METHODS = ("GET", "POST", "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "BREW")
HUGE = "9" * 400
DIGITS = "9" * 5_000
"""More than Python reads as a number."""
NUMBERS = ("0", "1", "2", "-1", "007", "²", "٣", "1e9", "1.5", str(2**31), str(2**53), str(2**63), str(2**64), HUGE, "")
TEXTS = (
    "", " ", "å ä ö", "\0", "a\0b", "\r", "\r\n\r\n", "\x1b[31m", "\u200b\u202e", "\ud800", "<script>alert(1)</script>", "{{7*7}}",
    "'; DROP TABLE draft; --", "../../etc/passwd", "a" * 5_000, "1" * 5_000, "9,000 000 " * 500, "**" * 2_000, "[[" * 500, "\n" * 2_000,
    "z" * 5_000, "a1z9" * 50, "0" * 300, "http://[", "[", "[[x]](", "😀" * 300, DIGITS, "100000000000000000000000000 kr",
    "2027-04-01", "2027-13-45", "ja", "kr", "tkr", "x", "disk is full", "NaN", "null",
)  # fmt: skip
PATHS = (
    "syfte", "insatsens_namn", "insatstid/start", "insatstid/slut", "insatstid", "budget/enhet", "budget/lokal/lokalhyra/belopp/x",
    "budget/lon/processledare/fran", "budget/lon/processledare/tjanst", "samverkansparter/af/epost", "samverkansparter/af/_plats",
    "tidplan", "tidplan/abcf/_plats", "samverkansparter", "lokus", "lokus/kommentar", "mal/resultatmal/x1/text", "_titel", "_version",
    "_inlast", "_waived/g32_c7933dafd808/skal", "_notes/syfte/n1/text", "_notes", "_plats", "finns/inte", "budget", "a/" * 90 + "a", "",
)  # fmt: skip
TYPES = (
    "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=x", "application/json", "text/plain", "",
    "application/xml", "application/x-www-form-urlencoded; charset=utf-16", "image/png", "application/json; charset=latin-1", "a/b; c=\xff",
)  # fmt: skip
HEADERS = (
    "Origin", "Referer", "HX-Request", "HX-Current-URL", "HX-Target", "HX-Trigger-Name", "HX-Prompt", "Last-Event-ID", "Range", "If-Range",
    "If-None-Match", "If-Modified-Since", "X-CSRFToken", "X-Forwarded-For", "Content-Length", "Content-Encoding", "Accept-Language",
    "Authorization", "Cache-Control", "Expect", "Sec-Fetch-Site", "X-HTTP-Method-Override",
)  # fmt: skip
HEADER_VALUES = (
    "null", "http://ond.example", "1", HUGE, DIGITS, "\xff", "", "http://[", "http://[x]", "http://[::1", "[", "]", "http://:x", "//",
    "bytes=0-", "bytes=-" + DIGITS, f"bytes={DIGITS}-", "bytes=5-1,x", "W/\"", "Basic", "Basic \xff", "Digest a=\"", "=;,", "%",
    "Thu, 99 Abc 99999 99:99:99 GMT", "Thu, 01 Jan 999999999999 00:00:00 +999999", "en;q=" + DIGITS, "max-age=" + DIGITS, "*/*;q=NaN",
)  # fmt: skip
FORM = {"Content-Type": TYPES[0], "Accept": "application/json"}
PLACES = ("z", "z", "0", "a9", "zz0", "å")
HOSTS = (
    "127.0.0.1:8000",
    "localhost",
    "ond.example",
    "motet.invalid",
    "192.168.1.2:8000",
    "",
    "[::1]",
    "a" * 300,
    "å.example",
    "127.0.0.1@ond.example",
    "[",
    "[x]",
    "127.0.0.1:" + DIGITS,
    "127.0.0.1:x",
)
BODIES = (
    b"", b"\xff\xfe\xfd", b"{", b"[]", b"null", b'{"op":1,"edits":[]}', b'{"op":true,"edits":{}}', b'{"op":{},"edits":[1]}', b"[" * 5_000,
    b'{"op":"abcdefgh","edits":[{"path":"syfte","value":NaN,"base":1e999}]}', b'{"op":"abcdefgh","op":null}', b"path=%ff%fe&value=%00&base=0&op=abcdefgh",
    b"--x\r\nContent-Disposition: form-data; name=\"fil\"; filename=\"\0\"\r\n\r\n{}\r\n--x--", b"--x\r\n", b"a=b&" * 3_000, b"%" * 1_000,
)  # fmt: skip


def names_asked_for() -> tuple[str, ...]:
    """What the routes and the forms ask a request for, read from the code: a new name comes along by itself."""
    files = [*(ROOT / "finsam_forms" / "web").rglob("*.py"), *(ROOT / "finsam_forms" / "forms").rglob("*.py")]
    code = "\n".join(file.read_text("utf-8") for file in files)
    asked = re.findall(r"\b(?:form|args|files|posted)\.get(?:list)?\(\s*\"(\w+)\"", code)
    fields = re.findall(r"^ {4}(\w+) = \w+Field\(", code, re.MULTILINE)
    return tuple(sorted({*asked, *fields, "path", "value", "base", "op", "csrf_token", "jag_namn", "jag_organisation"}))


@dataclass(frozen=True)
class Asked:
    """One request, and where it comes from."""

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes | Mapping[str, Any]
    environ: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        body = repr(self.body)
        return f"{self.method} {self.url[:300]} {dict(self.headers)} {self.environ.get('SERVER_NAME', '')} {body[:600]}"


class Dice:
    """Makes requests. The same seed makes the same ones."""

    def __init__(self, app: Flask, seed: int):
        self.random = Random(seed)
        self.rules = list(app.url_map.iter_rules())
        self.names = names_asked_for()
        self.sections = sorted(
            {section.id for mall in app.extensions["finsam_forms"].malls.values() for section in mall.sections}
        )
        self.malls = sorted(app.extensions["finsam_forms"].malls)
        self.drafts: list[str] = []
        self.tokens: list[str] = []
        """What is there to ask about just now; whoever sends keeps it up."""
        self.then: list[Asked] = []
        """What comes of the request before: it is asked first."""

    def one(self) -> Asked:
        if self.then:
            return self.then.pop()
        if self.random.random() < 0.03 and self.drafts:
            return self.row_somewhere()
        pick = self.random.choice
        rule = pick(self.rules)
        if (
            rule.endpoint in ("utskrift.file", "utskrift.blank") and self.random.random() < 0.8
        ):  # one on paper takes as long as fifty others
            rule = pick(self.rules)
        usual = sorted((rule.methods or {"GET"}) - {"OPTIONS", "HEAD"}) or ["GET"]
        method = pick(usual) if self.random.random() < 0.75 else pick(METHODS)
        url = self.address(rule)
        if self.random.random() < 0.5:
            url += "?" + "&".join(f"{pick(self.names)}={quoted(self.value())}" for _ in range(self.random.randrange(4)))
        return Asked(method, url, self.headers(), self.body(), self.environ())

    def row_somewhere(self) -> Asked:
        """A row gets an odd place, and then something is done with the rows of its list."""
        pick, url = self.random.choice, f"/utkast/{self.random.choice(self.drafts)}"
        row = f"r{self.random.randrange(36**4)}"
        place = pick(PLACES) * pick((1, 50, 5_000)) + pick(("", *PLACES))
        action = f"{pick(('ny', 'upp', 'ner', 'bort', 'tillbaka'))}:tidplan:{pick(('', row, 'q2'))}"
        self.then.append(Asked("POST", f"{url}/rad", FORM, f"rad={quoted(action)}".encode()))
        saved = f"path=tidplan/{row}/_plats&value={quoted(place)}&base=0&op={row}abcdefgh"
        return Asked("POST", f"{url}/varde", FORM, saved.encode())

    def address(self, rule: Rule) -> str:
        url = rule.rule
        for name in rule.arguments:
            converter = re.search(rf"<(?:(\w+)(?:\(.*?\))?:)?{name}>", url)
            assert converter
            url = url.replace(converter[0], quoted(self.argument(name)))
        return url + self.random.choice(("", "", "", "", "", "/", "//", "%00"))

    def argument(self, name: str) -> str:
        pick = self.random.choice
        likely = {
            "draft_id": self.drafts,
            "section_id": self.sections,
            "mall_id": self.malls,
            "token": self.tokens,
            "name": tuple(FORMATS),
        }.get(name, ())
        if likely and self.random.random() < 0.8:
            return str(pick(likely))
        return pick(NUMBERS) if self.random.random() < 0.5 else pick(TEXTS)[:300]

    def value(self) -> str:
        pick = self.random.choice
        return pick(
            (
                pick(TEXTS),
                pick(NUMBERS),
                pick(PATHS),
                f"ny:{pick(PATHS)}:{pick(TEXTS)[:20]}",
                pick(self.sections),
                pick(self.malls),
            )
        )

    def body(self) -> bytes | Mapping[str, Any]:
        pick, roll = self.random.choice, self.random.random()
        if roll < 0.2:
            return pick(BODIES)
        if roll < 0.3:
            edits = [
                {"path": pick(PATHS), "value": self.odd(), "base": self.odd()} for _ in range(self.random.randrange(4))
            ]
            return json.dumps({"op": self.odd(), "edits": pick((edits, {}, None, edits * 3))}).encode(
                "utf-8", "surrogatepass"
            )
        if roll < 0.35:
            text = json.dumps(
                {
                    "format": "finsam-forms",
                    "formatversion": 1,
                    "mall": pick(self.malls),
                    "innehall": {pick(PATHS): self.odd()},
                }
            )
            return {
                "fil": (
                    io.BytesIO(pick((text.encode(), pick(BODIES)))),
                    pick(TEXTS)[:60].encode("utf-8", "ignore").decode() or "fil.json",
                )
            }
        posted = {name: self.value() for name in self.random.sample(self.names, self.random.randrange(5))}
        if self.random.random() < 0.5:
            posted |= {
                "path": pick(PATHS),
                "value": self.value(),
                "base": pick(NUMBERS),
                "op": pick(("abcdefgh12", self.value())),
            }
        if self.random.random() < 0.3:
            posted[pick(PATHS) or "x"] = self.value()
        return "&".join(f"{quoted(key)}={quoted(text)}" for key, text in posted.items()).encode()

    def odd(self) -> Any:
        pick = self.random.choice
        return pick((0, 1, -1, True, None, 1.5, 10**30, [], {}, "abcdefgh12", self.value(), [{}], {"a": []}))

    def headers(self) -> dict[str, str]:
        pick, found = self.random.choice, {}
        if self.random.random() < 0.6:
            found["Content-Type"] = TYPES[0]
        elif self.random.random() < 0.7:
            found["Content-Type"] = pick(TYPES)
        if self.random.random() < 0.1:
            found["Host"] = pick(HOSTS)
        if self.random.random() < 0.3:
            found["Accept"] = pick(("application/json", "text/html", "*/*", "", ";;;", "text/event-stream"))
        if self.random.random() < 0.2:
            found[pick(HEADERS)] = pick(HEADER_VALUES)
        if self.random.random() < 0.05:
            found["Cookie"] = pick(
                (
                    "finsam=",
                    "finsam=x.y.z",
                    "finsam=[",
                    'finsam="\\777"',
                    f"finsam={DIGITS}",
                    "finsam=" + "A" * 5_000,
                    "=;;=;",
                    "finsam=\xff",
                    "a=b; finsam=.eJw",
                )
            )
        return found

    def environ(self) -> dict[str, Any]:
        """Some come in by the door to the network; none stays to wait for what comes."""
        door = {"SERVER_NAME": LAN_NAME} if self.random.random() < 0.15 else {}
        return {"waitress.client_disconnected": lambda: True, **door}


def quoted(text: str) -> str:
    return quote(text.encode("utf-8", "surrogatepass"), safe="")
