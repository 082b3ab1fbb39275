"""Flowables of words: headings, paragraphs, facts, space to write in."""

from __future__ import annotations

import math
import re
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import CondPageBreak, Flowable, Paragraph, Spacer

from ...core.markup import Block, Bullets, Numbers, Run
from ...core.markup import Heading as SubHead
from ...core.unit import Unit
from ...core.unit import words as unit_words
from .. import elements as e
from ..words import EMPTY, entry
from . import page as p

MOST_LINES = 30
"""Lines of a fact: it never splits, so it must go on a page."""


def words(cell: e.Cell) -> str:
    """A cell that stands for itself."""
    return unit_words(cell.value, cell.unit)


def room(lines: float) -> CondPageBreak:
    """A new page unless so many lines are left: headings never stand alone at the bottom."""
    return CondPageBreak(lines * p.LINE)


class Snap(Flowable):
    """Fills up to the next half line: brings the text back to the grid after a table."""

    def __init__(self, space: float = 0.0):
        super().__init__()
        self.space = space

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:
        frame = getattr(self, "_frame", None)
        drop = 0.0 if frame is None or frame._atTop else -(frame._y2 - frame._topPadding - frame._y) % p.UNIT
        self.width, self.height = aw, min(drop + self.space, max(ah, 0))
        return self.width, self.height

    def draw(self) -> None:
        pass


class Labelled(Paragraph):
    """A paragraph that may carry a label in the margin column, or the bar of the förbund's own text."""

    label = ""
    bar = False
    bar_below = 0.0
    broken: Any = None
    """The lines of a part of a paragraph: broken once, however many pages they go over."""

    @classmethod
    def make(
        cls, xml: str, st: Any, *, label: str = "", bullet: str | None = None, bar: bool = False, below: float = 0.0
    ) -> Labelled:
        made = cls(xml, st, bulletText=bullet)
        made.label, made.bar, made.bar_below = label, bar, below
        return made

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
            part.label = self.label if number == 0 else ""
            part.bar, part.bar_below = self.bar, self.bar_below if number == len(parts) - 1 else 0.0
        return list(parts)

    def breakLines(self, width: Any) -> Any:
        return super().breakLines(width) if self.broken is None else self.broken

    def _get_split_blParaFunc(self) -> Any:
        """ReportLab makes the words of both parts anew for each page; they are at hand as lines, so any of them will do."""
        return lambda lines, start, stop: self.frags[:1]

    def draw(self) -> None:
        if self.label:
            y = self.height - self.style.fontSize
            for line in self.label.split("\n"):
                for piece in p.at_most(simpleSplit(p.clipped(line, 120), p.REG, 9.5, p.COL - 6), 8):
                    p.text_at(self.canv, 0, y, piece, p.REG, 9.5)
                    y -= 12
        if self.bar:
            self.canv.setFillColor(p.ACCENT)
            self.canv.rect(p.COL - 5 * mm, -self.bar_below, 1.6, self.height + self.bar_below, stroke=0, fill=1)
        super().draw()


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


def prose(blocks: tuple[Block, ...], label: str = "") -> list[Any]:
    """A long text as flowables."""
    story: list[Any] = []
    for block in blocks:
        if isinstance(block, SubHead):
            story += [room(4), Labelled.make(runs_xml(block.runs), p.SUB, label=label)]
        elif isinstance(block, Bullets | Numbers):
            story += list_items(block, label)
        else:
            pieces = in_pieces(block.runs)
            for number, runs in enumerate(pieces, 1):
                xml = runs_xml(runs)
                if xml.endswith(":"):
                    story.append(room(4))
                made = Labelled.make(xml, p.BODY, label=label)
                if xml.endswith(":") or number < len(pieces):
                    made.spaceAfter = 0
                story.append(made)
                label = ""
        label = ""
    return story


PIECE = 30
"""Lines."""


def in_pieces(runs: tuple[Run, ...]) -> list[tuple[Run, ...]]:
    """A paragraph parted where its writer began a new line, so many lines at a time: thousands of them are laid out page by page."""
    breaks = [number for number, run in enumerate(runs) if run.text == "\n"][PIECE - 1 :: PIECE]
    starts, ends = [0, *(place + 1 for place in breaks)], [*breaks, len(runs)]
    return [runs[start:end] for start, end in zip(starts, ends, strict=True) if start < end] or [runs]


