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
from ..kinds.budget.parts import AMOUNT, SHARE, LineGroup
from ..kinds.budget_summary import BudgetSummary
from ..kinds.kind import Answer, Kind, Leaf, answers
from ..kinds.long_text import LongText
from ..kinds.period import PeriodField
from ..kinds.rows import Rows
from ..kinds.signature import Signatures
from ..kinds.yes_no import YesNo
from ..mall import Mall, mall_of
from ..party import Party, parties_of
from ..reading import Reading
from ..references import References
from ..text_parts import searchable

TEXTS = frozenset({"texts"})
WORDS = frozenset({"texts", "words", "addresses"})
"""What a person writes."""


@dataclass(frozen=True, slots=True)
class AsRead:
    """What a document said when it was read in that ours computes or takes from the form."""

    sums: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    """The document's own sums, see `checks.sums`."""
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


@dataclass(frozen=True, slots=True)
class Block:
    """A party's signature block."""

    path: str
    party: Party
    name: str
    role: str
    email: str


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

    @cached_property
    def fields(self) -> tuple[Kind, ...]:
        return tuple(self.mall.fields())

    @cached_property
    def period_field(self) -> PeriodField | None:
        """The planned time of the insats: the form's first period."""
        return next((one for one in self.fields if isinstance(one, PeriodField)), None)

    @cached_property
    def period(self) -> Period | None:
        return self.period_field.period(self.period_field.answer(self.document)) if self.period_field else None

    @cached_property
    def phase_fields(self) -> tuple[Rows, ...]:
        """Rows with from, to and a label: the phases of a tidplan."""
        return tuple(one for one in self.fields if isinstance(one, Rows) and one.is_time_plan)

    @cached_property
    def lokus_fields(self) -> tuple[YesNo, ...]:
        """Questions about LOKUS that have room for the meetings' dates."""
        return tuple(
            one
            for one in self.fields
            if isinstance(one, YesNo) and one.comment and "lokus" in f"{one.id} {one.label}".lower()
        )

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
    def finance_ids(self) -> frozenset[str]:
        """The long texts that stand beside a Budgetsammanställning («Ange budget/finansiering»)."""
        return finance_ids(self.mall)

    @cached_property
    def finance(self) -> tuple[Prose, ...]:
        return tuple(self.prose(one) for one in self.fields if one.id in self.finance_ids and self.text(one.id).strip())

    def prose(self, one: Kind) -> Prose:
        """The text of a field that has one value."""
        raw = self.text(one.id)
        return prose_of(one.id, raw, one)

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
        start, end = (self.document.read(f"{line.path}/{part}").value for part in ("fran", "till"))
        return Period(start, end) if start and end and start <= end else None

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The signature blocks, one per party that the form has blocks for."""
        return tuple(
            Block(
                path=f"{one.id}/{party.id}",
                party=party,
                name=self.text(f"{one.id}/{party.id}/namn").strip(),
                role=self.text(f"{one.id}/{party.id}/roll").strip(),
                email=self.text(f"{one.id}/{party.id}/epost").strip(),
            )
            for one in self.fields
            if isinstance(one, Signatures)
            for party in parties_of(self.document)
            if party.owner == one.owners
        )


def finance_ids(mall: Mall) -> frozenset[str]:
    return frozenset(
        one.id
        for section in mall.sections
        if any(isinstance(part, BudgetSummary) for part in section.fields)
        for one in section.fields
        if isinstance(one, LongText)
    )


def aspects(document: Document, path: str) -> frozenset[str]:
    """What a change at a path touches: the field's type and `#id`, and the `leaf:type` of the value itself.

    A row that comes, goes or moves takes values of every kind with it (`leaf:*`). What the group keeps for itself touches nothing.
    """
    mall = mall_of(document)
    first = path.partition("/")[0]
    one = mall.field(first)
    found = {"title"} if path in ("_titel", mall.title_path) else set()
    if one is None:
        return frozenset(found)
    found |= {one.type, f"#{one.id}"}
    leaf = mall.leaf_at(path)
    if path.endswith("/" + PLACE):
        found.add("leaf:*")
    elif leaf is not None:
        found.add(f"leaf:{leaf.type}")
    if isinstance(one, PeriodField):
        found.add("leaf:date")
    if one.id in finance_ids(mall):
        found.add("finance")
    return frozenset(found)


def touches(changed: frozenset[str], reads: frozenset[str]) -> bool:
    """Can a change of these aspects change what a check with these `reads` says?"""
    any_leaf = "leaf:*" in changed and any(aspect.startswith("leaf:") for aspect in reads)
    return any_leaf or bool(changed & reads)
