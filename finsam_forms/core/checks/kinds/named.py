"""G62: people in rows are called the same wherever they are named."""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Document
from ...kinds.kind import Answer, Leaf, every
from ...kinds.line import Line
from ...kinds.rows import Rows
from ...roles import PERSON
from ..facts import PARTIES, ROW, Facts
from ..places import place_name
from ..registry import Finding, Fix, Severity, check
from ..wording import quoted

MOST_NAMES, FEWEST_LETTERS, LETTERS = 200, 6, 2
"""Names that are compared; shorter ones can differ by a letter and be two people's; letters that a misspelling is."""


@check("G62", Severity.WARNING, reads=f"in:{Line.topic} {ROW} {PARTIES}")
def names_spelled_alike(facts: Facts) -> Iterator[Finding]:
    """Who is named in several places is spelled the same in all of them: a name that differs by a letter or two is no other person's."""
    first: dict[str, str] = {}
    for leaf in named(facts.document):
        name = " ".join(leaf.text().split())
        if len(name) < FEWEST_LETTERS or " " not in name or name in first:
            continue
        other = next((one for one in first if nearly(name.lower(), one.lower())), "")
        if other:
            where = place_name(facts.document, first[other])
            sentence = (
                f"{quoted(name)} är nästan {quoted(other)} ({where}). Är det samma person ska namnet stavas lika."
            )
            yield Finding(leaf.path, sentence, f"{name} {other}", (Fix(f"Skriv {quoted(other)}", {leaf.path: other}),))
        elif len(first) < MOST_NAMES:
            first[name] = leaf.path


def named(document: Document) -> Iterator[Answer[Leaf]]:
    """Every place for the name of somebody, in the form's order."""
    for at in every(document, Rows):
        for column in at.field.columns:
            if column.role == PERSON and isinstance(column, Leaf):
                yield from (at.below(column, row, column.id) for row in at.rows())


def nearly(one: str, other: str) -> bool:
    """Do they differ in one place, by a letter or two?"""
    if one == other or abs(len(one) - len(other)) > LETTERS:
        return False
    begin = len(commonprefix((one, other)))
    one, other = one[begin:], other[begin:]
    end = len(commonprefix((one[::-1], other[::-1])))
    return max(len(one), len(other)) - end <= LETTERS


def commonprefix(words: tuple[str, str]) -> str:
    """What both begin with."""
    alike = next((at for at, (one, other) in enumerate(zip(*words, strict=False)) if one != other), None)
    return min(words, key=len) if alike is None else words[0][:alike]
