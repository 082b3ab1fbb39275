"""A document as PDF: printout, then layout."""

from __future__ import annotations

from collections.abc import Iterable

from ..core.checks import Remark
from ..core.document import Document
from ..core.following import NO_FOLLOWS, Follows
from ..core.party import parties_of
from .exchange import dumps
from .formats import JSON
from .pdf import Attachment, render
from .printout import printout
from .stamp import Stamp

SAID = "Dokumentet som data, att läsa in i Finsam-formulär"


def pdf(
    document: Document,
    stamp: Stamp,
    *,
    part: str = "allt",
    remarks: Iterable[Remark] | None = None,
    draft: str = "",
    follows: Follows = NO_FOLLOWS,
    change: str = "",
) -> bytes:
    """`part`: `allt`, `text`, `budget`, `underskrifter`, `granskning`, a sheet of the form, or a party's id. `remarks`: printed on
    pages of their own. `draft`, `change`: its number where it is kept, and that of its last change. `follows`: what the draft
    follows."""
    return render(printout(document, stamp, part, remarks), source(document, part, draft, follows, change))


def source(
    document: Document, part: str, draft: str, follows: Follows = NO_FOLLOWS, change: str = ""
) -> Attachment | None:
    """The whole document as data, in the file that is made from it. A party's own sheet goes to those who sign for it, and holds no
    more than what stands on it."""
    if any(party.id == part for party in parties_of(document)):
        return None
    data = dumps(document, draft, follows, change).encode("utf-8", "replace")
    return Attachment(JSON.file_name(document), JSON.media_type, SAID, data)
