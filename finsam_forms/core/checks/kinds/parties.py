"""G30, G31 and a part of G40: who takes part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from ...document import PLACE, Document
from ...kinds.kind import Answer, every
from ...kinds.parties import Parties
from ...party import Party, parties_of, party_at, same_name
from ...reading import one_line
from ...roles import ANSOKAN
from ..facts import Facts
from ..registry import Finding, Fix, Severity, check
from ..wording import listed, small


class Huvudman(Enum):
    """The four that finance a samordningsförbund, lag (2003:1210) 1 §."""

    KOMMUN = "kommun"
    AF = "Arbetsförmedlingen"
    FK = "Försäkringskassan"
    REGION = "Region"


PATTERNS = {
    Huvudman.AF: re.compile(r"arbetsförmedling|\baf\b", re.I),
    Huvudman.FK: re.compile(r"försäkringskass|\bfk\b", re.I),
    Huvudman.REGION: re.compile(r"\bregion(?:en)?\b|landsting|hälso- och sjukvård|vårdcentral|psykiatri", re.I),
    Huvudman.KOMMUN: re.compile(r"kommun|\bstad\b|stads\b|socialtjänst|socialförvaltning|arbetsmarknadsenhet", re.I),
}


def huvudman_of(name: str) -> Huvudman | None:
    words = one_line(name)
    return next((kind for kind, pattern in PATTERNS.items() if pattern.search(words)), None)


def begun(party: Party) -> bool:
    return bool(party.name.strip() or party.contact.strip() or party.email.strip())


def taking_part(document: Document) -> list[Party]:
    """The parties whose row something is written in."""
    return [party for party in parties_of(document) if begun(party)]


def party_fields(document: Document) -> list[Parties]:
    return [at.field for at in every(document, Parties)]


@check("G40", Severity.ERROR, reads=Parties.type)
def empty_party_cells(facts: Facts) -> Iterator[Finding]:
    """Every party has its name, somebody to ask and an address; a row without anything can go."""
    for at in every(facts.document, Parties):
        yield from empty_cells_of(at)


def empty_cells_of(at: Answer[Parties]) -> Iterator[Finding]:
    columns = at.field.columns
    for row in at.rows():
        empty = [part for part in columns if part.required and not at.text(row, part.id).strip()]
        party = party_at(at.document, row)
        if empty and party:
            missing = listed(small(part.label) for part in empty)
            sentence = f"{party.shown_name}: {missing} saknas."
            loose = len(empty) == len(columns) and len(at.rows()) > 1
            fixes = (Fix("Ta bort raden", {f"{party.path}/{PLACE}": ""}),) if loose else ()
            about = " ".join(part.id for part in empty)
            more = " Fyll i raden eller ta bort den." if fixes else ""
            yield Finding(f"{party.path}/{empty[0].id}", sentence + more, about, fixes)


@check("G30", Severity.ERROR, reads=Parties.type, families={ANSOKAN})
def enough_parties(facts: Facts) -> Iterator[Finding]:
    """At least two parties, and one huvudinsatsägare."""
    fields = party_fields(facts.document)
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


@check("G30", Severity.ERROR, reads=Parties.type)
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


@check("G30", Severity.WARNING, reads=Parties.type)
def more_parties_than_rows(facts: Facts) -> Iterator[Finding]:
    """A document that is read in may have more parties than the form has rows for; all of them are kept and printed."""
    for at in every(facts.document, Parties):
        most, count = at.field.max_rows, len(at.rows())
        if 0 < most < count:
            sentence = (
                f"{at.field.label}: {count} organisationer, men formuläret har plats för {most}. Alla skrivs ut. "
                "Fråga förbundet om det går bra, eller flytta dem som inte ska rekvirera pengar till de andra parterna."
            )
            yield Finding(at.path, sentence, str(count))


@check("G31", Severity.TIP, reads=Parties.type, families={ANSOKAN})
def usual_parties(facts: Facts) -> Iterator[Finding]:
    """kommun, Arbetsförmedlingen, Försäkringskassan and Region are usually all there."""
    parties = taking_part(facts.document)
    present = {huvudman_of(party.name) for party in parties}
    missing = [kind.value for kind in Huvudman if kind not in present]
    if len(parties) >= 2 and missing:
        fields = party_fields(facts.document)
        place = next((one for one in fields if not one.owners), fields[-1])
        sentence = f"{listed(missing)} är inte med bland parterna. Är det meningen?"
        yield Finding(place.id, sentence[:1].upper() + sentence[1:], " ".join(missing))
