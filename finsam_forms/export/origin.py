"""What a file that can be changed and read back says of where it came from: which draft, of which form, and what stood there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..core.document import Document
from ..core.fingerprint import fingerprint
from ..core.mall import mall_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """`form_mark`: the fingerprint of the form. `draft`: its number; empty for a blank form. `base`: the stored texts as they were, by
    path, without what only the group sees."""

    form: str
    form_mark: str
    draft: str
    fingerprint: str
    base: Mapping[str, str]

    @classmethod
    def of(cls, document: Document, draft: str = "") -> Origin:
        mall = mall_of(document)
        base = {path: text for path, text in document.values.items() if text and not path.startswith("_")}
        return cls(
            form=mall.id,
            form_mark=mall.fingerprint,
            draft=draft,
            fingerprint=fingerprint(document).sha256,
            base=base,
        )
