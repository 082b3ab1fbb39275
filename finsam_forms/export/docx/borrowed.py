"""What a förbund's own Word file already has, and what it borrows of ours: styles, lists, the width of its pages."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import parse_xml

from . import measure as m
from .file import TEMPLATE
from .xml import NAMESPACES

W = f"{{{NAMESPACES['w']}}}"
REFERENCES = ("pStyle", "rStyle", "tblStyle")
LINKS = ("basedOn", "next", "link")


class Borrowed:
    """Our styles by the names that Word itself knows them by: the template's own look goes before ours."""

    def __init__(self, document: Document) -> None:
        self.document = document
        body = document.element.body
        ids = (int(one.get(f"{W}id", "0")) for one in body.iter(f"{W}bookmarkStart"))
        self.last_bookmark = max(ids, default=0) + 1
        self.bullets, self.first_list = self.lists()
        self.known = self.styles()
        for known, relation in list(document.part.rels.items()):
            if relation.reltype.endswith("/stylesWithEffects"):  # the styles once more, for Word 2007: without ours
                del document.part.rels[known]

    def styles(self) -> dict[str, str]:
        """Our id of each style → its id in the file. What the file lacks is added, without our margins."""
        theirs: Any = self.document.part._styles_part.element
        by_name = {style_name(one): one.get(f"{W}styleId") for one in theirs.iter(f"{W}style")}
        taken = set(by_name.values())
        ours: list[Any] = [*parse_xml((TEMPLATE / "word" / "styles.xml").read_bytes()).iter(f"{W}style")]
        known, new = dict[str, str](), list[Any]()
        for style in ours:
            own, name = style.get(f"{W}styleId"), style_name(style)
            known[own] = by_name.get(name) or (f"Finsam{own}" if own in taken else own)
            if name not in by_name:
                new.append(deepcopy(style))
        for style in new:
            style.set(f"{W}styleId", known[style.get(f"{W}styleId")])
            style.attrib.pop(f"{W}default", None)
            for link in style.iter(*(f"{W}{tag}" for tag in LINKS)):
                link.set(f"{W}val", known[link.get(f"{W}val")])
            for place in list(style.iter(f"{W}ind")):
                place.getparent().remove(place)
            for number in style.iter(f"{W}numId"):
                number.set(f"{W}val", str(self.bullets))
            theirs.append(style)
        return known

    def lists(self) -> tuple[int, int]:
        """The number of our bullets in the file, and the first that is free for a numbered list."""
        numbering: Any = self.numbering()
        first = 1 + max((int(one.get(f"{W}abstractNumId")) for one in numbering.iter(f"{W}abstractNum")), default=0)
        number = 1 + max((int(one.get(f"{W}numId")) for one in numbering.iter(f"{W}num")), default=0)
        before = next(numbering.iter(f"{W}num"), None)
        ours: Any = parse_xml((TEMPLATE / "word" / "numbering.xml").read_bytes())
        for place, kind in enumerate(list(ours.iter(f"{W}abstractNum"))):
            kind.set(f"{W}abstractNumId", str(first + place))
            for indent in kind.iter(f"{W}ind"):
                indent.set(f"{W}left", str(int(indent.get(f"{W}left")) - m.COL))
            if before is None:
                numbering.append(kind)
            else:
                before.addprevious(kind)
        self.numbered = first + 1
        bullets = f'<w:num xmlns:w="{NAMESPACES["w"]}" w:numId="{number}"><w:abstractNumId w:val="{first}"/></w:num>'
        numbering.append(parse_xml(bullets))
        return number, number + 1

    def numbering(self) -> Any:
        part = self.document.part
        for relation in part.rels.values():
            if relation.reltype == RT.NUMBERING:
                return relation.target_part.element
        package = part.package
        assert package is not None
        empty = parse_xml(f'<w:numbering xmlns:w="{NAMESPACES["w"]}"/>')
        made = XmlPart(PackURI("/word/numbering.xml"), CT.WML_NUMBERING, empty, package)
        part.relate_to(made, RT.NUMBERING)
        return made.element

    def dress(self, element: Any) -> None:
        """In the file's own styles, without the margin column that only our pages have."""
        for tag in REFERENCES:
            for one in element.iter(f"{W}{tag}"):
                one.set(f"{W}val", self.known.get(one.get(f"{W}val"), one.get(f"{W}val")))

    def width_at(self, element: Any) -> int:
        """Of the text where a paragraph stands: its cell's, or that of its pages."""
        cell = next(element.iterancestors(f"{W}tc"), None)
        wide = cell.find(f"{W}tcPr/{W}tcW") if cell is not None else None
        if wide is not None and wide.get(f"{W}type") == "dxa":
            return max(int(wide.get(f"{W}w")), m.mm(30))
        following = element.xpath("(following::w:sectPr | descendant::w:sectPr)[1]")
        size, margins = (following[0].find(f"{W}{tag}") for tag in ("pgSz", "pgMar")) if following else (None, None)
        if size is None or margins is None:
            return m.WIDTH
        sides = sum(int(float(margins.get(f"{W}{side}", "0"))) for side in ("left", "right"))
        return max(int(float(size.get(f"{W}w", str(m.PAGE_W)))) - sides, m.mm(30))


def style_name(style: Any) -> str:
    name = style.find(f"{W}name")
    return "" if name is None else str(name.get(f"{W}val")).lower()
