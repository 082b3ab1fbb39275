"""Where in a document a remark stands: does the place exist, what is it called, and what comes first."""

from __future__ import annotations

from collections.abc import Callable

from ..document import Document
from ..fields import BudgetField, Field, Goals, LineGroup, Rows, Signatures
from ..fields.budget import AMOUNT, YEARS


def place_exists(document: Document, path: str) -> bool:
    """Is this a value, a row, a list, a field or a section of the document as it stands?"""
    mall = document.mall
    first, *rest = path.split("/")
    one = mall.field(first)
    if one is None:
        return mall.section(first) is not None if not rest and first != "_titel" else mall.leaf_at(path) is not None
    if not rest:
        return True
    if isinstance(one, BudgetField):
        found = one.locate(tuple(rest))
        if found is None:
            return rest == ["enhet"]
        group, inner = found
        stands = not inner or row_number(document, one, group, inner[0]) > 0
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
    return document.row_number(base, rest[0]) is not None and (
        len(rest) == 1 or document.mall.leaf_at(path) is not None
    )


def place_name(document: Document, path: str) -> str:
    """What a place is called beside a remark: «Region Uppsala, E-post», «Effektmål 1», «Resor, Region Uppsala»."""
    return whole_name(document, path).strip().rstrip(":")


def whole_name(document: Document, path: str) -> str:
    mall = document.mall
    first, *rest = path.split("/")
    one = mall.field(first)
    section = mall.section_of(path) or mall.section(first)
    if first == "_titel":
        return "Utkastets namn"
    short = section.short if section else first
    if first == "_notes":
        return f"{short}, anteckning"
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
        number = document.row_number(f"{one.id}/{rest[0]}", rest[1]) if len(rest) > 1 else None
        label = goal_list.label if goal_list else short
        return f"{label} {number}" if number else label
    party = document.party(rest[0])
    if party is not None:
        return party.shown_name
    number = document.row_number(one.id, rest[0])
    if isinstance(one, Rows) and number:
        label = document.text(f"{one.id}/{rest[0]}/etikett").strip()
        return label or f"{one.row_name.capitalize()} {number}"
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
    number = row_number(document, budget, group, row)
    name = f"rad {number}" if number else "en rad"
    return document.text(f"{budget.id}/{group.id}/{row}/benamning").strip() or f"{name} under {group.heading}"


def row_number(document: Document, budget: BudgetField, group: LineGroup, row: str) -> int:
    """Which line of its group this is, from 1, the form's own lines first; 0 for one that does not exist."""
    fixed = [line.id for line in group.rows]
    if row in fixed:
        return fixed.index(row) + 1
    return len(fixed) + number if (number := document.row_number(f"{budget.id}/{group.id}", row)) else 0


def place_order(document: Document) -> Callable[[str, int], tuple[int, int, int, int]]:
    """A sort key for (path, severity's rank): the form's sections, in each the most serious first, then fields and rows in order."""
    mall = document.mall
    section_no = {section.id: number for number, section in enumerate(mall.sections)}
    field_no = {one.id: number for number, one in enumerate(mall.fields())}
    groups = (
        {group.id: number for number, (_, group) in enumerate(budget.groups())} if (budget := mall.budget()) else {}
    )

    parties = {party.id: number for number, party in enumerate(document.parties, 1)}

    def key(path: str, rank: int) -> tuple[int, int, int, int]:
        first, *rest = path.split("/")
        section = mall.section_of(path) or mall.section(first)
        row = 0
        one = mall.field(first)
        if rest and isinstance(one, BudgetField):
            found = one.locate(tuple(rest))
            if found:
                group, inner = found
                row = 10_000 * groups[group.id] + (row_number(document, one, group, inner[0]) if inner else 0)
        elif rest and isinstance(one, Goals):
            lists = [part.id for part in one.lists]
            row = 10_000 * (lists.index(rest[0]) if rest[0] in lists else 0)
            row += (document.row_number(f"{first}/{rest[0]}", rest[1]) or 0) if len(rest) > 1 else 0
        elif rest:
            row = (document.row_number(first, rest[0]) if document.rows(first) else parties.get(rest[0])) or 0
        return section_no[section.id] if section else -1, rank, field_no.get(first, -1), row

    return key
