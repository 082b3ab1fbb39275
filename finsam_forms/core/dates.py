"""Days as people write them, as ISO, and in running text. Two-digit years are 20xx: the forms are younger than 2003:1210."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from .percent import shortened
from .reading import Problem, Reading, Suggestion

NBSP = "\u00a0"
MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
MONTH_WORDS = {name: number for number, name in enumerate(MONTHS, 1)}
MONTH_WORDS |= {name[:3]: number for name, number in MONTH_WORDS.items()} | {"sept": 9}
MONTH = "|".join(sorted(MONTH_WORDS, key=len, reverse=True))

ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
COMPACT = re.compile(r"(\d{4}|\d{2})(\d{2})(\d{2})")
DAY_FIRST = re.compile(r"(\d{1,2})\s?[/.]\s?(\d{1,2})\s?[-/. ]\s?(\d{4})")
IN_WORDS = re.compile(rf"(?:den )?(\d{{1,2}})(?::?e|:a)?\s?({MONTH})\.?,?\s(\d{{4}})", re.I)
TWO_DIGITS = re.compile(r"(\d{1,2})\s?[-/. ]\s?(\d{1,2})\s?[-/. ]\s?(\d{1,2})")


@dataclass(frozen=True, slots=True)
class Period:
    """From and to, both days included."""

    start: date
    end: date

    def contains(self, other: Period | date) -> bool:
        other = Period(other, other) if isinstance(other, date) else other
        return self.start <= other.start and other.end <= self.end

    def days(self) -> int:
        return (self.end - self.start).days + 1

    def months(self) -> int:
        """Whole months, half up."""
        return int(months_between(self.start, self.end) + Fraction(1, 2))

    def __str__(self) -> str:
        return f"{self.start}{NBSP}– {self.end}"


def months_between(start: date, end: date) -> Fraction:
    """Months from one day to another, both included. A broken month counts by its days: 10 days of April are 10/30."""
    return sum(by_month(start, end).values(), Fraction())


def by_month(start: date, end: date) -> dict[tuple[int, int], Fraction]:
    """(year, month) → how much of that month lies in the period."""
    found = {}
    year, month = start.year, start.month
    while (year, month) <= (end.year, end.month):
        length = monthrange(year, month)[1]
        first = max(start, date(year, month, 1))
        last = min(end, date(year, month, length))
        found[year, month] = Fraction((last - first).days + 1, length)
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return found


def read_date(text: str) -> Reading[date]:
    """«2021-02-21», «210221», «21/2 2021», «21 feb 2021» → the day. «21/02/21» has several meanings and is asked about."""
    words = " ".join(text.replace(NBSP, " ").split())
    if not words:
        return Reading()
    if len(words) <= 40:
        for shape, order in ((ISO, "ymd"), (COMPACT, "ymd"), (DAY_FIRST, "dmy"), (IN_WORDS, "dmy")):
            found = shape.fullmatch(words)
            if found:
                return day_of(dict(zip(order, found.groups(), strict=True)), words)
        found = TWO_DIGITS.fullmatch(words)
        if found:
            return several_meanings([int(part) for part in found.groups()], words)
    return Reading(
        problem=Problem(f"”{shortened(words)}” är inget datum. Skriv år-månad-dag, till exempel 2027-04-01.")
    )


def day_of(parts: dict[str, str], words: str) -> Reading[date]:
    month = parts["m"].lower()
    try:
        return Reading(
            date(full_year(parts["y"]), MONTH_WORDS[month] if month in MONTH_WORDS else int(month), int(parts["d"]))
        )
    except ValueError:
        return Reading(
            problem=Problem(f"”{words}” finns inte i almanackan. Skriv år-månad-dag, till exempel 2027-04-01.")
        )


def full_year(text: str) -> int:
    return int(text) + 2000 if len(text) == 2 else int(text)


def several_meanings(numbers: list[int], words: str) -> Reading[date]:
    one, two, three = numbers
    days = []
    for year, month, day in ((three, two, one), (one, two, three), (three, one, two)):
        try:
            days.append(date(2000 + year, month, day))
        except ValueError:
            continue
    if not days:
        return Reading(
            problem=Problem(f"”{words}” finns inte i almanackan. Skriv år-månad-dag, till exempel 2027-04-01.")
        )
    buttons = tuple(Suggestion(format_date_long(day), format_date(day)) for day in dict.fromkeys(days))
    return Reading(problem=Problem(f"”{words}” kan läsas på flera sätt. Välj vilken dag som menas.", buttons))


def format_date(day: date) -> str:
    return day.isoformat()


def format_date_long(day: date) -> str:
    """«21 februari 2021», with non-breaking spaces."""
    return f"{day.day}{NBSP}{MONTHS[day.month - 1]}{NBSP}{day.year}"


def by_year(period: Period) -> dict[int, Fraction]:
    """Months of a period per calendar year."""
    found: dict[int, Fraction] = {}
    for (year, _), part in by_month(period.start, period.end).items():
        found[year] = found.get(year, Fraction()) + part
    return found


@dataclass(frozen=True, slots=True)
class Found:
    """A date in running text. `date` is None when only month and year are named: `month` tells which."""

    start: int
    end: int
    date: date | None
    month: tuple[int, int] | None = None


IN_TEXT = re.compile(
    rf"(?<![\d-])(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})(?![\d-])"
    rf"|(?<!\d)(?P<long>\d{{1,2}}\s(?:{MONTH})\s\d{{4}})(?!\d)"
    rf"|(?<!\d)(?P<slash>\d{{1,2}}/\d{{1,2}}[ -]\d{{4}})(?!\d)"
    rf"|\b(?P<month>(?:{MONTH})\s\d{{4}})(?!\d)",
    re.I,
)


def find_dates(text: str) -> tuple[Found, ...]:
    """Dates in a text: «2020-11-16», «16 november 2020», «16/11 2020», and months: «april 2021»."""
    return tuple(found_dates(text))


def found_dates(text: str) -> Iterator[Found]:
    for match in IN_TEXT.finditer(text.replace(NBSP, " ")):
        if match["month"]:
            name, year = match["month"].split()
            yield Found(match.start(), match.end(), None, (int(year), MONTH_WORDS[name.lower()]))
        else:
            day = read_date(match.group()).value
            if day:
                yield Found(match.start(), match.end(), day)
