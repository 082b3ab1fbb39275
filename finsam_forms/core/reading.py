"""The outcome of reading a typed text: a value, a problem said in plain Swedish, or nothing (empty)."""

from __future__ import annotations

import re
from typing import Generic, NamedTuple, TypeVar
from unicodedata import normalize

T = TypeVar("T")

CONTROLS = "\x00-\x08\x0e-\x1b\x7f\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"
"""No part of any text."""
MARKED = "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2064\u206a-\u206f\u2800\u3164\ufeff\uffa0\U000e0001"
"""Where a line may break, letters and figures of nothing, and other marks that nobody sees and nobody typed."""
LOOKS = "\u180b-\u180d\ufe00-\ufe0f\U000e0020-\U000e007f\U000e0100-\U000e01ef"
"""Say how the sign before them looks: an emoji or a Chinese letter, never a Latin one."""
JOINERS = "\u200c\u200d"
DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
UNSEEN = re.compile(f"[{CONTROLS}{MARKED}{LOOKS}{JOINERS}{DIRECTIONS}]")
"""What nobody sees: in a number, a day or an address none of it does anything."""
NEVER_SEEN = re.compile(f"[{CONTROLS}{MARKED}]|(?<![^\x00-\u036f])[{LOOKS}]+")
JOINED = re.compile(f"[{JOINERS}]+")
DIRECTED = re.compile(f"[{DIRECTIONS}]")
LEFTWARDS = re.compile(
    "[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdfd\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Letters that are read from the right: only beside them does a mark of direction do anything."""
UNJOINED = "\u0370"
"""The first letter after the Latin ones, which nothing joins (emoji, Arabic and Indic letters it does)."""


class Suggestion(NamedTuple):
    """A button: what it says, and the text that it puts in the field."""

    label: str
    value: str


class Problem(NamedTuple):
    """Why a text could not be understood. `message` says what is wrong and what to do."""

    message: str
    suggestions: tuple[Suggestion, ...] = ()


class Reading(NamedTuple, Generic[T]):
    """What a text means. Neither value nor problem: it was empty."""

    value: T | None = None
    problem: Problem | None = None


def squeezed(typed: str) -> str:
    """A typed text on one line: spaces of every kind as one, none at the ends, unseen characters gone."""
    return " ".join((typed if hides_nothing(typed) else UNSEEN.sub("", typed)).split())


def hides_nothing(typed: str) -> bool:
    """English letters, figures, signs and spaces alone, as in most amounts and days: nothing unseen, nothing to compose."""
    return typed.isascii() and typed.isprintable()


def seen(typed: str) -> str:
    """A typed text, composed (NFC), without what nobody sees. What joins and directs letters stays where there is something to join
    or direct."""
    if hides_nothing(typed):
        return typed
    text = normalize("NFC", NEVER_SEEN.sub("", typed))
    if not LEFTWARDS.search(text):
        text = DIRECTED.sub("", text)
    return normalize("NFC", JOINED.sub(lambda found: found[0] if joins(text, *found.span()) else "", text))


def joins(text: str, start: int, end: int) -> bool:
    """Does what stands here stand between two characters that can be joined?"""
    return start > 0 and end < len(text) and min(text[start - 1], text[end]) >= UNJOINED and not text[end].isspace()


def one_line(typed: str) -> str:
    """A typed text as it is kept where there is one line: spaces of every kind as one, what nobody sees gone."""
    return " ".join(seen(typed).split())


LONGEST_LINE = 600
"""Characters of an answer on one line: more of them are for a long text (check G54). All are printed."""


def shortened(text: str, most: int = 40) -> str:
    """A typed text as it can stand in a sentence."""
    return text if len(text) <= most else text[: most - 1] + "…"
