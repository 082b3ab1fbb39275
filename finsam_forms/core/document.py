"""What a draft says: a map from path to text, read through its form definition. What it means is for the kinds and the views."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar, cast

from .reading import Reading
from .settings import Settings

T = TypeVar("T")
PLACE = "_plats"
"""The last step of the path where a row's position stands: `tidplan/7f3a/_plats`."""


class Form(Protocol):
    """What a document asks of the form definition that it is read through. The fields are kinds (core/kinds), which stand above."""

    @property
    def names(self) -> Sequence[str]: ...

    @property
    def settings(self) -> Settings: ...

    def leaf_at(self, path: str) -> Any: ...

    def field(self, field_id: str) -> Any: ...

    def fields(self) -> Iterator[Any]: ...

    def shown_fields(self, document: Document) -> Iterator[Any]: ...

    @property
    def deciders(self) -> frozenset[str]: ...

    def of_role(self, role: str) -> Any: ...


class View(Generic[T]):
    """What is worked out of a whole document: once, and carried to the next document while it still holds.

    Its value is kept with documents that follow, so it must not hold a document or an answer.
    """

    def __init__(self, work: Callable[[Document], T], holds: Callable[[Document, str], bool]):
        self.work, self.holds = work, holds

    def __call__(self, document: Document) -> T:
        try:
            found: T = document.kept[self]
        except KeyError:
            found = document.kept[self] = self.work(document)
        return found

    def carried(self, value: T, before: Document, after: Document, changes: Mapping[str, str]) -> T | None:
        """The value for a document that these changes led to; None when it must be worked out anew."""
        for path in changes:  # of all views at every change: a loop takes half the time of `all`
            if not self.holds(after, path):
                return None
        return value


def view(holds: Callable[[Document, str], bool]) -> Callable[[Callable[[Document], T]], View[T]]:
    """Make a function of a document a view. `holds`: is it the same after a change at this path?"""
    return lambda work: View(work, holds)


@dataclass(frozen=True)
class Document:
    """Immutable; `replace` gives a changed one. An absent path is the empty text."""

    mall: Form
    values: Mapping[str, str]
    kept: dict[View[Any], Any] = field(default_factory=dict, compare=False, repr=False)
    """What views have worked out of it."""

    def text(self, path: str) -> str:
        return self.values.get(path, "")

    def read(self, path: str) -> Reading[Any]:
        """The value at a path as its field reads it. Empty for a path that the form does not have."""
        leaf = self.mall.leaf_at(path)
        return cast("Reading[Any]", leaf.read(self.text(path))) if leaf else Reading()

    def show(self, path: str) -> str:
        leaf = self.mall.leaf_at(path)
        return cast(str, leaf.show(self.text(path))) if leaf else self.text(path)

    def rows(self, path: str) -> tuple[str, ...]:
        """The ids of the rows that exist at a path, in their order."""
        return rows_by_path(self).get(path, ())

    def row_number(self, path: str, row: str) -> int | None:
        """Which of the rows at a path this is, from 1; None for one that does not exist."""
        return row_numbers(self).get(path, {}).get(row)

    @property
    def title(self) -> str:
        return next(filter(None, map(self.text, self.mall.names)), "")

    def replace(self, changes: Mapping[str, str]) -> Document:
        """The document with some values changed. The views that still hold come along."""
        after = Document(self.mall, {**self.values, **changes})
        # A copy: another thread may be working out a view of this document.
        for one, value in self.kept.copy().items():
            carried = one.carried(value, self, after, changes)
            if carried is not None:
                after.kept[one] = carried
        return after


class Characters(View[int]):
    """How many characters all texts have together."""

    def carried(self, value: int, before: Document, after: Document, changes: Mapping[str, str]) -> int:
        return value + sum(len(text) - len(before.text(path)) for path, text in changes.items())


characters = Characters(lambda document: sum(map(len, document.values.values())), lambda document, path: True)


def no_row_moves(document: Document, path: str) -> bool:
    """Is a change at this path one that leaves every row where it stands?"""
    return not path.endswith(PLACE)


def sections_stand(document: Document, path: str) -> bool:
    """Is a change at this path one that leaves which sections are shown?"""
    return path not in document.mall.deciders


@view(no_row_moves)
def rows_by_path(document: Document) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for path, place in document.values.items():
        if place and path.endswith("/" + PLACE) and path.count("/") > 1:
            base, row, _ = path.rsplit("/", 2)
            found.setdefault(base, []).append((place, row))
    return {base: tuple(row for _, row in sorted(rows)) for base, rows in found.items()}


@view(no_row_moves)
def row_numbers(document: Document) -> dict[str, dict[str, int]]:
    return {base: {row: number for number, row in enumerate(rows, 1)} for base, rows in rows_by_path(document).items()}
