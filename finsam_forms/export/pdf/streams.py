"""Streams as PDF/A asks for them (ISO 19005-3, 6.1.7.1): an end of line before `endstream`, which ReportLab leaves out.

Both its characters: content that happens to end with the first of them would be taken to be shorter than it is.
"""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFStream, PDFZCompress

ENDS = b"endstream\n"


class Stream(PDFStream):
    def format(self, document: Any) -> bytes:
        made: bytes = super().format(document)
        return made.removesuffix(ENDS) + b"\r\n" + ENDS


def stream(content: bytes | str, *, packed: bool = True, **entries: Any) -> Stream:
    """`entries`: of its dictionary. Not `packed`: as it is, for those who look for it without reading the rest of the file."""
    return Stream(PDFDictionary(entries), content, [PDFZCompress] if packed else None)


def with_line_ends(document: Any) -> None:
    """The streams that ReportLab has made so far."""
    made = document.idToObject
    for name, one in made.items():
        if type(one) is PDFStream:
            made[name] = Stream(one.dictionary, one.content, one.filters)
            made[name].__InternalName__ = name
