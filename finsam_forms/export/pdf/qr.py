"""The QR code of a locked version."""

from __future__ import annotations

import re
from typing import Any

from reportlab.lib.units import mm

from . import page as p
from .structure import Node

SIDE, GAP, CAPTION = 23 * mm, 7 * mm, 14
"""Side of the code, its distance from the facts, and the room under it for its words (points)."""


def draw_code(canv: Any, x: float, y: float, words: str, node: Node) -> None:
    """With its lower left corner at (x, y): one rectangle for each run of dark modules. `node`: the picture that it is."""
    import segno  # 60 ms that only a locked version needs

    rows = [bytes(row) for row in segno.make(words, error="m").matrix]
    side = SIDE / len(rows)
    path = canv.beginPath()
    for number, row in enumerate(rows):
        for run in re.finditer(b"\x01+", row):
            width = run.end() - run.start()
            path.rect(x + run.start() * side, y + SIDE - (number + 1) * side, width * side, side)
    canv.begin_figure(node, (x, y, x + SIDE, y + SIDE))
    canv.setFillColor(p.INK)
    canv.drawPath(path, stroke=0, fill=1)
    canv.end_figure()
