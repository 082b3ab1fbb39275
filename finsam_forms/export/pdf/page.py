"""The sheet of paper: geometry, type, ink, and the few strokes that everything else is drawn with. Lengths in points."""

from __future__ import annotations

import re
from typing import Any
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib.colors import Color, HexColor, black
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfmetrics import stringWidth

from ...core.glyphs import printable as printable
from ...places import resource_root
from .structure import Node
from .typeface import Typeface

rl_config.useA85 = 0

PAGE_W, PAGE_H = A4
LAND_W, LAND_H = landscape(A4)
UNIT = 7.5  # half a line: every vertical distance is a multiple of it
LINE = 2 * UNIT
LEFT, RIGHT = 25 * mm, 24 * mm  # 20 mm for the holes, 5 mm of air
TOP, BOTTOM, HEAD_TOP = 27 * mm, 25 * mm, 17 * mm
WIDTH = PAGE_W - LEFT - RIGHT
COL = 41 * mm  # margin column: numbers and labels
TEXT = WIDTH - COL
LAND_LEFT = LAND_RIGHT = 20 * mm
LAND_TOP, LAND_BOTTOM = 34 * mm, 23 * mm  # the punched edge of a landscape sheet is its top
LAND_WIDTH = LAND_W - LAND_LEFT - LAND_RIGHT
STAMP_W, STAMP_H = 62 * mm, 38 * mm

INK = black
ACCENT = HexColor(0x14354F)  # reads as black on a copy
HAIR, THIN, THICK = 0.3, 0.75, 1.5  # full ink, never grey: grey turns to dots on a copier

REG, BOLD, ITAL, BOLD_ITAL = "SourceSans3", "SourceSans3-SemiBold", "SourceSans3-Italic", "SourceSans3-SemiBoldItalic"
FACES = {REG: "400Regular", BOLD: "600SemiBold", ITAL: "400Regular_Italic", BOLD_ITAL: "600SemiBold_Italic"}
NBSP, DASH = "\u00a0", "\u2013"


def register_fonts() -> None:
    folder = resource_root() / "static" / "fonts"
    for name, file in FACES.items():
        names = Typeface(f"{name}-Names", str(folder / f"NotoSansNames_{file}.ttf"), asciiReadable=False)
        pdfmetrics.registerFont(Typeface(name, str(folder / f"SourceSans3_{file}.ttf")).with_second(names))
    pdfmetrics.registerFontFamily(REG, normal=REG, bold=BOLD, italic=ITAL, boldItalic=BOLD_ITAL)


register_fonts()


def style(name: str, size: float, leading: float, **more: Any) -> ParagraphStyle:
    given = {
        "fontName": REG,
        "fontSize": size,
        "bulletFontName": REG,
        "leading": leading,
        "textColor": INK,
        "allowWidows": 0,
        "allowOrphans": 0,
    }
    return ParagraphStyle(name, **{**given, "splitLongWords": 1, **more})


NOTE = style("note", 8, 10)
CELL = style("cell", 9.5, 12)
BODY = style("text", 11, LINE, leftIndent=COL, spaceAfter=UNIT)
SUB = style("sub", 11, LINE, fontName=BOLD, leftIndent=COL, spaceBefore=UNIT)
HEADING = style("heading", 13, LINE, fontName=BOLD)
ANNEX = style("annex", 17, 22.5, fontName=BOLD)
TITLE = style("title", 23, 30, fontName=BOLD)
TITLE_LONG = style("title-long", 17, 22.5, fontName=BOLD)

MONTHS = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
TORN = (
    (re.compile(r"(?<=\d) (?=\d{3}\b)"), NBSP),
    (re.compile(r"(?<=\d) (?=(?:kr|tkr|mkr|kronor|%|procent|månader|timmar|år)\b|%)"), NBSP),
    (re.compile(rf" {DASH} "), f"{NBSP}{DASH} "),
    (re.compile(rf"\b(\d{{1,2}}) (?=(?:{MONTHS})\b)"), rf"\1{NBSP}"),
    (re.compile(rf"\b({MONTHS}) (?=\d{{4}}\b)"), rf"\1{NBSP}"),
    (re.compile(r"(?<![\w-])(\d{1,3}) (?=[a-zåäö])"), rf"\1{NBSP}"),
    (re.compile(r"(?<= )([iå]) (?=\w)"), rf"\1{NBSP}"),
)


