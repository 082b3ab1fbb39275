"""Budget against outcome on the page: its inputs in its own unit, and its figures with the class that a message finds them by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, cast

from markupsafe import Markup

from ...core.checks.reports import quarter_words
from ...core.document import Document
from ...core.kinds.budget_outcome.definition import BudgetOutcome
from ...core.kinds.budget_outcome.parts import (
    BEFORE,
    BUDGET,
    COMMENT,
    DEVIATION,
    FORECAST,
    FORECAST_AS,
    FULL_YEAR,
    LABEL,
    NOW,
    OUTCOME,
    SPENT,
    SPLIT,
    TYPED,
    UNIT,
    MoneyLine,
)
from ...core.kinds.budget_outcome.words import head_of, label_of
from ...core.kinds.figures import figures
from ...core.kinds.kind import Leaf, answer_at
from ...core.kronor import AmountFormat, format_kronor
from ...core.party import parties_of
from ...core.per_year import problems_below
from ...core.reading import Problem
from ...core.span import quarter_of
from ...core.unit import NBSP, Unit
from ...live.desk import Sheet
from ..context import running
from ..figures import UNIT_WORDS, FigureShown, figure_shown
from .budget.cells import Cell
from .shown import Shown


class PartShown(NamedTuple):
    id: str
    number: int
    name: Shown
    cells: tuple[Cell | None, ...]
    """One for each column of the table; None where a part has none."""


class SplitSum(NamedTuple):
    """What the parts of a row come to, and what is left of the row."""

    whole: FigureShown
    rest: FigureShown


@dataclass(frozen=True, slots=True, kw_only=True)
class LineShown:
    id: str
    path: str
    label: str
    name: Shown | None
    number: int
    cells: tuple[Cell | FigureShown, ...]
    """An input of each typed column, a figure of each that is worked out."""
    proposed: tuple[str, ...]
    """What stands in an empty cell: what the parts of the row come to."""
    parts: tuple[PartShown, ...]
    split_sums: tuple[SplitSum | None, ...]
    """What the parts come to, a column each; None for a column that parts don't have."""
    comment: Shown
    before: Cell | None
    """The outcome of the report before, where there is one."""
    problems: tuple[tuple[str, Problem], ...]
    year_sums: tuple[str, tuple[FigureShown | None, ...]] | None
    """After the last row of a year, where the rows stand once for each: what that sum is called, and what it comes to."""


