"""G05 and G06: amounts written in the text under «Ange budget/finansiering», against the budget."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import combinations

from ...kinds.budget.calendar import YearTable
from ...kinds.budget.ledger import Ledger
from ...kinds.budget.wages import yearly_amount
from ...reading import Problem
from ...text_amounts import TextAmount, find_amounts
from ...text_parts import replaced, sentence_span
from ..facts import Facts, Prose
from ..registry import Finding, Fix, Fixes, Severity, check
from ..wording import decimal, kr, months, quoted
from .budget_facts import money

READS = "budget parties period"
EARLIER = re.compile(r"\b(?:beviljades|tidigare|förra|föregående|förbruka\w*|utfall\w*)\b", re.I)
TOTAL = re.compile(r"\b(?:total\w*|summa\w*|sammanlagt|hela (?:beloppet|summan))\b", re.I)
APPLIED = re.compile(r"\b(?:sök\w*|ansök\w*|rekvir\w*|från (?:samordnings)?förbundet)\b", re.I)
WHOLE_COST = re.compile(
    r"\btotal(?:a|t)? ?(?:kostnad\w*|budget\w*)(?: för (?:hela )?(?:insatsen|projektet))?(?: *(?:är|blir|uppgår till|beräknas till|[:=]))?$",
    re.I,
)
LONGEST_LEAD = 200
"""Characters before an amount that tell what it is the total of."""
END_OF_SENTENCE = re.compile(r"\n|[.!?] ")
ONE_PURPOSE = re.compile(r" *(?:för|till|i|avseende|avser) +(?!insats|projekt|hela|period|år|tid)", re.I)


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a budget that a text may name, whole kronor."""

    known: frozenset[int]
    applied: int
    """What is to be paid by the förbund: the total of the first table."""
    totals: frozenset[int]
    """Totals of tables and parties, and of the years."""
    grand: int
    yearly: frozenset[int]
    """Figures of single calendar years, when there are several."""
    in_order: tuple[int, ...]
    """The known figures but 0, rising."""

    def nearest(self, value: int) -> int:
        """The figure closest to an amount, the smaller of two; 0 when there is none."""
        place = bisect_left(self.in_order, value)
        beside = self.in_order[max(0, place - 1) : place + 1]
        return min(beside, key=lambda figure: (abs(figure - value), figure), default=0)


def figures(ledger: Ledger, years: tuple[YearTable, ...]) -> Figures:
    """Every sum and cell; also sums that belong together: lines of one name, two groups of a table, two tables."""
    sums = {key: one.value for key, one in ledger.sums.items() if not key.startswith("tjanst/")}
    known, by_label = {0, *sums.values()}, dict[str, int]()
    for table in ledger.tables:
        groups = [sums.get(f"grupp/{group.definition.id}", 0) for group in table.groups]
        known |= {one + other for one, other in combinations(groups, 2)}
        for group in table.groups:
            for line in group.lines:
                by_label.setdefault(line.label.strip().lower(), 0)
                by_label[line.label.strip().lower()] += sums.get(f"rad/{group.definition.id}/{line.id}", 0)
                known |= {ledger_cell(ledger, line.path, party.id) for party in table.parties}
    tables = [sums.get(f"tabell/{table.definition.id}", 0) for table in ledger.tables]
    known |= {*by_label.values(), *(one + other for one, other in combinations(tables, 2))}
    yearly = year_figures(years)
    return Figures(
        known=frozenset(known | yearly),
        applied=tables[0] if tables else 0,
        totals=frozenset(
            {value for key, value in sums.items() if key.startswith(("tabell/", "part/", "total"))} | yearly
        ),
        grand=sums.get("total", 0),
        yearly=yearly,
        in_order=tuple(sorted((known | yearly) - {0})),
    )


def ledger_cell(ledger: Ledger, line: str, party: str) -> int:
    value = ledger.document.read(f"{line}/belopp/{party}").value
    return value if isinstance(value, int) else 0


def year_figures(tables: tuple[YearTable, ...]) -> frozenset[int]:
    """Cells, parties, tables and the whole budget, year by year."""
    found: set[int] = set()
    whole: dict[int, int] = {}
    for table in tables:
        sums = {year: one.value for year, one in table.sums().items()}
        found |= {*sums.values(), *(value for by_year in table.party_sums().values() for value in by_year.values())}
        found |= {kronor for cell in table.cells for kronor in cell.by_year.values()}
        for year, kronor in sums.items():
            whole[year] = whole.get(year, 0) + kronor
    return frozenset(found | set(whole.values()))


@check("G06", Severity.ERROR, each="finance")
def unreadable_amount_in_text(facts: Facts, prose: Prose) -> Iterator[Finding]:
    """An amount in the text that can be read in more than one way."""
    for amount in find_amounts(prose.words):
        if amount.problem:
            fixes = partial(as_buttons, prose, amount, amount.problem)
            yield Finding(prose.path, amount.problem.message, amount.words, fixes)


def as_buttons(prose: Prose, amount: TextAmount, problem: Problem) -> tuple[Fix, ...]:
    texts = (
        replaced(prose.raw, amount.number_start, amount.number_end, kr(int(one.value))) for one in problem.suggestions
    )
    return tuple(
        Fix(f"Det är {one.label}", {prose.path: text})
        for one, text in zip(problem.suggestions, texts, strict=True)
        if text is not None
    )


