"""Running text made ready for searching: markup blanked out at the same length, so that every find has its place in what was typed."""

from __future__ import annotations

import re
from bisect import bisect_right

from .remembered import remembered

LIVING = "\ufffc"
"""Stands for each character of a living reference: it is right by itself, and counts as a figure."""
REFERENCE = re.compile(r"\[\[([a-z0-9_/]+)(?:\|[^\[\]\n]{0,80})?\]\]")
MARKS = str.maketrans(dict.fromkeys("*#\\\u00a0\u202f\u2009\t", " "))
SENTENCE = re.compile(r"\S[^\n]*?(?:[.!?](?=\s)|$)", re.M)
ABBREVIATED = re.compile(
    r"(?:\b(?:t\.ex|ca|c:a|bl\.a|m\.m|dvs|resp|nr|s\.k|f\.d|t\.o\.m|fr\.o\.m|kl|st|inkl|exkl)|\d)\.$", re.I
)
LONGEST_ABBREVIATION = 8
"""Characters, the last stop included: all that has to be looked at of what may become one long sentence."""


@remembered
def searchable(text: str) -> str:
    """The text with markup and odd spaces as blanks and living references as LIVING. As long as the text."""
    return REFERENCE.sub(lambda found: LIVING * len(found[0]), text).translate(MARKS)


@remembered
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """(start, end) of each sentence of a searchable text; a new line always ends one, an abbreviation or «20.» does not."""
    found: list[tuple[int, int]] = []
    for match in SENTENCE.finditer(text):
        start, end = match.span()
        begun, place = found[-1] if found else (0, 0)
        tail = max(begun, place - LONGEST_ABBREVIATION)
        if found and "\n" not in text[place:start] and ABBREVIATED.search(text, tail, place):
            found[-1] = (begun, end)
        else:
            found.append((start, end))
    return tuple(found)


def sentence_span(text: str, place: int) -> tuple[int, int]:
    """(start, end) of the sentence of a searchable text that a place lies in; (place, place) between two."""
    found = sentences(text)
    number = bisect_right(found, (place, len(text))) - 1
    return found[number] if number >= 0 and place < found[number][1] else (place, place)


def sentence_at(text: str, place: int) -> str:
    """The sentence of a searchable text that a place lies in."""
    start, end = sentence_span(text, place)
    return text[start:end]


def replaced(raw: str, start: int, end: int, words: str) -> str | None:
    """The typed text with other words in a place; None where that would cut markup in two."""
    return None if any(mark in raw[start:end] for mark in "*[]\n") else raw[:start] + words + raw[end:]
