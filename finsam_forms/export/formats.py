"""The files that a draft can be saved as: one list for the command line, the pages and whoever sends them on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

if TYPE_CHECKING:  # the command line asks for the names alone
    from ..core.checks import Remark
    from ..core.document import Document
    from ..core.following import Told
    from .happened import Happening
    from .stamp import Stamp


UNLIKE = str.maketrans({"ø": "o", "æ": "ae", "ß": "ss", "đ": "d", "ł": "l"})
"""Letters that are not another with a mark."""


class Unmade(Exception):
    """A file that can't be made as it is asked for; the message says why, in Swedish."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What to make a file of. `part`: `allt`, `text`, `budget`, `underskrifter`, `granskning`, a sheet of the form, or a party's id.
    `remarks`: printed on pages of their own. A file to be read in again holds the whole document, whatever
    is ordered."""

    document: Document
    stamp: Stamp
    part: str = "allt"
    remarks: Iterable[Remark] | None = None
    draft: str = ""
    """The number of the draft, where it is known: files that can be read back say what they were made from."""
    change: str = ""
    """The number of the last change of the draft, likewise."""
    follows: Mapping[str, Told] = field(default_factory=dict)
    """What the draft follows, by what it is to it."""
    template: bytes = b""
    """The förbund's own Word file for the form, where it has one."""
    history: Iterable[Happening] = ()
    """What has happened with the draft, for whoever it is sent to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A kind of file. `needs`: the libraries that make it, loaded when the first one is made."""

    name: str
    said: str
    """What it is called in a sentence: «en Word-fil»."""
    media_type: str
    ending: str
    looked_at: bool = False
    """Does a browser show it as it is on paper? Else it is always saved."""
    as_blank: str = ""
    """What the page calls the kind where a form without answers can be had as one, to fill in; empty where it can't."""
    templated: bool = False
    """Can a förbund have a file of its own that it is made in?"""
    sent: bool = False
    """Is it all that is handed in, not made while a fel is left without a reason?"""
    needs: tuple[str, ...] = ()
    make: Callable[[Order], bytes]

    @property
    def title(self) -> str:
        """What it is called where it stands by itself."""
        return self.said[:1].upper() + self.said[1:]

    @property
    def lacks(self) -> tuple[str, ...]:
        """The libraries that are not installed here."""
        return tuple(library for library in self.needs if find_spec(library) is None)

    def file_name(self, document: Document) -> str:
        """A name that every system can keep: «vagen-in-processledare.pdf»."""
        from ..core.mall import mall_of

        return (slug(document.title or mall_of(document).title) or "utskrift") + self.ending


def slug(words: str) -> str:
    """Words as they can stand in the name of a file: «Älvkarleby kommun» → «alvkarleby-kommun»; empty when nothing is left."""
    plain = "".join(one for one in normalize("NFKD", words.lower().translate(UNLIKE)) if not combining(one))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")


def as_json(order: Order) -> bytes:
    from .exchange import dumps

    return f"{dumps(order.document, order.draft, order.follows, order.change)}\n".encode()


def as_pdf(order: Order) -> bytes:
    # ReportLab costs half a second to import: only when something is printed.
    from .printing import pdf

    return pdf(
        order.document,
        order.stamp,
        part=order.part,
        remarks=order.remarks,
        draft=order.draft,
        follows=order.follows,
        change=order.change,
    )


def as_docx(order: Order) -> bytes:
    # python-docx and lxml take a fifth of a second to import.
    from .docx import docx

    return docx(order)


def as_xlsx(order: Order) -> bytes:
    from .xlsx import xlsx

    return xlsx(order.document, order.stamp, order.draft)


def as_zip(order: Order) -> bytes:
    from .parcel import parcel

    return parcel(order)


JSON = Format(
    name="json",
    said="fil att läsa in på en annan dator",
    media_type="application/json",
    ending=".json",
    make=as_json,
)
PDF = Format(
    name="pdf",
    said="PDF-fil",
    media_type="application/pdf",
    ending=".pdf",
    looked_at=True,
    as_blank="PDF",
    needs=("reportlab", "segno"),
    make=as_pdf,
)
DOCX = Format(
    name="docx",
    said="Word-fil",
    media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ending=".docx",
    as_blank="Word",
    templated=True,
    needs=("docx", "lxml", "segno"),
    make=as_docx,
)
XLSX = Format(
    name="xlsx",
    said="Excel-fil med tabellerna",
    media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ending=".xlsx",
    as_blank="Excel",
    needs=("xlsxwriter",),
    make=as_xlsx,
)
ZIP = Format(
    name="zip",
    said="paket för inskickning",
    media_type="application/zip",
    ending=".zip",
    templated=True,
    sent=True,
    needs=PDF.needs,
    make=as_zip,
)
FORMATS = {one.name: one for one in (PDF, DOCX, XLSX, JSON, ZIP)}
"""The files that a draft can be saved as: the command line, the page «Skriv ut» and its addresses have these and no others."""
