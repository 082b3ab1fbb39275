"""The group's own notes: what is left to do at a section. Never printed with the form."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue

from ..core.document import Document
from ..core.kinds.own import NOTE_PARTS, NOTES
from ..forms.edit import Unreadable
from ..live.desk import Sheet
from .change import answer, change
from .context import current_person, desk
from .pages import NotesPage, draft_now, html_of
from .posted import save_note, save_page_too, signature

bp = Blueprint("anteckningar", __name__, url_prefix="/utkast/<int:draft_id>")


@dataclass(frozen=True, slots=True)
class Note:
    """A thing to do, who wrote it, and who ticked it off (empty while it is open)."""

    path: str
    section: str
    text: str
    by: str
    done_by: str


def notes_of(document: Document, section: str = "") -> list[Note]:
    """The notes of a section, or of all; open ones first, in the order they were written."""
    start = f"{NOTES}{section}/" if section else NOTES
    paths = sorted(
        path.removesuffix("/text") for path in document.values if path.startswith(start) and path.endswith("/text")
    )
    found = [
        Note(
            path,
            path.split("/")[1],
            *(document.text(f"{path}/{part}") for part in NOTE_PARTS),
        )
        for path in paths
        if document.text(f"{path}/text")
    ]
    return sorted(found, key=lambda note: bool(note.done_by))


@bp.get("/att-gora")
def show(draft_id: int) -> ResponseReturnValue:
    """Every open note of the draft."""
    sheet = desk().sheet(draft_id)
    return html_of("anteckningar/alla.html", NotesPage(now=draft_now(sheet), notes=notes_of(sheet.document)))


@bp.post("/anteckning")
def add(draft_id: int) -> ResponseReturnValue:
    """A new note; a plain post has the rest of the page with it."""
    message = {} if save_page_too(draft_id) else save_note(draft_id)
    return answer(message, back(draft_id, request.form.get("avsnitt", "")))


@bp.post("/anteckning/klar")
def tick(draft_id: int) -> ResponseReturnValue:
    """Tick a note off, or open it again."""
    signed = signature(current_person())
    save_page_too(draft_id)
    path = request.form.get("bocka", "")

    def ticked(sheet: Sheet) -> dict[str, str]:
        if not path.startswith(NOTES) or not sheet.document.text(f"{path}/text"):
            raise Unreadable("Anteckningen finns inte längre.")
        return {f"{path}/klar": "" if sheet.document.text(f"{path}/klar") else signed}

    message = change(draft_id, ticked)
    return answer(message, back(draft_id, path.split("/")[1]))


def back(draft_id: int, section: str) -> str:
    """The page that a plain post came from."""
    if request.form.get("fran") == "alla":
        return url_for("anteckningar.show", draft_id=draft_id)
    return url_for("avsnitt.show", draft_id=draft_id, section_id=section)
