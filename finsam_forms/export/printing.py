"""A document as PDF: printout, then layout. What routes and the command line call."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..core.checks import Remark
from ..core.document import Document
from ..core.fingerprint import fingerprint
from ..core.mall import VERSION
from .elements import Element
from .pdf import render
from .printout import Stamp, printout


def pdf(
    document: Document,
    *,
    printed_at: str,
    part: str = "allt",
    state: str = "utkast",
    remarks: Iterable[Remark] | None = None,
) -> bytes:
    """`part`: `allt`, `text`, `budget`, `underskrifter`, `granskning`, or a party's id. `state`: `utkast`, `last`, `blankett`.
    `remarks`: printed on pages of their own."""
    return render(printout(document, stamp(document, state, printed_at), part, remarks))


def stamp(document: Document, state: str, printed_at: str = "") -> Stamp:
    """What tells one state of the document from another; without a time it is looked at, not printed."""
    mark = fingerprint(document) if state == "last" else ""
    return Stamp(printed_at=printed_at, state=state, version=document.text(VERSION), fingerprint=mark)  # type: ignore[arg-type]


def text_and_budget(document: Document, state: str) -> tuple[Element, ...]:
    """What is read on a screen: all but the sheets to sign."""
    seen = stamp(document, state)
    return tuple(element for part in ("text", "budget") for element in printout(document, seen, part).elements)


def file_name(document: Document) -> str:
    """A name that every system can keep: «vagen-in-processledare.pdf»."""
    words = document.title or document.mall.title
    plain = words.lower().translate(str.maketrans("åäöéü", "aaoeu"))
    return (re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60] or "utskrift") + ".pdf"
