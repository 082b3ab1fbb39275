"""Meetings on the page: a box for each party, and how often each came."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from ...core.kinds.attendance import BUDGET, DAY, MEETINGS, PRESENT, Attendance, tick
from ...core.kinds.kind import Kind
from ...core.party import Party, parties_of
from ...live.desk import Sheet
from ..figures import FigureShown, figure_shown
from .shown import Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingShown:
    row: str
    day: Shown
    came: tuple[Shown, ...]
    """A box for each party."""
    budget: Shown
    """Was the outcome of the budget discussed?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingsPage:
    parties: tuple[Party, ...]
    meetings: tuple[MeetingShown, ...]
    sums: tuple[FigureShown, ...]
    """How many meetings; how often each party came; how many discussed the budget."""
    day: Kind
    budget: Kind


def meetings_page(at: Shown, sheet: Sheet) -> MeetingsPage:
    parties = parties_of(at.document)
    day, _, budget = cast(Attendance, at.field).columns
    keys = (MEETINGS, *(f"{PRESENT}/{party.id}" for party in parties), BUDGET)
    return MeetingsPage(
        parties=parties,
        meetings=tuple(meetings(at, parties, day, budget)),
        sums=tuple(figure_shown(at.document, f"{at.path}/{key}") for key in keys),
        day=day,
        budget=budget,
    )


def meetings(at: Shown, parties: tuple[Party, ...], day: Kind, budget: Kind) -> Iterator[MeetingShown]:
    for row in at.rows():
        came = tuple(at.part(tick(party.id, party.shown_name), row, PRESENT, party.id) for party in parties)
        yield MeetingShown(row=row, day=at.part(day, row, DAY), came=came, budget=at.part(budget, row, BUDGET))
