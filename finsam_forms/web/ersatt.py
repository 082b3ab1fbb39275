"""Find and replace in a whole draft: every place is seen as it is and as it would be, and chosen, before anything is changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from ..core.checks import place_name
from ..core.merge import Part, word_diff
from ..core.references import References
from ..core.replacing import places, replaced
from ..forms.edit import Unreadable, clean
from ..forms.whole import whole
from ..live.desk import Sheet
from .change import Values, change
from .context import current_person, desk
from .pages import ReplacePage, draft_now, html_of
from .prose import as_seen

LONGEST = 200
"""Characters of what is looked for, and of what is put there."""
AROUND = 60
"""Characters that are shown on each side of what is replaced."""


@dataclass(frozen=True, slots=True)
class Found:
    """A place that has what is looked for. `parts`: what would be taken away and put there, with some words around."""

    path: str
    name: str
    parts: tuple[Part, ...]
    looks_only: bool = False


def show(draft_id: int) -> ResponseReturnValue:
    """What would be changed; without `sok` only the questions."""
    sheet = desk().sheet(draft_id)
    find, put = asked(request.args.get("sok", "")), asked(request.args.get("med", ""))
    page = ReplacePage(
        now=draft_now(sheet),
        find=find,
        put=put,
        asked="sok" in request.args,
        found=tuple(found_in(sheet, find, put)) if find else (),
        done=whole(request.args.get("bytta", "")),
    )
    return html_of("ersatt/ersatt.html", page)


def replace_chosen(draft_id: int) -> ResponseReturnValue:
    """Change the chosen places as they stand now, as one change: it is taken back by one press. Raises Unreadable."""
    current_person()
    find, put = asked(request.form.get("sok", "")), asked(request.form.get("med", ""))
    chosen = set(request.form.getlist("plats"))
    if not find or not chosen:
        raise Unreadable("Ingen plats är vald, så ingenting är ändrat.")
    changed: list[str] = []

    def work(sheet: Sheet) -> Values:
        changed[:] = [path for path in places(sheet.document, find) if path in chosen]
        return {path: replaced(sheet.document.text(path), find, put) for path in changed}

    change(draft_id, work)
    return redirect(url_for("ersatt.show", draft_id=draft_id, bytta=len(changed)))


def asked(text: str) -> str:
    """On one line, as it was written: a space at its end is part of it."""
    return clean(text).replace("\n", " ")[:LONGEST]


def found_in(sheet: Sheet, find: str, put: str) -> Iterator[Found]:
    document = sheet.document
    references = References(document)
    for path in places(document, find):
        text = document.text(path)
        before, after = (as_seen(document, path, one, references) for one in (text, replaced(text, find, put)))
        yield Found(path, place_name(document, path), tuple(shortened(word_diff(before, after))))


def shortened(parts: tuple[Part, ...]) -> Iterator[Part]:
    """Only some words on each side of what is another."""
    for number, part in enumerate(parts):
        if part.kind != "same" or len(part.text) <= 2 * AROUND:
            yield part
            continue
        head = part.text[:AROUND].rpartition(" ")[0] if number else ""
        tail = part.text[-AROUND:].partition(" ")[2] if number + 1 < len(parts) else ""
        yield Part("same", f"{head} … {tail}")
