"""A document as PDF: printout, then layout."""

from __future__ import annotations

from collections.abc import Iterable

from ..core.checks import Remark
from ..core.document import Document
from .pdf import render
from .printout import printout
from .stamp import Stamp


def pdf(
    document: Document,
    stamp: Stamp,
    *,
    part: str = "allt",
    remarks: Iterable[Remark] | None = None,
) -> bytes:
    """`part`: `allt`, `text`, `budget`, `underskrifter`, `granskning`, a sheet of the form, or a party's id. `remarks`: printed on pages of their own."""
    return render(printout(document, stamp, part, remarks))
