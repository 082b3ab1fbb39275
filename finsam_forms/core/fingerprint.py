"""The fingerprint of a document: the same for those that say the same, another as soon as one word or figure differs.

Method 2 can be worked out again from an exported file alone: docs/fingeravtryck.md.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any, NamedTuple

from .canonical import canonical_json, composed, without_empty
from .document import Document, view
from .kinds.kind import Kind, answers
from .mall import Mall, mall_of
from .party import SAID, keys_of_parties, parties_of, party_keys
from .roles import DIARIENUMMER
from .row_id import FORM_LINE

METHOD_1 = "finsam-forms/1"
METHOD = "finsam-forms/2"
NOT_THEN = ("id", FORM_LINE, SAID)
"""Keys of a row that method 1 leaves out: it did not read them, or they came later."""


class Fingerprint(NamedTuple):
    """What was frozen, and its SHA-256 in 64 hexadecimal digits. `canonical` is empty for a document known only by its print."""

    method: str
    canonical: str
    sha256: str

    @property
    def shown(self) -> str:
        """Twelve characters in groups of four, as they stand on paper: `7F3A-91C2-0D4E`."""
        return shown(self.sha256)


def any_word_counts(document: Document, path: str) -> bool:
    return False


@view(any_word_counts)
def fingerprint(document: Document) -> Fingerprint:
    """The fingerprint by today's method: form with its own fingerprint, title and content, without what only the group sees.

    Kept with the document: every file of a parcel bears it.
    """
    left_out = left_out_of(document)
    content = {at.path: at.json() for at in answers(document) if at.path not in left_out}
    mall = mall_of(document)
    body = {
        "mall": mall.id,
        "mallavtryck": mall.fingerprint,
        "mallversion": mall.version,
        "metod": METHOD,
        "titel": document.text("_titel"),
        "utan": left_out,
    }
    frozen = canonical_json({"innehall": without_empty(composed(content)), **composed(body)})
    return Fingerprint(METHOD, frozen, sha256(frozen))


def left_out_of(document: Document) -> list[str]:
    """The ids of the fields that are no part of what is signed: those printed nowhere as the document stands, and the diarienummer."""
    mall = mall_of(document)
    asked = {field.id for field in mall.shown_fields(document)}
    elsewhere = frozenset().union(*(field.follows(mall) for field in mall.fields() if field.printed))
    seen = (
        field.id
        for field in mall.fields()
        if field.role != DIARIENUMMER and (field.id in elsewhere or on_paper(field, mall))
    )
    return sorted({field.id for field in mall.fields()} - asked.intersection(seen))


def on_paper(field: Kind, mall: Mall) -> bool:
    """Can anything of it be printed anywhere, or does it decide what is printed?"""
    return (
        field.printed or field.echoed or field.id in (*(path.partition("/")[0] for path in mall.names), *mall.deciders)
    )


def fingerprint_1(document: Document) -> Fingerprint:
    """By the first method, so that papers signed before the second are still known: form and content, rows without ids."""
    mall = mall_of(document)
    names = {party.id: party.name for party in parties_of(document)}
    as_then = Document(mall, document.values, {keys_of_parties: party_keys(names)})
    content = {at.path: at.json() for at in answers(as_then)}
    body = {"mall": mall.id, "version": mall.version, "innehall": without_ids(content)}
    frozen = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Fingerprint(METHOD_1, frozen, sha256(frozen))


def without_ids(data: Any) -> Any:
    """Method 1: the same data without ids of rows, and without what was empty before its inside was looked through."""
    if isinstance(data, list):
        return [
            without_ids({key: row[key] for key in row if key not in NOT_THEN} if isinstance(row, dict) else row)
            for row in data
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
