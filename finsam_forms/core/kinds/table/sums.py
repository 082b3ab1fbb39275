"""Which figures a table of counts has, and what they are called.

| key, after the table's path | figure |
|---|---|
| `rad/<row>` | a row, all columns |
| `kolumn/<column>`, `alla` | what the rows split, per column and in all: of groups that split the same, the first that is written |
| `grupp/<group>/<column>` | what a group gives |
| `andel/<row>/<column>` | its part of the column's sum, or of the row's, hundredths of a percent; those of a column make 100 |
| `totalt`, `totalt/<column>` | the typed total |
| `kvar`, `kvar/<column>` | what is left to split of the total |
| `forra/<row>`, `forandring/<row>` | the row in the report before, and the difference |
| `varav/<row>` | what the parts of a row come to |
| `ruta/<row>/<column>` | a cell, where its share is worked out |
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ...figure import VOID, Formula, Sum, added, differ, first_of
from ...rounding import parts_of_hundred
from ...unit import Unit
from ..figures import FigureName, Keys, in_a_sentence
from ..grid.parts import BEFORE, COUNT, PARTS, TOTAL
from ..kind import Answer, Rest

if TYPE_CHECKING:
    from .definition import CountTable


def keys_of_cell(table: CountTable, at: Answer[Any], rest: Rest) -> Keys:
    """None for a cell of a row or a column that does not stand."""
    path = at.path
    if table.is_total(rest):
        stands = table.leaf_at(rest) is not None and all(table.column_stands(at, column) for column in rest[1:])
        return ("/".join((path, *rest)),) if stands else ()
    if len(rest) < 2 or table.leaf_at(rest) is None or not table.stands(at, rest[0]):
        return ()
    row, column, *more = rest
    if column == PARTS:
        counts = more[1] == COUNT and at.document.row_number(f"{path}/{row}/{PARTS}", more[0])
        return (f"{path}/{PARTS}/{row}",) if counts else ()
    if not table.can_be_column(column) or not table.column_stands(at, column):
        return ()
    if more:
        return (f"{path}/{BEFORE}/{row}",)
    return tuple(counted_in(table, path, row, column))


def counted_in(table: CountTable, path: str, row: str, column: str) -> Iterator[str]:
    yield f"{path}/rad/{row}"
    group = table.group_of(row)
    if group:
        yield f"{path}/grupp/{group}/{column}"
    elif not table.groups:
        yield f"{path}/kolumn/{column}"
        yield f"{path}/alla"
    if table.percent and not table.one_column:
        yield f"{path}/ruta/{row}/{column}"


def formulas_of_table(table: CountTable, at: Answer[Any]) -> Iterator[tuple[str, Formula]]:
    path, columns = at.path, [one.id for one in table.columns_of(at)]
    if table.groups:
        for column in columns:
            of = tuple(f"{path}/grupp/{group.id}/{column}" for group in table.groups)
            yield f"{path}/kolumn/{column}", Formula(of, first_of)
        yield f"{path}/alla", Formula(tuple(f"{path}/kolumn/{column}" for column in columns), added)
    if table.total_per:
        for column in columns:
            whole = (whole_key(table, path, column), f"{path}/kolumn/{column}")
            yield f"{path}/kvar/{column}", Formula(whole, left)
        if table.total_label:
            yield f"{path}/{TOTAL}", Formula(tuple(f"{path}/{TOTAL}/{column}" for column in columns), added)
    elif table.total or table.total_label:
        yield f"{path}/kvar", Formula((table.whole_key(at), f"{path}/alla"), left)
    yield from shares(table, at, columns)
    for line in table.lines(at, named=False) if table.previous else ():
        whole = (f"{path}/rad/{line.id}", f"{path}/{BEFORE}/{line.id}")
        yield f"{path}/forandring/{line.id}", Formula(whole, since_then)


def whole_key(table: CountTable, path: str, column: str) -> str:
    """What a column splits: a figure elsewhere, the same for all of them, or the total that is typed for it."""
    return table.total or f"{path}/{TOTAL}/{column}"


def shares(table: CountTable, at: Answer[Any], columns: list[str]) -> Iterator[tuple[str, Formula]]:
    """Each of the counts that are shares of the same whole asks for all of them: together they make 100."""
    if table.percent == "column":
        wholes = [
            [(line.id, one) for line in lines] for _, lines in table.splitting(at, named=False) for one in columns
        ]
    elif table.percent == "row":
        wholes = [[(line.id, one) for one in columns] for line in table.lines(at, named=False)]
    else:
        wholes = []
    for whole in wholes:
        of = tuple(f"{at.path}/rad/{row}" if table.one_column else f"{at.path}/ruta/{row}/{one}" for row, one in whole)
        for number, (row, one) in enumerate(whole):
            yield f"{at.path}/andel/{row}/{one}", Formula(of, share(number))


def share(number: int) -> Callable[..., Sum]:
    """Of counts, the part of one."""
    return lambda *counts: parts_of(counts)[number]


@lru_cache(maxsize=16)
def parts_of(counts: tuple[Sum, ...]) -> tuple[Sum, ...]:
    """The part of each: void of nothing, of nobody's writing, and while one of them can't be read. Kept, for each asks for all."""
    parts = None if any(one.unread for one in counts) else parts_of_hundred(tuple(one.value for one in counts))
    if parts is None:
        return (VOID,) * len(counts)
    return tuple(Sum(100 * part, 0, 1) if one.written else VOID for one, part in zip(counts, parts, strict=True))


def left(total: Sum, split: Sum) -> Sum:
    """What is left to split; void while either is not written, or can't be read."""
    known = total.written and split.written and not total.unread and not split.unread
    return differ(total, split) if known else VOID


def since_then(now: Sum, before: Sum) -> Sum:
    return differ(now, before) if now.written and before.written else VOID


def left_words(key: str, found: Sum) -> str | None:
    """«1 kvar att fördela», «2 för många», and nothing when it is even; None for a figure that is a plain number."""
    if key.split("/")[1] != "kvar":
        return None
    if found.void or not found.value:
        return ""
    return f"{found.value} kvar att fördela" if found.value > 0 else f"{-found.value} för många"


def unit_of(key: str) -> Unit:
    return Unit.SHARE if key.split("/")[1] == "andel" else Unit.COUNT


def names_of_sums(table: CountTable, at: Answer[Any]) -> Iterator[FigureName]:
    label, lines, columns = in_a_sentence(table.label), table.lines(at), table.columns_of(at)
    names = [("alla", table.sum_label.lower()), *((f"rad/{line.id}", line.label) for line in lines)]
    if not table.one_column:
        names += [(f"kolumn/{one.id}", one.label) for one in columns]
    elif table.percent:
        names += [(f"andel/{line.id}/{columns[0].id}", f"{line.label}, andel") for line in lines]
    for key, name in names:
        yield FigureName(f"{at.path}/{key}", f"{label}, {name}" if label else name)
