"""The words beside an amount of a text, one at a time: what each says of it, and which are too small to say anything."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .budget_topics import Topic, Topics

TOKEN = re.compile(r"[^\W\d_]+|\d[\d.,]*|[,;:=()|/%+&–-]|\ufffc+")
ORGANISATION = re.compile(r"\b(?:kommun|region|myndighet|part|organisation|insatsägar|samverkanspart)\w*", re.I)
APPLIED = re.compile(r"(?:an)?sök\w*|rekvir\w*|äsk\w+|(?:samordnings)?förbundets?|(?:finsam|samordnings)-?medel", re.I)
OWN = re.compile(r"egen\w*|egna|eget|medfinans\w*|bidrar?|bidragit|tillskjut\w*", re.I)
OTHER = re.compile(r"esf|socialfonden\w*", re.I)
TOTAL = re.compile(r"total\w*|(?:slut)?summa\w*|sammanlag\w*|tillsammans", re.I)
GETS = re.compile(r"får|erhåller|tilldelas|beviljas", re.I)
BUDGET = re.compile(r"budget(?:en|ens)?|omslutning\w*", re.I)
COST = re.compile(r"(?:total)?kostnad\w*|kostar", re.I)
LISTING = re.compile(r"och|samt|eller|plus|[&+]", re.I)
MONTH = r"jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec"
SMALL = re.compile(
    rf"\d.*|[:=()%/–-]|(?:{MONTH})\w{{0,7}}|är|blir|var|blev|uppgår|till|på|om|med|för|i|från|av|den|de|vi|en|ett|vår|kr|kronor|procent"
    r"|insats\w*|projekt(?:et|ets)?|hela|period\w*|tid\w*|år|året|kalenderår\w*|månad\w*|nio|sex|tolv|under|medel|bidrag|finansiering\w*"
    r"|belopp\w*|budget\w*|kommer|att|ska|skall|beräkna[ds]|uppskatta[ds]|inkl\w*|exkl\w*|po|påslag|pålägg|alltså|därmed|själva?|parter\w*"
    r"|kommun\w*|region\w*|huvudmän\w*|heltid|deltid|tjänst|sökta|behövs|krävs|används|fördelas|beviljas|önskas|står|betalar|finansiera[rs]|bekosta[rs]|har|får|går"
    r"|län|som|detta|denna|avser|gäller|omfattar|avseende|anställs|per|kostnad\w*|kostar|kostnaden|ca|cirka|\ufffc+",
    re.I,
)


@dataclass(slots=True)
class Said:
    """What stands on one side of an amount."""

    applied: bool = False
    own: bool = False
    other: bool = False
    total: bool = False
    cost: bool = False
    budget: bool = False
    gets: bool = False
    several: bool = False
    """A list of things: the amount may be all of them."""
    unknown: str = ""
    """The word where the walk ended."""
    topics: list[Topic] = field(default_factory=list)

    @property
    def something_but_total(self) -> bool:
        return bool(self.topics) or self.applied or self.own or self.other or self.cost

    @property
    def claims(self) -> bool:
        return self.applied or self.own or self.other or self.total or self.cost or self.budget

    def hears(self, word: str, topics: Topics) -> bool:
        """Takes in a word; False for one that means nothing here."""
        heard = [name for name, words in FLAGS if words.fullmatch(word)]
        for name in heard:
            setattr(self, name, True)
        if heard:
            return True
        topic = topics.named(word) if len(word) > 1 else None
        if SMALL.fullmatch(word) and not (topic and topic.party and ORGANISATION.fullmatch(word)):
            return True
        if topic:
            self.topics.append(topic)
        return topic is not None


FLAGS = (
    ("applied", APPLIED),
    ("own", OWN),
    ("other", OTHER),
    ("cost", COST),
    ("total", TOTAL),
    ("gets", GETS),
    ("budget", BUDGET),
)
