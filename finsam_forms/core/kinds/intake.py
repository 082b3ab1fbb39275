"""What an exchange document holds, gathered while its fields read it: values, and every fault with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ..reading import one_line, shortened

MOST_FAULTS = 200
LONGEST_PLACE = 300
"""Characters of where a fault stands: a key of a file can be as long as the file."""


class StatedBlock(NamedTuple):
    """A signature block of a file: «Part», and what else stands in it when no party of ours has it."""

    part: str
    told: str = ""


@dataclass(slots=True)
class Intake:
    """Collects what an exchange document holds: values by path, and every fault with its place."""

    values: dict[str, str] = field(default_factory=dict)
    faults: list[tuple[str, str]] = field(default_factory=list)
    parties: dict[str, str] = field(default_factory=dict)
    """The name a party goes by in the exchange document → its row id; what the rows say themselves first, then the names."""
    party_rows: set[str] = field(default_factory=set)
    """Row ids of all parties, and of those that are insatsägare."""
    owners: set[str] = field(default_factory=set)
    blocks: dict[str, list[StatedBlock]] = field(default_factory=dict)
    """Path of the signatures → the blocks of a file that lists them as they stand on its paper; at "" those of nobody who is a party."""
    columns: dict[str, dict[str, str]] = field(default_factory=dict)
    """Path of rows → what each is called in the file → its id, for the tables that have them as columns."""
    texts: dict[str, str] = field(default_factory=dict)
    """Id of a fixed text → how it stands in the file, when it is not the form's."""
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
            party = self.parties.get(one_line(name))
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
