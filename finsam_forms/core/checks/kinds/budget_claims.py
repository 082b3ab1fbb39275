"""Which figure of the budget the words around an amount of a text mean: «Sökt belopp», «egenfinansiering», «Processledare 75 %».

Only words close by count: between the word that claims and the amount stands nothing but small words, days and shares. What is
said otherwise, or of several things at once, claims nothing, and any figure of the budget will do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ...kinds.budget.ledger import Ledger
from ...text_amounts import TextAmount
from ...text_parts import sentence_span
from .budget_topics import ALL, Topic, Topics
from .budget_words import COST, LISTING, ORGANISATION, TOKEN, TOTAL, Said

LEAD, TAIL, CONTEXT = 200, 160, 400
"""Characters before an amount, after it, and before its sentence that are looked at."""
END_OF_SENTENCE = re.compile(r"\n|(?<!\binkl)(?<!\bexkl)[.!?] ", re.I)
PART_OF_IT = re.compile(
    r"\b(?:varav|därav|rest(?:en|erande)|återst\w+|ytterligare|dessutom|också|även|dels|hälften|vardera|del(?:en)? av"
    r"|(?:av|för|till|i) (?:det|detta|dem|dessa|denna|vilka|den))\b",
    re.I,
)
NEXT = re.compile(r",|;|\||\+|\b(?:och|samt|plus|varav|därav)\b|: ", re.I)
AFTER = re.compile(
    r"[;()|]|[.!?](?= |$)| [–-] |\b(?:varav|därav|(?:in|ex)kl(?:usive)?|(?:med|utan)(?: \w+)? (?:egen|med)finansier\w*)\b"
    r"|,? {0,3}\b(?:vilket|som|där|men|medan|då|eftersom|så|när|om)\b",
    re.I,
)
BREAK = re.compile(rf"{NEXT.pattern}|{AFTER.pattern}", re.I)
OWN_MONEY = r"(?: \w+)? (?:egen|med)finansier\w*"
WITH_OWN = re.compile(rf"\binkl(?:usive|\.)?{OWN_MONEY}", re.I)
WITHOUT_OWN = re.compile(rf"\b(?:exkl(?:usive|\.)?|utan){OWN_MONEY}", re.I)
"""What a total has in it or not: «Total kostnad inklusive egenfinansiering: 397 000 kr»."""
OF_A_WHOLE = re.compile(r"\W*(?:ut)?av\b", re.I)
IS_PART = re.compile(r"\b(?:är|var|blir|går|utgör|avser|används|läggs|fördelas|kostar)\b", re.I)
ASKS = re.compile(r"\b(?:sök(?:s|es|er)|äskas?|rekvirera[rs])\b", re.I)
OF_THE_COST = re.compile(
    r"\bvarav (?:vi )?(?:sök(?:t|s|es|er)|(?:egen|med)finansier\w+)(?: (?:belopp\w*|vi|är|med))*[\s:]*$", re.I
)
FOR_PEOPLE = re.compile(r"^\W*(?:(?:övriga|andra) )?([^\W\d_]+) +(?:för|till|åt) +deltagar\w*[\s:]*$", re.I)
PURPOSE_FIRST = re.compile(
    r"\W*(?:till|för|som)\s+(?!att\b|insats|projekt|hela|period|år|tid|den |det |\d|genomför|samordnings|förbund|ansök)\w",
    re.I,
)
YEAR = re.compile(r"\b20\d\d\b|\b(?:första|andra|tredje) året\b|\bår (?:ett|två|tre|1|2|3)\b", re.I)
WHOLE = re.compile(r"\b(?:insats|projekt)\w*", re.I)
HELA = re.compile(r"\bhela\b", re.I)
ALL_OF_IT = re.compile(r"\bhela (?:kostnad|budget|belopp|finansiering)\w*|\bbudget(?:en|ens)?\b|\bomslutning\w*", re.I)
OUT_OF_IT = re.compile(
    r"\b(?:i|ur|från|av|inom|till|enligt|utöver) (?:\w+ )?budget|(?<!vi har )(?<!insatsen har )(?<!projektet har )\ben (?:\w+ )?budget",
    re.I,
)
"""Something of the budget, or one that somebody else has: «deltagarna har en budget på …»."""
CONTRIBUTES = re.compile(
    r"\b(?P<who>[^\W\d_]+)s (?:(?:egen|egna|totala|sammanlagda|del) )?(?P<what>insats|bidrag|medverkan|motprestation|tillskott)(?:en|et|er)?"
    r"(?: (?:i|till) \w+)? *(?:[:=–-]|är|blir|var|uppgår till|motsvarar|på|om|(?:värderas|beräknas) till)? *$",
    re.I,
)
"""«Kommunens insats: 30 000 kr»: what a party pays itself."""
FORBUND = re.compile(r"\b(?:samordningsförbundet +\w+ +län|(?<=från )finsam(?: +\w+ +län)?|(?<=hos )finsam)\b", re.I)
"""Its own name has a place in it that is also a party's."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What the text says that an amount is."""

    called: str
    """«som hela det sökta beloppet», «för ”Processledare”»."""
    rights: tuple[tuple[int, str], ...]
    """What it may be, the most likely first, whole kronor, and what that is: «att rekvirera»; no words when there is one."""
    figures: tuple[frozenset[int], ...] = ()
    topics: tuple[Topic, ...] = ()
    tables: tuple[str, ...] = ()
    by_name: bool = False
    """Is it told by the name of a line or a party, which can stand there for another reason?"""

    def nearly(self, value: int) -> int:
        """The figure that a «cirka» means, a tenth from it at most; 0 for none."""
        near = min((right for right, _ in self.rights), key=lambda right: abs(right - value), default=0)
        return near if abs(near - value) * 10 <= value else 0

    def fits(self, value: int) -> bool:
        known = (frozenset(right for right, _ in self.rights), *self.figures)
        return any(value in figures for figures in known) or any(topic.has(value, self.tables) for topic in self.topics)


