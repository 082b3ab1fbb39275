"""The list of sections: those that there are as the document stands, under the sheets and parts that they belong to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..core.document import Document
from ..core.kinds.kind import Answer, Kind, OwnPage
from ..core.mall import Section, mall_of


class Group(NamedTuple):
    """Sections in a row under the same words. `sheet` and `part` stand where one begins, and are empty elsewhere."""

    sheet: str
    part: str
    sections: list[Section]
    pages: dict[str, list[OwnPage]]
    """Id of a section → the pages that it has beside its own."""


class Turn(NamedTuple):
    """A page of a draft to write in: a section, or one of the pages that a question in it has."""

    section_id: str
    number: str
    short: str
    row: str = ""


def own_pages(section: Section, document: Document) -> Iterator[tuple[Answer[Kind], OwnPage]]:
    """The pages that questions of a section have, each with the answer that it is of."""
    for field in section.fields:
        at = field.answer(document)
        yield from ((at, page) for page in field.pages(at))


def own_page(section: Section, document: Document, row: str) -> OwnPage | None:
    return next((page for _, page in own_pages(section, document) if page.row == row), None)


def steps(document: Document) -> Iterator[Turn]:
    """Every page, in the order that one turns them."""
    for section in mall_of(document).shown(document):
        yield Turn(section.id, section.number, section.short)
        yield from (Turn(section.id, one.number, one.name, one.row) for _, one in own_pages(section, document))


def around(document: Document, section: Section, row: str) -> tuple[Turn | None, Turn | None]:
    """The pages before and after one; of a section that is not shown those of the sections around it."""
    mall, found = mall_of(document), [*steps(document)]
    here = next((n for n, one in enumerate(found) if (one.section_id, one.row) == (section.id, row)), None)
    if here is not None:
        return found[here - 1] if here else None, found[here + 1] if here + 1 < len(found) else None
    order = {one.id: number for number, one in enumerate(mall.sections)}
    before = [one for one in found if order[one.section_id] < order[section.id]]
    return before[-1] if before else None, found[len(before)] if len(before) < len(found) else None


def listed_by(document: Document) -> str:
    """The fields that decide what stands in the list of pages, for `data-follows`."""
    mall = mall_of(document)
    return " ".join(sorted({*mall.deciders, *(one.id for one in mall.fields() if one.has_pages)}))


def groups(document: Document) -> list[Group]:
    mall, found = mall_of(document), list[Group]()
    sheet = part = ""
    for section in mall.shown(document):
        begins = mall.begins.get(section.id)
        stands_in = begins.sheet if begins else ""
        if not found or (stands_in, section.part) != (sheet, part):
            new_sheet = stands_in if stands_in != sheet else ""
            found.append(
                Group(new_sheet, section.part_in(document) if new_sheet or section.part != part else "", [], {})
            )
        found[-1].sections.append(section)
        found[-1].pages[section.id] = [page for _, page in own_pages(section, document)]
        sheet, part = stands_in, section.part
    return found
