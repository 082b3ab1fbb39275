"""G30, G31 and G35–G38: who takes part, who signs, and whose money it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from enum import Enum

from ..document import Document
from ..kinds.budget.definition import budget_field, line_label
from ..kinds.budget.parts import AMOUNT, YEARS
from ..kinds.parties import Parties
from ..kinds.signature import Signatures
from ..party import Party, parties_of, party_at
from .facts import Facts
from .registry import Finding, Fix, Severity, check
from .wording import kr, listed, quoted


class Kind(Enum):
    """The four that finance a samordningsförbund, lag (2003:1210) 1 §."""

    KOMMUN = "kommun"
    AF = "Arbetsförmedlingen"
    FK = "Försäkringskassan"
    REGION = "Region"


KINDS = {
    Kind.AF: re.compile(r"arbetsförmedling|\baf\b", re.I),
    Kind.FK: re.compile(r"försäkringskass|\bfk\b", re.I),
    Kind.REGION: re.compile(r"\bregion(?:en)?\b|landsting|hälso- och sjukvård|vårdcentral|psykiatri", re.I),
    Kind.KOMMUN: re.compile(r"kommun|\bstad\b|stads\b|socialtjänst|socialförvaltning|arbetsmarknadsenhet", re.I),
}
OMBUD = re.compile(
    r"\bombud|\be\.? ?u\.?(?!\w)|enligt uppdrag|på uppdrag|\bp\.?p\.?(?!\w)|vikarie för|i stället för", re.I
)
POWER = re.compile(r"fullmakt|delegation|delegering", re.I)


def kind_of(name: str) -> Kind | None:
    return next((kind for kind, pattern in KINDS.items() if pattern.search(name)), None)


def same_name(name: str) -> str:
    """An organisation's name as it is compared: case, spaces and common abbreviations apart."""
    words = " ".join(name.lower().replace("-", " ").split())
    return {"af": "arbetsförmedlingen", "fk": "försäkringskassan"}.get(words, words)


def begun(party: Party) -> bool:
    return bool(party.name.strip() or party.contact.strip() or party.email.strip())


def taking_part(document: Document) -> list[Party]:
    """The parties whose row something is written in."""
    return [party for party in parties_of(document) if begun(party)]


def party_fields(facts: Facts) -> list[Parties]:
    return [one for one in facts.fields if isinstance(one, Parties)]


@check("G30", Severity.ERROR, reads="parties")
def enough_parties(facts: Facts) -> Iterator[Finding]:
    """At least two parties, and one huvudinsatsägare."""
    fields = party_fields(facts)
    if not fields:
        return
    owner_fields = [one for one in fields if one.owners]
    count = len(taking_part(facts.document))
    if count < 2:
        have = "Det finns bara en part" if count else "Det finns inga parter"
        others = next((one for one in fields if not one.owners), fields[0])
        yield Finding(others.id, f"{have}. En insats är samverkan mellan minst två: fyll i de andra.", str(count))
    heads = [one for one in owner_fields if one.first_label and any(begun(party) for party in heads_of(facts, one))]
    if owner_fields and owner_fields[0].first_label and not heads:
        sentence = f"{owner_fields[0].first_label} saknas. Skriv den organisation som har verksamhetsansvaret överst bland insatsägarna."
        yield Finding(owner_fields[0].id, sentence, "ingen")
    if len(heads) > 1:
        yield Finding(
            heads[1].id,
            f"Det finns {len(heads)} {heads[0].first_label.lower()}. En insats har en enda.",
            str(len(heads)),
        )


def heads_of(facts: Facts, one: Parties) -> list[Party]:
    return [
        party
        for party in parties_of(facts.document)
        if party.path.startswith(f"{one.id}/") and party.label == one.first_label
    ]


@check("G30", Severity.ERROR, reads="parties")
def party_twice(facts: Facts) -> Iterator[Finding]:
    """An organisation stands once among the parties."""
    first: dict[str, Party] = {}
    for party in parties_of(facts.document):
        name = same_name(party.name)
        if name and name in first:
            other = "insatsägare" if first[name].owner else "samverkanspart"
            sentence = f"{party.name} står två gånger, redan som {other}. Ta bort den ena raden, eller skriv vilken enhet som menas."
            yield Finding(f"{party.path}/organisation", sentence)
        elif name:
            first[name] = party


@check("G31", Severity.TIP, reads="parties")
def usual_parties(facts: Facts) -> Iterator[Finding]:
    """kommun, Arbetsförmedlingen, Försäkringskassan and Region are usually all there."""
    parties = taking_part(facts.document)
    present = {kind_of(party.name) for party in parties}
    missing = [kind.value for kind in Kind if kind not in present]
    if len(parties) >= 2 and missing:
        fields = party_fields(facts)
        place = next((one for one in fields if not one.owners), fields[-1])
        sentence = f"{listed(missing)} är inte med bland parterna. Är det meningen?"
        yield Finding(place.id, sentence[:1].upper() + sentence[1:], " ".join(missing))


