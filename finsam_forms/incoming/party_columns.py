"""Which party a column of another's budget is, by its head: a name, a short name, or the form's word for the party."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from ..core import position
from ..core.document import PLACE, Document
from ..core.party import Party, parties_of, same_name
from ..core.row_id import new_row_id
from .brought import Doubt, Stranger
from .budget_pattern import TablePattern
from .labels import Likeness, best

PROBE = "zprobe"
"""The id of a row that is put in every list of parties, to see which columns such a party has."""
NOBODY = "NAMN"
PLACEHOLDER = re.compile(r"namn|part(?: ?[0-9a-z])?|xx+|organisation", re.I)


def with_probes(document: Document) -> Document:
    """The document with one party more in each list of them."""
    rows = {f"{one.id}/{PROBE}/{PLACE}": "zz" for one in party_lists(document)}
    return document.replace(rows)


def has_column(table: TablePattern, field_id: str) -> bool:
    """Have the parties of a list a column in a table?"""
    return f"{field_id}/{PROBE}/organisation" in table.parties


def party_lists(document: Document) -> list[Any]:
    return [one for one in document.mall.fields() if one.names_parties]


@dataclass(slots=True)
class PartyColumns:
    """The parties of a draft, and those that a file has besides."""

    document: Document
    found: dict[str, Party | str] = field(default_factory=dict)
    """Head → the party, or the id of a new one."""
    values: dict[str, str] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    strangers: list[Stranger] = field(default_factory=list)
    read: list[TablePattern] = field(default_factory=list)
    """The tables that have been come to."""

    def steps(self, head: str, table: TablePattern) -> str:
        """The steps from a line to the amount of the party in this head; empty when it has none in this table."""
        if table not in self.read:
            self.read.append(table)
        known = self.known(head)
        if known is not None:
            return table.parties.get(f"{known.path}/organisation", "")
        field_id, row = self.new(head, table)
        return table.parties.get(f"{field_id}/{PROBE}/organisation", "").replace(PROBE, row)

    def first(self, table: TablePattern) -> str:
        """The steps to the first insatsägare, for a file that does not say whose its amounts are."""
        owner = next(iter(parties_of(self.document, "owners")), None)
        steps = table.parties.get(f"{owner.path}/organisation", "") if owner else ""
        if owner and steps and "" not in self.found:
            self.found[""] = owner
            self.doubts.append(Doubt("", f"Filen säger inte vems beloppen är. De har lästs som {owner.shown_name}s."))
        return steps or ("" if owner else self.steps(NOBODY, table))

    def known(self, head: str) -> Party | None:
        """A party of the draft."""
        parties = parties_of(self.document)
        lines = [one for one in re.split(r"[\n:(),/]", head) if one.strip()]
        for said in (head, *lines):
            for party in parties:
                if party.name and same_name(party.name) == same_name(said):
                    return party
        for party in parties:
            if any(same_name(word) == same_name(said) for said in lines for word in (party.label, party.role)):
                return party if not party.name or len(lines) == 1 else None
        match = best(head, (party.name for party in parties if party.name))
        if match is None:
            return None
        party = next(one for one in parties if one.name == match.label)
        if match.likeness is not Likeness.SAME and head not in self.found:
            self.found[head] = party
            self.doubts.append(Doubt("", f"Kolumnen ”{head}” i filen har lästs som ”{party.name}”."))
        return party

    def new(self, head: str, table: TablePattern) -> tuple[str, str]:
        """A party that the draft does not have: the list that it is put in, and the id of its row. Who pays without having stood in a
        table where only those of another list stand is not one of those."""
        every = [one.id for one in party_lists(self.document)]
        lists = [one for one in every if has_column(table, one)] or every[:1]
        field_id = next((one for one in lists if not all(has_column(other, one) for other in self.read)), lists[0])
        other = next((path for path in self.values if path.endswith("/organisation") and self.values[path] == head), "")
        if other:
            field_id, row, _ = other.split("/")
            return field_id, row
        row = new_row_id(f"part {field_id} {same_name(head)}")
        places = [self.document.text(f"{field_id}/{one}/{PLACE}") for one in self.document.rows(field_id)]
        places += [
            text for path, text in self.values.items() if path.startswith(f"{field_id}/") and path.endswith(PLACE)
        ]
        self.values[f"{field_id}/{row}/{PLACE}"] = position.between(max(places, default=None), None)
        self.values[f"{field_id}/{row}/organisation"] = head
        self.strangers.append(Stranger(f"{field_id}/{row}", head))
        said = "är ingen part i utkastet" if not PLACEHOLDER.fullmatch(head.strip()) else "är inget namn på en part"
        self.doubts.append(Doubt(f"{field_id}/{row}/organisation", f"”{head}” {said}. Ska den läggas till som part?"))
        return field_id, row
