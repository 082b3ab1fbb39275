"""JSON in exactly one way (RFC 8785), so that everybody who has the same data gets the same bytes."""

from __future__ import annotations

import json
import unicodedata
from typing import Any

text = json.JSONEncoder(ensure_ascii=False).encode
SAFE = 2**53
"""Whole numbers from here on are not the same number in every language that reads JSON."""


def canonical_json(data: Any) -> str:
    """Keys by their UTF-16 code units, no spaces, the shortest escapes. Raises ValueError for a number that is not a whole one
    below 2**53."""
    if isinstance(data, dict):
        inner = ",".join(f"{text(key)}:{canonical_json(data[key])}" for key in sorted(data, key=utf16))
        return f"{{{inner}}}"
    if isinstance(data, list | tuple):
        return f"[{','.join(canonical_json(item) for item in data)}]"
    if isinstance(data, str):
        return text(data)
    if data is None or isinstance(data, bool):
        return json.dumps(data)
    if isinstance(data, int) and abs(data) < SAFE:
        return str(data)
    raise ValueError(f"not a whole number below 2**53: {data!r}")


def utf16(key: str) -> bytes:
    return key.encode("utf-16-be", "surrogatepass")


def composed(data: Any) -> Any:
    """The same data with every text and key in NFC: «å» typed on a Mac is the «å» of everybody else."""
    if isinstance(data, str):
        return unicodedata.normalize("NFC", data)
    if isinstance(data, list | tuple):
        return [composed(item) for item in data]
    if isinstance(data, dict):
        return {composed(key): composed(value) for key, value in data.items()}
    return data


def without_empty(data: Any) -> Any:
    """The same data, from the inside out, without the ids of rows in lists and without empty texts, nulls, objects and lists."""
    if isinstance(data, list):
        rows = [without_id(item) if isinstance(item, dict) else without_empty(item) for item in data]
        return [item for item in rows if not empty(item)]
    if isinstance(data, dict):
        inner = {key: without_empty(value) for key, value in data.items()}
        return {key: value for key, value in inner.items() if not empty(value)}
    return data


def without_id(row: dict[str, Any]) -> Any:
    return without_empty({key: value for key, value in row.items() if key != "id"})


def empty(data: Any) -> bool:
    return data is None or data == "" or data == {} or data == []
