"""What two documents that say the same have in common: a fingerprint of form and content, not of row ids or history."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from .document import Document


def fingerprint(document: Document) -> str:
    """Twelve characters of SHA-256, in groups of four: `7F3A-91C2-0D4E`."""
    content = {field.id: field.to_json(document, field.id) for field in document.mall.fields()}
    body = {"mall": document.mall.id, "version": document.mall.version, "innehall": without_ids(content)}
    text = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest().upper()
    return "-".join(digest[start : start + 4] for start in (0, 4, 8))


def without_ids(data: Any) -> Any:
    """The same data without the ids of rows in lists and without what is empty. A party may well be called «id»."""
    if isinstance(data, list):
        return [
            without_ids({key: row[key] for key in row if key != "id"} if isinstance(row, dict) else row) for row in data
        ]
    if isinstance(data, dict):
        inner = {key: without_ids(value) for key, value in data.items()}
        return {key: value for key, value in inner.items() if value not in (None, {}, [])}
    return data
