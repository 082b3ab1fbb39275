"""«Lägg till från en insats»: chapters begun from drafts about the activities, and from files that others have sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from flask import abort, redirect, request
from flask.typing import ResponseReturnValue

from ..core import position
from ..core.document import PLACE, Document
from ..core.edit import Edit, Person
from ..core.following import Mark, begun_part, can_begin_part, years_of
from ..core.kinds.kind import Kind, Taken
from ..core.mall import Mall, mall_of
from ..core.row_id import new_row_id
from ..forms.whole import whole
from ..incoming.brought import Refused
from ..incoming.taken import new_document
from ..live.desk import Effect, Sheet
from ..store import Listed
from .change import carry_out, mark, new_op
from .context import current_person, desk, running
from .inlasning import read
from .pages import DraftPage, draft_now, html_of
from .places import path_url
from .rader import anchor

MOST = 200
"""Drafts that are offered, those changed last."""
NONE = "Ingen insats är vald."
NOT_OF_AN_INSATS = "Filen är ingen ansökan eller rapport om en insats."


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivitiesPage(DraftPage):
    """What chapters can be begun from."""

    path: str
    """Of the chapters."""
    name: str
    """What one of them is called: «verksamhet»."""
    back: str
    drafts: Sequence[Listed]
    fault: str


class Begun(NamedTuple):
    """What a chapter is begun from. `draft_id`: the draft here; 0 for a file."""

    document: Document
    draft_id: int = 0


def choose(draft_id: int) -> ResponseReturnValue:
    """`falt`: the path of the chapters."""
    return page(draft_id, request.args.get("falt", ""))


def page(draft_id: int, path: str, fault: str = "") -> str:
    sheet = desk().sheet(draft_id)
    field = chapters_of(sheet.mall, path)
    forms = [mall.id for mall in running().malls.values() if can_begin_part(mall, field)]
    return html_of(
        "insatser/valj.html",
        ActivitiesPage(
            now=draft_now(sheet),
            path=path,
            name=getattr(field.rows_at(()), "row_name", ""),
            back=path_url(sheet, path),
            drafts=running().store.drafts.of_forms(forms, MOST),
            fault=fault,
        ),
    )


def chapters_of(mall: Mall, path: str) -> Kind:
    field = mall.field(path)
    if field is None or not any(field.part_begins(one) for one in running().malls.values()):
        abort(404)
    return field


def begin(draft_id: int) -> ResponseReturnValue:
    """`falt`: the path of the chapters; `utkast`: the drafts, one or several; `fil`: files that others have sent, likewise."""
    current_person()
    path = request.form.get("falt", "")
    field = chapters_of(desk().sheet(draft_id).mall, path)
    try:
        chosen = [*drafts_chosen(field), *files_chosen(field)]
        if not chosen:
            raise Refused(NONE)
    except Refused as refused:
        return page(draft_id, path, refused.sentence), 422
    with desk().turn(draft_id):  # nothing comes between what is written and what is remembered
        op = new_op()
        parts = [f"{path}/{new_row_id(f'{op} {number}')}" for number in range(len(chosen))]
        here = desk().sheet(draft_id)
        came = [
            [*begun_part(here.mall, part, one.document, years_of(here.document))]
            for part, one in zip(parts, chosen, strict=True)
        ]

        def write(sheet: Sheet, who: Person) -> Effect:
            values = {one.path: one.text for taken in came for one in taken}
            values |= places(sheet.document, [*parts, *rows_beside(path, values)])
            return desk().save_many(
                draft_id, [Edit(at, text, sheet.version(at), op) for at, text in values.items()], who
            )

        def remember(_: Sheet, __: Person) -> None:
            for part, one, taken in zip(parts, chosen, came, strict=True):
                if one.draft_id:
                    tie = running().following.tie(part, one.draft_id)
                    running().store.following.begin_part(draft_id, tie, marks(part, taken))

        carry_out(draft_id, write)
        mark(draft_id, remember)
    return redirect(f"{path_url(desk().sheet(draft_id), path)}#{anchor(path)}")


def marks(part: str, taken: Sequence[Taken]) -> dict[str, Mark]:
    return {one.path: Mark(part, one.text) for one in taken}


def rows_beside(path: str, values: Mapping[str, str]) -> Iterator[str]:
    """The rows that come elsewhere than in the chapters, in their order."""
    rows = (one.removesuffix(f"/{PLACE}") for one in values if one.endswith(f"/{PLACE}"))
    return (row for row in rows if not row.startswith(f"{path}/"))


def places(document: Document, new: Sequence[str]) -> dict[str, str]:
    """Where new rows stand, chapters and others: last in their lists, in the order that they were chosen."""
    last: dict[str, str | None] = {}
    found = {}
    for row in new:
        among = row.rpartition("/")[0]
        rows = document.rows(among) if among not in last else ()
        before = document.text(f"{among}/{rows[-1]}/{PLACE}") if rows else last.get(among)
        found[f"{row}/{PLACE}"] = last[among] = position.between(before, None)
    return found


def drafts_chosen(field: Kind) -> Iterator[Begun]:
    """Each as others may follow it. Raises Refused, StoreError."""
    for chosen in request.form.getlist("utkast"):
        draft_id = whole(chosen) or abort(404)
        document = running().following.counted(draft_id).document
        yield Begun(of_an_insats(document, field), draft_id)


def files_chosen(field: Kind) -> Iterator[Begun]:
    """Raises Refused."""
    for file in request.files.getlist("fil"):
        if file.filename:
            try:
                yield Begun(of_an_insats(new_document(read(file.read()), running().malls), field))
            except Refused as refused:
                raise Refused(f"{file.filename}: {refused.sentence}") from None


def of_an_insats(document: Document, field: Kind) -> Document:
    """Raises Refused."""
    if not can_begin_part(mall_of(document), field):
        raise Refused(NOT_OF_AN_INSATS)
    return document
