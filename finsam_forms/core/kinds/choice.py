"""One of a few given answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from ..document import Form
from ..reading import Problem, Reading, one_line, shortened
from ..roles import INSATSTYP, KVARTAL
from .kind import Leaf


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Leaf):
    """One of a few given answers."""

    type: ClassVar[str] = "choice"
    roles: ClassVar[frozenset[str]] = frozenset({INSATSTYP, KVARTAL})
    topic: ClassVar[str] = "choices"
    options: tuple[str, ...] = ()

    @property
    def offered(self) -> tuple[str, ...]:
        return self.options

    def faults(self, form: Form) -> Iterator[str]:
        if len(set(self.options)) < 2 or len(set(self.options)) < len(self.options) or not all(self.options):
            yield "”options” ska vara minst två olika svar"

    def idle(self, form: Form) -> Iterator[str]:
        yield from Leaf.idle(self, form)
        for option in self.options:
            if self.canonical(option) != option:
                yield f"svaret ”{option}” går inte att välja: det är ett annat svar, eller har mellanslag som inte syns"

    def read(self, text: str) -> Reading[str]:
        return Reading(text or None) if not text or text in self.options else Reading(problem=self.unknown(text))

    def unknown(self, text: str) -> Problem:
        return Problem(f"”{shortened(text)}” finns inte bland svaren. Välj ett av: {', '.join(self.options)}.")

    def canonical(self, typed: str) -> str:
        words = one_line(typed)
        return next((option for option in self.options if option.casefold() == words.casefold()), words)

    def schema(self) -> dict[str, Any]:
        """Any text, as everywhere: one that is none of the answers is told by check G44."""
        return Leaf.schema(self) | {"examples": [*self.options]}
