"""One line of text."""

from __future__ import annotations

from typing import ClassVar

from ..reading import one_line
from ..roles import DIARIENUMMER, ETIKETT, FUNKTION, INRIKTNING, ORDFORANDE, PERSON, UPPFOLJNINGSMETOD
from .kind import Leaf


class Line(Leaf):
    """One line of text."""

    __slots__ = ()

    type: ClassVar[str] = "line"
    stays: ClassVar[bool] = True
    roles: ClassVar[frozenset[str]] = frozenset(
        {DIARIENUMMER, ORDFORANDE, ETIKETT, PERSON, FUNKTION, UPPFOLJNINGSMETOD, INRIKTNING}
    )
    topic: ClassVar[str] = "words"

    def canonical(self, typed: str) -> str:
        return one_line(typed)
