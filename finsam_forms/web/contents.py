"""The list of sections: those that there are as the document stands, under the sheets and parts that they belong to."""

from __future__ import annotations

from typing import NamedTuple

from ..core.document import Document
from ..core.mall import Section, mall_of


class Group(NamedTuple):
    """Sections in a row under the same words. `sheet` and `part` stand where one begins, and are empty elsewhere."""

    sheet: str
    part: str
    sections: list[Section]


def groups(document: Document) -> list[Group]:
    mall, found = mall_of(document), list[Group]()
    sheet = part = ""
    for section in mall.shown(document):
        begins = mall.begins.get(section.id)
        stands_in = begins.sheet if begins else ""
        if not found or (stands_in, section.part) != (sheet, part):
            new_sheet = stands_in if stands_in != sheet else ""
            found.append(Group(new_sheet, section.part if new_sheet or section.part != part else "", []))
        found[-1].sections.append(section)
        sheet, part = stands_in, section.part
    return found
