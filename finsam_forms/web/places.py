"""Addresses of what texts refer to."""

from __future__ import annotations

from flask import url_for

from ..core.references import Reference
from ..live.desk import Sheet


def source_of(sheet: Sheet, reference: Reference) -> str:
    """The page that a living amount comes from; empty when the form has none for it."""
    section = sheet.mall.section_of(reference.path)
    return url_for("avsnitt.show", draft_id=sheet.draft_id, section_id=section.id) if section else ""
