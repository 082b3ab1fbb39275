"""Whole numbers of a request: what is none, or is larger than anything counted here, is read as none."""

from __future__ import annotations

MOST_DIGITS = 15
"""A number of more digits is no number of a row, a version or a page; SQLite holds eighteen."""


def whole(text: str) -> int | None:
    """The number that a text of ASCII digits stands for, else None («²» is a digit to Python and no number)."""
    good = text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS
    return int(text) if good else None
