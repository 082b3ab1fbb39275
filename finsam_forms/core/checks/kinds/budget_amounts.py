"""G06–G08, G12, G15, G16 and G22: the amounts of the budget."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from ...kinds.budget.calendar import insats_years, year_weights
from ...kinds.budget.definition import budget_field, line_label
from ...kinds.budget.parts import AMOUNT, BASIS, BASIS_PARTS, YEARS, years_at
from ...kinds.figures import figures
from ...kinds.kind import reading_of
from ...per_year import problem_at
from ...percent import format_percent, read_percent
from ...reading import Reading
from ...roles import FINANSIERING, OVRIG_FINANSIERING
from ...rounding import half_up, share_out
from ...unit import KR
from ..facts import PARTIES, Facts
from ..places import place_name
from ..registry import Finding, Fix, Severity, check
from ..wording import chosen, kr, listed, quoted
from .budget_facts import Cell, money

BUDGET = "budget parties"
MARKUP_WORD = re.compile(
    r"\b(?:påslag|pålägg|po-påslag|po-pålägg|overhead|oh|indirekta|gemensamma kostnader|omkostnad\w*)\b", re.I
)
OVERHEAD = re.compile(r"\b(?:overhead|oh|oh-\w+|indirekta kostnader|gemensamma kostnader)\b", re.I)
SHARE_IN_LABEL = re.compile(r"(\d{1,2}(?:[.,]\d{1,2})?) ?(?:%|procent)")
INCLUDING = re.compile(r"\binkl", re.I)
ON_WAGES = re.compile(r"\blön", re.I)
PART_OF_TEXT = re.compile(r"[^.\n]+")
ESF = re.compile(r"\b(?:ESF|Europeiska socialfonden)\b")
NONE_OF_IT = re.compile(r"\b(?:inte|inga|ingen|inget|utan|ej|tidigare)\b", re.I)
TKR_AS_KR = 2_000
"""Whole kronor. When no cell of a budget reaches this, somebody has written thousands."""
KR_AS_TKR = 1_000_000, 50_000_000
"""Whole kronor. When every cell of a budget reaches the first, and one the second, somebody has written kronor for thousands."""
FAR_BELOW, FAR_ABOVE = 100, 30
"""Times. An amount that much smaller, or larger, than the others is asked about when a thousandfold, or a thousandth, fits."""
FAR_ABOVE_IN_TKR = 15
"""Times. Where the sheet counts in tkr, kronor are easily written for thousands."""
ONE_TOO_SMALL, ONE_TOO_LARGE = 1_000, 5_000_000
"""Whole kronor. What a single amount is below, or above, when it can be meant in another unit than the others."""


@check("G06", Severity.ERROR, reads=f"{BUDGET} {PARTIES} period in:amounts in:shares")
def unreadable_amount(facts: Facts) -> Iterator[Finding]:
    """An amount that can be read in more than one way, or not at all: asked about, never guessed."""
    for path, _ in written_numbers(facts):
        problem = problem_at(facts.document, path)
        if problem:
            sentence = f"{place_name(facts.document, path)}: {problem.message}"
            yield Finding(path, sentence, fixes=chosen(problem, path))


def written_numbers(facts: Facts) -> Iterator[tuple[str, Reading[int]]]:
    """Path and reading of everything that should be a number, in and outside the budget."""
    for cell in money(facts).cells:
        yield cell.path, cell.reading
    yield from beside_the_cells(facts)
    budget = budget_field(facts.mall)
    for leaf, field in facts.leaves(frozenset({"amounts", "shares"})):
        if leaf.field.asks == "G06" and field is not budget and leaf.text():
            yield leaf.path, reading_of(leaf)


def beside_the_cells(facts: Facts) -> Iterator[tuple[str, Reading[int]]]:
    """Amounts per year, and the basis of a wage."""
    for table in money(facts).tables:
        for group in table.groups:
            for line in group.lines:
                for year in years_at(facts.document, f"{line.path}/{YEARS}"):
                    for party in table.parties:
                        path = f"{line.path}/{YEARS}/{year}/{party.id}"
                        if facts.text(path):
                            yield path, AMOUNT.read(facts.text(path))
                if group.definition.share and group.definition.dates:
                    for leaf in BASIS_PARTS:
                        path = f"{line.path}/{BASIS}/{leaf.id}"
                        if leaf.topic == AMOUNT.topic and facts.text(path):
                            yield path, leaf.read(facts.text(path))


@check("G07", Severity.ERROR, reads=BUDGET)
def negative_amount(facts: Facts) -> Iterator[Finding]:
    """A cost or a contribution below zero."""
    for cell in money(facts).cells:
        value = cell.reading.value
        if value is not None and value < 0:
            where = f"{line_label(facts.document, cell.line.path)}, {cell.party.shown_name}"
            sentence = (
                f"{where}: {kr(value)} är ett negativt belopp. Skriv kostnaden utan minustecken, eller ta bort den."
            )
            yield Finding(cell.path, sentence, fixes=(Fix(f"Skriv {kr(-value)}", {cell.path: str(-value)}),))


@check("G08", Severity.WARNING, reads=BUDGET)
def markup_against_its_basis(facts: Facts) -> Iterator[Finding]:
    """A line such as «OH 10 %» is that share of the wages, of the other lines of its table, or of what its label says."""
    direct: dict[tuple[str, str], int] | None = None
    for cell in money(facts).cells:
        value, label = cell.reading.value, line_label(facts.document, cell.line.path)
        share = markup_share(label)
        if value and share and not cell.group.share:
            direct = without_markup(facts) if direct is None else direct
            bases = [base for base in markup_bases(facts, cell, label, direct) if base > 0]
            worked = [(base, half_up(Fraction(base * share, 10_000))) for base in bases]
            if worked and all(abs(right - value) > 1 for _, right in worked):
                base, right = worked[0]
                sentence = (
                    f"Raden {quoted(label)}: {format_percent(share)} av {kr(base)} är {kr(right)}, "
                    f"men {cell.party.shown_name} har {kr(value)}. Ändra beloppet eller procenten."
                )
                fix = Fix(f"Skriv {kr(right)}", {cell.path: str(right)})
                yield Finding(cell.path, sentence, f"{value} {share} {base}", (fix,))


def markup_share(label: str) -> int | None:
    """Hundredths of a percent of a label that names a markup and its share."""
    found = SHARE_IN_LABEL.search(label)
    if not found or not MARKUP_WORD.search(label) or INCLUDING.search(label):
        return None
    return read_percent(found[1]).value


def without_markup(facts: Facts) -> dict[tuple[str, str], int]:
    """(table, party) → whole kronor of the lines that are no markup."""
    found: dict[tuple[str, str], int] = {}
    is_markup: dict[str, bool] = {}
    for cell in money(facts).cells:
        line, key = cell.line.path, (cell.table.definition.id, cell.party.id)
        if line not in is_markup:
            is_markup[line] = bool(markup_share(line_label(facts.document, line)))
        if not is_markup[line]:
            found[key] = found.get(key, 0) + (cell.reading.value or 0)
    return found


def markup_bases(facts: Facts, cell: Cell, label: str, direct: dict[tuple[str, str], int]) -> list[int]:
    """What the share can be meant of, whole kronor of the same party: the wages first. `direct`: see `without_markup`."""
    ledger, party, table = money(facts).ledger, cell.party.id, cell.table
    if ledger is None:
        return []
    value = cell.reading.value or 0
    wages = sum(
        ledger.sum("grupp", group.definition.id, party).value for group in table.groups if group.definition.share
    )
    rest = ledger.sum("tabell", table.definition.id, party).value - value
    if ON_WAGES.search(label):
        return [wages]
    return [wages, direct.get((table.definition.id, party), 0), rest]


@check("G12", Severity.WARNING, reads=BUDGET)
def unit_against_amounts(facts: Facts) -> Iterator[Finding]:
    """The sheet says tkr over kronor, or kr over thousands. The unit that a read-in document stated itself counts as well."""
    ledger, values = money(facts).ledger, [cell.reading.value for cell in money(facts).cells if cell.reading.value]
    if ledger is None or not values:
        return
    path, largest = f"{ledger.path}/enhet", max(values)
    stated = str(facts.as_read.sums.get("enhet", "")).strip().lower()
    if largest < TKR_AS_KR:
        changes = {cell.path: str(cell.reading.value * 1_000) for cell in money(facts).cells if cell.reading.value}
        sentence = (
            f"Inget belopp i budgeten når {kr(TKR_AS_KR)}, och det största är {kr(largest)}. "
            "Är beloppen skrivna i tusental kronor? Programmet räknar alltid i hela kronor."
        )
        yield Finding(path, sentence, f"låga {largest}", (Fix("Räkna om alla belopp från tkr till kr", changes),))
    elif min(values) >= KR_AS_TKR[0] and largest >= KR_AS_TKR[1] and not any(value % 1_000 for value in values):
        thousandths = {cell.path: str(cell.reading.value // 1_000) for cell in money(facts).cells if cell.reading.value}
        sentence = (
            f"Alla belopp i budgeten är minst {kr(min(values))}, och det största är {kr(largest)}. "
            "Är de skrivna i kronor där bladet räknar i tkr?"
        )
        yield Finding(path, sentence, f"höga {largest}", (Fix("Räkna om alla belopp till en tusendel", thousandths),))
    elif stated == ledger.unit == "tkr" and largest >= 10_000:
        sentence = (
            f"Dokumentets rubrik säger tkr, men beloppen är skrivna i hela kronor ({kr(largest)}). "
            "De är inlästa som kronor. Kontrollera att det stämmer och visa budgeten i kr."
        )
        yield Finding(path, sentence, f"rubrik {stated}", (Fix("Visa budgeten i kr", {path: "kr"}),))
    elif ledger.unit == "tkr" and any(value % 1_000 for value in values):
        odd = next(value for value in values if value % 1_000)
        sentence = (
            f"Budgeten visas i tkr, men {kr(odd)} är inte jämna tusental och ser ut att vara skrivet i kronor. "
            "Visa budgeten i kr, så läser alla beloppen på samma sätt."
        )
        yield Finding(path, sentence, "tkr", (Fix("Visa budgeten i kr", {path: "kr"}),))


@check("G12", Severity.WARNING, reads=BUDGET)
def one_amount_in_another_unit(facts: Facts) -> Iterator[Finding]:
    """An amount that is a thousand times its neighbours, or a thousandth of them: asked about where it stands."""
    worth = sorted(((cell.reading.value or 0, cell) for cell in money(facts).cells), key=lambda one: one[0])
    worth = [one for one in worth if one[0] > 0]
    values = [value for value, _ in worth]
    ledger = money(facts).ledger
    shown = ledger.amounts if ledger else KR
    above = FAR_ABOVE if shown.unit == "kr" else FAR_ABOVE_IN_TKR
    low, high, wage = too_low(values), too_high(values, above), too_low_a_wage(worth)
    for number, (value, cell) in enumerate(worth):
        meant = value * 1_000
        if number < low:
            odd = f"är mer än {FAR_BELOW} gånger mindre än de andra beloppen"
        elif value <= wage and cell.group.share:
            odd = "är för lite för en lön"
        elif value <= wage and value * FAR_BELOW <= values[-1]:
            odd = "ser ut att vara skrivet i tusental, som lönen"
        elif number >= len(values) - high:
            meant = value // 1_000
            odd = f"är mer än {above} gånger större än de andra beloppen"
        else:
            continue
        as_shown = "" if shown.unit == "kr" else f" ({shown.show(value)}\u00a0{shown.unit})"
        where = f"{line_label(facts.document, cell.line.path)}, {cell.party.shown_name}"
        sentence = f"{where}: {kr(value)}{as_shown} {odd}. Menas {kr(meant)}?"
        yield Finding(cell.path, sentence, str(value), (Fix(f"Skriv {kr(meant)}", {cell.path: str(meant)}),))


def too_low_a_wage(worth: list[tuple[int, Cell]]) -> int:
    """The largest wage that only thousands can mean, where other amounts are written in kronor; 0 for none."""
    if not worth or worth[-1][0] < TKR_AS_KR:  # then all of them are asked about at once
        return 0
    return max((value for value, cell in worth if cell.group.share and value < ONE_TOO_SMALL), default=0)


def too_low(values: list[int]) -> int:
    """How many of rising amounts, half of them at most, would be like the others if they were thousands."""
    for place in range(1, len(values) // 2 + 1):
        if values[place] >= FAR_BELOW * values[place - 1]:
            fit = values[place - 1] < ONE_TOO_SMALL and values[0] * 10_000 >= values[place]
            return place if fit and values[place - 1] * 1_000 <= values[-1] else 0
    return 0


def too_high(values: list[int], far: int) -> int:
    """How many, half of them at most, would be like the others if they were a thousandth. `far`: see `FAR_ABOVE`."""
    for many in range(1, len(values) // 2 + 1):
        first, below = values[-many], values[-many - 1]
        if first >= far * below:
            fit = (
                first >= ONE_TOO_LARGE
                and first // 100 >= values[0]
                and not any(value % 1_000 for value in values[-many:])
            )
            return many if fit and values[-1] // 10_000 <= below else 0
    return 0


@check("G15", Severity.WARNING, reads=BUDGET)
def financier_without_name(facts: Facts) -> Iterator[Finding]:
    """Money from somebody else has somebody's name."""
    for table in money(facts).tables:
        for group in table.groups if table.definition.role == OVRIG_FINANSIERING else ():
            for line in group.lines:
                amount = figures(facts.document).sum("rad", group.definition.id, line.id).value
                if amount and not line.label.strip():
                    sentence = f"Övrig finansiering på {kr(amount)} saknar finansiärens namn. Skriv vem som betalar, till exempel ESF."
                    yield Finding(f"{line.path}/benamning", sentence, str(amount))


