"""The list of contents: a field of Word's own, with the lines that it has until somebody updates it.

The numbers of the pages are fields too, and stand as they are on our paper until they are worked out. The lines have no anchors: what
is under the heading is the program's own, whatever it says when the file is read back.
"""

from __future__ import annotations

from .. import elements as e
from . import measure as m
from .pen import Pen
from .xml import field, paragraph, quoted, run, tabs

INSTRUCTION = ' TOC \\o "1-1" \\h \\z '
NUMBER = m.mm(11)
BEGIN = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    f'<w:r><w:instrText xml:space="preserve">{quoted(INSTRUCTION)}</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def contents(element: e.Contents, pen: Pen) -> str:
    title = paragraph("Innehallsrubrik", pen.fixed(element.title))
    pen.anchors.then(kind="contents")
    last = len(element.lines) - 1
    return title + "".join(
        line(one, number, pen, begins=number == 0, ends=number == last) for number, one in enumerate(element.lines)
    )


def line(one: e.ContentsLine, number: int, pen: Pen, *, begins: bool, ends: bool) -> str:
    name = f"_Toc{100_000_000 + number}"
    pen.listed.setdefault(one.path, name)
    name = pen.listed[one.path]
    indent = pen.column + NUMBER * one.depth
    words = f"{one.number}\t{one.text}\t" if one.number else f"{one.text}\t"
    page = field(f"PAGEREF {name} \\h", str(pen.pages.get(one.path, "")))
    stops = [("left", indent + NUMBER)] if one.number else []
    settings = dotted(*stops, right=pen.width) + f'<w:ind w:left="{indent}"/>'
    inside = f'<w:hyperlink w:anchor="{name}" w:history="1">{run(words)}{page}</w:hyperlink>'
    return paragraph("Innehall1", (BEGIN if begins else "") + inside + (END if ends else ""), settings)


def dotted(*stops: tuple[str, int], right: int) -> str:
    end = f'<w:tab w:val="right" w:leader="dot" w:pos="{right}"/></w:tabs>'
    return tabs(*stops).replace("</w:tabs>", end)
