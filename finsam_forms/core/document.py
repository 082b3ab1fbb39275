"""What a draft says: a map from path to text, read through its form definition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from unicodedata import normalize

from .fields import PLACE, Parties
from .fields.budget import PO, YEARS, good_year
from .mall import Mall
from .reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """An organisation of the document; its id is its row's id and stands in paths of budget and signatures."""

    id: str
    path: str
    """The row's path: `insatsagare/7f3a`."""
    owner: bool
    """Insatsägare (True) or samverkanspart (False)."""
    label: str
    """«Huvudinsatsägare», «Delinsatsägare 1», «2»."""
    name: str
    contact: str
    email: str

    @property
    def role(self) -> str:
        """What the party is in the document: «Huvudinsatsägare», «Samverkanspart 2»."""
        return f"Samverkanspart {self.label}" if self.label.isdigit() else self.label

    @property
    def shown_name(self) -> str:
        """The name, or the form's word for the party while it has none."""
        return self.name or self.role


@dataclass(frozen=True)
class Document:
    """Immutable; `replace` gives a changed one. An absent path is the empty text."""

    mall: Mall
    values: Mapping[str, str]

    def text(self, path: str) -> str:
        return self.values.get(path, "")

    def read(self, path: str) -> Reading[Any]:
        """The value at a path as its field reads it. Empty for a path that the form does not have."""
        leaf = self.mall.leaf_at(path)
        return leaf.read(self.text(path)) if leaf else Reading()

    def show(self, path: str) -> str:
        leaf = self.mall.leaf_at(path)
        return leaf.show(self.text(path)) if leaf else self.text(path)

    def replace(self, changes: Mapping[str, str]) -> Document:
        """The document with some values changed. What was worked out about rows and parties is kept when it still holds."""
        changed = Document(self.mall, {**self.values, **changes})
        moved = any(path.endswith(PLACE) for path in changes)
        renamed = moved or any(path.partition("/")[0] in self._party_fields for path in changes)
        for name, dropped in (
            ("_row_index", moved),
            ("_row_numbers", moved),
            ("parties", renamed),
            ("_party_keys", renamed),
        ):
            if not dropped and name in self.__dict__:
                changed.__dict__[name] = self.__dict__[name]
        return changed

    @property
    def _party_fields(self) -> frozenset[str]:
        return frozenset(field.id for field in self.mall.parties_fields())

    @cached_property
    def _row_index(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[tuple[str, str]]] = {}
        for path, place in self.values.items():
            if place and path.endswith("/" + PLACE) and path.count("/") > 1:
                base, row, _ = path.rsplit("/", 2)
                found.setdefault(base, []).append((place, row))
        return {base: tuple(row for _, row in sorted(rows)) for base, rows in found.items()}

    def rows(self, path: str) -> tuple[str, ...]:
        """The ids of the rows that exist at a path, in their order."""
        return self._row_index.get(path, ())

    @cached_property
    def _row_numbers(self) -> dict[str, dict[str, int]]:
        return {base: {row: number for number, row in enumerate(rows, 1)} for base, rows in self._row_index.items()}

    def row_number(self, path: str, row: str) -> int | None:
        """Which of the rows at a path this is, from 1; None for one that does not exist."""
        return self._row_numbers.get(path, {}).get(row)

    @cached_property
    def _year_index(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, set[str]] = {}
        for path, text in self.values.items():
            if text and (f"/{YEARS}/" in path or f"/{PO}/" in path):
                base, year, _ = path.rsplit("/", 2)
                if good_year(year):
                    found.setdefault(base, set()).add(year)
        return {base: tuple(sorted(years)) for base, years in found.items()}

    def years_at(self, path: str) -> tuple[str, ...]:
        """The calendar years that something is written for: amounts of a budget line (`…/ar`), PO-pålägg (`budget/po`)."""
        return self._year_index.get(path, ())

    @cached_property
    def parties(self) -> tuple[Party, ...]:
        """Everybody in the document, in the form's order. The one list that tables, texts and signatures follow."""
        return tuple(party for field in self.mall.parties_fields() for party in self._parties_in(field))

    def _parties_in(self, field: Parties) -> Iterator[Party]:
        for number, row in enumerate(self.rows(field.id), 1):
            path = f"{field.id}/{row}"
            yield Party(
                id=row,
                path=path,
                owner=field.owners,
                label=field.row_label(number),
                name=self.text(f"{path}/organisation"),
                contact=self.text(f"{path}/kontaktperson"),
                email=self.text(f"{path}/epost"),
            )

    def parties_of(self, whose: str) -> tuple[Party, ...]:
        """`owners` or `all`."""
        return self.parties if whose == "all" else tuple(party for party in self.parties if party.owner)

    def party(self, party_id: str) -> Party | None:
        return self._party_index.get(party_id)

    @cached_property
    def _party_index(self) -> dict[str, Party]:
        return {party.id: party for party in reversed(self.parties)}

    @cached_property
    def _party_keys(self) -> dict[str, str]:
        silent = {party.id for party in self.parties if not (party.name or party.contact or party.email)}
        return party_keys({party.id: party.name for party in self.parties}, silent)

    def party_key(self, party: Party) -> str:
        """What the party is called in the exchange format: its name; «#2» when nameless or one of several with that name."""
        return self._party_keys[party.id]

    @cached_property
    def title(self) -> str:
        return self.text(self.mall.title_path) or self.text("_titel")


def party_keys(names: Mapping[str, str], silent: Collection[str] = ()) -> dict[str, str]:
    """Party id → its name in the exchange format: the organisation's name when it is the only one, else «#<number>».

    Those in `silent`, of whom nothing is written, are numbered last: an empty row renames nobody.
    """
    given = Counter(normalize("NFC", name) for name in names.values())
    order = sorted(names, key=lambda party: party in silent)
    numbers = {party: number for number, party in enumerate(order, 1)}
    return {
        party: name
        if name and given[normalize("NFC", name)] == 1 and not name.startswith("#")
        else f"#{numbers[party]}"
        for party, name in names.items()
    }
