"""What stands on the projector: a section as it is printed, where the one who leads is, and who is in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..core.document import Document
from ..core.mall import Section
from ..export import elements as e
from ..export.paper import Paper
from ..export.printout import section as printed_section
from ..live.desk import Sheet
from ..live.projector import Place
from .context import running
from .invitation import Invitation, invitation
from .kinds.pay_chart import PayPicture, pay_picture
from .kinds.time_axis import TimePicture, time_picture
from .people import ByPart, by_part
from .read_page import shown_elements
from .utskrift import stamp_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectorPage:
    sheet: Sheet
    document: Document
    section: Section
    number: int
    """Which of the sections it is, from 1; 0 for one that is not there as the document stands."""
    sections: int
    """How many there are."""
    before: Section | None
    after: Section | None
    leader: str
    place: Place
    """Where the leader was heard of last."""
    elements: Sequence[tuple[str, e.Element]]
    pays: PayPicture | None
    picture: TimePicture | None
    invitation: Invitation | None
    parts: Sequence[ByPart]
    """Who is in."""
    leaders: Sequence[str]
    """Those who could be followed."""


def projector_page(sheet: Sheet, section: Section, leader: str) -> ProjectorPage:
    document, shown = sheet.document, sheet.mall.shown(sheet.document)
    before, after = sheet.mall.around(section, document)
    elements = printed_section(section, before, Paper(document, stamp_of(sheet)))
    people = running().presence.here(sheet.draft_id)
    return ProjectorPage(
        sheet=sheet,
        document=document,
        section=section,
        number=shown.index(section) + 1 if section in shown else 0,
        sections=len(shown),
        before=before,
        after=after,
        leader=leader,
        place=running().projector.place(sheet.draft_id),
        elements=shown_elements(elements),
        pays=pay_picture(document),
        picture=time_picture(document),
        invitation=invitation(),
        parts=by_part(people),
        leaders=sorted({*(one.who for one in people), *([leader] if leader else [])}),
    )
