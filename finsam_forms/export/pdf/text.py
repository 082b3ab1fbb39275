"""Flowables of words: headings, paragraphs, lists, space to write in."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Paragraph, Spacer

from ...core.markup import Bullets, Numbers, Run
from ...core.markup import Heading as SubHead
from ...core.reading import shortened
from ...core.unit import words as unit_words
from .. import elements as e
from ..words import EMPTY, alone
from . import page as p
from .structure import Node, bullets, heading, item, top


def words(cell: e.Cell) -> str:
    """A cell that stands for itself."""
    return unit_words(cell.value, cell.unit)


LABEL_STEP = 12
"""From line to line of a label in the margin."""
MOST_BESIDE = 2
"""Lines of a label in the margin: a longer one stands over what it is the label of."""


class Margin(NamedTuple):
    """A label in the margin, and its element of the structure."""

    words: str
    node: Node


NOTHING = Margin("", Node("P"))


def beside(label: str, node: Node) -> tuple[Margin, list[Any]]:
    """A label for the margin, or over the text when there is no room beside it."""
    lines = sum(len(p.lines_of(line, p.CELL, p.COL - 6)) for line in label.split("\n"))
    return (Margin(label, node), []) if lines <= MOST_BESIDE else (NOTHING, [opening(p.tidy(label), p.SUB, node=node)])


def opening(xml: str, st: Any, label: Margin = NOTHING, bar: bool = False, node: Node | None = None) -> Labelled:
    """Words that say what follows: they never stand last on a page."""
    made = Labelled.make(xml, st, label=label, bar=bar, node=node)
    made.opens = True
    return made


class Labelled(Paragraph):
    """A paragraph that may carry a label in the margin column, or the bar of the förbund's own text."""

    label = NOTHING
    node: Node
    bullet_node: Node | None = None
    bar = False
    bar_below = 0.0
    opens = False
    broken: Any = None
    """Its lines: broken once, however often it is measured and however many pages it goes over."""

    @property
    def beginning(self) -> float:
        return 3.0 * float(self.style.leading)

    @property
    def reach(self) -> float:
        """A label of two lines beside a single one."""
        lines = len(self.label_lines)
        return float(self.style.fontSize + LABEL_STEP * (lines - 1) + 3) if lines else 0.0

    @property
    def label_lines(self) -> list[str]:
        return [one for line in self.label.words.split("\n") if line for one in p.lines_of(line, p.CELL, p.COL - 6)]

    @classmethod
    def make(
        cls,
        xml: str,
        st: Any,
        *,
        label: Margin = NOTHING,
        bullet: str | None = None,
        bar: bool = False,
        below: float = 0.0,
        node: Node | None = None,
        bullet_node: Node | None = None,
    ) -> Labelled:
        """`node`: its element, a paragraph of its own when none is given. `bullet_node`: that of its bullet."""
        made = cls(xml, st, bulletText=bullet)
        made.label, made.bar, made.bar_below = label, bar, below
        made.node, made.bullet_node = node or Node("P"), bullet_node if bullet else None
        return made

    @property
    def nodes(self) -> tuple[Node, ...]:
        return (*((self.label.node,) if self.label.words else ()), top(self.node))

    def split(self, aw: float, ah: float) -> list[Any]:
        if not hasattr(self, "blPara"):
            self.wrap(aw, ah)
        lines = self.blPara
        parts = super().split(aw, ah)
        if len(parts) == 2:
            fit = len(parts[0].blPara.lines)
            parts[0].broken, parts[1].broken = (
                lines.clone(lines=some) for some in (lines.lines[:fit], lines.lines[fit:])
            )
        for number, part in enumerate(parts):
            part.label = self.label if number == 0 else NOTHING
            part.node, part.bullet_node = self.node, self.bullet_node if number == 0 else None
            part.bar, part.bar_below = self.bar, self.bar_below if number == len(parts) - 1 else 0.0
        return list(parts)

    def breakLines(self, width: Any) -> Any:
        if self.broken is None:
            self.broken = super().breakLines(width)
        return self.broken

    def _get_split_blParaFunc(self) -> Any:
        """ReportLab makes the words of both parts anew for each page; they are at hand as lines, so any of them will do."""
        return lambda lines, start, stop: self.frags[:1]

    def draw(self) -> None:
        c = self.canv
        if self.label.words:
            y = self.height - self.style.fontSize
            for piece in self.label_lines:
                p.text_at(c, 0, y, piece, p.REG, 9.5, node=self.label.node)
                y -= LABEL_STEP
        if self.bar:
            c.setFillColor(p.ACCENT)
            c.rect(p.COL - 5 * mm, -self.bar_below, 1.6, self.height + self.bar_below, stroke=0, fill=1)
        c.node, c.then = (self.bullet_node, self.node) if self.bullet_node else (self.node, None)
        super().draw()
        c.node = c.then = None


