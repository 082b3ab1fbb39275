"""G05 and G06: amounts written in the text under «Ange budget/finansiering», against the budget."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from ..budget import Ledger
from ..reading import Problem
from ..text_amounts import TextAmount, find_amounts
from ..text_parts import replaced, sentence_at
from ..wages import yearly_amount
from ..years import YearTable
from .facts import Facts, Prose
from .registry import Finding, Fix, Severity, check
from .wording import decimal, kr, months, quoted

READS = "finance budget parties period"
EARLIER = re.compile(r"\b(?:beviljades|tidigare|förra|föregående|förbruka\w*|utfall\w*)\b", re.I)
TOTAL = r"\b(?:total\w*|summa\w*|sammanlagt|hela (?:beloppet|summan))\b"
APPLIED = r"\b(?:sök\w*|ansök\w*|rekvir\w*|från (?:samordnings)?förbundet)\b"
APPLIED_TOTAL = re.compile(rf"(?=.*{TOTAL})(?=.*{APPLIED})", re.I | re.S)
WHOLE_COST = re.compile(
    r"\btotal(?:a|t)? ?(?:kostnad\w*|budget\w*)(?: för (?:hela )?(?:insatsen|projektet))? *(?:är|blir|uppgår till|beräknas till|[:=])? *$",
    re.I,
)
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


@check("G06", Severity.ERROR, reads="finance")
def unreadable_amount_in_text(facts: Facts) -> Iterator[Finding]:
    """An amount in the text that can be read in more than one way."""
    for prose in facts.finance:
        for amount in find_amounts(prose.words):
            if amount.problem:
                yield Finding(
                    prose.path, amount.problem.message, amount.words, as_buttons(prose, amount, amount.problem)
                )


def as_buttons(prose: Prose, amount: TextAmount, problem: Problem) -> tuple[Fix, ...]:
    texts = (
        replaced(prose.raw, amount.number_start, amount.number_end, kr(int(one.value))) for one in problem.suggestions
    )
    return tuple(
        Fix(f"Det är {one.label}", {prose.path: text})
        for one, text in zip(problem.suggestions, texts, strict=True)
        if text is not None
    )


@check("G05", Severity.ERROR, reads=READS)
def amounts_of_the_text(facts: Facts) -> Iterator[Finding]:
    """Each amount in the text is a figure of the budget, and what is called the total is the total."""
    if facts.ledger is None or not facts.finance:
        return
    known = figures(facts.ledger, facts.year_tables)
    for prose in facts.finance:
        before = 0
        for amount in find_amounts(prose.words):
            lead, before = prose.words[before : amount.start], amount.end
            if amount.kronor is None or EARLIER.search(sentence_at(prose.words, amount.start)):
                continue
            if amount.per_year:
                yield from yearly(facts, prose, amount, known)
            elif amount.roughly:
                yield from roughly(prose, amount, known)
            else:
                yield from exactly(prose, amount, known, last_sentence(lead))


def last_sentence(lead: str) -> str:
    return re.split(r"\n|[.!?] ", lead)[-1]


def exactly(prose: Prose, amount: TextAmount, known: Figures, lead: str) -> Iterator[Finding]:
    value = amount.kronor or 0
    right, ways, total = claimed_total(prose, amount, known, lead)
    if value in ways or (total is None and value in known.known):
        return
    near = [figure for figure in known.known if amount.precision > 1 and abs(figure - value) * 2 <= amount.precision]
    about = f"{amount.words} {right}"
    if near:
        sentence = f"Texten säger {quoted(amount.words)}, avrundat. I budgeten står {kr(near[0])}. Skriv det beloppet."
        yield Finding(prose.path, sentence, about, rewritten(prose, amount, near[0]), Severity.WARNING)
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
    if WHOLE_COST.search(lead):
        return known.grand, known.totals, "som total kostnad"
    if APPLIED_TOTAL.search(lead) and not ONE_PURPOSE.match(prose.words, amount.end):
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
    fixes = rewritten(prose, amount, value, " utan ”per år”") if value in known.known else ()
    yield Finding(prose.path, sentence, f"{amount.words} {period}", fixes, Severity.WARNING)


def roughly(prose: Prose, amount: TextAmount, known: Figures) -> Iterator[Finding]:
    """«cirka 42 000 kr»: the budget knows exactly."""
    value = amount.kronor or 0
    near = min(
        (figure for figure in known.known if figure), key=lambda figure: (abs(figure - value), figure), default=0
    )
    if value in known.known:
        sentence = (
            f"Texten säger {quoted(amount.words)}, men budgeten är exakt {kr(value)}. Skriv beloppet utan förbehåll."
        )
        fixes = rewritten(prose, amount, value)
    elif near and abs(near - value) * 10 <= value:
        sentence = f"Texten säger {quoted(amount.words)}. I budgeten står {kr(near)}. Skriv det exakta beloppet."
        fixes = rewritten(prose, amount, near)
    else:
        sentence = f"Texten säger {quoted(amount.words)}, men inget sådant belopp finns i budgeten. Skriv det belopp som står där."
        fixes = ()
    yield Finding(prose.path, sentence, f"{amount.words} {near}", fixes, Severity.WARNING)


def rewritten(prose: Prose, amount: TextAmount, value: int, more: str = "") -> tuple[Fix, ...]:
    text = replaced(prose.raw, amount.start, amount.end, kr(value))
    return (Fix(f"Skriv {kr(value)}{more}", {prose.path: text}),) if text is not None else ()
