"""G26: the phases of a tidplan cover the insats, one after another, under the right quarters' names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ..dates import MONTHS, Period
from ..kinds.rows import Rows
from .facts import Facts
from .registry import Finding, Fix, Severity, check
from .wording import day, quoted, span

READS = "rows period"
DAY = timedelta(days=1)
QUARTER = re.compile(
    r"\b(?:[QK] ?|kv(?:artal|\.)? ?)([1-4])(?: ?[-–/] ?(?:[QK] ?)?([1-4]))?(?!\d)|\b([1-4])(?::?[ae])? kvartalet", re.I
)
YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Phase:
    path: str
    label: str
    period: Period

    @property
    def name(self) -> str:
        return quoted(self.label) if self.label else span(self.period)


def phases(facts: Facts, one: Rows) -> list[Phase]:
    """The phases whose both days can be read and come in order, by time."""
    found = []
    for row in facts.document.rows(one.id):
        path = f"{one.id}/{row}"
        start, end = (facts.document.read(f"{path}/{part}").value for part in ("fran", "till"))
        if start and end and start <= end:
            found.append(Phase(path, facts.text(f"{path}/etikett").strip(), Period(start, end)))
    return sorted(found, key=lambda phase: (phase.period.start, phase.period.end, phase.path))


@check("G26", Severity.WARNING, reads=READS)
def phase_without_both_days(facts: Facts) -> Iterator[Finding]:
    """Where the phases have days, each of them has both, in order."""
    for one in facts.phase_fields:
        dated = [row for row in facts.document.rows(one.id) if facts.text(f"{one.id}/{row}/fran").strip()]
        for number, row in enumerate(facts.document.rows(one.id) if dated else (), 1):
            path, label = f"{one.id}/{row}", facts.text(f"{one.id}/{row}/etikett").strip()
            texts = {part: facts.text(f"{path}/{part}").strip() for part in ("fran", "till")}
            start, end = (facts.document.read(f"{path}/{part}").value for part in ("fran", "till"))
            written = label or facts.text(f"{path}/text").strip() or any(texts.values())
            name = quoted(label) if label else f"nummer {number}"
            if start and end and start > end:
                sentence = f"Fasen {name} slutar {day(end)}, före den börjar {day(start)}. Rätta ett av datumen."
                yield Finding(f"{path}/till", sentence, f"{start} {end}")
            elif written and not all(texts.values()):
                missing = next(part for part, text in texts.items() if not text)
                sentence = f"Fasen {name} saknar {'från' if missing == 'fran' else 'till'}datum, och då syns inte om tidplanen hänger ihop."
                yield Finding(f"{path}/{missing}", sentence)


@check("G26", Severity.WARNING, reads=READS)
def gaps_and_overlaps(facts: Facts) -> Iterator[Finding]:
    """No gap between two phases and no overlap; one that lasts the whole insats may lie beside the others."""
    for one in facts.phase_fields:
        found = phases(facts, one)
        parts = [phase for phase in found if not (facts.period and phase.period.contains(facts.period))]
        gaps_show = all_dated(facts, one, found) and len(parts) == len(found)
        for earlier, later in latest_before(parts):
            after = earlier.period.end + DAY
            if later.period.start > after and gaps_show:
                gap = Period(after, later.period.start - DAY)
                sentence = f"Tidplanen har en lucka {span(gap)}, mellan {earlier.name} och {later.name}."
                yield Finding(f"{later.path}/fran", sentence, str(gap), (starts(later, after),))
            elif later.period.start < after:
                both = Period(later.period.start, min(earlier.period.end, later.period.end))
                sentence = (
                    f"Faserna {earlier.name} och {later.name} gäller båda {span(both)}. "
                    "Låt den ena börja när den andra slutar."
                )
                fixes = (starts(later, after),) if later.period.end >= after else ()
                yield Finding(f"{later.path}/fran", sentence, f"{both} {earlier.name}", fixes)


def all_dated(facts: Facts, one: Rows, found: list[Phase]) -> bool:
    """Do all the rows that something is written in have their days? Only then is a hole between them a gap."""
    written = [row for row in facts.document.rows(one.id) if one.answer(facts.document).below(one.row(row), row).begun]
    return len(found) == len(written)


def starts(phase: Phase, when: date) -> Fix:
    return Fix(f"Låt {phase.name} börja {day(when)}", {f"{phase.path}/fran": when.isoformat()})


def latest_before(found: list[Phase]) -> Iterator[tuple[Phase, Phase]]:
    """Each phase with the one before it that lasts the longest."""
    longest: Phase | None = None
    for phase in found:
        if longest is not None:
            yield longest, phase
        if longest is None or phase.period.end > longest.period.end:
            longest = phase


@check("G26", Severity.WARNING, reads=READS)
def from_start_to_end(facts: Facts) -> Iterator[Finding]:
    """The first phase begins with the insats and the last one ends with it."""
    insats = facts.period
    for one in facts.phase_fields if insats else ():
        found = phases(facts, one)
        if not found or insats is None or not all_dated(facts, one, found):
            continue
        first, last = found[0], max(found, key=lambda phase: phase.period.end)
        if first.period.start != insats.start:
            sentence = f"Tidplanen börjar {day(first.period.start)} med {first.name}, men insatsen startar {day(insats.start)}."
            yield Finding(
                f"{first.path}/fran", sentence, f"{first.period.start} {insats.start}", (starts(first, insats.start),)
            )
        if last.period.end != insats.end:
            sentence = (
                f"Tidplanen slutar {day(last.period.end)} med {last.name}, men insatsen slutar {day(insats.end)}."
            )
            fix = Fix(f"Låt {last.name} sluta {day(insats.end)}", {f"{last.path}/till": insats.end.isoformat()})
            yield Finding(f"{last.path}/till", sentence, f"{last.period.end} {insats.end}", (fix,))


@check("G26", Severity.WARNING, reads=READS)
def quarters_by_name(facts: Facts) -> Iterator[Finding]:
    """«Q2» is april–juni, and the year in a phase's name is the phase's year."""
    for one in facts.phase_fields:
        for phase in phases(facts, one):
            found = QUARTER.search(phase.label)
            year = YEAR.search(phase.label)
            if found:
                first = int(found[1] or found[3])
                named = range(first, int(found[2] or first) + 1)
                true = {quarter(phase.period.start), quarter(phase.period.end)}
                one_year = phase.period.start.year == phase.period.end.year
                if one_year and not true <= set(named):
                    yield wrong_quarter(phase, found, sorted(true))
            if year and not phase.period.start.year <= int(year[1]) <= phase.period.end.year:
                sentence = f"Fasen {phase.name} gäller {span(phase.period)}, alltså inte {year[1]}. Rätta årtalet eller datumen."
                yield Finding(f"{phase.path}/etikett", sentence, f"{phase.label} {phase.period}")


def quarter(when: date) -> int:
    return (when.month + 2) // 3


def wrong_quarter(phase: Phase, found: re.Match[str], true: list[int]) -> Finding:
    first, last = MONTHS[phase.period.start.month - 1], MONTHS[phase.period.end.month - 1]
    during = f"{first}–{last} {phase.period.start.year}" if first != last else f"{first} {phase.period.start.year}"
    right = "–".join(f"Q{number}" for number in dict.fromkeys((true[0], true[-1])))
    label = phase.label[: found.start()] + right + phase.label[found.end() :]
    sentence = f"Fasen {quoted(phase.label)} gäller {during}, och det är {right}. Rätta namnet eller datumen."
    fix = Fix(f"Skriv {right}", {f"{phase.path}/etikett": label})
    return Finding(f"{phase.path}/etikett", sentence, f"{phase.label} {phase.period}", (fix,))
