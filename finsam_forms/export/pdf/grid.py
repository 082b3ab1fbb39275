"""The rows of a table: horizontal rules only. A row that would be too tall goes on in new ones, with no rule between them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Table, TableStyle

from . import page as p
from .structure import Node

MOST_LINES = 10
"""Of a row that is not parted."""
PIECE = 6
"""Lines of each part of one that is."""
Command = tuple[Any, ...]


def cell_lines(text: str, st: Any, width: float) -> list[str]:
    """All of a cell, in lines that fit."""
    text = p.printable(text)
    if stringWidth(text, st.fontName, st.fontSize) <= width:
        return [text]
    lines, now = [], ""
    for piece in (piece for word in text.split() for piece in p.pieces(word, st, width)):
        if now and stringWidth(f"{now} {piece}", st.fontName, st.fontSize) > width:
            lines.append(now)
            now = piece
        else:
            now = f"{now} {piece}".strip()
    return [*lines, now]


SMALL = p.style("cell-small", 8, 10)


def in_small_type(
    texts: tuple[str, ...], cells: list[list[str]], rooms: list[float]
) -> Iterator[tuple[int, list[str]]]:
    """The columns where an address is broken more than once, and less so in small type."""
    for n, (text, lines) in enumerate(zip(texts, cells, strict=True)):
        if len(lines) > 2 and "@" in text and " " not in text:
            small = cell_lines(text, SMALL, rooms[n])
            if len(small) < len(lines):
                yield n, small


class Grid:
    """Rows of cells, each cell as its lines, and the commands that say how they look."""

    def __init__(self, heads: list[Any], size: float, pad: float):
        """`heads`: a cell of words or a flowable a column."""
        self.rows: list[list[Any]] = [heads]
        self.ends: list[int] = []
        """Where a hairline stands."""
        self.commands: list[Command] = [
            ("FONT", (0, 0), (-1, -1), p.REG, size, size * 1.27),
            ("TEXTCOLOR", (0, 0), (-1, -1), p.INK),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("LEFTPADDING", (1, 0), (-1, -1), 6),
            ("TOPPADDING", (0, 0), (-1, -1), pad),
            ("BOTTOMPADDING", (0, 0), (-1, -1), pad + 1),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("FONT", (0, 0), (-1, 0), p.REG, 8, 9.5),
            ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
            ("LINEBELOW", (0, 0), (-1, 0), p.THIN, p.ACCENT),
        ]

    def add(self, said: list[Cell], rooms: list[float], st: Any, *, ruled: bool = True) -> tuple[int, int]:
        """A row, and the numbers of the first and last of those that it became. `rooms`: the width of each text."""
        texts = tuple(one.words for one in said)
        cells, first = [cell_lines(text, st, room) for text, room in zip(texts, rooms, strict=True)], len(self.rows)
        smaller = list(in_small_type(texts, cells, rooms))
        for column, set_small in smaller:
            cells[column] = set_small
        for one, some in zip(said, cells, strict=True):
            one.node.actual = p.unbroken(one.words, some)
        lines = max(map(len, cells))
        if lines <= MOST_LINES:
            self.rows.append([one.said_as(some) for one, some in zip(said, cells, strict=True)])
        else:
            for start in range(0, lines, PIECE):
                self.rows.append(
                    [one.said_as(some[start : start + PIECE]) for one, some in zip(said, cells, strict=True)]
                )
            last = len(self.rows) - 1
            self.commands += [
                ("TOPPADDING", (0, first + 1), (-1, last), 0),
                ("BOTTOMPADDING", (0, first), (-1, last - 1), 0),
            ]
        last = len(self.rows) - 1
        self.commands += [("FONT", (n, first), (n, last), p.REG, SMALL.fontSize, SMALL.leading) for n, _ in smaller]
        if ruled:
            self.ends.append(last)
        return first, last

    def hairlines(self) -> Iterator[Command]:
        """As few commands as there can be."""
        start = before = None
        for row in self.ends:
            if before is None or row != before + 1:
                if start is not None:
                    yield ("LINEBELOW", (0, start), (-1, before), p.HAIR, p.INK)
                start = row
            before = row
        if start is not None:
            yield ("LINEBELOW", (0, start), (-1, before), p.HAIR, p.INK)

    def keep_last(self, rows: int = 2) -> None:
        """The last of them do not go on another page one by one."""
        if len(self.rows) > rows + 1:
            self.commands.append(("NOSPLIT", (0, len(self.rows) - rows), (-1, len(self.rows) - 1)))

    def table(self, widths: list[float], **more: Any) -> RowTable:
        style = TableStyle([*self.hairlines(), *self.commands])
        look = {"repeatRows": 1, "style": style, "hAlign": "LEFT", "splitInRow": 0, "renderCB": tell}
        return RowTable(self.rows, colWidths=widths, **look, **more)


class Cell(NamedTuple):
    """The words of a cell, the element that they belong to, and where a link leads from them."""

    node: Node
    words: str
    address: str = ""

    def said_as(self, lines: list[str]) -> str:
        """Some of its words, or all. A row that became several has one element for all that stands in a column of it."""
        words = "\n".join(lines)
        return Said.by(self.node, words, self.address) if words else words


class Said(str):
    """Words that know their element when ReportLab draws them."""

    __slots__ = ("address", "node")

    node: Node
    address: str

    @classmethod
    def by(cls, node: Node, words: str, address: str = "") -> Said:
        made = cls(words)
        made.node, made.address = node, address
        return made


def tell(table: Any, what: str, *about: Any) -> None:
    """Whose words are drawn: told to the canvas as ReportLab comes to each cell. A head on another page is there for the eye."""
    if what == "startCell":
        row, _, cell, _, (x, y), (wide, high) = about
        if isinstance(cell, Said):
            table.canv.node = table.canv.first(cell.node) if row < table.repeatRows else cell.node
            if cell.address:
                table.canv.link(cell.node, cell.address, (x, y, x + wide, y + high))
    elif what == "endCell":
        table.canv.node = None


class RowTable(Table):
    """A table that is not split when a page can hold it, and otherwise only where at least some rows are left."""

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:
        wide, tall = super().wrap(aw, ah)
        return float(wide), float(tall)

    whole = True

    @property
    def beginning(self) -> float:
        return float(sum(self._rowHeights[:FEW]))


FEW = 5
"""Rows that begin a table at the foot of a page, its head among them."""


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


def room_for_words(cells: list[tuple[str, ...]], base: list[float], whole: float, st: Any) -> list[float]:
    """The least width of each column: its longest word unbroken, or addresses on two lines. When there is no room for all, those
    that ask for little get it."""
    spare = whole - sum(base)
    for parted in (False, True):
        longest = (longest_word((row[n] for row in cells), st, parted=parted) for n in range(len(base)))
        extra = [max(wide + 9 - least, 0) for wide, least in zip(longest, base, strict=True)]
        if sum(extra) <= spare:
            break
    widths = list(base)
    for n in sorted(range(len(base)), key=lambda n: extra[n]):
        more = min(extra[n], spare)
        widths[n] += more
        spare -= more
    return widths


LONGEST_WORD = 60
"""Characters: what is longer than that is no word to give a column its width."""


def longest_word(texts: Iterator[str], st: Any, *, parted: bool = False) -> float:
    """Its width. `parted`: an address may be broken before its @."""
    words = {word for text in texts for word in text.split()}
    if parted:
        words = {half for word in words for half in (word.partition("@")[0], word[max(word.find("@"), 0) :])}
    wide = (stringWidth(p.printable(word), st.fontName, st.fontSize) for word in words if len(word) <= LONGEST_WORD)
    return max(wide, default=0.0)
