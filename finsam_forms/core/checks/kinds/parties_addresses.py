"""G33 and G34: e-mail addresses of the parties that reach somebody else."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...party import SHORT_NAMES, Party, parties_of, same_name
from ...reading import Reading
from ..distance import distance
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
LONG = 8
"""Letters of a name that may differ in two of them and still be meant."""
MOST_PARTIES = 100
"""Parties whose addresses are compared with everybody's. No insats has as many."""
LONGEST_NAME = 200
"""Characters of an organisation's name that a domain is compared with."""
WRITTEN_OUT = str.maketrans({"å": "aa", "ä": "ae", "æ": "ae", "ö": "oe", "ø": "oe", "ü": "ue"})
"""The other way to write a letter that an address can't have: «Öberg» as «oeberg»."""
SMALL_WORD = re.compile(r"\b[a-zåäö]")


@dataclass(frozen=True, slots=True)
class Address:
    """An address of a party, and the name that stands beside it."""

    path: str
    party: Party
    meant: tuple[str, ...]
    """The address; of one that bounces (G32), what it can be meant to be, all in the same domain."""
    person: str

    @property
    def email(self) -> str:
        return self.meant[0]

    @property
    def domain(self) -> str:
        return domain_of(self.email)


def domain_of(email: str) -> str:
    return email.rpartition("@")[2].lower()


def addresses(facts: Facts) -> list[Address]:
    """The contact person's and the signatory's, party by party. One slip in an address does not hide another."""
    found = [(f"{party.path}/epost", party, party.contact.strip()) for party in parties_of(facts.document)]
    found += [(f"{block.path}/epost", block.party, block.name) for block in blocks_of(facts)]
    readings = ((path, party, meant_by(facts.document.read(path)), person) for path, party, person in found)
    return [Address(path, party, meant, person) for path, party, meant, person in readings if meant]


def meant_by(reading: Reading[str]) -> tuple[str, ...]:
    """What an address says, or is meant to say."""
    if reading.value:
        return (reading.value,)
    meant = tuple(one.value for one in reading.problem.suggestions) if reading.problem else ()
    return meant if len(set(map(domain_of, meant))) == 1 else ()


@check("G33", Severity.WARNING, reads="parties signature")
def address_of_another(facts: Facts) -> Iterator[Finding]:
    """The domain is the party's own: not another party's, and no misspelling of the one in its other addresses, of its name or of
    another party's."""
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
        if OPEN_TO_ALL.match(one.domain):
            continue
        main, who = main_part(one.domain), one.party.shown_name
        other = belongs_to(one, compared, by_party, names)
        right = misspelt(one, of_party[one.party.id], everywhere, names)
        if other is not None:
            sentence = (
                f"{who}: adressen {quoted(one.email)} hör till {other.shown_name}. Kontrollera vems adress det är."
            )
            yield Finding(one.path, sentence)
        elif right:
            whole = f"{one.email.rpartition('@')[0]}@{right}"
            sentence = f"{who}: {quoted(one.domain)} ser ut att vara en felstavning av {quoted(right)}, som partens andra adress har."
            yield Finding(one.path, sentence, fixes=(Fix(f"Skriv {whole}", {one.path: whole}),))
        elif not names[one.party.id].is_own(main):
            if names[one.party.id].is_almost(main):
                sentence = (
                    f"{who}: {quoted(one.domain)} ser ut att vara en felstavning av partens namn. Kontrollera adressen."
                )
                yield Finding(one.path, sentence)
            elif by_party[one.party.id][one.domain] == 1:
                other = next(
                    (party for party in compared if party.id != one.party.id and almost(one, party, by_party, names)),
                    None,
                )
                if other is not None:
                    sentence = (
                        f"{who}: adressen {quoted(one.email)} ser ut att höra till {other.shown_name}, och vara felstavad. "
                        "Kontrollera vems adress det är."
                    )
                    yield Finding(one.path, sentence)


def almost(one: Address, party: Party, by_party: Mapping[str, Counter[str]], names: Mapping[str, Name]) -> bool:
    """Is the domain nearly one of this party's, or nearly its name?"""
    theirs = by_party.get(party.id, ())
    return any(close(one.domain, domain) for domain in theirs) or names[party.id].is_almost(main_part(one.domain))


