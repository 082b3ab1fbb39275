"""What stands around the text on every page: running head, foot, the mark of a draft, and where the holes go."""

from __future__ import annotations

from typing import Any, NamedTuple

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth

from ..elements import Marks
from . import page as p
from .archive import Attachment, keep
from .marking import MarkingCanvas, target_name
from .streams import with_line_ends

LANGUAGE = "sv-SE"


class SheetCanvas(MarkingCanvas):
    """Keeps every page open until their number is known, then adds the foot and the outline and writes it: one build."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, lang=LANGUAGE, pdfVersion=(1, 7), **kwargs)
        self._sheets: list[dict[str, Any]] = []
        self.marks: list[tuple[str, int, str]] = []
        self.foot: Any = None
        self.attachment: Attachment | None = None

    def mark(self, title: str, level: int, target: str = "") -> None:
        """An entry of the outline, pointing to this page. `target`: what links to it say."""
        self.marks = [*self.marks, (title, level, target)]

    def showPage(self) -> None:
        self._sheets.append(dict(self.__dict__))
        self._startPage()
        self.marks = []

    def save(self) -> None:
        total, serial, highest, reached = len(self._sheets), 0, -1, set[str]()
        for sheet in self._sheets:
            self.__dict__.update(sheet)
            self.furnish("Footer")
            self.foot(self, self._pageNumber, total)
            self.furnished()
            for title, level, target in sheet["marks"]:
                if target and target not in reached:
                    reached.add(target)
                    self.bookmarkPage(target_name(target))
                serial += 1
                level = min(level, highest + 1)
                highest = level
                self.bookmarkPage(f"m{serial}")
                self.addOutlineEntry(p.printable(title), f"m{serial}", level)
            self.end_page()
        self.complete()
        self._code.clear()  # else the page that begins here is one more
        super().save()

    def complete(self) -> None:
        """What is known when all pages are drawn: the fonts, the structure, and what the file says about itself."""
        document = self._doc
        pages = [one.format(document) for one in self.pages]
        keep(document, LANGUAGE, self.tree.write(document, pages, self.parents), self.attachment)
        for font in document.delayedFonts:
            font.addObjects(document)
        document.delayedFonts = []
        with_line_ends(document)


MOST_NAME = 3
"""Lines of the document's name over every page. It stands in full on the first."""
STYLE = p.style("running", 8, 10, fontName=p.BOLD)
PLAIN = p.style("running-part", 8, 10)


class Running(NamedTuple):
    """The head of a part's pages: what the part is called, and the document's name."""

    part: list[str]
    name: list[str]

    @property
    def extra(self) -> float:
        """Points that the text gives way."""
        return 10.0 * (max(len(self.part), len(self.name), 1) - 1)


class Furniture:
    """Head, foot and marks of one printout. A long name wraps and the text gives way."""

    def __init__(self, marks: Marks):
        self.marks = marks
        self.name = shortened(marks.name, 88 * mm)
        self.land_name = shortened(marks.name, 150 * mm)

    def running(self, part: str, land: bool) -> Running:
        return Running(p.lines_of(part, PLAIN, p.COL - 6), self.land_name if land else self.name)

    def head(self, canv: Any, kind: str, running: Running) -> None:
        """Over a page. `kind`: `first` and `sign` have the form's own head under it."""
        canv.saveState()
        canv.furnish("Header")
        if kind == "land":
            self.draft_mark(canv, p.LAND_W - p.LAND_RIGHT, p.LAND_H - 20.5 * mm)
            self.draw_running(canv, p.LAND_LEFT, p.LAND_H - 25 * mm, running, p.LAND_LEFT + p.COL + 130 * mm)
            canv.setLineWidth(p.HAIR)
            canv.line(p.LAND_W / 2, p.LAND_H - 5 * mm, p.LAND_W / 2, p.LAND_H - 8 * mm)
        else:
            if kind == "page":
                end = p.PAGE_W - p.RIGHT - (30 * mm if self.marks.state == "utkast" else 0)
                self.draw_running(canv, p.LEFT, p.PAGE_H - 13.5 * mm, running, end)
            self.draft_mark(canv, p.PAGE_W - p.RIGHT, p.PAGE_H - (9 if kind == "page" else 7.5) * mm)
            p.rule(canv, 5 * mm, p.PAGE_H / 2, 8 * mm)
        canv.furnished()
        canv.restoreState()

    def draw_running(self, canv: Any, left: float, y: float, running: Running, end: float) -> None:
        for number, line in enumerate(running.part):
            p.text_at(canv, left, y - 10 * number, line)
        for number, line in enumerate(running.name):
            p.text_at(canv, left + p.COL, y - 10 * number, line, p.BOLD)
        if not running.name:
            p.text_at(canv, left + p.COL, y, "Namn")
            p.rule(canv, left + p.COL + 20 * mm, y - 2, end)

    def draft_mark(self, canv: Any, right: float, top: float) -> None:
        if self.marks.state != "utkast":
            return
        w, h = 27 * mm, 6.6 * mm
        canv.setStrokeColor(p.INK)
        canv.setLineWidth(1.2)
        canv.rect(right - w, top - h, w, h)
        wide = stringWidth("UTKAST", p.BOLD, 10.5) + 5 * 2.2
        p.text_at(canv, right - w / 2 - wide / 2, top - h / 2 - 3.5, "UTKAST", p.BOLD, 10.5, space=2.2)

    def foot(self, canv: Any, number: int, total: int) -> None:
        marks = self.marks
        wide = canv._pagesize[0] > canv._pagesize[1]
        left, right = (p.LAND_LEFT, p.LAND_W - p.LAND_RIGHT) if wide else (p.LEFT, p.PAGE_W - p.RIGHT)
        y = (11 if wide else 13.5) * mm
        first, second = {
            "last": (f"Version{p.NBSP}{marks.version}, låst", marks.fingerprint),
            "utkast": ("Utkast", "skrivs inte under"),
            "blankett": ("Blankett", "fylls i för hand"),
        }[marks.state]
        canv.saveState()
        p.text_at(canv, left, y, first, p.BOLD)
        p.text_at(canv, left, y - 10, second)
        p.text_at(canv, left + p.COL, y, marks.forbund)
        p.text_at(
            canv, left + p.COL, y - 10, f"{marks.form}, mallversion {marks.form_version}. Utskrivet {marks.printed_at}"
        )
        p.text_at(canv, right, y, f"Sida {number} av {total}", p.BOLD, anchor="right")
        canv.restoreState()


def shortened(name: str, width: float) -> list[str]:
    """A name in lines, with whole words as far as there is room for them."""
    lines = p.lines_of(name, STYLE, width - 8)
    return lines if len(lines) <= MOST_NAME else [*lines[: MOST_NAME - 1], f"{lines[MOST_NAME - 1]} …"]
