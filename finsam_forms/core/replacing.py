"""Find and replace in the whole document: in what people have written, never in the keys that a living amount is stored as."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .document import Document
from .kinds.kind import answers
from .text_parts import REFERENCE

WRITTEN = frozenset({"words", "texts", "addresses"})
"""Topics of what is written in words: amounts, days and answers to choose are other things than their letters."""


def replaced(text: str, find: str, put: str) -> str:
    """The text with each `find`, capitals and all, made `put`. Linear in the text."""
    if not find:
        return text
    wanted = re.compile(f"({REFERENCE.pattern})|{re.escape(find)}")
    return wanted.sub(lambda found: found[0] if found[1] else put, text)


def places(document: Document, find: str) -> Iterator[str]:
    """The paths whose text has `find`, in the form's order."""
    for at in answers(document):
        for leaf in at.leaves():
            text = leaf.text()
            if leaf.field.topic in WRITTEN and find in text and replaced(text, find, "") != text:
                yield leaf.path
