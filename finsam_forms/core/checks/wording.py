"""How the checks say amounts, days and times: with non-breaking spaces, in the house's words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from ..dates import NBSP, Period, format_date_long
from ..kronor import format_kronor
from ..reading import Problem
from ..span import months_of
from .registry import Fix


def kr(kronor: int) -> str:
    """«42 000 kr»"""
    return format_kronor(kronor, with_unit=True)


def span(period: Period) -> str:
    """«1 april–31 december 2021»; with both years when they differ."""
    end = format_date_long(period.end)
    if period.start == period.end:
        return end
    start = format_date_long(period.start)
    return f"{start.rpartition(NBSP)[0] if period.start.year == period.end.year else start}–{end}"


def day(when: date) -> str:
    return format_date_long(when)


def same_day(when: date, year: int) -> date | None:
    """The day in another year; None for the 29th of February in most."""
    try:
        return when.replace(year=year)
    except ValueError:
        return None


def months(period: Period) -> Fraction:
    """Months of a period; a broken one counts by its days."""
    return sum((part for _, _, part in months_of(period)), Fraction())


def decimal(value: Fraction) -> str:
    """«9», «9,33»: at most two decimals."""
    hundredths = int(value * 100 + Fraction(1, 2))
    whole, rest = divmod(hundredths, 100)
    return str(whole) + (f",{rest:02d}".rstrip("0") if rest else "")


def listed(words: Iterable[str], last: str = "och") -> str:
    """«en», «en och två», «en, två och tre»."""
    *first, end = list(words) or [""]
    return f"{', '.join(first)} {last} {end}" if first else end


def quoted(words: str, most: int = 60) -> str:
    text = " ".join(words.split())
    return f"”{text if len(text) <= most else text[: most - 1].rstrip() + '…'}”"


PHRASES = ("Ta bort", "Menade", "Punkt i stället")
"""How a label begins that says what is done, and no value."""


def chosen(problem: Problem, path: str, prefix: str = "Det är ") -> tuple[Fix, ...]:
    """The readings of an unreadable value as buttons."""
    return tuple(
        Fix(one.label if one.label.startswith(PHRASES) else prefix + one.label, {path: one.value})
        for one in problem.suggestions
    )


def small(words: str) -> str:
    """A word in the middle of a sentence: «Resultatmål» → «resultatmål»; abbreviations stay."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]
