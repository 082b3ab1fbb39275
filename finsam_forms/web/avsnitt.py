"""A section of a draft: shown to be written in, and saved whole when there is no JavaScript."""

from __future__ import annotations

from collections.abc import Sequence

from flask import abort, redirect, request, session, url_for
from flask.typing import ResponseReturnValue

from ..core.mall import Section
from ..live.desk import Sheet
from ..store import Clash
from . import fragments, granska
from .anteckningar import notes_of, owners_of
from .borttagna import removed_rows
from .came import came_of
from .contents import around, own_page
from .context import current_person, desk, running
from .marks import done_words, part_marks
from .pages import SectionPage, draft_now, html_of, texts_of
from .places import page_url
from .posted import save_page
from .prose import both_seen


def start(draft_id: int) -> ResponseReturnValue:
    """Where the person last was, or the first section."""
    mall = desk().sheet(draft_id).mall
    last = session.get("senast", {}).get(str(draft_id), "")
    section = mall.section(last) or mall.sections[0]
    return redirect(url_for("avsnitt.show", draft_id=draft_id, section_id=section.id))


def show(draft_id: int, section_id: str) -> ResponseReturnValue:
    return show_part(draft_id, section_id, "")


def show_part(draft_id: int, section_id: str, row: str) -> ResponseReturnValue:
    """`row`: of the part of the section that has a page of its own; empty for the section's page."""
    sheet = desk().sheet(draft_id)
    section = sheet.mall.section(section_id) or abort(404)
    if row and own_page(section, sheet.document, row) is None:
        abort(404)
    remember(draft_id, section.id)
    return html_of("avsnitt/avsnitt.html", page(sheet, section, row))


def save(draft_id: int, section_id: str) -> ResponseReturnValue:
    return save_part(draft_id, section_id, "")


def save_part(draft_id: int, section_id: str, row: str) -> ResponseReturnValue:
    """«Spara» without JavaScript."""
    current_person()
    save_page(draft_id, section_id)
    return redirect(page_url(draft_id, section_id, row))


def beside_texts(draft_id: int, section_id: str) -> ResponseReturnValue:
    """What stands beside the long texts of a page and follows the rest of the document: the amounts to choose from, typed ones that could
    live, and the texts as they are printed."""
    sheet = desk().sheet(draft_id)
    section = sheet.mall.section(section_id) or abort(404)
    return fragments.partials(fragments.beside_texts(sheet, texts_of(section, sheet.document)))


def remember(draft_id: int, section_id: str) -> None:
    places = dict(list(session.get("senast", {}).items())[-19:])
    if places.get(str(draft_id)) != section_id:
        session["senast"] = {**places, str(draft_id): section_id}


def page(
    sheet: Sheet, section: Section, row: str = "", clashes: Sequence[Clash] = (), *, undone: bool = False
) -> SectionPage:
    """Everything that the page of a section shows, or of the part of it in a row. `undone`: the button that was pressed has not done its
    work."""
    reviewed = running().review.seen(sheet.draft_id)
    sheet = reviewed.sheet
    document = sheet.document
    own = own_page(section, document, row) if row else None
    before, after = around(document, section, own.row if own else "")
    notes = notes_of(document, section.id)
    in_margins, marks = granska.margins(reviewed), granska.marks_in(reviewed)
    return SectionPage(
        now=draft_now(sheet, reviewed.remarks),
        section=section,
        own=own,
        before=before,
        after=after,
        absent=not sheet.mall.shows(section, document),
        marks=marks,
        part_marks=part_marks(document, reviewed.remarks),
        progress=done_words(marks),
        notes=notes,
        owners=owners_of(notes, sheet.draft_id),
        removed=removed_rows(sheet, section),
        undone=undone,
        clashes=[(clash, *both_seen(clash, document)) for clash in clashes],
        note=lambda path: fragments.note(document, path),
        came=came_of(sheet, section),
        stay_folded=request.args["vikt"].split(".") if "vikt" in request.args else None,
        beside=lambda path: in_margins.get(path, []),
    )
