"""G11: nobody has more than a full-time post, however many rows and chapters tell of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from ...dates import Period
from ...document import Document
from ...kinds.kind import Answer, Leaf, every, reading_of
from ...kinds.rows import Rows
from ...percent import format_percent
from ...roles import FUNKTION
from ...span import span_at
from ...unit import Unit
from ..facts import PARTIES, ROW, Facts
from ..places import place_name
from ..registry import Finding, Severity, check
from ..wording import quoted
from .people import same_person

FULL = 10_000
"""A full-time post, hundredths of a percent."""
MOST = 300
"""Posts that are compared."""
ALSO = re.compile(r"\b(?:tillika|samt även|och även|också) (?P<post>[\w-]+(?: [\w-]+)?)", re.I)
Key = tuple[object, ...]


class Holder(NamedTuple):
    """Under what a post is known, and under what other posts of the same person are."""

    known: tuple[Key, ...]
    others: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Post:
    """A row about a post. `share`: hundredths of a percent of full time; `time`: None when it is not said."""

    path: str
    """Of its share."""
    rows: str
    """The path of the list that it stands in."""
    function: str
    beside: tuple[str, ...]
    """What else its row says in words: the organisation."""
    share: int
    time: Period | None

    def told_by(self) -> Holder:
        """Whose it is. Two with one function are one person's in the same list and organisation only, unless a name says who it is, or
        «tillika förbundschef»."""
        who, name = same_person(self.function), " ".join(self.function.lower().split())
        if who:
            return Holder((("person", who),), (("person", who),))
        also = ALSO.search(self.function)
        other = also["post"].lower() if also else ""
        itself = (self.rows, name, self.beside)
        if not other:
            return Holder((itself, ("post", name)), (itself, ("also", name)))
        return Holder(
            (itself, ("post", name), ("also", other)), (itself, ("also", name), ("also", other), ("post", other))
        )

    def while_of(self, other: Post) -> bool:
        """Are they held at the same time, as far as is known?"""
        if self.time is None or other.time is None:
            return True
        return self.time.start <= other.time.end and other.time.start <= self.time.end


@check("G11", Severity.WARNING, reads=f"{ROW} {PARTIES}")
def more_than_full_time(facts: Facts) -> Iterator[Finding]:
    """The posts of one person are together at most full time."""
    for several in held_together(facts.document):
        post = several[-1]
        others = " och ".join(
            f"{quoted(one.function)} ({place_name(facts.document, one.rows)})" for one in several[:-1]
        )
        total = sum(one.share for one in several)
        sentence = (
            f"{quoted(post.function)} är tillsammans med {others} {format_percent(total)}. "
            "Är det en person ryms det inte i en heltid. Är det två, så låt det synas i benämningen."
        )
        yield Finding(post.path, sentence, f"{post.function} {total}")


def held_together(document: Document) -> Iterator[list[Post]]:
    """Posts at one time that seem to be one person's and are more than full time: as many as it takes."""
    held: dict[Key, list[Post]] = {}
    for post in posts(document):
        holder = post.told_by()
        before = {one.path: one for key in holder.others for one in held.get(key, ()) if one.while_of(post)}
        share = sum(one.share for one in before.values())
        if share <= FULL < share + post.share:
            yield [*before.values(), post]
        for key in holder.known:
            held.setdefault(key, []).append(post)


def posts(document: Document) -> Iterator[Post]:
    """Every row about a post whose share can be read, the form's order."""
    found = 0
    for at in every(document, Rows):
        share, function = share_of(at.field), at.field.column_of(FUNKTION)
        if share is None or function is None:
            continue
        for row in at.rows():
            of, said = reading_of(at.below(share, row, share.id)).value, at.text(row, function.id).strip()
            if found < MOST and said and isinstance(of, int) and 0 < of <= FULL:
                found += 1
                words = beside(at, row, function.id)
                yield Post(f"{at.path}/{row}/{share.id}", at.path, said, words, of, time_of(at, row))


def share_of(rows: Rows) -> Leaf | None:
    return next((one for one in rows.columns if isinstance(one, Leaf) and one.unit is Unit.SHARE), None)


def beside(at: Answer[Rows], row: str, function: str) -> tuple[str, ...]:
    lines = (one for one in at.field.columns if isinstance(one, Leaf) and one.unit is Unit.TEXT and one.id != function)
    return tuple(" ".join(at.text(row, one.id).lower().split()) for one in lines)


def time_of(at: Answer[Rows], row: str) -> Period | None:
    """From the first day of the row to the second."""
    days = at.field.days_of_row
    span = span_at(at.document, f"{at.path}/{row}", "", days) if days else None
    return span.period if span else None