Way = tuple[str, str, bool]
"""What is stored, what is said of it, and is it chosen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomePage:
    label: str
    units: tuple[Way, ...]
    unit_words: Markup
    ways: tuple[Way, ...]
    """How the forecast can be written; none where there is no forecast."""
    whole: tuple[Shown, ...]
    """What else is asked about the whole of it."""
    heads: tuple[tuple[str, str, str], ...]
    """(what it is, the row id and the name of its party) of each column."""
    width: int
    lines: tuple[LineShown, ...]
    own_count: int
    sums: tuple[FigureShown | None, ...]
    claim: FigureShown | None
    """What is asked for now, in all."""
    planned: str
    """What the application counted on for the quarter; empty where no money is asked for, or that is not known."""
    asked: str
    """What the rekvisitioner of the insats come to, one by one; empty where that is not asked, or there are none."""
    spent: FigureShown | None
    gone: FigureShown | None

    def is_figure(self, cell: object) -> bool:
        return isinstance(cell, FigureShown)


def outcome_page(at: Shown, sheet: Sheet) -> OutcomePage:
    field = cast(BudgetOutcome, at.field)
    own = [line.id for line in field.lines(at) if line.row is None]
    columns = tuple(columns_of(at, field))
    lines, unit = field.lines(at), field.unit_in(at)
    lasts = {line.year: line.id for line in lines if line.year}
    return OutcomePage(
        label=label_of(field, at),
        units=tuple((one, one, one == unit) for one in UNIT.options),
        unit_words=Markup('<span class="u-{}">{}</span>').format(field.id, UNIT_WORDS[unit]),
        ways=tuple(ways(at)) if FORECAST in field.typed else (),
        whole=tuple(at.part(one, one.id) for one in field.whole_parts() if one not in (UNIT, FORECAST_AS)),
        heads=tuple((head_of(field, at, column), party, name) for column, party, name in columns),
        width=1 + len(columns),
        lines=tuple(
            line_shown(at, sheet, field, line, own, columns, last=lasts.get(line.year) == line.id) for line in lines
        ),
        own_count=len(own),
        sums=tuple(sums(at, field, columns)),
        claim=figure_shown(at.document, f"{at.path}/summa/{NOW}") if field.claim_label else None,
        planned=planned_words(at, field, sheet) if NOW in field.typed and sheet.ties else "",
        asked=asked_words(sheet) if field.claimed else "",
        spent=figure_shown(at.document, f"{at.path}/summa/{SPENT}") if {BUDGET, OUTCOME} <= set(field.typed) else None,
        gone=figure_shown(at.document, f"{at.path}/tid") if field.time else None,
    )


def planned_words(at: Shown, field: BudgetOutcome, sheet: Sheet) -> str:
    """«Ansökan räknar med 118 333 kr för kvartal 3 2021.»"""
    application, quarter = running().following.of(sheet).application, quarter_of(at.document)
    found = answer_at(application, field.comes_from(False)) if application and quarter is not None else None
    if found is None or quarter is None:
        return ""
    owners = frozenset(party.id for party in parties_of(at.document, "owners"))
    kronor = found[0].field.planned(*found, owners).get((quarter // 4, quarter % 4 + 1), 0)
    return f"Ansökan räknar med {format_kronor(kronor, with_unit=True)} för {quarter_words(quarter)}."


def asked_words(sheet: Sheet) -> str:
    """«Rekvisitionerna är tillsammans 221 200 kr: Q2 2021 101 200 kr, Q3 2021 120 000 kr.»"""
    claims = running().following.of(sheet).claims
    kronor = format_kronor(sum(one.kronor for one in claims), with_unit=True)
    told = (f"{one.quarter or 'utan kvartal'} {format_kronor(one.kronor, with_unit=True)}" for one in claims)
    return f"Rekvisitionerna är tillsammans {kronor}: {', '.join(told)}." if claims else ""


def ways(at: Shown) -> Iterator[Way]:
    chosen = at.text(FORECAST_AS.id)
    for one, said in ((FULL_YEAR, "hela året"), (DEVIATION, "avvikelsen")):
        yield one, said, one == chosen


Column = tuple[str, str, str]
"""What it is, the row id of its party and the party's name; both empty for a column of all."""


def columns_of(at: Shown, field: BudgetOutcome) -> Iterator[Column]:
    for column in field.show:
        parties = field.parties_of(at) if column in TYPED else ()
        yield from ((column, party.id, party.shown_name) for party in parties)
        if not parties:
            yield column, "", ""


def line_shown(
    at: Shown,
    sheet: Sheet,
    field: BudgetOutcome,
    line: MoneyLine,
    own: list[str],
    columns: tuple[Column, ...],
    *,
    last: bool,
) -> LineShown:
    """`last`: is it the last row of its year?"""
    path = f"{at.path}/{line.id}"
    before = f"{path}/{OUTCOME}/{BEFORE}"
    return LineShown(
        id=line.id,
        path=path,
        label=line.label,
        name=at.part(LABEL, line.id, LABEL.id) if line.row is None else None,
        number=own.index(line.id) + 1 if line.row is None else 0,
        cells=tuple(cells_of(at, sheet, field, line, columns)),
        proposed=tuple(proposals(at, field, line, columns)),
        parts=tuple(parts_of(at, sheet, field, line, columns)),
        split_sums=tuple(split_sums(at, field, line, columns)),
        comment=at.part(COMMENT, line.id, COMMENT.id, label=f"{line.label}, kommentar"),
        before=cell(sheet, before, f"{line.label}, utfall förra perioden") if at.document.text(before) else None,
        problems=tuple(problems_below(at.document, path)),
        year_sums=(f"{field.sum_label} {line.year}", tuple(sums(at, field, columns, f"ar/{line.year}")))
        if last
        else None,
    )