def tidy(text: str) -> str:
    """Escaped for a Paragraph, with what must not be torn apart bound together: numbers and units, days and months."""
    text = printable(text)
    for torn, bound in TORN:
        text = torn.sub(bound, text)
    return escape(text)


def last_word(text: str) -> str:
    """No last line of one short word."""
    return re.sub(r" (\S{1,6})$", rf"{NBSP}\1", text)


MOST_BALANCED = 8
"""Lines: more of them are no title."""


def lines_of(text: str, st: ParagraphStyle, width: float) -> list[str]:
    """The whole of a text in lines that fit. A word too long for one is broken."""
    text = printable(text)
    if "\n" not in text and stringWidth(text, st.fontName, st.fontSize) <= width:
        return [text] if text else []
    return list(simpleSplit(break_long(text, st, width), st.fontName, st.fontSize, width))


def balanced(text: str, st: ParagraphStyle, width: float) -> list[str]:
    """A title in lines of even length: the narrowest measure that keeps their number."""
    lines = lines_of(text, st, width)
    if not 1 < len(lines) <= MOST_BALANCED:
        return lines
    text = " ".join(lines)
    low, high = width * 0.45, width
    while high - low > 2:
        middle = (low + high) / 2
        trial = simpleSplit(text, st.fontName, st.fontSize, middle)
        fits = len(trial) == len(lines) and all(stringWidth(t, st.fontName, st.fontSize) <= middle for t in trial)
        low, high = (low, middle) if fits else (middle, high)
    return list(simpleSplit(text, st.fontName, st.fontSize, high))


def unbroken(text: str, lines: list[str]) -> str:
    """What is read aloud instead of lines that break a word: the text. Nothing when they break none."""
    if len(lines) < 2:
        return ""
    text = printable(text)
    return "" if " ".join(lines).split() == text.split() else text


def break_long(text: str, st: ParagraphStyle, width: float) -> str:
    """Words wider than the measure in pieces that fit."""
    lines = (" ".join(" ".join(pieces(word, st, width)) for word in line.split(" ")) for line in text.split("\n"))
    return "\n".join(lines)


def pieces(word: str, st: ParagraphStyle, width: float) -> list[str]:
    """A word broken where a reader expects it: an address before its @, a time before its last day, others after dots and hyphens,
    else where the measure ends."""
    if stringWidth(word, st.fontName, st.fontSize) <= width:
        return [word]
    who, at, where = word.partition("@")
    if who and all(stringWidth(half, st.fontName, st.fontSize) <= width for half in (who, at + where)):
        return [who, at + where]
    first, dash, last = word.partition("–")
    if last and all(stringWidth(half, st.fontName, st.fontSize) <= width for half in (first + dash, last)):
        return [first + dash, last]
    lines, now = [], ""
    for part in re.findall(r"@?[^@._-]+[._-]*|[@._-]+", word):
        if now and stringWidth(now + part, st.fontName, st.fontSize) > width:
            lines.append(now)
            now = ""
        for sign in part:
            if now and stringWidth(now + sign, st.fontName, st.fontSize) > width:
                lines.append(now)
                now = ""
            now += sign
    return [*lines, now]


def text_at(
    canv: Any,
    x: float,
    y: float,
    text: str,
    font: str = REG,
    size: float = 8.0,
    *,
    color: Color = INK,
    anchor: str = "left",
    space: float = 0.0,
    node: Node | None = None,
) -> None:
    """A line of text. `node`: the element that it belongs to; decoration else."""
    text = printable(text).replace("\n", " ")
    if not text:
        return
    if canv._fillColorObj is not color:
        canv.setFillColor(color)
    canv.setFont(font, size)
    if anchor != "left":
        x -= stringWidth(text, font, size) * (1 if anchor == "right" else 0.5)
    canv.node = node
    canv.drawString(x, y, text, charSpace=space)
    canv.node = None


def rule(canv: Any, x1: float, y: float, x2: float, weight: float = HAIR, color: Color = INK) -> None:
    canv.setStrokeColor(color)
    canv.setLineWidth(weight)
    canv.setLineCap(0)
    canv.line(x1, y, x2, y)
