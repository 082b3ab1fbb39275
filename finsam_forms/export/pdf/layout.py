"""From elements to pages."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4, landscape

from ...core.bars import BarChart
from .. import elements as e
from . import bars, facing, facts, pay_bar, signing, tables, text, time_axis
from . import page as p
from .archive import Attachment
from .contents import contents, number_pages, where_begun
from .furniture import Furniture, Running, SheetCanvas
from .pages import Page, Part, Snap
from .structure import Tree, heading


class Layout:
    """Turns elements into flowables, knowing which kind of page they stand on, and draws the pages that they fill."""

    def __init__(self, printout: e.Printout, attachment: Attachment | None = None):
        self.printout = printout
        self.attachment = attachment
        self.tree = Tree()
        self.marks = printout.marks
        self.people = tuple(one for one in printout.elements if isinstance(one, e.Table) and one.look == "people")
        self.furniture = Furniture(printout.marks)
        self.parts: list[Part] = []
        self.fresh = True
        self.following: e.Element | None = None

    @property
    def land(self) -> bool:
        return self.parts[-1].kind == "land"

    @property
    def width(self) -> float:
        return self.parts[-1].width

    def parts_laid_out(self) -> list[Part]:
        """What begins on pages of its own, filled. A part that may follow on the page before does, when there is room for all of it."""
        elements = self.printout.elements
        if not elements or not isinstance(elements[0], e.NewPage):
            self.parts.append(self.part("first", self.marks.form))
        for number, element in enumerate(elements):
            self.following = elements[number + 1] if number + 1 < len(elements) else None
            self.add(element)
            self.fresh = isinstance(element, e.NewPage | e.Heading)
        found: list[Part] = []
        for part in self.parts:
            if not (part.follows and found and found[-1].take_in(part)):
                found.append(part)
        return found

    def pdf(self) -> bytes:
        out = BytesIO()
        canvas = self.canvas(out)
        filled = [(part, part.pages()) for part in self.parts_laid_out()]
        number_pages(page for _, pages in filled for page in pages)
        for part, pages in filled:
            self.draw(part, pages, canvas)
        canvas.save()
        return out.getvalue()

    def canvas(self, out: BytesIO) -> SheetCanvas:
        canvas = SheetCanvas(out, pagesize=A4, initialFontName=p.REG)
        canvas.tree, canvas.attachment = self.tree, self.attachment
        canvas.setTitle(p.printable(f"{self.marks.form}: {self.marks.name or 'blankett'}"))
        canvas.setAuthor(p.printable(self.marks.forbund))
        canvas.setSubject(p.printable(self.marks.form))
        canvas.setCreator("Finsam-formulär")
        canvas.foot = self.furniture.foot
        canvas.setViewerPreference("DisplayDocTitle", "true")
        return canvas

    def draw(self, part: Part, pages: list[Page], canvas: SheetCanvas) -> None:
        running = self.furniture.running(part.head, part.kind == "land")
        for number, page in enumerate(pages):
            kind = "page" if number and part.kind in ("first", "sign") else part.kind
            left = p.LAND_LEFT if kind == "land" else p.LEFT
            canvas.setPageSize(landscape(A4) if kind == "land" else A4)
            self.furniture.head(canvas, kind, running)
            top = top_of(kind, running)
            for flowable, down in page.placed:
                flowable.drawOn(canvas, left, top - down)
            canvas.showPage()

    def part(self, kind: str, head: str, follows: bool = False) -> Part:
        """`kind`: `first`, `page`, `sign` or `land`."""
        running = self.furniture.running(head, kind == "land")
        bottom, width = (p.LAND_BOTTOM, p.LAND_WIDTH) if kind == "land" else (p.BOTTOM, p.WIDTH)
        others = "land" if kind == "land" else "page"
        heights = (top_of(kind, running) - bottom, top_of(others, running) - bottom)
        return Part(kind, head, width, heights, follows)

    def add(self, element: e.Element) -> None:
        """One element: a few lines each."""
        match element:
            case e.NewPage():
                kind = {"annex": "page"}.get(element.kind, element.kind)
                self.parts.append(self.part(kind, element.head or self.marks.form, element.follows))
            case e.FormHead():
                self.put(*facts.form_head(element, self.marks))
            case e.Title():
                self.put(*facts.title(element))
            case e.Heading():
                self.put(*text.section_heading(element, self.width, 0 if self.fresh else 3 * p.UNIT))
            case e.SubHeading():
                self.sub_heading(element)
            case e.Entries():
                self.put(facts.Entries(element.rows, element.amounts, element.code), Snap(p.UNIT))
            case e.Prose():
                self.put(*text.prose(element))
            case e.Ruled() if element.lines:
                self.put(*text.ruled(element))
            case e.ListBlock():
                self.put(*text.numbered(element))
            case e.Facing():
                self.put(facing.facing(element), Snap(p.UNIT))
            case e.Boxes():
                answered = isinstance(self.following, e.Prose | e.Ruled)
                self.put(*facts.boxes(element, opens=answered))
            case e.Verbatim():
                self.put(*text.fixed_text(element), Snap(p.LINE))
            case e.Table():
                self.put(*self.tables(element), Snap(0 if element.look == "people" else p.UNIT))
            case e.Band():
                self.put(tables.band(element, self.width))
            case e.Picture(chart=e.PayChart() as chart):
                self.put(*pay_bar.pay_bar(chart, element.alt))
            case e.Picture(chart=e.TimeAxis() as chart):
                self.put(*time_axis.time_axis(chart.chart, element.alt, chart.rows))
            case e.Picture(chart=BarChart() as chart):
                self.put(*bars.bars(chart, element.alt, self.width))
            case e.Phase():
                self.put(*text.phase(element))
            case e.Contents():
                self.put(*contents(element))
            case e.Note():
                st = p.style("note-line", 8, 10, leftIndent=0 if self.land else p.COL, spaceAfter=p.UNIT)
                self.put(text.Labelled.make(p.tidy(element.text), st))
            case e.Signature():
                self.put(*signing.signature(element))

    def put(self, *flowables: Any) -> None:
        self.parts[-1].story += flowables
        for one in flowables:
            self.tree.add(getattr(one, "nodes", ()))

    def sub_heading(self, element: e.SubHeading) -> None:
        self.put(text.opening(p.tidy(element.text), p.SUB, node=heading(element.level)))
        if element.note:
            st = p.style("sub-note", 8, 10, leftIndent=p.COL, spaceAfter=5)
            self.put(text.opening(p.tidy(element.note), st))

    def tables(self, element: e.Table) -> list[Any]:
        return [tables.people(element, self.people)] if element.look == "people" else tables.tables(element, self.width)


def top_of(kind: str, running: Running) -> float:
    """Of the text on a page, from the lower edge of the paper."""
    if kind == "land":
        return float(p.LAND_H - p.LAND_TOP) - running.extra
    return float(p.PAGE_H - p.TOP) - running.extra if kind == "page" else float(p.PAGE_H - p.HEAD_TOP)


def pages_of(printout: e.Printout) -> dict[str, int]:
    """Path of each heading → the page that it stands on."""
    return where_begun(page for part in Layout(printout).parts_laid_out() for page in part.pages())


def render(printout: e.Printout, attachment: Attachment | None = None) -> bytes:
    """The printout as a PDF, with a file in it."""
    return Layout(printout, attachment).pdf()
