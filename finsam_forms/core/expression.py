"""Arithmetic in an amount cell: `12*27083`, `325000*9/12`, `=2*1600+700`. Exact fractions, rounded half up to whole kronor at the end."""

from __future__ import annotations

import re
from fractions import Fraction

from .reading import Problem, Reading

LONGEST = 200
DEEPEST = 20
LARGEST = 10**12
TOKEN = re.compile(r"\s*(?:(\d[\d \u00a0\u202f]*(?:[.,]\d+)?)\s*(%?)|([-+*/×÷·()−]))")
SIGNS = {"×": "*", "·": "*", "÷": "/", "−": "-"}
BINARY = re.compile(r"[\d)%]\s*[-+*/×÷·−]\s*[\d(]")


class Fault(Exception):
    """What is wrong with an expression, in Swedish."""


def is_expression(text: str) -> bool:
    """Does the text ask for a calculation? A leading «=», a bracket or a sign between two numbers. A lone «-5» does not."""
    words = text.strip()
    if words.startswith("="):
        return True
    letters = any(letter.isalpha() for letter in words)
    return bool(not letters and BINARY.search(words) and not looks_like_date(words))


def looks_like_date(text: str) -> bool:
    return bool(re.fullmatch(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}/\d{1,2}[ /-]\d{2,4}|0\d{1,3}-\d[\d ]{4,}", text))


def evaluate(text: str) -> Reading[int]:
    """Whole kronor, half up; or a problem that says what can't be worked out."""
    words = text.strip().removeprefix("=")
    if len(words) > LONGEST:
        return Reading(problem=Problem(f"Uträkningen är för lång. Högst {LONGEST} tecken går att räkna."))
    try:
        value = Calculation(tokens(words)).result()
    except Fault as fault:
        return Reading(problem=Problem(f"Uträkningen går inte att räkna: {fault}"))
    if abs(value) > LARGEST:
        return Reading(problem=Problem("Uträkningen ger ett orimligt stort belopp. Kontrollera siffrorna."))
    sign = -1 if value < 0 else 1
    return Reading(sign * int(abs(value) + Fraction(1, 2)))


def tokens(text: str) -> list[Fraction | str]:
    found: list[Fraction | str] = []
    place = 0
    while place < len(text.rstrip()):
        match = TOKEN.match(text, place)
        if not match:
            raise Fault(f"”{text[place:].strip()[:1]}” hör inte hemma i en uträkning.")
        number, percent, sign = match.groups()
        found.append(read_number(number) / (100 if percent else 1) if number else SIGNS.get(sign, sign))
        place = match.end()
    return found


def read_number(text: str) -> Fraction:
    """A number as it is written in Swedish; spaces only between groups of three digits."""
    compact = re.sub(r"[ \u00a0\u202f]+", " ", text.strip())
    whole = re.split(r"[.,]", compact)[0]
    if " " in whole and not re.fullmatch(r"\d{1,3}( \d{3})+", whole):
        raise Fault(f"”{compact}” går inte att läsa som ett tal.")
    return Fraction(compact.replace(" ", "").replace(",", "."))


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
        value = self.product(depth)
        while self.peek() in ("+", "-"):
            value = value + self.product(depth) if self.take() == "+" else value - self.product(depth)
        return value

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
            if max(value.numerator.bit_length(), value.denominator.bit_length()) > 2_000:
                raise Fault("talen blir för stora.")
        return value

    def signed(self, depth: int) -> Fraction:
        if depth > DEEPEST:
            raise Fault("det är för många parenteser i varandra.")
        part = self.take()
        if isinstance(part, Fraction):
            return part
        if part in ("+", "-"):
            value = self.signed(depth + 1)
            return -value if part == "-" else value
        if part == "(":
            value = self.sum(depth + 1)
            if self.take() != ")":
                raise Fault("en parentes är inte stängd.")
            return value
        raise Fault("det saknas ett tal." if part is not None else "det saknas ett tal på slutet.")
