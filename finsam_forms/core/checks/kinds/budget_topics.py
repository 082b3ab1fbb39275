"""What of a budget a word of a text can name: its lines and groups by their labels, its parties by their names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...kinds.budget.calendar import YearTable
from ...kinds.budget.ledger import CostLine, Ledger
from ...kinds.budget.parts import AMOUNT
from .parties import Huvudman, huvudman_of

WORD = re.compile(r"[^\W\d_]+")
GENERIC = re.compile(
    r"(?:övrig|ann(?:an|at)|andra|kostnad|inköp|insats|projekt|deltagar|tjänst|avse|medarbetar|kommun|region|län|rad|del|inkl|påslag"
    r"|pålägg|samordnings|total|summa|egen|söker?)\w*|po|och|för|till|som|med|mm|av|i|på|en|ett|oh",
    re.I,
)
"""Words of labels and names that don't say which one it is."""
COST = re.compile(r"(?:kostnad|utgift)(?:er|en|erna)?$")
ENDING = re.compile(r"(?:arna|erna|orna|en|et|ar|er|or|na|a|e|n|t|s)$")
SHORTEST = 4
"""Letters that are enough to know a word by its beginning; a group of lines is known by three: «lön»."""
WORDS_OF_A_LABEL = 12
ALL = ""
"""Every table together."""

SPOKEN_OF = {"kommunen": Huvudman.KOMMUN, "regionen": Huvudman.REGION, "af": Huvudman.AF, "fk": Huvudman.FK}
"""What a party is called where it is the only one of its sort."""

Sums = dict[tuple[str, ...], int]


@dataclass(frozen=True, slots=True)
class CellOf:
    """An amount of the budget as a text can speak of it, whole kronor."""

    table: str
    group: str
    line: CostLine
    party: str
    kronor: int
    by_year: dict[int, int]


@dataclass(frozen=True, slots=True)
class Topic:
    """What a word names."""

    name: str
    """As the budget says it: «Processledare», «Lönekostnader inkl PO-pålägg», «Region Uppsala»."""
    things: frozenset[str]
    """Paths of the lines, or the party's id."""
    groups: frozenset[str]
    whole_group: bool
    party: bool
    figures: dict[str, frozenset[int]]
    """Table → every figure that it has there: cells, sums, those of single years."""
    sums: dict[str, int]
    """Table → all of it."""

    def has(self, value: int, tables: tuple[str, ...]) -> bool:
        return any(value in self.figures.get(table, ()) for table in tables)


class Topics:
    """The topics of a budget, by the beginnings of their words."""

    def __init__(self, ledger: Ledger, years: tuple[YearTable, ...]):
        self.by_stem: dict[str, Topic] = {}
        cells: dict[str, list[CellOf]] = {}
        for cell in cells_of(ledger, years):
            cells.setdefault(cell.line.path, []).append(cell)
            cells.setdefault(cell.party, []).append(cell)
        parties = {party.id: party.name for table in ledger.tables for party in table.parties}
        lines: dict[str, dict[str, tuple[str, str]]] = {}
        groups: dict[str, tuple[str, dict[str, tuple[str, str]]]] = {}
        for table in ledger.tables:
            for group in table.groups:
                definition = group.definition
                inside = {line.path: (line.label, definition.id) for line in group.lines}
                for stem in stems(definition.heading, 3):
                    groups.setdefault(stem, (definition.heading, {}))[1].update(inside)
                for line in group.lines:
                    for stem in stems(line.label):
                        lines.setdefault(stem, {})[line.path] = inside[line.path]
        for stem, (heading, members) in groups.items():
            self.by_stem[stem] = topic(heading, members, cells, whole_group=True)
        for stem, members in lines.items():
            if stem not in groups:
                self.by_stem[stem] = topic(next(iter(members.values()))[0], members, cells)
        shared: dict[str, list[str]] = {}
        for party, name in parties.items():
            for stem in stems(name):
                shared.setdefault(stem, []).append(party)
        for stem, ids in shared.items():
            if len(ids) == 1 and stem not in self.by_stem:
                self.by_stem[stem] = topic(parties[ids[0]], {ids[0]: ("", "")}, cells, party=True)
        for word, kind in SPOKEN_OF.items():
            alone = [party for party, name in parties.items() if huvudman_of(name) is kind]
            if len(alone) == 1:
                self.by_stem[word] = topic(parties[alone[0]], {alone[0]: ("", "")}, cells, party=True)

    def named(self, word: str) -> Topic | None:
        """What a word of a text names: that of the longest beginning."""
        small = word.lower()
        for length in range(min(len(small), 40), 1, -1):
            found = self.by_stem.get(small[:length])
            if found and (length >= 3 or length == len(small)) and (length > 3 or known_by(small, length, found)):
                return found
        return None


def known_by(word: str, length: int, found: Topic) -> bool:
    """A short beginning names a group («lön»); a short word of a label is a word by itself («IT», «ESF»)."""
    return found.whole_group or length == len(word)


def stems(label: str, shortest: int = SHORTEST) -> Iterator[str]:
    """The beginnings that the words of a label are known by: «utbildning» of «Utbildningar»."""
    for number, found in enumerate(WORD.finditer(label[:200])):
        word = found[0].lower()
        if number >= WORDS_OF_A_LABEL:
            return
        if GENERIC.fullmatch(word):
            continue
        short = COST.sub("", word)
        short = short if len(short) >= shortest else word
        cut = ENDING.sub("", short)
        yield cut if len(cut) >= shortest else short


def cells_of(ledger: Ledger, years: tuple[YearTable, ...]) -> Iterator[CellOf]:
    by_year = {
        (cell.line.path, cell.party.id): dict(cell.by_year) for table in years for cell in table.cells if cell.total
    }
    for table in ledger.tables:
        for group in table.groups:
            for line in group.lines:
                for party in table.parties:
                    value = AMOUNT.read(ledger.document.text(f"{line.path}/{AMOUNT.id}/{party.id}")).value
                    if value:
                        spread = by_year.get((line.path, party.id), {})
                        yield CellOf(table.definition.id, group.definition.id, line, party.id, value, spread)


def topic(
    name: str,
    members: dict[str, tuple[str, str]],
    cells: dict[str, list[CellOf]],
    *,
    party: bool = False,
    whole_group: bool = False,
) -> Topic:
    sums: Sums = {}
    for thing in members:
        for cell in cells.get(thing, ()):
            for table in (cell.table, ALL):
                add_up(sums, table, cell)
    figures: dict[str, set[int]] = {}
    for (table, *_), value in sums.items():
        figures.setdefault(table, set()).add(value)
    return Topic(
        name=name,
        things=frozenset(members),
        groups=frozenset(group for _, group in members.values()),
        whole_group=whole_group,
        party=party,
        figures={table: frozenset(values) for table, values in figures.items()},
        sums={key[0]: value for key, value in sums.items() if len(key) == 1},
    )


def add_up(sums: Sums, table: str, cell: CellOf) -> None:
    """What can be said of a topic's cells: all, a party's, a group's, a line's, those of one label; the same of a year."""
    line = cell.line.path
    ways = ((), ("part", cell.party), ("grupp", cell.group), ("rad", line), ("rad", line, cell.party))
    for way in (*ways, ("namn", cell.line.label.strip().lower())):
        key = (table, *way)
        sums[key] = sums.get(key, 0) + cell.kronor
    for year, kronor in cell.by_year.items():
        for way in ways:
            key = (table, str(year), *way)
            sums[key] = sums.get(key, 0) + kronor
