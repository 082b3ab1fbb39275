"""What a sheet is called: at most 31 characters, without those that a spreadsheet refuses, and no two alike."""

from __future__ import annotations

import re
from collections.abc import Collection

LONGEST = 31
REFUSED = re.compile(r"[\[\]:*?/\\\x00-\x1f\ufffe\uffff\ud800-\udfff]+")
RESERVED = ("history", "historik", "_finsam")
"""Excel keeps the first for itself, in its languages; the last is our own."""
ELLIPSIS = "…"


def sheet_name(title: str, taken: Collection[str]) -> str:
    """A legal name as near the title as can be. `taken`: those that the other sheets have."""
    plain = " ".join(REFUSED.sub(" ", title.removesuffix("(*)")).split()).strip("'") or "Blad"
    others = {name.casefold() for name in taken} | set(RESERVED)
    for name in ways(plain):
        if name.casefold() not in others:
            return name
    number = 2
    while numbered(plain, number).casefold() in others:
        number += 1
    return numbered(plain, number)


def ways(words: str) -> tuple[str, ...]:
    """The whole; as much of its beginning as there is room for; its first word and its end, where two begin alike."""
    if len(words) <= LONGEST:
        return (words,)
    end = " ".join(words.split()[-2:])
    room = LONGEST - len(end) - 2
    return (cut(words, LONGEST), f"{cut(words, room)} {end}" if room > 8 else cut(words, LONGEST))


def cut(words: str, room: int) -> str:
    """At a word's end where one is near, and said to be cut."""
    if len(words) <= room:
        return words
    kept = words[: room - 1]
    whole = kept.rpartition(" ")[0] if words[room - 1] != " " else kept
    return (whole if len(whole) > room // 2 else kept).rstrip(" ,.-–'") + ELLIPSIS


def numbered(words: str, number: int) -> str:
    tail = f" ({number})"
    return cut(words, LONGEST - len(tail)) + tail
