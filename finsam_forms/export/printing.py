"""A document as PDF: printout, then layout. What routes and the command line call."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..core.checks import Remark
from ..core.document import Document
from ..core.mall import mall_of
from .elements import Element
from .pdf import render
from .printout import Stamp, printout


def pdf(
    document: Document,
    stamp: Stamp,
    *,
    part: str = "allt",
    remarks: Iterable[Remark] | None = None,
) -> bytes:
    """`part`: `allt`, `text`, `budget`, `underskrifter`, `granskning`, or a party's id. `remarks`: printed on pages of their own."""
    return render(printout(document, stamp, part, remarks))


def text_and_budget(document: Document, stamp: Stamp) -> tuple[Element, ...]:
    """What is read on a screen: all but the sheets to sign."""
    return tuple(element for part in ("text", "budget") for element in printout(document, stamp, part).elements)


def file_name(document: Document) -> str:
    """A name that every system can keep: «vagen-in-processledare.pdf»."""
    words = document.title or mall_of(document).title
    plain = words.lower().translate(str.maketrans("åäöéü", "aaoeu"))
    return (re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60] or "utskrift") + ".pdf"
