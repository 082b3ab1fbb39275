"""G33 and G34: e-mail addresses of the parties that reach somebody else."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...party import Party, parties_of
from ..facts import Facts
from ..registry import Finding, Fix, Severity, check
from ..wording import quoted
from .signature import blocks_of

COMMON_WORDS = frozenset(
    {"kommun", "region", "regionen", "stad", "myndigheten", "förvaltningen", "enheten", "landstinget"}
)
OPEN_TO_ALL = re.compile(r"^(?:gmail|hotmail|outlook|live|yahoo|icloud|telia|msn)\.", re.I)
SHORTEST = 5
"""Letters. A shorter domain is no misspelling of another: «fk» and «af» are two."""
MOST_PARTIES = 100
"""Parties whose addresses are compared with everybody's. No insats has as many."""
LONGEST_NAME = 200
"""Characters of an organisation's name that a domain is compared with."""
SMALL_WORD = re.compile(r"\b[a-zåäö]")


@dataclass(frozen=True, slots=True)
class Address:
    """A readable address of a party, and the name that stands beside it."""

    path: str
    party: Party
    email: str
    person: str

    @property
    def domain(self) -> str:
        return self.email.rpartition("@")[2].lower()


def addresses(facts: Facts) -> list[Address]:
    """The contact person's and the signatory's, party by party."""
    found = [
        Address(f"{party.path}/epost", party, party.email.strip(), party.contact.strip())
        for party in parties_of(facts.document)
    ]
    found += [Address(f"{block.path}/epost", block.party, block.email, block.name) for block in blocks_of(facts)]
    return [one for one in found if one.email and facts.document.read(one.path).value]


@check("G33", Severity.WARNING, reads="parties signature")
def address_of_another(facts: Facts) -> Iterator[Finding]:
    """The domain is the party's own: not another party's, and not a misspelling of the one in its other addresses."""
    found = addresses(facts)
    by_party: dict[str, Counter[str]] = {}
    of_party: dict[str, list[Address]] = {}
    for one in found:
        by_party.setdefault(one.party.id, Counter())[one.domain] += 1
        of_party.setdefault(one.party.id, []).append(one)
    everywhere = Counter(one.domain for one in found)
    compared = parties_of(facts.document)[:MOST_PARTIES]
    names = {party.id: Name.of(party.name) for party in parties_of(facts.document)}
    if len(parties_of(facts.document)) > MOST_PARTIES:
        sentence = f"Det finns fler än {MOST_PARTIES} parter. E-postadresserna jämförs bara med de första {MOST_PARTIES} parternas."
        yield Finding(compared[0].path.partition("/")[0], sentence, str(MOST_PARTIES))
    for one in found:
        if not OPEN_TO_ALL.match(one.domain):
            other = belongs_to(one, compared, by_party, names)
            right = misspelt(one, of_party[one.party.id], everywhere, names)
            if other is not None:
                sentence = (
                    f"{one.party.shown_name}: adressen {quoted(one.email)} hör till {other.shown_name}. "
                    "Kontrollera vems adress det är."
                )
                yield Finding(one.path, sentence)
            elif right:
                whole = f"{one.email.rpartition('@')[0]}@{right}"
                sentence = (
                    f"{one.party.shown_name}: {quoted(one.domain)} ser ut att vara en felstavning av {quoted(right)}, "
                    "som partens andra adress har."
                )
                yield Finding(one.path, sentence, fixes=(Fix(f"Skriv {whole}", {one.path: whole}),))


def belongs_to(
    one: Address, parties: tuple[Party, ...], by_party: dict[str, Counter[str]], names: Mapping[str, Name]
) -> Party | None:
    """Another party whose domain this is: by its name, or because only this party's single address strays there."""
    main = main_part(one.domain)
    if names[one.party.id].is_in(main):
        return None
    others = [party for party in parties if party.id != one.party.id]
    for party in others:
        if names[party.id].is_in(main):
            return party
    own = [domain for domain in by_party[one.party.id] if domain != one.domain]
    for party in others:
        theirs = by_party.get(party.id, Counter())
        if own and theirs[one.domain] and set(theirs) == {one.domain} and not close(own[0], one.domain):
            return party
    return None


