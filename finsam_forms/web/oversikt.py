"""The overview: all drafts, begin a new one, the bin."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ..core.mall import Mall
from ..core.mall_reader import MallFault
from ..export import exchange
from ..forms.whole import whole
from ..live.caretaker import Caretaker
from ..mallar import example
from ..store import Listed, Page, Person, StoreError
from .change import change, mark
from .context import current_person, desk, known_person, running
from .marks import Marks, glance
from .pages import names_of
from .security import from_network
from .strip import Strip, strip_of

PATIENCE = 0.1
"""Seconds that the list gives to looking drafts through that it has not seen as they stand now."""
MOST_FAULTS = 60
"""Of a file, told at a time."""

bp = Blueprint("oversikt", __name__)


@bp.get("/")
def show() -> ResponseReturnValue:
    return overview("oversikt/oversikt.html")


@bp.get("/papperskorgen")
def show_bin() -> ResponseReturnValue:
    return overview("oversikt/papperskorgen.html", in_bin=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The list of drafts, or of those in the bin."""

    page: Page
    malls: Mapping[str, Mall]
    me: Person | None
    search: str
    sort: str
    binned: int
    """How many lie in the bin."""
    strip: Callable[[Listed], Strip]
    faults: Sequence[tuple[str, str]]
    """(place, sentence) of a file that could not be read in, the first of them."""
    more_faults: int
    caretaker: Caretaker | None
    """None for guests of a meeting."""
    thrown: int | None
    """The draft that was just put in the bin."""


def overview(template: str, *, in_bin: bool = False, faults: Sequence[tuple[str, str]] = ()) -> str:
    """The page of the list that was asked for."""
    search, sort = request.args.get("sok", ""), request.args.get("sortera", "andrad")
    drafts, until = running().store.drafts, time.monotonic() + PATIENCE
    page = Overview(
        page=drafts.page(search=search[:200], sort=sort, page=whole(request.args.get("sida", "")) or 1, binned=in_bin),
        malls=running().malls,
        me=known_person(),
        search=search,
        sort=sort,
        binned=drafts.count_binned(),
        strip=lambda item: strip_of(marks_until(until, item)),
        faults=faults[:MOST_FAULTS],
        more_faults=max(len(faults) - MOST_FAULTS, 0),
        caretaker=None if from_network() else running().caretaker,
        thrown=whole(request.args.get("kastat", "")),
    )
    return render_template(template, **names_of(page))


def marks_until(until: float, item: Listed) -> Marks:
    """How the sections of a draft stand; none for one that can't be read, beside the others."""
    try:
        return glance(item).marks(until)
    except (StoreError, MallFault):
        return {}


@bp.post("/utkast")
def create() -> ResponseReturnValue:
    """A new draft of a form."""
    who = current_person()
    mall = running().malls.get(request.form.get("mall", "")) or abort(404)
    draft_id = running().store.drafts.create(mall, mall.start_values(), who)
    first = next(iter(mall.fields()))
    return redirect(url_for("avsnitt.start", draft_id=draft_id, _anchor=f"f-{first.id}"))


@bp.post("/exempel")
def create_example() -> ResponseReturnValue:
    """The worked example as a draft of one's own."""
    who = current_person()
    found = exchange.read_exchange(example(), running().malls)
    draft_id = running().store.drafts.create(found.mall, found.values, who, stated=found.stated)
    return redirect(url_for("avsnitt.start", draft_id=draft_id))


@bp.post("/las-in")
def read_in() -> ResponseReturnValue:
    """A saved file as a new draft; with a fault anywhere, nothing is read in and every fault is told."""
    who = current_person()
    file = request.files.get("fil")
    try:
        if file is None or not file.filename:
            raise exchange.ExchangeFaults([("filen", "ingen fil är vald")])
        found = exchange.read_exchange(file.read(), running().malls)
    except exchange.ExchangeFaults as faults:
        return overview("oversikt/oversikt.html", faults=faults.faults), 422
    draft_id = running().store.drafts.create(found.mall, found.values, who, stated=found.stated)
    return redirect(url_for("avsnitt.start", draft_id=draft_id))


@bp.post("/utkast/<int:draft_id>/kopiera")
def copy(draft_id: int) -> ResponseReturnValue:
    """Last year's application as this year's start: everything but the signatures' dates and the group's own notes."""
    who = current_person()
    sheet = desk().sheet(draft_id)
    mall = sheet.mall
    keep = {
        path: text
        for path, text in sheet.document.values.items()
        if path == "_titel" or ((leaf := mall.leaf_at(path)) is not None and leaf.in_copy and not path.startswith("_"))
    }
    keep |= mall.named(f"{sheet.document.title or mall.title} (kopia)")
    new = running().store.drafts.create(mall, keep, who, copied_from=draft_id)
    return redirect(url_for("avsnitt.start", draft_id=new))


@bp.post("/utkast/<int:draft_id>/byt-namn")
def rename(draft_id: int) -> ResponseReturnValue:
    """The draft's name is a value of the form (insatsens namn), or its own when the form has none."""
    name = request.form.get("namn", "")[:300]
    change(draft_id, lambda sheet: {sheet.mall.title_path: name})
    return redirect(url_for("oversikt.show"))


@bp.post("/utkast/<int:draft_id>/kasta")
def bin_draft(draft_id: int) -> ResponseReturnValue:
    """Whoever has it open sees that it lies there."""
    mark(draft_id, lambda sheet, who: running().store.drafts.bin(draft_id, who))
    return redirect(url_for("oversikt.show", kastat=draft_id))


@bp.post("/utkast/<int:draft_id>/aterta")
def unbin_draft(draft_id: int) -> ResponseReturnValue:
    mark(draft_id, lambda sheet, who: running().store.drafts.take_back(draft_id, who))
    return redirect(url_for("oversikt.show"))


@bp.route("/utkast/<int:draft_id>/radera", methods=["GET", "POST"])
def delete(draft_id: int) -> ResponseReturnValue:
    """For good, from the bin, after a question."""
    about = running().store.drafts.about(draft_id)
    if request.method == "GET":
        return render_template("oversikt/radera.html", about=about, me=known_person())
    who = current_person()
    with desk().turn(draft_id):
        running().store.drafts.delete(draft_id, who)
        running().forget(draft_id)
    return redirect(url_for("oversikt.show_bin"))
