"""A number with decimals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from ..document import Form
from ..hundredths import MINUS, format_hundredths
from ..reading import Problem, Reading, Suggestion, one_line, shortened, squeezed
from ..unit import Unit
from .intake import Intake
from .kind import Leaf
from .number import whole_number

MOST_PLACES = 2
SHAPE = re.compile(rf"(?P<sign>[-–{MINUS}]?)(?P<whole>[0-9]{{1,9}})(?:[.,](?P<rest>[0-9]{{1,9}}))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class DecimalNumber(Leaf):
    """A number such as a mean, read as hundredths and never rounded: with too many decimals it is asked which number is meant."""

    type: ClassVar[str] = "decimal"
    unit: ClassVar[Unit] = Unit.HUNDREDTHS
    topic: ClassVar[str] = "amounts"
    asks: ClassVar[str] = "G06"
    unit_name: str = ""
    """What is counted, said after the number: «månader»."""
    places: int = MOST_PLACES

    @property
    def said_after(self) -> str:
        return self.unit_name

    def faults(self, form: Form) -> Iterator[str]:
        if not 0 < self.places <= MOST_PLACES:
            yield f"”places” ska vara 1 eller {MOST_PLACES}, heltal är typen number"

    def read(self, text: str) -> Reading[int]:
        words = squeezed(text).removesuffix(self.unit_name).replace(" ", "")
        if not words:
            return Reading()
        found = SHAPE.fullmatch(words)
        if not found:
            return Reading(problem=Problem(f"”{shortened(text)}” är inget tal. Skriv till exempel 8,5."))
        decimals = (found["rest"] or "").rstrip("0")
        value = int(found["whole"]) * 100 + int(decimals[:2].ljust(2, "0"))
        if len(decimals) > self.places:
            return Reading(problem=self.too_fine(text, value, bool(found["sign"])))
        return Reading(-value if found["sign"] else value)

    def too_fine(self, text: str, down: int, below: bool) -> Problem:
        """`down`: its first hundredths, without its sign."""
        step = 10 ** (MOST_PLACES - self.places)
        least = down - down % step
        meant = (format_hundredths(-value if below and value else value) for value in (least, least + step))
        most = "en decimal" if self.places == 1 else "två decimaler"
        sentence = f"”{shortened(text)}” har fler än {most}. Vilket tal menas?"
        return Problem(sentence, tuple(Suggestion(one, one.replace(MINUS, "-")) for one in meant))

    def canonical(self, typed: str) -> str:
        value = self.read(typed).value
        return one_line(typed) if value is None else format_hundredths(value).replace(MINUS, "-")

    def from_json(self, data: Any, path: str, intake: Intake) -> None:
        Leaf.from_json(self, str(data) if whole_number(data) else data, path, intake)

    def schema(self) -> dict[str, Any]:
        return {"type": ["integer", "string"]}
