"""Tables: numbers to the right, a head that repeats, rows that go on where a page ends."""

from __future__ import annotations

from itertools import groupby
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Paragraph, Table, TableStyle

from .. import elements as e
from ..words import in_table, link, starred
from . import page as p
from .grid import Cell, Command, Grid, RowTable, Said, longest_word, room_for_words, shared_out, tell
from .heads import ST as HEAD
from .heads import heads
from .structure import Node, heading, linked, scoped
from .text import Labelled


class RowWords(NamedTuple):
    """The words of a row, and the cells that they are of; fewer cells when they take several columns."""

    kind: str
    words: tuple[str, ...]
    cells: tuple[e.Cell, ...]


class Over(NamedTuple):
    """What stands over a column, together with its neighbours of the same number."""

    number: int
    text: str


class Worded(NamedTuple):
    """A table in words: title and note, a head and a look a column, a kind and the words of its cells a row."""

    title: str
    note: str
    heads: tuple[str, ...]
    """Of each column: what stands over it and its neighbours, if it is the first of them, then its own, a line each."""
    over: tuple[tuple[Over, ...], ...]
    """The rows of heads over the columns' own, from the top: a head for each column."""
    looks: tuple[str, ...]
    rows: tuple[RowWords, ...]
    plain: bool
    """Words in every column, and none added up: set to the left."""
    level: int
    """Of the title among the headings."""


def worded(element: e.Table) -> Worded:
    columns = element.columns
    names = [in_table(column.head, element) for column in columns]
    for above in reversed(element.heads):
        at = 0
        for head in above:
            names[at] = f"{head.text}\n{names[at]}" if head.text else names[at]
            at += head.span
    over = tuple(
        tuple(Over(number, head.text) for number, head in enumerate(above) for _ in range(head.span))
        for above in element.heads
    )
    return Worded(
        element.title,
        element.note,
        tuple(names),
        over,
        tuple(column.look for column in columns),
        tuple(line_of(row, element) for row in element.rows),
        element.look == "plain",
        element.level,
    )


def line_of(row: e.Row, element: e.Table) -> RowWords:
    words = [in_table(cell, element) for cell in row.cells]
    if row.mark:
        words[0] = f"{row.mark} {words[0]}".strip()
    rest = len(element.columns) - len(words)
    return RowWords(row.kind, (*words, *("",) * rest), (*row.cells, *(e.Cell(),) * rest))


ROW = scoped("Row")


class TableNodes:
    """A table in the structure of the document: its heads, and a row of cells after the other."""

    def __init__(self, whole: Worded):
        self.node = Node("Table")
        self.title, self.note = heading(whole.level), Node("P")
        above = self.node.below("THead")
        self.body = self.node.below("TBody")
        self.heads: list[tuple[Node, ...]] = [()] * len(whole.heads)
        """Of each column, from the top."""
        for row in whole.over:
            tr, before = above.below("TR"), 0
            for (_, text), same in groupby(row):
                span = len(list(same))
                th = tr.below("TH", attributes=scoped("Column", span))
                if text:
                    self.heads[before] += (th,)
                before += span
        tr = above.below("TR")
        for n in range(len(whole.heads)):
            self.heads[n] += (tr.below("TH", attributes=scoped("Column")),)

    def add(self, line: RowWords) -> list[Cell]:
        """A row, and its cells. The first of a group takes all columns."""
        whole = line.kind == "group"
        head = Node("TH", attributes=scoped("Row", len(line.words)) if whole else ROW)
        nodes = [head, *(Node("TD") for _ in line.words[1:])]
        self.body.below("TR").add(*(nodes[:1] if whole else nodes))
        made = []
        for node, words, cell in zip(nodes, line.words, line.cells, strict=True):
            to = link(cell)
            made.append(Cell(linked(node, to), words, to))
        return made


FEW_PEOPLE = 6
"""Rows that stay together."""
LEAST_OF_PEOPLE = [27 * mm, 24 * mm, 34 * mm]


def people(element: e.Table, everyone: tuple[e.Table, ...]) -> RowTable:
    """Organisation, contact, e-mail. Widths follow everybody's content, so that the tables share their columns."""
    whole = worded(element)
    rows, made_of = whole.rows, TableNodes(whole)
    shared = [row.words[1:] for table in everyone for row in worded(table).rows if any(row.words[1:])]
    blank = not any(any(row.words[1:]) for row in rows)
    names = [in_table(column.head, element) for column in element.columns]
    wish = [
        max([stringWidth(p.printable(words[n]), p.REG, 9.5) + 11 for words in shared], default=p.TEXT / 3)
        for n in range(len(names) - 1)
    ]
    least = room_for_words(shared, LEAST_OF_PEOPLE, p.TEXT, p.CELL)
    widths = [p.COL, *shared_out(wish, least, p.TEXT)]
    heads = [Said.by(node, name) for (*_, node), name in zip(made_of.heads, names, strict=True)]
    grid = Grid(heads, 9.5, 5.2 if blank else 4.5)
    grid.commands.append(("LEFTPADDING", (1, 0), (1, -1), 0))
    if blank:
        grid.commands.append(("LINEBEFORE", (2, 1), (3, -1), p.HAIR, p.INK))
    for row in rows:
        rooms = [p.COL - 4, *(width - 8 for width in widths[1:])]
        grid.add(made_of.add(row), rooms, p.CELL)
    grid.keep_last()
    made = grid.table(widths)
    made.nodes = (made_of.node,)
    made.whole = len(rows) <= FEW_PEOPLE
    return made


