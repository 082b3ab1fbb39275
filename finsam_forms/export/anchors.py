"""Anchors: hidden bookmarks on the form's own words, and what stands after each, so that the file can be read back.

A bookmark never stands on what a person writes: it would go when that is written over. A row has two, in its first and its last
cell. Names that begin with `_` are hidden in Word and survive other programs; they say nothing themselves. What each stands for is
in a part of the file that no program shows (`kept`), with a seal on the words as they were written: what has the same seal is
unchanged, whatever a program did to its spaces.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from typing import Any

PREFIX = "_finsam"
NAMESPACE = "urn:finsam-forms:word:1"


UNHELD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML can't hold: none of them is seen."""


def seal(words: str) -> str:
    """The same for words that differ in their spaces only, or in what no file can hold."""
    return hashlib.blake2s(
        " ".join(UNHELD.sub("", words).split()).encode("utf-8", "surrogatepass"), digest_size=6
    ).hexdigest()


def path_kept(path: str) -> str:
    """The path that can be written through a file; "" for what only the group sees."""
    return "" if path.startswith("_") or "/_" in path else path


class Anchors:
    """Those of one file, in order."""

    def __init__(self, first: int = 1) -> None:
        self.kept: dict[str, Mapping[str, Any]] = {}
        self.fixed: set[str] = set()
        """Seals of what stands in the file and is nobody's to change."""
        self.serial = first - 1
        """Of the last bookmark: each has an id and a name that no other has."""
        self.last: list[str] = []
        """The names of the last that something can be written after."""

    def on(self, inside: str, **what: Any) -> str:
        """Around some words of the form's own; they may be none. `what`: what stands after them (see incoming/docx)."""
        name = f"{PREFIX}{self.serial + 1}"
        self.kept[name] = what
        if what["kind"] in ("fixed", "cells"):
            self.last = [name]
        return self.mark(inside, name)

    def again(self, inside: str) -> str:
        """One more bookmark for what the last was about."""
        name = f"{PREFIX}{self.serial + 1}"
        self.kept[name] = self.kept[self.last[0]]
        self.last.append(name)
        return self.mark(inside, name)

    def then(self, **what: Any) -> None:
        """What can be written after the last."""
        for name in self.last:
            self.kept[name] = {**self.kept[name], "then": what}

    @property
    def taken(self) -> bool:
        """Is there something to write after the last already, so that no more can follow it?"""
        return not self.last or "then" in self.kept[self.last[0]]

    def paths(self) -> Iterator[str]:
        """What can be written through the file."""
        for what in self.kept.values():
            for one in (what, what.get("then", {})):
                yield from (one[key] for key in ("path", "row") if key in one)
                yield from (piece["path"] for place in one.get("cells", ()) if place for piece in place["pieces"])

    def mark(self, inside: str, name: str) -> str:
        self.serial += 1
        start = f'<w:bookmarkStart w:id="{self.serial}" w:name="{name}"/>'
        return f'{start}{inside}<w:bookmarkEnd w:id="{self.serial}"/>'

    def own(self, inside: str, words: str, **more: Any) -> str:
        """Around words of the form's own with nothing to write after them."""
        mark = seal(words)
        self.fixed.add(mark)
        return self.on(inside, kind="fixed", seal=mark, **more)
