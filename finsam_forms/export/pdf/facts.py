"""Flowables of single values: the form's head, the document's name, labels and values on hairlines, boxes to tick."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Spacer

from ...core.kronor import AmountFormat
from ...core.unit import KR
from .. import elements as e
from ..words import alone, link
from . import page as p
from .pages import Snap
from .qr import CAPTION, GAP, SIDE, draw_code
from .structure import Node, bullets, heading, item, linked
from .text import Labelled

HEAD = 120.0
"""Points of the form's head with the stamp box in it."""
BESIDE_STAMP = p.WIDTH - p.STAMP_W - 9 * mm
ENTRY_LEFT = 24 * mm
MOST_IN_HEAD = 3
"""Lines of an entry beside the stamp box; a longer one stands under it."""


def form_head(element: e.FormHead, marks: e.Marks) -> list[Any]:
    short = tuple(one for one in element.entries if len(head_lines(one)) <= MOST_IN_HEAD)
    long = tuple(one for one in element.entries if one not in short)
    below = [Entries(long), Snap(p.UNIT)] if long else []
    name = f"{marks.form} {alone(element.day)}".strip()
    return [FormHead(name, short, marks), Spacer(1, p.UNIT), *below]


def head_lines(one: e.Entry) -> list[str]:
    return p.lines_of(alone(one.cell), p.BODY, BESIDE_STAMP - ENTRY_LEFT - 4)


class FormHead(Flowable):
    """Form and förbund to the left, the stamp box always in the same place."""

    def __init__(self, name: str, entries: tuple[e.Entry, ...], marks: e.Marks):
        super().__init__()
        self.form = p.balanced(name, p.ANNEX, BESIDE_STAMP)
        self.forbund = p.lines_of(marks.forbund, p.BODY, BESIDE_STAMP)
        self.entries = [(one.label, head_lines(one) or [""]) for one in entries]
        self.names, self.stamp = (Node("P"), Node("P")), Node("P")
        listed, self.entry_nodes = labelled(len(entries))
        self.nodes = (*self.names, *listed, self.stamp)
        for one, (_, node) in zip(entries, self.entry_nodes, strict=True):
            node.actual = p.unbroken(alone(one.cell), head_lines(one))

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:
        names = 17 + 20 * len(self.form) + 13 * len(self.forbund)
        lines = sum(len(lines) for _, lines in self.entries)
        self.beside = max(p.STAMP_H, names + lines * p.LINE + 4)
        self.width, self.height = aw, self.beside + HEAD - p.STAMP_H
        return self.width, self.height

    def draw(self) -> None:
        c, h = self.canv, self.height
        y = h - 17
        for line in self.form:
            p.text_at(c, 0, y, line, p.BOLD, 17, color=p.ACCENT, node=self.names[0])
            y -= 20
        for line in self.forbund:
            p.text_at(c, 0, y + 3, line, p.REG, 11, node=self.names[1])
            y -= 13
        c.setStrokeColor(p.INK)
        c.setLineWidth(p.HAIR)
        c.rect(self.width - p.STAMP_W, h - p.STAMP_H, p.STAMP_W, p.STAMP_H)
        p.text_at(c, self.width - p.STAMP_W + 2 * mm, h - 3.8 * mm, "Ankomststämpel", p.REG, 8, node=self.stamp)
        y = h - self.beside + p.LINE * sum(len(lines) for _, lines in self.entries)
        for (label, lines), (label_node, node) in zip(self.entries, self.entry_nodes, strict=True):
            p.text_at(c, 0, y - p.LINE + 3, label, p.REG, 9.5, node=label_node)
            for line in lines:
                y -= p.LINE
                p.text_at(c, ENTRY_LEFT + 2, y + 3, line, p.REG, 11, node=node)
            p.rule(c, ENTRY_LEFT, y, BESIDE_STAMP)


def labelled(count: int) -> tuple[tuple[Node, ...], list[tuple[Node, Node]]]:
    """So many labels with what they say: a list of several, one by itself a paragraph. The elements to begin, and those of each."""
    if count == 1:
        one = Node("P")
        return (one,), [(one.below("Span"), one.below("Span"))]
    listed = bullets()
    return (listed,), [item(listed) for _ in range(count)]


MOST_TITLE = 8
"""Lines of a title in large type; a longer one goes on as text."""


