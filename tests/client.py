"""A browser of sorts for tests: it reads every page it gets and refuses what no page may have."""

import re
import secrets
from collections import Counter

from flask import Flask
from flask.testing import FlaskClient
from lxml import html

VOID = {"input", "meta", "link", "br", "img", "col", "rect", "path", "circle", "use", "hr", "option"}
OF_A_FAULT = re.compile(r"\b(?:undefined|None|Internal Server Error|Not Found|Traceback)\b")
"""What no page says by itself. Somebody may have typed it: tests that type anything leave it out."""


class Page:
    """The elements of a page with their attributes, in order; `checked` by itself has the empty text."""

    def __init__(self, text: str):
        body = html.document_fromstring(f"<!doctype html><html><body>{text}" if "<body" not in text else text)
        self.elements: list[tuple[str, dict[str, str]]] = [
            (one.tag, {key: "" if value == key else value for key, value in one.attrib.items()})
            for one in body.iter()
            if isinstance(one.tag, str)
        ]

    def all(self, tag: str = "", **attrs: str):
        return [a for t, a in self.elements if (not tag or t == tag) and all(a.get(k) == v for k, v in attrs.items())]

    def ids(self):
        return [attrs["id"] for _, attrs in self.elements if "id" in attrs]

    def value(self, path: str) -> str:
        (found,) = self.all("input", name=path)
        return found.get("value", "")


def check(text: str) -> Page:
    """Raises AssertionError when a page breaks a rule that holds for all of them."""
    page = Page(text)
    ids = Counter(page.ids())
    twice = {one for one, count in ids.items() if count > 1}
    assert not twice, f"samma id flera gånger: {sorted(twice)[:5]}"
    labels = {attrs.get("for") for tag, attrs in page.elements if tag == "label"}
    for tag, attrs in page.elements:
        for name in ("aria-describedby", "aria-labelledby"):
            for one in attrs.get(name, "").split():
                assert one in ids, f"{name} pekar på {one} som inte finns"
        if tag in ("input", "textarea", "select") and attrs.get("type") not in (
            "hidden",
            "radio",
            "checkbox",
            "submit",
        ):
            named = attrs.get("aria-label") or attrs.get("aria-labelledby") or attrs.get("id") in labels
            assert named, f"fält utan etikett: {attrs}"
        assert not any(key.startswith("on") or key == "style" for key in attrs), (
            f"inskriptad stil eller skript: {attrs}"
        )
    assert not OF_A_FAULT.search(re.sub(r"<[^>]+>", " ", text)), "engelska på sidan"
    return page


class Client(FlaskClient):
    """Checks every HTML answer; speaks JSON with `say`."""

    def open(self, *args, **kwargs):
        answer = super().open(*args, **kwargs)
        if answer.mimetype == "text/html" and answer.status_code not in (301, 302, 303, 307, 308):
            answer.page = check(answer.get_data(as_text=True))
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        return answer

    def say(self, url: str, **data):
        """A POST as the scripts make it."""
        return self.post(url, data=data, headers={"Accept": "application/json"})

    def save(self, path: str, value: str, base: int = 0, op: str | None = None, draft: int = 1):
        return self.say(f"/utkast/{draft}/varde", path=path, value=value, base=base, op=op or secrets.token_hex(8))


def client_of(
    app: Flask, name: str = "Anna Andersson", organisation: str = "Försäkringskassan", kind: type[Client] = Client
) -> Client:
    app.test_client_class = kind
    client = app.test_client()
    if name:
        assert client.say("/jag", namn=name, organisation=organisation).status_code == 200
    return client
