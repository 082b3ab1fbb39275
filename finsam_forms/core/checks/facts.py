"""What the checks ask about a document: its texts, its time, its amounts. Worked out at most once, and kept while it still holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any

from ..dates import Period
from ..document import PLACE, Document
from ..kinds.budget.calendar import YearTable, year_tables
from ..kinds.budget.ledger import CostLine, Ledger, LedgerTable, ledger_of
from ..kinds.budget.parts import AMOUNT, DAYS, SHARE, LineGroup
from ..kinds.kind import Answer, Kind, Leaf, answers
from ..kinds.period import insats_period
from ..mall import Mall, mall_of
from ..party import Party
from ..reading import Reading
from ..references import References
from ..roles import EFFEKTMAL, FINANSIERING
from ..text_parts import searchable

TEXTS = frozenset({"texts"})
WORDS = frozenset({"texts", "words", "addresses"})
"""What a person writes."""


@dataclass(frozen=True, slots=True)
class AsRead:
    """What a document said when it was read in that ours computes or takes from the form."""

    sums: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    """The document's own sums, see `checks.kinds.budget_sums`."""
    blocks: tuple[str, ...] | None = None
    """«Part» of each signature block, in order; None when they are not known."""
    texts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Id of a fixed text → how it stood."""


@dataclass(frozen=True, slots=True)
class Prose:
    """A text that somebody has written. `words` is its beginning made ready for searching, place by place the same."""

    path: str
    raw: str
    words: str
    field: Kind


MOST_CHECKED = 200_000
"""Characters of a text that the checks read, some 80 pages: no text can keep them busy for long (G54 says where they stopped)."""


def prose_of(path: str, raw: str, one: Kind) -> Prose:
    return Prose(path, raw, searchable(raw[:MOST_CHECKED]), one)


@dataclass(frozen=True, slots=True)
class Cell:
    """An amount of the budget that something is written in."""

    path: str
    table: LedgerTable
    group: LineGroup
    line: CostLine
    party: Party
    reading: Reading[int]


@dataclass(frozen=True, slots=True)
class WageLine:
    """A line of a group with «tjänst i %». `share` in hundredths of a percent."""

    group: LineGroup
    line: CostLine
    number: int
    share: Reading[int]
    amount: int
    unread: int
    parties: tuple[Party, ...]
    """Those that have an amount on the line."""
    period: Period | None
    """The line's own, else the insats'."""


class Facts:
    """A document as the checks see it."""

    def __init__(
        self,
        document: Document,
        *,
        as_read: AsRead | None = None,
        application: Document | None = None,
    ):
        self.document = document
        self.mall: Mall = mall_of(document)
        self.as_read = as_read or AsRead()
        self.application = application
        """The application that a report follows (G52, G62)."""

    def text(self, path: str) -> str:
        return self.document.text(path)

    @cached_property
    def ledger(self) -> Ledger | None:
        return ledger_of(self.document)

    @cached_property
    def references(self) -> References:
        """Everything that the texts can refer to."""
        return References(self.document)

    @cached_property
    def lines_with_amounts(self) -> frozenset[str]:
        """Paths of the budget lines that an amount is written on, counted or not."""
        parted = ((path.rsplit("/", 2), text) for path, text in self.document.values.items())
        return frozenset(parts[0] for parts, text in parted if text and len(parts) == 3 and parts[1] == AMOUNT.id)

    def of_role(self, role: str) -> Answer[Kind] | None:
        """The answer that is this in the form."""
        field = self.mall.of_role(role)
        return field.answer(self.document) if field else None

    @property
    def noun_first(self) -> str:
        """The form's own word, as it begins a sentence: «Ansökan»."""
        return self.mall.noun[:1].upper() + self.mall.noun[1:]

    @cached_property
    def afterwards(self) -> frozenset[str]:
        """The paths of lists about what will be seen when the insats is over."""
        inner = (part for at in answers(self.document) if at.field.nests for part in at.parts())
        return frozenset(part.path for part in inner if part.field.role == EFFEKTMAL)

    @cached_property
    def period(self) -> Period | None:
        """The planned time of the insats."""
        return insats_period(self.document)

    @cached_property
    def texts(self) -> tuple[Prose, ...]:
        """Every long text that holds something, in the form's order."""
        return tuple(self._prose(TEXTS))

    @cached_property
    def all_words(self) -> tuple[Prose, ...]:
        """Every text that a person writes, lines and labels of the budget too."""
        return tuple(self._prose(WORDS))

    def searchable(self, path: str) -> str:
        """The beginning of a text, as much of it as is checked, made ready for searching."""
        return searchable(self.text(path)[:MOST_CHECKED])

    @cached_property
    def own_words(self) -> tuple[Prose, ...]:
        """What the group writes beside the form: the draft's name and the notes."""
        paths = sorted(path for path in self.document.values if path == "_titel" or path.startswith("_notes/"))
        leaves = ((path, self.mall.leaf_at(path)) for path in paths)
        return tuple(
            prose_of(path, self.text(path), leaf)
            for path, leaf in leaves
            if leaf is not None and self.text(path).strip()
        )

    def subjects(self, each: str) -> tuple[Prose, ...]:
        """The texts that a check is asked about one by one, see `registry.check`."""
        if each == "words":
            return self.all_words
        if each == "own":
            return self.own_words
        return self.texts if each == "text" else self.finance

    def _prose(self, topics: frozenset[str]) -> Iterator[Prose]:
        for leaf, one in self.leaves(topics):
            raw = leaf.text()
            if raw.strip():
                yield prose_of(leaf.path, raw, one)

    def leaves(self, topics: frozenset[str]) -> Iterator[tuple[Answer[Leaf], Kind]]:
        """Every value whose text is about one of these topics, and the field that it stands in."""
        for at in answers(self.document):
            if topics & at.field.topics:
                for leaf in at.leaves():
                    if leaf.field.topic in topics:
                        yield leaf, at.field

    @cached_property
    def finance(self) -> tuple[Prose, ...]:
        """The budget in words («Ange budget/finansiering»), when something is written."""
        at = self.of_role(FINANSIERING)
        return (prose_of(at.path, at.text(), at.field),) if at and at.begun else ()

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """Every amount cell of the budget that is not empty."""
        return tuple(self._cells())

    def _cells(self) -> Iterator[Cell]:
        for table in self.ledger.tables if self.ledger else ():
            for group in table.groups:
                for line in group.lines:
                    for party in table.parties:
                        path = f"{line.path}/{AMOUNT.id}/{party.id}"
                        typed = self.text(path)
                        if typed:
                            yield Cell(path, table, group.definition, line, party, AMOUNT.read(typed))

    @cached_property
    def year_tables(self) -> tuple[YearTable, ...]:
        """The budget by calendar year; nothing for an insats within one year."""
        return year_tables(self.ledger) if self.ledger else ()

    @cached_property
    def wages(self) -> tuple[WageLine, ...]:
        """The lines of every group with «tjänst i %»."""
        return tuple(self._wages())

    def _wages(self) -> Iterator[WageLine]:
        by_line: dict[str, list[Cell]] = {}
        for cell in self.cells:
            by_line.setdefault(cell.line.path, []).append(cell)
        for table in self.ledger.tables if self.ledger else ():
            for group in table.groups:
                if group.definition.share:
                    for number, line in enumerate(group.lines, 1):
                        cells = by_line.get(line.path, [])
                        yield WageLine(
                            group=group.definition,
                            line=line,
                            number=number,
                            share=SHARE.read(self.text(f"{line.path}/{SHARE.id}")),
                            amount=sum(cell.reading.value or 0 for cell in cells),
                            unread=sum(cell.reading.problem is not None for cell in cells),
                            parties=tuple(cell.party for cell in cells if cell.reading.value or cell.reading.problem),
                            period=self.line_period(line) or self.period,
                        )

    def line_period(self, line: CostLine) -> Period | None:
        """The line's own from and to when both can be read and come in order."""
        start, end = (self.document.read(f"{line.path}/{part}").value for part in DAYS)
        return Period(start, end) if start and end and start <= end else None


def aspects(document: Document, path: str) -> frozenset[str]:
    """What a change at a path touches: the field's type and `#role`, and the `leaf:type` of the value itself.

    A row that comes, goes or moves takes values of every kind with it (`leaf:*`). What the group keeps for itself touches nothing.
    """
    mall = mall_of(document)
    first = path.partition("/")[0]
    one = mall.field(first)
    found = {"title"} if path in ("_titel", mall.title_path) else set()
    if one is None:
        return frozenset(found)
    found |= {one.type, f"#{one.role}"}
    leaf = mall.leaf_at(path)
    if path.endswith("/" + PLACE):
        found.add("leaf:*")
    elif leaf is not None:
        found.add(f"leaf:{leaf.type}")
    return frozenset(found)


def touches(changed: frozenset[str], reads: frozenset[str]) -> bool:
    """Can a change of these aspects change what a check with these `reads` says?"""
    any_leaf = "leaf:*" in changed and any(aspect.startswith("leaf:") for aspect in reads)
    return any_leaf or bool(changed & reads)
