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
from ..registry import Finding, Fix, Severity, check
from ..wording import decimal, kr, listed, months, quoted
from .budget_claims import Claim, Claims
from .budget_facts import money
from .budget_topics import Topics

READS = "budget parties period"
EARLIER = re.compile(r"\b(?:beviljades|tidigare|förra|föregående|förbruka\w*|utfall\w*)\b", re.I)


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a budget that a text may name, whole kronor."""

    known: frozenset[int]
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
    years = money(facts).year_tables
    known = figures(ledger, years)
    claims = Claims(ledger, Topics(ledger, years), known.yearly)
    earlier: dict[tuple[int, int], bool] = {}
    before, starts = 0, [*(amount.start for amount in found[1:]), len(prose.words)]
    for amount, after in zip(found, starts, strict=True):
        sentence = sentence_span(prose.words, amount.start)
        if sentence not in earlier:
            earlier[sentence] = EARLIER.search(prose.words[slice(*sentence)]) is not None
        if amount.kronor is not None and not earlier[sentence]:
            claim = claims.of(prose.words, amount, before, after)
            if amount.per_year:
                yield from yearly(facts, prose, amount, known)
            elif amount.roughly and (near := roughly_meant(amount.kronor, known, claim)):
                yield from roughly(prose, amount, near)
            elif claim and not claim.fits(amount.kronor):
                yield from wrongly(prose, amount, claim, known)
            elif amount.roughly:
                yield from roughly(prose, amount, 0)
            elif not claim and amount.kronor not in known.known:
                yield from nowhere(prose, amount, known)
        before = amount.end


def wrongly(prose: Prose, amount: TextAmount, claim: Claim, known: Figures) -> Iterator[Finding]:
    """The words say which figure is meant, and the budget has another. A line's or a party's name is only nearly sure."""
    rights = claim.rights or ((0, ""),)
    about = f"{amount.words} {rights[0][0]}"
    near = next((right for right, _ in rights if is_rounded(amount, right)), 0)
    if near:
        yield from rounded(prose, amount, near)
        return
    given = listed((f"{kr(value)} {what}".rstrip() for value, what in rights), "eller")
    sentence = (
        f"Texten säger {quoted(amount.words)} {claim.called}, men budgeten ger {given}. Rätta texten eller budgeten."
    )
    elsewhere = claim.by_name and amount.kronor in known.known
    severity = Severity.WARNING if elsewhere else Severity.ERROR
    yield Finding(prose.path, sentence, about, partial(rewritten_as_one, prose, amount, rights), severity)


def nowhere(prose: Prose, amount: TextAmount, known: Figures) -> Iterator[Finding]:
    """Nothing in the budget is that much."""
    near = known.nearest(amount.kronor or 0)
    if is_rounded(amount, near):
        yield from rounded(prose, amount, near)
        return
    sentence = (
        f"Texten nämner {quoted(amount.words)}, men det beloppet finns ingenstans i budgeten. "
        "Rätta texten eller budgeten, eller sätt in beloppet ur budgeten så att det följer med."
    )
    yield Finding(prose.path, sentence, f"{amount.words} 0")


def is_rounded(amount: TextAmount, right: int) -> bool:
    value = amount.kronor or 0
    return right > 0 and amount.precision > 1 and abs(right - value) * 2 <= amount.precision


def rounded(prose: Prose, amount: TextAmount, right: int) -> Iterator[Finding]:
    sentence = f"Texten säger {quoted(amount.words)}, avrundat. I budgeten står {kr(right)}. Skriv det beloppet."
    yield Finding(prose.path, sentence, f"{amount.words} 0", partial(rewritten, prose, amount, right), Severity.WARNING)


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


def roughly_meant(value: int, known: Figures, claim: Claim | None) -> int:
    """The figure of the budget that a «cirka» means, a tenth from it at most; 0 for none."""
    if claim and not claim.fits(value):
        return claim.nearly(value)
    near = value if value in known.known else known.nearest(value)
    return near if abs(near - value) * 10 <= value else 0


def roughly(prose: Prose, amount: TextAmount, near: int) -> Iterator[Finding]:
    """«cirka 42 000 kr»: the budget knows exactly. `near`: the figure that is meant, 0 for none."""
    value, fixes = amount.kronor or 0, partial(rewritten, prose, amount, near) if near else ()
    if near == value:
        sentence = (
            f"Texten säger {quoted(amount.words)}, men budgeten är exakt {kr(value)}. Skriv beloppet utan förbehåll."
        )
    elif near:
        sentence = f"Texten säger {quoted(amount.words)}. I budgeten står {kr(near)}. Skriv det exakta beloppet."
    else:
        sentence = f"Texten säger {quoted(amount.words)}, men inget sådant belopp finns i budgeten. Skriv det belopp som står där."
    yield Finding(prose.path, sentence, f"{amount.words} {near}", fixes, Severity.WARNING)


def rewritten(prose: Prose, amount: TextAmount, value: int, more: str = "") -> tuple[Fix, ...]:
    text = replaced(prose.raw, amount.start, amount.end, kr(value))
    return (Fix(f"Skriv {kr(value)}{more}", {prose.path: text}),) if text is not None else ()


def rewritten_as_one(prose: Prose, amount: TextAmount, rights: tuple[tuple[int, str], ...]) -> tuple[Fix, ...]:
    return tuple(fix for value, _ in rights if value for fix in rewritten(prose, amount, value))
