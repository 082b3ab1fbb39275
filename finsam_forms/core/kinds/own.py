"""What a group keeps about a draft beside the form's own questions: its name, where the form asks for none, and what is left to do.

The notes are never printed and in no fingerprint; the name stands on paper as the document's title. Both are written by routes of
their own alone (web/oversikt.py, web/anteckningar.py), so that who wrote a note is who asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ..reading import one_line
from .kind import Leaf
from .line import Line
from .long_text import LongText

NOTES = "_notes/"
"""A note stands at `_notes/<section>/<note>/…`."""
NOTE_PARTS = ("text", "av", "klar", "vem", "nar", "falt", "citat", "svar")
"""What is to be done, who wrote it, who ticked it off; who does it, and by which day; the path of the text that it is about, and
the words of it; what has been answered, a line each."""
LONGEST_NAME = 300
"""Characters of a draft's name: it stands in lists and on every page."""


class DraftName(Line):
    """What a draft is called, where no field of its form is its name."""

    __slots__ = ()

    def canonical(self, typed: str) -> str:
        return one_line(typed)[:LONGEST_NAME].rstrip()


RESERVED: Mapping[str, Leaf] = MappingProxyType(
    {
        "_titel": DraftName(id="_titel", label="Namn på utkastet"),
        "_notes": LongText(id="_notes", label="Att göra"),
    }
)
