"""G35 and G36: who signs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ...kinds.kind import every
from ...kinds.signature import Signatures
from ...party import Party
from ..facts import Facts
from ..registry import Finding, Severity, check
from ..wording import quoted
from .parties import same_name, taking_part

OMBUD = re.compile(
    r"\bombud|\be\.? ?u\.?(?!\w)|enligt uppdrag|på uppdrag|\bp\.?p\.?(?!\w)|vikarie för|i stället för", re.I
)
POWER = re.compile(r"fullmakt|delegation|delegering", re.I)


@dataclass(frozen=True, slots=True)
class Block:
    """A party's signature block."""

    path: str
    party: Party
    name: str
    role: str
    email: str


def blocks_of(facts: Facts) -> Iterator[Block]:
    """The signature blocks, one per party that the form has blocks for."""
    for at in every(facts.document, Signatures):
        for party in at.field.signers(at):
            name, role, email = (at.text(party.id, part).strip() for part in ("namn", "roll", "epost"))
            yield Block(path=f"{at.path}/{party.id}", party=party, name=name, role=role, email=email)


@check("G35", Severity.ERROR, reads="parties signature")
def signature_blocks_as_read(facts: Facts) -> Iterator[Finding]:
    """A document that is read in has one signature block per party. Ours always has: they follow the parties."""
    blocks, signatures = facts.as_read.blocks, list(every(facts.document, Signatures))
    if blocks is None or not signatures:
        return
    counted = Counter(same_name(name) for name in blocks)
    for party in taking_part(facts.document):
        block = next((at for at in signatures if at.field.owners == party.owner), None)
        times = counted.pop(same_name(party.name), 0)
        if block and times != 1:
            told = "saknar underskriftsblock" if not times else f"står på {times} underskriftsblock"
            sentence = f"{party.shown_name} {told} i det inlästa dokumentet. Skriv ut parternas blad på nytt härifrån."
            yield Finding(f"{block.path}/{party.id}/namn", sentence, f"{party.name} {times}")
    for name in blocks:
        if same_name(name) in counted:
            shown = f"för {quoted(name)}" if name.strip() else "utan part"
            sentence = f"Det inlästa dokumentet har ett underskriftsblock {shown}, som inte är part i {facts.mall.noun}. Kontrollera vem som skrev under."
            yield Finding(signatures[0].path, sentence, name)


@check("G36", Severity.WARNING, reads="signature parties")
def signatory_role(facts: Facts) -> Iterator[Finding]:
    """Somebody else than the contact person signs in a stated role; an ombud shows a fullmakt."""
    for block in blocks_of(facts):
        told = f"{block.name} {block.role}"
        if OMBUD.search(told) and not POWER.search(told):
            sentence = (
                f"{block.party.shown_name}: undertecknaren är ombud, och ingen fullmakt är angiven. "
                "Låt behörig beslutsfattare skriva under, eller skriv ”enligt fullmakt” och dess datum."
            )
            yield Finding(f"{block.path}/roll", sentence, told)
        elif block.name and not block.role and same_name(block.name) != same_name(block.party.contact):
            sentence = (
                f"{block.party.shown_name}: undertecknaren är en annan än kontaktpersonen, och befattningen saknas. "
                "Skriv befattningen, så att det syns att det är en behörig beslutsfattare."
            )
            yield Finding(f"{block.path}/roll", sentence, told)
