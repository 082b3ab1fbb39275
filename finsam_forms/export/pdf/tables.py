"""Tables: numbers to the right, a head that repeats, rows that go on where a page ends."""

from __future__ import annotations

from typing import Any, NamedTuple
from xml.sax.saxutils import escape

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Paragraph, Table, TableStyle

from .. import elements as e
from ..words import in_table, starred
from . import page as p
from .grid import Command, Grid, RowTable, longest_word, room_for_words, shared_out
from .heads import ST as HEAD
from .heads import heads
from .text import Labelled


class Worded(NamedTuple):
    """A table in words: title and note, a head and a look a column, a kind and the words of its cells a row."""

    title: str
    note: str
    heads: tuple[str, ...]
    looks: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    plain: bool
    """Words in every column, and none added up: set to the left."""


def worded(element: e.Table) -> Worded:
    columns = element.columns
    names = [in_table(column.head, element) for column in columns]
    for above in reversed(element.heads):
        at = 0
        for head in above:
            names[at] = f"{head.text}\n{names[at]}" if head.text else names[at]
            at += head.span
    rows = tuple((row.kind, row_words(row, element)) for row in element.rows)
    plain = element.look == "plain"
    return Worded(element.title, element.note, tuple(names), tuple(column.look for column in columns), rows, plain)


def row_words(row: e.Row, element: e.Table) -> tuple[str, ...]:
    words = [in_table(cell, element) for cell in row.cells]
    if row.mark:
        words[0] = f"{row.mark} {words[0]}".strip()
    return (*words, *("" for _ in range(len(element.columns) - len(words))))


FEW_PEOPLE = 6
"""Rows that stay together."""
LEAST_OF_PEOPLE = [27 * mm, 24 * mm, 34 * mm]


def people(element: e.Table, everyone: tuple[e.Table, ...]) -> RowTable:
    """Organisation, contact, e-mail. Widths follow everybody's content, so that the tables share their columns."""
    rows = worded(element).rows
    shared = [words[1:] for table in everyone for _, words in worded(table).rows if any(words[1:])]
    blank = not any(any(words[1:]) for _, words in rows)
    names = [in_table(column.head, element) for column in element.columns]
    wish = [
        max([stringWidth(p.printable(words[n]), p.REG, 9.5) + 11 for words in shared], default=p.TEXT / 3)
        for n in range(len(names) - 1)
    ]
    least = room_for_words(shared, LEAST_OF_PEOPLE, p.TEXT, p.CELL)
    widths = [p.COL, *shared_out(wish, least, p.TEXT)]
    grid = Grid(list(names), 9.5, 5.2 if blank else 4.5)
    grid.commands.append(("LEFTPADDING", (1, 0), (1, -1), 0))
    if blank:
        grid.commands.append(("LINEBEFORE", (2, 1), (3, -1), p.HAIR, p.INK))
    for _, words in rows:
        rooms = [p.COL - 4, *(width - 8 for width in widths[1:])]
        grid.add(words, rooms, p.CELL)
    grid.keep_last()
    made = grid.table(widths)
    made.whole = len(rows) <= FEW_PEOPLE
    return made


LABELS = 51 * mm
"""The column of labels on a sheet across, at least."""
LEAST_AMOUNT = 13.6 * mm
MOST_UPRIGHT = 6
"""Columns of money; over more of them, heads are read upwards."""


def tables(element: e.Table, width: float) -> list[Any]:
    """The table as flowables; divided by columns when there are more parties than a sheet can hold."""
    story: list[Any] = []
    for part in divided(worded(element), width):
        story += table(part, width, element.blank)
    return story


def divided(whole: Worded, width: float) -> list[Worded]:
    """Columns in portions: the text columns and the sum are in each."""
    money = [n for n, look in enumerate(whole.looks) if look == "amount"]
    most = most_amounts(whole, width)
    if len(money) <= most:
        return [whole]
    lead = list(range(money[0]))
    parts = []
    for number, start in enumerate(range(0, len(money), most - 1), 1):
        columns = [*lead, *money[start : start + most - 1], len(whole.looks) - 1]
        parts.append(
            whole._replace(
                title=f"{whole.title} (del {number})",
                heads=tuple(whole.heads[n] for n in columns),
                looks=tuple(whole.looks[n] for n in columns),
                rows=tuple((kind, tuple(words[n] for n in columns)) for kind, words in whole.rows),
            )
        )
    return parts


