"""A day."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from ..dates import format_date, read_date
from ..reading import Reading, one_line
from ..roles import FRAN, INLAMNING, STYRELSEBESLUT, TILL
from ..unit import Unit
from .kind import Leaf


class Date(Leaf):
    """A day, stored as ISO."""

    __slots__ = ()

    type: ClassVar[str] = "date"
    roles: ClassVar[frozenset[str]] = frozenset({STYRELSEBESLUT, INLAMNING, FRAN, TILL})
    unit: ClassVar[Unit] = Unit.DAY
    topic: ClassVar[str] = "days"
    asks: ClassVar[str] = "G23"

    def read(self, text: str) -> Reading[date]:
        return read_date(text)

    def canonical(self, typed: str) -> str:
        reading = read_date(typed)
        return format_date(reading.value) if reading.value else one_line(typed)


class SignedOn(Date):
    """The day of a signature, which a copy does not have."""

    __slots__ = ()

    in_copy: ClassVar[bool] = False