def cells_of(
    at: Shown, sheet: Sheet, field: BudgetOutcome, line: MoneyLine, columns: tuple[Column, ...]
) -> Iterator[Cell | FigureShown]:
    for column, party, name in columns:
        if column in TYPED:
            label = ", ".join(filter(None, (line.label, field.plain_head(column), name)))
            yield cell(sheet, "/".join(filter(None, (at.path, line.id, column, party))), label)
        else:
            yield figure_shown(at.document, f"{at.path}/rad/{line.id}/{column}")


def proposals(at: Shown, field: BudgetOutcome, line: MoneyLine, columns: tuple[Column, ...]) -> Iterator[str]:
    known, amounts = figures(at.document), field.amounts(at)
    for column, _, _ in columns:
        found = known.sum(at.path, SPLIT, line.id, column)
        yield amounts.show(found.value) if column in field.split_columns and found.written else ""


def split_sums(
    at: Shown, field: BudgetOutcome, line: MoneyLine, columns: tuple[Column, ...]
) -> Iterator[SplitSum | None]:
    for column, _, _ in columns:
        keys = (f"{at.path}/{one}/{line.id}/{column}" for one in (SPLIT, "rest"))
        yield SplitSum(*(figure_shown(at.document, key) for key in keys)) if column in field.split_columns else None


def parts_of(
    at: Shown, sheet: Sheet, field: BudgetOutcome, line: MoneyLine, columns: tuple[Column, ...]
) -> Iterator[PartShown]:
    for number, part in enumerate(at.rows(line.id, SPLIT) if field.split else (), 1):
        name = f"{line.label}, varav {number}"
        base = f"{at.path}/{line.id}/{SPLIT}/{part}"
        cells = tuple(
            cell(sheet, f"{base}/{column}", f"{name}, {field.plain_head(column)}")
            if column in field.split_columns
            else None
            for column, _, _ in columns
        )
        yield PartShown(part, number, at.part(LABEL, line.id, SPLIT, part, LABEL.id, label=name), cells)


def sums(
    at: Shown, field: BudgetOutcome, columns: tuple[Column, ...], of: str = "summa"
) -> Iterator[FigureShown | None]:
    for column, party, _ in columns:
        key = f"{at.path}/part/{party}/{column}" if party else f"{at.path}/{of}/{column}"
        yield figure_shown(at.document, key)


def cell(sheet: Sheet, path: str, label: str) -> Cell:
    document = sheet.document
    typed, leaf = document.text(path), document.mall.leaf_at(path)
    return Cell(
        path=path,
        version=sheet.version(path),
        typed=typed,
        shown=input_text(document, path),
        label=label,
        bad=bool(typed) and leaf is not None and leaf.read(typed).problem is not None,
        mode="text",
        unit=unit_at(document, path),
    )


def unit_at(document: Document, path: str) -> str:
    return document.text(f"{path.partition('/')[0]}/{UNIT.id}") or "kr"


def input_text(document: Document, path: str) -> str:
    """Amounts are grouped, in tkr with the unit written out; what was not understood stands as it was typed."""
    text, leaf = document.text(path), document.mall.leaf_at(path)
    value = leaf.read(text).value if isinstance(leaf, Leaf) and leaf.unit is Unit.KRONOR and text else None
    if value is None:
        return text
    if unit_at(document, path) == "tkr":
        return f"{AmountFormat.of([value], 'tkr').show(value)}{NBSP}tkr"
    return AmountFormat().show(value)
