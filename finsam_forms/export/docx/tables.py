"""Tables: a head that every page repeats, numbers to the right, sums on lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from ...core.unit import KR
from .. import elements as e
from ..anchors import path_kept, seal
from ..words import in_table
from . import measure as m
from .pen import Pen, in_cell
from .rows import BOLD, after_table, border, cell, grid, row, stays_whole
from .xml import paragraph, quoted, run

TITLE, PLAIN, SMALL, SMALLER = 10.0, 9.0, 8.5, 7.5
PAD = 130
"""Twentieths of a point beside the words of a cell."""
LEAST_AMOUNT = m.mm(13.6)
LABELS = m.mm(51)
"""The column of labels on a sheet across, at least."""
MOST_UPRIGHT = 6
"""Columns of money; over more of them the type is smaller."""
TURNED_HEIGHT = m.mm(40)
MOST_TITLE = 4
"""Lines of a title over its labels; one of more stands over all the columns."""
LONGEST_AMOUNT = 24
LONGEST_WORD = 48
"""Characters: what is longer is no amount and no word, and may be broken."""


class Part(NamedTuple):
    """The columns of a table that stand side by side, by number, and what this part is called."""

    columns: tuple[int, ...]
    title: str
    widths: tuple[int, ...]
    size: float


def table(element: e.Table, pen: Pen) -> str:
    """Divided by columns when there are more of them than the page can hold."""
    said = [[in_table(one, element) for one in line.cells] for line in element.rows]
    return "".join(one_part(part, element, said, pen) + after_table() for part in parts(element, said, pen))


def one_part(part: Part, element: e.Table, said: list[list[str]], pen: Pen) -> str:
    made = [*heads(part, element, pen)]
    for line, words in zip(element.rows, said, strict=True):
        made.append(body(line, words, part, element, pen))
    return grid(part.widths, made, "Finsamtabell", quoted(part.title))


def parts(element: e.Table, said: list[list[str]], pen: Pen) -> Iterator[Part]:
    """Columns in portions: those before the money and the sum are in each."""
    columns = range(len(element.columns))
    money = [n for n in columns if element.columns[n].look == "amount"]
    size, needs, most = fitting(element, money, said, pen)
    if len(money) <= most or element.look != "ledger":
        every = tuple(columns)
        yield Part(every, element.title, widths(every, needs, element, said, size, pen), size)
        return
    lead = [n for n in columns if n < money[0]]
    last = [n for n in columns if n > money[-1]]
    for number, start in enumerate(range(0, len(money), most), 1):
        chosen = (*lead, *money[start : start + most], *last)
        title = f"{element.title} (del {number})".strip()
        yield Part(chosen, title, widths(chosen, needs, element, said, size, pen), size)


def fitting(element: e.Table, money: list[int], said: list[list[str]], pen: Pen) -> tuple[float, list[int], int]:
    """The size of the type, the least widths of the columns in it, and how many columns of money a sheet holds: in the largest type
    that no amount and no address is broken in, and that needs no second sheet."""
    for size in sizes(element, money, pen):
        needs = [need(n, element, said, size) for n in range(len(element.columns))]
        others = sum(wide for n, wide in enumerate(needs) if n not in money and n)
        first = LABELS if pen.land else pen.column
        widest = max((needs[n] for n in money), default=LEAST_AMOUNT)
        most = max(1, (pen.width - first - others) // max(LEAST_AMOUNT, widest))
        if len(money) <= most and (element.look != "people" or pen.column + others <= pen.width):
            break
    return size, needs, most


def sizes(element: e.Table, money: list[int], pen: Pen) -> Sequence[float]:
    """Those that a table may have, the largest first."""
    if pen.land:
        return (SMALLER,) if len(money) > MOST_UPRIGHT else (SMALL,)
    return (PLAIN, SMALL, SMALLER) if element.look in ("ledger", "people") else (PLAIN,)


def need(column: int, element: e.Table, said: list[list[str]], size: float) -> int:
    """The least width of a column: its longest amount unbroken, or its longest word."""
    texts = [words[column] for words in said if column < len(words)]
    counted = element.columns[column].look in ("amount", "sum", "share", "date")
    pieces = texts if counted else [word for text in texts for word in text.split()]
    most = LONGEST_AMOUNT if counted else LONGEST_WORD
    wider = m.WIDER_BOLD_FIGURES if counted else m.WIDER
    longest = round(wider * max((m.width_of(one, size) for one in pieces if len(one) <= most), default=0))
    if element.columns[column].look == "sum":  # its head is never turned
        longest = max(longest, head_word(element.columns[column], element, 8))
    return max(longest + PAD, LEAST_AMOUNT)


def widths(
    chosen: tuple[int, ...], needs: list[int], element: e.Table, said: list[list[str]], size: float, pen: Pen
) -> tuple[int, ...]:
    if element.look == "ledger":
        return ledger_widths(chosen, needs, element, said, size, pen)
    count = len(chosen)
    if element.look == "people":
        rest = [content(n, said, size) for n in chosen[1:]]
        least = [needs[n] for n in chosen[1:]]
        return pen.column, *m.shared_out(rest, least, pen.width - pen.column)
    if element.blank or count == 1:
        return tuple(m.shared_out([1] * count, [pen.width // count] * count, pen.width))
    wish = [max(content(n, said, size), head_word(element.columns[n], element, 8)) for n in chosen]
    least = [max(min(needs[n], pen.width // count), pen.width // count // 2) for n in chosen]
    return tuple(m.shared_out(wish, least, pen.width))


def ledger_widths(
    chosen: tuple[int, ...], needs: list[int], element: e.Table, said: list[list[str]], size: float, pen: Pen
) -> tuple[int, ...]:
    """The labels get what they ask for as far as the others have room: heads unbroken, if they can be, and amounts always."""
    least = [needs[n] for n in chosen[1:]]
    heads = [head_word(element.columns[n], element, 8) + PAD for n in chosen[1:]]
    wish = [min(max(pair), m.mm(40)) for pair in zip(least, heads, strict=True)]
    lowest = LABELS if pen.land else pen.column
    labels = max(lowest, longest_label(said, size))
    if labels + sum(wish) > pen.width:
        labels = max(lowest, pen.width - sum(wish))
    room = pen.width - labels
    if sum(wish) > room:
        wish = m.shared_out(wish, least, max(room, sum(least)))
    money = [place for place, n in enumerate(chosen[1:]) if element.columns[n].look in ("amount", "sum")]
    spare = max(room - sum(wish), 0)
    for place in money:  # even columns, no wider than they need to be to look so
        more = min(spare // len(money), max(m.mm(34) - wish[place], 0))
        wish[place] += more
    return pen.width - sum(wish), *wish


def longest_label(said: list[list[str]], size: float) -> int:
    """Room for most labels on one line."""
    longest = max((m.width_of(words[0], size) for words in said if len(words) > 1 and words[0]), default=0)
    return min(longest + PAD, m.mm(75))


def content(column: int, said: list[list[str]], size: float) -> int:
    return (
        min(max((m.width_of(words[column], size) for words in said if column < len(words)), default=0), m.mm(80)) + PAD
    )


def head_word(column: e.Column, element: e.Table, size: float) -> int:
    words = in_table(column.head, element).split()
    return round(m.WIDER * max((m.width_of(word, size) for word in words if len(word) <= LONGEST_AMOUNT), default=0))


def heads(part: Part, element: e.Table, pen: Pen) -> Iterator[str]:
    """The rows that every page repeats: the tenth still says what the table counts, and in what."""
    what: dict[str, Any] = {
        "kind": "head",
        "path": path_kept(element.path),
        "steps": [element.columns[n].steps for n in part.columns],
    }
    if element.amounts.unit != KR.unit:
        what["unit"] = element.amounts.unit
    above = m.lines_of(part.title, TITLE, part.widths[0] - PAD) > MOST_TITLE
    if above:
        inside = titled(part, element, what, pen)
        yield row([cell(sum(part.widths), inside, border(bottom=0), len(part.columns))], head=True)
    yield from upper_heads(part, element, pen)
    yield head(part, element, pen, None if above else what)


def upper_heads(part: Part, element: e.Table, pen: Pen) -> Iterator[str]:
    """The rows of heads over the columns' own, as far as their columns are in this part."""
    for above in element.heads:
        over, cells, at = spread(above), [], 0
        while at < len(part.columns):
            one = over[part.columns[at]]
            span = sum(over[n] is one for n in part.columns[at:])
            wide = sum(part.widths[at : at + span])
            lines = border(bottom=2 if one.text else 0)
            inside = paragraph("Tabellhuvud", pen.shown(one.text), CENTRE if one.text else "")
            cells.append(cell(wide, inside, lines, span))
            at += span
        yield row(cells, head=True)


