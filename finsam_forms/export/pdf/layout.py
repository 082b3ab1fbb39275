"""From elements to pages."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4, landscape
from reportlab.platypus import (
    ActionFlowable,
    BaseDocTemplate,
    CondPageBreak,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Spacer,
)

from .. import elements as e
from . import charts, tables, text
from . import page as p
from .furniture import Furniture, SheetCanvas


class SetPart(ActionFlowable):
    """From the next page on the running head names another part of the document."""

    def __init__(self, furniture: Furniture, part: str):
        super().__init__()
        self.furniture, self.part = furniture, part

    def apply(self, doc: Any) -> None:
        self.furniture.part = self.part


class Layout:
    """Turns elements into flowables, knowing which kind of page they stand on."""

    def __init__(self, printout: e.Printout):
        self.printout = printout
        self.marks = printout.marks
        self.people = tuple(one for one in printout.elements if isinstance(one, e.Table) and one.look == "people")
        self.furniture = Furniture(printout.marks)
        self.land = False
        self.fresh = True
        self.following: e.Element | None = None
        self.after_it: e.Element | None = None
        self.story: list[Any] = []

    @property
    def width(self) -> float:
        return float(p.LAND_WIDTH if self.land else p.WIDTH)

    @property
    def page_height(self) -> float:
        if self.land:
            return float(p.LAND_H - p.LAND_BOTTOM - p.LAND_TOP - self.furniture.land_extra)
        return float(p.PAGE_H - p.BOTTOM - p.TOP - self.furniture.extra)

    def pdf(self) -> bytes:
        elements = self.printout.elements
        for number, element in enumerate(elements):
            self.following, self.after_it = (*elements[number + 1 : number + 3], None, None)[:2]
            self.add(element)
            self.fresh = isinstance(element, e.NewPage)
        out = BytesIO()
        title = f"{self.marks.form}: {self.marks.name or 'blankett'}"
        template = BaseDocTemplate(
            out,
            pagesize=A4,
            title=p.printable(title),
            author=p.printable(self.marks.forbund),
            subject=p.printable(self.marks.form),
            creator="Finsam-formulär",
            lang="sv-SE",
            initialFontName=p.REG,
        )
        template.addPageTemplates(self.templates())
        template.build(self.story, canvasmaker=self.canvas)
        return out.getvalue()

    def canvas(self, *args: Any, **kwargs: Any) -> SheetCanvas:
        canvas = SheetCanvas(*args, **kwargs)
        canvas.foot = self.furniture.foot
        canvas.setViewerPreference("DisplayDocTitle", "true")
        return canvas

    def templates(self) -> list[PageTemplate]:
        def frame(x: float, y: float, w: float, h: float) -> Frame:
            return Frame(x, y, w, h, 0, 0, 0, 0)

        f = self.furniture
        first = frame(p.LEFT, p.BOTTOM, p.WIDTH, p.PAGE_H - p.BOTTOM - p.HEAD_TOP)
        sign = frame(p.LEFT, p.BOTTOM, p.WIDTH, p.PAGE_H - p.BOTTOM - p.HEAD_TOP)
        page = frame(p.LEFT, p.BOTTOM, p.WIDTH, p.PAGE_H - p.BOTTOM - p.TOP - f.extra)
        land = frame(p.LAND_LEFT, p.LAND_BOTTOM, p.LAND_WIDTH, p.LAND_H - p.LAND_BOTTOM - p.LAND_TOP - f.land_extra)
        made = {
            "first": PageTemplate("first", [first], onPage=f.head_sign, pagesize=A4, autoNextPageTemplate="page"),
            "page": PageTemplate("page", [page], onPage=f.head, pagesize=A4),
            "sign": PageTemplate("sign", [sign], onPage=f.head_sign, pagesize=A4, autoNextPageTemplate="page"),
            "land": PageTemplate("land", [land], onPage=f.head_land, pagesize=landscape(A4)),
        }
        begin = self.first_kind()
        return [made[begin], *(template for name, template in made.items() if name != begin)]

    def first_kind(self) -> str:
        first = self.printout.elements[0] if self.printout.elements else None
        if isinstance(first, e.NewPage):
            self.furniture.part = first.head or self.marks.form
            return {"annex": "page"}.get(first.kind, first.kind)
        return "first"

    def add(self, element: e.Element) -> None:
        """One element: a few lines each."""
        match element:
            case e.NewPage():
                self.new_page(element)
            case e.FormHead():
                self.put(text.FormHead(element, self.marks), Spacer(1, p.UNIT))
            case e.Title():
                self.put(text.Title(element))
            case e.Heading():
                self.put(
                    text.room(self.heading_room()),
                    text.Heading(element, self.width, air=0 if self.fresh else 3 * p.UNIT),
                )
            case e.SubHeading():
                self.sub_heading(element)
            case e.Entries():
                self.put(text.Entries(element), text.Snap(p.UNIT))
            case e.Prose():
                self.put(*text.prose(element.blocks, element.label))
            case e.Ruled() if element.lines:
                self.put(
                    text.room(min(5, element.lines + 1)), text.Ruled(element.lines, element.label, element.missing)
                )
            case e.ListBlock():
                self.put(*text.numbered(element))
            case e.Boxes():
                self.put(text.Boxes(element))
            case e.Verbatim():
                self.put(*text.fixed_text(element), text.Snap(p.LINE))
            case e.Table():
                self.put(*self.tables(element), text.Snap(0 if element.look == "people" else p.UNIT))
            case e.Band():
                self.put(tables.band(element, self.width))
            case e.Picture(chart=e.PayChart() as chart):
                self.put(charts.PayBar(chart))
            case e.Picture(chart=e.TimeAxis() as chart):
                self.put(charts.TimeAxis(chart.chart, chart.rows))
            case e.Phase():
                self.put(*text.phase(element))
            case e.Note():
                st = p.style("note-line", 8, 10, leftIndent=0 if self.land else p.COL, spaceAfter=p.UNIT)
                self.put(text.Labelled.make(p.tidy(element.text), st))
            case e.Signature():
                self.put(text.Signature(element))

    def heading_room(self) -> float:
        """Lines that must be left under a heading: itself and the beginning of what follows, which must not be torn from it."""
        if isinstance(self.following, e.Ruled) and self.following.lines:
            return 4 + 1.5 * min(5, self.following.lines + 1)
        if isinstance(self.following, e.SubHeading) and isinstance(self.after_it, e.Table):
            return 4 + self.table_room(self.after_it) / p.LINE
        return 10 if isinstance(self.following, e.Table | e.SubHeading | e.ListBlock) else 6

    def put(self, *flowables: Any) -> None:
        self.story += flowables

    def sub_heading(self, element: e.SubHeading) -> None:
        self.put(self.sub_heading_room(), text.Labelled.make(p.tidy(element.text), p.SUB))
        if element.note:
            st = p.style("sub-note", 8, 10, leftIndent=p.COL, spaceAfter=5)
            self.put(text.Labelled.make(p.tidy(element.note), st))

    def sub_heading_room(self) -> CondPageBreak:
        """A table that moves to the next page takes its heading with it."""
        return CondPageBreak(self.table_room(self.following)) if isinstance(self.following, e.Table) else text.room(8)

    def table_room(self, element: e.Table) -> float:
        """Points for a table and the heading over it."""
        first, *_ = self.tables(element)
        height = first.height if isinstance(first, CondPageBreak) else first.wrap(self.width, self.page_height)[1]
        return min(self.page_height - 1, float(height) + 4 * p.LINE)

    def tables(self, element: e.Table) -> list[Any]:
        if element.look == "people":
            return [tables.people(element, self.people)]
        return tables.tables(element, self.width, self.page_height)

    def new_page(self, element: e.NewPage) -> None:
        self.land = element.kind == "land"
        if self.story:
            kind = {"annex": "page"}.get(element.kind, element.kind)
            self.put(SetPart(self.furniture, element.head or self.marks.form), NextPageTemplate(kind), PageBreak())


def render(printout: e.Printout) -> bytes:
    """The printout as a PDF."""
    return Layout(printout).pdf()
