"""Which reader a file is for: told by what is in it, never by its name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from ..core.document import Document
from ..core.mall import Mall, mall_of
from .brought import Brought, Refused
from .package import HAS_MACROS, LARGEST, TOO_LARGE, unpacked
from .xml import tree

EMPTY = "Filen är tom."
UNKNOWN = (
    "Filen är av en sort som inte går att läsa in. Det går med Word (.docx), Excel (.xlsx), PDF, zip och JSON härifrån."
)
OLDER = "Filen är sparad i ett äldre format, eller skyddad med lösenord. Öppna den och spara den utan lösenord som .docx eller .xlsx."
LINKS_OUT = (
    "Filen hänvisar till annat utanför sig själv (en mall, en bild, en annan arbetsbok). Det hämtas inte: bara det som står "
    "i filen läses."
)
OPEN_DOCUMENT = "Filen är i OpenDocument-format. Öppna den i LibreOffice och spara den som .docx eller .xlsx."
RICH_TEXT = "Filen är i RTF-format. Öppna den och spara den som .docx."
STARTS = {
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": OLDER,
    b"{\\rtf": RICH_TEXT,
}
"""How files begin that are known, and what to do about them."""
WORD, EXCEL = "wordprocessingml.document.main+xml", "spreadsheetml.sheet.main+xml"
"""How the media type of the main part ends."""
ZIP, PDF = b"PK", b"%PDF-"
BYTE_MARKS = b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"
"""How a text file can begin; the reader of JSON knows them too."""


def opened_file(path: Path) -> bytes:
    """What is in a file, or so much of one that is too large that `read_file` sees that it is. Raises OSError."""
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def read_file(data: bytes, malls: Mapping[str, Mall], beside: Document | None = None) -> Brought:
    """What a file says. `beside`: the draft that it is read in to, whose own version of the form is the one that it is read by.

    Raises Refused.
    """
    if len(data) > LARGEST:
        raise Refused(TOO_LARGE)
    if not data.strip():
        raise Refused(EMPTY)
    for start, sentence in STARTS.items():
        if data.startswith(start):
            raise Refused(sentence)
    if beside is not None:
        malls = {**malls, mall_of(beside).id: mall_of(beside)}
    # A reader, and the libraries that it needs, is loaded when the first file of its sort comes.
    if data.startswith(ZIP):
        return read_package(unpacked(data), malls, beside)
    if PDF in data[:1024]:
        from . import pdf

        return pdf.read(data, malls)
    if data.startswith(BYTE_MARKS) or data.lstrip()[:1] in (b"{", b"["):
        from . import json

        return json.read(data, malls)
    raise Refused(UNKNOWN)


def read_package(parts: Mapping[str, bytes], malls: Mapping[str, Mall], beside: Document | None) -> Brought:
    """Raises Refused."""
    if "mimetype" in parts:
        raise Refused(OPEN_DOCUMENT)
    if "[Content_Types].xml" in parts:
        return told_of_links(read_office(parts, malls, beside), parts)
    from . import zip

    return zip.read(parts, malls)


def read_office(parts: Mapping[str, bytes], malls: Mapping[str, Mall], beside: Document | None) -> Brought:
    """Raises Refused."""
    types = [str(one.get("ContentType", "")) for one in tree(parts["[Content_Types].xml"])]
    if any("macroenabled" in one.lower() for one in types):
        raise Refused(HAS_MACROS)
    if not any(one.endswith((WORD, EXCEL)) for one in types):
        raise Refused(UNKNOWN)
    if any(one.endswith(EXCEL) for one in types):
        from . import xlsx

        return xlsx.read(parts, malls, beside)
    from . import docx

    return docx.read(parts, malls, beside)


def told_of_links(brought: Brought, parts: Mapping[str, bytes]) -> Brought:
    """What a file only refers to is never fetched. A link to click on is no part of what it says."""
    rels = [tree(part) for name, part in parts.items() if name.endswith(".rels")]
    out = (one for root in rels for one in root if one.get("TargetMode") == "External")
    if not any(not str(one.get("Type", "")).endswith("/hyperlink") for one in out):
        return brought
    return replace(brought, said=(LINKS_OUT, *brought.said))