def misspelt(one: Address, own: list[Address], everywhere: Counter[str], names: Mapping[str, Name]) -> str | None:
    """The right domain, when this one differs from another of the same party by one or two letters.

    own: the party's addresses. everywhere: how often each domain stands.
    """
    for other in own:
        if other.domain != one.domain and close(one.domain, other.domain):
            mine, theirs = (names[one.party.id].is_in(main_part(domain)) for domain in (one.domain, other.domain))
            if mine != theirs:
                return other.domain if theirs else None
            if everywhere[one.domain] != everywhere[other.domain]:
                return other.domain if everywhere[one.domain] < everywhere[other.domain] else None
            return other.domain if own.index(other) < own.index(one) else None
    return None


def close(one: str, other: str) -> bool:
    """One or two letters apart, and long enough for that to mean something."""
    return min(len(main_part(one)), len(main_part(other))) >= SHORTEST and 0 < distance(one, other) <= 2


def main_part(domain: str) -> str:
    """«alvkarleby.se» → «alvkarleby»"""
    return domain.rpartition(".")[0].replace("-", "").replace(".", "")


@dataclass(frozen=True, slots=True)
class Name:
    """An organisation's name as a domain can carry it."""

    joined: str
    stems: tuple[str, ...]

    @classmethod
    def of(cls, name: str) -> Name:
        words = folded(name[:LONGEST_NAME])
        own = [word for word in words if len(word) >= 4 and word not in COMMON_PLAIN]
        return cls("".join(words), tuple(word.removesuffix("s") for word in own))

    def is_in(self, main: str) -> bool:
        """Does a domain, without its ending, carry the name? «arbetsformedlingen» does, «regionuppsala» too."""
        if len(main) < 3 or not self.joined:
            return False
        within = main == self.joined or (len(main) >= SHORTEST and main in self.joined)
        return within or any(stem in main for stem in self.stems)


def folded(text: str) -> list[str]:
    return re.findall(r"[a-z]+", plain(text))


def plain(text: str) -> str:
    """Lower case without dots and accents: «Älvkarleby» → «alvkarleby»."""
    return "".join(
        letter for letter in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(letter)
    )


COMMON_PLAIN = frozenset(map(plain, COMMON_WORDS))


def distance(one: str, other: str, most: int = 3) -> int:
    """Edits (a letter put in, taken out, changed, or two that change places) between two short words; `most` or more is `most`."""
    if abs(len(one) - len(other)) >= most:
        return most
    rows = [list(range(len(other) + 1))]
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, theirs in enumerate(other, 1):
            cost = min(rows[-1][j] + 1, row[j - 1] + 1, rows[-1][j - 1] + (letter != theirs))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == theirs:
                cost = min(cost, rows[-2][j - 2] + 1)
            row.append(cost)
        rows.append(row)
    return min(rows[-1][-1], most)


@check("G34", Severity.WARNING, reads="parties signature")
def another_surname(facts: Facts) -> Iterator[Finding]:
    """«Förnamn Efternamn» and fornamn.efternamn@…: same first name, another surname."""
    for one in addresses(facts):
        words = folded(one.person.replace("-", ""))
        parts = [re.sub(r"\d+$", "", part) for part in plain(one.email.rpartition("@")[0]).replace("-", "").split(".")]
        # «Enhetschef för arbetsmarknad» is a role and no name.
        if len(words) < 2 or len(parts) < 2 or SMALL_WORD.search(one.person) or "," in one.person:
            continue
        surnames = {*words[1:], "".join(words[1:]), "".join(words[-2:])}
        if parts[0] == words[0] and parts[-1] and parts[-1] not in surnames:
            sentence = (
                f"{one.party.shown_name}: efternamnet i {quoted(one.person)} är inte det i adressen {quoted(one.email)}. "
                "Kontrollera vilket som är rätt."
            )
            yield Finding(one.path, sentence, f"{one.person} {one.email}")
