"""A whole number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from ..reading import Problem, Reading, one_line, shortened, squeezed
from ..roles import ALDST, KALENDERAR, YNGST
from ..unit import NONE, Unit, Value
from .figures import Counting, Keys
from .intake import Intake
from .kind import Answer, Leaf, Rest

DASHES = frozenset("-–—−")


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Leaf, Counting):
    """A whole number, such as a count of participants. As a question of its own it is a figure too, that others can be worked out of.

    A lone dash is how people write that there are none: it counts as 0 and stays.
    """

    type: ClassVar[str] = "number"
    roles: ClassVar[frozenset[str]] = frozenset({KALENDERAR, YNGST, ALDST})
    unit: ClassVar[Unit] = Unit.COUNT
    topic: ClassVar[str] = "amounts"
    asks: ClassVar[str] = "G06"
    at_least: int = 0
    """What is advised: a smaller number is asked about (G63)."""

    def read(self, text: str) -> Reading[int]:
        compact = squeezed(text).replace(" ", "")
        if not compact:
            return Reading()
        if compact in DASHES:
            return Reading(0)
        if compact.isascii() and compact.removeprefix("-").isdigit() and len(compact) <= 12:
            return Reading(int(compact))
        return Reading(problem=Problem(f"”{shortened(text)}” är inte ett helt antal. Skriv bara siffror."))

    def canonical(self, typed: str) -> str:
        reading = self.read(typed)
        if squeezed(typed) in DASHES:
            return NONE
        return one_line(typed) if reading.value is None else str(reading.value)

    def told(self, text: str) -> Value:
        return text if text == NONE else Leaf.told(self, text)

    def show(self, text: str) -> str:
        return text if text == NONE else Leaf.show(self, text)

    @property
    def echoed(self) -> bool:
        return False

    def keys_at(self, at: Answer[Any], rest: Rest) -> Keys:
        return () if rest else (at.path,)

    def to_json(self, at: Answer[Any]) -> Any:
        return as_whole_number(at.text())

    def from_json(self, data: Any, path: str, intake: Intake) -> None:
        Leaf.from_json(self, str(data) if whole_number(data) else data, path, intake)

    def schema(self) -> dict[str, Any]:
        return {"type": ["integer", "string"]}


def whole_number(data: Any) -> bool:
    """A whole number of JSON; true and false are none."""
    return isinstance(data, int) and not isinstance(data, bool)


def as_whole_number(text: str) -> int | str | None:
    """'325000' → 325000. What is not a plain whole number stays text, so that nothing is lost on the way."""
    digits = text.removeprefix("-")
    plain = digits.isascii() and digits.isdigit() and len(digits) <= 15 and str(int(text)) == text
    return int(text) if plain else text or None