def runs_xml(runs: tuple[Run, ...]) -> str:
    """Words with their bold and italics as ReportLab's markup, without a last line of one short word."""
    return p.last_word(as_written(runs))


def as_written(runs: tuple[Run, ...]) -> str:
    out = []
    for run in runs:
        text = p.tidy(run.text).replace("\n", "<br/>")
        text = f"<b>{text}</b>" if run.bold else text
        out.append(f"<i>{text}</i>" if run.italic else text)
    return "".join(out)


def prose(element: e.Prose) -> list[Any]:
    """A long text as flowables."""
    blocks = element.blocks
    label, story = beside(element.label, heading(element.level))
    for block in blocks:
        if isinstance(block, SubHead):
            story.append(opening(runs_xml(block.runs), p.SUB, label, node=heading(element.inner_level)))
        elif isinstance(block, Bullets | Numbers):
            story += list_items(block, label)
        else:
            pieces, node = in_pieces(block.runs), Node("P", actual=aloud(block.runs))
            for number, runs in enumerate(pieces, 1):
                xml = runs_xml(runs)
                made = Labelled.make(xml, p.BODY, label=label, node=node)
                made.opens = block is not blocks[-1] and stands_as_heading(runs, made)
                if xml.endswith(":") or number < len(pieces):
                    made.spaceAfter = 0
                story.append(made)
                label = NOTHING
        label = NOTHING
    return story


LONGEST_WORD = 30
"""Characters: a line has room for them, however wide they are."""


def aloud(runs: tuple[Run, ...]) -> str:
    """The words of a paragraph as they are read aloud, when it has one that a line has no room for; else they are read as drawn."""
    text = p.printable("".join(run.text for run in runs))
    long = (word for word in text.split() if len(word) > LONGEST_WORD)
    return text if any(stringWidth(word, p.BOLD, 11) > p.TEXT - 8 * mm for word in long) else ""


LONGEST_HEADING = 70
"""Characters."""


def stands_as_heading(runs: tuple[Run, ...], made: Labelled) -> bool:
    """A short line that says what follows: it ends with a colon, or as no sentence does."""
    text = "".join(run.text for run in runs[-1:]).rstrip()
    if text.endswith(":"):
        return len(made.frags) < 40 and sum(len(run.text) for run in runs) < 4 * LONGEST_HEADING
    return sum(len(run.text) for run in runs) <= LONGEST_HEADING and not text.endswith((".", "!", "?", ",", ";"))


PIECE = 30
"""Lines."""


def in_pieces(runs: tuple[Run, ...]) -> list[tuple[Run, ...]]:
    """A paragraph parted where its writer began a new line, so many lines at a time: thousands of them are laid out page by page."""
    breaks = [number for number, run in enumerate(runs) if run.text == "\n"][PIECE - 1 :: PIECE]
    starts, ends = [0, *(place + 1 for place in breaks)], [*breaks, len(runs)]
    return [runs[start:end] for start, end in zip(starts, ends, strict=True) if start < end] or [runs]


