"""Addresses of sections, and of what texts refer to."""

from __future__ import annotations

from flask import url_for

from ..core.mall import Mall, Section
from ..core.references import Reference
from ..live.desk import Sheet


def source_of(sheet: Sheet, reference: Reference) -> str:
    """The page that a living amount comes from; empty when the form has none for it."""
    return path_url(sheet, reference.path)


def path_url(sheet: Sheet, path: str) -> str:
    """The page where a path is written; empty when the form has none for it."""
    section = sheet.mall.section_of(path) or sheet.mall.section(path)
    return page_url(sheet.draft_id, section.id, row_of_page(sheet.mall, path)) if section else ""


def row_of_page(mall: Mall, path: str) -> str:
    """The row whose own page a path stands on; empty for what stands on the page of its section."""
    first, *rest = path.split("/")
    field = mall.field(first)
    return rest[0] if field and field.has_pages and len(rest) > 1 else ""


def page_url(draft_id: int, section_id: str, row: str = "") -> str:
    """Of a section, or of the part of it that has a page of its own."""
    if row:
        return url_for("avsnitt.show_part", draft_id=draft_id, section_id=section_id, row=row)
    return url_for("avsnitt.show", draft_id=draft_id, section_id=section_id)


def section_url(sheet: Sheet, section: Section) -> str:
    return page_url(sheet.draft_id, section.id)
