"""Lengths of the page, in twentieths of a point: the same sheet as the PDF's."""

from __future__ import annotations

MM = 1440 / 25.4
POINT = 20


def mm(length: float) -> int:
    return round(length * MM)


PAGE_W, PAGE_H = 11906, 16838
LEFT, RIGHT = mm(25), mm(24)
TOP, BOTTOM = mm(27), mm(25)
LAND_SIDE, LAND_TOP, LAND_BOTTOM = mm(20), mm(34), mm(23)
HEAD_TOP = mm(17)
"""From the upper edge to the form's own head, where nothing runs above it."""
COL = 2324
"""The margin column, as the styles of the template have it: 41 mm."""
WIDTH = PAGE_W - LEFT - RIGHT
LAND_WIDTH = PAGE_H - 2 * LAND_SIDE


def width_of(text: str, points: float) -> int:
    """About how wide a text is in the sans serifs that are used: nobody knows the typeface of the reader."""
    return round(sum(WIDE.get(sign, 0.53) for sign in text) * points * POINT)


WIDE = (
    dict.fromkeys("iljtf.,:;'|!()[] \u00a0", 0.27)
    | dict.fromkeys("mwMWÅÄÖ@%", 0.82)
    | dict.fromkeys("ABCDEFGHKNOPQRSTUVXYZ", 0.64)
)


def lines_of(text: str, points: float, room: int) -> int:
    """About how many lines a text takes where there is so much room; a word that is wider is broken."""
    lines, used, space = 0, room, width_of(" ", points)
    for word in text.split():
        wide = width_of(word, points)
        if used + space + wide > room:
            lines, used = lines + -(-wide // room), wide % room
        else:
            used += space + wide
    return lines


WIDER, WIDER_BOLD_FIGURES = 1.12, 1.32
"""How much wider words, and figures of a sum, are where Arial is missing and DejaVu or Verdana stands for it."""


def shared_out(wish: list[int], least: list[int], whole: int) -> list[int]:
    """Column widths that sum to the whole: each gets what it needs, and a part of the rest by what it wishes."""
    needed = sum(least)
    if needed >= whole:
        widths = [whole * one // needed for one in least]
    else:
        more = [max(want - need, 0) for want, need in zip(wish, least, strict=True)]
        spare, asked = whole - needed, sum(more)
        share = [spare * one // asked if asked else spare // len(least) for one in more]
        widths = [need + one for need, one in zip(least, share, strict=True)]
    widths[-1] += whole - sum(widths)
    return widths
