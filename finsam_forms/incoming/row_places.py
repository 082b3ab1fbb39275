"""Where rows come to stand when a file has them in another order, some of them new: as few as can be are moved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from ..core import position


def placed(before: Mapping[str, str], order: Sequence[str]) -> dict[str, str]:
    """Row → its position key, of the rows that are new or have been moved. `before`: where the rows stood; `order`: the file's."""
    kept = longest_in_order(before, order)
    found: dict[str, str] = {}
    last: str | None = None
    for number, row in enumerate(order):
        if row in kept:
            last = before[row]
        else:
            after = next((before[other] for other in order[number + 1 :] if other in kept), None)
            last = found[row] = position.between(last, after)
    return found


def longest_in_order(before: Mapping[str, str], order: Sequence[str]) -> frozenset[str]:
    """As many of the rows as can be that stand in the order that they had: the longest increasing subsequence."""
    ranks = {row: rank for rank, row in enumerate(sorted(before, key=lambda row: (before[row], row)))}
    standing = [row for row in order if row in ranks]
    ends: list[int] = []
    last_of: list[str] = []
    above: dict[str, str | None] = {}
    for row in standing:
        place = bisect_left(ends, ranks[row])
        above[row] = last_of[place - 1] if place else None
        ends[place : place + 1] = [ranks[row]]
        last_of[place : place + 1] = [row]
    row_or_none = last_of[-1] if last_of else None
    found: set[str] = set()
    while row_or_none is not None:
        found.add(row_or_none)
        row_or_none = above[row_or_none]
    return frozenset(found)
