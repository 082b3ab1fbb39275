"""How far a draft has come, as a strip of small bars: one for each section of the form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..core.progress import State

LOOKS = {State.DONE: ("full", 14), State.STARTED: ("part", 7), State.EMPTY: ("void", 2)}
"""What a bar is called in the style sheet, and its height."""
STEP, NARROWEST = 11, 184
"""From one bar to the next, and the least width, so that short forms' bars are no larger than others'."""


@dataclass(frozen=True, slots=True)
class StripBar:
    look: str
    x: int
    height: int

    @property
    def y(self) -> int:
        return 16 - self.height


@dataclass(frozen=True, slots=True)
class Strip:
    """A picture 16 high."""

    width: int
    words: str
    bars: tuple[StripBar, ...]


def strip_of(states: Sequence[State]) -> Strip:
    done = sum(state is State.DONE for state in states)
    return Strip(
        width=max(len(states) * STEP, NARROWEST),
        words=f"{done} av {len(states)} klara",
        bars=tuple(
            StripBar(look, number * STEP, height)
            for number, (look, height) in enumerate(LOOKS[state] for state in states)
        ),
    )
