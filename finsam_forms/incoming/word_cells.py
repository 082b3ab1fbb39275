"""A cell of a Word file beside what stood there when it was made: the values that can be read out of its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..core.kronor import read_kronor
from ..export.anchors import seal
from ..export.words import EMPTY, UNREAD

Place = Mapping[str, Any]
"""What can be written in a cell, as export/docx/pen.py writes it down."""
PLACEHOLDER = re.compile(rf"\(?{EMPTY}\)?\s*")
BY_HAND = re.compile(r"[_\s\u2009…]*")

MOST_PIECES, LONGEST = 4, 500
"""Values in one cell, and characters of them: more are not parted."""


class Unclear(Exception):
    """Words that hold several values and can't be parted."""


def written(text: str) -> str:
    """What a person has written: not what stood there to say that nobody had."""
    words = PLACEHOLDER.sub("", text, count=1) if EMPTY in text else text
    return "" if BY_HAND.fullmatch(words) else words.strip()


def unchanged(text: str, place: Place) -> bool:
    return bool(seal(text) == place["seal"])


def values_of(text: str, place: Place) -> Iterator[tuple[str, str]]:
    """Path → what is written there now, of a cell that has been changed. Raises Unclear."""
    words, mark = written(text), str(place.get("mark", ""))
    if mark:
        words = words.removeprefix(mark).strip()
    pieces: Sequence[Mapping[str, str]] = place["pieces"]
    if len(pieces) == 1:
        yield pieces[0]["path"], with_unit(words.rstrip(UNREAD).strip(), str(place.get("unit", "")))
        return
    if len(pieces) > MOST_PIECES or len(words) > LONGEST:
        raise Unclear(words)
    found = re.fullmatch(pattern(pieces), " ".join(words.split()))
    if not found and words and not all(piece["path"] for piece in pieces[1:]):
        found = re.fullmatch(r"(?P<p0>.*)", words)  # what the form adds has been taken away
    if not found:
        raise Unclear(words)
    for number, piece in enumerate(pieces):
        if piece["path"] and (number == 0 or f"p{number}" in found.groupdict()):
            yield piece["path"], (found[f"p{number}"] or "").strip()


def pattern(pieces: Sequence[Mapping[str, str]]) -> str:
    """The words of several values with what the form sets between them; those last may be left out."""
    made = "(?P<p0>.*?)"
    for number, piece in enumerate(pieces[1:], 1):
        lead, tail = (re.escape(" ".join(piece.get(key, "").split())) for key in ("lead", "tail"))
        made += rf"(?: ?{lead} ?(?P<p{number}>.*?){tail})?"
    return made


def with_unit(words: str, unit: str) -> str:
    """An amount in a table of tkr means tkr, when it says no more itself."""
    bare = re.fullmatch(r"[-−–+]?[\d  \u202f]*(?:[.,]\d+)?", words)
    return f"{words} {unit}" if unit and bare and words and read_kronor(words).value != 0 else words
