"""Tables: horizontal rules only, numbers to the right, a header that repeats, rows that never split."""

from __future__ import annotations

from typing import Any, NamedTuple
from xml.sax.saxutils import escape

from reportlab.lib.colors import white
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import CondPageBreak, Flowable, Paragraph, Table, TableStyle

from .. import elements as e
from ..words import in_table, starred
from . import page as p

MOST_LINES = 20
"""Lines of a cell: a row never splits, so it must go on a page."""
LONGEST_HEAD = 120
"""Characters of the name over a column."""


def cell(text: str, width: float, st: Any = p.CELL) -> Any:
    """A plain string when it fits on one line; a Paragraph, 2.5 times dearer, only when it must wrap."""
    text = p.clipped(text)
    if stringWidth(text, st.fontName, st.fontSize) <= width:
        return text
    words = [piece for word in text.split() for piece in p.pieces(word, st, width)]
    lines, now = [], ""
    for word in words:
        if now and stringWidth(f"{now} {word}", st.fontName, st.fontSize) > width:
            lines.append(now)
            now = word
        else:
            now = f"{now} {word}".strip()
    return Paragraph("<br/>".join(escape(line) for line in p.at_most([*lines, now], MOST_LINES)), st)


def base_style(rows: int, size: float, pad: float) -> list[Any]:
    return [
        ("FONT", (0, 0), (-1, -1), p.REG, size, size * 1.27),
        ("TEXTCOLOR", (0, 0), (-1, -1), p.INK),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("LEFTPADDING", (1, 0), (-1, -1), 6),
        ("TOPPADDING", (0, 0), (-1, -1), pad),
        ("BOTTOMPADDING", (0, 0), (-1, -1), pad + 1),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LINEBELOW", (0, 0), (-1, -1), p.HAIR, p.INK),
        ("FONT", (0, 0), (-1, 0), p.REG, 8, 9.5),
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        ("LINEBELOW", (0, 0), (-1, 0), p.THIN, p.ACCENT),
    ]


class Worded(NamedTuple):
    """A table in words: title and note, a head and a look a column, a kind and the words of its cells a row."""

    title: str
    note: str
    heads: tuple[str, ...]
    looks: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    plain: bool
    """Words in every column, and none added up: columns of equal width, set to the left."""


def worded(element: e.Table) -> Worded:
    columns = element.columns
    heads = [column.head for column in columns]
    for above in reversed(element.heads):
        at = 0
        for head in above:
            heads[at] = f"{head.text}\n{heads[at]}" if head.text else heads[at]
            at += head.span
    rows = tuple((row.kind, row_words(row, element)) for row in element.rows)
    plain = element.look == "plain"
    return Worded(element.title, element.note, tuple(heads), tuple(column.look for column in columns), rows, plain)


def row_words(row: e.Row, element: e.Table) -> tuple[str, ...]:
    words = [in_table(cell, element) for cell in row.cells]
    if row.mark:
        words[0] = f"{row.mark} {words[0]}".strip()
    return (*words, *("" for _ in range(len(element.columns) - len(words))))


def people(element: e.Table, everyone: tuple[e.Table, ...]) -> Table:
    """Organisation, contact, e-mail. Widths follow everybody's content, so that the tables share their columns."""
    rows = worded(element).rows
    shared = [words[1:] for table in everyone for _, words in worded(table).rows if any(words[1:])]
    blank = not any(any(words[1:]) for _, words in rows)
    heads = [column.head for column in element.columns]
    wish = [
        max([stringWidth(p.clipped(words[n]), p.REG, 9.5) + 11 for words in shared], default=p.TEXT / 3)
        for n in range(len(heads) - 1)
    ]
    least = [30 * mm, 26 * mm, 34 * mm]
    widths = shared_out(wish, least, p.TEXT)
    cells = [
        [cell(words[0], p.COL - 4), *(cell(text, width - 8) for text, width in zip(words[1:], widths, strict=True))]
        for _, words in rows
    ]
    commands = [*base_style(len(rows) + 1, 9.5, 5.2 if blank else 4.5), ("LEFTPADDING", (1, 0), (1, -1), 0)]
    if blank:
        commands.append(("LINEBEFORE", (2, 1), (3, -1), p.HAIR, p.INK))
    return Table([heads, *cells], colWidths=[p.COL, *widths], repeatRows=1, style=TableStyle(commands), hAlign="LEFT")


