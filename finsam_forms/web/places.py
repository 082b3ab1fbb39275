"""Addresses of sections, and of what texts refer to."""

from __future__ import annotations

from flask import url_for

from ..core.mall import Section
from ..core.references import Reference
from ..live.desk import Sheet


def source_of(sheet: Sheet, reference: Reference) -> str:
    """The page that a living amount comes from; empty when the form has none for it."""
    section = sheet.mall.section_of(reference.path)
    return section_url(sheet, section) if section else ""


def section_url(sheet: Sheet, section: Section) -> str:
    return url_for("avsnitt.show", draft_id=sheet.draft_id, section_id=section.id)
