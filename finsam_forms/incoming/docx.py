"""A Word file read back: ours by its anchors, somebody else's by its headings."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

from ..core.document import Document
from ..core.mall import Mall
from ..export.anchors import NAMESPACE
from .brought import Brought, Refused
from .package import DAMAGED
from .word_foreign import read_foreign
from .word_ours import read_ours
from .word_text import word_text
from .xml import tree

DATA = re.compile(r"customXml/item\d+\.xml")


def read(parts: Mapping[str, bytes], malls: Mapping[str, Mall], beside: Document | None = None) -> Brought:
    """`parts`: of the package, looked at (package.unpacked). `beside`: the draft that it is read in to. Raises Refused."""
    word = word_text(parts, main_part(parts))
    for name, part in parts.items():
        if DATA.fullmatch(name) and NAMESPACE.encode() in part:
            found = tree(part)
            if found.tag == f"{{{NAMESPACE}}}finsam":
                return read_ours(found.text or "", word, malls)
    return read_foreign(word, malls, beside)


def main_part(parts: Mapping[str, bytes]) -> str:
    """The part that the words are in, as the package says. Raises Refused."""
    for one in tree(parts.get("_rels/.rels", b"<x/>")):
        if str(one.get("Type", "")).endswith("/officeDocument"):
            name = posixpath.normpath(str(one.get("Target", "")).lstrip("/"))
            if name in parts:
                return name
    raise Refused(DAMAGED)
