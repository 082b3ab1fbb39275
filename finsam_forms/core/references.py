"""Living amounts: `[[tabell/rekvirera]]` in a long text stands for a figure, a date or a name of the document and follows it for ever."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from .dates import format_date_long
from .document import Document, view
from .figure import Sum
from .kinds.figures import Counting, FigureName, figure_names, figures
from .kinds.kind import lokus_dates
from .party import names_stand, parties_of
from .roles import INSATSTID, LOKUS
from .span import insats_span
from .unit import NBSP, NONE, Unit, Value, words


class Reference(NamedTuple):
    """Something a text can refer to."""

    key: str
    label: str
    """What it is: «totalt att rekvirera»."""
    value: Value
    """What it is now; None for a figure that there is not."""
    path: str
    """Where it comes from."""
    unit: Unit = Unit.TEXT

    @property
    def text(self) -> str:
        """What it says: «355 000 kr»."""
        if self.value is None:
            return NONE
        return words(self.value, self.unit) + (f"{NBSP}kr" if self.unit is Unit.KRONOR else "")

    @property
    def kronor(self) -> int | None:
        """The value of an amount of money."""
        return self.value if self.unit is Unit.KRONOR and isinstance(self.value, int) else None

    @property
    def token(self) -> str:
        """How it is written in a text."""
        return f"[[{self.key}]]"


class References:
    """Everything that a document's texts can refer to, by key. Only what is asked for is put in words."""

    def __init__(self, document: Document):
        self.document, self._figures, self._names = document, figures(document), figure_names(document)

    @cached_property
    def by_key(self) -> dict[str, Reference]:
        found = (self.find(key) for key in keys_of(self.document))
        return {reference.key: reference for reference in found if reference}

    @cached_property
    def _by_amount(self) -> dict[int, list[Reference]]:
        found: dict[int, list[Reference]] = {}
        for reference in self:
            if reference.kronor:
                found.setdefault(reference.kronor, []).append(reference)
        return found

    def __iter__(self) -> Iterator[Reference]:
        return iter(self.by_key.values())

    def find(self, key: str) -> Reference | None:
        """None for a key that stands for nothing: its row was removed."""
        return self._figure(key) or times_and_names(self.document).get(key)

    def _figure(self, key: str) -> Reference | None:
        found = self._names.get(key)
        return of_figure(*found, self._figures.sum(key)) if found else None

    def resolve(self, key: str) -> str | None:
        """What a key stands for now; None for one that stands for nothing."""
        reference = self.find(key)
        return reference.text if reference else None

    def label(self, key: str) -> str:
        reference = self.find(key)
        return reference.label if reference else ""

    def for_amount(self, kronor: int) -> tuple[Reference, ...]:
        """The figures that an amount typed in a text equals, the most general first. Nothing is offered for 0."""
        return tuple(self._by_amount.get(kronor, ()))


def of_figure(named: FigureName, field: Counting, found: Sum) -> Reference | None:
    """A figure as a text says it; None for one that a text may not refer to now."""
    key, name, something = named
    if something and not found.value:
        return None
    return Reference(key, name, None if found.void else found.value, field.id, field.figure_unit(key))


Ways = tuple[str, Reference | None, Reference | None]
"""A key, what it was, what it is."""


def changed(before: Document, after: Document) -> Iterator[Ways]:
    """All that says something else in the document that another was changed into. Only the figures that are news there are looked at
    while all are called the same: a budget of many lines costs no more than a small one."""
    same = figure_names(before) is figure_names(after) and times_and_names(before) is times_and_names(after)
    for key, was, now in ways_of_news(after) if same else all_ways(before, after):
        if was != now:
            yield key, was, now


def ways_of_news(document: Document) -> Iterator[Ways]:
    names, news = figure_names(document), figures(document).news
    for key in sorted(names.keys() & news.keys()):
        was, now = (of_figure(*names[key], found) for found in news[key])
        yield key, was, now


def all_ways(before: Document, after: Document) -> Iterator[Ways]:
    was, now = References(before), References(after)
    for key in sorted({*keys_of(before), *keys_of(after)}):
        yield key, was.find(key), now.find(key)


def keys_of(document: Document) -> Iterator[str]:
    yield from figure_names(document)
    yield from times_and_names(document)


def said_the_same(document: Document, path: str) -> bool:
    """Is a change at this path one that leaves times and names as they are?"""
    field = document.mall.field(path.partition("/")[0])
    return names_stand(document, path) and not (field is not None and field.role in (INSATSTID, LOKUS))


@view(said_the_same)
def times_and_names(document: Document) -> dict[str, Reference]:
    return {one.key: one for one in (*times(document), *names(document))}


def times(document: Document) -> Iterator[Reference]:
    span = insats_span(document)
    if span:
        start, end = format_date_long(span.start), format_date_long(span.end)
        path = path_of(document, INSATSTID)
        yield Reference(key=INSATSTID, label="insatstiden", value=f"{start}–{end}", path=path)
        yield Reference(key=f"{INSATSTID}/start", label="insatsens start", value=start, path=path)
        yield Reference(key=f"{INSATSTID}/slut", label="insatsens slut", value=end, path=path)
    path = path_of(document, LOKUS)
    for number, day in enumerate(lokus_dates(document), 1):
        yield Reference(key=f"{LOKUS}/{number}", label=f"LOKUS-möte {number}", value=format_date_long(day), path=path)


def path_of(document: Document, role: str) -> str:
    field = document.mall.of_role(role)
    return field.id if field else ""


def names(document: Document) -> Iterator[Reference]:
    for party in parties_of(document):
        if party.name:
            yield Reference(key=f"part/{party.id}", label=party.role.lower(), value=party.name, path=party.path)
