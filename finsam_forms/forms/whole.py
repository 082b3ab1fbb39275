"""Whole numbers of a request: what is none, or is larger than anything counted here, is read as none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from wtforms import IntegerField

MOST_DIGITS = 15
"""A number of more digits is no number of a row, a version or a page; SQLite holds eighteen."""


def whole(text: str) -> int | None:
    """The number that a text of ASCII digits stands for, else None («²» is a digit to Python and no number)."""
    good = text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS
    return int(text) if good else None


class WholeField(IntegerField):
    """A whole number from 0 of a form; WTForms' own reads one of thousands of digits and then cannot compare it."""

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        if valuelist:
            self.data = whole(str(valuelist[0]))
            if self.data is None:
                raise ValueError("Inget helt tal.")
