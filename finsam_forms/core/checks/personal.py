"""G43: personal numbers and single people. A samordningsförbund has no legal ground to handle data on participants."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import partial

from stdnum import luhn
from stdnum.se import personnummer

from ..mall import Mall
from ..text_parts import replaced
from ..waiver import Waiver
from .facts import Facts, Prose
from .registry import Finding, Fix, Remark, Severity, check, remark_key

NUMBER = re.compile(r"(?<![\d-])(?:19|20)?\d{6} ?[-+–−]? ?\d{4}(?![\d-])")
WITH_DASH = re.compile(r"\d{6} ?[-+–−] ?\d{4}$")
SINGLE_PERSON = re.compile(
    r"\b(?:en|ett) (?:\d{2}-årig\w* \w+|(?:kvinna|man|flicka|pojke|kille|tjej|deltagare|person) (?:på |i åldern )?\d{2}(?: år)?\b)"
    r"|\b(?:kvinna|man),? \d{2} år\b|\bfödd (?:\d{6,8}|(?:19|20)\d\d|den \d)",
    re.I,
)


def why_of(mall: Mall) -> str:
    return (
        "Ett samordningsförbund har inte stöd i lag för att behandla uppgifter om enskilda deltagare, "
        f"och {mall.noun} blir en allmän handling."
    )


@check("G43", Severity.ERROR, each="own")
@check("G43", Severity.ERROR, each="words")
def personal_number(facts: Facts, prose: Prose) -> Iterator[Finding]:
    """A personnummer or samordningsnummer with a valid check digit. The sentence never says the number."""
    for found in NUMBER.finditer(prose.words):
        if is_personal_number(found[0]):
            sentence = f"Texten innehåller ett {sort_of(found[0])} ({found[0][:2]}…). {why_of(facts.mall)} Ta bort det."
            yield Finding(prose.path, sentence, found[0], partial(without_it, prose, found.start(), found.end()))


def without_it(prose: Prose, start: int, end: int) -> tuple[Fix, ...]:
    """The text without the number, the space before it and the brackets that stood around nothing else."""
    text = replaced(prose.raw, start, end, "")
    if text is None:
        return ()
    tidy = re.sub(r"\( *\)", "", text[:start].rstrip(" ") + text[start:])
    return (Fix("Ta bort numret", {prose.path: tidy}),)


def in_reasons(waivers: Mapping[str, Waiver], remarks: Iterable[Remark], mall: Mall) -> Iterator[Remark]:
    """Numbers in the reasons why remarks may stand, told where the remark stands, else at the title."""
    paths = {remark.key: remark.path for remark in remarks}
    for key, waiver in sorted(waivers.items()):
        for found in NUMBER.finditer(waiver.reason):
            if is_personal_number(found[0]):
                path = paths.get(key, mall.title_path)
                sentence = (
                    f"Skälet till att en anmärkning får stå innehåller ett {sort_of(found[0])} ({found[0][:2]}…). {why_of(mall)}"
                    " Ta tillbaka godtagandet och skriv ett skäl utan numret."
                )
                about = f"{key} {found[0]}"
                yield Remark(
                    code="G43",
                    severity=Severity.ERROR,
                    sentence=sentence,
                    path=path,
                    key=remark_key("G43", Severity.ERROR, path, about),
                )


@check("G43", Severity.TIP, each="own")
@check("G43", Severity.TIP, each="words")
def single_person(facts: Facts, prose: Prose) -> Iterator[Finding]:
    """What looks like a fact about one person: a number of that shape with a wrong check digit, or «en kvinna på 43 år»."""
    for found in NUMBER.finditer(prose.words):
        if WITH_DASH.search(found[0]) and not is_personal_number(found[0]) and birth_date(digits_of(found[0])):
            yield Finding(
                prose.path,
                f"Texten har en uppgift som ser ut som ett personnummer ({found[0][:2]}…). {why_of(facts.mall)}",
                found[0],
            )
    single = SINGLE_PERSON.search(prose.words)
    if single:
        sentence = f"Texten ser ut att handla om en enskild person. Kan hon eller han kännas igen, så skriv om det. {why_of(facts.mall)}"
        yield Finding(prose.path, sentence, single[0])


def digits_of(number: str) -> str:
    return re.sub(r"\D", "", number)


def birth_date(digits: str) -> date | None:
    """The date in a number of 10 or 12 digits. A samordningsnummer has 60 added to the day (skatteförfarandeförordningen)."""
    day = int(digits[-6:-4])
    plain = digits[:-6] + f"{day - 60 if 60 < day < 92 else day:02d}" + digits[-4:]
    try:
        return personnummer.get_birth_date(plain)
    except ValueError:
        return None


def is_personal_number(number: str) -> bool:
    digits = digits_of(number)
    return personnummer.is_valid(digits) or (birth_date(digits) is not None and luhn.is_valid(digits[-10:]))


def sort_of(number: str) -> str:
    return "samordningsnummer" if int(digits_of(number)[-6:-4]) > 60 else "personnummer"
