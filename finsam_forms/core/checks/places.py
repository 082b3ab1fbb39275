"""Where in a document a remark stands: does the place exist, what is it called, and what comes first."""

from __future__ import annotations

from collections.abc import Callable

from ..document import Document
from ..fields import BudgetField, Field, Goals, Rows, Signatures
from ..fields.budget import AMOUNT, YEARS


def place_exists(document: Document, path: str) -> bool:
    """Is this a value, a row, a list, a field or a section of the document as it stands?"""
    mall = document.mall
    first, *rest = path.split("/")
    one = mall.field(first)
    if one is None:
        return not rest and mall.section(first) is not None
    if not rest:
        return True
    if isinstance(one, BudgetField):
        found = one.locate(tuple(rest))
        if found is None:
            return rest == ["enhet"]
        group, inner = found
        stands = not inner or inner[0] in group.row_ids(document, one.id)
        return stands and (len(inner) < 2 or mall.leaf_at(path) is not None)
    if isinstance(one, Goals):
        goal_list = next((part for part in one.lists if part.id == rest[0]), None)
        return goal_list is not None and (len(rest) == 1 or row_stands(document, f"{first}/{rest[0]}", rest[1:], path))
    if isinstance(one, Rows):
        return row_stands(document, first, rest, path)
    if isinstance(one, Signatures):
        party = document.party(rest[0])
        return party is not None and party.owner == one.owners and (len(rest) == 1 or mall.leaf_at(path) is not None)
    return mall.leaf_at(path) is not None


def row_stands(document: Document, base: str, rest: list[str], path: str) -> bool:
    return rest[0] in document.rows(base) and (len(rest) == 1 or document.mall.leaf_at(path) is not None)


def place_name(document: Document, path: str) -> str:
    """What a place is called beside a remark: «Region Uppsala, E-post», «Effektmål 1», «Resor, Region Uppsala»."""
    return whole_name(document, path).strip().rstrip(":")


def whole_name(document: Document, path: str) -> str:
    mall = document.mall
    first, *rest = path.split("/")
    one = mall.field(first)
    section = mall.section_of(path) or mall.section(first)
    short = section.short if section else first
    if one is None or not rest:
        return one.label if one is not None and one.label and section and len(section.fields) > 1 else short
    leaf = mall.leaf_at(path)
    column = leaf.label if leaf is not None and not isinstance(one, Goals) else ""
    return ", ".join(part for part in (inner_name(document, one, rest, short), column) if part)


def inner_name(document: Document, one: Field, rest: list[str], short: str) -> str:
    if isinstance(one, BudgetField):
        return budget_place(document, one, rest)
    if isinstance(one, Goals):
        goal_list = next((part for part in one.lists if part.id == rest[0]), None)
        rows = document.rows(f"{one.id}/{rest[0]}")
        label = goal_list.label if goal_list else short
        return f"{label} {rows.index(rest[1]) + 1}" if len(rest) > 1 and rest[1] in rows else label
    party = document.party(rest[0])
    if party is not None:
        return party.shown_name
    rows = document.rows(one.id)
    if isinstance(one, Rows) and rest[0] in rows:
        label = document.text(f"{one.id}/{rest[0]}/etikett").strip()
        return label or f"{one.row_name.capitalize()} {rows.index(rest[0]) + 1}"
    return short


def budget_place(document: Document, one: BudgetField, rest: list[str]) -> str:
    found = one.locate(tuple(rest))
    if found is None:
        return one.label
    group, inner = found
    if not inner:
        return group.heading
    parts = [line_label(document, f"{one.id}/{group.id}/{inner[0]}")]
    if len(inner) > 1 and inner[1] in (AMOUNT.id, YEARS):
        party = document.party(inner[-1])
        parts += [inner[2]] if inner[1] == YEARS and len(inner) > 2 else []
        parts += [party.shown_name] if party else []
    return ", ".join(parts)


def line_label(document: Document, path: str) -> str:
    """A budget line by its label, or by its number while it has none: «Resor», «rad 2 under Lönekostnader inkl PO-pålägg»."""
    budget = document.mall.budget()
    found = budget.locate(tuple(path.split("/")[1:])) if budget else None
    if budget is None or found is None:
        return ""
    group, (row, *_) = found
    if group.is_fixed(row):
        return group.fixed_label(row)
    rows = group.row_ids(document, budget.id)
    number = f"rad {rows.index(row) + 1}" if row in rows else "en rad"
    return document.text(f"{budget.id}/{group.id}/{row}/benamning").strip() or f"{number} under {group.heading}"


def place_order(document: Document) -> Callable[[str, int], tuple[int, int, int, int]]:
    """A sort key for (path, severity's rank): the form's sections, in each the most serious first, then fields and rows in order."""
    mall = document.mall
    section_no = {section.id: number for number, section in enumerate(mall.sections)}
    field_no = {one.id: number for number, one in enumerate(mall.fields())}
    groups = (
        {group.id: number for number, (_, group) in enumerate(budget.groups())} if (budget := mall.budget()) else {}
    )

    def key(path: str, rank: int) -> tuple[int, int, int, int]:
        first, *rest = path.split("/")
        section = mall.section_of(path) or mall.section(first)
        row = 0
        one = mall.field(first)
        if rest and isinstance(one, BudgetField):
            found = one.locate(tuple(rest))
            if found:
                group, inner = found
                ids = group.row_ids(document, one.id)
                row = 10_000 * groups[group.id] + (ids.index(inner[0]) + 1 if inner and inner[0] in ids else 0)
        elif rest and isinstance(one, Goals):
            lists = [part.id for part in one.lists]
            ids = document.rows("/".join((first, rest[0])))
            row = 10_000 * (lists.index(rest[0]) if rest[0] in lists else 0)
            row += ids.index(rest[1]) + 1 if len(rest) > 1 and rest[1] in ids else 0
        elif rest:
            ids = document.rows(first) or tuple(party.id for party in document.parties)
            row = ids.index(rest[0]) + 1 if rest[0] in ids else 0
        return section_no[section.id] if section else -1, rank, field_no.get(first, -1), row

    return key
