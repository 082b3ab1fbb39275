"""The lower half of a sheet to sign: who signs, and room for the pen."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Spacer

from ...core.unit import Unit
from .. import elements as e
from ..words import alone, link
from . import page as p
from .facts import Entries
from .structure import Node, bullets, item, linked

PEN = 34 * mm
"""From the lowest entry to the foot: the hand, the line under it and what is said below."""
MOST = 130 * mm
"""Of party and entries on their sheet; what needs more stands before it."""
ELSEWHERE = "Står i sin helhet ovan"


class Type(NamedTuple):
    """How the values are set: the party's name, the others, and the least distance from line to line of two entries."""

    party: Any
    value: Any
    step: float


TYPES = (
    Type(p.ANNEX, p.BODY, 3 * p.UNIT),
    Type(p.style("party-small", 11, p.LINE, fontName=p.BOLD), p.CELL, 20),
    Type(p.style("party-least", 9, 11, fontName=p.BOLD), p.style("signer-least", 8, 10), 18),
)


def signature(element: e.Signature) -> list[Any]:
    """The sheet's last part; before it, in full, what would take too much of it however small it is set."""
    if element.hand:
        under = UnderText(element)
        if under.tallest <= MOST:
            return [under, Spacer(1, p.LINE)]
        empty = tuple(one._replace(cell=e.Cell()) for one in element.entries)
        return [Entries(element.entries), UnderText(replace(element, entries=empty)), Spacer(1, p.LINE)]
    for look in TYPES:
        made = Signature(element, look)
        if made.least <= MOST:
            return [made]
    party = e.Entry("Part", element.party, strong=True)
    told = Entries((party, *element.entries))
    return [told, Spacer(1, p.LINE), Signature(element, TYPES[0], shortened=True)]


class Field(NamedTuple):
    """An entry to fill in: its label and its value in lines, and the elements of both. `day`: there is a short line for a date.
    `address`: where a link leads from the value."""

    label: list[str]
    lines: list[str]
    label_node: Node
    node: Node
    day: bool = False
    address: str = ""


class Signature(Flowable):
    """Part, Namn, E-post, Datum, Namnteckning: takes what is left of the page and gives it to the pen."""

    def __init__(self, element: e.Signature, look: Type, *, shortened: bool = False):
        super().__init__()
        self.element, self.look = element, look
        self.party = p.balanced(str(element.party.value or ""), look.party, p.TEXT)
        if shortened and len(self.party) > 2:
            self.party = [ELSEWHERE]
        self.entries = []
        listed = bullets()
        self.party_nodes, self.told = item(listed), Node("P")
        self.nodes = (listed, self.told)
        for one in element.entries:
            day = one.cell.unit is Unit.DAY
            lines = entry_lines(one, look.value)
            if shortened and len(lines) > 2:
                lines = [ELSEWHERE]
            label, value = item(listed)
            value = linked(value, link(one.cell))
            value.actual = p.unbroken(alone(one.cell), lines) if lines != [ELSEWHERE] else ""
            self.entries.append(
                Field(
                    p.lines_of(one.label, p.CELL, p.COL - 6),
                    lines,
                    label,
                    value,
                    day=day and all_fit(lines, look.value),
                    address=link(one.cell),
                )
            )
        self.pen_nodes = item(listed)
        self.more = max(0, len(self.party) - 1) * look.party.leading
        self.lines = sum(max(0, len(one.lines) - 1) for one in self.entries) * look.value.leading
        self.least = p.UNIT + 17 + self.more + len(self.entries) * look.step + self.lines + PEN

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:
        self.width, self.height = aw, max(ah, self.least)
        return self.width, self.height

    def draw(self) -> None:
        c, y, look = self.canv, self.height, self.look
        p.rule(c, 0, y, self.width, p.THIN, p.ACCENT)
        y -= p.UNIT + 17
        p.text_at(c, 0, y, "Part", p.REG, 9.5, node=self.party_nodes[0])
        for number, line in enumerate(self.party):
            at = y - number * look.party.leading
            p.text_at(c, p.COL, at, line, p.BOLD, look.party.fontSize, node=self.party_nodes[1])
        y -= self.more
        if not self.party:
            p.rule(c, p.COL, y - 4, self.width)
        step = min(6 * p.UNIT, max(look.step, (self.height - 110 - self.more - self.lines) / 4.6))
        for one in self.entries:
            y -= step
            for number, line in enumerate(one.label):
                p.text_at(c, 0, y + 4 - number * 12, line, p.REG, 9.5, node=one.label_node)
            top = y + look.value.leading
            for number, line in enumerate(one.lines):
                y -= look.value.leading if number else 0
                p.text_at(c, p.COL, y + 4, line, p.REG, look.value.fontSize, node=one.node)
            if one.address:
                c.link(one.node, one.address, (p.COL, y, self.width, top))
            p.rule(c, p.COL, y, self.width if not one.day else p.COL + DAY)
            if one.day:
                p.text_at(c, p.COL + DAY + 3 * mm, y + 4, "år-månad-dag", p.REG, 8, node=one.node)
        y = 5 * p.UNIT
        p.text_at(c, 0, y + 4, "Namnteckning", p.REG, 9.5, node=self.pen_nodes[0])
        p.rule(c, p.COL, y, self.width, p.THIN)
        if self.element.draft:
            p.text_at(c, p.COL, y + 5, LATER, p.ITAL, 9.5, node=self.pen_nodes[1])
        told = "Undertecknas av partens behöriga beslutsfattare. Namnet textas eller trycks på raden Namn."
        p.text_at(c, p.COL, y - 12, told, p.REG, 8, node=self.told)


