"""Days as people write them, as ISO, and in running text.

A year in two digits is 20xx: the forms are younger than the law they rest on (2003:1210).
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from .reading import Problem, Reading, Suggestion, shortened, squeezed

NBSP = "\u00a0"
MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
MONTH_WORDS = {name: number for number, name in enumerate(MONTHS, 1)}
MONTH_WORDS |= {name[:3]: number for name, number in MONTH_WORDS.items()} | {"sept": 9}
MONTH = "|".join(sorted(MONTH_WORDS, key=len, reverse=True))
EARLIEST, LATEST = 1900, 2199
"""Years outside are slips of the finger, such as 0221 or 20221."""
LONGEST = 40
"""Characters of a day."""
HOW = "Skriv år-månad-dag, till exempel 2027-04-01."

ISO = re.compile(r"(?P<y>[0-9]{4})([-/. ])(?P<m>[0-9]{1,2})\2(?P<d>[0-9]{1,2})")
COMPACT = re.compile(r"(?P<y>[0-9]{4}|[0-9]{2})(?P<m>[0-9]{2})(?P<d>[0-9]{2})")
DAY_FIRST = re.compile(
    r"(?:den )?(?P<d>[0-9]{1,2}) ?(?P<mark>[-/.]) ?(?P<m>[0-9]{1,2}) ?(?P<mark2>[-/. ]) ?(?P<y>[0-9]{4})"
)
IN_WORDS = re.compile(rf"(?:den )?(?P<d>[0-9]{{1,2}})(?::?e|:a)? ?(?P<m>{MONTH})\.?,? (?P<y>[0-9]{{4}})", re.I)
WORDS_TWO_DIGITS = re.compile(rf"(?:den )?([0-9]{{1,2}})(?::?e|:a)? ?({MONTH})\.?,? ?[-’']?([0-9]{{2}})", re.I)
TWO_DIGITS = re.compile(r"([0-9]{1,2}) ?([-/. ]) ?([0-9]{1,2}) ?([-/. ]) ?-?([0-9]{1,2})")
ONLY_MONTH = re.compile(rf"(?P<m>{MONTH})\.? (?P<y>[0-9]{{4}})", re.I)
YEAR_MONTH = re.compile(r"(?P<y>[0-9]{4})-(?P<m>0[1-9]|1[0-2])")
PIECE = re.compile(r"[0-9]+|[^\W\d_]+")
BESIDE = frozenset(("den", "år", "e", "a", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"))
"""Words that stand in a date and say nothing that is needed."""
NO_YEAR = re.compile(rf"(?:den )?[0-9]{{1,2}}(?:/[0-9]{{1,2}}|(?::?e|:a)? ?(?:{MONTH})\.?)", re.I)


class Period(NamedTuple):
    """From and to, both days included. Empty when it ends before it starts."""

    start: date
    end: date

    def contains(self, other: Period | date) -> bool:
        other = Period(other, other) if isinstance(other, date) else other
        return self.start <= other.start and other.end <= self.end

    def days(self) -> int:
        return max(0, (self.end - self.start).days + 1)

    def months(self) -> int:
        """Whole months, half up."""
        return int(months_between(self.start, self.end) + Fraction(1, 2))

    def after(self) -> Period:
        """As long again, from the day after it ended: by months where it is whole months, else by days."""
        first = self.end + timedelta(1)
        months = by_month(self.start, self.end)
        if any(part != 1 for part in months.values()):
            return Period(first, self.end + timedelta(self.days()))
        year, month = divmod(first.year * 12 + first.month - 1 + len(months), 12)
        return Period(first, date(year, month + 1, 1) - timedelta(1))

    def __str__(self) -> str:
        return f"{self.start}{NBSP}– {self.end}"


def months_between(start: date, end: date) -> Fraction:
    """Months from one day to another, both included. A broken month counts by its days: 10 days of April are 10/30."""
    return sum(by_month(start, end).values(), Fraction())


def by_month(start: date, end: date) -> dict[tuple[int, int], Fraction]:
    """(year, month) → how much of that month lies in the period."""
    found: dict[tuple[int, int], Fraction] = {}
    year, month = start.year, start.month
    while start <= end and (year, month) <= (end.year, end.month):
        length = monthrange(year, month)[1]
        first = max(start, date(year, month, 1))
        last = min(end, date(year, month, length))
        found[year, month] = Fraction((last - first).days + 1, length)
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return found


def by_year(period: Period) -> dict[int, Fraction]:
    """Months of a period per calendar year."""
    found: dict[int, Fraction] = {}
    for (year, _), part in by_month(period.start, period.end).items():
        found[year] = found.get(year, Fraction()) + part
    return found


def read_date(text: str) -> Reading[date]:
    """«2021-02-21», «210221», «21/2 2021», «21 feb 2021» → the day. What has several meanings is asked about (G23)."""
    words = squeezed(text).rstrip(".,")
    if not words:
        return Reading() if not squeezed(text) else unreadable(squeezed(text))
    return read_words(words) if len(words) <= LONGEST else unreadable(words)


@lru_cache(maxsize=4096)
def read_words(words: str) -> Reading[date]:
    """The same few days of a document are read again and again."""
    plain = re.sub("[\u2010-\u2013\u2212]", "-", words)
    for shape in (ISO, COMPACT, IN_WORDS):
        found = shape.fullmatch(plain)
        if found:
            return day_of(found["y"], found["m"], found["d"], words)
    for way in (day_first, short_year, incomplete, in_pieces):
        reading = way(plain, words)
        if reading:
            return reading
    return unreadable(words)


def meant_day(text: str) -> date | None:
    """The day that a text says; of one that can't be read safely, the only one that it can be meant to say."""
    reading = read_date(text)
    ways = reading.problem.suggestions if reading.problem else ()
    return reading.value or (date.fromisoformat(ways[0].value) if len(ways) == 1 else None)


