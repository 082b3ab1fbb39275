"""What makes the file keep (PDF/A-3a, ISO 19005-3) and open to all (PDF/UA-1, ISO 14289-1): what it says about itself, which colours
its numbers are, and the document as data inside it."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from functools import cache
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDate, PDFDictionary, PDFName, PDFString

from ...places import resource_root
from .streams import stream

SRGB = "sRGB IEC61966-2.1"
XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{made}</xmp:CreateDate><xmp:ModifyDate>{made}</xmp:ModifyDate><xmp:CreatorTool>{creator}</xmp:CreatorTool>
<pdf:Producer>{producer}</pdf:Producer>
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag>
</pdfaExtension:schemas></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
"""What the file says about itself, and the schema of the one name in it that PDF/A does not know."""


class Attachment(NamedTuple):
    """A file in the file: the source that the pages were made from."""

    name: str
    media_type: str
    said: str
    content: bytes


@cache
def srgb() -> bytes:
    return (resource_root() / "static" / "icc" / "srgb.icc").read_bytes()


def keep(document: Any, language: str, structure: Any, attachment: Attachment | None) -> None:
    """The catalog of ReportLab's document, complete. `structure`: the reference to the root of the structure tree."""
    catalog = document.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents", "AF"]
    catalog.StructTreeRoot = structure
    catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    catalog.Metadata = stream(metadata(document, language), packed=False, Type="/Metadata", Subtype="/XML")
    catalog.OutputIntents = PDFArray([output_intent(document)])
    if attachment:
        file = document.Reference(file_specification(document, attachment))
        catalog.Names = PDFDictionary(
            {"EmbeddedFiles": PDFDictionary({"Names": PDFArray([PDFString(attachment.name), file])})}
        )
        catalog.AF = PDFArray([file])


def metadata(document: Any, language: str) -> bytes:
    info, at = document.info, document._timeStamp
    zone = timezone(timedelta(hours=at.dhh, minutes=at.dmm))
    said = {
        "title": info.title,
        "author": info.author,
        "subject": info.subject,
        "creator": info.creator,
        "producer": info.producer,
        "language": language,
        "made": datetime(*at.YMDhms).replace(tzinfo=zone).isoformat(),
    }
    return XMP.format_map({name: escape(str(words)) for name, words in said.items()}).encode()


def output_intent(document: Any) -> PDFDictionary:
    """The colours of the program are those of screens."""
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString(SRGB),
            "Info": PDFString(SRGB),
            "DestOutputProfile": document.Reference(stream(srgb(), N=3)),
        }
    )


def file_specification(document: Any, attachment: Attachment) -> PDFDictionary:
    name = PDFString(attachment.name)
    # PDFName writes «/» as it is, and the «#» of «#2F» as a sign of its own: the name is given as it is to stand.
    media_type = "/" + attachment.media_type.replace("/", "#2F")
    about = PDFDictionary({"Size": len(attachment.content), "ModDate": PDFDate(document._timeStamp)})
    file = document.Reference(
        stream(attachment.content, Type=PDFName("EmbeddedFile"), Subtype=media_type, Params=about)
    )
    return PDFDictionary(
        {
            "Type": PDFName("Filespec"),
            "F": name,
            "UF": name,
            "Desc": PDFString(attachment.said),
            "AFRelationship": PDFName("Source"),
            "EF": PDFDictionary({"F": file, "UF": file}),
        }
    )