@check("G15", Severity.WARNING, reads=f"{BUDGET} #{FINANSIERING}")
def esf_without_amount(facts: Facts) -> Iterator[Finding]:
    """The text counts on money from ESF, and the table has none."""
    tables = [table for table in money(facts).tables if table.definition.role == OVRIG_FINANSIERING]
    if not tables or any(cell.table in tables for cell in money(facts).cells):
        return
    for prose in facts.finance:
        for part in PART_OF_TEXT.finditer(prose.words):
            if ESF.search(part[0]) and not NONE_OF_IT.search(part[0]):
                sentence = (
                    "Texten nämner pengar från ESF, men under Övrig finansiering står 0 kr. "
                    "Skriv beloppet i budgeten, eller ta bort ESF ur texten."
                )
                yield Finding(prose.path, sentence, "ESF")
                return


@check("G16", Severity.WARNING, reads=BUDGET)
def over_the_largest_amount(facts: Facts) -> Iterator[Finding]:
    """More is applied for than the förbund grants. Off until the förbund has given its largest amount."""
    most = facts.mall.settings.max_amount
    ledger = money(facts).ledger
    if most is None or not ledger or not ledger.tables:
        return
    table = ledger.tables[0].definition
    applied = ledger.sum("tabell", table.id).value
    if applied > most:
        sentence = f"{table.total_label} är {kr(applied)}, men förbundet beviljar högst {kr(most)}. Sänk med {kr(applied - most)}."
        yield Finding(ledger.path, sentence, f"{applied} {most}")


