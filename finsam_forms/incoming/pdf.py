"""Our PDF read back: it carries the document as an attached file. The pages themselves are not read."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator, Mapping
from typing import Any

from pypdf import PdfReader, apply_configuration
from pypdf.generic import EmbeddedFile

from ..core.mall import Mall
from ..export.exchange import LARGEST
from . import json
from .brought import Brought, Refused

DAMAGED = "PDF-filen är skadad eller avkortad och går inte att läsa. Hämta eller spara den igen."
SECRET = "PDF-filen är skyddad med lösenord. Spara den utan lösenord och läs in den igen."
NONE = (
    "PDF-filen har inget dokument i sig som går att läsa in: den är inte sparad härifrån, eller så är den utskriven på nytt. "
    "Läs in Word- eller Excelfilen i stället."
)
MOST_ATTACHED = 20
"""Attached files that are looked at."""
UNPACKERS = ("zlib", "lzw", "run_length", "brotli", "array_based_stream")
BOUNDS: Mapping[str, Any] = {
    **{f"{one}_maximum_output_length": LARGEST + 1 for one in UNPACKERS},
    "stream_decoding_work_maximum_length": 8 * LARGEST,
    "zlib_maximum_recovery_input_length": LARGEST,
    "jbig2dec_binary": None,  # no program is started to look at a picture
}
"""Bytes that pypdf unpacks at most of one stream: a document is never larger."""
logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # whoever reads the file in is told, in Swedish, and only once


def read(data: bytes, malls: Mapping[str, Mall]) -> Brought:
    """The attached document. Raises Refused."""
    found = attached(data)
    if found is None:
        raise Refused(NONE)
    return json.read(found, malls)


def attached(data: bytes) -> bytes | None:
    """The attached file in the exchange format; None without one. Raises Refused."""
    try:
        with apply_configuration(None, **BOUNDS):
            reader = PdfReader(io.BytesIO(data))
            if reader.is_encrypted:
                raise Refused(SECRET)
            return next((bytes(one.content) for one in listed(reader) if one.name.lower().endswith(".json")), None)
    except Refused:
        raise
    except Exception:
        # pypdf raises whatever a broken file leads it to: its own errors, KeyError, AttributeError, RecursionError …
        raise Refused(DAMAGED) from None


def listed(reader: PdfReader) -> Iterator[EmbeddedFile]:
    return (one for _, one in zip(range(MOST_ATTACHED), reader.attachment_list, strict=False))
