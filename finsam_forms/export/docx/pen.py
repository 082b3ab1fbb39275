"""What every part of a Word file shares while it is written: its anchors, its lists, its pictures, and the width of the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ...core.kronor import AmountFormat
from ...core.unit import KR, Unit, words
from .. import elements as e
from ..anchors import Anchors, path_kept, seal
from ..words import alone
from . import measure as m
from .xml import run


@dataclass(slots=True)
class Pen:
    anchors: Anchors
    picture: Callable[[bytes], str]
    """Puts a picture into the file, and says the id that it is known by."""
    width: int = m.WIDTH
    """Of the text, in twentieths of a point."""
    column: int = m.COL
    """Of the margin column, where labels and numbers stand."""
    first_list: int = 2
    """The number of the first numbered list, beside that of all lists with bullets."""
    bullets: int = 1
    starts: list[int] = field(default_factory=list)
    """Where each numbered list begins."""
    drawn: int = 0
    listed: dict[str, str] = field(default_factory=dict)
    """Path of a heading → its bookmark, while the list of contents names it and it has not been written."""
    pages: Mapping[str, int] = field(default_factory=dict)
    """Path of a heading → about which page it stands on."""

    @property
    def land(self) -> bool:
        return self.width > m.WIDTH

    def list_from(self, start: int) -> int:
        """A numbered list of its own, that begins at a number."""
        self.starts.append(start)
        return self.first_list + len(self.starts) - 1

    def drawing_id(self) -> int:
        self.drawn += 1
        return self.drawn

    def fixed(self, text: str, look: str = "") -> str:
        """Words of the form's own, where nothing is written after them."""
        return self.anchors.own(run(text, look), text)

    def shown(self, text: str, look: str = "") -> str:
        """Words that are no one's to change, without an anchor of their own."""
        self.anchors.fixed.add(seal(text))
        return run(text, look)


def in_cell(cell: e.Cell, said: str, amounts: AmountFormat = KR, mark: str = "") -> Mapping[str, Any] | None:
    """What can be written where a cell stands; None where nothing can. `said`: its words. `mark`: what stands before them."""
    pieces = [
        {"path": path_kept(one.path)}
        | ({"lead": one.lead} if place else {})
        | ({"tail": one.tail} if place and one.tail else {})
        for place, one in enumerate((cell, *cell.also))
        if place == 0 or one.path or words(one.value, one.unit)
    ]
    if not any(piece["path"] for piece in pieces):
        return None
    found: dict[str, Any] = {"pieces": pieces, "seal": seal(said)}
    if cell.unit is Unit.KRONOR and amounts.unit != KR.unit:
        found["unit"] = amounts.unit
    return found | ({"mark": mark} if mark else {})


def alone_in_cell(cell: e.Cell, amounts: AmountFormat = KR) -> tuple[str, Mapping[str, Any] | None]:
    """Its words beside a label, and what can be written there."""
    said = alone(cell, amounts)
    return said, in_cell(cell, said, amounts)
