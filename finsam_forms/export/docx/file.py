"""The Word file itself: our own template, with what was written put in, its heads, its lists, and what it says of itself."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from ...core.document import PLACE
from .. import elements as e
from ..anchors import NAMESPACE, Anchors
from .furniture import Section, draft_mark, foot, running_head, section_settings
from .pen import Pen
from .xml import DECLARED, paragraph, quoted, safe

TEMPLATE = Path(__file__).parent / "template"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
DATA = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What a file says of the document that it was made from. `base`: path → stored text. `whole`: is all of it printed? A file of a
    part says nothing of the others, which may go to somebody else."""

    form: str
    form_mark: str
    draft: str
    fingerprint: str
    base: Mapping[str, str]
    whole: bool

    def said(self, anchors: Anchors) -> dict[str, Any]:
        """As it is written in the file."""
        base = self.base
        if not self.whole:
            written = {*anchors.paths()}
            above = {path[:at] for path in written for at, sign in enumerate(path) if sign == "/"} | written
            base = {
                path: text for path, text in base.items() if path in written or path.removesuffix(f"/{PLACE}") in above
            }
        facts = {"form": self.form, "form_mark": self.form_mark, "draft": self.draft, "fingerprint": self.fingerprint}
        return facts | {"base": base, "anchors": anchors.kept, "fixed": sorted(anchors.fixed)}


class File:
    """A Word file that is being made, of our own template or another."""

    def __init__(self, document: Document | None = None) -> None:
        self.document = document or docx.Document(str(TEMPLATE))
        self.part = self.document.part
        self.numbered = 1
        """The kind of list that the template has for numbered ones."""
        self.furniture: dict[tuple[str, str], str] = {}
        """What stands over or under pages → the id that it is known by."""

    def picture(self, data: bytes) -> str:
        known, _ = self.part.get_or_add_image(io.BytesIO(data))
        return known

    def whole(self, marks: e.Marks, sections: list[Section], pen: Pen, kept: Kept | None) -> bytes:
        body = self.document.element.body
        settings = [section_settings(one, self.references(one, marks)) for one in sections]
        written = []
        for section, its in zip(sections[:-1], settings[:-1], strict=True):
            written += [*section.content, paragraph("Tunn", "", its)]
        written += [*sections[-1].content, settings[-1]]
        for element in list(parse_xml(f"<w:body {DECLARED}>{''.join(written)}</w:body>")):
            body.append(element)
        return self.finished(marks, pen, kept)

    def finished(self, marks: e.Marks, pen: Pen, kept: Kept | None) -> bytes:
        """With its lists, and what it says of itself."""
        self.number_lists(pen)
        self.say_what_it_is(marks)
        if kept:
            self.keep(kept, pen)
        out = io.BytesIO()
        self.document.save(out)
        return out.getvalue()

    def references(self, section: Section, marks: e.Marks) -> str:
        """To the heads and feet of a section's pages; alike ones are the same part."""
        found = []
        over = {"default": running_head(section, marks)}
        if section.own_head:
            over["first"] = draft_mark(marks)
        for kind, content in over.items():
            found.append(f'<w:headerReference w:type="{kind}" r:id="{self.furnished("hdr", content)}"/>')
        for kind in over:
            found.append(
                f'<w:footerReference w:type="{kind}" r:id="{self.furnished("ftr", foot(section.land, marks))}"/>'
            )
        return "".join(found)

    def furnished(self, tag: str, content: str) -> str:
        if (tag, content) not in self.furniture:
            name, kind, relation = {
                "hdr": ("header", CT.WML_HEADER, RT.HEADER),
                "ftr": ("footer", CT.WML_FOOTER, RT.FOOTER),
            }[tag]
            xml = f"{DECLARATION}<w:{tag} {DECLARED}>{content}</w:{tag}>"
            part = self.added(f"/word/{name}%d.xml", kind, xml)
            self.furniture[tag, content] = self.part.relate_to(part, relation)
        return self.furniture[tag, content]

    def added(self, name: str, kind: str, xml: str) -> Part:
        """A new part of the package. `name`: with `%d` for its number, which no other part has."""
        package = self.part.package
        assert package is not None
        return Part(package.next_partname(name), kind, xml.encode(), package)

    def number_lists(self, pen: Pen) -> None:
        """Each numbered list begins where it says, whatever stands before it."""
        numbering = self.part.numbering_part.element
        for number, start in enumerate(pen.starts, pen.first_list):
            numbering.append(
                parse_xml(
                    f'<w:num {DECLARED} w:numId="{number}"><w:abstractNumId w:val="{self.numbered}"/><w:lvlOverride w:ilvl="0">'
                    f'<w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
                )
            )

    def say_what_it_is(self, marks: e.Marks) -> None:
        said = self.document.core_properties
        said.title = shortened(f"{marks.form}: {marks.name or 'blankett'}")
        said.author = shortened(marks.forbund)
        said.subject = shortened(marks.form)
        said.language = "sv-SE"
        if marks.printed_at:
            moment = datetime.fromisoformat(marks.printed_at)
            said.created = said.modified = moment
        if marks.version:
            said.version = f"{marks.version} {marks.fingerprint}"

    def keep(self, kept: Kept, pen: Pen) -> None:
        """What reads the file back: a part that no program shows, and the same in short among the file's properties."""
        text = json.dumps(kept.said(pen.anchors), separators=(",", ":"))
        data = self.added(
            "/customXml/item%d.xml", CT.XML, f'{DECLARATION}<finsam xmlns="{NAMESPACE}">{safe(text)}</finsam>'
        )
        store = uuid5(NAMESPACE_URL, f"{NAMESPACE}:{kept.fingerprint}")
        item = (
            f'{DECLARATION}<ds:datastoreItem ds:itemID="{{{str(store).upper()}}}" xmlns:ds="{DATA}">'
            f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
        )
        self.part.relate_to(data, RT.CUSTOM_XML)
        data.relate_to(
            self.added("/customXml/itemProps%d.xml", CT.OFC_CUSTOM_XML_PROPERTIES, item), RT.CUSTOM_XML_PROPS
        )
        package = self.part.package
        assert package is not None
        if any(one.reltype == RT.CUSTOM_PROPERTIES for one in package.rels.values()):
            return  # the template has properties of its own
        facts = {"finsam-formular": kept.form, "finsam-avtryck": kept.fingerprint} | (
            {"finsam-utkast": kept.draft} if kept.draft else {}
        )
        lines = "".join(
            f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{quoted(name)}">'
            f"<vt:lpwstr>{safe(value)}</vt:lpwstr></property>"
            for number, (name, value) in enumerate(facts.items(), 2)
        )
        xml = f'{DECLARATION}<Properties xmlns="{PROPERTIES}" xmlns:vt="{TYPES}">{lines}</Properties>'
        custom = Part(PackURI("/docProps/custom.xml"), CT.OFC_CUSTOM_PROPERTIES, xml.encode(), package)
        package.relate_to(custom, RT.CUSTOM_PROPERTIES)


LONGEST_PROPERTY = 255
"""Characters: what the library takes."""


def shortened(text: str) -> str:
    plain = safe(text).replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
    return plain if len(plain) <= LONGEST_PROPERTY else f"{plain[: LONGEST_PROPERTY - 1]}…"
