"""Drawings: vector shapes that Word draws itself, each drawing with its words for those who don't see it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .rows import ACCENT
from .xml import paragraph, quoted, run

EMU = 635
"""English metric units in a twentieth of a point."""


class Shape(NamedTuple):
    """A box, in twentieths of a point from the upper left corner. `fill`: solid, hatch, open, none (no line either).
    `line`: only its left (`down`) or upper (`across`) edge; `weight`: of it, in English metric units. `figure`: as DrawingML names it."""

    left: int
    top: int
    width: int
    height: int
    fill: str = "none"
    words: str = ""
    points: float = 8
    line: str = ""
    weight: int = 9525
    bold: bool = False
    white: bool = False
    middle: bool = False
    figure: str = "rect"


PAINT = f'<a:solidFill><a:srgbClr val="{ACCENT}"/></a:solidFill>'
FILLS = {
    "solid": PAINT,
    "hatch": f'<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="{ACCENT}"/></a:fgClr>'
    '<a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>',
    "open": '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>',
    "none": "<a:noFill/>",
}
INSETS = 'lIns="0" tIns="0" rIns="0" bIns="0"'


def drawn(shapes: Sequence[Shape], width: int, height: int, alt: str, number: int) -> str:
    """A group of shapes as one drawing in a line of text. `number`: no other drawing of the file has it."""
    wide, high = width * EMU, height * EMU
    inside = "".join(shape_xml(one) for one in shapes)
    size = f'<a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/>'
    group = (
        f"<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm>{size}"
        f'<a:chOff x="0" y="0"/><a:chExt cx="{wide}" cy="{high}"/></a:xfrm></wpg:grpSpPr>{inside}</wpg:wgp>'
    )
    uri = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
    made = in_line(
        f'<a:graphic><a:graphicData uri="{uri}">{group}</a:graphicData></a:graphic>', wide, high, alt, number
    )
    return f'<w:r><mc:AlternateContent><mc:Choice Requires="wpg">{made}</mc:Choice></mc:AlternateContent></w:r>'


def in_line(graphic: str, wide: int, high: int, alt: str, number: int) -> str:
    return (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{wide}" cy="{high}"/>'
        f'<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="{number}" name="Bild {number}" descr="{quoted(alt)}"/>'
        f"<wp:cNvGraphicFramePr/>{graphic}</wp:inline></w:drawing>"
    )


def picture(image: str, width: int, height: int, alt: str, number: int) -> str:
    """A picture that is a file of its own. `image`: the id that it is known by."""
    wide, high = width * EMU, height * EMU
    uri = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    graphic = (
        f'<a:graphic><a:graphicData uri="{uri}"><pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name="Bild {number}"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{image}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    )
    return f"<w:r>{in_line(graphic, wide, high, alt, number)}</w:r>"


def shape_xml(shape: Shape) -> str:
    left, top, wide, high = (one * EMU for one in shape[:4])
    if shape.line:
        wide, high = (0, high) if shape.line == "down" else (wide, 0)
    figure = "line" if shape.line else shape.figure
    place = f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
    visible = bool(shape.line) or shape.fill != "none"
    ink = f'<a:ln w="{shape.weight}">{PAINT}</a:ln>' if visible else "<a:ln><a:noFill/></a:ln>"
    return (
        "<wps:wsp><wps:cNvSpPr/><wps:spPr>"
        f'{place}<a:prstGeom prst="{figure}"><a:avLst/></a:prstGeom>{FILLS[shape.fill]}{ink}'
        f'</wps:spPr>{text_of(shape)}<wps:bodyPr {INSETS} anchor="ctr"/></wps:wsp>'
    )


def text_of(shape: Shape) -> str:
    if not shape.words:
        return ""
    half = round(shape.points * 2)
    look = "<w:b/>" * shape.bold + ('<w:color w:val="FFFFFF"/>' if shape.white else "")
    look += f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
    side = '<w:spacing w:before="0" w:after="0"/>' + '<w:jc w:val="center"/>' * shape.middle
    inside = paragraph("Tabellhuvud", run(shape.words, look), side)
    return f"<wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx>"
