"""Where in a document a remark stands: does the place exist, what is it called, and what comes first."""

from __future__ import annotations

from collections.abc import Callable

from ..document import Document
from ..kinds.kind import NOWHERE, Place, answer_at
from ..mall import mall_of


def place_at(document: Document, path: str) -> Place:
    """What the field that a path lies in says about it."""
    found = answer_at(document, path)
    return found[0].place(found[1]) if found else NOWHERE


def place_exists(document: Document, path: str) -> bool:
    """Is this a value, a row, a list, a field or a section of the document as it stands?"""
    mall = mall_of(document)
    first, slash, _ = path.partition("/")
    if mall.field(first) is not None:
        return place_at(document, path).stands
    own = slash or first == "_titel"
    return mall.leaf_at(path) is not None if own else mall.section(first) is not None


def place_name(document: Document, path: str) -> str:
    """What a place is called beside a remark: «Region Uppsala, E-post», «Effektmål 1», «Resor, Region Uppsala»."""
    return whole_name(document, path).strip().rstrip(":")


def whole_name(document: Document, path: str) -> str:
    mall = mall_of(document)
    first, _, rest = path.partition("/")
    field = mall.field(first)
    section = mall.section_of(path) or mall.section(first)
    if first == "_titel":
        return "Utkastets namn"
    short = section.short if section else first
    if first == "_notes":
        return f"{short}, anteckning"
    if field is None or section is None:
        return short
    own = field.label if field.label and len(section.fields) > 1 else short
    names = place_at(document, path).names if rest else ()
    alike = [other for other in section.fields if other.self_named and other.alike == field.alike]
    said = () if names and field.self_named and len(alike) == 1 else (own,)
    return ", ".join(said + names)


def margin_of(document: Document, path: str) -> str:
    """Whose margin a remark stands in: the row's that it is about (a goal, a party, a phase, a budget line), else the field's."""
    return place_at(document, path).margin or path.partition("/")[0]


Order = tuple[int, int, int, tuple[int, ...]]


def place_order(document: Document) -> Callable[[str, int], Order]:
    """A sort key for (path, severity's rank): the form's sections, in each the most serious first, then fields and rows in order."""
    mall = mall_of(document)
    section_no = {section.id: number for number, section in enumerate(mall.sections)}
    field_no = {one.id: number for number, one in enumerate(mall.fields())}

    def key(path: str, rank: int) -> Order:
        first = path.partition("/")[0]
        section = mall.section_of(path) or mall.section(first)
        order = place_at(document, path).order
        return section_no[section.id] if section else -1, rank, field_no.get(first, -1), order

    return key
