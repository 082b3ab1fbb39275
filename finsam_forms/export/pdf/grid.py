"""The rows of a table: horizontal rules only. A row that would be too tall goes on in new ones, with no rule between them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Table, TableStyle

from . import page as p

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

    def add(self, texts: tuple[str, ...], rooms: list[float], st: Any, *, ruled: bool = True) -> tuple[int, int]:
        """A row, and the numbers of the first and last of those that it became. `rooms`: the width of each text."""
        cells, first = [cell_lines(text, st, room) for text, room in zip(texts, rooms, strict=True)], len(self.rows)
        smaller = list(in_small_type(texts, cells, rooms))
        for column, set_small in smaller:
            cells[column] = set_small
        lines = max(map(len, cells))
        if lines <= MOST_LINES:
            self.rows.append(["\n".join(one) for one in cells])
        else:
            for start in range(0, lines, PIECE):
                self.rows.append(["\n".join(one[start : start + PIECE]) for one in cells])
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
        return RowTable(self.rows, colWidths=widths, repeatRows=1, style=style, hAlign="LEFT", splitInRow=0, **more)


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
