"""A share."""

from __future__ import annotations

from typing import Any, ClassVar

from ..percent import format_percent, read_percent
from ..reading import Reading, one_line
from ..unit import Unit
from .intake import Intake
from .kind import Leaf
from .number import whole_number

NBSP = "\u00a0"


class Percent(Leaf):
    """A share, read as hundredths of a percent."""

    __slots__ = ()

    type: ClassVar[str] = "percent"
    unit: ClassVar[Unit] = Unit.SHARE
    topic: ClassVar[str] = "shares"
    asks: ClassVar[str] = "G06"

    def read(self, text: str) -> Reading[int]:
        return read_percent(text)

    def canonical(self, typed: str) -> str:
        reading = read_percent(typed)
        if reading.value is None:
            return one_line(typed)
        return format_percent(reading.value).removesuffix("%").strip().replace(NBSP, "").replace("\u2212", "-")

    def from_json(self, data: Any, path: str, intake: Intake) -> None:
        Leaf.from_json(self, str(data) if whole_number(data) else data, path, intake)

    def schema(self) -> dict[str, Any]:
        return {"type": ["integer", "string"]}
