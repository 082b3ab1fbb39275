"""What a row is known by as long as it lives, wherever it is moved: `samverkansparter/7f3a2b/…`. Never used again."""

from __future__ import annotations

import secrets
from hashlib import blake2b
from typing import Any

ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"
LETTERS = 23
"""So many of them, from the start, can be the first sign."""
FORM_LINE = "mallrad"
"""The id of a line that the form has itself, in the exchange format. Older files have it as `id`, the word for rows that come and go."""
ROW_ID_SCHEMA = {"type": "string", "pattern": "^[a-z0-9]{2,24}$"}


def new_row_id(op: str = "") -> str:
    """A row id of six letters and digits, starting with a letter. The same op gives the same id: sent again, it is the same row."""
    first, *rest = blake2b((op or secrets.token_hex(12)).encode(), digest_size=6).digest()
    return ALPHABET[first % LETTERS] + "".join(ALPHABET[byte % len(ALPHABET)] for byte in rest)


def good_row_id(text: Any) -> bool:
    """Can this be a row id, whoever made it?"""
    return isinstance(text, str) and 2 <= len(text) <= 24 and text.isascii() and text.isalnum() and text == text.lower()