def list_items(block: Bullets | Numbers, label: str) -> list[Any]:
    st = list_style(block, 11, p.LINE)
    story: list[Any] = [
        Labelled.make(runs_xml(piece), st, bullet=None if m else mark, label="" if n or m else label)
        for n, (mark, item) in enumerate(zip(marks(block), block.items, strict=True))
        for m, piece in enumerate(in_pieces(item))
    ]
    return [*story, Spacer(1, p.UNIT)]


def list_style(block: Bullets | Numbers, size: float, leading: float) -> Any:
    wide = isinstance(block, Numbers) and block.start + len(block.items) > 10
    indent = (7.5 if wide else 5.5) * mm
    bullet = {"bulletIndent": p.COL, "bulletFontName": p.REG, "bulletFontSize": size}
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
    return [room(3), *list_items(Numbers(tuple(items)), element.label)]


class Heading(Flowable):
    """A rule over the whole width, the number in the margin column, the form's own words in the text column."""

    def __init__(self, element: e.Heading, width: float, *, air: float = 3 * p.UNIT):
        super().__init__()
        self.element, self.full = element, width
        self.st = p.ANNEX if element.annex else p.HEADING
        self.spaceBefore = air

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:
        plain = self.element.text.removesuffix(" (*)")
        star = f'<font name="{p.REG}" size="9.5">{p.NBSP}(*)</font>' if self.element.text.endswith(" (*)") else ""
        note = stringWidth(p.printable(self.element.note), p.REG, 9.5) + 10 if self.element.note else 8 * mm
        self.plain = plain
        lines = p.balanced(plain, self.st, self.full - p.COL - note)
        self.body = Paragraph("<br/>".join(escape(line) for line in lines) + star, self.st)
        _, h = self.body.wrap(self.full - p.COL, ah)
        self.width, self.height = aw, p.UNIT + h + p.UNIT
        return self.width, self.height

    def draw(self) -> None:
        c = self.canv
        p.rule(c, 0, self.height, self.width, p.THIN, p.ACCENT)
        y = self.height - p.UNIT - self.st.fontSize
        p.text_at(c, 0, y, self.element.number, p.BOLD, self.st.fontSize, color=p.ACCENT)
        if self.element.note:
            p.text_at(c, self.width, y, self.element.note, p.REG, 9.5, anchor="right")
        self.body.drawOn(c, p.COL, p.UNIT)
        c.mark(f"{self.element.number}  {self.plain}".strip(), self.element.level - 2)


class Title(Flowable):
    """The document's name is the title of the printout, in the largest size."""

    def __init__(self, element: e.Title):
        super().__init__()
        self.element = element

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:
        text = words(self.element.cell)
        few = len(p.balanced(text, p.TITLE, p.TEXT)) <= 4
        self.st = p.TITLE if few else p.TITLE_LONG
        self.lines = p.at_most(p.balanced(text, self.st, p.TEXT), 12) if text else []
        self.width = aw
        self.height = 2 * p.UNIT + p.LINE + (len(self.lines) * self.st.leading if self.lines else 8 * p.UNIT) + p.LINE
        return self.width, self.height

    def draw(self) -> None:
        c, h = self.canv, self.height
        p.rule(c, 0, h, self.width, p.THICK, p.ACCENT)
        y = h - p.UNIT - 13
        p.text_at(c, 0, y, self.element.number, p.BOLD, 13, color=p.ACCENT)
        p.text_at(c, p.COL, y, self.element.label, p.REG, 9.5)
        y = h - p.UNIT - p.LINE - p.UNIT
        if not self.lines:
            p.rule(c, p.COL, y - 4 * p.UNIT, self.width)
            p.rule(c, p.COL, y - 8 * p.UNIT, self.width)
        for line in self.lines:
            p.text_at(c, p.COL, y - self.st.fontSize, line, p.BOLD, self.st.fontSize)
            y -= self.st.leading
        c.mark(f"{self.element.number}  {self.element.label}", 0)


class FormHead(Flowable):
    """Form and förbund to the left, the stamp box always in the same place."""

    def __init__(self, element: e.FormHead, marks: e.Marks):
        super().__init__()
        self.element, self.marks = element, marks

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:
        self.width, self.height = aw, 120.0
        return self.width, self.height

    def draw(self) -> None:
        c, h = self.canv, self.height
        y = h - 17
        for line in p.balanced(self.marks.form, p.ANNEX, p.WIDTH - p.STAMP_W - 9 * mm)[:3]:
            p.text_at(c, 0, y, line, p.BOLD, 17, color=p.ACCENT)
            y -= 20
        p.text_at(c, 0, y + 3, self.marks.forbund, p.REG, 11)
        c.setStrokeColor(p.INK)
        c.setLineWidth(p.HAIR)
        c.rect(self.width - p.STAMP_W, h - p.STAMP_H, p.STAMP_W, p.STAMP_H)
        p.text_at(c, self.width - p.STAMP_W + 2 * mm, h - 3.8 * mm, "Ankomststämpel", p.REG, 8)
        y = h - p.STAMP_H
        for one in reversed(self.element.entries):
            p.text_at(c, 0, y + 3, one.label, p.REG, 9.5)
            p.rule(c, 24 * mm, y, p.WIDTH - p.STAMP_W - 9 * mm)
            p.text_at(c, 24 * mm + 2, y + 3, entry(one), p.REG, 11)
            y += p.LINE