LABELS = 51 * mm
"""The column of labels on a sheet across, at least."""
LEAST_AMOUNT = 13.6 * mm
SUM = "sum"
"""How the column of sums looks, the last where there is one."""
MOST_UPRIGHT = 6
"""Columns of money; over more of them, heads are read upwards."""


def tables(element: e.Table, width: float) -> list[Any]:
    """The table as flowables; divided by columns when there are more parties than a sheet can hold."""
    story: list[Any] = []
    for part in divided(worded(element), width):
        story += table(part, width, element.blank)
    return story


def divided(whole: Worded, width: float) -> list[Worded]:
    """Columns in portions: the text columns are in each, and the sum where there is one."""
    money = bundles(whole.looks)
    most = most_amounts(whole, width)
    if len(money) <= most:
        return [whole]
    lead, last = list(range(money[0][0])), [len(whole.looks) - 1] if SUM in whole.looks[-1:] else []
    step = most - len(last)
    parts = []
    for number, start in enumerate(range(0, len(money), step), 1):
        columns = [*lead, *(n for one in money[start : start + step] for n in one), *last]
        parts.append(
            whole._replace(
                title=f"{whole.title} (del {number})",
                heads=tuple(whole.heads[n] for n in columns),
                over=tuple(tuple(row[n] for n in columns) for row in whole.over),
                looks=tuple(whole.looks[n] for n in columns),
                rows=tuple(some(row, columns) for row in whole.rows),
            )
        )
    return parts


def bundles(looks: tuple[str, ...]) -> list[list[int]]:
    """The columns of amounts, each with the shares that stand after it and are of it."""
    found: list[list[int]] = []
    for n, look in enumerate(looks):
        if look == "amount":
            found.append([n])
        elif look == "share" and found and n - 1 == found[-1][-1]:
            found[-1].append(n)
    return found


def some(row: RowWords, columns: list[int]) -> RowWords:
    return RowWords(row.kind, tuple(row.words[n] for n in columns), tuple(row.cells[n] for n in columns))


