"""What a change makes others see: one message, rendered once, for the answer, the stream and the poll."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from time import strftime
from typing import Any

from flask import render_template
from markupsafe import Markup, escape

from ..core.checks.places import place_at
from ..core.document import Document
from ..core.expression import is_expression
from ..core.kinds.figures import followed
from ..core.kinds.kind import Answer, Leaf
from ..core.party import parties_of
from ..core.per_year import problem_at, problems_below
from ..core.reading import Problem
from ..core.references import Reference, References, changed
from ..core.typed_amounts import offers
from ..core.unit import Unit
from ..live.desk import Effect, Sheet
from ..store import Person
from .context import desk, feed, running
from .figures import changed_figures
from .kinds import input_text
from .places import source_of
from .prose import preview_html
from .words import fid

CARRIED = 20_000
"""Characters of a value that a message carries."""

MARK = "[["
"""How a text refers to something: one without it reads the same whatever happens elsewhere."""

Fragment = tuple[str, str]
"""A CSS selector and the HTML that goes inside it."""


def announce(effect: Effect, who: Person) -> dict[str, Any]:
    """Tell everybody what a change did, and give the same message for the answer."""
    message = message_of(effect, who)
    if effect.after.last_change > effect.before.last_change:
        feed().publish(effect.after.draft_id, light(message))
        running().review.soon(effect.after.draft_id)
    return message


def light(message: dict[str, Any]) -> dict[str, Any]:
    """For those who hear it: very long texts are fetched by the pages that show them, instead of kept and sent to everybody."""
    heavy = [one for one in message["values"] if len(one["value"]) > CARRIED]
    if not heavy:
        return message
    return message | {
        "values": [one for one in message["values"] if len(one["value"]) <= CARRIED],
        "fetch": [{"path": one["path"], "version": one["version"]} for one in heavy],
    }


def message_of(effect: Effect, who: Person) -> dict[str, Any]:
    """See docs/arkitektur.md, «The page and the message»."""
    by = f"{who.name}, {who.organisation}"
    return {
        "id": effect.after.last_change,
        "at": strftime("%H:%M:%S"),
        "values": [
            {"path": one.path, "value": one.value, "version": one.version, "who": by}
            | extra(effect.after.document, one.path)
            for one in effect.saved
            if not one.path.endswith("/_plats")
        ],
        "stale": list(effect.stale),
        "html": partials(computed(effect)),
        "amounts": living(effect),
    }


def living(effect: Effect) -> dict[str, str | dict[str, str] | None]:
    """What texts can refer to that says something else now, by key; None for what is gone."""
    found = changed(effect.before.document, effect.after.document)
    return {key: living_amount(effect.after, was, now) for key, was, now in found}


def living_amount(sheet: Sheet, before: Reference | None, now: Reference | None) -> str | dict[str, str] | None:
    """What a chip needs to know: what it says now, and when it is new what it is and which page it comes from."""
    if now is None:
        return None
    if before is not None and before.label == now.label:
        return now.text
    return {"text": now.text, "label": now.label, "href": source_of(sheet, now)}


def catch_up(draft_id: int, after: int) -> dict[str, Any] | None:
    """For somebody whose gap is older than what is kept: every value that changed, and a page to fetch again."""
    sheet = desk().sheet(draft_id)
    changed = running().store.log.paths_since(draft_id, after)
    if not changed:
        return None
    values = [value_of(sheet, path) for path in sorted(changed) if not path.endswith("/_plats")]
    return light({"id": sheet.last_change, "at": "", "values": values, "stale": ["*"], "html": ""})


def value_of(sheet: Sheet, path: str) -> dict[str, Any]:
    """A value as it stands now."""
    value = {"path": path, "value": sheet.document.text(path), "version": sheet.version(path), "who": ""}
    return value | extra(sheet.document, path)


def extra(document: Document, path: str) -> dict[str, object]:
    """What a message says about a value beside its text: how it is shown, and that it could not be read."""
    leaf = document.mall.leaf_at(path)
    if leaf is None:
        return {}
    found: dict[str, object] = {}
    text, words = document.text(path), input_text(document, path)
    if words != text:
        found["shown"] = words
    if leaf.read(text).problem:
        found["bad"] = True
    return found


def partials(fragments: Iterator[Fragment]) -> str:
    return "".join(f'<hx-partial hx-target="{target}">{html}</hx-partial>' for target, html in fragments)


def computed(effect: Effect) -> Iterator[Fragment]:
    """Everything computed that a change touched."""
    yield from changed_figures(effect.before.document, effect.after.document)
    for saved in effect.saved:
        yield from notes(effect, saved.path)
    yield from names(effect)


def notes(effect: Effect, path: str) -> Iterator[Fragment]:
    """The words beside an input: what could not be read, or what an expression came to."""
    documents = (effect.before.document, effect.after.document)
    was, now = (said_beside(document, path) for document in documents)
    if was != now:
        line = place_at(effect.after.document, path).beside
        if not line:
            yield f"#p-{fid(path)}", note(effect.after.document, path)
        elif isinstance(was, Problem) or isinstance(now, Problem):
            # What stands under a line changes only with a problem of this very cell.
            yield f"#p-{fid(line)}", line_note(effect.after.document, line)
    leaf = effect.after.mall.leaf_at(path)
    if leaf is not None and leaf.merges:
        before, after = (living_offers(document, path) for document in documents)
        if before != after:
            yield f"#l-{fid(path)}", after


def line_note(document: Document, line: str) -> str:
    """The words under a line: all that could not be read in its cells."""
    problems = tuple(problems_below(document, line))
    return render_template("falt/_line_note.html", problems=problems) if problems else ""


def living_offers(document: Document, path: str, references: References | None = None) -> str:
    """Typed amounts of a text that could follow the budget."""
    found = offers(document.text(path), references or References(document))
    return render_template("falt/_offers.html", offers=found, path=path) if found else ""


def beside_texts(sheet: Sheet, texts: Iterable[Answer[Leaf]]) -> Iterator[Fragment]:
    """What is told beside texts of what they refer to, or could refer to."""
    document, references = sheet.document, References(sheet.document)
    address = partial(source_of, sheet)
    yield ".insert__list", render_template("falt/_references.html", references=references, address=address)
    for one in texts:
        yield f"#l-{fid(one.path)}", living_offers(document, one.path, references)
        if MARK in one.text():
            yield f"#v-{fid(one.path)}", preview_html(one.text(), references)


def note(document: Document, path: str) -> str:
    """HTML of `#p-<path>`; empty when there is nothing to say."""
    said = said_beside(document, path)
    if isinstance(said, Problem):
        return render_template("falt/_problem.html", path=path, problem=said)
    return str(Markup('<p class="hint">ger <b class="num">{} kr</b></p>').format(said)) if said else ""


def said_beside(document: Document, path: str) -> Problem | str:
    """What is wrong with a value, or what an expression comes to; empty when there is nothing to say."""
    text = document.text(path)
    if not text:
        return ""
    problem = problem_at(document, path)
    if problem:
        return problem
    leaf = document.mall.leaf_at(path)
    return leaf.show(text) if leaf is not None and leaf.unit is Unit.KRONOR and is_expression(text) else ""


def names(effect: Effect) -> Iterator[Fragment]:
    """The names that stand in many places, when they have changed: the document's, a party's."""
    before, after = effect.before.document, effect.after.document
    if before.title != after.title:
        yield ".titel", str(escape(after.title or "Utan namn"))
    if parties_of(before) is not parties_of(after):
        was = {party.id: party.shown_name for party in parties_of(before)}
        for party in parties_of(after):
            if was.get(party.id) != party.shown_name:
                yield f".n-{party.id}", str(escape(party.shown_name))
    for saved in effect.saved:
        first, *rest = saved.path.split("/")
        field: Any = after.mall.field(first)
        if field is not None and (first in followed(after) or field.has_pages):
            row = field.names_row(tuple(rest))
            if row and after.row_number(first, row):
                yield f".n-{row}", str(escape(field.called(field.answer(after), row)))
