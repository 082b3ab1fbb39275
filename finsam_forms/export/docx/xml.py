"""WordprocessingML as text: paragraphs, runs, fields. Everything that a person has written is escaped here, once."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from ...core.markup import Run
from ..anchors import UNHELD

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}
DECLARED = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMESPACES.items())
BREAKS = re.compile(r"([\n\t])")
SIGNS = {"\n": "<w:br/>", "\t": "<w:tab/>"}


def safe(text: str) -> str:
    return escape(UNHELD.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))


def quoted(text: str) -> str:
    """For an attribute."""
    return safe(text).replace('"', "&quot;").replace("\n", " ")


def words(text: str) -> str:
    """The inside of a run: the text, its line breaks and tabs."""
    return "".join(
        SIGNS.get(piece) or f'<w:t xml:space="preserve">{piece}</w:t>' for piece in BREAKS.split(safe(text)) if piece
    )


def run(text: str, look: str = "") -> str:
    """`look`: elements of `w:rPr`, in the order of the schema."""
    if not text:
        return ""
    return f"<w:r>{settings_of(look)}{words(text)}</w:r>"


def settings_of(look: str) -> str:
    return f"<w:rPr>{look}</w:rPr>" if look else ""


def look_of(piece: Run) -> str:
    return "<w:b/>" * piece.bold + "<w:i/>" * piece.italic


def paragraph(style: str, inside: str = "", settings: str = "") -> str:
    """`settings`: elements of `w:pPr` after the style, in the order of the schema."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{settings}</w:pPr>{inside}</w:p>'


def field(instruction: str, shown: str, look: str = "") -> str:
    """A field with the result that it has until it is worked out: Word takes one without for a damaged file."""

    inside = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        words(shown),
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(f"<w:r>{settings_of(look)}{piece}</w:r>" for piece in inside)


def tabs(*at: tuple[str, int]) -> str:
    """`at`: (alignment, twips) of each."""
    stops = "".join(f'<w:tab w:val="{side}" w:pos="{place}"/>' for side, place in at)
    return f"<w:tabs>{stops}</w:tabs>"