def day_of(year: str, month: str, day: str, words: str) -> Reading[date]:
    found = day_or_none(int(year) + (2000 if len(year) == 2 else 0), month_number(month), int(day))
    if found is None:
        return Reading(problem=Problem(f"”{shortened(words)}” finns inte i almanackan. {HOW}"))
    if len(year) == 2 and int(year) >= 70:
        return asked(words, [found, found.replace(year=found.year - 100)])
    if not EARLIEST <= found.year <= LATEST:
        return Reading(problem=Problem(f"Året i ”{shortened(words)}” ser fel ut. {HOW}"))
    return Reading(found)


def day_first(plain: str, words: str) -> Reading[date] | None:
    """Day and month in figures, the year in four. «21/2 2021» is Swedish; «4/3/2021» may be American."""
    found = DAY_FIRST.fullmatch(plain)
    if not found:
        return None
    day, month, year = int(found["d"]), int(found["m"]), int(found["y"])
    foreign = found["mark"] in "-/" and found["mark2"] == found["mark"] and day != month and max(day, month) <= 12
    if foreign:
        return asked(words, [day_or_none(year, month, day), day_or_none(year, day, month)])
    return day_of(found["y"], found["m"], found["d"], words)


def short_year(plain: str, words: str) -> Reading[date] | None:
    """The year in two digits: more than one number could be the year."""
    found = WORDS_TWO_DIGITS.fullmatch(plain)
    if found:
        return asked(words, [day_or_none(2000 + int(found[3]), month_number(found[2]), int(found[1]))])
    found = TWO_DIGITS.fullmatch(plain)
    if not found:
        return None
    one, two, three = int(found[1]), int(found[3]), int(found[5])
    orders = [(three, two, one), (one, two, three), (three, one, two)]
    if found[2] == "/" and found[4] != "/":
        orders.remove((one, two, three))
    elif found[2] == "-":
        orders.insert(0, orders.pop(1))
    return asked(words, [day_or_none(2000 + year, month, day) for year, month, day in orders])


def incomplete(plain: str, words: str) -> Reading[date] | None:
    """A month, or a day without its year."""
    found = ONLY_MONTH.fullmatch(plain) or YEAR_MONTH.fullmatch(plain)
    if found and EARLIEST <= int(found["y"]) <= LATEST:
        year, month = int(found["y"]), month_number(found["m"])
        days = [date(year, month, 1), date(year, month, monthrange(year, month)[1])]
        return Reading(problem=Problem(f"”{words}” saknar dag. {HOW}", buttons(days)))
    if NO_YEAR.fullmatch(plain):
        return Reading(problem=Problem(f"”{words}” saknar år. {HOW}"))
    return None


def in_pieces(plain: str, words: str) -> Reading[date] | None:
    """A day, a month and a year that something odd stands between: «30 juni – 2021», «juni 30, 2021», «30 - 6 / 2021»."""
    pieces = [piece for piece in PIECE.findall(plain.lower()) if piece not in BESIDE]
    names = [MONTH_WORDS[piece] for piece in pieces if piece in MONTH_WORDS]
    numbers = [piece for piece in pieces if piece.isdigit()]
    if len(pieces) != 3 or len(names) > 1 or len(names) + len(numbers) != 3 or max(map(len, numbers)) != 4:
        return None
    year = next(int(number) for number in numbers if len(number) == 4)
    rest = [int(number) for number in numbers if len(number) < 4]
    if names:
        return asked(words, [day_or_none(year, names[0], day) for day in rest])
    if len(rest) != 2 or len(numbers[1]) == 4:
        return None
    orders = [rest] if len(numbers[0]) == 4 else [rest[::-1], rest]
    return asked(words, [day_or_none(year, month, day) for month, day in orders])


