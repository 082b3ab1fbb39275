"""So many of so many: `path/antal`, `path/av`, and their share `path/andel`, in whole per cent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from ..document import Form
from ..figure import Formula, percent_of
from ..unit import Unit, words
from .figures import Counting, FigureName, Keys, beside, figures, is_figure, suggested_by
from .group import Group
from .kind import Answer, Kind, Rest, Suggested
from .number import Number

COUNT, WHOLE, SHARE = "antal", "av", "andel"
PERCENT = 100
"""A whole in per cent, and a per cent in hundredths."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proportion(Group, Counting):
    """The whole is typed, or is a figure of the document (`of`)."""

    type: ClassVar[str] = "proportion"
    stays: ClassVar[bool] = False
    count_label: str = "antal:"
    share_label: str = "andel i %:"
    of_label: str = "av:"
    of: str = ""
    """The figure that is the whole: `deltagare/inskrivna`."""
    count_from: str = ""
    """The figure that the count could be taken from."""
    goal: int = 0
    """The share that is aimed at, per cent; 0 where the form has no goal."""

    def fixed(self) -> tuple[Kind, ...]:
        count = Number(id=COUNT, label=self.count_label, required=self.required)
        return (count,) if self.of else (count, Number(id=WHOLE, label=self.of_label, required=self.required))

    def in_words(self, at: Answer[Any]) -> Iterator[str]:
        """«Målet är 60 %. 72 % är över målet.» Before anything is counted, the goal alone."""
        share = figures(at.document).sum(at.path, SHARE)
        if not self.goal:
            return
        yield f"Målet är {words(self.goal * PERCENT, Unit.SHARE)}."
        if not share.void and not share.unread and share.written:
            off = share.value - self.goal * PERCENT
            yield f"{words(share.value, Unit.SHARE)} är {'över' if off > 0 else 'under' if off else 'lika med'} målet."

    def whole_key(self, at: Answer[Any]) -> str:
        return beside(at, self.of) if self.of else f"{at.path}/{WHOLE}"

    def faults(self, form: Form) -> Iterator[str]:
        if not 0 <= self.goal <= PERCENT:
            yield "goal ska vara procent, högst 100"
        for key in filter(None, (self.of, self.count_from)):
            if not is_figure(form, key) or key.partition("/")[0] == self.id:
                yield f"”{key}” är inget tal som räknas ut i ett annat fält"

    def follows(self, form: Form) -> frozenset[str]:
        return frozenset({self.of.partition("/")[0]} if self.of else ())

    def keys_at(self, at: Answer[Any], rest: Rest) -> Keys:
        return (f"{at.path}/{rest[0]}",) if self.leaf_at(rest) else ()

    def formulas(self, at: Answer[Any]) -> Iterator[tuple[str, Formula]]:
        yield f"{at.path}/{SHARE}", Formula((f"{at.path}/{COUNT}", self.whole_key(at)), percent_of)

    def figure_unit(self, key: str) -> Unit:
        return Unit.SHARE if key.endswith(f"/{SHARE}") else Unit.COUNT

    def figure_names(self, at: Answer[Any]) -> Iterator[FigureName]:
        label = self.label[:1].lower() + self.label[1:]
        for key in (COUNT, SHARE) if self.of else (COUNT, WHOLE, SHARE):
            yield FigureName(f"{at.path}/{key}", f"{label}, {key}" if label else key)

    def stated(self, at: Answer[Any]) -> dict[str, int]:
        key = f"{at.path}/{SHARE}"
        found = figures(at.document).sum(key)
        return {} if found.void or found.unread else {key: found.value}

    def suggested(self, at: Answer[Any], rest: Rest) -> Suggested | None:
        if not self.count_from or rest != (COUNT,):
            return None
        return suggested_by(at.document, beside(at, self.count_from), f"{at.path}/{COUNT}")
