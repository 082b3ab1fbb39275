"""Solid, hatched and open: what a copier keeps apart."""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import white

from . import page as p


def fill(c: Any, x: float, y: float, w: float, h: float, pattern: str) -> None:
    """A box that is solid, hatched or open. `c`: the canvas."""
    c.saveState()
    c.setStrokeColor(p.ACCENT)
    c.setFillColor(p.ACCENT if pattern == "solid" else white)
    c.setLineWidth(0.75)
    c.rect(x, y, w, h, stroke=1, fill=1)
    if pattern == "hatch":
        clip = c.beginPath()
        clip.rect(x, y, w, h)
        c.clipPath(clip, stroke=0)
        c.setLineWidth(0.9)
        at = x - h
        while at < x + w:
            c.line(at, y, at + h, y + h)
            at += 3.2
    c.restoreState()
