"""G20–G25 and G27: the time of the insats, and the days that should lie within it."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import partial

from ..dates import Found, Period, find_dates, format_date
from ..kinds.budget.definition import line_label
from ..kinds.period import PeriodField
from ..text_parts import replaced, sentences
from .facts import Facts, Prose
from .places import place_name
from .registry import Finding, Fix, Severity, check
from .wording import chosen, day, quoted, span

YEARS_THAT_CAN_BE = range(1990, 2101)
APPROVED = re.compile(r"godkän|tillstyrk|beslut|bakom|antag|rekommend", re.I)
OTHER_TIME_FIELDS = frozenset({"bakgrund", "forankring", "lokus", "tidigare_insatsperioder"})
"""Fields that tell of what has been, or of the way to a decision."""
OTHER_TIME = re.compile(
    r"lokus|beslut|ansök|nuläge|rapport|utvärder|uppfölj|följs? upp|redovis|lag\b|lagen|förordning|tidigare|sedan|föregående|statistik"
    r"|enligt|enkät|mätning|mäts|utgångsläge|avtal|överenskomm|långsikt|efter (?:insats|projekt|avslut)|jämför|våren|hösten",
    re.I,
)


@check("G20", Severity.ERROR, reads="period")
def start_and_end(facts: Facts) -> Iterator[Finding]:
    """A period has a first and a last day, in that order."""
    for one in facts.fields:
        if isinstance(one, PeriodField):
            texts = {part: facts.text(f"{one.id}/{part}").strip() for part in ("start", "slut")}
            labels = {"start": one.start_label, "slut": one.end_label}
            for part, text in texts.items():
                if not text and (one.required or any(texts.values())):
                    yield Finding(f"{one.id}/{part}", f"{labels[part]} saknas. Skriv datumet, till exempel 2027-04-01.")
            start, end = (facts.document.read(f"{one.id}/{part}").value for part in ("start", "slut"))
            if start and end and start > end:
                sentence = f"Insatsen slutar {day(end)}, före den startar {day(start)}. Rätta ett av datumen eller byt plats på dem."
                changes = {f"{one.id}/start": format_date(end), f"{one.id}/slut": format_date(start)}
                yield Finding(
                    f"{one.id}/slut", sentence, f"{start} {end}", (Fix("Byt plats på start och slut", changes),)
                )


@check("G21", Severity.ERROR, reads="budget parties period")
def cost_period_inside_insats(facts: Facts) -> Iterator[Finding]:
    """A budget line's period lies within «Planerad insatstid»."""
    for table in facts.ledger.tables if facts.ledger else ():
        for group in table.groups if facts.ledger else ():
            for line in group.lines if group.definition.dates else ():
                start, end = (facts.document.read(f"{line.path}/{part}").value for part in ("fran", "till"))
                label = line_label(facts.document, line.path)
                if start and end and start > end:
                    changes = {f"{line.path}/fran": format_date(end), f"{line.path}/till": format_date(start)}
                    sentence = (
                        f"Raden {quoted(label)} slutar {day(end)}, före den börjar {day(start)}. Rätta ett av datumen."
                    )
                    fixes = (Fix("Byt plats på från och till", changes),)
                    yield Finding(f"{line.path}/fran", sentence, f"{start} {end}", fixes)
                elif facts.period and (start or end):
                    period = Period(start or end or facts.period.start, end or start or facts.period.end)
                    yield from outside(line.path, label, period, facts.period)


def outside(path: str, label: str, period: Period, insats: Period) -> Iterator[Finding]:
    if insats.contains(period):
        return
    # The place is the date that is wrong; the first of them when both are.
    place = f"{path}/till" if insats.contains(period.start) else f"{path}/fran"
    sentence = (
        f"Raden {quoted(label)} gäller {span(period)}, men insatsen pågår {span(insats)}. Flytta periodens datum."
    )
    yield Finding(place, sentence, f"{period} {insats}", (moved(path, period, insats),))


