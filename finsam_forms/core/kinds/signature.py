"""A block to sign for each party: `path/<party>/namn`, `/roll`, `/epost`. Date and signature are written by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from ..document import Form
from ..party import Party, parties_of, party_at, party_fields, party_key, party_number
from .date import Date
from .email import Email
from .fixed_text import FixedText
from .group import parts_from_json, parts_to_json, place_in, schema_of_parts
from .intake import Intake
from .kind import NOWHERE, Answer, Kind, Leaf, Place, Rest
from .line import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedOn(Date):
    """The day of a signature, which a copy does not have."""

    in_copy: ClassVar[bool] = False


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
    self_named: ClassVar[bool] = True
    owners: bool = False
    """Whose blocks: the insatsägare (true) or the samverkansparter (false)."""
    extract: str = ""
    """Id of the fixed-text field whose last part is repeated on each sheet."""

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
        return Place(inner.stands, (party.shown_name, *inner.names), (number, *inner.order))

    @property
    def topics(self) -> frozenset[str]:
        return frozenset(part.topic for part in BLOCK)

    def to_json(self, at: Answer[Any]) -> Any:
        blocks = {
            party_key(at.document, party): parts_to_json(BLOCK, at.below(self, party.id)) for party in self.signers(at)
        }
        return {key: block for key, block in blocks.items() if block} or None

    def from_json(self, data: Any, path: str, intake: Intake) -> None:
        why = "är samverkanspart, inte insatsägare" if self.owners else "är insatsägare, inte samverkanspart"
        for _, block_path, block in intake.by_party(
            data, path, self.owners, f"{why}: parten skriver under i andra listan"
        ):
            parts_from_json(BLOCK, block, block_path, intake)

    def schema(self) -> dict[str, Any]:
        return {"type": "object", "additionalProperties": schema_of_parts(BLOCK)}