def spread(above: tuple[e.Head, ...]) -> list[e.Head]:
    """The head that stands over each column."""
    return [one for one in above for _ in range(one.span)]


CENTRE, TO_THE_RIGHT = '<w:jc w:val="center"/>', '<w:jc w:val="right"/>'


def head(part: Part, element: e.Table, pen: Pen, what: Mapping[str, Any] | None) -> str:
    """The columns' own heads. `what`: the anchor of the table, when its title stands in the head of the labels."""
    names = {n: in_table(element.columns[n].head, element) for n in part.columns}
    places = zip(part.columns, part.widths, strict=True)
    turned = any(
        head_word(element.columns[n], element, 8) + PAD // 2 > wide
        for n, wide in places
        if element.columns[n].look == "amount"
    )
    over = [any(one.text for one in ones) for ones in zip(*map(spread, element.heads), strict=True)]
    cells = []
    for place, (n, wide) in enumerate(zip(part.columns, part.widths, strict=True)):
        words = pen.shown(names[n])
        if place == 0:
            inside = paragraph("Tabellhuvud", words) if what is None else first_head(part, element, words, what, pen)
        else:
            upward = turned and element.columns[n].look == "amount"
            side = "" if element.look != "ledger" or upward else TO_THE_RIGHT
            inside = paragraph("Tabellhuvud", words, side)
        settings = border(top=0) if element.heads and not over[n] else ""
        settings += '<w:textDirection w:val="btLr"/>' * (place > 0 and turned and element.columns[n].look == "amount")
        cells.append(cell(wide, inside, settings + '<w:vAlign w:val="bottom"/>'))
    return row(cells, height=TURNED_HEIGHT if turned else 0, head=True)