def moved(path: str, period: Period, insats: Period) -> Fix:
    """The same days in a year of the insats when that fits, else the insats' own period."""
    for year in range(insats.start.year, insats.end.year + 1):
        start, end = (same_day(when, when.year + year - period.start.year) for when in (period.start, period.end))
        if start and end and insats.contains(Period(start, end)):
            years = str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
            changes = {f"{path}/fran": format_date(start), f"{path}/till": format_date(end)}
            return Fix(f"Flytta perioden till {years}", changes)
    changes = {f"{path}/fran": format_date(insats.start), f"{path}/till": format_date(insats.end)}
    return Fix(f"Sätt perioden till insatsens: {span(insats)}", changes)


def same_day(when: date, year: int) -> date | None:
    try:
        return when.replace(year=year)
    except ValueError:
        return None


@check("G23", Severity.ERROR, reads="leaf:date period signature budget rows parties")
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


@check("G24", Severity.WARNING, reads="period #styrelsebeslut")
def start_before_decision(facts: Facts) -> Iterator[Finding]:
    """The insats does not start before the board is to decide, when that day is given."""
    decision = facts.document.read("styrelsebeslut").value
    if isinstance(decision, date) and facts.period and facts.period_field and facts.period.start < decision:
        sentence = (
            f"Insatsen startar {day(facts.period.start)}, före styrelsens planerade beslut {day(decision)}. "
            "Kostnader före beslutet ersätts inte. Flytta starten, eller kontrollera när styrelsen beslutar."
        )
        yield Finding(f"{facts.period_field.id}/start", sentence, f"{facts.period.start} {decision}")


@check("G25", Severity.WARNING, reads="yes_no signature parties #forankring")
def signed_before_lokus(facts: Facts) -> Iterator[Finding]:
    """The parties sign after LOKUS has approved the application."""
    approved = lokus_approval(facts)
    if approved is None:
        return
    for block in facts.blocks:
        signed = facts.document.read(f"{block.path}/datum").value
        if signed and signed < approved:
            sentence = (
                f"{block.party.shown_name} skrev under {day(signed)}, före LOKUS godkände ansökan {day(approved)}. "
                "Kontrollera datumet, eller skriv under på nytt."
            )
            yield Finding(f"{block.path}/datum", sentence, f"{signed} {approved}")


def lokus_approval(facts: Facts) -> date | None:
    """The day that LOKUS approved: told in the comment, else in a sentence about LOKUS; else the first meeting it was discussed at."""
    comments = [facts.searchable(f"{one.id}/kommentar") for one in facts.lokus_fields]
    for text in comments:
        approved = approved_days(text)
        if approved:
            return max(approved)
    told = facts.searchable("forankring")
    for start, end in sentences(told):
        sentence = told[start:end]
        approved = approved_days(sentence) if "lokus" in sentence.lower() else []
        if approved:
            return max(approved)
    discussed = [found.date for text in comments for found in find_dates(text) if found.date]
    return min(discussed, default=None)


def approved_days(text: str) -> list[date]:
    """The days of a text that a word of approval belongs to: the word before the day, else the one after it."""
    days = [(found.start, found.end, found.date) for found in find_dates(text) if found.date]
    edges = [0, *(end for _, end, _ in days)]
    before = [when for left, (start, _, when) in zip(edges, days, strict=False) if APPROVED.search(text, left, start)]
    edges = [*(start for start, _, _ in days), len(text)][1:]
    after = [when for right, (_, end, when) in zip(edges, days, strict=False) if APPROVED.search(text, end, right)]
    return before or after


@check("G27", Severity.WARNING, reads="period", each="text")
def date_in_text_outside_insats(facts: Facts, prose: Prose) -> Iterator[Finding]:
    """A day or a month in a text about what is to be done lies within the insats."""
    insats = facts.period
    if insats is None or prose.field.id in OTHER_TIME_FIELDS:
        return
    afterwards = "effekt" in prose.path
    for start, end in sentences(prose.words):
        sentence = prose.words[start:end]
        if OTHER_TIME.search(sentence):
            continue
        for found in find_dates(sentence):
            named = period_of(found)
            apart = named.end < insats.start or (named.start > insats.end and not afterwards)
            if apart:
                token = prose.raw[start + found.start : start + found.end]
                told = f"Texten nämner {' '.join(token.split())}, men insatsen pågår {span(insats)}. Ändra datumet, om det gäller insatsen."
                fixes = partial(with_another_year, prose, start + found.start, start + found.end, named, insats)
                yield Finding(prose.path, told, f"{token} {insats}", fixes)


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
