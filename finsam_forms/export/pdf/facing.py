"""Texts that stand side by side, over the whole width: parted between paragraphs where a page ends, under heads that repeat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from ...core.markup import Bullets, Numbers
from ...core.markup import Heading as SubHead
from .. import elements as e
from ..words import EMPTY, alone
from . import page as p
from .heads import ST as HEAD
from .structure import Node, bullets, item, scoped, top
from .text import Labelled, aloud, marks, runs_xml

GAP = 6 * mm
LEFT = p.WIDTH * 75 / 161 - GAP / 2
RIGHT = p.WIDTH - LEFT - GAP
TEXT = p.style("facing", 11, p.LINE, spaceAfter=p.UNIT)
TITLE = p.style("facing-title", 11, p.LINE, fontName=p.BOLD)
ITEM = p.style("facing-item", 11, p.LINE, leftIndent=12, bulletIndent=0, spaceAfter=2)
NUMBER = p.style("facing-number", 9.5, p.LINE, spaceAfter=p.UNIT)
PAD = p.UNIT
MOST_OF_A_PAGE = 0.6 * float(p.PAGE_H - p.TOP - p.BOTTOM)
"""With so much room, what would rather stand together is parted all the same."""
LONGEST = 0.9 * float(p.PAGE_H - p.TOP - p.BOTTOM)
"""A paragraph that is higher is broken where the page ends."""
EDGE = 1e-6


class Pair(NamedTuple):
    """The paragraphs of a row, left and right. `ends`: does a hairline stand under them?"""

    left: tuple[Any, ...]
    right: tuple[Any, ...]
    ends: bool = True


def facing(element: e.Facing) -> Facing:
    table = Node("Table")
    head, body = table.below("THead").below("TR"), table.below("TBody")
    names = [head.below("TH", attributes=scoped("Column")) for _ in element.heads]
    rows = []
    for one in element.rows:
        row = body.below("TR")
        left, right = (tuple(side(found, row.below("TD"), element)) for found in (one.left, one.right))
        rows.append(Pair(left, right))
    return Facing(element.heads, rows, names)


def side(found: e.Side, cell: Node, element: e.Facing) -> list[Any]:
    """The texts, and the number with the last of them."""
    made = list(texts(found, cell, element))
    if found.cell.value is not None:
        for last in made[-1:]:
            last.opens = True
        made.append(Labelled.make(p.tidy(alone(found.cell)), NUMBER, node=cell.below("P")))
    return made


def texts(found: e.Side, cell: Node, element: e.Facing) -> Iterator[Any]:
    for one in found.passages:
        yield title(p.tidy(alone(one.title)), cell, element.level)
        yield from words(one, cell, element.inner_level)
        if not one.blocks:
            yield Lines(one.lines or 1, one.missing, cell.below("P"))


def title(xml: str, cell: Node, level: int) -> Labelled:
    made = Labelled.make(xml, TITLE, node=cell.below("H", level=level))
    made.opens = True
    return made


def words(one: e.Passage, cell: Node, level: int) -> Iterator[Any]:
    for block in one.blocks:
        if isinstance(block, SubHead):
            yield title(runs_xml(block.runs), cell, level)
        elif isinstance(block, Bullets | Numbers):
            listed = bullets(isinstance(block, Numbers))
            cell.add(listed)
            for mark, runs in zip(marks(block), block.items, strict=True):
                before, body = item(listed)
                body.actual = aloud(runs)
                yield Labelled.make(runs_xml(runs), ITEM, bullet=mark, bullet_node=before, node=body)
        else:
            yield Labelled.make(runs_xml(block.runs), TEXT, node=cell.below("P", actual=aloud(block.runs)))


class Lines(Flowable):
    """Lines to write on by hand."""

    opens = False

    def __init__(self, lines: int, missing: bool, node: Node):
        super().__init__()
        self.lines, self.missing, self.node = lines, missing, node

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:
        self.width, self.height = aw, (3 * self.lines + 1) * p.UNIT
        return self.width, self.height

    def draw(self) -> None:
        for number in range(self.lines):
            p.rule(self.canv, 0, self.height - 3 * (number + 1) * p.UNIT, self.width)
        if self.missing:
            p.text_at(self.canv, 0, self.height - 3 * p.UNIT + 2, EMPTY, p.ITAL, 9.5, node=self.node)


def tall(parts: Sequence[Any], width: float) -> float:
    return float(sum(one.wrap(width, p.PAGE_H)[1] + one.getSpaceAfter() for one in parts))


class Facing(Flowable):
    """`cells`: those of the heads in the structure, which are read once."""

    def __init__(self, names: tuple[str, str], rows: list[Pair], cells: list[Node]):
        super().__init__()
        self.names, self.rows, self.cells = names, rows, cells
        self.nodes = (top(cells[0]),)
        lines = [p.lines_of(name, HEAD, width) for name, width in zip(names, (LEFT, RIGHT), strict=True)]
        self.heads, self.head = lines, max(map(len, lines)) * HEAD.leading + PAD

    def height_of(self, row: Pair) -> float:
        return max(tall(row.left, LEFT), tall(row.right, RIGHT)) + 2 * PAD

    @property
    def beginning(self) -> float:
        """The heads, a title and three lines under it."""
        return float(self.head + PAD + 4 * p.LINE)

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:
        self.width, self.height = aw, self.head + sum(map(self.height_of, self.rows))
        return self.width, self.height

    def split(self, aw: float, ah: float) -> list[Any]:
        left = ah - self.head
        for number, row in enumerate(self.rows):
            high = self.height_of(row)
            if high > left + EDGE:
                above, below = parted(row, left - 2 * PAD)
                done = [*self.rows[:number], *([above] if above.left or above.right else [])]
                rest = [*([below] if below.left or below.right else []), *self.rows[number + 1 :]]
                return [self.of(done), self.of(rest)] if done and rest else []
            left -= high
        return [self]

    def of(self, rows: list[Pair]) -> Facing:
        return Facing(self.names, rows, self.cells)

    def draw(self) -> None:
        c, y = self.canv, self.height
        for lines, x, cell in zip(self.heads, (0.0, LEFT + GAP), self.cells, strict=True):
            node = c.first(cell)
            for number, line in enumerate(lines):
                p.text_at(c, x, y - HEAD.fontSize - number * HEAD.leading, line, p.REG, HEAD.fontSize, node=node)
        y -= self.head
        p.rule(c, 0, y, self.width, p.THIN, p.ACCENT)
        for row in self.rows:
            for parts, x, width in ((row.left, 0.0, LEFT), (row.right, LEFT + GAP, RIGHT)):
                down = y - PAD
                for one in parts:
                    down -= one.wrap(width, p.PAGE_H)[1]
                    one.drawOn(c, x, down)
                    down -= one.getSpaceAfter()
            y -= self.height_of(row)
            if row.ends:
                p.rule(c, 0, y, self.width)


def parted(row: Pair, room: float) -> tuple[Pair, Pair]:
    """What of a row there is room for, each side by itself, and the rest. Both sides begin on the same page: a goal and its outcome."""
    (left, later_left), (right, later_right) = (fitting(row.left, LEFT, room), fitting(row.right, RIGHT, room))
    alone = (row.left and not left) or (row.right and not right)
    if alone and room <= MOST_OF_A_PAGE:
        return Pair((), (), ends=False), row
    return Pair(left, right, ends=False), Pair(later_left, later_right, row.ends)


def fitting(parts: tuple[Any, ...], width: float, room: float) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    """The paragraphs that there is room for, no title last, and those after them. One that no page holds is broken where it must."""
    used = 0.0
    for number, one in enumerate(parts):
        high = one.wrap(width, p.PAGE_H)[1]
        if used + high > room + EDGE:
            pieces = one.split(width, room - used) if high > LONGEST and room > used else []
            if len(pieces) == 2:
                return (*parts[:number], pieces[0]), (pieces[1], *parts[number + 1 :])
            fits = number
            while fits and getattr(parts[fits - 1], "opens", False):
                fits -= 1
            fits = fits or (number if room > MOST_OF_A_PAGE else 0)
            return parts[:fits], parts[fits:]
        used += high + one.getSpaceAfter()
    return parts, ()
