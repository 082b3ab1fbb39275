"""Texts that stand side by side: a table of two columns whose head every page repeats."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.markup_source import source
from .. import elements as e
from ..anchors import path_kept, seal
from ..words import EMPTY, alone
from .pen import Pen
from .rows import after_table, cell, grid, row
from .text import FLUSH, blocks, heading_style
from .xml import paragraph

LEFT = 75 / 161
"""Of the width."""


def facing(element: e.Facing, pen: Pen) -> str:
    left = int(pen.width * LEFT)
    widths = (left, pen.width - left)
    heads = zip(widths, element.heads, strict=True)
    made = [row([cell(wide, paragraph("Tabellhuvud", pen.shown(head))) for wide, head in heads], head=True)]
    for one in element.rows:
        sides = zip(widths, (one.left, one.right), strict=True)
        made.append(row([cell(wide, "".join(side(found, element, pen))) for wide, found in sides], whole=False))
    return grid(widths, made, "Finsamtabell") + after_table()


def side(found: e.Side, element: e.Facing, pen: Pen) -> Iterator[str]:
    """The texts can be written over; a title and a number are for the page or the Excel file."""
    for one in found.passages:
        yield from passage(one, element, pen)
    said = alone(found.cell)
    if said or not found.passages:
        yield paragraph("Brodtext", pen.fixed(said) if said else "", FLUSH)


def passage(one: e.Passage, element: e.Facing, pen: Pen) -> Iterator[str]:
    yield paragraph(heading_style(element.level), pen.fixed(alone(one.title)), FLUSH)
    if path_kept(one.path):
        pen.anchors.then(path=one.path, kind="text", seal=seal(source(one.blocks)), in_row=True)
    if one.blocks:
        yield from blocks(one.blocks, element.inner_level, pen, in_cell=True)
        return
    if one.missing:
        yield paragraph("Ejifyllt", pen.fixed(EMPTY), FLUSH)
        if path_kept(one.path):
            pen.anchors.then(path=one.path, kind="text", seal=seal(""), in_row=True)
    yield from (paragraph("Skrivrad", settings=FLUSH) for _ in range(one.lines or 1))
