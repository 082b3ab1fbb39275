"""What every kind of field can do. One module a kind; a form definition picks them by `type`."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, ClassVar

from ..reading import Reading, shortened

if TYPE_CHECKING:
    from ..document import Document

PLACE = "_plats"
MOST_FAULTS = 200
LONGEST_PLACE = 300
"""Characters of where a fault stands: a key of a file can be as long as the file."""
ROW_ID_ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"


def new_row_id(op: str = "") -> str:
    """A row id of six letters and digits, starting with a letter. The same op gives the same id: sent again, it is the same row."""
    first, *rest = blake2b((op or secrets.token_hex(12)).encode(), digest_size=6).digest()
    return ROW_ID_ALPHABET[first % 23] + "".join(ROW_ID_ALPHABET[byte % len(ROW_ID_ALPHABET)] for byte in rest)


@dataclass(slots=True)
class Intake:
    """Collects what an exchange document holds: values by path, and every fault with its place."""

    values: dict[str, str] = field(default_factory=dict)
    faults: list[tuple[str, str]] = field(default_factory=list)
    parties: dict[str, str] = field(default_factory=dict)
    """The name a party goes by in the exchange document → its row id."""
    party_rows: set[str] = field(default_factory=set)
    """Row ids of all parties, and of those that are insatsägare."""
    owners: set[str] = field(default_factory=set)
    places: dict[str, str] = field(default_factory=dict)
    """Path of a row or of a party's cell → where it stands in the file: `tidplan/q2` → `tidplan[1]`."""

    def fault(self, path: str, sentence: str) -> None:
        """`path`: a path of the document or already a place in the file. Only the first MOST_FAULTS are told one by one."""
        if len(self.faults) < MOST_FAULTS:
            self.faults.append((self.place(shortened(path, LONGEST_PLACE)), sentence))
        elif len(self.faults) == MOST_FAULTS:
            self.faults.append(("filen", f"har fler fel än de {MOST_FAULTS} som står här. Rätta dem först"))

    def place(self, path: str) -> str:
        """Where the value of a path stands in the file, by the closest row or party that is known."""
        head, tail = path, ""
        while head:
            if head in self.places:
                return self.places[head] + tail
            head, slash, last = head.rpartition("/")
            tail = slash + last + tail
        return path

    def known_keys(self, data: Any, path: str, allowed: frozenset[str] | set[str]) -> bool:
        """True when `data` is an object; each key that is not allowed becomes a fault."""
        if not isinstance(data, Mapping):
            self.fault(path, "ska vara ett objekt med nycklar")
            return False
        for key in data:
            if key not in allowed:
                self.fault(f"{path}/{key}", "okänd nyckel. Tillåtna: " + ", ".join(sorted(allowed)))
        return True

    def by_party(self, data: Any, path: str, owners: bool | None, why: str) -> Iterator[tuple[str, str, Any]]:
        """(row id, path, what stands there) of an object whose keys are parties; other keys become faults.

        owners: only insatsägare (True), only the others (False) or everybody (None); `why` tells the others off.
        """
        if not isinstance(data, Mapping):
            self.fault(path, "ska vara ett objekt med parternas namn som nycklar")
            return
        place, seen = self.place(path), set[str]()
        for name, inner in data.items():
            party = self.parties.get(" ".join(name.split()))
            if party is None:
                self.fault(f"{place}/{name}", "är ingen part i dokumentet")
            elif owners is not None and (party in self.owners) != owners:
                self.fault(f"{place}/{name}", why)
            elif party in seen:
                self.fault(f"{place}/{name}", "parten står två gånger på samma ställe")
            else:
                seen.add(party)
                self.places[f"{path}/{party}"] = f"{place}/{name}"
                yield party, f"{path}/{party}", inner


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A question of a form. `path` arguments are the field's own path in the document."""

    type: ClassVar[str] = ""

    id: str
    label: str = ""
    hint: str = ""
    required: bool = False
    printed: bool = True
    role: str = ""
    """What the field is in its form, for rules that are about one thing of it: `diarienummer`."""

    def leaf_at(self, rest: tuple[str, ...]) -> Leaf | None:
        """The simple field that a path `rest` steps below this field belongs to; None when there is no such path."""
        raise NotImplementedError

    def leaves(self, document: Document, path: str) -> Iterator[tuple[str, Leaf]]:
        """Every simple value that can be filled in now, in the form's order."""
        raise NotImplementedError

    def missing(self, document: Document, path: str) -> Iterator[tuple[str, str]]:
        """(path, what it is called) of everything required that is empty."""
        for leaf_path, leaf in self.leaves(document, path):
            if leaf.required and not document.text(leaf_path).strip():
                yield leaf_path, leaf.label or self.label

    def begun(self, document: Document, path: str) -> bool:
        """Has anybody written anything here?"""
        return any(document.text(leaf_path).strip() for leaf_path, _ in self.leaves(document, path))

    def start_values(self, path: str) -> Iterator[tuple[str, str]]:
        """What a new draft begins with, such as one empty row."""
        return iter(())

    def to_json(self, document: Document, path: str) -> Any:
        """The field in the exchange format; None when empty."""
        raise NotImplementedError

    def from_json(self, data: Any, path: str, intake: Intake) -> None:
        """The opposite of `to_json`: puts values and faults into the intake."""
        raise NotImplementedError

    def schema(self) -> dict[str, Any]:
        """JSON Schema of the field in the exchange format."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf(Field):
    """A field with one value at its own path. Plain text unless a kind says otherwise."""

    def leaf_at(self, rest: tuple[str, ...]) -> Leaf | None:
        return None if rest else self

    def leaves(self, document: Document, path: str) -> Iterator[tuple[str, Leaf]]:
        yield path, self

    def read(self, text: str) -> Reading[Any]:
        """What the stored text means. Never raises; an unreadable text gives a problem."""
        return Reading(text or None)

    def canonical(self, typed: str) -> str:
        """The text to store for what was typed: tidied when understood, else exactly as typed."""
        return typed

    def show(self, text: str) -> str:
        """The stored text as it is read on screen and paper."""
        return text

    def to_json(self, document: Document, path: str) -> Any:
        return document.text(path) or None

    def from_json(self, data: Any, path: str, intake: Intake) -> None:
        if isinstance(data, str):
            if data:
                intake.values[path] = self.canonical(data)
        elif data is not None:
            intake.fault(path, "ska vara text inom citattecken")

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "title": self.label} if self.label else {"type": "string"}
