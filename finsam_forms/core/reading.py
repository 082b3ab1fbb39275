"""The outcome of reading a typed text: a value, a problem said in plain Swedish, or nothing (empty)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\x00-\x08\x0e-\x1b\x7f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
"""What nobody sees and nobody typed: soft hyphens, zero widths, control characters, halves of characters."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A button: what it says, and the text that it puts in the field."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a text could not be understood. `message` says what is wrong and what to do."""

    message: str
    suggestions: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """What a text means. Neither value nor problem: it was empty."""

    value: T | None = None
    problem: Problem | None = None


def squeezed(typed: str) -> str:
    """A typed text on one line: spaces of every kind as one, none at the ends, unseen characters gone."""
    return " ".join(UNSEEN.sub("", typed).split())


LONGEST_LINE = 600
"""Characters of an answer on one line: more of them are for a long text (check G54). All are printed."""


def shortened(text: str, most: int = 40) -> str:
    """A typed text as it can stand in a sentence."""
    return text if len(text) <= most else text[: most - 1] + "…"