QR_SIZE, QR_GAP, QR_CAPTION = 23 * mm, 7 * mm, 14
"""Side of a QR code, its distance from the facts, and the room under it for its words (points)."""


class Entries(Flowable):
    """Label and value rows on hairlines, with the locked version's QR code to the right of them."""

    def __init__(self, element: e.Entries):
        super().__init__()
        self.rows, self.code, self.amounts = element.rows, element.code, element.amounts

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:
        self.value_width = p.TEXT - (QR_SIZE + QR_GAP if self.code else 0)
        self.split_rows = [
            (
                p.at_most(simpleSplit(p.clipped(row.label), p.REG, 9.5, p.COL - 8), MOST_LINES) or [""],
                p.at_most(
                    p.balanced(entry(row, self.amounts), p.SUB if row.strong else p.BODY, self.value_width), MOST_LINES
                )
                or [""],
                row.strong,
            )
            for row in self.rows
        ]
        self.width = aw
        self.height = sum(3 * p.UNIT + (max(len(a), len(v)) - 1) * p.LINE for a, v, _ in self.split_rows)
        if self.code:
            self.height = max(self.height, p.UNIT * math.ceil((QR_SIZE + QR_CAPTION + p.UNIT) / p.UNIT))
        return self.width, self.height

    def split(self, aw: float, ah: float) -> list[Any]:
        return []

    def draw(self) -> None:
        c, y = self.canv, self.height
        if self.code:
            x = self.width - QR_SIZE
            draw_code(c, x, self.height - QR_SIZE - 4, self.code.words)
            caption = self.height - QR_SIZE - QR_CAPTION
            p.text_at(c, x + QR_SIZE / 2, caption, self.code.caption, p.REG, 8, anchor="center")
        for labels, lines, strong in self.split_rows:
            y -= p.LINE
            for number, line in enumerate(labels):
                p.text_at(c, 0, y - number * p.LINE, line, p.REG, 9.5)
            for number, line in enumerate(lines):
                p.text_at(c, p.COL, y - number * p.LINE, line, p.BOLD if strong else p.REG, 11)
            y -= (max(len(labels), len(lines)) - 1) * p.LINE + p.UNIT
            p.rule(c, 0, y, p.COL + self.value_width)


def draw_code(canv: Any, x: float, y: float, words: str) -> None:
    """A QR code with its lower left corner at (x, y): one rectangle for each run of dark modules."""
    import segno  # 60 ms that only a locked version needs

    rows = [bytes(row) for row in segno.make(words, error="m").matrix]
    side = QR_SIZE / len(rows)
    path = canv.beginPath()
    for number, row in enumerate(rows):
        for run in re.finditer(b"\x01+", row):
            width = run.end() - run.start()
            path.rect(x + run.start() * side, y + QR_SIZE - (number + 1) * side, width * side, side)
    canv.setFillColor(p.INK)
    canv.drawPath(path, stroke=0, fill=1)


class Ruled(Flowable):
    """Space to write in by hand: hairlines 7.9 mm apart, «ej ifyllt» in the margin of what is missing. Splits between lines."""

    def __init__(self, lines: int, label: str = "", missing: bool = False):
        super().__init__()
        self.lines, self.label, self.missing = lines, label, missing
        self.spaceAfter = p.UNIT

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
        for line in simpleSplit(p.printable(self.label), p.REG, 9.5, p.COL - 6):
            p.text_at(self.canv, 0, y, line, p.REG, 9.5)
            y -= 12
        if self.missing:
            p.text_at(self.canv, 0, y, EMPTY, p.ITAL, 9.5)


