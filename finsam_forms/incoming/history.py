"""A file that only says which change its draft had come to when it was made: the draft's own history knows how it stood then."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from ..core.document import Document
from ..core.fingerprint import fingerprint
from ..core.mall import mall_of
from ..forms.whole import whole
from .brought import Brought

ValuesAt = Callable[[int, int], Mapping[str, str]]
"""(draft, change) → its values right after it."""


def with_history(brought: Brought, document: Document, draft_id: int, values_at: ValuesAt) -> Brought:
    """The file with how the draft stood then, where the fingerprint says that it did: numbers are each computer's own."""
    change = whole(brought.change)
    if brought.base is not None or brought.draft != str(draft_id) or change is None:
        return brought
    then = Document(mall_of(document), values_at(draft_id, change))
    return replace(brought, base=then.values) if fingerprint(then).sha256 == brought.fingerprint else brought
