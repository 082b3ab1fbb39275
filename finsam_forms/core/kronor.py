"""Amounts as people write them, and as we show them. Whole kronor in `int`; nobody else prints a number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from .expression import LARGEST, UNIT, UNITS, evaluate, is_between, is_expression, looks_like_other, unit_last
from .reading import Problem, Reading, Suggestion, shortened, squeezed

NBSP = "\u00a0"
MINUS = "\u2212"
LONGEST = 200
SHAPE = re.compile(
    rf"(?P<sign>[-+−–]?) ?(?P<number>[0-9][0-9 .,]*?) ?(?:(?P<unit>{UNIT})\.?(?: kr| kronor)?|:-|,-)?", re.I
)
UNIT_FIRST = re.compile(rf"(?P<unit>{UNIT})[.:]? ?(?P<number>[-+−–]?[0-9][0-9 .,]*)", re.I)
COUNTED = re.compile(r"[0-9]")
HAS_UNIT = re.compile(r"[^\W\d_x]|[,:]-$", re.I)
GROUPED = re.compile(r"(?:0|[1-9][0-9]{0,2}(?: [0-9]{3})+|[1-9][0-9]*)")


def read_kronor(text: str) -> Reading[int]:
    """«325 000», «325000 kr», «325 tkr», «1,2 mkr», «12*27083» → whole kronor, at most ±10¹².

    What has two meanings or öre is asked about, never guessed (check G06).
    """
    return read_short(text) if len(text) <= LONGEST else read_words(squeezed(text))


@lru_cache(maxsize=4096)
def read_short(text: str) -> Reading[int]:
    """The same few amounts of a budget are read at every change."""
    return read_words(squeezed(text))


def read_words(words: str) -> Reading[int]:
    """Most of them are plain numbers."""
    if not words:
        return Reading()
    if len(words) > LONGEST:
        return unreadable(words)
    if GROUPED.fullmatch(words) and int(words.replace(" ", "")) <= LARGEST:
        return Reading(int(words.replace(" ", "")))
    if is_expression(words):
        return evaluate(words)
    if looks_like_other(words):
        return not_an_amount(words)
    first = UNIT_FIRST.fullmatch(words)
    if first:
        return read_words(f"{first['number']} {first['unit']}")
    found = SHAPE.fullmatch(words)
    if not found:
        return in_brackets(words)
    unit = UNITS[(found["unit"] or "kr").lower()] * (-1 if found["sign"] not in ("", "+") else 1)
    return read_number(found["number"], unit, words)


def read_number(number: str, unit: int, words: str) -> Reading[int]:
    """A number without its unit. `unit`: how many kronor it counts, below zero for a negative amount."""
    whole, mark, decimals = number, "", ""
    if number.count(",") + number.count(".") == 1:
        mark = "," if "," in number else "."
        whole, _, decimals = number.partition(mark)
    if not GROUPED.fullmatch(whole) or (mark and not decimals.isdigit()) or like_thousands(whole, mark, decimals, unit):
        return suggesting(two_ways(words), (way * unit for way in ways(number)), words)
    exact = Fraction(f"{whole.replace(' ', '')}.{decimals or 0}") * unit
    if abs(exact) > LARGEST:
        return Reading(problem=Problem(f"”{shortened(words)}” är ett orimligt stort belopp. Kontrollera siffrorna."))
    if exact.denominator == 1:
        return Reading(int(exact))
    ore = f"”{shortened(words)}” har ören. Beloppen är hela kronor: välj hur det ska rundas av."
    return suggesting(ore, [exact], words)


def like_thousands(whole: str, mark: str, decimals: str, unit: int) -> bool:
    """Could the mark part thousands? «325.000» is 325 000 to many and 325 to some. «27,083 tkr» is how we write tkr."""
    small = len(whole) <= 3 and whole != "0"
    return bool(mark) and len(decimals) == 3 and small and not (mark == "," and abs(unit) > 1)


def ways(number: str) -> Iterator[Fraction]:
    """What a number with odd marks could mean. «3,104.45» is 3 104,45; «9,000 000» is 9 000 or 9 000 000."""
    parts, marks = re.split(r"[ .,]", number), re.findall(r"[ .,]", number)
    last = marks[-1] if marks else ""
    if not all(parts[:-1]):
        return
    if len(set(marks)) > 1 and parts[-1] == "000":
        yield Fraction("".join(parts[:-1]))
    if not marks or all(len(part) == 3 for part in parts[1:]) or set(marks) == {" "}:
        yield Fraction("".join(parts))
    if last in (",", ".") and last not in marks[:-1] and all(len(part) == 3 for part in parts[1:-1]):
        yield Fraction(f"{''.join(parts[:-1])}.{parts[-1] or 0}")


def suggesting(message: str, amounts: Iterable[Fraction], words: str) -> Reading[int]:
    """A problem with a button for each meaning; öre gives one for each way to round."""
    wholes = [whole for amount in amounts for whole in roundings(amount) if abs(whole) <= LARGEST]
    return Reading(problem=Problem(message, suggest(wholes))) if wholes else unreadable(words)


def roundings(amount: Fraction) -> tuple[int, ...]:
    """The whole kronor on either side, the one nearer zero first."""
    sign = -1 if amount < 0 else 1
    whole, rest = divmod(abs(amount), 1)
    return (sign * int(whole), sign * int(whole + 1)) if rest else (sign * int(whole),)


def suggest(amounts: Iterable[int]) -> tuple[Suggestion, ...]:
    return tuple(Suggestion(format_kronor(kronor, with_unit=True), str(kronor)) for kronor in dict.fromkeys(amounts))


def two_ways(words: str) -> str:
    return (
        f"”{shortened(words)}” går inte att läsa entydigt. "
        "Det står kvar som det skrevs och räknas inte förrän någon har valt."
    )


def not_an_amount(words: str) -> Reading[int]:
    """A date, a telephone number, a range: worked out only when somebody says so."""
    between = is_between(unit_last(words)[0])
    seems = "kan vara ett intervall eller en uträkning" if between else "ser inte ut som ett belopp"
    message = f"”{shortened(words)}” {seems}. Skriv hela kronor, eller = först om det ska räknas ut."
    worked = evaluate("=" + words).value if between or words.count("/") == 1 else None
    ways = () if worked is None or worked < 0 else (Suggestion(f"Räkna ut {words}", f"={words}"),)
    return Reading(problem=Problem(message, ways))


def in_unit(typed: str, unit: str) -> str:
    """What is typed where a bare number counts `unit` (kr or tkr), with the unit written out: nothing is left to guess.

    It holds for every way to write a number, «−5», «2*100» and «77-9» too. Who has written a unit («325 kr», «325:-») meant it.
    """
    bare = unit != "kr" and COUNTED.search(typed) and not HAS_UNIT.search(typed.strip())
    return f"{typed.strip()} {unit}" if bare else typed


def in_brackets(words: str) -> Reading[int]:
    """«(500)» is minus 500 to a bookkeeper."""
    found = re.fullmatch(rf"\(([0-9][0-9 ]*)\) ?(?:({UNIT})\.?)?", words, re.I)
    if found and GROUPED.fullmatch(found[1]):
        amount = Fraction(found[1].replace(" ", "")) * UNITS[(found[2] or "kr").lower()]
        return suggesting(two_ways(words), (-amount, amount), words)
    return unreadable(words)


def unreadable(words: str) -> Reading[int]:
    message = f"”{shortened(words)}” är inget belopp. Skriv hela kronor, till exempel 325 000, 325 tkr eller 12*27083."
    return Reading(problem=Problem(message))


def canonical_kronor(typed: str) -> str:
    """The text to store: «325000» when understood, an expression tidied but kept, anything else as it was typed."""
    words = squeezed(typed)
    value = read_kronor(words).value
    if value is None:
        return typed.strip() if words else ""
    return words if is_expression(words) else str(value)


def format_kronor(kronor: int, *, with_unit: bool = False) -> str:
    """325000 → «325 000», with non-breaking spaces and a true minus."""
    return in_kronor(kronor) + (f"{NBSP}kr" if with_unit else "")


@lru_cache(maxsize=4096)
def in_kronor(kronor: int) -> str:
    return (MINUS if kronor < 0 else "") + f"{abs(kronor):,}".replace(",", NBSP)


class AmountFormat(NamedTuple):
    """How the amounts of a whole table are shown: in kr or tkr, every one with as many decimals."""

    unit: str = "kr"
    places: int = 0

    @classmethod
    def of(cls, amounts: Iterable[int], unit: str) -> AmountFormat:
        """The format that shows each of the amounts exactly."""
        if unit != "tkr":
            return cls()
        rests = (f"{abs(amount) % 1000:03d}".rstrip("0") for amount in amounts)
        return cls("tkr", max(map(len, rests), default=0))

    def show(self, kronor: int) -> str:
        """Never rounded: an amount that needs more decimals than the table has gets them. Nothing is «0», without decimals."""
        if self.unit != "tkr" or not kronor:
            return in_kronor(kronor)
        whole, rest = divmod(abs(kronor), 1_000)
        decimals = f"{rest:03d}".rstrip("0").ljust(self.places, "0")
        sign = MINUS if kronor < 0 else ""
        return sign + in_kronor(whole) + (f",{decimals}" if decimals else "")
