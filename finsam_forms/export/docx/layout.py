"""From elements to a Word file."""

from __future__ import annotations

from collections.abc import Mapping

from ...core.bars import BarChart
from .. import elements as e
from ..anchors import Anchors
from . import bars, charts, contents, facing, rows, tables, text
from . import measure as m
from .file import File, Kept
from .furniture import Section
from .pen import Pen


def render(printout: e.Printout, kept: Kept | None = None) -> bytes:
    """`kept`: what the file says of the document that it was made from, so that it can be read back."""
    file = File()
    pen = Pen(Anchors(), file.picture, pages=pages_on_paper(printout))
    sections = list_of_sections(printout, pen)
    return file.whole(printout.marks, sections, pen, kept)


def pages_on_paper(printout: e.Printout) -> Mapping[str, int]:
    """Where each heading stands on our own paper, for a list of contents: about where it stands in the file too."""
    if not any(isinstance(one, e.Contents) for one in printout.elements):
        return {}
    from ..pdf import pages_of  # half a second to import: only for a form that has such a list

    return pages_of(printout)


def list_of_sections(printout: e.Printout, pen: Pen) -> list[Section]:
    """What begins on pages of its own. A page that may follow on the one before begins a page in the same section."""
    marks, found = printout.marks, list[Section]()
    if not printout.elements or not isinstance(printout.elements[0], e.NewPage):
        found.append(Section("first", marks.form, []))
    for element in printout.elements:
        if isinstance(element, e.NewPage):
            found.append(Section(element.kind, element.head or marks.form, []))
            pen.width = m.LAND_WIDTH if element.kind == "land" else m.WIDTH
        else:
            found[-1].content.append(drawn(element, marks, pen))
    return found


def drawn(element: e.Element, marks: e.Marks, pen: Pen) -> str:
    """One element: a line each. One that is not here is an error, never silence."""
    match element:
        case e.FormHead():
            return rows.form_head(element, marks.form, marks.forbund, pen)
        case e.Title():
            return rows.title(element, pen)
        case e.Heading():
            return text.heading(element, pen)
        case e.SubHeading():
            return text.sub_heading(element, pen)
        case e.Entries():
            return rows.entries(element, pen)
        case e.Prose():
            return text.prose(element, pen)
        case e.Ruled():
            return text.ruled(element, pen)
        case e.ListBlock():
            return text.list_block(element, pen)
        case e.Facing():
            return facing.facing(element, pen)
        case e.Boxes():
            return text.boxes(element, pen)
        case e.Verbatim():
            return text.fixed_text(element, pen)
        case e.Table():
            return tables.table(element, pen)
        case e.Band():
            return rows.band(element, pen)
        case e.Picture(chart=e.PayChart() as chart, alt=alt):
            return charts.pay_chart(chart, alt, pen)
        case e.Picture(chart=e.TimeAxis() as axis, alt=alt):
            return charts.time_axis(axis, alt, pen)
        case e.Picture(chart=BarChart() as chart, alt=alt):
            return bars.bar_chart(chart, alt, pen)
        case e.Phase():
            return rows.phase(element, pen)
        case e.Contents():
            return contents.contents(element, pen)
        case e.Note():
            return text.note(element, pen)
        case e.Signature():
            return rows.signature(element, pen)
        case _:
            raise TypeError(f"an element without a place in a Word file: {type(element).__name__}")
