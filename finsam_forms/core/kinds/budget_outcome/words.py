"""What budget against outcome says in words: the years of its heads, and the sentences that its figures make."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from ...dates import format_date
from ...figure import Sum
from ...percent import format_percent
from ...span import claim_due
from ...unit import NBSP, words
from ..figures import figures, in_a_sentence
from ..kind import Answer
from .parts import (
    BUDGET,
    CLAIMED_IN_ALL,
    DEVIATION,
    FORECAST,
    FORECAST_AS,
    FULL_YEAR,
    HEADS,
    LABEL,
    NOW,
    OUTCOME,
    SPENT,
    SPLIT,
    TIME,
    UP_TO,
)

if TYPE_CHECKING:
    from .definition import BudgetOutcome

YEAR, UP_TO_WORD = "{år}", "{tom}"
WAYS = {DEVIATION: "(avvikelse mot budget)", FULL_YEAR: "(helår)"}


def budget_days(at: Answer[Any]) -> tuple[date, date] | None:
    start, end = (at.document.read(f"{at.path}/{TIME.id}/{day.id}").value for day in TIME.both())
    return (start, end) if start and end and start <= end else None


def year_words(at: Answer[Any]) -> str:
    """«2016» of a whole calendar year, else «2015-07-01–2016-06-30»; empty until it is known."""
    days = budget_days(at)
    if days is None:
        return ""
    start, end = days
    whole = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year
    return str(start.year) if whole else f"{format_date(start)}–{format_date(end)}"


def in_head(head: str, years: str) -> str:
    return " ".join(head.replace(YEAR, years).split())


def head_of(field: BudgetOutcome, at: Answer[Any], column: str) -> str:
    """What a column is called here and now: «Budget 2016», «Prognos (avvikelse mot budget)»."""
    head = in_head(field.heads.get(column, HEADS[column]), year_words(at) if field.time else "")
    way = WAYS.get(at.text(FORECAST_AS.id), "") if column == FORECAST else ""
    return f"{head} {way}".strip()


def label_of(field: BudgetOutcome, at: Answer[Any]) -> str:
    """What stands over the table: «Budgetutfall med utfall per 2016-06-30». The label alone while its days are not known."""
    day = at.document.read(f"{at.path}/{UP_TO.id}").value if field.time else None
    told = {YEAR: year_words(at) if field.time else "", UP_TO_WORD: format_date(day) if day else ""}
    title = field.title or field.label
    for word, said in told.items():
        if word in title and not said:
            return field.label
        title = title.replace(word, said)
    return title


def share(found: Sum) -> str:
    return f"{found.value // 100}{NBSP}%"


def sentences_of(field: BudgetOutcome, at: Answer[Any]) -> Iterator[str]:
    """The sentences that the Ekonomirapport begins with, by the table, so that they cannot disagree with it."""
    known = figures(at.document)
    whole, spent = known.sum(at.path, "summa", OUTCOME), known.sum(at.path, "summa", SPENT)
    if not field.sentences or not whole.written:
        return
    year = year_words(at)
    of = "årsbudget" if len(year) == 4 else "budget"
    spent_words = f", förbrukat {share(spent)} av {of}" if spent.written and not spent.void else ""
    yield f"Totalt utfall är {money(field, at, whole)}{spent_words}."
    rows = [(line, known.sum(at.path, "rad", line.id, OUTCOME)) for line in field.lines(at)]
    told = [(line, found) for line, found in rows if found.written and found.value]
    if len(told) > 1:
        first, *others = ((line.label, money(field, at, found)) for line, found in told)
        said = [f"{first[0]} utfall {first[1]}", *(f"{in_a_sentence(label)} {amount}" for label, amount in others)]
        yield f"{joined(said, 'och')}."
    for line, _ in told:
        parts = list(split_words(field, at, line.id))
        if parts:
            when = f" för år {year}" if len(year) == 4 else f" för {year}" if year else ""
            yield f"{line.label}{when} är {joined(parts, 'samt')}."


def claimed_words(field: BudgetOutcome, at: Answer[Any]) -> Iterator[str]:
    """What is left to ask for, or to pay back: what the work has cost is paid, and never more than was granted."""
    claimed = CLAIMED_IN_ALL.read(at.text(CLAIMED_IN_ALL.id)).value if field.claimed else None
    cost, most = figures(at.document).sum(at.path, "summa", OUTCOME), field.most(at)
    if claimed is None or not most or not cost.written or cost.unread:
        return
    left = min(cost.value, most) - claimed
    told = f"Av beviljade {money(field, at, Sum(most))} är {money(field, at, Sum(claimed))} rekvirerat"
    if left:
        what = "återstår att rekvirera" if left > 0 else "ska återbetalas"
        yield f"{told}, och {money(field, at, Sum(abs(left)))} {what}."
    else:
        yield f"{told}, och ingenting återstår att rekvirera eller återbetala."


def terms_in_words(field: BudgetOutcome, at: Answer[Any]) -> Iterator[str]:
    """What the förbund has decided of what is asked for: by when, and what may be in it."""
    decided = at.form.settings
    if NOW not in field.typed:
        return
    due = claim_due(at.document)
    if due is not None:
        yield f"Ska vara inne senast {format_date(due)}, {decided.days_after_quarter} dagar efter kvartalets slut."
    if decided.moms_in_claims is not None:
        yield "Moms får vara med i beloppen." if decided.moms_in_claims else "Beloppen är utan moms."
    if decided.overhead_cap is not None:
        yield f"Overhead får vara högst {format_percent(decided.overhead_cap)} av övriga kostnader."


def split_words(field: BudgetOutcome, at: Answer[Any], row: str) -> Iterator[str]:
    for part in at.rows(row, SPLIT) if field.split else ():
        value = at.document.read(f"{at.path}/{row}/{SPLIT}/{part}/{OUTCOME}").value
        name = at.text(row, SPLIT, part, LABEL.id).strip()
        if value and name:
            yield f"{in_a_sentence(name)} {money(field, at, Sum(value))}"


def money(field: BudgetOutcome, at: Answer[Any], found: Sum) -> str:
    amounts = field.amounts(at)
    return f"{words(found.value, field.figure_unit(BUDGET), amounts)}{NBSP}{amounts.unit}"


def joined(said: list[str], last: str) -> str:
    return f"{', '.join(said[:-1])} {last} {said[-1]}" if len(said) > 1 else said[0]
