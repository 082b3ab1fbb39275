"""What a group keeps about a draft beside the form's own questions. Never printed, not in the fingerprint."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from .kind import Leaf
from .line import Line
from .long_text import LongText

RESERVED: Mapping[str, Leaf] = MappingProxyType(
    {
        "_titel": Line(id="_titel", label="Namn på utkastet"),
        "_notes": LongText(id="_notes", label="Att göra"),
    }
)
