"""The organisations of a document: who takes part, in which order, under which name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from typing import NamedTuple
from unicodedata import normalize

from .document import PLACE, Document, Form, no_row_moves, view
from .reading import one_line

SAID = "kallas"
"""What a party is called elsewhere in an exchange document, on its row, where that is not its name."""


class Party(NamedTuple):
    """An organisation of the document; its id is its row's id and stands in paths of budget and signatures."""

    id: str
    path: str
    """The row's path: `insatsagare/7f3a`."""
    owner: bool
    """Insatsägare (True) or samverkanspart (False)."""
    label: str
    """«Huvudinsatsägare», «Delinsatsägare 1», «2»."""
    role: str
    """What the party is in the document: «Huvudinsatsägare», «Samverkanspart 2»."""
    name: str
    contact: str
    email: str

    @property
    def shown_name(self) -> str:
        """The name, or the form's word for the party while it has none."""
        return self.name or self.role


SHORT_NAMES = {"af": "arbetsförmedlingen", "fk": "försäkringskassan"}


def same_name(name: str) -> str:
    """An organisation's name as it is compared: case, spaces, what nobody sees and common abbreviations apart."""
    words = " ".join(one_line(name).lower().replace("-", " ").split())
    return SHORT_NAMES.get(words, words)


def party_fields(form: Form) -> frozenset[str]:
    """Ids of the fields whose rows are the parties."""
    return frozenset(field.id for field in form.fields() if field.names_parties)


def names_stand(document: Document, path: str) -> bool:
    """Is a change at this path one that leaves the parties as they are?"""
    field = document.mall.field(path.partition("/")[0])
    return no_row_moves(document, path) and not (field is not None and field.names_parties)


@view(names_stand)
def all_parties(document: Document) -> tuple[Party, ...]:
    return tuple(
        party
        for field in document.mall.fields()
        if field.names_parties
        for party in field.parties_in(field.answer(document))
    )


def parties_of(document: Document, whose: str = "all") -> tuple[Party, ...]:
    """`owners` (insatsägare) or `all`, in the form's order: the one list that tables, texts and signatures follow."""
    parties = all_parties(document)
    return parties if whose == "all" else tuple(party for party in parties if party.owner)


@view(names_stand)
def numbered_parties(document: Document) -> dict[str, tuple[int, Party]]:
    return {party.id: (number, party) for number, party in reversed([*enumerate(all_parties(document), 1)])}


def party_at(document: Document, party_id: str) -> Party | None:
    found = numbered_parties(document).get(party_id)
    return found[1] if found else None


def party_number(document: Document, party_id: str) -> int:
    """Which of all parties it is, from 1; 0 for nobody."""
    found = numbered_parties(document).get(party_id)
    return found[0] if found else 0


def nameless(document: Document) -> frozenset[str]:
    return frozenset(party.id for party in all_parties(document) if not party.name)


def keys_stand(document: Document, path: str) -> bool:
    """Is a change at this path one that leaves what the parties are called in a file?"""
    return names_stand(document, path) and nameless(document).isdisjoint(path.split("/"))


def spoken_of(document: Document) -> frozenset[str]:
    """The parties without a name of whom something else is written: a contact, an amount, a signature."""
    wanted, found = nameless(document), set[str]()
    for path, text in document.values.items() if wanted else ():
        first, *rest = path.split("/")
        named = wanted.intersection(rest) - found if text and rest[-1:] != [PLACE] else ()
        field = document.mall.field(first) if named else None
        if field is not None and field.place(field.answer(document), tuple(rest)).stands:
            found.update(named)
    return frozenset(found)


@view(keys_stand)
def keys_of_parties(document: Document) -> dict[str, str]:
    silent = nameless(document) - spoken_of(document)
    return party_keys({party.id: party.name for party in all_parties(document)}, silent)


def keys_said(document: Document) -> dict[str, str]:
    """Party id → its name in the exchange format, of those that go by another than their own."""
    keys, silent = keys_of_parties(document), nameless(document) - spoken_of(document)
    return {
        party.id: keys[party.id]
        for party in all_parties(document)
        if party.id not in silent and keys[party.id] != party.name
    }


def party_key(document: Document, party: Party) -> str:
    """What the party is called in the exchange format: its name; «#2» when nameless or one of several with that name."""
    return keys_of_parties(document)[party.id]


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
