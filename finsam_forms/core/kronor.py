"""Amounts as people write them, and as we show them. Whole kronor in `int`; nobody else prints a number."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from .expression import LARGEST, evaluate, is_expression
from .percent import shortened
from .reading import Problem, Reading, Suggestion

NBSP = "\u00a0"
MINUS = "\u2212"
SPACES = re.compile(r"[\s\u00a0\u202f\u2009]+")
UNITS = {"": 1, "kr": 1, "kronor": 1, "sek": 1, ":-": 1, "tkr": 1_000, "mkr": 1_000_000, "mnkr": 1_000_000}
SHAPE = re.compile(r"(?P<sign>[-−–]?)\s?(?P<number>\d[\d .,]*?)\s?(?P<unit>kr\.?|kronor|sek|tkr|mkr|mnkr|:-)?", re.I)
GROUPED = re.compile(r"\d{1,3}(?: \d{3})+|\d+")
LONGEST = 200


def read_kronor(text: str) -> Reading[int]:
    """«325 000», «325000 kr», «325 tkr», «1,2 mkr», «12*27083» → whole kronor. What has two meanings is asked about, never guessed."""
    words = SPACES.sub(" ", text).strip()
    if not words:
        return Reading()
    if len(words) > LONGEST:
        return unreadable(words)
    if is_expression(words):
        return evaluate(words)
    found = SHAPE.fullmatch(words)
    if not found:
        return unreadable(words)
    unit = UNITS[(found["unit"] or "").lower().rstrip(".")]
    reading = read_number(found["number"].strip(), unit, words)
    if reading.value is None or not found["sign"]:
        return checked(reading, words)
    return checked(Reading(-reading.value), words)


def read_number(number: str, unit: int, words: str) -> Reading[int]:
    """Digits with spaces, a decimal comma, or something that can be read in two ways."""
    if GROUPED.fullmatch(number):
        return Reading(int(number.replace(" ", "")) * unit)
    whole, mark, rest = number.rpartition(",") if "," in number else number.rpartition(".")
    both = "," in number and "." in number
    if mark and not both and number.count(mark) == 1 and GROUPED.fullmatch(whole) and rest.isdigit():
        return with_decimals(int(whole.replace(" ", "")), mark, rest, unit, words)
    return ambiguous(number, unit, words)


def with_decimals(whole: int, mark: str, rest: str, unit: int, words: str) -> Reading[int]:
    thousandths = whole * 1_000 + int(rest[:3].ljust(3, "0")) if len(rest) <= 3 else None
    if unit > 1 and thousandths is not None and thousandths * unit % 1_000 == 0:
        return Reading(thousandths * unit // 1_000)
    if unit == 1 and rest.strip("0") == "" and len(rest) <= 2:
        return Reading(whole)
    if unit == 1 and len(rest) <= 2:
        ore = f"”{shortened(words)}” har ören. Beloppen är hela kronor: välj hur det ska rundas av."
        return Reading(problem=Problem(ore, suggest([whole, whole + 1])))
    if len(rest) == 3 and 0 < whole < 1_000:
        return Reading(
            problem=Problem(two_ways(words), suggest([whole * 1_000 * unit + int(rest) * unit, whole * unit]))
        )
    return unreadable(words)


def ambiguous(number: str, unit: int, words: str) -> Reading[int]:
    """«3,104.45», «9,000 000»: the readings that a person could mean, as buttons."""
    digits = re.sub(r"\D", "", number)
    parts = re.split(r"[ .,]", number)
    likely: list[int] = []
    if len(parts[-1]) <= 2 and len(parts) > 1 and parts[-1]:
        likely.append(int("".join(parts[:-1]) or "0") * unit)
    elif len(parts) > 2 and all(len(part) == 3 for part in parts[1:]):
        likely.append(int("".join(parts[:-1])) * unit)
    if digits and len(digits) <= 13:
        likely.append(int(digits) * unit)
    if not likely:
        return unreadable(words)
    return Reading(problem=Problem(two_ways(words), suggest(likely)))


def two_ways(words: str) -> str:
    return f"”{shortened(words)}” går inte att läsa entydigt. Det står kvar som det skrevs och räknas inte förrän någon har valt."


def unreadable(words: str) -> Reading[int]:
    message = f"”{shortened(words)}” är inget belopp. Skriv hela kronor, till exempel 325 000, 325 tkr eller 12*27083."
    return Reading(problem=Problem(message))


def checked(reading: Reading[int], words: str) -> Reading[int]:
    if reading.value is not None and abs(reading.value) > LARGEST:
        return Reading(problem=Problem(f"”{shortened(words)}” är ett orimligt stort belopp. Kontrollera siffrorna."))
    return reading


def suggest(amounts: Iterable[int]) -> tuple[Suggestion, ...]:
    return tuple(Suggestion(format_kronor(kronor, with_unit=True), str(kronor)) for kronor in dict.fromkeys(amounts))


def canonical_kronor(typed: str) -> str:
    """The text to store: «325000» when understood; an expression or an unreadable amount stays as typed."""
    words = SPACES.sub(" ", typed).strip()
    if is_expression(words):
        return words
    reading = read_kronor(words)
    return words if reading.value is None else str(reading.value)


def format_kronor(kronor: int, *, with_unit: bool = False) -> str:
    """325000 → «325 000», with non-breaking spaces and a true minus."""
    return AmountFormat().show(kronor) + (f"{NBSP}kr" if with_unit else "")


@dataclass(frozen=True, slots=True)
class AmountFormat:
    """How the amounts of a whole table are shown: in kr or tkr, every one with as many decimals."""

    unit: str = "kr"
    places: int = 0

    @classmethod
    def of(cls, amounts: Iterable[int], unit: str) -> AmountFormat:
        """The format that shows each of the amounts exactly."""
        if unit != "tkr":
            return cls()
        return cls(
            "tkr", max((len(f"{abs(amount) % 1000:03d}".rstrip("0")) for amount in amounts if amount), default=0)
        )

    def show(self, kronor: int) -> str:
        sign = MINUS if kronor < 0 else ""
        if self.unit != "tkr":
            return sign + f"{abs(kronor):,}".replace(",", NBSP)
        whole, rest = divmod(abs(kronor), 1_000)
        decimals = f"{rest:03d}".rstrip("0").ljust(self.places, "0")
        return sign + f"{whole:,}".replace(",", NBSP) + (f",{decimals}" if decimals else "")
