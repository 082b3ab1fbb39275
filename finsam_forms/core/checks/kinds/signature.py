"""G25, G35 and G36: who signs, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from ...dates import Found, meant_day, told_days
from ...kinds.intake import StatedBlock
from ...kinds.kind import every
from ...kinds.signature import Signatures
from ...kinds.yes_no import COMMENT
from ...party import Party, same_name
from ...reading import shortened
from ...roles import FORANKRING, LOKUS
from ...text_parts import sentences
from ..facts import Facts
from ..registry import Finding, Severity, check
from ..wording import day, quoted
from .parties import huvudman_of, taking_part
from .people import for_another, same_person, without_power

APPROVED = re.compile(r"godkän|tillstyrk|beslut|bakom|antag|rekommend", re.I)


@dataclass(frozen=True, slots=True)
class Block:
    """A party's signature block."""

    path: str
    party: Party
    name: str
    role: str
    email: str


def blocks_of(facts: Facts) -> tuple[Block, ...]:
    """The signature blocks, one per party that the form has blocks for."""
    return facts.of(all_blocks)


def all_blocks(facts: Facts) -> tuple[Block, ...]:
    found = []
    for at in every(facts.document, Signatures):
        for party in at.field.signers(at):
            name, role, email = (at.text(party.id, part).strip() for part in ("namn", "roll", "epost"))
            found.append(Block(path=f"{at.path}/{party.id}", party=party, name=name, role=role, email=email))
    return tuple(found)


@check("G35", Severity.ERROR, reads="parties signature")
def signature_blocks_as_read(facts: Facts) -> Iterator[Finding]:
    """A document that is read in has one signature block per party. Ours always has: they follow the parties."""
    given, signatures = facts.as_read.blocks, list(every(facts.document, Signatures))
    if not given or not signatures:
        return
    by_part: dict[str, list[StatedBlock]] = {}
    for block in chain.from_iterable(given.values()):
        by_part.setdefault(same_name(block.part), []).append(block)
    for party in taking_part(facts.document):
        at = next((at for at in signatures if at.field.owners == party.owner), None)
        theirs = by_part.pop(same_name(party.name), [])
        if at and at.path in given and len(theirs) != 1:
            told = f"står på {len(theirs)} underskriftsblock" if theirs else "saknar underskriftsblock"
            second = "; ".join(block.told for block in theirs if block.told)
            sentence = (
                f"{party.shown_name} {told} i det inlästa dokumentet{f' (det andra: {second})' if second else ''}. "
                "Skriv ut parternas blad på nytt härifrån."
            )
            yield Finding(f"{at.path}/{party.id}/namn", sentence, f"{party.name} {len(theirs)}")
    for block in chain.from_iterable(by_part.values()):
        shown = f"för {quoted(block.part)}" if block.part.strip() else "utan part"
        who = f" ({shortened(block.told, 120)})" if block.told else ""
        sentence = (
            f"Det inlästa dokumentet har ett underskriftsblock {shown}{who}, som inte är part i {facts.mall.noun}. "
            "Kontrollera vem som skrev under."
        )
        yield Finding(signatures[0].path, sentence, " ".join(block))


@check("G36", Severity.WARNING, reads="signature parties")
def signatory_role(facts: Facts) -> Iterator[Finding]:
    """Somebody else than the contact person signs in a stated role; an ombud shows a fullmakt; nobody signs for two parties."""
    contacts = {same_person(party.contact): party for party in reversed(taking_part(facts.document))}
    organisations = [party.name for party in taking_part(facts.document)]
    signed: dict[tuple[str, ...], Party] = {}
    for block in blocks_of(facts):
        who, told, signer = block.party.shown_name, f"{block.name} {block.role}", same_person(block.name)
        contact = same_person(block.party.contact)
        own = same_name(block.name) == same_name(block.party.contact) or bool(signer and signer == contact)
        theirs = contacts.get(signer) if signer and not own else None
        before = signed.setdefault(signer, block.party) if signer else block.party
        if before is not block.party and not theirs and not same_huvudman(before, block.party):
            sentence = (
                f"{who}: {quoted(block.name)} skriver under också för {before.shown_name}. "
                "Skriv den som skriver under för just den här parten."
            )
            yield Finding(f"{block.path}/namn", sentence)
        if theirs:
            sentence = (
                f"{who}: {quoted(block.name)} är kontaktperson för {theirs.shown_name}. "
                "Har två underskriftsblock bytt plats? Skriv den som skriver under för just den här parten."
            )
            yield Finding(f"{block.path}/namn", sentence)
        if for_another(block.name, block.role, organisations) and without_power(told):
            sentence = (
                f"{who}: undertecknaren är ombud, och ingen fullmakt är angiven. "
                "Låt behörig beslutsfattare skriva under, eller skriv ”enligt fullmakt” och dess datum."
            )
            yield Finding(f"{block.path}/roll", sentence, told)
        elif block.name and not block.role and not own:
            sentence = (
                f"{who}: undertecknaren är en annan än kontaktpersonen, och befattningen saknas. "
                "Skriv befattningen, så att det syns att det är en behörig beslutsfattare."
            )
            yield Finding(f"{block.path}/roll", sentence, told)


def same_huvudman(one: Party, other: Party) -> bool:
    """Two units of the same organisation can have the same chief."""
    kind = huvudman_of(one.name)
    return kind is not None and kind is huvudman_of(other.name)


@check("G25", Severity.WARNING, reads=f"signature parties #{LOKUS} #{FORANKRING}")
def signed_before_lokus(facts: Facts) -> Iterator[Finding]:
    """The parties sign after LOKUS has approved the application."""
    approved = lokus_approval(facts)
    if approved is None:
        return
    for block in blocks_of(facts):
        signed = meant_day(facts.text(f"{block.path}/datum"))
        if signed and signed < approved:
            sentence = (
                f"{block.party.shown_name} skrev under {day(signed)}, före LOKUS godkände {facts.mall.noun} {day(approved)}. "
                "Kontrollera datumet, eller skriv under på nytt."
            )
            yield Finding(f"{block.path}/datum", sentence, f"{signed} {approved}")


def lokus_approval(facts: Facts) -> date | None:
    """The day that LOKUS approved: told in the comment, else in a sentence about LOKUS; else the first meeting it was discussed at."""
    lokus, supported = facts.of_role(LOKUS), facts.of_role(FORANKRING)
    comment = facts.searchable(f"{lokus.path}/{COMMENT}") if lokus else ""
    approved = approved_days(comment)
    if approved:
        return max(approved)
    told = facts.searchable(supported.path) if supported else ""
    for start, end in sentences(told):
        sentence = told[start:end]
        approved = approved_days(sentence) if LOKUS in sentence.lower() else []
        if approved:
            return max(approved)
    return min(map(first_day, told_days(comment)), default=None)


def first_day(found: Found) -> date:
    """The day, or the first one of a month: what is signed before it is signed too early."""
    year, month = found.month or (1, 1)
    return found.date or date(year, month, 1)


def approved_days(text: str) -> list[date]:
    """The days of a text that a word of approval belongs to: the word before the day, else the one after it."""
    days = [(found.start, found.end, first_day(found)) for found in told_days(text)]
    edges = [0, *(end for _, end, _ in days)]
    before = [when for left, (start, _, when) in zip(edges, days, strict=False) if APPROVED.search(text, left, start)]
    edges = [*(start for start, _, _ in days), len(text)][1:]
    after = [when for right, (_, end, when) in zip(edges, days, strict=False) if APPROVED.search(text, end, right)]
    return before or after
