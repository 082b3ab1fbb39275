"""What stands over a column of another's budget says what is in it."""

from __future__ import annotations

import re
from enum import Enum, auto

from .labels import best

SHARE = re.compile(r"tjänst|procent|%|sysselsättningsgrad|omfattning", re.I)
FROM = re.compile(r"^\W*(från|from|fr\.? ?o\.? ?m\.?|start(datum)?)\W*$", re.I)
TO = re.compile(r"^\W*(till|t\.? ?o\.? ?m\.?|slut(datum)?)\W*$", re.I)
SUM = re.compile(r"^\W*(summa|totalt?|s:a|alla|att rekvirera|hela)\b|\bsumma\b|\btotalt?\b", re.I)
OTHER = re.compile(r"^\W*(konto|nr|kod|ansvar|verksamhet|kommentar(er)?|anmärkning(ar)?|antal|år|period)\b", re.I)
PLAIN = re.compile(r"^\W*(belopp|kostnad(er)?|budget|t?kr|sek|kronor)?(\W*(i )?\(?(t?kr|sek|kronor)\)?)?\W*$", re.I)
"""Says that there are amounts, and not whose."""


class Holds(Enum):
    SHARE = auto()
    FROM = auto()
    TO = auto()
    SUM = auto()
    PARTY = auto()
    UNSAID = auto()
    """Amounts, perhaps: the head does not say whose."""
    OTHER = auto()


def told(heads: list[str]) -> str:
    """What the heads over a column say, of which the last stands nearest."""
    said = [" ".join(one.split()) for one in heads if not PLAIN.match(one)]
    return said[-1] if said else ""


def holds(head: str, row_sum: str) -> Holds:
    """`row_sum`: what the form calls the sum of a row."""
    if not head:
        return Holds.UNSAID
    for shape, what in (
        (FROM, Holds.FROM),
        (TO, Holds.TO),
        (SHARE, Holds.SHARE),
        (OTHER, Holds.OTHER),
        (SUM, Holds.SUM),
    ):
        if shape.search(head):
            return what
    return Holds.SUM if best(head, [row_sum]) else Holds.PARTY
