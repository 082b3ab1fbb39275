"""The words over columns: upright, read upwards when there is little room, or told under the table when they are too long for both."""

from __future__ import annotations

from typing import Any, NamedTuple

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from . import page as p

ST = p.style("column-head", 8, 9)
MOST_UPRIGHT = 5
"""Lines."""
HEIGHTS = (33 * mm, 45 * mm, 58 * mm)
"""Of heads that are read upwards: the first that holds them all."""


class Heads(NamedTuple):
    cells: list[Any]
    told: list[str]
    """What stands under the table."""


def heads(texts: tuple[str, ...], looks: tuple[str, ...], rooms: list[float], first: Any, most_upright: int) -> Heads:
    """`rooms`: the width of each. `first`: the head of the rows. `most_upright`: columns of money; more are read upwards."""
    told: list[str] = []
    money = [n for n, look in enumerate(looks) if look == "amount"]
    broken = any(stringWidth(w, p.REG, 8) > rooms[n] for n in money for w in p.printable(texts[n]).split())
    turned = set(money) if broken or len(money) > most_upright else set()
    tall = height_of({n: texts[n] for n in turned}, rooms)
    cells = [first]
    for n, text in enumerate(texts[1:], 1):
        if n in turned:
            lines = p.lines_of(text, ST, tall)
            enough = len(lines) <= room_across(rooms[n])
        else:
            lines = p.lines_of(text, ST, rooms[n])
            enough = len(lines) <= MOST_UPRIGHT
        if not enough:
            told.append(f"({len(told) + 1}) {text}")
            cells.append(f"({len(told)})")
        elif n in turned:
            cells.append(Upward(lines, rooms[n], tall))
        else:
            cells.append("\n".join(lines))
    return Heads(cells, told)


def room_across(width: float) -> int:
    """Lines of a head that is read upwards."""
    return max(1, int((width + 2) // ST.leading))


def height_of(texts: dict[int, str], rooms: list[float]) -> float:
    wanted = max((stringWidth(p.printable(text), p.REG, 8) for text in texts.values()), default=0.0) + 3
    higher = (tall for tall in HEIGHTS if all(fits(text, tall, rooms[n]) for n, text in texts.items()))
    return float(wanted if wanted <= HEIGHTS[0] else next(higher, HEIGHTS[-1]))


def fits(text: str, tall: float, width: float) -> bool:
    return len(p.lines_of(text, ST, tall)) <= room_across(width)


class Upward(Flowable):
    """A party's name read upwards, for tables with many columns."""

    def __init__(self, lines: list[str], width: float, height: float):
        super().__init__()
        self.lines = lines
        self.w, self.h = width, height

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:
        self.width, self.height = self.w, self.h
        return self.w, self.h

    def draw(self) -> None:
        c = self.canv
        c.saveState()
        c.translate(self.w, 0)
        c.rotate(90)
        for number, line in enumerate(reversed(self.lines)):
            p.text_at(c, 0, 1.5 + number * ST.leading, line)
        c.restoreState()
