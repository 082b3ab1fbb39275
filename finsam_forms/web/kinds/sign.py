"""Who signs a sheet, on the page; of a name that is asked elsewhere, what it is and where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from ...core.kinds.sign import Sign
from ...core.mall import mall_of
from ...live.desk import Sheet
from ..places import section_url
from .shown import Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """A name that is written at another place: the id of its field, that place in words and its page; the page that shows it here."""

    field: str
    name: str
    place: str
    address: str
    here: str


def elsewhere(at: Shown, sheet: Sheet) -> Elsewhere | None:
    """None where the name is asked here."""
    field, mall = cast(Sign, at.field), mall_of(at.document)
    first = field.same_as.partition("/")[0]
    source, here = mall.section_of(first), mall.section_of(at.path)
    if source is None or here is None:
        return None
    return Elsewhere(
        field=first,
        name=at.document.text(field.same_as),
        place=mall.stands[first][0].label or source.short,
        address=section_url(sheet, source),
        here=section_url(sheet, here),
    )