@check("G05", Severity.ERROR, reads=READS, each="finance")
def amounts_of_the_text(facts: Facts, prose: Prose) -> Iterator[Finding]:
    """Each amount in the text is a figure of the budget, and what is called the total is the total."""
    found = find_amounts(prose.words)
    ledger = money(facts).ledger
    if ledger is None or not found:
        return
    known = figures(ledger, money(facts).year_tables)
    before = 0
    earlier: dict[tuple[int, int], bool] = {}
    for amount in found:
        lead, before = prose.words[before : amount.start], amount.end
        sentence = sentence_span(prose.words, amount.start)
        if sentence not in earlier:
            earlier[sentence] = EARLIER.search(prose.words[slice(*sentence)]) is not None
        if amount.kronor is None or earlier[sentence]:
            continue
        if amount.per_year:
            yield from yearly(facts, prose, amount, known)
        elif amount.roughly:
            yield from roughly(prose, amount, known)
        else:
            yield from exactly(prose, amount, known, last_sentence(lead))


def last_sentence(lead: str) -> str:
    return END_OF_SENTENCE.split(lead)[-1]


def exactly(prose: Prose, amount: TextAmount, known: Figures, lead: str) -> Iterator[Finding]:
    value = amount.kronor or 0
    right, ways, total = claimed_total(prose, amount, known, lead)
    if value in ways or (total is None and value in known.known):
        return
    near = known.nearest(value)
    rounded = near and amount.precision > 1 and abs(near - value) * 2 <= amount.precision
    about = f"{amount.words} {right}"
    if rounded:
        sentence = f"Texten säger {quoted(amount.words)}, avrundat. I budgeten står {kr(near)}. Skriv det beloppet."
        yield Finding(prose.path, sentence, about, rewritten(prose, amount, near), Severity.WARNING)
    elif total is not None:
        sentence = (
            f"Texten säger {quoted(amount.words)} {total}, men budgeten ger {kr(right)}. Rätta texten eller budgeten."
        )
        yield Finding(prose.path, sentence, about, rewritten(prose, amount, right))
    else:
        sentence = (
            f"Texten nämner {quoted(amount.words)}, men det beloppet finns ingenstans i budgeten. "
            "Rätta texten eller budgeten, eller sätt in beloppet ur budgeten så att det följer med."
        )
        yield Finding(prose.path, sentence, about)


def claimed_total(
    prose: Prose, amount: TextAmount, known: Figures, lead: str
) -> tuple[int, frozenset[int], str | None]:
    """(the total that the text should name, figures that will do, what the text calls it); None when it claims no total."""
    if WHOLE_COST.search(lead.rstrip(" ")[-LONGEST_LEAD:]):
        return known.grand, known.totals, "som total kostnad"
    if TOTAL.search(lead) and APPLIED.search(lead) and not ONE_PURPOSE.match(prose.words, amount.end):
        return known.applied, known.totals, "som hela det sökta beloppet"
    return 0, frozenset(), None


def yearly(facts: Facts, prose: Prose, amount: TextAmount, known: Figures) -> Iterator[Finding]:
    """«42 000 per år» during nine months is 31 500."""
    value, period = amount.kronor or 0, facts.period
    if period is None:
        if value not in known.known:
            sentence = f"Texten säger {quoted(amount.words)}. Fyll i insatstiden, så räknas det om till insatsens tid."
            yield Finding(prose.path, sentence, amount.words, (), Severity.WARNING)
        return
    worked, length = yearly_amount(value, period), months(period)
    consistent = worked in known.known and (worked == value or value not in known.known)
    if consistent or value in known.yearly:
        return
    sentence = (
        f"Texten säger {quoted(amount.words)}. Insatsen pågår {decimal(length)} månader, "
        f"och {kr(value).removesuffix('kr').strip()} × {decimal(length)}/12 = {kr(worked)}. "
    )
    if value in known.known:
        sentence += (
            f"I budgeten står {kr(value)}. Skriv {kr(value)} utan ”per år”, eller ändra budgeten till {kr(worked)}."
        )
    else:
        sentence += "Inget av beloppen finns i budgeten. Skriv beloppet för hela insatsen, så som det står där."
    fixes = partial(rewritten, prose, amount, value, " utan ”per år”") if value in known.known else ()
    yield Finding(prose.path, sentence, f"{amount.words} {period}", fixes, Severity.WARNING)


def roughly(prose: Prose, amount: TextAmount, known: Figures) -> Iterator[Finding]:
    """«cirka 42 000 kr»: the budget knows exactly."""
    value = amount.kronor or 0
    near = known.nearest(value)
    if value in known.known:
        sentence = (
            f"Texten säger {quoted(amount.words)}, men budgeten är exakt {kr(value)}. Skriv beloppet utan förbehåll."
        )
        fixes: Fixes = partial(rewritten, prose, amount, value)
    elif near and abs(near - value) * 10 <= value:
        sentence = f"Texten säger {quoted(amount.words)}. I budgeten står {kr(near)}. Skriv det exakta beloppet."
        fixes = partial(rewritten, prose, amount, near)
    else:
        sentence = f"Texten säger {quoted(amount.words)}, men inget sådant belopp finns i budgeten. Skriv det belopp som står där."
        fixes = ()
    yield Finding(prose.path, sentence, f"{amount.words} {near}", fixes, Severity.WARNING)


def rewritten(prose: Prose, amount: TextAmount, value: int, more: str = "") -> tuple[Fix, ...]:
    text = replaced(prose.raw, amount.start, amount.end, kr(value))
    return (Fix(f"Skriv {kr(value)}{more}", {prose.path: text}),) if text is not None else ()