def belongs_to(
    one: Address, parties: tuple[Party, ...], by_party: dict[str, Counter[str]], names: Mapping[str, Name]
) -> Party | None:
    """Another party whose domain this is: by its name, or because only this party's single address strays there."""
    main = main_part(one.domain)
    if names[one.party.id].is_own(main):
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
    name = names[one.party.id]
    for other in own:
        mine, theirs = (name.is_in(main_part(domain)) for domain in (one.domain, other.domain))
        # «hbao» beside «habo» of Håbo kommun: short, but the other one is the name.
        short = mine != theirs and distance(one.domain, other.domain) == 1
        if other.domain != one.domain and (short or close(one.domain, other.domain)):
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
    short: tuple[str, ...]
    """What everybody calls it: «af»."""

    @classmethod
    def of(cls, name: str) -> Name:
        words = folded(name[:LONGEST_NAME])
        own = [word for word in words if len(word) >= 4 and word not in COMMON_PLAIN]
        whole = same_name(name[:LONGEST_NAME])
        short = tuple(letters for letters, meant in SHORT_NAMES.items() if meant in whole)
        return cls("".join(words), tuple(word.removesuffix("s") for word in own), short)

    def is_own(self, main: str) -> bool:
        """May the organisation itself be behind it? «afuppsala» of Arbetsförmedlingen is no address of Region Uppsala."""
        return self.is_in(main) or main.startswith(self.short)

    def is_in(self, main: str) -> bool:
        """Does a domain, without its ending, carry the name? «arbetsformedlingen» does, «regionuppsala» too."""
        if len(main) < 3 or not self.joined:
            return False
        within = main == self.joined or (len(main) >= SHORTEST and main in self.joined)
        return within or any(stem in main for stem in self.stems)

    def is_almost(self, main: str) -> bool:
        """Is a domain, without its ending, the name with a letter or two wrong?"""
        return any(
            0 < distance(main, own) <= (2 if len(own) >= LONG else 1)
            for own in (self.joined, *self.stems)
            if len(own) > SHORTEST
        )


def folded(text: str) -> list[str]:
    return re.findall(r"[a-z]+", plain(text))


def plain(text: str) -> str:
    """Lower case without dots and accents: «Älvkarleby» → «alvkarleby»."""
    return "".join(
        letter for letter in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(letter)
    )


COMMON_PLAIN = frozenset(map(plain, COMMON_WORDS))


@check("G34", Severity.WARNING, reads="parties signature")
def another_surname(facts: Facts) -> Iterator[Finding]:
    """«Förnamn Efternamn» and fornamn.efternamn@…: same first name, another surname."""
    for one in addresses(facts):
        words = folded(one.person.replace("-", ""))
        parts = folded(one.person)
        # «Enhetschef för arbetsmarknad» is a role and no name.
        if len(words) < 2 or SMALL_WORD.search(one.person) or "," in one.person:
            continue
        written_out = folded(one.person.lower().translate(WRITTEN_OUT).replace("-", ""))
        surnames = {*parts[1:], *own_surnames(words), *own_surnames(written_out)}
        if all(another_in(meant, words[0], surnames) for meant in one.meant):
            sentence = (
                f"{one.party.shown_name}: efternamnet i {quoted(one.person)} är inte det i adressen {quoted(one.email)}. "
                "Kontrollera vilket som är rätt."
            )
            yield Finding(one.path, sentence, f"{one.person} {one.email}")


def own_surnames(words: list[str]) -> set[str]:
    return {*words[1:], "".join(words[1:]), "".join(words[-2:])}


def another_in(email: str, first: str, surnames: set[str]) -> bool:
    """Does the address begin with this first name, and go on with nothing but what the person is not called?"""
    local = plain(email.rpartition("@")[0]).replace("-", "")
    parts = [re.sub(r"\d+$", "", part) for part in local.split(".")]
    return len(parts) > 1 and parts[0] == first and bool(parts[-1]) and surnames.isdisjoint(parts[1:])