def list_items(block: Bullets | Numbers, label: Margin) -> list[Any]:
    st, listed = list_style(block, 11, p.LINE), bullets(isinstance(block, Numbers))
    story: list[Any] = []
    for mark, runs in zip(marks(block), block.items, strict=True):
        before, body = item(listed)
        body.actual = aloud(runs)
        for number, piece in enumerate(in_pieces(runs)):
            story.append(
                Labelled.make(
                    runs_xml(piece),
                    st,
                    bullet=None if number else mark,
                    label=label,
                    node=body,
                    bullet_node=before,
                )
            )
            label = NOTHING
    return [*story, Spacer(1, p.UNIT)]


def list_style(block: Bullets | Numbers, size: float, leading: float) -> Any:
    wide = isinstance(block, Numbers) and block.start + len(block.items) > 10
    indent = (7.5 if wide else 5.5) * mm
    bullet = {"bulletIndent": p.COL, "bulletFontSize": size}
    return p.style("list", size, leading, leftIndent=p.COL + indent, **bullet)


def marks(block: Bullets | Numbers) -> list[str]:
    start = block.start if isinstance(block, Numbers) else 0
    return [f"{start + n}." if isinstance(block, Numbers) else "•" for n in range(len(block.items))]


def numbered(element: e.ListBlock) -> list[Any]:
    """Texts in a list, its name in the margin."""
    items = []
    for found in element.items:
        runs: tuple[Run, ...] = ()
        for block in found.blocks:
            inner = block.items if isinstance(block, Bullets | Numbers) else (block.runs,)
            for one in inner:
                runs += ((Run("\n"),) if runs else ()) + one
        items.append(runs)
    label, above = beside(element.label, heading(element.level))
    return [*above, *list_items(Numbers(tuple(items)), label)]


MOST_HEADING = 90 * mm
"""The height of a heading; a longer one goes on as a text."""
IN_HEADING = 160
"""Letters that stand in the heading then."""


def section_heading(element: e.Heading, width: float, air: float) -> list[Any]:
    made = Heading(element, width, air=air)
    if made.tall <= MOST_HEADING:
        return [made]
    short = replace(element, text=shortened(element.text, IN_HEADING))
    return [Heading(short, width, air=air), Labelled.make(p.tidy(element.text), p.BODY)]


class Heading(Flowable):
    """A rule over the whole width, the number in the margin column, the form's own words in the text column."""

    opens = True

    def __init__(self, element: e.Heading, width: float, *, air: float = 3 * p.UNIT):
        super().__init__()
        self.element, self.target = element, element.path
        self.st = p.ANNEX if element.annex else p.HEADING
        self.spaceBefore, self.air = air, max(air - p.UNIT, 0.0)
        self.plain = element.text.removesuffix(" (*)")
        star = f'<font name="{p.REG}" size="9.5">{p.NBSP}(*)</font>' if element.text.endswith(" (*)") else ""
        self.note = alone(element.note)
        note = stringWidth(p.printable(self.note), p.REG, 9.5) + 10 if self.note else 8 * mm
        lines = p.balanced(self.plain, self.st, width - p.COL - note)
        self.node, self.note_node = heading(element.level), Node("P")
        self.nodes = (self.node, self.note_node)
        self.body = Labelled.make("<br/>".join(escape(line) for line in lines) + star, self.st, node=self.node)
        self.tall = p.UNIT + self.body.wrap(width - p.COL, p.PAGE_H)[1] + p.UNIT

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:
        self.width, self.height = aw, self.tall
        return self.width, self.height

    def draw(self) -> None:
        c = self.canv
        p.rule(c, 0, self.height, self.width, p.THIN, p.ACCENT)
        y = self.height - p.UNIT - self.st.fontSize
        p.text_at(c, 0, y, self.element.number, p.BOLD, self.st.fontSize, color=p.ACCENT, node=self.node)
        if self.note:
            p.text_at(c, self.width, y, self.note, p.REG, 9.5, anchor="right", node=self.note_node)
        self.body.drawOn(c, p.COL, p.UNIT)
        c.mark(f"{self.element.number}  {self.plain}".strip(), max(self.element.level - 2, 0), self.target)


