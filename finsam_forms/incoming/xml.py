"""XML from anybody: nothing outside it is read, and a small part can't become a large tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .brought import Refused
from .package import DAMAGED, ODD, SWELLS

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_NODES = 500_000
"""Elements and attributes of one part, counted roughly by their signs: some hundred bytes of memory each."""


def tree(part: bytes) -> _Element:
    """The root of a part. Entities are not resolved and no file or address is fetched; more than 256 levels are no document.

    Raises Refused.
    """
    from lxml import etree  # only when a Word or Excel file is read

    if part.count(b"<") + 2 * part.count(b"=") > MOST_NODES:
        raise Refused(SWELLS)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True)
    try:
        root: _Element = etree.fromstring(part, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise Refused(DAMAGED) from None
    # The mark is looked for in the bytes too (package.py); here in whatever encoding the part says that it has.
    if root.getroottree().docinfo.internalDTD is not None:
        raise Refused(ODD)
    return root
