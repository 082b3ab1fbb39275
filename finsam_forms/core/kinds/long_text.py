"""A text in several paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from ..document import Form
from ..markup import tidy_typed
from ..roles import AVVIKELSER, BAKGRUND, FINANSIERING, FORANKRING, MALGRUPP, METOD
from ..unit import Unit
from .figures import beside
from .kind import ANSWER, Answer, Earlier, Given, Lack, Leaf, Rest, Source, Taken


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
    or_else: str = ""
    """The id of another text, in the same section or chapter, that is enough in the place of this one."""

    def faults(self, form: Form) -> Iterator[str]:
        if self.or_else and not (self.required and isinstance(form.field(self.or_else), LongText)):
            yield f"or_else ”{self.or_else}” ska vara en annan lång text, och kräver required"

    def lacks(self, at: Answer[Any]) -> Iterator[Lack]:
        if not self.or_else:
            yield from Leaf.lacks(self, at)
            return
        other = beside(at, self.or_else)
        if not at.document.text(other).strip():
            ask = f"{ANSWER.rstrip('.')}, eller under ”{at.form.leaf_at(other).label}”."
            yield from (one._replace(ask=ask) for one in Leaf.lacks(self, at))

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
