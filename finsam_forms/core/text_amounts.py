"""Amounts of money in running text: found, read, and told apart from percentages, years, dates, telephone numbers and heads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .kronor import GROUPED, read_kronor
from .reading import Problem
from .remembered import remembered

NUMBER = re.compile(r"(?<![\w.,/:+-])[-−]?\d(?:[ .,]?\d)*")
KRONOR = r"(?:kr|kronor|sek)"
UNIT = re.compile(
    rf" {{0,3}}(?:(?P<thousand>t(?:\.? ?kr|sek)|k(?:kr|sek)|(?<! {{2}})k(?![-'’]?\w)|tusen(?:tals)?(?: {KRONOR})?)"
    rf"|(?P<million>mn?\.? ?kr|msek|milj(?:oner|on|\.)?(?: {KRONOR})?)|(?P<one>{KRONOR}|:-|,-))(?![\wåäö])\.?",
    re.I,
)
SAYS_MONEY = re.compile(r"k(?:r|ronor)|sek|-", re.I)
UNIT_FIRST = re.compile(rf"(?:^|[^\w ]|[^\W\d]) {{0,3}}(?<!\w)(?P<unit>{KRONOR}[.:]? {{0,2}})$", re.I)
YEARLY = r" *(?:per +(?:kalender)?år|/ ?år|årligen|om +året|varje +år)(?![\wåäö])"
PER_YEAR = re.compile(r"(?: +[^\W\d]+){0,3}?" + YEARLY, re.I)
PER_YEAR_AT_ONCE = re.compile(YEARLY, re.I)
PER_PIECE = re.compile(
    r" *(?:per +(?!(?:kalender)?år(?![\wåäö]))[^\W\d]+|/ ?(?:mån|tim|h|pers|delt|dag|st)|i +(?:månaden|timmen|veckan)|vardera|var(?![\wåäö])|styck)",
    re.I,
)
BEFORE_PIECE = re.compile(r"(?:\bà|[x×]|\bvarje|timpris\w*|månadslön\w*|timkostnad\w*|timarvode\w*) *$", re.I)
ROUGHLY = re.compile(
    r"(?:\b(?:cirka|circa|ca[.:]?|c:a|omkring|ungefär|ung\.|runt|uppskattningsvis|uppemot|drygt|knappt|närmare|nästan)|[~≈]) *$",
    re.I,
)
LIMIT = re.compile(r"\b(?:upp +till|högst|max(?:imalt|\.)?|minst|lägst|över|under|tak(?:et)?(?: på)?) *$", re.I)
TOTAL_WORD = re.compile(r"\b(?:total\w*|summa\w*|sammanlagt) *(?:[:=]|är|blir|på|om|till|uppgår +till)? *$", re.I)
MONEY_WORD = re.compile(
    r"\b(?:belopp\w*|summ\w*|total\w*|\w*kost(?:nad\w*|ar)?|\w*budget\w*|löne?\w*|\w*hyra\w*|medel|pengar|bidra\w*|\w*finansier\w*"
    r"|an?sök\w*|sök\w*|rekvir\w*|betalar?|arvode\w*)"
    r"(?: +(?:är|blir|på|om|till|med|uppgår|för|av|insatsen|projektet|totalt|sammanlagt)){0,4} *[:=]? *[~≈]? *$",
    re.I,
)
"""What a number without a unit and without groups is money after."""
A_DAY = re.compile(r"\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
BAR = re.compile(r"\| *$")
AND_BAR = re.compile(r" *\|")
NOT_A_HEAD = re.compile(
    r" *(?:$|[\n.,;:!?()|–-]|(?:för|till|av|avser|avseende|från|varav|som|och|samt|i|på|under|inkl\w*|exkl\w*|per|är|ska|går|enligt|vilket|därav)(?![\wåäö]))",
    re.I,
)
YEAR_FIRST = re.compile(r"(?:19|20)\d\d (?=\d{1,3}(?: \d{3})+$|\d{1,3}$)")

BEFORE = 60
"""Characters before a number that tell what it is."""


@dataclass(frozen=True, slots=True)
class TextAmount:
    """An amount in a text. `start`–`end` is all of it («cirka 42 000 kr per år»), `number_start`–`number_end` only figure and unit."""

    start: int
    end: int
    number_start: int
    number_end: int
    words: str
    kronor: int | None
    problem: Problem | None = None
    per_year: bool = False
    roughly: bool = False
    precision: int = 1
    """Whole kronor that the figure is rounded to as it is written: 1 000 for «325 tkr», 100 000 for «1,2 mkr»."""


@remembered
def find_amounts(text: str) -> tuple[TextAmount, ...]:
    """The amounts of a searchable text that say what something costs in all, or per year.

    Money is a number with kr, kronor, tkr or mkr, after «summa» or «totalt», before «per år», alone between the bars of a table,
    of five digits after a word of money, or of at least 10 000 in groups of three digits with nothing counted after it. A price
    per piece, hour or month and a limit («högst …») are no budget figures.
    """
    return tuple(found_amounts(text))


def found_amounts(text: str) -> Iterator[TextAmount]:
    for match in NUMBER.finditer(text):
        start, end = match.span()
        year = YEAR_FIRST.match(match.group())
        start += year.end() if year else 0
        before, number = text[max(0, start - BEFORE) : start], text[start:end]
        unit = unit_after(text, end)
        first = UNIT_FIRST.search(before)
        number_end = unit.end() - unit.group().endswith(".") if unit else end
        if PER_PIECE.match(text, number_end) or BEFORE_PIECE.search(before) or LIMIT.search(before):
            continue
        per_year = PER_YEAR.match(text, number_end)
        if not unit and not first and not is_money(text, start, end, before):
            continue
        start -= len(first["unit"]) if first else 0
        before = before[: -len(first["unit"])] if first else before
        roughly = ROUGHLY.search(before)
        whole = slice(
            start - len(before) + roughly.start() if roughly else start, per_year.end() if per_year else number_end
        )
        worth = 1_000 if unit and unit["thousand"] else 1_000_000 if unit and unit["million"] else 1
        reading = read_kronor(number + {1: "", 1_000: " tkr", 1_000_000: " mkr"}[worth])
        decimals = len(number.rpartition(",")[2]) if "," in number and worth > 1 else 0
        yield TextAmount(
            start=whole.start,
            end=whole.stop,
            number_start=start,
            number_end=number_end,
            words=" ".join(text[whole].split()),
            kronor=reading.value,
            problem=reading.problem,
            per_year=per_year is not None,
            roughly=roughly is not None,
            precision=max(1, worth // 10**decimals),
        )


def unit_after(text: str, end: int) -> re.Match[str] | None:
    """The unit of a number; «tusen» and «miljoner» alone when they count nothing else: «360 tusen», not «66 tusen invånare»."""
    unit = UNIT.match(text, end)
    if unit and not SAYS_MONEY.search(unit[0]) and not NOT_A_HEAD.match(text, unit.end()):
        return None
    return unit


def is_money(text: str, start: int, end: int, before: str) -> bool:
    """Can a number without a unit be an amount? One that nothing is counted by, never a year, a day or a small number."""
    number = text[start:end]
    digits = number.replace(" ", "")
    if not GROUPED.fullmatch(number) or len(digits) > 10 or re.match(r" *[-–/%]\d| *%", text[end : end + 3]):
        return False
    if int(digits) < 1_000 or (" " not in number and 1900 <= int(digits) <= 2100):
        return False
    if PER_YEAR_AT_ONCE.match(text, end):
        return True
    grouped, large = " " in number, int(digits) >= 10_000
    if BAR.search(before) and AND_BAR.match(text, end):
        return grouped or large
    told = (grouped and large) or TOTAL_WORD.search(before)
    after_money = large and not A_DAY.fullmatch(digits) and MONEY_WORD.search(before)
    return bool((told or after_money) and NOT_A_HEAD.match(text, end))
