"""What a group keeps about a draft beside the form's own questions: its name, where the form asks for none, and what is left to do.

The notes are never printed and in no fingerprint; the name stands on paper as the document's title. Both are written by routes of
their own alone (web/oversikt.py, web/anteckningar.py), so that who wrote a note is who asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from .kind import Leaf
from .line import Line
from .long_text import LongText

NOTES = "_notes/"
"""A note stands at `_notes/<section>/<note>/…`."""
NOTE_PARTS = ("text", "av", "klar")
"""What is to be done, who wrote it, who ticked it off."""
RESERVED: Mapping[str, Leaf] = MappingProxyType(
    {
        "_titel": Line(id="_titel", label="Namn på utkastet"),
        "_notes": LongText(id="_notes", label="Att göra"),
    }
)