class Claims:
    """What the texts about a budget can claim. `by_year`: the figures of single calendar years, when there are several."""

    def __init__(self, ledger: Ledger, topics: Topics, by_year: frozenset[int]):
        self.topics, self.by_year = topics, by_year
        tables = [table.definition for table in ledger.tables]
        self.applied = tuple(table.id for table in tables[:1])
        self.other = tuple(table.id for table in tables[1:] if table.role)
        self.own = tuple(table.id for table in tables[1:] if not table.role)
        self.sums = {table.id: ledger.sum("tabell", table.id).value for table in tables}
        self.grand = ledger.total.value
        self.parts: dict[str, frozenset[int]] = {}
        self.inside: dict[str, frozenset[int]] = {}
        for table in ledger.tables:
            one = table.definition.id
            parties = {ledger.sum("tabell", one, party.id).value for party in table.parties}
            groups = [group.definition.id for group in table.groups]
            of_groups = {ledger.sum("grupp", group).value for group in groups}
            of_groups |= {ledger.sum("grupp", group, party.id).value for group in groups for party in table.parties}
            lines = {
                ledger.sum("rad", group.definition.id, line.id).value for group in table.groups for line in group.lines
            }
            cells = {value for topic in topics.by_stem.values() for value in topic.figures.get(one, ())}
            self.parts[one] = frozenset(parties)
            self.inside[one] = frozenset({self.sums[one]} | parties | of_groups | lines | cells)

    def of(self, words: str, amount: TextAmount, before: int, after: int) -> Claim | None:
        """What the words around an amount claim that it is; None for nothing in particular. `before`, `after`: where the amounts
        on either side end and begin."""
        start, end = sentence_span(words, amount.start)
        *ended, lead_words = END_OF_SENTENCE.split(words[max(before, amount.start - LEAD) : amount.start])
        part = PART_OF_IT.search(lead_words) is not None
        if before > start and not ended:
            first = words[max(start, before - LEAD) : before]
            if COST.search(first) and OF_THE_COST.search(lead_words):
                part = False
            found = NEXT.search(lead_words)
            if found:
                lead_words = lead_words[found.end() :]
            elif not self.of_all(first):
                lead_words = ""
        tail_words = words[amount.end : min(after, max(end, amount.end), amount.end + TAIL)]
        lead_words, tail_words = (FORBUND.sub("samordningsförbundet", one) for one in (lead_words, tail_words))
        of_whole = OF_A_WHOLE.match(lead_words) and before <= start
        part = part or bool(of_whole and IS_PART.search(lead_words))
        stated, lead_words = lead_words, beside_own(lead_words)
        people = FOR_PEOPLE.match(lead_words)
        if people and self.topics.named(people[1]):
            lead_words = people[1]
        lead, stop = self.backwards(lead_words)
        if stop == 0 and lead_words.rstrip().endswith(":") and any(topic.party for topic in lead.topics):
            lead.gets = True  # «Region Uppsala: 42 000 kr»
        if of_whole and not part and not ASKS.search(lead_words):
            tail_words = ""
        tail = self.forwards(self.own_tail(tail_words, lead, another=after < min(end, amount.end + TAIL)))
        if lead.several or tail.several:
            return None
        near = lead_words + " " + tail_words
        gives = CONTRIBUTES.search(lead_words)
        if gives and (ORGANISATION.match(gives["who"]) or any(topic.party for topic in lead.topics)):
            lead.own = True
            claim = self.of_topics(lead, tail) if lead.topics else self.of_totals(lead, tail, "", near, "")
            return self.given(claim, gives["what"].lower())
        if lead.topics or tail.topics:
            return self.of_topics(lead, tail)
        if part or tail.unknown or PURPOSE_FIRST.match(lead_words[:stop]) or not (lead.claims or tail.claims):
            return None
        if "|" in near and lead.total and (before > start or after < end):
            return None  # a row of sums in a pasted table
        claim = self.of_totals(lead, tail, lead_words, near, words[max(0, start - CONTEXT) : start])
        if claim and lead_words != stated:  # «Total kostnad inklusive egenfinansiering 42 000 kr är …»
            return replace(claim, figures=(*claim.figures, *self.within(self.inside, self.own)))
        return claim

    def given(self, claim: Claim | None, what: str) -> Claim | None:
        """What a party gives is its own; but «kommunens insats» can also be the whole insats."""
        whole = {self.grand, *(self.sums[table] for table in self.applied)} if what == "insats" else set()
        return replace(claim, figures=(*claim.figures, frozenset(whole)), by_name=True) if claim else None

    def of_all(self, first: str) -> bool:
        """«Av totalkostnaden 397 000 kr …»: does what stands before two amounts say that the second is of the whole insats?"""
        if not OF_A_WHOLE.match(first):
            return False
        said, stop = self.backwards(first)
        return stop == 0 and not said.topics

    def own_tail(self, words: str, lead: Said, *, another: bool) -> str:
        """The words after an amount that speak of it. What reaches `another` amount unbroken speaks of that one, and what
        follows the colon of a total lists its parts."""
        if another and not BREAK.search(words):
            return ""
        own = AFTER.split(words)[0]
        return own.partition(":")[0] if another or lead.claims else own

    def backwards(self, words: str) -> tuple[Said, int]:
        """What stands before an amount, the nearest first, and where that begins."""
        said, aside = Said(), False
        for token in reversed(list(TOKEN.finditer(words))):
            word = token[0]
            if word in ",;|" and not said.something_but_total:
                aside = aside or word == ","
                continue
            if LISTING.fullmatch(word) or word in ",;|":
                said.several = bool(said.topics) and word not in ";|"
                return said, token.start()
            if not said.hears(word, self.topics):
                said.several = aside and bool(said.topics)  # «…, som leder aktiviteterna, 325 000 kr»
                return said, token.end()
        return said, 0

    def forwards(self, words: str) -> Said:
        """What stands after an amount, up to the next one."""
        said = Said()
        tokens = list(TOKEN.finditer(words))
        for number, token in enumerate(tokens):
            word = token[0]
            if LISTING.fullmatch(word) or word == ",":
                said.several = bool(said.topics) and number + 1 < len(tokens)
                return said
            if not said.hears(word, self.topics):
                said.unknown = "" if said.claims else word
                return said
        return said

    def of_topics(self, lead: Said, tail: Said) -> Claim | None:
        topics = [*lead.topics, *tail.topics]
        lines = [topic for topic in topics if not topic.party]
        if lines and not frozenset.intersection(*(topic.things for topic in lines)):
            return None
        if len({topic.name for topic in topics if topic.party}) > 1:
            return None
        if tail.unknown and not lines:  # «Region Uppsala 30 000 kr utredning»
            return None
        narrow = min(lines or topics, key=lambda topic: len(topic.things))
        tables = self.tables_meant(lead, tail)
        if tables and not any(topic.figures.get(table) for topic in topics for table in tables):
            tables = ()
        rights = [narrow.sums.get(table, 0) for table in tables or narrow.sums if table != ALL]
        rights = [value for value in dict.fromkeys(rights) if value]
        pays = not lines and (lead.applied or lead.own)
        if not rights and not pays and (lines or not lead.gets):
            return None  # nothing is written there: the text may call it something else than the budget does
        return Claim(
            called=f"för ”{narrow.name.strip()}”",
            rights=tuple((value, "") for value in rights[:3] or [0]),
            topics=tuple(topics),
            tables=tables or tuple({table for topic in topics for table in topic.figures}),
            by_name=not pays,
        )

    def tables_meant(self, lead: Said, tail: Said) -> tuple[str, ...]:
        meant = (
            (lead.applied or tail.applied, self.applied),
            (lead.own or tail.own, self.own),
            (lead.other or tail.other, self.other),
        )
        found = [tables for said, tables in meant if said]
        return found[0] if len(found) == 1 else ()

    def of_totals(self, lead: Said, tail: Said, lead_words: str, near: str, context: str) -> Claim | None:
        total, cost = lead.total or tail.total, lead.cost or tail.cost
        claimed = [lead.applied or tail.applied, lead.own or tail.own, lead.other or tail.other]
        years = (self.by_year,) if YEAR.search(near) else ()
        if sum(claimed) > 1:
            return None
        tables = self.tables_meant(lead, tail)
        if any(claimed) and not tables:
            return None
        parts = self.within(self.parts, tables) if ORGANISATION.search(near) else ()
        if claimed[0]:
            return self.claim("som hela det sökta beloppet", tables, years + parts)
        if claimed[1]:
            whole = total and not parts
            return self.claim(
                "som egenfinansiering", tables, years + (() if whole else self.within(self.inside, tables))
            )
        if claimed[2]:
            return self.claim("som övrig finansiering", tables, years + self.within(self.inside, tables))
        if cost and total:
            return Claim("som total kostnad", ((self.grand, ""),), (frozenset({self.grand}), *years))
        whole = (cost and WHOLE.search(lead_words) is not None) or self.is_all(lead_words, near, context)
        if not (total or whole):
            return None
        claim = self.of_bare_total(years, context)
        sure = total or cost or WHOLE.search(lead_words) or HELA.search(lead_words)
        return claim if sure else replace(claim, by_name=True)

    def is_all(self, lead_words: str, near: str, context: str) -> bool:
        """«Hela kostnaden» is that of the insats, unless somebody pays it or the lines before speak of something else."""
        if not ALL_OF_IT.search(lead_words) or ORGANISATION.search(near) or OUT_OF_IT.search(lead_words):
            return False
        return not any(self.topics.named(token[0]) for token in TOKEN.finditer(context))

    def claim(self, called: str, tables: tuple[str, ...], more: tuple[frozenset[int], ...]) -> Claim:
        right = sum(self.sums[table] for table in tables)
        return Claim(called, ((right, ""),), (frozenset({right}), *more))

    def of_bare_total(self, years: tuple[frozenset[int], ...], context: str) -> Claim:
        """«Totalt 355 000 kr»: what is applied for, or all that it costs; of what the lines before speak of when they say so."""
        applied = sum(self.sums[table] for table in self.applied)
        figures = {applied, self.grand}
        said = Said()
        for token in TOKEN.finditer(context):
            said.hears(token[0], self.topics)
        if said.own:
            figures |= {self.sums[table] for table in self.own}
            years += self.within(self.parts, self.own)
        if said.other:
            figures |= {self.sums[table] for table in self.other}
        topics = [topic for topic in said.topics if topic.party]
        lines = [topic for topic in said.topics if not topic.party]
        if any(topic.whole_group for topic in lines) and frozenset.intersection(*(topic.groups for topic in lines)):
            topics += [topic for topic in lines if topic.whole_group]
        both = ((applied, "att rekvirera"), (self.grand, "i total kostnad"))
        rights = both if applied != self.grand else ((applied, ""),)
        return Claim("som total", rights, (frozenset(figures), *years), tuple(topics), (ALL, *self.sums))

    def within(self, known: dict[str, frozenset[int]], tables: tuple[str, ...]) -> tuple[frozenset[int], ...]:
        return tuple(known[table] for table in tables)


def beside_own(words: str) -> str:
    """The words before an amount without what they say that a total has in it or not."""
    said = WITHOUT_OWN.sub("", words)
    whole = WITH_OWN.sub("", said)
    return whole if TOTAL.search(whole) or COST.search(whole) else said
