"""«42 000 per år» in an amount cell: what it comes to over the months of a period, as a working that is kept in the cell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .dates import Period
from .document import Document
from .expression import evaluate
from .kinds.kind import answer_at
from .kronor import format_kronor, read_kronor
from .reading import Problem, Suggestion, squeezed
from .span import insats_period, months_in_words, months_of
from .unit import Unit

PER_YEAR = re.compile(r"(?P<amount>.+?) ?(?:per (?:kalender)?år|/ ?år|om året|årligen)\.?", re.I)


def yearly(text: str) -> int | None:
    """The whole kronor per year that a cell says; None when it says nothing of the kind."""
    found = PER_YEAR.fullmatch(squeezed(text))
    return read_kronor(found["amount"]).value if found else None


def working(per_year: int, period: Period) -> str:
    """The arithmetic by months: 42 000 during nine months is `42000*9/12`; 10 days of a month of 30 is `10/30`."""
    parts = [part for _, _, part in months_of(period)]
    whole = sum(part == 1 for part in parts)
    broken = [f"{part.numerator}/{part.denominator}" for part in parts if part != 1]
    months = "+".join(([str(whole)] if whole else []) + broken)
    return f"{per_year}*{f'({months})' if broken else months}/12"


def yearly_problem(document: Document, path: str) -> Problem | None:
    """What to ask at an amount that was written per year: the button writes the working for the line's period, else the insats'."""
    leaf = document.mall.leaf_at(path)
    per_year = yearly(document.text(path)) if leaf is not None and leaf.unit is Unit.KRONOR else None
    if per_year is None:
        return None
    period = time_of(document, path)
    amount = format_kronor(per_year, with_unit=True)
    if period is None:
        return Problem(f"{amount} per år räknas om efter insatstidens månader. Fyll i insatstiden först.")
    sum_words = working(per_year, period)
    kronor = evaluate(sum_words).value
    if kronor is None:
        return None
    told = format_kronor(kronor, with_unit=True)
    sentence = f"{amount} per år under {months_in_words(period)} ({period}) blir {told}."
    return Problem(sentence, (Suggestion(f"Skriv {told}", sum_words),))


def time_of(document: Document, path: str) -> Period | None:
    """The days that an amount is for: its own, else the insats'."""
    found = answer_at(document, path)
    return (found[0].field.time_at(*found) if found else None) or insats_period(document)


def problems_below(document: Document, start: str) -> Iterator[tuple[str, Problem]]:
    """(path, problem) of every value below a place that could not be read."""
    for path in sorted(path for path in document.values if path.startswith(f"{start}/")):
        problem = problem_at(document, path)
        if problem:
            yield path, problem


def problem_at(document: Document, path: str) -> Problem | None:
    """What to say beside a value that could not be read, with what the rest of the document tells about it."""
    problem = document.read(path).problem
    return problem and (yearly_problem(document, path) or problem)
