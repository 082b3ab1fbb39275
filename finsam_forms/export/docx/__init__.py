"""The printed pages as a Word file that can be read back. Imported when one is made, not at start."""

from __future__ import annotations

from ...core.fingerprint import fingerprint
from ...core.mall import mall_of
from ..formats import Order
from ..paper import Paper
from ..parts import ALL
from ..printout import printout
from .file import Kept
from .layout import render
from .own import filled

__all__ = ["docx"]


def docx(order: Order) -> bytes:
    """What is ordered, as a Word file: the whole of it in the förbund's own template where there is one. Raises Unmade."""
    document, mall = order.document, mall_of(order.document)
    kept = Kept(
        form=mall.id,
        form_mark=mall.fingerprint,
        draft=order.draft,
        fingerprint=fingerprint(document).sha256,
        base={path: text for path, text in document.values.items() if text and not path.startswith("_")},
        whole=order.part == ALL,
    )
    if order.template and kept.whole:
        return filled(order.template, Paper(document, order.stamp), kept)
    return render(printout(document, order.stamp, order.part, order.remarks), kept)
