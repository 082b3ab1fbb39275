"""G73: counts that are told in a text beside the table that has them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...kinds.figures import figures
from ...kinds.kind import Answer, every, reading_of
from ...kinds.number import Number
from ...kinds.table.definition import CountTable
from ...unit import Unit
from ..facts import FIGURES, PARTIES, ROW, Facts, Prose
from ..registry import Finding, Severity, check

YEARS = range(1900, 2101)
NUMBER = r"(?<![\d.,:/–-])(\d{1,5})"


def stem(noun: str) -> str:
    """What the forms of a word begin with: «deltagare» and «deltagarna»."""
    return noun[:-1] if len(noun) > 5 else noun


def numbers_of(facts: Facts) -> frozenset[int]:
    """Every count, sum and share of the document."""
    known = figures(facts.document)
    found = {one.value for one in known.all().values()}
    found |= {one.value // 100 for one in known.all().values() if one.value % 100 == 0}
    for leaf, _ in facts.leaves(frozenset({Number.topic})):
        value = reading_of(leaf).value
        found |= {value} if leaf.field.unit is Unit.COUNT and value is not None else set()
    return frozenset(found)


def nouns_of(facts: Facts) -> dict[str, tuple[Answer[CountTable], ...]]:
    """Section → its filled tables that say what they count."""
    found: dict[str, tuple[Answer[CountTable], ...]] = {}
    for at in every(facts.document, CountTable):
        section = facts.mall.section_of(at.path)
        if at.field.noun and section and figures(facts.document).sum(at.path, "alla").written:
            found[section.id] = (*found.get(section.id, ()), at)
    return found


@check("G73", Severity.TIP, reads=f"{CountTable.type} {FIGURES} {ROW} {PARTIES} in:{Number.topic}", each="text")
def told_otherwise_in_the_text(facts: Facts, prose: Prose) -> Iterator[Finding]:
    """A number before what the table of the same section counts is one that the document has."""
    section = facts.mall.section_of(prose.path)
    for at in facts.of(nouns_of).get(section.id if section else "", ()):
        pattern = re.compile(rf"{NUMBER} ({re.escape(stem(at.field.noun))}\w*)", re.I)
        for found in pattern.finditer(prose.words):
            number = int(found[1])
            if number not in facts.of(numbers_of) and number not in YEARS:
                whole = figures(facts.document).sum(at.path, "alla").value
                sentence = f"I texten står {number} {found[2]}, men tabellen ”{at.field.label}” har {whole}."
                yield Finding(prose.path, sentence, f"{number} {whole}")
