"""The overview: all drafts, and those in the bin."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from flask import request
from flask.typing import ResponseReturnValue

from ..core.mall_fault import MallFault
from ..export.formats import FORMATS, Format
from ..forms.whole import whole
from ..live.caretaker import Caretaker
from ..mallar.offered import Head
from ..store import Listed, Page, Person, StoreError
from .context import known_person, running
from .marks import Marks, glance
from .render import rendered
from .security import from_network
from .strip import Strip, strip_of

PATIENCE = 0.1
"""Seconds that the list gives to looking drafts through that it has not seen as they stand now."""
MOST_FAULTS = 60
"""Of a file, told at a time."""


def show() -> ResponseReturnValue:
    return overview("oversikt/oversikt.html")


def show_bin() -> ResponseReturnValue:
    return overview("oversikt/papperskorgen.html", in_bin=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The list of drafts, or of those in the bin."""

    page: Page
    dossiers: Mapping[int, Sequence[Listed]]
    """The drafts of each dossier: an insats' application with its reports."""
    forms: Sequence[Head]
    blanks: Sequence[Format]
    """What the forms can be had as without answers, to fill in."""
    me: Person | None
    search: str
    sort: str
    binned: int
    """How many lie in the bin."""
    strip: Callable[[Listed], Strip]
    period: Callable[[Listed], str]
    """The time that a report is about, in words."""
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
    found = drafts.page(
        search=search[:200],
        sort=sort,
        page=whole(request.args.get("sida", "")) or 1,
        binned=in_bin,
        together=not in_bin,
    )
    numbers = [one.dossier for one in found.items if one.dossier is not None]
    page = Overview(
        page=found,
        dossiers={} if in_bin or search else drafts.in_dossiers(numbers),
        forms=running().malls.heads,
        blanks=[one for one in FORMATS.values() if one.as_blank and not one.lacks],
        me=known_person(),
        search=search,
        sort=sort,
        binned=drafts.count_binned(),
        strip=lambda item: strip_of(marks_until(until, item)),
        period=period_of,
        faults=faults[:MOST_FAULTS],
        more_faults=max(len(faults) - MOST_FAULTS, 0),
        caretaker=None if from_network() else running().caretaker,
        thrown=whole(request.args.get("kastat", "")),
    )
    return rendered(template, page)


def marks_until(until: float, item: Listed) -> Marks:
    """How the sections of a draft stand; none for one that can't be read, beside the others."""
    try:
        return glance(item).marks(until)
    except (StoreError, MallFault):
        return {}


def period_of(item: Listed) -> str:
    """In words; empty for one that says none, or can't be read."""
    try:
        return glance(item).period
    except (StoreError, MallFault):
        return ""
