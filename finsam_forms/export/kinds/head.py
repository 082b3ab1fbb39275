"""What the reader wants first, on the first page and on each sheet to sign: time, owner, money, and what is printed."""

from __future__ import annotations

from collections.abc import Iterator

from .. import elements as e
from ..paper import Paper
from . import budget, parties, period

NBSP = "\u00a0"


def head(paper: Paper, *first: e.Entry, sheet: str = "") -> e.Entries:
    """`first`: entries before the others. `sheet`: which sheet to sign it is, for the code of a locked version."""
    return e.Entries((*first, *paper.once(entries)), paper.code(sheet), budget.amounts_of(paper))


def entries(paper: Paper) -> tuple[e.Entry, ...]:
    return (*period.head(paper), *parties.head(paper), *budget.head(paper), *stamped(paper))


def time_words(paper: Paper) -> e.Cell:
    """What stands beside the heading of an annex."""
    return period.length_words(paper)


def stamped(paper: Paper) -> Iterator[e.Entry]:
    stamp = paper.stamp
    if stamp.state == "utkast" and stamp.printed_at:
        yield e.Entry("Utkast", stamped_words(f"Utskrivet {stamp.printed_at}. Innehållet kan ändras."))
    elif stamp.state == "last":
        when = f", låst {stamp.locked_at}" if stamp.locked_at else ""
        words = f"Version{NBSP}{stamp.version}{when}, fingeravtryck {stamp.fingerprint}"
        yield e.Entry("Låst version", stamped_words(words))


def stamped_words(words: str) -> e.Cell:
    return e.Cell(words, rule=e.Rule.STAMP)