@check("G35", Severity.ERROR, reads="parties")
def signature_blocks_as_read(facts: Facts) -> Iterator[Finding]:
    """A document that is read in has one signature block per party. Ours always has: they follow the parties."""
    blocks, signatures = facts.as_read.blocks, [one for one in facts.fields if isinstance(one, Signatures)]
    if blocks is None or not signatures:
        return
    counted = Counter(same_name(name) for name in blocks)
    for party in taking_part(facts.document):
        field = next((one for one in signatures if one.owners == party.owner), None)
        times = counted.pop(same_name(party.name), 0)
        if field and times != 1:
            told = "saknar underskriftsblock" if not times else f"står på {times} underskriftsblock"
            sentence = f"{party.shown_name} {told} i det inlästa dokumentet. Skriv ut parternas blad på nytt härifrån."
            yield Finding(f"{field.id}/{party.id}/namn", sentence, f"{party.name} {times}")
    for name in blocks:
        if same_name(name) in counted:
            shown = f"för {quoted(name)}" if name.strip() else "utan part"
            sentence = f"Det inlästa dokumentet har ett underskriftsblock {shown}, som inte är part i ansökan. Kontrollera vem som skrev under."
            yield Finding(signatures[0].id, sentence, name)


@check("G36", Severity.WARNING, reads="signature parties")
def signatory_role(facts: Facts) -> Iterator[Finding]:
    """Somebody else than the contact person signs in a stated role; an ombud shows a fullmakt."""
    for block in facts.blocks:
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


@check("G37", Severity.ERROR, reads="budget parties")
def stranger_in_budget(facts: Facts) -> Iterator[Finding]:
    """Every amount of the budget belongs to a party that has a column in its table."""
    budget = budget_field(facts.mall)
    if budget is None:
        return
    document = facts.document
    known = {path.split("/")[1] for path in document.values if path.count("/") >= 2 and is_party_path(facts, path)}
    for table, group in budget.groups():
        columns = {party.id for party in parties_of(document, table.parties)}
        rows = set(group.row_ids(document, budget.id))
        lost: dict[tuple[str, str], list[str]] = {}
        start = f"{budget.id}/{group.id}/"
        for path, typed in document.values.items():
            if typed and path.startswith(start):
                row, *column = path.removeprefix(start).split("/")
                party = column[-1] if column else ""
                money = (len(column) == 2 and column[0] == AMOUNT.id) or column[:1] == [YEARS]
                # The amounts of a party that was removed stay, uncounted, for as long as the removal can be taken back.
                removed = party in known and party_at(document, party) is None
                if row in rows and money and party not in columns and not removed:
                    lost.setdefault((row, party), []).append(path)
        for (row, party), paths in sorted(lost.items()):
            amounts = [path for path in sorted(paths) if f"/{AMOUNT.id}/" in path]
            if amounts:
                yield stranger(document, f"{start}{row}", party, amounts[0], paths, table.heading)


def is_party_path(facts: Facts, path: str) -> bool:
    return any(path.startswith(f"{one.id}/") for one in party_fields(facts))


def stranger(document: Document, line: str, party_id: str, path: str, paths: list[str], heading: str) -> Finding:
    party = party_at(document, party_id)
    value = AMOUNT.read(document.text(path)).value
    told = kr(value) if value is not None else quoted(document.text(path))
    label = line_label(document, line)
    if party is None:
        sentence = f"Raden {quoted(label)} har {told} för en part som inte finns i ansökan. Lägg till parten eller ta bort beloppet."
    else:
        sentence = (
            f"Raden {quoted(label)} har {told} för {party.shown_name}, som inte har någon kolumn under "
            f"{quoted(heading)}. Beloppet räknas inte: flytta det eller ta bort det."
        )
    return Finding(path, sentence, fixes=(Fix("Ta bort beloppet", dict.fromkeys(paths, "")),))


@check("G38", Severity.TIP, reads="budget parties")
def owner_without_money(facts: Facts) -> Iterator[Finding]:
    """A delinsatsägare that neither gets nor gives anything is perhaps only a samverkanspart."""
    ledger = facts.ledger
    owners = [party for party in parties_of(facts.document, "owners") if begun(party)] if ledger else []
    paying = {cell.party.id for cell in facts.cells if cell.reading.value or cell.reading.problem}
    for party in owners[1:]:
        if paying and party.id not in paying:
            sentence = (
                f"{party.shown_name} är {party.label.lower()} men har 0 kr i alla kolumner. "
                "Är den bara samverkanspart, så hör den hemma där."
            )
            yield Finding(party.path, sentence, party.name)
