"""A text in several paragraphs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ..markup import tidy_typed
from ..roles import BAKGRUND, FINANSIERING, FORANKRING, MALGRUPP, METOD
from ..unit import Unit
from .kind import Leaf


@dataclass(frozen=True, slots=True, kw_only=True)
class LongText(Leaf):
    """Paragraphs, lists, sub-headings: light markup, see core/markup.py. Merged word by word when two write."""

    type: ClassVar[str] = "long_text"
    roles: ClassVar[frozenset[str]] = frozenset({MALGRUPP, METOD, BAKGRUND, FORANKRING, FINANSIERING})
    unit: ClassVar[Unit] = Unit.PROSE
    topic: ClassVar[str] = "texts"
    merges: ClassVar[bool] = True
    rows: int = 10
    """Ruled lines on a blank printed form."""

    def canonical(self, typed: str) -> str:
        return tidy_typed(typed)
