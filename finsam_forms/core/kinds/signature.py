"""A block to sign for each party: `path/<party>/namn`, `/roll`, `/epost`. Date and signature are written by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from ..document import Form
from ..party import Party, parties_of, party_at, party_fields, party_key, party_number, same_name
from ..reading import one_line
from .date import SignedOn
from .email import Email
from .fixed_text import FixedText
from .group import parts_from_json, parts_to_json, place_in, schema_of_parts
from .intake import Intake, StatedBlock
from .kind import NOWHERE, Answer, Kind, Leaf, Place, Rest
from .line import Line

BLOCK: tuple[Leaf, ...] = (
    Line(id="namn", label="Namn"),
    Line(id="roll", label="Befattning"),
    Email(id="epost", label="E-post"),
    SignedOn(id="datum", label="Datum"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatures(Kind):
    """The blocks follow the parties: nobody adds or removes one."""

    type: ClassVar[str] = "signature"
    stands_alone: ClassVar[bool] = True
    self_named: ClassVar[bool] = True
    unheard: ClassVar[frozenset[str]] = frozenset({"required"})
    owners: bool = False
    """Whose blocks: the insatsägare (true) or the samverkansparter (false)."""
    extract: str = ""
    """Id of the fixed-text field whose last part is repeated on each sheet."""

    @property
    def alike(self) -> object:
        return self.type, self.owners

    def block(self) -> tuple[Leaf, ...]:
        return BLOCK

    def faults(self, form: Form) -> Iterator[str]:
        if not any(field.names_parties for field in form.fields()):
            yield "underskrifter behöver ett fält av typen parties"
        if self.extract and not isinstance(form.field(self.extract), FixedText):
            yield f"extract ”{self.extract}” är inget fält av typen fixed_text"

    def signers(self, at: Answer[Any]) -> tuple[Party, ...]:
        """Those who have a block here."""
        return tuple(party for party in parties_of(at.document) if party.owner == self.owners)

    def follows(self, form: Form) -> frozenset[str]:
        return party_fields(form)

    def leaf_at(self, rest: Rest) -> Leaf | None:
        return next((part for part in BLOCK if len(rest) == 2 and part.id == rest[1]), None)

    def parts(self, at: Answer[Any]) -> Iterator[Answer[Kind]]:
        return (at.below(part, party.id, part.id) for party in self.signers(at) for part in BLOCK)

    def place(self, at: Answer[Any], rest: Rest) -> Place:
        if not rest:
            return Place(True)
        party = party_at(at.document, rest[0])
        if party is None or party.owner != self.owners:
            return NOWHERE
        inner = place_in(BLOCK, at.below(self, rest[0]), rest[1:])
        number = party_number(at.document, party.id)
        margin = f"{at.path}/{party.id}"
        return Place(inner.stands, (party.shown_name, *inner.names), (number, *inner.order), margin)

    @property
    def topics(self) -> frozenset[str]:
        return frozenset(part.topic for part in BLOCK)

    def to_json(self, at: Answer[Any]) -> Any:
        blocks = {
            party_key(at.document, party): parts_to_json(BLOCK, at.below(self, party.id)) for party in self.signers(at)
        }
        return {key: block for key, block in blocks.items() if block} or None

    def from_json(self, data: Any, path: str, intake: Intake) -> None:
        """The blocks by party; or a list of them as they stand on a paper that was typed in, each with its «part». A block that is no
        party's, or a party's second, is kept beside the draft and told by check G35; a second one is also read as the block of the
        one party that has none."""
        if not isinstance(data, Mapping | list):
            intake.fault(path, "ska vara ett objekt med parternas namn som nycklar, eller en lista med block")
            return
        stated, strays, seen = list[StatedBlock](), list[StatedBlock](), set[str]()
        seconds: list[Any] = []
        nearly = {same_name(key): party for key, party in intake.parties.items()}
        for where, name, block in given_blocks(data, intake.place(path), intake):
            party = intake.parties.get(one_line(name)) or nearly.get(same_name(name))
            if party is not None and (party in intake.owners) != self.owners:
                why = "är samverkanspart, inte insatsägare" if self.owners else "är insatsägare, inte samverkanspart"
                intake.fault(where, f"{why}: parten skriver under i andra listan")
            elif party is not None and party not in seen:
                seen.add(party)
                intake.places[f"{path}/{party}"] = where
                parts_from_json(BLOCK, block, f"{path}/{party}", intake)
                stated.append(StatedBlock("" if name.startswith("#") else name))
            elif party is not None and isinstance(data, Mapping):
                intake.fault(where, "parten står två gånger på samma ställe")
            else:
                strays.append(StatedBlock(name, told_in(block, where, intake)))
                seconds += [block] if party is not None else []
        all_here = {party for party in intake.party_rows if (party in intake.owners) == self.owners}
        if len(all_here - seen) == len(seconds) == 1:
            parts_from_json(BLOCK, seconds[0], f"{path}/{min(all_here - seen)}", intake)
        if isinstance(data, list):
            intake.blocks[path] = stated + strays
        elif strays:
            intake.blocks.setdefault("", []).extend(strays)

    def schema(self) -> dict[str, Any]:
        block = schema_of_parts(BLOCK)
        listed = schema_of_parts(BLOCK, part={"type": "string"}) | {"required": ["part"]}
        by_party = {"type": "object", "additionalProperties": block}
        return {"anyOf": [by_party, {"type": "array", "items": listed}]}


def told_in(block: Any, where: str, intake: Intake) -> str:
    """All that stands in a block that is nobody's here."""
    found = Intake(places={"_": where})
    parts_from_json(BLOCK, block, "_", found)
    for place, fault in found.faults:
        intake.fault(place, fault)
    return ", ".join(found.values.values())


def given_blocks(data: Mapping[str, Any] | list[Any], place: str, intake: Intake) -> Iterator[tuple[str, str, Any]]:
    """(where it stands in the file, «part», what stands in it) of each block."""
    if isinstance(data, Mapping):
        yield from ((f"{place}/{name}", name, block) for name, block in data.items())
        return
    for number, block in enumerate(data, 1):
        where = f"{place}[{number}]"
        part = block.get("part") if isinstance(block, Mapping) else None
        if isinstance(block, Mapping) and isinstance(part, str):
            yield where, one_line(part), {key: inner for key, inner in block.items() if key != "part"}
        else:
            intake.fault(where, "ska vara ett objekt där ”part” är parten som skriver under")