@check("G16", Severity.WARNING, reads=BUDGET)
def over_the_overhead_cap(facts: Facts) -> Iterator[Finding]:
    """Overhead as a share of the other costs to be paid by the förbund. Off until the förbund has given its cap."""
    cap = facts.mall.settings.overhead_cap
    tables = money(facts).tables
    if cap is None or not tables:
        return
    table = tables[0]
    cells = [cell for cell in money(facts).cells if cell.table is table]
    labels = {cell.path: line_label(facts.document, cell.line.path) for cell in cells}
    overhead = [cell for cell in cells if OVERHEAD.search(labels[cell.path])]
    amount = sum(cell.reading.value or 0 for cell in overhead)
    base = sum(cell.reading.value or 0 for cell in cells) - amount
    if overhead and amount * 10_000 > cap * base:
        most = half_up(Fraction(base * cap, 10_000))
        sentence = (
            f"OH-kostnaderna är {kr(amount)}. Förbundets tak är {format_percent(cap)} av övriga kostnader, "
            f"{kr(base)}, och det är {kr(most)}."
        )
        yield Finding(overhead[0].path, sentence, f"{amount} {base} {cap}")


@check("G22", Severity.ERROR, reads=f"{BUDGET} period")
def not_by_year(facts: Facts) -> Iterator[Finding]:
    """An insats over a new year has its amounts per calendar year: as proposed by months, or changed by hand."""
    ledger, cells = money(facts).ledger, [cell for table in money(facts).year_tables for cell in table.cells]
    if ledger and cells and all(cell.proposed for cell in cells):
        changes = {
            f"{cell.line.path}/{YEARS}/{year}/{cell.party.id}": str(kronor)
            for cell in cells
            for year, kronor in cell.by_year.items()
            if kronor
        }
        years = [str(year) for year in insats_years(ledger)]
        sentence = (
            f"Insatsen pågår under {listed(years)}, men beloppen är inte fördelade per kalenderår. "
            "Godta förslaget efter månader eller skriv egna belopp för varje år."
        )
        yield Finding(ledger.path, sentence, " ".join(years), (Fix("Fördela efter månader", changes),))