class Boxes(Flowable):
    """☑ Ja ☐ Nej."""

    def __init__(self, element: e.Boxes):
        super().__init__()
        self.options = element.options
        self.spaceAfter = p.UNIT

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:
        self.width, self.height = aw, p.LINE
        return self.width, self.height

    def draw(self) -> None:
        x = p.COL
        for word, chosen in self.options:
            p.text_at(self.canv, x, p.LINE - 11.5, "☑" if chosen else "☐", p.REG, 14)
            p.text_at(self.canv, x + 15, p.LINE - 11, word, p.BOLD if chosen else p.REG, 11)
            x += 20 * mm


def phase(element: e.Phase) -> list[Any]:
    """Dates of a phase over its text, its label in the margin; lines to fill in when empty."""
    st = p.style("phase", 11, p.LINE, fontName=p.BOLD, leftIndent=p.COL, spaceBefore=p.UNIT)
    start, end = map(words, element.days)
    dates = p.tidy(f"{start}{p.NBSP}– {end}") if start or end else f"Från {'_' * 14} till {'_' * 14}"
    return [room(5), Labelled.make(dates, st, label=words(element.label))]


def fixed_text(element: e.Verbatim) -> list[Any]:
    """The förbund's own words behind a bar, chapter by chapter."""
    story: list[Any] = []
    label = element.label
    size, leading = (9.5, 12) if element.extract else (11, p.LINE)
    if element.note:
        st = p.style("fixed-note", 9.5, p.LINE, fontName=p.ITAL, leftIndent=p.COL)
        story += [Labelled.make(p.tidy(element.note), st, label=label, bar=True, below=p.UNIT), Spacer(1, p.UNIT)]
        label = ""
    for number, block in enumerate(element.blocks):
        after = 0 if number == len(element.blocks) - 1 else p.LINE
        if isinstance(block, SubHead):
            st = p.style("fixed-sub", 11, p.LINE, fontName=p.BOLD, leftIndent=p.COL)
            story += [room(4), Labelled.make(as_written(block.runs), st, bar=True)]
            continue
        if isinstance(block, Bullets | Numbers):
            st = list_style(block, size, leading)
            lines = list(zip(marks(block), block.items, strict=True))
        else:
            st = p.style("fixed", size, leading, leftIndent=p.COL)
            lines = [("", block.runs)]
        made = [Labelled.make(as_written(runs), st, bullet=mark or None, bar=True) for mark, runs in lines]
        made[0].label, label = label, ""
        made[-1].spaceAfter = made[-1].bar_below = after
        story += made
    return story


class Signature(Flowable):
    """Part, Namn, E-post, Datum, Namnteckning: takes what is left of the page and gives it to the pen."""

    LEAST = 60 * mm

    def __init__(self, element: e.Signature):
        super().__init__()
        self.element = element

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:
        self.width, self.height = aw, max(ah, self.LEAST)
        return self.width, self.height

    def draw(self) -> None:
        c, y, element = self.canv, self.height, self.element
        p.rule(c, 0, y, self.width, p.THIN, p.ACCENT)
        y -= p.UNIT + 17
        p.text_at(c, 0, y, "Part", p.REG, 9.5)
        party = words(element.party)
        lines = p.at_most(p.balanced(party, p.ANNEX, p.TEXT), 4) if party else []
        for number, line in enumerate(lines):
            p.text_at(c, p.COL, y - number * 21, line, p.BOLD, 17)
        more = max(0, len(lines) - 1) * 21
        y -= more
        if not lines:
            p.rule(c, p.COL, y - 4, self.width)
        step = min(6 * p.UNIT, max(3 * p.UNIT, (self.height - 110 - more) / 4.6))
        for one in element.entries:
            day = one.cell.unit is Unit.DAY
            value = entry(one)
            y -= step
            p.text_at(c, 0, y + 4, one.label, p.REG, 9.5)
            for line in p.balanced(value, p.BODY, p.TEXT)[:1] if value else ():
                p.text_at(c, p.COL, y + 4, line, p.REG, 11)
            p.rule(c, p.COL, y, self.width if not day else p.COL + 45 * mm)
            if day:
                p.text_at(c, p.COL + 48 * mm, y + 4, "år-månad-dag", p.REG, 8)
        y = 5 * p.UNIT
        p.text_at(c, 0, y + 4, "Namnteckning", p.REG, 9.5)
        p.rule(c, p.COL, y, self.width, p.THIN)
        if element.draft:
            p.text_at(
                c, p.COL, y + 5, "Utkast: skrivs inte under. Underskrift sker på den låsta versionen.", p.ITAL, 9.5
            )
        told = "Undertecknas av partens behöriga beslutsfattare. Namnet textas eller trycks på raden Namn."
        p.text_at(c, p.COL, y - 12, told, p.REG, 8)
