"""Who pays what: one bar, and what its parts are."""

from __future__ import annotations

from typing import Any, NamedTuple

from reportlab.lib.colors import white
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from ...core.unit import Unit
from .. import elements as e
from ..words import alone, share_words
from . import page as p
from .hatch import fill
from .structure import Node, bullets, item

HIGH = 8 * mm


class Named(NamedTuple):
    """Lines of what a part of the bar is called. `pattern`, amount and share stand at its first."""

    lines: list[str]
    node: Node
    pattern: str = ""
    amount: str = ""
    share: str = ""

    @property
    def height(self) -> float:
        return 6 + 12 * len(self.lines)


def pay_bar(chart: e.PayChart, alt: str) -> list[Any]:
    """`alt`: what it says, in words."""
    amounts = [alone(e.Cell(part.kronor, Unit.KRONOR), chart.amounts) for part in chart.parts]
    shares = [share_words(part.share) for part in chart.parts]
    share_room = max((stringWidth(words, p.REG, 9.5) for words in shares), default=0) + 12
    amount_room = max((stringWidth(words, p.REG, 9.5) for words in amounts), default=0) + 12
    listed = bullets()
    room = p.TEXT - 18 - share_room - amount_room
    named = [
        Named(p.lines_of(alone(part.label), p.CELL, room) or [""], item(listed)[1], part.pattern, amount, share)
        for part, amount, share in zip(chart.parts, amounts, shares, strict=True)
    ]
    return [PayBar(chart, alt), Legend(named, share_room, listed)]


class PayBar(Flowable):
    """Solid, hatched and open parts."""

    opens = True

    def __init__(self, chart: e.PayChart, alt: str):
        super().__init__()
        self.node = Node("Figure", alt=alt)
        self.nodes = (self.node,)
        self.parts = chart.parts
        self.total = sum(part.kronor for part in chart.parts) or 1

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:
        self.width, self.height = aw, HIGH + 8
        return self.width, self.height

    def draw(self) -> None:
        c, x, y = self.canv, p.COL, self.height - HIGH
        c.begin_figure(self.node, (x, y, x + p.TEXT, y + HIGH))
        for part in self.parts:
            w = p.TEXT * part.kronor / self.total
            fill(c, x, y, w, HIGH, part.pattern)
            words = f"{alone(part.label)} {share_words(part.share)}"
            if part.pattern == "solid" and w > stringWidth(p.printable(words), p.BOLD, 9.5) + 12:
                p.text_at(c, x + 6, y + HIGH / 2 - 3.3, words, p.BOLD, 9.5, color=white)
            x += w
        c.end_figure()


class Legend(Flowable):
    """What the parts are called, and what they are in kronor and in per cent. Splits between them."""

    whole = True

    def __init__(self, named: list[Named], share_room: float, listed: Node):
        super().__init__()
        self.listed = listed
        self.nodes = (listed,)
        self.named, self.share_room = named, share_room
        self.spaceAfter = p.UNIT
        self.beginning = named[0].height if named else 0.0

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:
        self.width, self.height = aw, sum(one.height for one in self.named)
        return self.width, self.height

    def split(self, aw: float, ah: float) -> list[Any]:
        for number, one in enumerate(self.named):
            if one.height > ah:
                fit = int((ah - 6) // 12)
                above = [one._replace(lines=one.lines[:fit])] if fit > 0 else []
                below = Named(one.lines[fit:], one.node) if above else one
                first, rest = self.named[:number] + above, [below, *self.named[number + 1 :]]
                return [Legend(some, self.share_room, self.listed) for some in (first, rest)] if first else []
            ah -= one.height
        return [self]

    def draw(self) -> None:
        c, y, right = self.canv, self.height, p.COL + p.TEXT
        for one in self.named:
            y -= 12
            if one.pattern:
                fill(c, p.COL, y - 1.5, 12, 9, one.pattern)
            for number, line in enumerate(one.lines):
                p.text_at(c, p.COL + 18, y - 12 * number, line, p.REG, 9.5, node=one.node)
            p.text_at(c, right - self.share_room, y, one.amount, p.REG, 9.5, anchor="right", node=one.node)
            p.text_at(c, right, y, one.share, p.REG, 9.5, anchor="right", node=one.node)
            y -= one.height - 12
