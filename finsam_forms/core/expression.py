"""Arithmetic in an amount cell: `12*27083`, `325000*9/12`, `=2*1600+700`, `325000*40,15%`.

A unit last of all holds for the whole calculation. Exact fractions all the way, rounded half up (away from zero) to whole kronor at the end.
"""

from __future__ import annotations

import re
from fractions import Fraction

from .reading import Problem, Reading, Suggestion, shortened, squeezed
from .rounding import half_up

LONGEST = 200
DEEPEST = 20
LARGEST = 10**12
UNITS = {"kr": 1, "kronor": 1, "sek": 1, "tkr": 1_000, "tsek": 1_000, "mkr": 1_000_000, "mnkr": 1_000_000}
UNITS |= {"msek": 1_000_000, "tusen": 1_000, "miljon": 1_000_000, "miljoner": 1_000_000}
UNITS |= {"kkr": 1_000, "ksek": 1_000, "t kr": 1_000, "t.kr": 1_000, "m kr": 1_000_000}
UNIT = "|".join(map(re.escape, sorted(UNITS, key=len, reverse=True)))
SIGNS = {"×": "*", "·": "*", "x": "*", "÷": "/", "−": "-", "–": "-"}

TOKEN = re.compile(rf" ?(?:([0-9][0-9 .,]*) ?((?:{UNIT})\b\.?)?|([-+*/×÷·()−–%x]))", re.I)
NUMBER = re.compile(r"([0-9]{1,3}(?: [0-9]{3})+|[0-9]+)(?:[.,]([0-9]+))?")
ONLY_SUMS = re.compile(rf"(?:[-0-9 .,+*/×÷·()%−–]|(?<=[0-9 ])x(?=[ 0-9(])|(?<![a-z])(?:{UNIT})\b)+", re.I)
PLAIN = re.compile(
    rf"(?:(?:{UNIT})[.:]? ?)?[-+−–]? ?[0-9][0-9 .,]*(?:,-)?|\([0-9][0-9 .,]*\)(?: ?(?:{UNIT})\.?)?", re.I
)
BETWEEN = re.compile(rf"[0-9][0-9 .,]*(?:{UNIT})?\.? ?[-–−] ?[0-9][0-9 .,]*(?:{UNIT})?\.?", re.I)
UNIT_LAST = re.compile(rf"(.*[0-9)%]) ?({UNIT})\.?", re.I)
SOME_UNIT = re.compile(r"[a-wyz]", re.I)
OTHER_NUMBERS = re.compile(
    r"[0-9]{4}[-/.–][0-9]{1,2}[-/.–][0-9]{1,2}"  # 2021-02-21
    r"|[0-9]{1,2}[-/.][0-9]{1,2}[-/. ]{1,2}(?:[0-9]{2}|[0-9]{4})"  # 21/2 2021, 21.2.21
    r"|(?:0?[1-9]|[12][0-9]|3[01])/(?:0?[1-9]|1[0-2])"  # 21/2
    r"|(?:0?[1-9]|1[0-2])/(?:19|20)[0-9]{2}"  # 12/2021
)
LEADING_ZERO = re.compile(r"(?<![0-9.,])(?<![0-9] )0[0-9]")


class Fault(Exception):
    """What is wrong with an expression, in Swedish, and perhaps how it could be meant."""

    def __init__(self, sentence: str, suggestions: tuple[Suggestion, ...] = ()):
        super().__init__(sentence)
        self.suggestions = suggestions


def is_expression(text: str) -> bool:
    """Does the text ask for a calculation? A leading «=» always does; a sign between numbers does unless it is
    a date, a telephone number or a range. A lone «-5» does not.
    """
    if text.isdecimal():  # most amounts
        return False
    words = squeezed(text)
    return words.startswith("=") or (looks_like_sum(words) and not looks_like_other(words))


def looks_like_sum(words: str) -> bool:
    """Numbers and signs, and nothing else."""
    if len(words) > 2 * LONGEST or PLAIN.fullmatch(words) or not ONLY_SUMS.fullmatch(words):
        return False
    return bool(re.search(r"[0-9]", words) and re.search(r"[-+*/×÷·(−–]|[0-9 ]x[ 0-9(]", words[1:], re.I))


def looks_like_other(words: str) -> bool:
    """Something with signs that nobody means to have worked out: 21/2 2021, 08-123 45 67, 300 000–400 000."""
    words = unit_last(words)[0]
    if OTHER_NUMBERS.fullmatch(words):
        return True
    if not looks_like_sum(words):
        return False
    if LEADING_ZERO.search(words):
        return True
    years = re.fullmatch(r"(?:19|20)([0-9]{2})[-/–]([0-9]{2})", words)
    if years and int(years[2]) == (int(years[1]) + 1) % 100:
        return True
    return is_between(words)


def is_between(words: str) -> bool:
    """Two amounts with a dash: «300 000–400 000» is a range, and «77 000-9 000» may be one as well as a difference."""
    return BETWEEN.fullmatch(words) is not None


