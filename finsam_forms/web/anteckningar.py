"""The group's own notes: what is left to do at a section, by whom and when. Never printed with the form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from flask import request, url_for
from flask.typing import ResponseReturnValue

from ..core.document import Document
from ..core.kinds.own import NOTES
from ..core.reading import one_line
from ..forms.edit import Unreadable, clean
from ..live.desk import Sheet
from .change import answer, change
from .context import current_person, desk, running
from .pages import NotesPage, draft_now, html_of
from .posted import LONGEST_NOTE, day_typed, owner_typed, save_note, save_page_too, signature

LATEST = "9999"
"""After every day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A thing to do. What nobody has said is empty."""

    path: str
    section: str
    text: str
    by: str
    done_by: str
    owner: str
    """Who does it."""
    day: str
    """By when: ISO, or as it was typed when it is no day."""
    about: str
    """The path of the text that it is tied to."""
    quote: str
    """The words of it."""
    answers: tuple[str, ...]
    late: bool

    @property
    def id(self) -> str:
        return self.path.split("/")[-1]


def notes_of(document: Document, section: str = "", today: date | None = None) -> list[Note]:
    """The notes of a section, or of all: open ones first, those with a day before the others, else in the order they were written."""
    start = f"{NOTES}{section}/" if section else NOTES
    paths = sorted(
        path.removesuffix("/text") for path in document.values if path.startswith(start) and path.endswith("/text")
    )
    now = (today or date.today()).isoformat()
    found = [note_at(document, path, now) for path in paths if document.text(f"{path}/text")]
    return sorted(found, key=lambda note: (bool(note.done_by), note.day or LATEST))


def note_at(document: Document, path: str, today: str) -> Note:
    def part(name: str) -> str:
        return document.text(f"{path}/{name}")

    return Note(
        path=path,
        section=path.split("/")[1],
        text=part("text"),
        by=part("av"),
        done_by=part("klar"),
        owner=part("vem"),
        day=part("nar"),
        about=part("falt"),
        quote=part("citat"),
        answers=tuple(line for line in part("svar").splitlines() if line),
        late=not part("klar") and "0" < part("nar") < today,
    )


def owners_of(notes: list[Note], draft_id: int) -> list[str]:
    """Those who could be asked to do something: who is here, and who has something to do already."""
    here = {one.person.said for one in running().presence.here(draft_id)}
    return sorted(here | {note.owner for note in notes if note.owner})


def show(draft_id: int) -> ResponseReturnValue:
    """Every note of the draft, to be gone through together and printed as a list."""
    sheet = desk().sheet(draft_id)
    notes = notes_of(sheet.document)
    page = NotesPage(now=draft_now(sheet), notes=notes, owners=owners_of(notes, draft_id))
    return html_of("anteckningar/alla.html", page)


def add(draft_id: int) -> ResponseReturnValue:
    """A new note; a plain post has the rest of the page with it."""
    message = {} if save_page_too(draft_id) else save_note(draft_id)
    return answer(message, back(draft_id, request.form.get("avsnitt", "")))


def tick(draft_id: int) -> ResponseReturnValue:
    """Tick a note off, or open it again."""
    signed = signature(current_person())
    save_page_too(draft_id)
    path = request.form.get("bocka", "")

    def ticked(sheet: Sheet) -> dict[str, str]:
        found(sheet, path)
        return {f"{path}/klar": "" if sheet.document.text(f"{path}/klar") else signed}

    message = change(draft_id, ticked)
    return answer(message, back(draft_id, path.split("/")[1]))


def edit(draft_id: int) -> ResponseReturnValue:
    """Say who does it (`vem`) and when (`nar`), and answer (`svar`): an answer comes after those that stand there."""
    signed = signature(current_person())
    path = request.form.get("lapp", "")
    said = clean(one_line(request.form.get("svar", "")))[:LONGEST_NOTE]

    def edited(sheet: Sheet) -> dict[str, str]:
        found(sheet, path)
        now = sheet.document.text
        parts = {"vem": owner_typed("vem"), "nar": day_typed("nar")}
        if said:
            parts["svar"] = "\n".join(filter(None, (now(f"{path}/svar"), f"{signed}: {said}")))
        return {f"{path}/{name}": text for name, text in parts.items() if text != now(f"{path}/{name}")}

    message = change(draft_id, edited)
    return answer(message, back(draft_id, path.split("/")[1]))


def found(sheet: Sheet, path: str) -> None:
    if not path.startswith(NOTES) or not sheet.document.text(f"{path}/text"):
        raise Unreadable("Anteckningen finns inte längre.")


def back(draft_id: int, section: str) -> str:
    """The page that a plain post came from."""
    if request.form.get("fran") == "alla":
        return url_for("anteckningar.show", draft_id=draft_id)
    return url_for("avsnitt.show", draft_id=draft_id, section_id=section)
