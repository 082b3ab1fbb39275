"""An amount of money."""

from __future__ import annotations

from typing import Any, ClassVar

from ..kronor import canonical_kronor, read_kronor
from ..reading import Reading, one_line
from ..unit import Unit
from .intake import Intake
from .kind import Answer, Leaf
from .number import as_whole_number, whole_number


class Amount(Leaf):
    """Whole kronor. An expression is kept as it was written and counts as its result."""

    __slots__ = ()

    type: ClassVar[str] = "amount"
    unit: ClassVar[Unit] = Unit.KRONOR
    topic: ClassVar[str] = "amounts"
    asks: ClassVar[str] = "G06"

    def read(self, text: str) -> Reading[int]:
        return read_kronor(text)

    def canonical(self, typed: str) -> str:
        return canonical_kronor(one_line(typed))

    def to_json(self, at: Answer[Any]) -> Any:
        return as_whole_number(at.text())

    def from_json(self, data: Any, path: str, intake: Intake) -> None:
        if whole_number(data):
            Leaf.from_json(self, str(data), path, intake)
        elif isinstance(data, float):
            intake.fault(path, "beloppet ska vara ett heltal i kronor, utan decimaler")
        else:
            Leaf.from_json(self, data, path, intake)

    def schema(self) -> dict[str, Any]:
        return {"type": ["integer", "string"]}