def title(element: e.Title) -> list[Any]:
    """The document's name is the title of the printout, in the largest size that it leaves room for."""
    text = alone(element.cell) if element.cell.value else ""
    for st, most in ((p.TITLE, 4), (p.TITLE_LONG, MOST_TITLE)):
        lines = p.balanced(text, st, p.TEXT)
        if len(lines) <= most:
            return [Title(element, lines, st)]
    st = p.style("title-text", 11, p.LINE, fontName=p.BOLD, leftIndent=p.COL, spaceAfter=p.LINE)
    return [Title(element, [], st, goes_on=True), Labelled.make("<br/>".join(written(text, st)), st, node=heading(1))]


def written(text: str, st: Any) -> Iterator[str]:
    return (escape(line) for line in p.lines_of(text, st, p.TEXT - 1))


class Title(Flowable):
    def __init__(self, element: e.Title, lines: list[str], st: Any, *, goes_on: bool = False):
        super().__init__()
        self.element, self.lines, self.st, self.opens = element, lines, st, goes_on
        named = bool(lines) or goes_on
        self.label, self.node = Node("P") if named else heading(1), heading(1)
        self.node.actual = p.unbroken(alone(element.cell), lines)
        self.nodes = (self.label, *((self.node,) if lines else ()))

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:
        lines = len(self.lines) * self.st.leading if self.lines or self.opens else 8 * p.UNIT
        self.width, self.height = aw, 2 * p.UNIT + p.LINE + lines + (0 if self.opens else p.LINE)
        return self.width, self.height

    def draw(self) -> None:
        c, h = self.canv, self.height
        p.rule(c, 0, h, self.width, p.THICK, p.ACCENT)
        y = h - p.UNIT - 13
        p.text_at(c, 0, y, self.element.number, p.BOLD, 13, color=p.ACCENT, node=self.label)
        p.text_at(c, p.COL, y, self.element.label, p.REG, 9.5, node=self.label)
        y = h - p.UNIT - p.LINE - p.UNIT
        if not self.lines and not self.opens:
            p.rule(c, p.COL, y - 4 * p.UNIT, self.width)
            p.rule(c, p.COL, y - 8 * p.UNIT, self.width)
        for line in self.lines:
            p.text_at(c, p.COL, y - self.st.fontSize, line, p.BOLD, self.st.fontSize, node=self.node)
            y -= self.st.leading
        c.mark(f"{self.element.number}  {self.element.label}", 0)


class Fact(NamedTuple):
    """Some lines of an entry. `ends`: they are its last, and a hairline stands under them."""

    labels: list[str]
    values: list[str]
    strong: bool
    nodes: tuple[Node, Node]
    href: str = ""
    ends: bool = True

    @property
    def lines(self) -> int:
        return max(len(self.labels), len(self.values), 1)

    @property
    def height(self) -> float:
        return self.lines * p.LINE + (p.UNIT if self.ends else 0)

    def parted(self, lines: int) -> tuple[Fact, Fact]:
        first = self._replace(labels=self.labels[:lines], values=self.values[:lines], ends=False)
        return first, self._replace(labels=self.labels[lines:], values=self.values[lines:])


FEW = 6
"""Entries that stay together on a page; of more, so many begin one."""


