"""The words over columns: upright, read upwards when there is little room, or told under the table when they are too long for both."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from . import page as p
from .grid import Said
from .structure import Node

ST = p.style("column-head", 8, 9)
PIECE = re.compile(r"[^\s–]+–?|–")
"""What stands on one line of a head: a word, or the first or the last day of a time."""
MOST_UPRIGHT = 5
"""Lines."""
HEIGHTS = (33 * mm, 45 * mm, 58 * mm)
"""Of heads that are read upwards: the first that holds them all."""


class Heads(NamedTuple):
    cells: list[Any]
    told: list[str]
    """What stands under the table."""


def heads(
    texts: tuple[str, ...],
    nodes: list[tuple[Node, ...]],
    looks: tuple[str, ...],
    rooms: list[float],
    first: Any,
    most_upright: int,
) -> Heads:
    """`nodes`: of what stands over each column, from the top; the last is its own. `rooms`: the width of each. `first`: the head
    of the rows. `most_upright`: columns of money; more are read upwards."""
    told: list[str] = []
    money = [n for n, look in enumerate(looks) if look == "amount"]
    broken = any(stringWidth(w, p.REG, 8) > rooms[n] for n in money for w in PIECE.findall(p.printable(texts[n])))
    turned = set(money) if broken or len(money) > most_upright else set()
    ticks = [n for n, look in enumerate(looks) if look == "tick"]
    turned |= set(ticks) if any(too_narrow(texts[n], rooms[n]) for n in ticks) else set()
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
            cells.append(Said.by(nodes[n][-1], f"({len(told)})"))
        elif n in turned:
            cells.append(Upward(lines, rooms[n], tall, nodes[n][-1]))
        elif len(nodes[n]) > 1:
            cells.append(Stacked(text, rooms[n], nodes[n]))
        else:
            cells.append(Said.by(nodes[n][-1], "\n".join(lines)))
    return Heads(cells, told)


def too_narrow(text: str, room: float) -> bool:
    """Is there a word that does not fit, or more lines than a head may have?"""
    words = PIECE.findall(p.printable(text))
    return any(stringWidth(word, p.REG, 8) > room for word in words) or len(p.lines_of(text, ST, room)) > MOST_UPRIGHT


def room_across(width: float) -> int:
    """Lines of a head that is read upwards."""
    return max(1, int((width + 2) // ST.leading))


def height_of(texts: dict[int, str], rooms: list[float]) -> float:
    wanted = max((stringWidth(p.printable(text), p.REG, 8) for text in texts.values()), default=0.0) + 3
    higher = (tall for tall in HEIGHTS if all(fits(text, tall, rooms[n]) for n, text in texts.items()))
    return float(wanted if wanted <= HEIGHTS[0] else next(higher, HEIGHTS[-1]))


def fits(text: str, tall: float, width: float) -> bool:
    return len(p.lines_of(text, ST, tall)) <= room_across(width)


UNDER_LINE = 3
"""Points that letters go below the line of a head that is read upwards: it keeps within its column."""


class Upward(Flowable):
    """A party's name read upwards, for tables with many columns."""

    def __init__(self, lines: list[str], width: float, height: float, node: Node):
        super().__init__()
        self.lines, self.node = lines, node
        self.w, self.h = width, height

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:
        self.width, self.height = self.w, self.h
        return self.w, self.h

    def draw(self) -> None:
        c = self.canv
        node = c.first(self.node)
        c.saveState()
        c.translate(self.w, 0)
        c.rotate(90)
        last = len(self.lines) - 1
        for number, line in enumerate(self.lines):
            p.text_at(c, 0, UNDER_LINE + (last - number) * ST.leading, line, node=node)
        c.restoreState()


LEADING = 9.5
"""Of heads that stand upright."""


class Stacked(Flowable):
    """The head of several columns over that of the first of them, to the right like the numbers under them."""

    def __init__(self, text: str, room: float, nodes: tuple[Node, ...]):
        """`text`: what stands over each other, each on a line of its own, as many as the `nodes`."""
        super().__init__()
        parts = zip(nodes, text.split("\n", len(nodes) - 1), strict=True)
        self.lines = [(node, line) for node, part in parts for line in p.lines_of(part, ST, room)]

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:
        self.width = max(stringWidth(line, ST.fontName, ST.fontSize) for _, line in self.lines)
        self.height = len(self.lines) * LEADING
        return self.width, self.height

    def draw(self) -> None:
        c, y = self.canv, self.height - ST.fontSize
        for node, line in self.lines:
            p.text_at(c, self.width, y, line, anchor="right", node=c.first(node))
            y -= LEADING