def asked(words: str, days: Iterable[date | None]) -> Reading[date]:
    likely = [day for day in dict.fromkeys(days) if day and EARLIEST <= day.year <= LATEST]
    if not likely:
        return Reading(problem=Problem(f"”{shortened(words)}” finns inte i almanackan. {HOW}"))
    question = "kan läsas på flera sätt" if len(likely) > 1 else "går inte att läsa säkert"
    return Reading(problem=Problem(f"”{shortened(words)}” {question}. Välj vilken dag som menas.", buttons(likely)))


def buttons(days: Iterable[date]) -> tuple[Suggestion, ...]:
    return tuple(Suggestion(format_date_long(day), format_date(day)) for day in days)


def unreadable(words: str) -> Reading[date]:
    return Reading(problem=Problem(f"”{shortened(words)}” är inget datum. {HOW}"))


def day_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_number(text: str) -> int:
    return MONTH_WORDS.get(text.lower()) or int(text)


def format_date(day: date) -> str:
    return day.isoformat()


def format_date_long(day: date) -> str:
    """«21 februari 2021», with non-breaking spaces."""
    return f"{day.day}{NBSP}{MONTHS[day.month - 1]}{NBSP}{day.year}"


class Found(NamedTuple):
    """A date in running text. `date` is None when only month and year are named: `month` tells which."""

    start: int
    end: int
    date: date | None
    month: tuple[int, int] | None = None


IN_TEXT = re.compile(
    rf"(?<![\d/-])(?P<iso>[0-9]{{4}}[-\u2011][0-9]{{2}}[-\u2011][0-9]{{2}})(?![\d-])"
    rf"|(?<![\d/-])(?P<long>[0-9]{{1,2}}(?::?e|:a)?\s(?:{MONTH})\.?\s[0-9]{{4}})(?!\d)"
    rf"|(?<![\d/-])(?P<slash>[0-9]{{1,2}}/[0-9]{{1,2}}[ \u00a0-][0-9]{{4}})(?!\d)"
    rf"|\b(?P<month>(?P<name>{MONTH})\.?\s(?P<year>(?:19|20|21)[0-9]{{2}}))(?!\d)",
    re.I,
)


def find_dates(text: str) -> tuple[Found, ...]:
    """Dates in a text: «2020-11-16», «16 november 2020», «16/11 2020», and months: «april 2021»."""
    return tuple(found_dates(text))


def found_dates(text: str) -> Iterator[Found]:
    for match in IN_TEXT.finditer(text):
        if match["month"]:
            yield Found(match.start(), match.end(), None, (int(match["year"]), month_number(match["name"])))
        else:
            day = read_date(match.group()).value
            if day:
                yield Found(match.start(), match.end(), day)


YEAR_FIRST = re.compile("(?P<y>[0-6][0-9])([-–\u2011])(?P<m>[0-9]{2})\\2(?P<d>[0-9]{2})")
TOLD = re.compile(
    rf"(?<![\d/.-])(?P<day>[0-9]{{8}}|[0-9]{{6}}|[0-9]{{1,4}}\s?[-–\u2011./]\s?[0-9]{{1,2}}\s?[-–\u2011./\s]\s?-?[0-9]{{2,4}}"
    rf"|[0-9]{{1,2}}(?::?e|:a)?\s(?:{MONTH})\.?,?\s[’'-]?[0-9]{{2,4}})(?![\d-])"
    rf"|\b(?P<name>{MONTH})\.?\s(?P<year>(?:19|20|21)[0-9]{{2}})(?!\d)",
    re.I,
)


def told_days(text: str) -> Iterator[Found]:
    """Days in a text that is asked for days, such as when a meeting was: «210120», «21-01-20» and «20.1.2021» are days there, too.
    What can be read in several ways is none, but for the way the law writes a birth date: the year first, with hyphens."""
    for match in TOLD.finditer(text):
        if match["name"]:
            yield Found(match.start(), match.end(), None, (int(match["year"]), month_number(match["name"])))
        else:
            short = YEAR_FIRST.fullmatch(match.group())
            ordered = day_or_none(2000 + int(short["y"]), int(short["m"]), int(short["d"])) if short else None
            day = ordered or meant_day(match.group())
            if day:
                yield Found(match.start(), match.end(), day)