class Entries(Flowable):
    """Label and value rows on hairlines, with the locked version's QR code to the right of them."""

    def __init__(self, rows: tuple[e.Entry, ...], amounts: AmountFormat = KR, code: e.Code | None = None):
        super().__init__()
        self.code = code
        self.value_width = p.TEXT - (SIDE + GAP if code else 0)
        listed, nodes = labelled(len(rows))
        self.code_nodes = (Node("Figure", alt=f"QR-kod: {code.words}" if code else ""), Node("P"))
        self.nodes = (*listed, *self.code_nodes)
        self.facts = [self.fact(row, amounts, pair) for row, pair in zip(rows, nodes, strict=True)]

    def fact(self, row: e.Entry, amounts: AmountFormat, nodes: tuple[Node, Node]) -> Fact:
        words, address = alone(row.cell, amounts), link(row.cell)
        values = p.balanced(words, p.SUB if row.strong else p.BODY, self.value_width)
        label, value = nodes[0], linked(nodes[1], address)
        value.actual = p.unbroken(words, values)
        return Fact(p.lines_of(row.label, p.CELL, p.COL - 8), values, row.strong, (label, value), address)

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:
        self.width, self.height = aw, sum(fact.height for fact in self.facts)
        if self.code:
            self.height = max(self.height, p.UNIT * math.ceil((SIDE + CAPTION + p.UNIT) / p.UNIT))
        return self.width, self.height

    @property
    def whole(self) -> bool:
        return len(self.facts) <= FEW

    @property
    def beginning(self) -> float:
        few = sum(fact.height for fact in self.facts[:2])
        return max(min(few, 6 * p.LINE), SIDE + CAPTION + p.UNIT if self.code else 0)

    def split(self, aw: float, ah: float) -> list[Any]:
        if self.code and ah < SIDE + CAPTION:
            return []
        for number, fact in enumerate(self.facts):
            if fact.height > ah:
                lines = min(int(ah // p.LINE), fact.lines - 1)
                above, below = ([fact.parted(lines)[0]], [fact.parted(lines)[1]]) if lines > 1 else ([], [fact])
                first = self.part([*self.facts[:number], *above], self.code)
                return [first, self.part([*below, *self.facts[number + 1 :]])] if first.facts else []
            ah -= fact.height
        return [self]

    def part(self, facts: list[Fact], code: e.Code | None = None) -> Entries:
        made = Entries((), code=code)
        made.facts, made.value_width = facts, self.value_width
        made.code_nodes = self.code_nodes
        return made

    def draw(self) -> None:
        c, y = self.canv, self.height
        if self.code:
            x = self.width - SIDE
            figure, caption = self.code_nodes
            draw_code(c, x, self.height - SIDE - 4, self.code.words, figure)
            said = (x + SIDE / 2, self.height - SIDE - CAPTION, self.code.caption, p.REG, 8)
            p.text_at(c, *said, anchor="center", node=caption)
        for fact in self.facts:
            label, value = fact.nodes
            for number, line in enumerate(fact.labels):
                p.text_at(c, 0, y - (number + 1) * p.LINE, line, p.REG, 9.5, node=label)
            for number, line in enumerate(fact.values):
                p.text_at(c, p.COL, y - (number + 1) * p.LINE, line, p.BOLD if fact.strong else p.REG, 11, node=value)
            if fact.href:
                c.link(value, fact.href, (p.COL, y - fact.height, p.COL + self.value_width, y))
            y -= fact.height
            if fact.ends:
                p.rule(c, 0, y, p.COL + self.value_width)


BOX = 15
"""Points from a box to its word."""


def boxes(element: e.Boxes, opens: bool) -> list[Any]:
    """☑ Ja ☐ Nej. An answer that is longer than a line stands as text after its box."""
    short = [box for box in element.options if stringWidth(p.printable(box.label), p.BOLD, 11) <= p.TEXT - BOX]
    listed = bullets()
    nodes = {id(box): item(listed) for box in (*short, *(box for box in element.options if box not in short))}
    st = p.style("box", 11, p.LINE, leftIndent=p.COL + BOX, bulletIndent=p.COL, bulletFontSize=14, spaceAfter=p.UNIT)
    long = [
        Labelled.make(
            p.tidy(box.label),
            st,
            bullet="☑" if box.chosen else "☐",
            bullet_node=nodes[id(box)][0],
            node=nodes[id(box)][1],
        )
        for box in element.options
        if box not in short
    ]
    return [Boxes([(box, *nodes[id(box)]) for box in short], listed, opens and not long), *long]


class Boxes(Flowable):
    """Those that a line holds, each with the elements of its box and of its word."""

    def __init__(self, options: list[tuple[e.Box, Node, Node]], listed: Node, opens: bool):
        super().__init__()
        self.opens = opens
        self.nodes = (listed,)
        self.spaceAfter = p.UNIT
        self.rows: list[list[tuple[float, tuple[e.Box, Node, Node]]]] = [[]]
        x = 0.0
        for option in options:
            box = option[0]
            wide = BOX + stringWidth(p.printable(box.label), p.BOLD, 11)
            if x and x + wide > p.TEXT:
                self.rows.append([])
                x = 0.0
            self.rows[-1].append((x, option))
            x += max(20 * mm, wide + 5 * mm)

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:
        self.width, self.height = aw, len(self.rows) * p.LINE
        return self.width, self.height

    def draw(self) -> None:
        y = self.height
        for row in self.rows:
            for x, ((_, word, chosen), mark, node) in row:
                p.text_at(self.canv, p.COL + x, y - 11.5, "☑" if chosen else "☐", p.REG, 14, node=mark)
                p.text_at(self.canv, p.COL + x + BOX, y - 11, word, p.BOLD if chosen else p.REG, 11, node=node)
            y -= p.LINE
