"""Personnummer and samordningsnummer in a text, however they were typed or pasted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from .text_parts import searchable

DASH = r"[-+/.‐‑‒–—―−]"
HYPHEN = r"[-‐‑‒–—―−]"
GAP = r"[\s\u00ad\u200b\u2060]{0,3}"
"""Blanks, a new line, and what Word hides where a word may be cut."""
CUT = r"(?: {2,6})?"
"""Where bold begins or ends among the figures: its two stars are blanks in a searchable text."""
BEFORE = r"(?<!\d)(?<!\d[-–])"
CENTURY = rf"(?:(?:19|20){CUT}|19[ -](?=[2-9])|20[ -](?=[01]))?"
BORN = r"(?:19\d\d|20[01]\d)"
"""Written in full, and old enough to take part: «2027-01-20 1300» is a day and a time."""
BORN_SHORT = r"(?:[3-9]\d|[01]\d)"
"""The same in two figures: «27-01-20 1300» is a day of the insats."""
BETWEEN = r"[-./‐‑‒–—―−]"
LAST = rf"\d{CUT}\d(?:{CUT}| )\d{CUT}\d"
END = r"(?!\d)(?![-‐‑‒–—―−]\d)"
NUMBER = re.compile(
    rf"{BEFORE}(?:"
    rf"(?:{CENTURY}\d(?:{CUT}\d){{5}}{GAP}{DASH}?{GAP}(?:{DASH}{GAP})?"
    rf"|{CENTURY}\d\d{BETWEEN}\d\d{BETWEEN}\d\d *{HYPHEN} *|{BORN} \d{{4}} ?{HYPHEN} ?"
    rf"|(?<!\d ){CENTURY}\d\d \d\d \d\d ?{HYPHEN} ?){LAST}"
    rf"|(?:{BORN}{BETWEEN}\d\d{BETWEEN}\d\d |{BORN} \d\d \d\d |{BORN} \d{{4}} "
    rf"|(?<!\d )(?:{BORN_SHORT}{BETWEEN}\d\d{BETWEEN}\d\d |(?:19 (?=[2-9]))?{BORN_SHORT} \d\d \d\d ))"
    rf"\d{CUT}\d{CUT}\d{CUT}\d(?! ?(?:t?kr|kronor)\b)(?! \d)){END}"
)
"""What has the shape of a number: birth date and four figures, `811218-9876`, `1981-12-18-9876`, `1981 12 18 9876`."""
WITH_HYPHEN = re.compile(rf"(?<! )\d\d *(?:\+|{HYPHEN}) *\d{{4}}$")
"""A day in pairs, «10 11 12-2013», may be a row of other figures."""


def numbers_in(words: str) -> Iterator[re.Match[str]]:
    """Those with a valid check digit in a searchable text."""
    return (found for found in NUMBER.finditer(words) if is_personal_number(found[0]))


def like_numbers_in(words: str) -> Iterator[re.Match[str]]:
    """What is written as a number, on a day that there is, with a check digit that is wrong."""
    for found in NUMBER.finditer(words):
        written = WITH_HYPHEN.search(found[0]) and birth_date(digits_of(found[0]))
        if written and not is_personal_number(found[0]):
            yield found


def masked(text: str) -> str:
    """The text with no more than the first two figures of each number: `81…`."""
    shown, after = "", 0
    for found in numbers_in(searchable(text)):
        shown += f"{text[after : found.start()]}{begun(found[0])}"
        after = found.end()
    return shown + text[after:]


def begun(number: str) -> str:
    return f"{number[:2]}…"


def sort_of(number: str) -> str:
    return "samordningsnummer" if int(digits_of(number)[-6:-4]) > 60 else "personnummer"


def is_personal_number(number: str) -> bool:
    from stdnum import luhn  # slow to load, and few texts have anything that looks like a number
    from stdnum.se import personnummer

    digits = digits_of(number)
    return personnummer.is_valid(digits) or (birth_date(digits) is not None and luhn.is_valid(digits[-10:]))


def birth_date(digits: str) -> date | None:
    """The date in a number of 10 or 12 digits. A samordningsnummer has 60 added to the day (skatteförfarandeförordningen)."""
    from stdnum.se import personnummer

    day = int(digits[-6:-4])
    plain = digits[:-6] + f"{day - 60 if 60 < day < 92 else day:02d}" + digits[-4:]
    try:
        return personnummer.get_birth_date(plain)
    except ValueError:
        return None


def digits_of(number: str) -> str:
    return re.sub(r"\D", "", number)
