"""G32–G34: e-mail addresses that bounce, or reach somebody else."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ..document import Party
from ..fields import Email, Parties, Signatures
from .facts import Facts
from .places import place_name
from .registry import Finding, Fix, Severity, check
from .wording import chosen, quoted

READS = "parties signature leaf:email"
COMMON_WORDS = frozenset(
    {"kommun", "region", "regionen", "stad", "myndigheten", "förvaltningen", "enheten", "landstinget"}
)
OPEN_TO_ALL = re.compile(r"^(?:gmail|hotmail|outlook|live|yahoo|icloud|telia|msn)\.", re.I)
SHORTEST = 5
"""Letters. A shorter domain is no misspelling of another: «fk» and «af» are two."""
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
        for party in facts.document.parties
    ]
    found += [Address(f"{block.path}/epost", block.party, block.email, block.name) for block in facts.blocks]
    return [one for one in found if one.email and facts.document.read(one.path).value]


@check("G32", Severity.ERROR, reads=READS)
def bad_address(facts: Facts) -> Iterator[Finding]:
    """Every address is one address, that mail can be sent to."""
    for one in facts.fields:
        if isinstance(one, Parties | Signatures | Email):
            for path, leaf in one.leaves(facts.document, one.id):
                problem = leaf.read(facts.text(path)).problem if isinstance(leaf, Email) else None
                if problem:
                    name = place_name(facts.document, path)
                    yield Finding(path, f"{name}: {problem.message}", fixes=chosen(problem, path, "Skriv "))


@check("G33", Severity.WARNING, reads="parties signature")
def address_of_another(facts: Facts) -> Iterator[Finding]:
    """The domain is the party's own: not another party's, and not a misspelling of the one in its other addresses."""
    found = addresses(facts)
    by_party: dict[str, Counter[str]] = {}
    for one in found:
        by_party.setdefault(one.party.id, Counter())[one.domain] += 1
    for one in found:
        if not OPEN_TO_ALL.match(one.domain):
            other = belongs_to(one, facts.document.parties, by_party)
            right = misspelt(one, found)
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


def belongs_to(one: Address, parties: tuple[Party, ...], by_party: dict[str, Counter[str]]) -> Party | None:
    """Another party whose domain this is: by its name, or because only this party's single address strays there."""
    if named_after(one.domain, one.party.name):
        return None
    others = [party for party in parties if party.id != one.party.id]
    for party in others:
        if named_after(one.domain, party.name):
            return party
    own = [domain for domain in by_party[one.party.id] if domain != one.domain]
    for party in others:
        theirs = by_party.get(party.id, Counter())
        if own and theirs[one.domain] and set(theirs) == {one.domain} and not close(own[0], one.domain):
            return party
    return None


def misspelt(one: Address, found: list[Address]) -> str | None:
    """The right domain, when this one differs from another of the same party by one or two letters."""
    everywhere = Counter(other.domain for other in found)
    for other in found:
        if other.party.id == one.party.id and other.domain != one.domain and close(one.domain, other.domain):
            mine, theirs = (named_after(domain, one.party.name) for domain in (one.domain, other.domain))
            if mine != theirs:
                return other.domain if theirs else None
            if everywhere[one.domain] != everywhere[other.domain]:
                return other.domain if everywhere[one.domain] < everywhere[other.domain] else None
            return other.domain if found.index(other) < found.index(one) else None
    return None


def close(one: str, other: str) -> bool:
    """One or two letters apart, and long enough for that to mean something."""
    return min(len(main_part(one)), len(main_part(other))) >= SHORTEST and 0 < distance(one, other) <= 2


def main_part(domain: str) -> str:
    """«alvkarleby.se» → «alvkarleby»"""
    return domain.rpartition(".")[0].replace("-", "").replace(".", "")


def named_after(domain: str, name: str) -> bool:
    """Does a domain carry an organisation's name? «arbetsformedlingen.se» does, «regionuppsala.se» too."""
    main, words = main_part(domain), folded(name)
    if len(main) < 3 or not words:
        return False
    joined = "".join(words)
    own = [word for word in words if len(word) >= 4 and word not in {plain(word) for word in COMMON_WORDS}]
    stems = [word.removesuffix("s") for word in own]
    return main == joined or (len(main) >= SHORTEST and main in joined) or any(stem in main for stem in stems)


def folded(text: str) -> list[str]:
    return re.findall(r"[a-z]+", plain(text))


def plain(text: str) -> str:
    """Lower case without dots and accents: «Älvkarleby» → «alvkarleby»."""
    return "".join(
        letter for letter in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(letter)
    )


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
