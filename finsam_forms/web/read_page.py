"""What somebody with a read-only link sees: the elements that paper is made of, on a page that is scrolled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..core.bars import BarChart
from ..core.document import Document
from ..export import elements as e
from ..export.kinds import SCREEN
from ..export.printout import printout
from ..export.words import alone, in_table, link, starred
from ..live.desk import Sheet
from .bars import chart_shown
from .kinds.pay_chart import PayPicture, pay_picture
from .kinds.time_axis import TimePicture, time_picture
from .utskrift import stamp_of

SHOWN: dict[type, str] = {
    e.Title: "title",
    e.Heading: "heading",
    e.SubHeading: "sub_heading",
    e.Entries: "entries",
    e.Prose: "prose",
    e.Ruled: "ruled",
    e.ListBlock: "list_block",
    e.Facing: "facing",
    e.Boxes: "boxes",
    e.Verbatim: "verbatim",
    e.Table: "table",
    e.Band: "band",
    e.PayChart: "pay_chart",
    e.TimeAxis: "time_axis",
    BarChart: "bar_chart",
    e.Phase: "phase",
    e.Note: "note",
    e.Signature: "to_sign",
}
"""The macro of templates/visa/_elements.html that shows each element; a picture by its chart."""
FURNITURE = (e.FormHead, e.NewPage, e.Contents)
"""Belongs to sheets of paper, not to a page that is scrolled."""
IN_WORDS = {"alone": alone, "in_table": in_table, "link": link, "starred": starred, "chart_shown": chart_shown}
"""How a cell reads where it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPage:
    """What somebody with a link sees."""

    document: Document
    token: str
    last_change: int
    elements: Sequence[tuple[str, e.Element]]
    """Each after its macro."""
    pays: PayPicture | None
    picture: TimePicture | None


def macro_of(element: e.Element) -> str:
    if isinstance(element, FURNITURE):
        return ""
    return SHOWN[type(element.chart if isinstance(element, e.Picture) else element)]


def shown_elements(elements: Iterable[e.Element]) -> tuple[tuple[str, e.Element], ...]:
    """Those that are shown on a screen, each after its macro."""
    return tuple((macro, one) for one in elements if (macro := macro_of(one)))


def read_page(sheet: Sheet, token: str) -> ReadPage:
    document = sheet.document
    printed = printout(document, stamp_of(sheet), SCREEN)
    return ReadPage(
        document=document,
        token=token,
        last_change=sheet.last_change,
        elements=shown_elements(printed.elements),
        pays=pay_picture(document),
        picture=time_picture(document),
    )
