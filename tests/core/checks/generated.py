"""Applications of chance, each of them right: other parties, days, amounts and words every time, and nothing for Granska to say."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from finsam_forms.core.dates import MONTHS
from finsam_forms.core.document import Document
from finsam_forms.core.kronor import format_kronor
from tests.core.checks.builder import ansokan, phase, rows

KOMMUNER = {
    "Älvkarleby kommun": "alvkarleby", "Tierps kommun": "tierp", "Håbo kommun": "habo", "Enköpings kommun": "enkoping",
    "Knivsta kommun": "knivsta", "Östhammars kommun": "osthammar", "Heby kommun": "heby",
}  # fmt: skip
REGIONER = {
    "Region Uppsala": "regionuppsala",
    "Region Sörmland": "regionsormland",
    "Region Gävleborg": "regiongavleborg",
}
PEOPLE = (
    "Kim Norrby",
    "Lo Södergren",
    "Bo Västby",
    "Eli Öster",
    "Mio Sundin",
    "Noa Lindö",
    "Tove Åberg",
    "Alex Granvik",
    "Jo Ekdal",
    "Ali Hellman",
)
"""As many as five parties need, when every contact and every signatory is another person."""
ROLES = ("Enhetschef", "Verksamhetschef, vuxna", "Samverkansansvarig", "Enhetschef för arbetsmarknad", "Sektionschef")
SIGNS = (
    "Socialchef",
    "Förvaltningschef",
    "Tf. områdeschef",
    "Chef för lokalkontoret",
    "Kommundirektör",
    "Enhetschef för vuxenstöd",
)
SYFTE = (
    "Insatsen ger unga vuxna ett samordnat stöd.",
    "Personer med behov av flera parters stöd får en gemensam planering.",
    "Stödet från parterna ska hänga ihop, och vägen till arbete ska bli kortare.",
)
BAKGRUND = (
    "Behovet är kartlagt av LOKUS under 2025. Kvinnor och män möter olika hinder.",
    "Vid nulägesanalysen såg parterna att 42 personer saknar gemensam planering. Jämställdheten följs upp.",
    "Lagen (2003:1210) ger parterna ett gemensamt ansvar. Kvinnorna väntar längre än männen.",
)
METOD = (
    "Processledaren kallar till möten. En risk är att medarbetare byts ut. Arbetssättet blir en del av ordinarie verksamhet.",
    "## Risker\n\nRemisserna kan bli få.\n\n## Implementering\n\nCheferna beslutar om rutinen.",
    "Teamet möts varje vecka. Riskanalysen görs om i halvtid. Efter insatsen implementeras rutinen hos alla parter.",
)
MAL = (
    "Minst 40 personer har fått en kartläggning.", "Åtta av tio har en gemensam planering.", "Andelen i arbete eller studier ökar.",
    "Alla parter har en skriftlig rutin.", "Hälften går vidare till arbete.", "Deltagarna skattar sin hälsa högre i enkäten.",
)  # fmt: skip
MALGRUPP = (
    "Kvinnor och män i åldern 18–29 år.",
    "Personer mellan 16 och 64 år med behov av samordnat stöd.",
    "Unga vuxna, 20–29 år.",
)
APPROVED = (
    "Diskuterad i LOKUS {a}, godkänd {b}.",
    "LOKUS {a}. Reviderad och godkänd {b}",
    "Godkänd {b}, diskuterad {a}.",
)


@dataclass
class Made:
    """An application, and what a fault that is planted in it needs to know."""

    values: dict[str, str]
    chance: Random
    owners: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    domains: dict[str, str] = field(default_factory=dict)
    """Party → the main part of its domain."""
    approved: date = date(2027, 1, 20)
    start: date = date(2027, 4, 1)
    end: date = date(2027, 12, 31)
    sought: int = 0
    own: int = 0

    @property
    def parties(self) -> list[str]:
        return self.owners + self.others

    def row(self, party: str) -> str:
        return f"{'insatsagare' if party in self.owners else 'samverkansparter'}/{party}"

    def block(self, party: str) -> str:
        return f"underskrifter_{'insatsagare' if party in self.owners else 'samverkanspart'}/{party}"

    def name(self, party: str) -> str:
        return self.values[f"{self.row(party)}/organisation"]

    def document(self, changes: dict[str, str] | None = None) -> Document:
        return Document(ansokan(), {**self.values, **(changes or {})})


def written(chance: Random, day: date) -> str:
    """A day as people write it."""
    ways = (
        day.isoformat(),
        f"{day:%y%m%d}",
        f"{day.day}/{day.month} {day.year}",
        f"{day.day} {MONTHS[day.month - 1]} {day.year}",
        f"den {day.day} {MONTHS[day.month - 1][:3]} {day.year}",
    )
    return chance.choice(ways)


def kr(chance: Random, amount: int) -> str:
    return chance.choice((format_kronor(amount, with_unit=True), f"{amount} kr", f"{amount // 1000} tkr"))


def local(person: str) -> str:
    return person.lower().translate(str.maketrans("åäö ", "aao."))


def made(seed: int) -> Made:
    chance = Random(seed)
    one = Made({}, chance)
    with_parties(one)
    with_time(one)
    with_texts(one)
    with_money(one)
    return one


def with_parties(one: Made) -> None:
    chance, values = one.chance, one.values
    kommuner = chance.sample(list(KOMMUNER.items()), chance.choice((1, 1, 2)))
    myndigheter = [("Arbetsförmedlingen", "arbetsformedlingen"), ("Försäkringskassan", "forsakringskassan")]
    others = [*myndigheter, chance.choice(list(REGIONER.items()))]
    chance.shuffle(others)
    one.owners = [f"own{number}" for number in range(len(kommuner))]
    one.others = [f"oth{number}" for number in range(len(others))]
    values |= rows("insatsagare", *one.owners) | rows("samverkansparter", *one.others)
    people = chance.sample(PEOPLE, len(PEOPLE))
    for party, (name, domain) in zip(one.parties, kommuner + others, strict=True):
        one.domains[party] = domain
        contact, signs = (people.pop() if chance.random() < 0.6 else chance.choice(ROLES) for _ in range(2))
        for path, person, key in ((one.row(party), contact, "kontaktperson"), (one.block(party), signs, "namn")):
            address = local(person) if person in PEOPLE else chance.choice(("registrator", "samverkan", "enheten.norr"))
            values |= {f"{path}/{key}": person, f"{path}/epost": f"{address}@{domain}.example"}
        values |= {f"{one.row(party)}/organisation": name, f"{one.block(party)}/roll": chance.choice(SIGNS)}


def with_time(one: Made) -> None:
    chance, values = one.chance, one.values
    year = chance.randint(2026, 2029)
    first = chance.choice((1, 2, 3))
    one.start, one.end = date(year, 3 * first - 2, 1), date(year, 12, 31)
    one.approved = one.start - timedelta(days=chance.randint(60, 120))
    discussed = one.approved - timedelta(days=chance.randint(20, 60))
    comment = chance.choice(APPROVED).format(a=written(chance, discussed), b=written(chance, one.approved))
    values |= {"insatstid/start": one.start.isoformat(), "insatstid/slut": one.end.isoformat()}
    values |= {"lokus": "ja", "lokus/kommentar": comment}
    for party in one.parties:
        values[f"{one.block(party)}/datum"] = (one.approved + timedelta(days=chance.randint(0, 50))).isoformat()
    quarters = range(first, 5)
    values |= rows("tidplan", *(f"phas{number}" for number in quarters))
    for number in quarters:
        start = date(year, 3 * number - 2, 1)
        end = date(year, 12, 31) if number == 4 else date(year, 3 * number + 1, 1) - timedelta(days=1)
        label = chance.choice((f"Q{number}", f"Kvartal {number}", "Uppstart" if number == first else "Arbete"))
        values |= phase(f"phas{number}", start.isoformat(), end.isoformat(), label)


def with_texts(one: Made) -> None:
    chance, values = one.chance, one.values
    values |= {
        "insatsens_namn": chance.choice(("Vägen in", "Steg för steg", "Tillsammans vidare", "En väg till arbete")),
        "insatstyp": chance.choice(("individinriktad insats", "strukturövergripande insats")),
        "syfte": chance.choice(SYFTE),
        "bakgrund": chance.choice(BAKGRUND),
        "malgrupp": chance.choice(MALGRUPP),
        "metod": chance.choice(METOD),
        "uppfoljning": "Målen följs upp i Uppföljning Finsam.",
        "forankring": "Ansökan är behandlad hos alla parter.",
    }
    for kind, text in zip(("resultatmal", "insatsmal", "effektmal"), chance.sample(MAL, 3), strict=True):
        values |= rows(f"mal/{kind}", "goal") | {f"mal/{kind}/goal/text": text}


def with_money(one: Made) -> None:
    chance, values = one.chance, one.values
    one.sought, lines = 0, []
    values |= rows("budget/lon", *(f"wage{number}" for number in range(len(one.owners))))
    for number, party in enumerate(one.owners):
        line, amount = f"budget/lon/wage{number}", 1000 * chance.randint(150, 480)
        who = ("Processledare", "Coach")[number]
        values |= {f"{line}/benamning": who, f"{line}/tjanst_procent": chance.choice(("50", "75", "80"))}
        values |= {f"{line}/fran": one.start.isoformat(), f"{line}/till": one.end.isoformat()}
        values[f"{line}/belopp/{party}"] = str(amount)
        one.sought += amount
        lines.append(f"{who} {kr(chance, amount)}")
    travels, one.own = 1000 * chance.randint(5, 40), 1000 * chance.randint(42, 95)
    values[f"budget/ovrigt/resor/belopp/{one.owners[0]}"] = str(travels)
    values[f"budget/egenfinansiering/lokal/lokalhyra/belopp/{one.owners[0]}"] = str(one.own)
    one.sought += travels
    values["finansiering"] = (
        f"Vi söker totalt {kr(chance, one.sought)} från Samordningsförbundet. {'. '.join(lines)}. Resor {kr(chance, travels)}."
    )