@check("G22", Severity.ERROR, reads=f"{BUDGET} period")
def years_do_not_add_up(facts: Facts) -> Iterator[Finding]:
    """The years of an amount are together the amount."""
    ledger = money(facts).ledger
    if ledger is None:
        return
    for table in money(facts).year_tables:
        for cell in table.cells:
            if cell.proposed or cell.adds_up or cell.unread:  # G06 asks about what can't be read first
                continue
            stored = {year: cell.by_year[year] for year in cell.typed}
            base = f"{cell.line.path}/{YEARS}"
            spread = share_out(cell.total, year_weights(ledger, cell.line))
            changes = {f"{base}/{year}/{cell.party.id}": str(spread.get(year, 0) or "") for year in {*stored, *spread}}
            total, label = sum(stored.values()), line_label(facts.document, cell.line.path)
            parts = " + ".join(f"{kr(kronor)} ({year})" for year, kronor in sorted(stored.items()))
            sentence = (
                f"{label}, {cell.party.shown_name}: åren ger tillsammans {kr(total)} ({parts}), "
                f"men raden är {kr(cell.total)}. Skillnaden är {kr(abs(cell.total - total))}."
            )
            fix = (Fix("Fördela efter månader på nytt", changes),) if spread else ()
            yield Finding(f"{cell.line.path}/belopp/{cell.party.id}", sentence, f"{cell.total} {parts}", fix)
