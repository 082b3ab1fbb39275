"""What lets a workbook be read back when somebody has changed it: keys in hidden rows and columns, and a hidden sheet.

The first column of a sheet has a key for each row and the first row one for each column; the hidden sheet says which path stands
where a row and a column met, and what stood in the whole document. Keys go along when rows are moved, and a row that somebody
adds has none.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

from ...core.kronor import AmountFormat
from ..origin import Origin
from .plan import Homes, Sheet, Use, cell_key, column_key, row_key

HIDDEN = "_finsam"
"""The name of the hidden sheet."""
MARK = "finsam-forms/xlsx/1"
"""In its first cell; the text below it in the same column is JSON."""
LONGEST = 30_000
"""Characters of a cell; a cell holds 32 767."""


def hidden_lines(origin: Origin, sheets: list[Sheet], homes: Homes) -> Iterator[str]:
    """The column of the hidden sheet."""
    told = {one.name: getattr(origin, one.name) for one in fields(origin)}
    text = json.dumps({**told, "sheets": [described(sheet, homes) for sheet in sheets]})
    yield MARK
    yield from (text[start : start + LONGEST] for start in range(0, len(text), LONGEST))


def described(sheet: Sheet, homes: Homes) -> Mapping[str, Any]:
    """`rows`: what sort of row it is, and its own path or that of its group. `grows`: where other new rows go. `columns`: the steps from
    a row to its cell, what it counts, and how many kronor its numbers count. `cells`: the path of what is typed there, the
    same, and whether a formula proposes it. `sums`: what a sum is of; `same`: the place that a cell shows the figure of."""
    cells, sums, same = {}, {}, {}
    for spot, one in sheet.cells.items():
        if one.use is Use.TYPED and one.cell.path and homes.is_home(one.cell.path, sheet, spot):
            cells[cell_key(spot)] = [one.cell.path, one.cell.unit.name, scale(one.amounts), bool(one.formula)]
        elif one.adds:
            sums[cell_key(spot)] = one.adds
        elif one.use is Use.FIGURE and one.cell.key in homes.figures:
            there = homes.figures[one.cell.key]
            same[cell_key(spot)] = [there.sheet.key, cell_key(there.spot)]
    return {
        "key": sheet.key,
        "rows": {row_key(row): [sheet.kinds.get(row, "words"), sheet.rows.get(row, "")] for row in sheet.used_rows},
        "grows": sheet.grows,
        "columns": {
            column_key(col): [one.steps, one.unit.name, scale(one.amounts)] for col, one in sheet.columns.items()
        },
        "cells": cells,
        "sums": sums,
        "same": same,
    }


def scale(amounts: AmountFormat) -> int:
    """Kronor in what its numbers count."""
    return 1000 if amounts.unit == "tkr" else 1
