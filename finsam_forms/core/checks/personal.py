"""G43: personal numbers and single people. A samordningsförbund has no legal ground to handle data on participants."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from ..mall import Mall
from ..personal_number import begun, like_numbers_in, masked, numbers_in, sort_of
from ..text_parts import replaced, searchable
from ..waiver import Waiver
from .facts import Facts, Prose
from .registry import Finding, Fix, Remark, Severity, check, remark_key

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
    for found in numbers_in(prose.words):
        sentence = f"Texten innehåller {told(found[0])}. {why_of(facts.mall)} Ta bort det."
        yield Finding(prose.path, sentence, found[0], partial(without_it, prose, found.start(), found.end()))


def without_it(prose: Prose, start: int, end: int) -> tuple[Fix, ...]:
    """The text without the number, the space before it and the brackets that stood around nothing else."""
    text = replaced(prose.raw, start, end, "")
    if text is None:
        return ()
    tidy = re.sub(r"\( *\)", "", text[:start].rstrip(" ") + text[start:])
    return (Fix("Ta bort numret", {prose.path: tidy}),)


def fault_of_reason(reason: str, mall: Mall) -> str:
    """Why a reason that somebody gives for something can't be kept; empty for most."""
    found = next(numbers_in(searchable(reason)), None)
    return f"Skälet innehåller {told(found[0])}. {why_of(mall)} Skriv skälet utan numret." if found else ""


def in_reasons(waivers: Mapping[str, Waiver], remarks: Iterable[Remark], mall: Mall) -> Iterator[Remark]:
    """Reasons with a number that were given before they were refused, told where the remark stands, else at the title."""
    paths = {remark.key: remark.path for remark in remarks}
    for key, waiver in sorted(waivers.items()):
        found = next(numbers_in(searchable(waiver.reason)), None)
        if found:
            path = paths.get(key, mall.title_path)
            sentence = (
                f"Skälet till att en anmärkning får stå innehåller {told(found[0])}. {why_of(mall)}"
                " Ta tillbaka godtagandet och skriv ett skäl utan numret."
            )
            yield Remark(
                code="G43",
                severity=Severity.ERROR,
                sentence=sentence,
                path=path,
                key=remark_key("G43", Severity.ERROR, path, f"{key} {waiver.reason}"),
            )


def without_number(waiver: Waiver) -> Waiver:
    """As it is shown."""
    return waiver._replace(reason=masked(waiver.reason))


def told(number: str) -> str:
    return f"ett {sort_of(number)} ({begun(number)})"


@check("G43", Severity.TIP, each="own")
@check("G43", Severity.TIP, each="words")
def single_person(facts: Facts, prose: Prose) -> Iterator[Finding]:
    """What looks like a fact about one person: a number of that shape with a wrong check digit, or «en kvinna på 43 år»."""
    for found in like_numbers_in(prose.words):
        sentence = f"Texten har en uppgift som ser ut som ett personnummer ({begun(found[0])}). {why_of(facts.mall)}"
        yield Finding(prose.path, sentence, found[0])
    single = SINGLE_PERSON.search(prose.words)
    if single:
        sentence = f"Texten ser ut att handla om en enskild person. Kan hon eller han kännas igen, så skriv om det. {why_of(facts.mall)}"
        yield Finding(prose.path, sentence, single[0])
