"""The fingerprint of a document: the same for those that say the same, another as soon as one word or figure differs.

Method 2 can be worked out again from an exported file alone: docs/fingeravtryck.md.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from .canonical import canonical_json, composed, without_empty
from .document import Document
from .kinds.kind import answers
from .mall import mall_of
from .roles import DIARIENUMMER

METHOD_1 = "finsam-forms/1"
METHOD = "finsam-forms/2"


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What was frozen, and its SHA-256 in 64 hexadecimal digits. `canonical` is empty for a document known only by its print."""

    method: str
    canonical: str
    sha256: str

    @property
    def shown(self) -> str:
        """Twelve characters in groups of four, as they stand on paper: `7F3A-91C2-0D4E`."""
        return shown(self.sha256)


def fingerprint(document: Document) -> Fingerprint:
    """The fingerprint by today's method: form with its own fingerprint, title and content, without what only the group sees."""
    left_out = left_out_of(document)
    content = {at.path: at.json() for at in answers(document) if at.path not in left_out}
    mall = mall_of(document)
    body = {
        "innehall": without_empty(composed(content)),
        "mall": mall.id,
        "mallavtryck": mall.fingerprint,
        "mallversion": mall.version,
        "metod": METHOD,
        "titel": document.text("_titel"),
        "utan": left_out,
    }
    frozen = canonical_json(composed(body))
    return Fingerprint(METHOD, frozen, sha256(frozen))


def left_out_of(document: Document) -> list[str]:
    """The ids of the fields that are no part of what is signed: those never printed, and the diarienummer."""
    return sorted(field.id for field in document.mall.fields() if not field.printed or field.role == DIARIENUMMER)


def fingerprint_1(document: Document) -> Fingerprint:
    """By the first method, so that papers signed before the second are still known: form and content, rows without ids."""
    mall = mall_of(document)
    content = {at.path: at.json() for at in answers(document)}
    body = {"mall": mall.id, "version": mall.version, "innehall": without_ids(content)}
    frozen = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Fingerprint(METHOD_1, frozen, sha256(frozen))


def without_ids(data: Any) -> Any:
    """Method 1: the same data without ids of rows, and without what was empty before its inside was looked through."""
    if isinstance(data, list):
        return [
            without_ids({key: row[key] for key in row if key != "id"} if isinstance(row, dict) else row) for row in data
        ]
    if isinstance(data, dict):
        inner = {key: without_ids(value) for key, value in data.items()}
        return {key: value for key, value in inner.items() if value not in (None, {}, [])}
    return data


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def shown(digest: str) -> str:
    """The first twelve of 64 hexadecimal digits, as they stand on paper."""
    return "-".join(digest[start : start + 4].upper() for start in (0, 4, 8))
