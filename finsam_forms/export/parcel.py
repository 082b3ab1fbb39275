"""All that is handed in, in one zip: the document in every format, each party's sheet, the history, and a first page that says what
it is and how the files are known."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from ..core.party import Party
from .formats import FORMATS, PDF, Format, Order, slug
from .happened import as_csv
from .kinds import sheets_to_sign
from .letter import Enclosed, letter
from .paper import Paper
from .parts import ALL

LETTER, HISTORY, SUMS = "0_foljebrev.pdf", "historik.csv", "SHA256SUMS.txt"
"""With what no name of a document has («_», an ending of its own): nothing is there twice."""
File = tuple[str, str, bytes]
"""Name, what it is, content."""


def parcel(order: Order) -> bytes:
    """Raises Unmade."""
    return b"".join(stream(order))


def stream(order: Order) -> Iterator[bytes]:
    """The zip as it grows, a file at a time. Raises Unmade, before anything has come, when a Word file of the förbund's own can't be
    filled in."""
    target, sent = io.BytesIO(), 0
    at = datetime.now().timetuple()[:6]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, _, content in files(order):
            about = zipfile.ZipInfo(name, at)
            about.compress_type, about.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            package.writestr(about, content)
            yield target.getvalue()[sent:]
            sent = target.tell()
    yield target.getvalue()[sent:]


def files(order: Order) -> Iterator[File]:
    """What is told on the first page, then that page, then the sums of them all."""
    from .pdf import render  # ReportLab: only when something is printed

    found: list[Enclosed] = []
    for name, said, content in contents(order):
        found.append(Enclosed(name, said, sha256(content).hexdigest()))
        yield name, said, content
    first = render(letter(order, found, SUMS))
    yield LETTER, "Följebrev", first
    found.append(Enclosed(LETTER, "Följebrev", sha256(first).hexdigest()))
    yield SUMS, "Fingeravtryck", "".join(f"{one.sha256}  {one.name}\n" for one in sorted(found)).encode()


def contents(order: Order) -> Iterator[File]:
    whole = replace(order, part=ALL, remarks=None)
    for one in enclosed():
        yield one.file_name(order.document), one.title, one.make(whole)
    for number, party in signers(order):
        name = f"underskrift_{number}_{slug(party.shown_name)}.pdf"
        yield name, f"Underskriftsblad för {party.shown_name}", PDF.make(replace(whole, part=party.id))
    yield HISTORY, "Historiken: vem som har ändrat var, och när", as_csv(order.history)


def count(order: Order) -> int:
    """How many files it will hold."""
    return len(enclosed()) + len(signers(order)) + 3


def enclosed() -> list[Format]:
    """The formats of the whole document that can be made here. Those with a template of the förbund's own come first: it is they that
    can't always be made, and then nothing has been sent yet."""
    found = [one for one in FORMATS.values() if not one.sent and not one.lacks]
    return sorted(found, key=lambda one: not one.templated)


def signers(order: Order) -> list[tuple[int, Party]]:
    """Number of the sheet, and who signs it."""
    found = sheets_to_sign(Paper(order.document, order.stamp))
    return [(number, party) for number, (_, party) in enumerate(found, 1) if party is not None]
