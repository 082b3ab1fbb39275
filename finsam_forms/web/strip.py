"""How far a draft has come, as a strip of small bars: one for each section of the form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from .marks import Marks, counting

LOOKS = {
    "done": ("full", 14),
    "error": ("error", 11),
    "flag": ("flag", 11),
    "started": ("part", 7),
    "empty": ("void", 2),
}
"""What a bar is called in the style sheet, and its height."""
STEP, NARROWEST = 11, 184
"""From one bar to the next, and the least width, so that short forms' bars are no larger than others'."""


class StripBar(NamedTuple):
    look: str
    x: int
    height: int

    @property
    def y(self) -> int:
        return 16 - self.height


class Strip(NamedTuple):
    """A picture 16 high."""

    width: int
    words: str
    bars: tuple[StripBar, ...]


def strip_of(marks: Marks) -> Strip:
    shapes = [mark.shape for mark in counting(marks)]
    return Strip(
        width=max(len(shapes) * STEP, NARROWEST),
        words=", ".join(said(Counter(shapes), len(shapes))),
        bars=tuple(
            StripBar(look, number * STEP, height)
            for number, (look, height) in enumerate(LOOKS[shape] for shape in shapes)
        ),
    )


def said(count: Counter[str], sections: int) -> Iterator[str]:
    yield f"{count['done']} av {sections} klara"
    if count["error"]:
        yield f"{count['error']} med fel"
    if count["flag"]:
        yield f"{count['flag']} med varning"
