"""Goals, what came of them and why: `path/<list>/<row>/text` as in an application, `/utfall` and `/analys` beside it.

Figures: `path/<list>/<row>/uppfyllelse`, the outcome as a share of the goal where both are numbers; `path/matta`, how many goals
that can be said of, and `path/natta`, how many of those are reached.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar, NamedTuple, Self

from .. import position
from ..bars import HATCH, OPEN, SOLID, Bar, BarChart, Part
from ..document import PLACE
from ..figure import Formula, Sum, percent_of
from ..unit import Unit, words
from .figures import Counting, FigureName, Keys, figures, in_a_sentence
from .goals import GOAL, LEAST, GoalList, Goals
from .kind import Answer, Earlier, Inside, Lack, Rest, Source, Taken, answer_at
from .line import Line
from .long_text import LongText
from .number import Number

HEADING, TARGET, RESULT = "rubrik", "malvarde", "utfallsvarde"
OUTCOME, ANALYSIS = "utfall", "analys"
SHARE, MEASURED, REACHED = "uppfyllelse", "matta", "natta"
WHOLE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeList(GoalList):
    """One named list of goals with their outcomes."""

    type: ClassVar[str] = "outcome_list"

    def name_of(self, at: Answer[Any], row: str, number: int) -> str:
        """A goal alone in its list needs no number."""
        return at.text(row, HEADING).strip() or (self.label if len(at.rows()) == 1 else f"{self.label} {number}")


class Goal(NamedTuple):
    """A goal of a document: the list that it stands in, its row, what it is called, and what it has come to."""

    at: Answer[GoalList]
    row: str
    name: str
    target: Sum
    result: Sum
    share: Sum

    @property
    def path(self) -> str:
        return f"{self.at.path}/{self.row}"

    @property
    def counted(self) -> bool:
        """Are both numbers written, so that they can be compared?"""
        return not self.share.void and not self.share.unread

    @property
    def said(self) -> str:
        """«30 av 40 (75 %)»."""
        return f"{self.result.value} av {self.target.value} ({words(self.share.value, Unit.SHARE)})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcomes(Goals, Counting):
    """Every goal that something is written about has its outcome told; its analysis too where the form requires the whole."""

    type: ClassVar[str] = "outcomes"
    inside: ClassVar[Inside] = {"list": OutcomeList}
    outcome_label: str = "Utfall"
    analysis_label: str = "Analys av utfall"

    @property
    def wide(self) -> bool:
        return True

    def prepared(self, files: Mapping[str, str]) -> Self:
        columns = (
            Line(id=HEADING, label="Rubrik"),
            replace(GOAL, required=True),
            Number(id=TARGET, label="Målet i tal"),
            LongText(id=OUTCOME, label=self.outcome_label, rows=4, required=True),
            Number(id=RESULT, label="Utfallet i tal"),
            LongText(id=ANALYSIS, label=self.analysis_label, rows=4, required=self.required),
        )
        return replace(self, lists=tuple(replace(one, columns=columns) for one in self.lists))

    def lacks(self, at: Answer[Any]) -> Iterator[Lack]:
        if self.required and not self.begun(at):
            yield Lack(at.path, self.label or "mål", LEAST)
            return
        for part in at.parts():
            if part.field.required and not part.begun:
                yield Lack(part.path, part.field.label, LEAST)
            for row in part.parts():
                yield from row.lacks() if row.begun else ()

    # What it follows: the goals as they were decided. What came of them is told anew in every report.

    def taken(self, path: str, source: Source) -> Iterator[Taken]:
        for one in (
            self.gathered(path, source) if source.told and len(self.lists) == 1 else Goals.taken(self, path, source)
        ):
            if source.told or one.path.rsplit("/", 1)[-1] not in (OUTCOME, RESULT, ANALYSIS):
                yield one

    def gathered(self, path: str, source: Source) -> Iterator[Taken]:
        """The goals of every list there, in their order, as those of its only one."""
        there = source.document.mall.field(source.path)
        lists = [f"{source.path}/{one.id}" for one in there.lists] if isinstance(there, Goals) else []
        rows = [(one, row) for one in lists for row in source.document.rows(one)]
        (only,) = self.lists
        for (one, row), place in zip(rows, position.spread(len(rows)), strict=True):
            yield Taken(f"{path}/{only.id}/{row}/{PLACE}", place)
            yield from only.row(row).taken(f"{path}/{only.id}/{row}", source._replace(path=f"{one}/{row}"))

    def told_earlier(self, path: str, source: Source) -> Iterator[Earlier]:
        """The outcome of each goal. A goal keeps its row from report to report."""
        at, rest = answer_at(source.document, source.path) or (None, ())
        for goal in at.field.goals(at) if at and not rest and isinstance(at.field, Outcomes) else ():
            there = f"{goal.path}/{OUTCOME}"
            if goal.counted or source.document.text(there).strip():
                here = f"{path}{goal.path.removeprefix(source.path)}"
                yield Earlier(here, there, goal.said if goal.counted else "")

    def agrees(self, rest: Rest) -> bool:
        return rest[-1:] not in ((HEADING,), (TARGET,))

    # Figures.

    def keys_at(self, at: Answer[Any], rest: Rest) -> Keys:
        counts = len(rest) == 3 and rest[2] in (TARGET, RESULT) and rest[1] in at.rows(rest[0])
        return ("/".join((at.path, *rest)),) if counts else ()

    def formulas(self, at: Answer[Any]) -> Iterator[tuple[str, Formula]]:
        for part in self.lists:
            for row in at.rows(part.id):
                path = f"{at.path}/{part.id}/{row}"
                yield f"{path}/{SHARE}", Formula((f"{path}/{RESULT}", f"{path}/{TARGET}"), percent_of)
        shares = tuple(f"{at.path}/{part.id}/{row}/{SHARE}" for part in self.lists for row in at.rows(part.id))
        yield f"{at.path}/{MEASURED}", Formula(shares, measured)
        yield f"{at.path}/{REACHED}", Formula(shares, reached)

    def figure_unit(self, key: str) -> Unit:
        return Unit.SHARE if key.endswith(f"/{SHARE}") else Unit.COUNT

    def figure_names(self, at: Answer[Any]) -> Iterator[FigureName]:
        yield FigureName(f"{at.path}/{MEASURED}", "antal mål i tal", something=True)
        yield FigureName(f"{at.path}/{REACHED}", "antal nådda mål", something=True)
        for part in self.lists:
            inside = at.below(part, part.id)
            for number, row in enumerate(inside.rows(), 1):
                name = in_a_sentence(part.name_of(inside, row, number))
                for key, said in ((TARGET, "målet"), (RESULT, "utfallet"), (SHARE, "måluppfyllelse")):
                    yield FigureName(f"{inside.path}/{row}/{key}", f"{name}, {said}")

    def stated(self, at: Answer[Any]) -> dict[str, int]:
        return {f"{one.path}/{SHARE}": one.share.value for one in self.goals(at) if one.counted}

    def goals(self, at: Answer[Any]) -> Iterator[Goal]:
        """Every goal of a document, in the form's order."""
        known = figures(at.document)
        for part in self.lists:
            inside = at.below(part, part.id)
            for number, row in enumerate(inside.rows(), 1):
                numbers = (known.sum(inside.path, row, one) for one in (TARGET, RESULT, SHARE))
                yield Goal(inside, row, part.name_of(inside, row, number), *numbers)

    # The picture.

    def bars(self, at: Answer[Any]) -> Iterator[BarChart]:
        found = [one for one in self.goals(at) if one.counted]
        if found:
            title = "Måluppfyllelse"
            told = "; ".join(f"{one.name}: {one.said}" for one in found)
            over = any(one.share.value > WHOLE * WHOLE for one in found)
            key = ((SOLID, "utfall"), (OPEN, "kvar till målet"), *(((HATCH, "över målet"),) if over else ()))
            bars = tuple(Bar(label=one.name, words=one.said, parts=parts_of(one.share)) for one in found)
            yield BarChart(title=title, bars=bars, key=key, alt=f"{title}: {told}.")


def measured(*shares: Sum) -> Sum:
    known = [one for one in shares if not one.void and not one.unread]
    return Sum(len(known), 0, len(known))


def reached(*shares: Sum) -> Sum:
    known = [one.value >= WHOLE * WHOLE for one in shares if not one.void and not one.unread]
    return Sum(sum(known), 0, len(known))


def parts_of(share: Sum) -> tuple[Part, ...]:
    """Solid as far as the goal is reached, open up to it, hatched beyond it; in whole per cent."""
    reached = share.value // WHOLE
    below, beyond = min(reached, WHOLE), max(reached - WHOLE, 0)
    found = (Part(below, SOLID), Part(WHOLE - below, OPEN), Part(beyond, HATCH))
    return tuple(part for part in found if part.value)
