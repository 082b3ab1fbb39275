"""G23, G24 and G27: days, and whether they lie within the time of the insats."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from ..dates import Found, Period, find_dates
from ..roles import ANSOKAN, BAKGRUND, FORANKRING, INSATSTID, LOKUS, STYRELSEBESLUT
from ..text_parts import replaced, sentences
from .facts import PARTIES, Facts, Prose
from .places import place_name
from .registry import Finding, Fix, Severity, check
from .wording import chosen, day, same_day, span

YEARS_THAT_CAN_BE = range(1990, 2101)
OTHER_TIME_ROLES = frozenset({BAKGRUND, FORANKRING, LOKUS})
"""Of fields that tell of what has been, or of the way to a decision."""
OTHER_TIME = re.compile(
    r"lokus|beslut|ansök|nuläge|rapport|utvärder|uppfölj|följs? upp|redovis|lag\b|lagen|förordning|tidigare|sedan|föregående|statistik"
    r"|enligt|enkät|mätning|mäts|utgångsläge|avtal|överenskomm|långsikt|efter (?:insats|projekt|avslut)|jämför|våren|hösten",
    re.I,
)

PAST = re.compile(
    r"\b\w{3,}(?:ades|rdes|ldes|ndes|gdes|vdes|[kpst]tes|stes)\b|\b(?:var(?! (?:och|för|sin|sitt|\w+e\b))|hade|fick|började|startade|pågick|hölls|gjordes)\b"
    r"|\bhar (?:\w+ )?\w{2,}(?:ats|its|tts)\b",
    re.I,
)
AS_OF = re.compile(r"\bper (?:den )?$", re.I)
"""«inskrivna per 2026-10-31»: how it was."""
PREPARED = re.compile(r"rekryter|förbered|upphandl|annons|anställs|tillsätt", re.I)
CLOSED = re.compile(r"intervju|avslut|återträff", re.I)
MARGIN = timedelta(days=183)
"""How far from the insats what comes before and after it lies: last year's recruitment is last year's text."""


@check("G23", Severity.ERROR, reads=f"in:days {PARTIES}")
def not_a_date(facts: Facts) -> Iterator[Finding]:
    """Every date can be read, and in one way only."""
    for path in date_paths(facts):
        reading = facts.document.read(path)
        if reading.problem:
            sentence = f"{place_name(facts.document, path)}: {reading.problem.message}"
            yield Finding(path, sentence, fixes=chosen(reading.problem, path))
        elif reading.value and reading.value.year not in YEARS_THAT_CAN_BE:
            sentence = (
                f"{place_name(facts.document, path)}: årtalet {reading.value.year} kan inte stämma. Skriv datumet igen."
            )
            yield Finding(path, sentence)


def date_paths(facts: Facts) -> Iterator[str]:
    """The dates that something is written in."""
    for leaf, _ in facts.leaves(frozenset({"days"})):
        if leaf.field.asks == "G23" and leaf.text().strip():
            yield leaf.path


@check("G24", Severity.WARNING, reads=f"#{INSATSTID} #{STYRELSEBESLUT}")
def start_before_decision(facts: Facts) -> Iterator[Finding]:
    """The insats does not start before the board is to decide, when that day is given."""
    decided, insats = facts.of_role(STYRELSEBESLUT), facts.of_role(INSATSTID)
    decision = facts.document.read(decided.path).value if decided else None
    if decision and insats and facts.period and facts.period.start < decision:
        sentence = (
            f"Insatsen startar {day(facts.period.start)}, före styrelsens planerade beslut {day(decision)}. "
            "Kostnader före beslutet ersätts inte. Flytta starten, eller kontrollera när styrelsen beslutar."
        )
        yield Finding(f"{insats.path}/start", sentence, f"{facts.period.start} {decision}")


@check("G27", Severity.WARNING, reads=f"#{INSATSTID}", each="text", families={ANSOKAN})
def date_in_text_outside_insats(facts: Facts, prose: Prose) -> Iterator[Finding]:
    """A day or a month in a text about what is to be done lies within the insats."""
    insats = facts.period
    if insats is None or prose.field.role in OTHER_TIME_ROLES:
        return
    afterwards = any(prose.path.startswith(f"{path}/") for path in facts.afterwards)
    for start, end in sentences(prose.words):
        sentence = prose.words[start:end]
        if OTHER_TIME.search(sentence):
            continue
        first, last = told_of(sentence, insats)
        for found in find_dates(sentence):
            named = period_of(found)
            as_of = AS_OF.search(sentence[max(0, found.start - 8) : found.start])
            early = named.end < first and not as_of
            late = named.start > last and not afterwards
            if early or late:
                token = prose.raw[start + found.start : start + found.end]
                told = f"Texten nämner {' '.join(token.split())}, men insatsen pågår {span(insats)}. Ändra datumet, om det gäller insatsen."
                fixes = partial(with_another_year, prose, start + found.start, start + found.end, named, insats)
                yield Finding(prose.path, told, f"{token} {insats}", fixes)


def told_of(sentence: str, insats: Period) -> tuple[date, date]:
    """The first and the last day that a sentence can name: longer than the insats where it tells of what was, prepares it or closes it."""
    first = insats.start - MARGIN if PREPARED.search(sentence) else insats.start
    last = insats.end + MARGIN if CLOSED.search(sentence) else insats.end
    return date.min if PAST.search(sentence) else first, last


def period_of(found: Found) -> Period:
    if found.date:
        return Period(found.date, found.date)
    year, month = found.month or (2000, 1)
    return Period(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def with_another_year(prose: Prose, start: int, end: int, named: Period, insats: Period) -> tuple[Fix, ...]:
    """The same day of the only year of the insats that has it: last year's text is the usual cause."""
    token = prose.raw[start:end]
    years = [
        year
        for year in range(insats.start.year, insats.end.year + 1)
        if (when := same_day(named.start, year)) and insats.contains(when)
    ]
    if len(years) != 1:
        return ()
    words = token.replace(str(named.start.year), str(years[0]))
    text = replaced(prose.raw, start, end, words)
    return (Fix(f"Skriv {' '.join(words.split())}", {prose.path: text}),) if text is not None else ()
