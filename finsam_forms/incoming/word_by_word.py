"""A text that becomes another, for those who can only be told: what goes and what comes, with some words around.

`… ska få [−arbete−]{+studier+} inom ett år …`
"""

from __future__ import annotations

from ..core.merge import word_diff

AROUND = 40
"""Characters of what both say that are told beside a change, at most."""
MARKS = {"removed": ("[−", "−]"), "added": ("{+", "+}")}


def word_by_word(before: str, now: str) -> str:
    """On one line: a line break is told as ¶. Without a word in common, the one after the other."""
    parts = word_diff(before, now)
    told = []
    for at, (kind, text) in enumerate(parts):
        line = text.replace("\n", " ¶ ")
        if kind == "same":
            told.append(around(line, after=at > 0, before=at < len(parts) - 1))
        else:
            told.append(marked(line, *MARKS[kind]))
    return " ".join("".join(told).split())


def marked(text: str, start: str, end: str) -> str:
    """The marks stand at the words, and the spaces outside them."""
    words = text.strip()
    if not words:
        return text
    lead, _, trail = text.partition(words)
    return f"{lead}{start}{words}{end}{trail}"


def around(text: str, *, after: bool, before: bool) -> str:
    """As much as is told of what both say. `after`, `before`: is there a change before it, and one after it?"""
    if len(text) <= AROUND * (after + before):
        return text
    first = text[:AROUND].rpartition(" ")[0] if after else ""
    last = text[-AROUND:].partition(" ")[2] if before else ""
    return f"{first} … {last}"