def most_amounts(whole: Worded, width: float) -> int:
    """Columns of money side by side: none of their sums is broken."""
    across = width > p.LAND_WIDTH - 1
    rest = width - (LABELS if across else p.COL) - sum(FIXED.get(look, 0) for look in whole.looks)
    return max(2, int((rest - max(20 * mm, widest(whole, "sum", 8))) // max(LEAST_AMOUNT, widest(whole, "amount", 8))))


def widest(whole: Worded, look: str, size: float) -> float:
    """The room that the amounts under such heads need. What could not be read may be broken."""
    columns = [n for n, found in enumerate(whole.looks) if found == look]
    texts = {words[n] for kind, words in whole.rows for n in columns if len(words[n]) <= LONGEST_AMOUNT}
    return max((stringWidth(p.printable(text), p.BOLD, size) for text in texts), default=0.0) + 8


LONGEST_AMOUNT = 24
"""Characters."""
FIXED = {"share": 15 * mm, "date": 18 * mm}


def table(whole: Worded, width: float, blank: bool) -> list[Any]:
    """One table, and under it the heads that there was no room for."""
    looks, money = whole.looks, whole.looks.count("amount")
    small = width < p.LAND_WIDTH - 1
    size = 9.5 if small else 8 if money > MOST_UPRIGHT else 9
    widths = column_widths(whole, width, small, size, blank)
    rooms = [room - (10 if blank else 6) for room in widths]
    names = heads(whole.heads, looks, rooms, title(whole), MOST_UPRIGHT)
    pad = (4.5 if small else 1.6) if not blank else (5.2 if small else 3.6)
    grid = Grid(names.cells, size, pad)
    if not whole.plain:
        grid.commands.append(("ALIGN", (1, 0), (-1, -1), "RIGHT"))
    if blank:
        grid.commands += [
            ("LINEBEFORE", (1, 1), (len(looks) - 1, -1), p.HAIR, p.INK),
            ("RIGHTPADDING", (0, 0), (len(looks) - 2, -1), 4),
        ]
    plain = p.style("table-cell", size, size * 1.27)
    bold = p.style("table-sum", size, size * 1.27, fontName=p.BOLD)
    for kind, texts in whole.rows:
        if kind == "group":
            found = grid.add(texts, [width] * len(texts), bold, ruled=False)
        else:
            rooms = [room - (10 if n == 0 else 7) for n, room in enumerate(widths)]
            st = plain if kind == "row" else bold
            found = grid.add(texts, rooms, st)
        grid.commands += row_style(kind, *found, size, not small)
    if whole.rows[-1:] and whole.rows[-1][0] == "row":
        grid.keep_last()
    told = [Labelled.make(p.tidy(text), UNDER if small else UNDER_ACROSS) for text in names.told]
    return [grid.table(widths, spaceBefore=p.UNIT), *told]


UNDER_ACROSS = p.style("under-table", 8, 10, spaceBefore=3)
UNDER = p.style("under-table", 8, 10, spaceBefore=3, leftIndent=p.COL)


def row_style(kind: str, first: int, last: int, size: float, indented: bool) -> list[Command]:
    whole = ((0, first), (-1, last))
    bold = ("FONT", *whole, p.BOLD, size, size * 1.27)
    above = ("NOSPLIT", (0, max(first - 1, 1)), (-1, first))
    if kind == "group":
        top = ("TOPPADDING", (0, first), (-1, first), 6.5)
        return [bold, top, ("SPAN", *whole), ("NOSPLIT", (0, first), (-1, last + 1))]
    if kind == "sum":
        return [
            bold,
            above,
            ("LINEABOVE", (0, first), (-1, first), p.THIN, p.ACCENT),
            ("LINEBELOW", (0, last), (-1, last), p.THIN if not indented else p.HAIR, p.ACCENT),
        ]
    if kind == "total":
        return [
            bold,
            above,
            ("LINEABOVE", (0, first), (-1, first), p.THICK, p.ACCENT),
            ("LINEBELOW", (0, last), (-1, last), p.THIN, p.ACCENT),
            ("TOPPADDING", (0, first), (-1, first), 4),
            ("BOTTOMPADDING", (0, last), (-1, last), 5),
        ]
    return [("LEFTPADDING", (0, first), (0, last), 3 * mm)] if indented else []


def column_widths(whole: Worded, width: float, small: bool, size: float, blank: bool) -> list[float]:
    looks, money = whole.looks, whole.looks.count("amount")
    if whole.plain:
        return plain_widths(whole, width, blank)
    if small:
        first = min(width * 0.45, p.COL if money else width * 0.6)
        longest = max(
            (stringWidth(p.printable(words[0]), p.REG, size) for kind, words in whole.rows if kind != "group"),
            default=0,
        )
        upright = longest_word(iter(whole.heads[1:]), HEAD) + (11 if blank else 7)
        spare = width - upright * (len(looks) - 1)
        first = min(max(first, longest + 10), width * 0.42, spare if spare > p.COL * 0.8 else width)
        return [first, *[(width - first) / (len(looks) - 1)] * (len(looks) - 1)]
    fixed = FIXED | {"date": (26 if money < 5 else 18) * mm}
    lead = sum(fixed.get(look, 0) for look in looks)
    needed = widest(whole, "amount", size)
    amount = min(40 * mm, max(LEAST_AMOUNT, needed, (width - LABELS - lead) / (money + 1)))
    total = max(amount, (26 if money < 7 else 20) * mm, widest(whole, "sum", size))
    if LABELS + lead + money * amount + total > width:
        amount = max(LEAST_AMOUNT, needed, (width - LABELS - lead - total) / money)
    sizes = {**fixed, "amount": amount, "sum": total}
    rest = [sizes[look] for look in looks[1:]]
    return [width - sum(rest), *rest]


def plain_widths(whole: Worded, width: float, blank: bool) -> list[float]:
    """Equal on a blank form; else what the answers ask for, no column much narrower than the others."""
    count = len(whole.looks)
    if blank or count == 1:
        return [width / count] * count
    rows = [whole.heads, *(words for _, words in whole.rows)]
    wish = [
        min(max(stringWidth(p.printable(row[n]), p.REG, 9.5) for row in rows) + 11, width / 2) for n in range(count)
    ]
    least = room_for_words(rows, [width / count / 2] * count, width, p.CELL)
    return shared_out(wish, least, width)


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
