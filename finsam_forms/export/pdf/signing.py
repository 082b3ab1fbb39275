"""The lower half of a sheet to sign: who signs, and room for the pen."""

from __future__ import annotations

from typing import Any, NamedTuple

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Spacer

from ...core.unit import Unit
from .. import elements as e
from ..words import alone
from . import page as p
from .facts import Entries

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
        return [UnderText(element), Spacer(1, p.LINE)]
    for look in TYPES:
        made = Signature(element, look)
        if made.least <= MOST:
            return [made]
    party = e.Entry("Part", element.party, strong=True)
    told = Entries((party, *element.entries))
    return [told, Spacer(1, p.LINE), Signature(element, TYPES[0], shortened=True)]


class Signature(Flowable):
    """Part, Namn, E-post, Datum, Namnteckning: takes what is left of the page and gives it to the pen."""

    def __init__(self, element: e.Signature, look: Type, *, shortened: bool = False):
        super().__init__()
        self.element, self.look = element, look
        self.party = p.balanced(str(element.party.value or ""), look.party, p.TEXT)
        if shortened and len(self.party) > 2:
            self.party = [ELSEWHERE]
        self.entries = []
        for one in element.entries:
            day = one.cell.unit is Unit.DAY
            lines = entry_lines(one, look.value)
            if shortened and len(lines) > 2:
                lines = [ELSEWHERE]
            self.entries.append((one.label, lines, day and all_fit(lines, look.value)))
        self.more = max(0, len(self.party) - 1) * look.party.leading
        self.lines = sum(max(0, len(lines) - 1) for _, lines, _ in self.entries) * look.value.leading
        self.least = p.UNIT + 17 + self.more + len(self.entries) * look.step + self.lines + PEN

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:
        self.width, self.height = aw, max(ah, self.least)
        return self.width, self.height

    def draw(self) -> None:
        c, y, look = self.canv, self.height, self.look
        p.rule(c, 0, y, self.width, p.THIN, p.ACCENT)
        y -= p.UNIT + 17
        p.text_at(c, 0, y, "Part", p.REG, 9.5)
        for number, line in enumerate(self.party):
            p.text_at(c, p.COL, y - number * look.party.leading, line, p.BOLD, look.party.fontSize)
        y -= self.more
        if not self.party:
            p.rule(c, p.COL, y - 4, self.width)
        step = min(6 * p.UNIT, max(look.step, (self.height - 110 - self.more - self.lines) / 4.6))
        for label, lines, day in self.entries:
            y -= step
            for number, line in enumerate(p.lines_of(label, p.CELL, p.COL - 6)):
                p.text_at(c, 0, y + 4 - number * 12, line, p.REG, 9.5)
            for number, line in enumerate(lines):
                y -= look.value.leading if number else 0
                p.text_at(c, p.COL, y + 4, line, p.REG, look.value.fontSize)
            p.rule(c, p.COL, y, self.width if not day else p.COL + DAY)
            if day:
                p.text_at(c, p.COL + DAY + 3 * mm, y + 4, "år-månad-dag", p.REG, 8)
        y = 5 * p.UNIT
        p.text_at(c, 0, y + 4, "Namnteckning", p.REG, 9.5)
        p.rule(c, p.COL, y, self.width, p.THIN)
        if self.element.draft:
            p.text_at(c, p.COL, y + 5, LATER, p.ITAL, 9.5)
        told = "Undertecknas av partens behöriga beslutsfattare. Namnet textas eller trycks på raden Namn."
        p.text_at(c, p.COL, y - 12, told, p.REG, 8)


HAND = 25 * mm
"""The height that a hand is given under a text."""
LATER = "Utkast: skrivs inte under. Underskrift sker på den låsta versionen."


class UnderText(Flowable):
    """The day, a box for the hand and the name in full below it: stands together, under what is signed."""

    whole = True

    def __init__(self, element: e.Signature):
        super().__init__()
        self.element, self.spaceBefore = element, p.LINE
        self.hand = p.lines_of(element.hand, p.CELL, p.COL - 6)
        self.above, *self.below = [
            (p.lines_of(one.label, p.CELL, p.COL - 6), p.lines_of(alone(one.cell), p.BODY, p.TEXT) or [""])
            for one in element.entries
        ]

    @staticmethod
    def tall(labels: list[str], values: list[str]) -> float:
        return max(len(labels), len(values)) * p.LINE + p.UNIT

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:
        rows = (self.above, *self.below)
        self.width, self.height = aw, sum(self.tall(*row) for row in rows) + HAND + 2 * p.UNIT
        return self.width, self.height

    def draw(self) -> None:
        c, y = self.canv, self.row(self.height, *self.above, end=p.COL + DAY) - p.UNIT
        c.setStrokeColor(p.INK)
        c.setLineWidth(p.HAIR)
        c.rect(p.COL, y - HAND, self.width - p.COL, HAND)
        for number, line in enumerate(self.hand):
            p.text_at(c, 0, y - 10 - number * 12, line, p.REG, 9.5)
        if self.element.draft:
            p.text_at(c, p.COL + 2 * mm, y - HAND + 5, LATER, p.ITAL, 9.5)
        y -= HAND + p.UNIT
        for row in self.below:
            y = self.row(y, *row, end=self.width)

    def row(self, y: float, labels: list[str], values: list[str], end: float) -> float:
        """A label and what it says on a line to write on; where the next one begins."""
        for lines, x, size in ((labels, 0.0, 9.5), (values, p.COL, 11.0)):
            for number, line in enumerate(lines):
                p.text_at(self.canv, x, y - (number + 1) * p.LINE, line, p.REG, size)
        y -= self.tall(labels, values)
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