def ruled(element: e.Ruled) -> list[Any]:
    label, above = beside(element.label, heading(element.level))
    return [*above, Ruled(element.lines, label, element.missing)]


class Ruled(Flowable):
    """Space to write in by hand: hairlines 7.9 mm apart, «ej ifyllt» in the margin of what is missing. Splits between lines."""

    def __init__(self, lines: int, label: Margin = NOTHING, missing: bool = False):
        super().__init__()
        self.lines, self.label, self.missing = lines, label, missing
        self.missing_node = Node("P")
        self.nodes = (*((label.node,) if label.words else ()), self.missing_node)
        self.spaceAfter = p.UNIT
        self.beginning = 3.0 * p.UNIT * min(5, lines)

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:
        self.width, self.height = aw, self.lines * 3 * p.UNIT
        return self.width, self.height

    def split(self, aw: float, ah: float) -> list[Any]:
        fit = int(ah // (3 * p.UNIT))
        if fit < 2:
            return []
        head = Ruled(fit, self.label, self.missing)
        return [head] if fit >= 4 and self.lines - fit <= 4 else [head, Ruled(self.lines - fit)]

    def draw(self) -> None:
        for number in range(self.lines):
            p.rule(self.canv, p.COL, self.height - (number + 1) * 3 * p.UNIT, self.width)
        y = self.height - 3 * p.UNIT + 2
        for line in p.lines_of(self.label.words, p.CELL, p.COL - 6):
            p.text_at(self.canv, 0, y, line, p.REG, 9.5, node=self.label.node)
            y -= 12
        if self.missing:
            p.text_at(self.canv, 0, y, EMPTY, p.ITAL, 9.5, node=self.missing_node)


def phase(element: e.Phase) -> list[Any]:
    """Dates of a phase over its text, its label in the margin; lines to fill in when empty."""
    st = p.style("phase", 11, p.LINE, fontName=p.BOLD, leftIndent=p.COL, spaceBefore=p.UNIT)
    start, end = map(words, element.days)
    dates = p.tidy(f"{start}{p.NBSP}– {end}") if start or end else f"Från {'_' * 14} till {'_' * 14}"
    node = heading(element.level)
    label, above = beside(words(element.label), node)
    return [*above, opening(dates, st, label, node=node)]


def fixed_text(element: e.Verbatim) -> list[Any]:
    """The förbund's own words behind a bar, chapter by chapter."""
    label, story = beside(element.label, Node("P"))
    size, leading = (9.5, 12) if element.extract else (11, p.LINE)
    if element.note:
        st = p.style("fixed-note", 9.5, p.LINE, fontName=p.ITAL, leftIndent=p.COL)
        story += [Labelled.make(p.tidy(element.note), st, label=label, bar=True, below=p.UNIT), Spacer(1, p.UNIT)]
        label = NOTHING
    for number, block in enumerate(element.blocks):
        after = 0 if number == len(element.blocks) - 1 else p.LINE
        if isinstance(block, SubHead):
            st = p.style("fixed-sub", 11, p.LINE, fontName=p.BOLD, leftIndent=p.COL)
            story.append(opening(as_written(block.runs), st, bar=True, node=heading(element.level)))
            continue
        if isinstance(block, Bullets | Numbers):
            st, listed = list_style(block, size, leading), bullets(isinstance(block, Numbers))
            lines = [(mark, runs, *item(listed)) for mark, runs in zip(marks(block), block.items, strict=True)]
        else:
            st = p.style("fixed", size, leading, leftIndent=p.COL)
            lines = [("", block.runs, Node("P"), Node("P"))]
        made = [
            Labelled.make(as_written(runs), st, bullet=mark or None, bar=True, node=node, bullet_node=before)
            for mark, runs, before, node in lines
        ]
        made[0].label, label = label, NOTHING
        made[-1].spaceAfter = made[-1].bar_below = after
        story += made
    return story
