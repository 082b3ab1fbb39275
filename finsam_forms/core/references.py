"""Living amounts: `[[tabell/rekvirera]]` in a long text stands for a figure, a date or a name of the document and follows it for ever."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .charts import lokus_dates
from .dates import format_date_long
from .document import Document
from .kinds.budget.ledger import Ledger, ledger_of
from .kinds.period import insats_span
from .kronor import format_kronor
from .party import parties_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Something a text can refer to."""

    key: str
    label: str
    """What it is: «totalt att rekvirera»."""
    text: str
    """What it says now: «355 000 kr»."""
    kronor: int | None = None

    @property
    def token(self) -> str:
        """How it is written in a text."""
        return f"[[{self.key}]]"


class References:
    """Everything that a document's texts can refer to, by key."""

    def __init__(self, document: Document, ledger: Ledger | None = None):
        found = [*amounts(ledger or ledger_of(document)), *times(document), *names(document)]
        self.by_key = {reference.key: reference for reference in found}
        self._by_amount: dict[int, list[Reference]] = {}
        for reference in self.by_key.values():
            if reference.kronor:
                self._by_amount.setdefault(reference.kronor, []).append(reference)

    def __iter__(self) -> Iterator[Reference]:
        return iter(self.by_key.values())

    def resolve(self, key: str) -> str | None:
        """What a key stands for now; None for one that stands for nothing (its row was removed)."""
        reference = self.by_key.get(key)
        return reference.text if reference else None

    def label(self, key: str) -> str:
        reference = self.by_key.get(key)
        return reference.label if reference else ""

    def for_amount(self, kronor: int) -> tuple[Reference, ...]:
        """The figures that an amount typed in a text equals, the most general first. Nothing is offered for 0."""
        return tuple(self._by_amount.get(kronor, ()))


def amounts(ledger: Ledger | None) -> Iterator[Reference]:
    """Totals first, then groups, lines, and what each party bears."""
    if ledger is None:
        return
    yield amount(ledger, "total", in_a_sentence(ledger.field.grand_total_label))
    for number, table in enumerate(ledger.tables):
        definition = table.definition
        # «Lokalhyra» stands in the first table and in the second one: what is not applied for says so.
        where = f", {definition.short_label.lower()}" if number else ""
        yield amount(ledger, f"tabell/{definition.id}", in_a_sentence(definition.total_label))
        for group in table.groups:
            yield amount(ledger, f"grupp/{group.definition.id}", in_a_sentence(group.definition.sum_label) + where)
            for line in group.lines:
                if line.label and ledger.sum("rad", group.definition.id, line.id).value:
                    yield amount(ledger, f"rad/{group.definition.id}/{line.id}", line.label + where)
        for party in table.parties:
            if ledger.sum("tabell", definition.id, party.id).value:
                label = f"{definition.short_label.lower()}, {party.shown_name}"
                yield amount(ledger, f"tabell/{definition.id}/{party.id}", label)


def in_a_sentence(label: str) -> str:
    """Names in it keep their capitals."""
    return label[:1].lower() + label[1:]


def amount(ledger: Ledger, key: str, label: str) -> Reference:
    kronor = ledger.sum(key).value
    return Reference(key=key, label=label, text=format_kronor(kronor, with_unit=True), kronor=kronor)


def times(document: Document) -> Iterator[Reference]:
    span = insats_span(document)
    if span:
        start, end = format_date_long(span.start), format_date_long(span.end)
        yield Reference(key="insatstid", label="insatstiden", text=f"{start}–{end}")
        yield Reference(key="insatstid/start", label="insatsens start", text=start)
        yield Reference(key="insatstid/slut", label="insatsens slut", text=end)
    for number, day in enumerate(lokus_dates(document), 1):
        yield Reference(key=f"lokus/{number}", label=f"LOKUS-möte {number}", text=format_date_long(day))


def names(document: Document) -> Iterator[Reference]:
    for party in parties_of(document):
        if party.name:
            yield Reference(key=f"part/{party.id}", label=party.role.lower(), text=party.name)
