"""Labels as others write them: «1.1 Övr. lokalkostn.» is «Övriga lokalkostnader»."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

NUMBER = re.compile(r"^\s*(?:[0-9]{1,2}(?:\.[0-9]{1,2})*[.):]?|[a-zåäö][.)]|[-–•*])\s*(?=\D|$)", re.I)
"""What stands before a label: «1.», «1.1», «a)», a dash."""
SILENT = frozenset(
    [
        "och",
        "av",
        "för",
        "i",
        "inkl",
        "exkl",
        "samt",
        "m",
        "mm",
        "osv",
        "etc",
        "den",
        "det",
        "de",
        "till",
        "om",
        "per",
        "på",
        "o",
        "u",
    ]
)
"""Words that say nothing of which label it is."""
OTHER_WORDS = {
    **dict.fromkeys(("delsumma", "sum"), "summa"),
    **dict.fromkeys(("total", "totala", "totalsumma"), "totalt"),
    **dict.fromkeys(("personalkostnader", "personalkostn"), "lönekostnader"),
    **dict.fromkeys(("medfinansiering", "egeninsats", "egenfinans"), "egenfinansiering"),
    "resekostnader": "resor",
    "tolkkostnader": "tolk",
}
"""Words that mean the same in a budget."""
ALONE = {
    **dict.fromkeys(("löner", "lön", "personal"), "lönekostnader"),
    **dict.fromkeys(("lokaler", "lokal"), "lokalkostnader"),
    **dict.fromkeys(("hyra", "lokalhyror"), "lokalhyra"),
}
"""The same, where nothing else is said: «Hyra av bil» is no rent of rooms."""
NEAR = 0.84
"""How alike two labels are at least, for one to be a misspelling of the other: a letter or two in a word."""


class Likeness(IntEnum):
    """How surely a label is another; the more, the surer."""

    NEAR = 1
    SHORTENED = 2
    SAME = 3


class Match(NamedTuple):
    label: str
    likeness: Likeness


def bare(text: str) -> str:
    """Without its number."""
    return NUMBER.sub("", text, count=1).strip()


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """The words that count, in small letters."""
    found = re.findall(r"[^\W_]+", bare(text).casefold().replace("s:a", "summa"))
    kept = tuple(OTHER_WORDS.get(word, word) for word in found if word not in SILENT)
    return tuple(ALONE.get(word, word) for word in kept) if len(kept) == 1 else kept or tuple(found)


def best(text: str, labels: Iterable[str]) -> Match | None:
    """The label that a text is; None when it is none of them, or as well could be several."""
    said = words(text)
    if not said:
        return None
    found = [(likeness, label) for label in labels if (likeness := alike(said, words(label)))]
    if not found:
        return None
    top = max(likeness for likeness, _ in found)
    ways = {label for likeness, label in found if likeness == top}
    return Match(ways.pop(), top) if len(ways) == 1 else None


def alike(said: tuple[str, ...], label: tuple[str, ...]) -> Likeness | None:
    if said == label:
        return Likeness.SAME
    if shortened_to(said, label) or shortened_to(label, said):
        return Likeness.SHORTENED
    one, other = " ".join(said), " ".join(label)
    if len(one) > 4 and abs(len(one) - len(other)) < 5 and near(SequenceMatcher(None, one, other)):
        return Likeness.NEAR
    return None


def near(pair: SequenceMatcher[str]) -> bool:
    """The letters alone, in whatever order, most often say that it is not."""
    return pair.quick_ratio() >= NEAR and pair.ratio() >= NEAR


def shortened_to(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Is every word of the first the beginning of a word of the other, in order, and the first of the first?"""
    if not short or len(short) > len(long) or not long[0].startswith(short[0]) or len("".join(short)) < 3:
        return False
    rest = iter(long)
    return all(any(word.startswith(one) for word in rest) for one in short)
