"""A report is begun from an application or from the report before it, and what changes there is taken in or let be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from ..core import position
from ..core.document import PLACE
from ..core.following import (
    APPLICATION,
    PREVIOUS,
    SHEET,
    Changed,
    Followed,
    Mark,
    begun,
    can_follow,
    changes,
    fits_in,
    followed_by,
    list_of,
    same_part,
)
from ..core.mall import Mall
from ..core.roles import AVVIKELSER
from ..forms.edit import Unreadable
from ..forms.whole import whole
from ..live.desk import Sheet
from ..store import Locked, StoreError, Tie
from .came import FETCHED, fetched_text, following_forms, next_said, otherwise
from .change import Message, answer, change, mark
from .context import current_person, desk, running
from .pages import DraftPage, draft_now, html_of
from .posted import save_page_too

GONE = "Det har ändrats sedan sidan visades. Ladda om den och titta igen."


@dataclass(frozen=True, slots=True, kw_only=True)
class NextPage(DraftPage):
    """What can be written next about the same insats."""

    forms: Sequence[Mall]
    said: str
    of_application: bool
    version: int
    """The version that it begins from; 0 while the draft has never been locked."""
    newer: bool
    """Has the draft been unlocked since that version?"""


def choose(draft_id: int) -> ResponseReturnValue:
    """Which form, and what it will begin from."""
    sheet = desk().sheet(draft_id)
    counted = running().following.counted(draft_id)
    return html_of(
        "foljer/nasta.html",
        NextPage(
            now=draft_now(sheet),
            forms=following_forms(running().malls, counted.document),
            said=next_said(running().malls, counted.document),
            of_application=followed_by(counted.document) == APPLICATION,
            version=counted.version,
            newer=counted.version > 0 and not sheet.locked,
        ),
    )


def begin(draft_id: int) -> ResponseReturnValue:
    """The new draft, with what comes along. `mall`: its form."""
    who = current_person()
    mall = running().malls.get(request.form.get("mall", "")) or abort(404)
    counted = running().following.counted(draft_id)
    if not can_follow(mall, counted.document):
        abort(404)
    ties = ties_from(draft_id, followed_by(counted.document))
    documents = {tie.role: running().following.counted(tie.source_id).document for tie in ties}
    followed = Followed(documents=documents, asking=tuple(running().following.asking(mall, draft_id)))
    values, marks = begun(mall, followed)
    parts, marks_there = parts_from(draft_id, values)
    new = running().store.drafts.create(mall, values, who, follows=[*ties, *parts], taken=marks | marks_there)
    return redirect(url_for("avsnitt.start", draft_id=new))


def ties_from(draft_id: int, role: str) -> list[Tie]:
    """What a new draft follows: the one it is begun from first; of a report also the application that it followed."""
    following = running().following
    found = [following.tie(role, draft_id)]
    if role == PREVIOUS:
        for tie in desk().sheet(draft_id).ties:
            if tie.role == APPLICATION:
                try:
                    found.append(following.tie(APPLICATION, tie.source_id))
                except StoreError:
                    continue  # it is in the bin
    return found


def parts_from(draft_id: int, values: Mapping[str, str]) -> tuple[list[Tie], dict[str, Mark]]:
    """The drafts that the chapters of the last report were begun from, of those that come along, and what was taken from there: they
    give nothing to the new one by themselves, since what they tell is of another time."""
    sheet = desk().sheet(draft_id)
    ties = [tie for tie in sheet.ties if tie.of_part and values.get(f"{tie.role}/{PLACE}")]
    parts = {tie.role for tie in ties}
    return ties, {path: one for path, one in sheet.marks.items() if one.role in parts}


def decide(draft_id: int) -> ResponseReturnValue:
    """`foljer` = what to do and with what: `ta-in:<path>`, `behall:<path>`, `ta-in-alla:<role>`, `hamta:<role>:<path>`
    (the role is `mall` for the form's own text), `blad:<number of a draft>`,
    `skillnader:<path>`."""
    current_person()
    save_page_too(draft_id)
    action, _, what = request.form.get("foljer", "").partition(":")
    role, _, path = what.partition(":")
    page = url_for("avsnitt.start", draft_id=draft_id)
    if action == "hamta":
        return answer(change(draft_id, lambda sheet: {path: fetched(sheet, path, role)}), page)
    if action == SHEET:
        return answer(with_sheet(draft_id, whole(what)), page)
    if action == "skillnader":
        return answer(change(draft_id, lambda sheet: {what: told_otherwise(sheet, what)}), page)
    if action not in ("ta-in", "behall", "ta-in-alla"):
        raise Unreadable("Det gick inte att förstå vad knappen skulle göra. Ladda om sidan och försök igen.")
    with desk().turn(draft_id):  # nothing comes between what is written and what is remembered
        sheet = desk().sheet(draft_id)
        if sheet.locked:
            raise Locked
        chosen = picked(changes(sheet.document, running().following.of(sheet)), action, what)
        message = change(draft_id, taken_in(sheet, chosen)) if action != "behall" else {}
        mark(draft_id, lambda _, who: running().store.following.mark(draft_id, marks_of(chosen, action == "behall")))
    return answer({**message, "id": desk().sheet(draft_id).last_change, "stale": ["*"]}, page)


def with_sheet(draft_id: int, source_id: int | None) -> Message:
    """Follow a report that is a sheet of this one, and take in what writes over nothing here; the rest is told, to be taken in or let be.
    One of another insatsägare is added to those that are followed. Raises Unreadable when it is none that is offered."""
    following = running().following
    with desk().turn(draft_id):
        sheet = desk().sheet(draft_id)
        if source_id not in {one for one, _ in following.sheets_of(sheet)}:
            raise Unreadable(GONE)
        tie, document = following.tie(SHEET, source_id), following.counted(source_id).document
        before = [one.source_id for one in sheet.ties if one.role == SHEET]
        same = [one for one in before if same_part(document, following.counted(one).document)]
        mark(draft_id, lambda _, who: running().store.following.follow(draft_id, tie, same))
        sheet = desk().sheet(draft_id)
        beside = len(before) > len(same)
        chosen = [
            one
            for one in changes(sheet.document, following.of(sheet))
            if one.role == SHEET and (fits_in(sheet.document, one) or (beside and untouched(sheet, one)))
        ]
        message = change(draft_id, taken_in(sheet, chosen))
        mark(draft_id, lambda _, who: running().store.following.mark(draft_id, marks_of(chosen, False)))
    return {**message, "id": desk().sheet(draft_id).last_change, "stale": ["*"]}


def untouched(sheet: Sheet, change: Changed) -> bool:
    """Does what would be written over stand as it was taken from the reports that are sheets of this one?"""
    marks = (sheet.marks.get(path) for path in change.values)
    taken = zip(change.values, marks, strict=True)
    return all(
        mark is not None and mark.role == SHEET and sheet.document.text(path) == mark.text for path, mark in taken
    )


def marks_of(chosen: Sequence[Changed], let_be: bool) -> dict[str, Mark | None]:
    """What is remembered when changes are taken in, or let be."""
    found = {path: one for change in chosen for path, one in change.marks.items()}
    return {path: one._replace(kept=let_be) if one else None for path, one in found.items()}


def picked(found: Sequence[Changed], action: str, what: str) -> list[Changed]:
    """The changes that a button is about. Raises Unreadable when there are none any more."""
    chosen = [one for one in found if (one.role == what if action == "ta-in-alla" else one.path == what)]
    if not chosen:
        raise Unreadable(GONE)
    return chosen


def taken_in(sheet: Sheet, chosen: Sequence[Changed]) -> dict[str, str]:
    """What is written. A row that comes gets a place of its own, last, where its own is taken."""
    values = {path: text for change in chosen for path, text in change.values.items()}
    for path, place in values.items():
        if place and path.endswith("/" + PLACE) and not sheet.document.text(path):
            base = list_of(path)
            others = [sheet.document.text(f"{base}/{row}/{PLACE}") for row in sheet.document.rows(base)]
            others += [
                text for one, text in values.items() if one != path and one.endswith(PLACE) and list_of(one) == base
            ]
            if place in others:
                values[path] = position.between(max(others), None)
    return values


def told_otherwise(sheet: Sheet, path: str) -> str:
    """An answer with what is otherwise than in the application after it, a point each. Raises Unreadable."""
    field, found = sheet.mall.field(path), otherwise(sheet)
    if field is None or field.role != AVVIKELSER or not found:
        raise Unreadable(GONE)
    points = "\n".join(f"- {one}" for one in found)
    return "\n\n".join(filter(None, (sheet.document.text(path).rstrip(), points)))


def fetched(sheet: Sheet, path: str, role: str) -> str:
    """The text that the button beside an empty answer puts in. Raises Unreadable."""
    text = fetched_text(sheet.mall, running().following.of(sheet), path, role) if role in FETCHED else ""
    if not text or sheet.document.text(path):
        raise Unreadable(GONE)
    return text