def first_head(part: Part, element: e.Table, words: str, what: Mapping[str, Any], pen: Pen) -> str:
    made = titled(part, element, what, pen)
    if words or not made:
        made += paragraph("Tabellhuvud", words if part.title else pen.anchors.on(words, **what))
    return made


def titled(part: Part, element: e.Table, what: Mapping[str, Any], pen: Pen) -> str:
    """Title and note, as far as the table has them."""
    made = paragraph("Tabellnamn", pen.anchors.on(pen.shown(part.title), **what)) if part.title else ""
    return made + (paragraph("Tabellhuvud", pen.shown(element.note)) if element.note else "")


LINES = {"sum": (6, 4), "total": (12, 6)}
"""Over and under such a row, in eighths of a point."""


def body(line: e.Row, words: list[str], part: Part, element: e.Table, pen: Pen) -> str:
    if line.kind == "group":
        whole = sum(part.widths)
        own = pen.anchors.own(run(words[0], BOLD), words[0], list=path_kept(line.path))
        inside = paragraph("Tabelltext", own, '<w:keepNext/><w:spacing w:before="120"/>')
        return row([cell(whole, inside, border(bottom=0), len(part.columns))])
    cells = [line.cells[n] if n < len(line.cells) else e.Cell() for n in part.columns]
    texts = [words[n] if n < len(words) else "" for n in part.columns]
    if line.mark and texts:
        texts[0] = f"{line.mark} {texts[0]}".strip()
    places = [
        in_cell(one, said, element.amounts, line.mark if place == 0 else "")
        for place, (one, said) in enumerate(zip(cells, texts, strict=True))
    ]
    for said, place in zip(texts, places, strict=True):
        if place is None:
            pen.anchors.fixed.add(seal(said))
    what: dict[str, Any] = {
        "kind": "cells",
        "row": path_kept(line.path),
        "cells": places,
        "table": path_kept(element.path),
    }
    if line.kind == "row" and not line.path and not any(one.path or one.key for one in line.cells):
        what["free"] = True  # to be written in
    look = (BOLD if line.kind in LINES else "") + size_of(part.size)
    made = []
    for number, (said, wide) in enumerate(zip(texts, part.widths, strict=True)):
        inside = run(said, look)
        if number == 0 and places[0] is None:
            inside = pen.anchors.on(inside, **what)
        elif number == 0:
            inside = pen.anchors.on("", **what) + inside
        elif number == len(texts) - 1:
            inside = pen.anchors.again("") + inside
        words_of_cell = paragraph(style_of(number, element), inside, settings_of(number, line, element))
        made.append(cell(wide, words_of_cell, lines_of(number, line, element)))
    return row(made, whole=stays_whole(*texts), height=m.mm(8) if element.blank else 0)


def lines_of(number: int, line: e.Row, element: e.Table) -> str:
    """The lines of a cell that are its own: sums, and columns to write in."""
    over, under = LINES.get(line.kind, (0, 0))
    sides = {"top": over, "left": 2 if number and element.blank else 0, "bottom": under}
    drawn = {side: width for side, width in sides.items() if width}
    return border(**drawn) if drawn else ""


def size_of(size: float) -> str:
    half = round(size * 2)
    return "" if size == PLAIN else f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def style_of(number: int, element: e.Table) -> str:
    return "Tabellbelopp" if number and element.look == "ledger" else "Tabelltext"


def settings_of(number: int, line: e.Row, element: e.Table) -> str:
    keep = "<w:keepNext/>" if line.kind not in ("row", "total") and number == 0 else ""
    return keep + ('<w:ind w:left="170"/>' if number == 0 and line.kind == "row" and element.look == "ledger" else "")


def legend(rows: Sequence[tuple[str, ...]], pen: Pen) -> str:
    """What the parts of a picture are called, and what they are in kronor and in per cent."""
    room = pen.width - pen.column
    wide = [m.mm(7), room - m.mm(7 + 34 + 26), m.mm(34), m.mm(26)]
    made = [
        row(
            cell(
                width,
                paragraph(
                    "Tabellbelopp" if place > 1 else "Tabelltext",
                    pen.shown(words),
                    "<w:keepNext/>" * (line is not rows[-1]),
                ),
                border(bottom=0),
            )
            for place, (words, width) in enumerate(zip(line, wide, strict=True))
        )
        for line in rows
    ]
    return grid(wide, made, "Finsamtabell", indent=pen.column) + after_table()