HAND = 25 * mm
"""The height that a hand is given under a text."""
LATER = "Utkast: skrivs inte under. Underskrift sker på den låsta versionen."


class UnderText(Flowable):
    """The day, a box for the hand and the name in full below it: stands together, under what is signed."""

    whole = signs = True

    def __init__(self, element: e.Signature):
        super().__init__()
        self.element, self.spaceBefore = element, p.LINE
        self.hand = p.lines_of(element.hand, p.CELL, p.COL - 6)
        first, *others = element.entries
        listed = bullets()
        self.nodes = (listed,)
        self.above = self.field(first, listed)
        self.hand_nodes = item(listed)
        self.below = [self.field(one, listed) for one in others]

    @staticmethod
    def field(one: e.Entry, listed: Node) -> Field:
        label, value = item(listed)
        lines = p.lines_of(alone(one.cell), p.BODY, p.TEXT)
        value.actual = p.unbroken(alone(one.cell), lines)
        return Field(p.lines_of(one.label, p.CELL, p.COL - 6), lines or [""], label, value)

    @staticmethod
    def tall(one: Field) -> float:
        return max(len(one.label), len(one.lines)) * p.LINE + p.UNIT

    @property
    def tallest(self) -> float:
        return float(sum(map(self.tall, (self.above, *self.below))) + HAND + 2 * p.UNIT)

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:
        self.width, self.height = aw, self.tallest
        return self.width, self.height

    def draw(self) -> None:
        c, y = self.canv, self.row(self.height, self.above, end=p.COL + DAY) - p.UNIT
        c.setStrokeColor(p.INK)
        c.setLineWidth(p.HAIR)
        c.rect(p.COL, y - HAND, self.width - p.COL, HAND)
        for number, line in enumerate(self.hand):
            p.text_at(c, 0, y - 10 - number * 12, line, p.REG, 9.5, node=self.hand_nodes[0])
        if self.element.draft:
            p.text_at(c, p.COL + 2 * mm, y - HAND + 5, LATER, p.ITAL, 9.5, node=self.hand_nodes[1])
        y -= HAND + p.UNIT
        for row in self.below:
            y = self.row(y, row, end=self.width)

    def row(self, y: float, one: Field, end: float) -> float:
        """A label and what it says on a line to write on; where the next one begins."""
        for lines, x, size, node in ((one.label, 0.0, 9.5, one.label_node), (one.lines, p.COL, 11.0, one.node)):
            for number, line in enumerate(lines):
                p.text_at(self.canv, x, y - (number + 1) * p.LINE, line, p.REG, size, node=node)
        y -= self.tall(one)
        p.rule(self.canv, p.COL, y + 2, end)
        return y


def entry_lines(one: e.Entry, st: Any) -> list[str]:
    """What is said after a value begins a line of its own when one line does not hold both."""
    lines = p.lines_of(alone(one.cell), st, p.TEXT)
    if len(lines) < 2:
        return lines
    said = [words for words in map(alone, (one.cell._replace(also=()), *one.cell.also)) if words]
    ended = [*(f"{words}," for words in said[:-1]), *said[-1:]]
    return [line for words in ended for line in p.balanced(words, st, p.TEXT)]


DAY = 45 * mm
"""The line for a day."""


def all_fit(lines: list[str], st: Any) -> bool:
    return all(stringWidth(line, st.fontName, st.fontSize) <= DAY for line in lines)