def unit_last(words: str) -> tuple[str, str]:
    """(the calculation, the unit of all of it). One unit, last of all, holds for the whole: «100+50 tkr» is 150 000."""
    found = UNIT_LAST.fullmatch(words) if len(words) <= 2 * LONGEST else None
    return (found[1], found[2]) if found and not SOME_UNIT.search(found[1]) else (words, "")


def evaluate(text: str) -> Reading[int]:
    """Whole kronor, half up; or a problem that says what can't be worked out."""
    words = squeezed(text)
    if len(words) > LONGEST:
        return Reading(problem=Problem(f"Uträkningen är för lång. Högst {LONGEST} tecken går att räkna."))
    try:
        body, unit = unit_last(words)
        value = Calculation(tokens(body)).result() * UNITS[unit.lower() or "kr"]
    except Fault as fault:
        more = f" {unit}" if unit else ""
        ways = tuple(Suggestion(one.label + more, one.value + more) for one in fault.suggestions)
        return Reading(problem=Problem(f"Uträkningen går inte att räkna: {fault}", ways))
    if abs(value) > LARGEST:
        return Reading(problem=Problem("Uträkningen ger ett orimligt stort belopp. Kontrollera siffrorna."))
    return Reading(half_up(value))


def tokens(words: str) -> list[Fraction | str]:
    """Numbers as fractions (in kronor when they have a unit), signs as they are counted with."""
    found: list[Fraction | str] = []
    place = int(words.startswith("="))
    while place < len(words):
        match = TOKEN.match(words, place)
        if not match:
            raise Fault(f"”{words[place:].strip()[:1]}” hör inte hemma i en uträkning.")
        number, unit, sign = match.groups()
        if number:
            found.append(number_of(words, *match.span(1)) * UNITS[(unit or "kr").lower().rstrip(".")])
        else:
            found.append(SIGNS.get(sign.lower(), sign))
        place = match.end()
    return found


def number_of(words: str, start: int, end: int) -> Fraction:
    """The number written between two places. «1,234» has two meanings and is asked about, as in any amount."""
    text = words[start:end].rstrip()
    match = NUMBER.fullmatch(text)
    if not match:
        raise Fault(f"”{shortened(text)}” går inte att läsa som ett tal.")
    whole, decimals = match.groups()
    if decimals and len(decimals) == 3 and re.fullmatch(r"[1-9][0-9]{0,2}", whole):
        ways = [words[:start] + way + words[start + len(text) :] for way in (whole + decimals, f"{whole},{decimals}0")]
        suggestions = tuple(Suggestion(way, way) for way in ways)
        raise Fault(f"”{text}” går inte att läsa entydigt. Välj vad som menas.", suggestions)
    return Fraction(f"{whole.replace(' ', '')}.{decimals or 0}")


class Calculation:
    """Recursive descent: sums of products of signed numbers and brackets."""

    def __init__(self, parts: list[Fraction | str]):
        self.parts = parts
        self.place = 0

    def result(self) -> Fraction:
        if not self.parts:
            raise Fault("det står inget att räkna.")
        value = self.sum(0)
        if self.place < len(self.parts):
            raise Fault("en parentes är inte öppnad." if self.peek() == ")" else "det saknas ett räknetecken.")
        return value

    def peek(self) -> Fraction | str | None:
        return self.parts[self.place] if self.place < len(self.parts) else None

    def take(self) -> Fraction | str | None:
        part = self.peek()
        self.place += 1
        return part

    def sum(self, depth: int) -> Fraction:
        value, shares = self.term(depth)
        while self.peek() in ("+", "-"):
            sign = 1 if self.take() == "+" else -1
            term, share = self.term(depth)
            if share != shares:
                raise Fault("det framgår inte vad procenten ska räknas på. Skriv till exempel 325000*40,15%.")
            value += sign * term
        return value

    def term(self, depth: int) -> tuple[Fraction, bool]:
        """A product, and whether it is nothing but a percentage."""
        start = self.place
        value = self.product(depth)
        return value, self.place - start == 2 and self.parts[self.place - 1] == "%"

    def product(self, depth: int) -> Fraction:
        value = self.signed(depth)
        while self.peek() in ("*", "/"):
            if self.take() == "*":
                value *= self.signed(depth)
            else:
                divisor = self.signed(depth)
                if divisor == 0:
                    raise Fault("det går inte att dela med noll.")
                value /= divisor
        return value

    def signed(self, depth: int) -> Fraction:
        if depth > DEEPEST:
            raise Fault("det är för många parenteser eller tecken i varandra.")
        if self.peek() in ("+", "-"):
            sign = self.take()
            value = self.signed(depth + 1)
            return -value if sign == "-" else value
        value = self.bracket(depth) if self.peek() == "(" else self.number()
        while self.peek() == "%":
            self.take()
            value /= 100
        return value

    def bracket(self, depth: int) -> Fraction:
        self.take()
        value = self.sum(depth + 1)
        if self.take() != ")":
            self.place -= 1
            raise Fault("en parentes är inte stängd." if self.peek() is None else "det saknas ett räknetecken.")
        return value

    def number(self) -> Fraction:
        part = self.take()
        if isinstance(part, Fraction):
            return part
        raise Fault("det saknas ett tal på slutet." if part is None else "det saknas ett tal.")