def shared_out(wish: list[float], least: list[float], whole: float) -> list[float]:
    """Column widths that sum to the whole: what each wants when there is room, else the widest gives way first."""
    widths = [max(a, b) for a, b in zip(wish, least, strict=True)]
    while sum(widths) > whole + 0.1:
        over = sum(widths) - whole
        n = max(range(len(widths)), key=lambda n: widths[n] - least[n])
        cut = min(over, max((widths[n] - least[n]) / 3, 1.0))
        if widths[n] - least[n] <= 0.01:
            return [whole * width / sum(widths) for width in widths]
        widths[n] -= cut
    spare = (whole - sum(widths)) / len(widths)
    return [width + spare for width in widths]


class Upward(Flowable):
    """A party's name read upwards, for tables with many columns."""

    def __init__(self, text: str, width: float, height: float):
        super().__init__()
        st = p.style("upward", 8, 9, fontName=p.REG)
        self.lines = simpleSplit(p.break_long(p.clipped(text, LONGEST_HEAD), st, height), p.REG, 8, height)[
            : max(1, int((width - 4) // 9))
        ]
        self.w, self.h = width - 6, height

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:
        self.width, self.height = self.w, self.h
        return self.w, self.h

    def draw(self) -> None:
        c = self.canv
        c.saveState()
        c.translate(self.w, 0)
        c.rotate(90)
        for number, line in enumerate(reversed(self.lines)):
            p.text_at(c, 0, 1.5 + number * 9, line)
        c.restoreState()


MOST_AMOUNTS = 13
"""Columns of money side by side; more are divided over several tables."""


def tables(element: e.Table, width: float, page_height: float) -> list[Any]:
    """The table as flowables; divided by columns when there are more parties than a sheet can hold."""
    story: list[Any] = []
    for part in divided(worded(element)):
        made = table(part, width, element.blank)
        height = made.wrap(width, 1e6)[1]
        story += [CondPageBreak(min(page_height - 1, height + 8) if height < page_height * 0.95 else 10 * p.LINE), made]
    return story


def divided(whole: Worded) -> list[Worded]:
    """Columns in portions: the text columns and the sum are in each."""
    money = [n for n, look in enumerate(whole.looks) if look == "amount"]
    if len(money) <= MOST_AMOUNTS:
        return [whole]
    lead = list(range(money[0]))
    parts = []
    for start in range(0, len(money), MOST_AMOUNTS - 1):
        columns = [*lead, *money[start : start + MOST_AMOUNTS - 1], len(whole.looks) - 1]
        parts.append(
            whole._replace(
                title=f"{whole.title} (del {start // (MOST_AMOUNTS - 1) + 1})",
                heads=tuple(whole.heads[n] for n in columns),
                looks=tuple(whole.looks[n] for n in columns),
                rows=tuple((kind, tuple(words[n] for n in columns)) for kind, words in whole.rows),
            )
        )
    return parts


def table(whole: Worded, width: float, blank: bool) -> Table:
    """One table. Party headings read upwards only when there are more than six, or when a word would have to be broken."""
    looks, money = whole.looks, whole.looks.count("amount")
    small = width < p.LAND_WIDTH - 1
    size = 9.5 if small else 8 if money > 6 else 9
    widths = column_widths(whole, width, small, size)
    first_amount = looks.index("amount") if money else len(looks)
    turned = money > 6 or any(
        stringWidth(word, p.REG, 8) > widths[n] - 6.5
        for n in range(first_amount, len(looks) - 1)
        for word in p.clipped(whole.heads[n], LONGEST_HEAD).split()
    )
    tall = min(
        33 * mm,
        max(
            (
                stringWidth(p.clipped(whole.heads[n], LONGEST_HEAD), p.REG, 8)
                for n in range(first_amount, len(looks) - 1)
            ),
            default=0,
        )
        + 3,
    )
    heads: list[Any] = [title(whole)]
    for n, (text, look) in enumerate(zip(whole.heads[1:], looks[1:], strict=True), 1):
        words = escape(p.clipped(text, LONGEST_HEAD)).replace("\n", "<br/>")
        heads.append(Upward(text, widths[n], tall) if turned and look == "amount" else Paragraph(words, p.HEAD_RIGHT))
    st = p.style("table-cell", size, size * 1.27)
    rows: list[list[Any]] = [heads]
    pad = (4.5 if small else 1.6) if not blank else (5.2 if small else 3.6)
    commands = base_style(0, size, pad)
    if not whole.plain:
        commands.append(("ALIGN", (1, 0), (-1, -1), "RIGHT"))
    if blank:
        commands += [
            ("LINEBEFORE", (1, 1), (len(looks) - 1, -1), p.HAIR, p.INK),
            ("RIGHTPADDING", (0, 0), (len(looks) - 2, -1), 4),
        ]
    for kind, texts in whole.rows:
        i = len(rows)
        commands += row_style(kind, i, size, not small)
        if kind == "row":
            rows.append(
                [
                    cell(text, room - (10 if n == 0 else 8), st)
                    for n, (text, room) in enumerate(zip(texts, widths, strict=True))
                ]
            )
        else:
            rows.append([p.printable(text) for text in texts])
    return Table(
        rows,
        colWidths=widths,
        repeatRows=1,
        style=TableStyle(commands),
        hAlign="LEFT",
        spaceBefore=p.UNIT,
        splitInRow=0,
    )


def row_style(kind: str, i: int, size: float, indented: bool) -> list[Any]:
    whole = ((0, i), (-1, i))
    bold = ("FONT", *whole, p.BOLD, size, size * 1.27)
    above = ("NOSPLIT", (0, max(i - 1, 1)), (-1, i))
    if kind == "group":
        return [
            bold,
            ("TOPPADDING", *whole, 6.5),
            ("SPAN", *whole),
            ("NOSPLIT", (0, i), (-1, i + 1)),
            ("LINEBELOW", *whole, 0, white),
        ]
    if kind == "sum":
        return [
            bold,
            above,
            ("LINEABOVE", *whole, p.THIN, p.ACCENT),
            ("LINEBELOW", *whole, p.THIN if not indented else p.HAIR, p.ACCENT),
        ]
    if kind == "total":
        lines = [("LINEABOVE", *whole, p.THICK, p.ACCENT), ("LINEBELOW", *whole, p.THIN, p.ACCENT)]
        return [bold, above, *lines, ("TOPPADDING", *whole, 4), ("BOTTOMPADDING", *whole, 5)]
    return [("LEFTPADDING", (0, i), (0, i), 3 * mm)] if indented else []


def column_widths(whole: Worded, width: float, small: bool, size: float) -> list[float]:
    looks, money = whole.looks, whole.looks.count("amount")
    if whole.plain:
        return [width / len(looks)] * len(looks)
    if small:
        first = min(width * 0.45, p.COL if money else width * 0.6)
        longest = max(
            (stringWidth(p.clipped(words[0]), p.REG, size) for kind, words in whole.rows if kind != "group"),
            default=0,
        )
        first = min(max(first, longest + 10), width * 0.42)
        return [first, *[(width - first) / (len(looks) - 1)] * (len(looks) - 1)]
    fixed = {"share": 15 * mm, "date": (26 if money < 5 else 18) * mm}
    lead = sum(fixed.get(look, 0) for look in looks)
    amount = min(40 * mm, max(13.6 * mm, (width - 51 * mm - lead) / (money + 1)))
    total = max(amount, (26 if money < 7 else 20) * mm)
    sizes = {**fixed, "amount": amount, "sum": total}
    rest = [sizes[look] for look in looks[1:]]
    return [width - sum(rest), *rest]


def title(whole: Worded) -> Any:
    """Title and note live in the head row: the tenth page of a long table still says what it counts, and in what."""
    if not whole.title and not whole.note:
        return p.printable(whole.heads[0])
    words = f'<font name="{p.BOLD}" size="11">{escape(p.printable(whole.title))}</font>'
    return Paragraph(words + (f"<br/>{escape(whole.note)}" if whole.note else ""), p.style("table-title", 8, 13))


def band(element: e.Band, width: float) -> Table:
    """«Total kostnad för insatsen», over the whole width."""
    commands = [
        ("FONT", (0, 0), (-1, -1), p.BOLD, 11, 14),
        ("ALIGN", (1, 0), (1, 0), "RIGHT"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("LINEABOVE", (0, 0), (-1, 0), p.THICK, p.ACCENT),
        ("LINEBELOW", (0, 0), (-1, 0), p.THICK, p.ACCENT),
    ]
    made = Table(
        [[p.printable(element.label), starred(element.cell, element.amounts)]],
        colWidths=[width - 60 * mm, 60 * mm],
        style=TableStyle(commands),
    )
    made.spaceBefore = made.spaceAfter = p.LINE
    made.hAlign = "LEFT"
    return made
