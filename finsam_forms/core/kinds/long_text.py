"""A text in several paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from ..markup import tidy_typed
from ..roles import AVVIKELSER, BAKGRUND, FINANSIERING, FORANKRING, MALGRUPP, METOD
from ..unit import Unit
from .kind import Earlier, Given, Leaf, Rest, Source, Taken


@dataclass(frozen=True, slots=True, kw_only=True)
class LongText(Leaf):
    """Paragraphs, lists, sub-headings: light markup, see core/markup.py. Merged word by word when two write."""

    type: ClassVar[str] = "long_text"
    roles: ClassVar[frozenset[str]] = frozenset({MALGRUPP, METOD, BAKGRUND, FORANKRING, FINANSIERING, AVVIKELSER})
    unit: ClassVar[Unit] = Unit.PROSE
    topic: ClassVar[str] = "texts"
    merges: ClassVar[bool] = True
    rows: int = 10
    """Ruled lines on a blank printed form."""
    on_request: bool = False
    """Does it come from the documents that are followed only when somebody presses the button?"""
    start_text: str = ""
    """What the answers usually begin with, for a button beside an empty one."""

    def comes_from(self, previous: bool) -> str:
        return "" if self.on_request else Leaf.comes_from(self, previous)

    def fetched_from(self, previous: bool) -> str:
        """What was told of another time is not the answer for this one by itself: the last report's text is fetched with a button."""
        said = self.from_previous if previous else self.from_
        if self.on_request:
            return self.id if said is None else said
        return self.id if previous and said is None else ""

    def told_earlier(self, path: str, source: Source) -> Iterator[Earlier]:
        """The text that could be fetched."""
        name = self.fetched_from(True)
        there = f"{source.path.removesuffix(self.id)}{name}"
        if name and source.document.text(there).strip():
            yield Earlier(path, there)

    def together(self, path: str, given: Sequence[Given]) -> Iterator[Taken]:
        """Each says its own, under its name."""
        told = [f"**{one.who}**\n\n{taken.text.strip()}" for one in given for taken in one.taken if taken.text.strip()]
        if told:
            yield Taken(path, "\n\n".join(told))

    @property
    def begins_with(self) -> str:
        return self.canonical(self.start_text).strip()

    def agrees(self, rest: Rest) -> bool:
        """A text is written for the time that it is about."""
        return False

    def canonical(self, typed: str) -> str:
        return tidy_typed(typed)
