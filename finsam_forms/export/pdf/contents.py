"""The list of what a document holds: a line a heading, dots to the number of its page, and a link there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from .. import elements as e
from . import page as p
from .pages import Page
from .structure import Node, heading
from .text import opening

ROOM = 14 * mm
"""For dots and the number of the page, to the right of the words."""
INDENT = 9 * mm
"""Of a number in the list, and of each level below the first."""
GAP = 3.0
TITLE = p.style("contents", 13, p.LINE, fontName=p.BOLD, leftIndent=p.COL, spaceAfter=p.UNIT)
DOTS = ". "


def contents(element: e.Contents) -> Iterator[Any]:
    yield opening(p.tidy(element.title), TITLE, node=heading(element.level))
    listed = Node("TOC")
    for number, line in enumerate(element.lines):
        yield Listed(line, listed, last=number == len(element.lines) - 1)


class Listed(Flowable):
    """One of them. `page` is known when all pages are filled."""

    def __init__(self, line: e.ContentsLine, listed: Node, *, last: bool):
        super().__init__()
        self.line, self.page = line, 0
        self.inset = p.COL + INDENT * line.depth
        self.node = listed.below("TOCI").below("Reference").below("Link")
        self.nodes = (listed,)
        self.spaceAfter = p.LINE if last else 0
        self.beside = max(INDENT, stringWidth(p.printable(line.number), p.REG, 11) + 2 * GAP) if line.number else 0.0

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:
        self.lines = p.lines_of(self.line.text, p.BODY, aw - self.inset - self.beside - ROOM) or [""]
        self.width, self.height = aw, len(self.lines) * p.LINE
        return self.width, self.height

    def draw(self) -> None:
        c, y, x = self.canv, self.height - p.BODY.fontSize, self.inset
        p.text_at(c, x, y, self.line.number, p.REG, 11, node=self.node)
        x += self.beside
        for words in self.lines:
            p.text_at(c, x, y, words, p.REG, 11, node=self.node)
            y -= p.LINE
        y += p.LINE
        said = str(self.page or "")
        end = self.width - stringWidth(said, p.REG, 11) - GAP
        start = x + stringWidth(p.printable(self.lines[-1]), p.REG, 11) + GAP
        step = stringWidth(DOTS, p.REG, 11)
        count = int((end - start) // step)
        if said and count > 0:
            p.text_at(
                c, end - count * step, y, DOTS * count, p.REG, 11
            )  # from the right, so that they stand under each other
        p.text_at(c, self.width, y, said, p.REG, 11, anchor="right", node=self.node)
        c.go_to(self.node, self.line.path, self.line.text, (self.inset, 0, self.width, self.height))


def number_pages(pages: Iterable[Page]) -> None:
    """Tells each line where what it names stands, once all pages are filled."""
    filled = [*pages]
    begun = where_begun(filled)
    for page in filled:
        for flowable, _ in page.placed:
            if isinstance(flowable, Listed):
                flowable.page = begun.get(flowable.line.path, 0)


def where_begun(pages: Iterable[Page]) -> dict[str, int]:
    """Path of each heading → the number of its page, from 1."""
    found: dict[str, int] = {}
    for number, page in enumerate(pages, 1):
        for flowable, _ in page.placed:
            if target := getattr(flowable, "target", ""):
                found.setdefault(target, number)
    return found
