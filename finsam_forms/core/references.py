"""Living amounts: `[[tabell/rekvirera]]` in a long text stands for a figure, a date or a name of the document and follows it for ever."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .charts import lokus_dates
from .dates import format_date_long
from .document import Document
from .kinds.figures import counting, figures
from .kronor import format_kronor
from .party import parties_of
from .roles import INSATSTID, LOKUS
from .span import insats_span
from .unit import Unit, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Something a text can refer to."""

    key: str
    label: str
    """What it is: «totalt att rekvirera»."""
    text: str
    """What it says now: «355 000 kr»."""
    path: str
    """Where it comes from."""
    kronor: int | None = None

    @property
    def token(self) -> str:
        """How it is written in a text."""
        return f"[[{self.key}]]"


class References:
    """Everything that a document's texts can refer to, by key."""

    def __init__(self, document: Document):
        found = [*amounts(document), *times(document), *names(document)]
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


def amounts(document: Document) -> Iterator[Reference]:
    """What is computed, field by field, the most general first."""
    known = figures(document)
    for field in counting(document):
        for key, label in field.figure_names(field.answer(document)):
            value, unit = known.sum(key).value, field.figure_unit(key)
            if unit is Unit.KRONOR:
                text = format_kronor(value, with_unit=True)
                yield Reference(key=key, label=label, text=text, path=field.id, kronor=value)
            else:
                yield Reference(key=key, label=label, text=words(value, unit), path=field.id)


def times(document: Document) -> Iterator[Reference]:
    span = insats_span(document)
    if span:
        start, end = format_date_long(span.start), format_date_long(span.end)
        path = path_of(document, INSATSTID)
        yield Reference(key=INSATSTID, label="insatstiden", text=f"{start}–{end}", path=path)
        yield Reference(key=f"{INSATSTID}/start", label="insatsens start", text=start, path=path)
        yield Reference(key=f"{INSATSTID}/slut", label="insatsens slut", text=end, path=path)
    path = path_of(document, LOKUS)
    for number, day in enumerate(lokus_dates(document), 1):
        yield Reference(key=f"{LOKUS}/{number}", label=f"LOKUS-möte {number}", text=format_date_long(day), path=path)


def path_of(document: Document, role: str) -> str:
    field = document.mall.of_role(role)
    return field.id if field else ""


def names(document: Document) -> Iterator[Reference]:
    for party in parties_of(document):
        if party.name:
            yield Reference(key=f"part/{party.id}", label=party.role.lower(), text=party.name, path=party.path)