def most_amounts(whole: Worded, width: float) -> int:
    """Columns of money side by side: none of their sums is broken."""
    across = width > p.LAND_WIDTH - 1
    money = bundles(whole.looks)
    lead = whole.looks[: money[0][0]] if money else whole.looks
    rest = width - (LABELS if across else p.COL) - sum(FIXED.get(look, 0) for look in lead)
    beside = max((len(one) - 1 for one in money), default=0) * FIXED["share"]
    each = max(LEAST_AMOUNT, widest(whole, "amount", 8)) + beside
    total = max(20 * mm, widest(whole, SUM, 8)) if SUM in whole.looks else 0
    return max(2, int((rest - total) // each))


def widest(whole: Worded, look: str, size: float) -> float:
    """The room that the amounts under such heads need. What could not be read may be broken."""
    columns = [n for n, found in enumerate(whole.looks) if found == look]
    texts = {row.words[n] for row in whole.rows for n in columns if len(row.words[n]) <= LONGEST_AMOUNT}
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
    made_of = TableNodes(whole)
    names = heads(whole.heads, made_of.heads, looks, rooms, title(whole, made_of), MOST_UPRIGHT)
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
    for row in whole.rows:
        kind, cells = row.kind, made_of.add(row)
        if kind == "group":
            found = grid.add(cells, [width] * len(cells), bold, ruled=False)
        else:
            rooms = [room - (10 if n == 0 else 7) for n, room in enumerate(widths)]
            st = plain if kind == "row" else bold
            found = grid.add(cells, rooms, st)
        grid.commands += row_style(kind, *found, size, not small)
    if whole.rows and whole.rows[-1].kind == "row":
        grid.keep_last()
    told = [Labelled.make(p.tidy(text), UNDER if small else UNDER_ACROSS) for text in names.told]
    made = grid.table(widths, spaceBefore=p.UNIT)
    made.nodes = (made_of.title, made_of.note, made_of.node)
    return [made, *told]


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
            (stringWidth(p.printable(row.words[0]), p.REG, size) for row in whole.rows if row.kind != "group"),
            default=0,
        )
        upright = longest_word(iter(whole.heads[1:]), HEAD) + (11 if blank else 7)
        spare = width - upright * (len(looks) - 1)
        first = min(max(first, longest + 10), width * 0.42, spare if spare > p.COL * 0.8 else width)
        return [first, *side_by_side(whole, width - first, size, 11 if blank else 7)]
    fixed = FIXED | {"date": (26 if money < 5 else 18) * mm}
    lead = sum(fixed.get(look, 0) for look in looks)
    needed = widest(whole, "amount", size)
    amount = min(40 * mm, max(LEAST_AMOUNT, needed, (width - LABELS - lead) / (money + 1)))
    total = max(amount, (26 if money < 7 else 20) * mm, widest(whole, SUM, size))
    if LABELS + lead + money * amount + total > width:
        amount = max(LEAST_AMOUNT, needed, (width - LABELS - lead - total) / money)
    sizes = {**fixed, "amount": amount, SUM: total}
    rest = [sizes[look] for look in looks[1:]]
    return [width - sum(rest), *rest]


def side_by_side(whole: Worded, width: float, size: float, pad: float) -> list[float]:
    """Columns as wide as each other, unless the words over one of them then lie down though there is room for all upright."""
    count = len(whole.looks) - 1
    needs = [
        max(
            longest_word(iter((head,)), HEAD),
            *(stringWidth(p.printable(row.words[n]), p.BOLD, size) for row in whole.rows),
            0,
        )
        + pad
        for n, head in enumerate(whole.heads[1:], 1)
    ]
    spare = (width - sum(needs)) / count
    if spare < 0 or max(needs) <= width / count:
        return [width / count] * count
    return [need + spare for need in needs]


def plain_widths(whole: Worded, width: float, blank: bool) -> list[float]:
    """Equal on a blank form; else what the answers ask for, no column much narrower than the others."""
    count = len(whole.looks)
    if blank or count == 1:
        return [width / count] * count
    if count > MOST_TICKS + 2 and whole.looks.count("tick") > MOST_TICKS:
        return beside_ticks(whole.looks, width)
    rows = [whole.heads, *(row.words for row in whole.rows)]
    wish = [
        min(max(stringWidth(p.printable(row[n]), p.REG, 9.5) for row in rows) + 11, width / 2) for n in range(count)
    ]
    least = room_for_words(rows, [width / count / 2] * count, width, p.CELL)
    return shared_out(wish, least, width)


MOST_TICKS = 6
"""Columns of boxes that have room for their heads upright."""
LEAST_BESIDE_TICKS = 22 * mm


def beside_ticks(looks: tuple[str, ...], width: float) -> list[float]:
    """Columns of boxes are equal and narrow, their heads read upwards; the others share what they leave."""
    others = len(looks) - looks.count("tick")
    tick = min((width - others * LEAST_BESIDE_TICKS) / looks.count("tick"), 12 * mm)
    other = (width - tick * looks.count("tick")) / others
    return [tick if look == "tick" else other for look in looks]


def title(whole: Worded, made_of: TableNodes) -> Any:
    """Title and note live in the head row: the tenth page of a long table still says what it counts, and in what."""
    if not whole.title and not whole.note:
        return Said.by(made_of.heads[0][-1], p.printable(whole.heads[0]))
    return TableTitle(whole.title, whole.note, made_of)


TITLE = p.style("table-title", 8, 13)


class TableTitle(Flowable):
    """A title and the note under it: one paragraph to the eye, a heading and a paragraph before the table to who hears it."""

    def __init__(self, title: str, note: str, made_of: TableNodes):
        super().__init__()
        words = [f'<font name="{p.BOLD}" size="11">{escape(p.printable(title))}</font>']
        words += [escape(note)] if note else []
        self.whole = Paragraph("<br/>".join(words), TITLE)
        self.parts = [
            (Paragraph(said, TITLE), node) for said, node in zip(words, (made_of.title, made_of.note), strict=False)
        ]

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:
        self.width, self.height = self.whole.wrap(aw, ah)
        return self.width, self.height

    def draw(self) -> None:
        c, y = self.canv, self.height - ascent(self.whole)
        for part, node in self.parts:
            _, tall = part.wrap(self.width, self.height)
            c.node = c.first(node)
            part.drawOn(c, 0, y - tall + ascent(part))
            c.node = None
            y -= tall


def ascent(paragraph: Paragraph) -> float:
    """From the top of a paragraph that is broken in lines to the baseline of the first, as ReportLab draws it."""
    broken = paragraph.blPara
    return float((broken if broken.kind == 0 else broken.lines[0]).fontSize)


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
    node = Node("P")
    words = (p.printable(element.label), starred(element.cell, element.amounts))
    made = Table(
        [[Said.by(node.below("Span"), one) for one in words]],
        colWidths=[width - 60 * mm, 60 * mm],
        style=TableStyle(commands),
        renderCB=tell,
    )
    made.nodes = (node,)
    made.spaceBefore = made.spaceAfter = p.LINE
    made.hAlign = "LEFT"
    return made
