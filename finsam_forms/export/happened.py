"""The history as a list for whoever receives the parcel: when, who and where, never what stood there before.

What the group has taken away it has taken away: the texts of earlier versions are not sent on.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass

HEADS = ("Dag", "Från", "Till", "Vem", "Organisation", "Vad", "Var", "Ändringar")
COUNTED_AS_FORMULAS = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that Excel would work out: a name is a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What one person did at one place in a day, or an event of the draft. Times are the computer's own."""

    day: str
    """ISO."""
    start: str
    end: str
    """«14:03», the first and the last change."""
    name: str
    organisation: str
    what: str
    where: str = ""
    times: int = 0
    """How many changes; 0 for an event."""


def as_csv(happened: Iterable[Happening]) -> bytes:
    """With semicolons and a mark of UTF-8 first: Excel in Swedish opens it as a table."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADS)
    for one in happened:
        words = (one.day, one.start, one.end, one.name, one.organisation, one.what, one.where, one.times or "")
        writer.writerow([plain(str(word)) for word in words])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def plain(word: str) -> str:
    return f"'{word}" if word.startswith(COUNTED_AS_FORMULAS) else word
