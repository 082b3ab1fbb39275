"""G26: the phases of a tidplan cover the insats, one after another, under the right quarters' names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from ...dates import MONTHS, Period, meant_day
from ...kinds.kind import Answer
from ...kinds.rows import Rows, plans
from ...roles import ETIKETT, FRAN, TILL
from ..facts import Facts
from ..registry import Finding, Fix, Severity, check
from ..wording import day, quoted, span

READS = "rows period"
DAY = timedelta(days=1)
QUARTER = re.compile(
    r"\b(?:[QK] ?|kv(?:artal|\.)? ?)([1-4])(?: ?[-–/] ?(?:[QK] ?)?([1-4]))?(?!\d)|\b([1-4])(?::?[ae])? kvartalet", re.I
)
YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Phase:
    """A row of a plan whose both days can be read and come in order."""

    plan: Plan
    row: str
    label: str
    period: Period

    @property
    def name(self) -> str:
        return quoted(self.label) if self.label else span(self.period)

    def at(self, role: str) -> str:
        return self.plan.path(self.row, role)


@dataclass(frozen=True, slots=True)
class Plan:
    """Rows with from, to and a name, and where in a row each of them stands."""

    answer: Answer[Rows]
    ids: Mapping[str, str]
    """Role → id of the column."""

    def path(self, row: str, role: str) -> str:
        return f"{self.answer.path}/{row}/{self.ids[role]}"

    def text(self, row: str, role: str) -> str:
        return self.answer.text(row, self.ids[role]).strip()

    def day(self, row: str, role: str) -> date | None:
        return meant_day(self.answer.text(row, self.ids[role]))

    def written(self, row: str) -> bool:
        return self.answer.below(self.answer.field.row(row), row).begun

    def phases(self) -> list[Phase]:
        """By time."""
        found = []
        for row in self.answer.rows():
            start, end = self.day(row, FRAN), self.day(row, TILL)
            if start and end and start <= end:
                found.append(Phase(self, row, self.text(row, ETIKETT), Period(start, end)))
        return sorted(found, key=lambda phase: (phase.period.start, phase.period.end, phase.row))

    def all_dated(self, found: list[Phase]) -> bool:
        """Do all the rows that something is written in have their days? Only then is a hole between them a gap."""
        return len(found) == sum(map(self.written, self.answer.rows()))


def plans_of(facts: Facts) -> Iterator[Plan]:
    for at in plans(facts.document):
        yield Plan(at, {column.role: column.id for column in at.field.columns if column.role})


@check("G26", Severity.WARNING, reads=READS)
def phase_without_both_days(facts: Facts) -> Iterator[Finding]:
    """Where the phases have days, each of them has both, in order."""
    for plan in plans_of(facts):
        rows = plan.answer.rows()
        dated = any(plan.text(row, FRAN) for row in rows)
        for number, row in enumerate(rows if dated else (), 1):
            label, start, end = plan.text(row, ETIKETT), plan.day(row, FRAN), plan.day(row, TILL)
            name = quoted(label) if label else f"nummer {number}"
            missing = next((role for role in (FRAN, TILL) if not plan.text(row, role)), "")
            if start and end and start > end:
                sentence = f"Fasen {name} slutar {day(end)}, före den börjar {day(start)}. Rätta ett av datumen."
                yield Finding(plan.path(row, TILL), sentence, f"{start} {end}")
            elif missing and plan.written(row):
                which = "från" if missing == FRAN else "till"
                sentence = f"Fasen {name} saknar {which}datum, och då syns inte om tidplanen hänger ihop."
                yield Finding(plan.path(row, missing), sentence)


@check("G26", Severity.WARNING, reads=READS)
def gaps_and_overlaps(facts: Facts) -> Iterator[Finding]:
    """No gap between two phases and no overlap; one that lasts the whole insats may lie beside the others."""
    for plan in plans_of(facts):
        found = plan.phases()
        parts = [phase for phase in found if not (facts.period and phase.period.contains(facts.period))]
        gaps_show = plan.all_dated(found) and len(parts) == len(found)
        for earlier, later in latest_before(parts):
            after = earlier.period.end + DAY
            if later.period.start > after and gaps_show:
                gap = Period(after, later.period.start - DAY)
                sentence = f"Tidplanen har en lucka {span(gap)}, mellan {earlier.name} och {later.name}."
                yield Finding(later.at(FRAN), sentence, str(gap), (starts(later, after),))
            elif later.period.start < after:
                both = Period(later.period.start, min(earlier.period.end, later.period.end))
                sentence = (
                    f"Faserna {earlier.name} och {later.name} gäller båda {span(both)}. "
                    "Låt den ena börja när den andra slutar."
                )
                fixes = (starts(later, after),) if later.period.end >= after else ()
                yield Finding(later.at(FRAN), sentence, f"{both} {earlier.name}", fixes)


def starts(phase: Phase, when: date) -> Fix:
    return Fix(f"Låt {phase.name} börja {day(when)}", {phase.at(FRAN): when.isoformat()})


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
    for plan in plans_of(facts) if insats else ():
        found = plan.phases()
        if not found or insats is None or not plan.all_dated(found):
            continue
        first, last = found[0], max(found, key=lambda phase: phase.period.end)
        if first.period.start != insats.start:
            sentence = f"Tidplanen börjar {day(first.period.start)} med {first.name}, men insatsen startar {day(insats.start)}."
            yield Finding(
                first.at(FRAN), sentence, f"{first.period.start} {insats.start}", (starts(first, insats.start),)
            )
        if last.period.end != insats.end:
            sentence = (
                f"Tidplanen slutar {day(last.period.end)} med {last.name}, men insatsen slutar {day(insats.end)}."
            )
            fix = Fix(f"Låt {last.name} sluta {day(insats.end)}", {last.at(TILL): insats.end.isoformat()})
            yield Finding(last.at(TILL), sentence, f"{last.period.end} {insats.end}", (fix,))


@check("G26", Severity.WARNING, reads=READS)
def quarters_by_name(facts: Facts) -> Iterator[Finding]:
    """«Q2» is april–juni, and the year in a phase's name is the phase's year."""
    for plan in plans_of(facts):
        for phase in plan.phases():
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
                yield Finding(phase.at(ETIKETT), sentence, f"{phase.label} {phase.period}")


def quarter(when: date) -> int:
    return (when.month + 2) // 3


def wrong_quarter(phase: Phase, found: re.Match[str], true: list[int]) -> Finding:
    first, last = MONTHS[phase.period.start.month - 1], MONTHS[phase.period.end.month - 1]
    during = f"{first}–{last} {phase.period.start.year}" if first != last else f"{first} {phase.period.start.year}"
    right = "–".join(f"Q{number}" for number in dict.fromkeys((true[0], true[-1])))
    label = phase.label[: found.start()] + right + phase.label[found.end() :]
    sentence = f"Fasen {quoted(phase.label)} gäller {during}, och det är {right}. Rätta namnet eller datumen."
    fix = Fix(f"Skriv {right}", {phase.at(ETIKETT): label})
    return Finding(phase.at(ETIKETT), sentence, f"{phase.label} {phase.period}", (fix,))
