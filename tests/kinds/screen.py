"""A section's page in a browser that only listens: it takes in a message as static/js/inlet.js does, and shows what then stands there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser

from tests.client import VOID

PARTIAL = re.compile(r'<hx-partial hx-target="([^"]+)">(.*?)</hx-partial>', re.S)
LATER = re.compile(r"^(margin|explain--remark|state)\b")
"""What the review tells, a moment after."""
Fetch = Callable[[str], str]


class Node:
    def __init__(self, tag: str, attrs: dict[str, str]):
        self.tag, self.attrs, self.children = tag, attrs, list[Node | str]()

    def all(self) -> Iterator[Node]:
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.all()

    def found(self, selector: str) -> list[Node]:
        """By `.class` or `#id`."""
        key, name = {".": "class", "#": "id"}[selector[0]], selector[1:]
        return [one for one in self.all() if name in one.attrs.get(key, "").split()]

    def words(self) -> Iterator[str]:
        """What is read, without what inputs hold: a value has its own way to the others."""
        hidden = self.tag in ("textarea", "title", "script") or LATER.match(self.attrs.get("class", ""))
        if hidden or "data-words" in self.attrs:  # counted by the script
            return
        for child in self.children:
            yield from child.words() if isinstance(child, Node) else child.split()

    def put(self, html: str) -> None:
        self.children = tree(html).children


class Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Node("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {key: value or "" for key, value in attrs})
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Node(tag, {key: value or "" for key, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop().tag == tag, f"</{tag}> stänger fel"

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def tree(html: str) -> Node:
    builder = Builder()
    builder.feed(html)
    assert len(builder.open) == 1, f"<{builder.open[-1].tag}> stängs inte"
    return builder.open[0]


class Screen:
    """`fetch`: the HTML at an address."""

    def __init__(self, html: str, url: str, fetch: Fetch):
        self.page, self.url, self.fetch = tree(html), url, fetch

    def take(self, message: dict) -> None:
        for target, html in PARTIAL.findall(message["html"]):
            for node in self.page.found(target):
                node.put(html)
        paths = {one["path"] for one in message["values"]}
        if self.is_old(paths, message["stale"]):
            self.page = tree(self.fetch(self.url))
        changed = {path.split("/")[0] for path in (*paths, *message["stale"])}
        for node in list(self.page.all()):
            if "hx-get" in node.attrs and changed & {*node.attrs.get("data-follows", "").split()}:
                self.follow(node)

    def is_old(self, paths: set[str], stale: list[str]) -> bool:
        """Has it been told to fetch itself again?"""
        for node in self.page.all():
            attrs = node.attrs
            if "data-reload" in attrs and any(one.attrs.get("name") in paths for one in node.all()):
                return True
            if attrs.get("data-rows") in stale or (
                "data-field" in attrs and {*attrs.get("data-follows", "").split()} & {*stale}
            ):
                return True
        return False

    def follow(self, node: Node) -> None:
        """What follows other fields fetches itself: put in where it stands, or in the places that it names."""
        html = self.fetch(node.attrs["hx-get"])
        if "hx-select" in node.attrs:
            selector, _, _ = node.attrs["hx-select"].partition(" ")
            node.children = next(iter(tree(html).found(selector))).children
            return
        if node.attrs["hx-swap"] != "none":
            node.put(html)
            return
        for target, inner in PARTIAL.findall(html):
            for one in self.page.found(target):
                one.put(inner)

    def preview(self, path: str) -> None:
        """The script's own: the preview of a text that is put in is made anew."""
        name = "#v-" + path.replace("/", "-")
        fresh = tree(self.fetch(self.url)).found(name)
        for node in self.page.found(name):
            node.children = fresh[0].children

    def words(self) -> list[str]:
        return [word for node in self.page.found("#blad") for word in node.words()]
