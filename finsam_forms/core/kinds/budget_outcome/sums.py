"""Which figures budget against outcome has.

| key, after its path | figure |
|---|---|
| `skrivet/<row>/<column>`, `varav/<row>/<column>` | the row's own cell, all parties; what its parts come to |
| `rad/<row>/<column>`, `summa/<column>` | the row, by its own cell or else by its parts; all rows. Columns are the typed ones and those below |
| `ar/<year>/<column>` | the rows of a year, where they stand once for each |
| `…/differens` | budget − utfall: what is left |
| `…/forbrukat` | utfall of budget, hundredths of a percent |
| `…/aterstar` | budget − tidigare − nu |
| `…/helar`, `…/avvikelse` | the forecast of the whole year, and budget − that: the one that is typed gives the other |
| `rest/<row>/<column>` | the row − its parts |
| `part/<party>/<column>` | what a party has in a column |
| `tid` | how much of the budget's time has gone, hundredths of a percent |
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ...figure import VOID, Formula, Sum, added, differ, first_of, percent_of
from ...kronor import format_kronor
from ...rounding import whole_percent
from ...unit import Unit
from ..figures import FigureName, Keys, in_a_sentence
from ..kind import Answer, Rest
from .parts import (
    BUDGET,
    DEVIATION,
    DIFFERENCE,
    EARLIER,
    FORECAST,
    FORECAST_AS,
    FULL_YEAR,
    LEFT,
    NOW,
    OUTCOME,
    SPENT,
    SPLIT,
    SPLIT_COLUMNS,
    TIME,
    UP_TO,
)
from .years import years_of

if TYPE_CHECKING:
    from .definition import BudgetOutcome

FULL, AWAY = "helar", "avvikelse"
DIFFERENCES: dict[str, tuple[str, ...]] = {DIFFERENCE: (BUDGET, OUTCOME), LEFT: (BUDGET, EARLIER, NOW)}
RATIOS: dict[str, tuple[str, ...]] = {SPENT: (OUTCOME, BUDGET)}
SHARES = frozenset({*RATIOS, "tid"})


def keys_of_cell(field: BudgetOutcome, at: Answer[Any], rest: Rest) -> Keys:
    """None for a cell of a row or a party that does not stand, and for what is no amount of a row."""
    if len(rest) < 2 or not field.stands(at, rest[0]):
        return ()
    row, column, *more = rest
    if column == SPLIT:
        counts = field.split and len(more) == 2 and at.document.row_number(f"{at.path}/{row}/{SPLIT}", more[0])
        return (f"{at.path}/{SPLIT}/{row}/{more[1]}",) if counts and more[1] in SPLIT_COLUMNS else ()
    if column not in field.typed or len(more) != int(bool(field.parties)):
        return ()
    if not more:
        return (f"{at.path}/skrivet/{row}/{column}",)
    counts = any(party.id == more[0] for party in field.parties_of(at))
    return (f"{at.path}/skrivet/{row}/{column}", f"{at.path}/part/{more[0]}/{column}") if counts else ()


def formulas_of_outcome(field: BudgetOutcome, at: Answer[Any]) -> Iterator[tuple[str, Formula]]:
    lines, path = field.lines(at, named=False), at.path
    rows, years = [line.id for line in lines], years_of(field, at)
    for column in field.typed:
        for row in rows:
            split = column in SPLIT_COLUMNS and field.split
            own, parts = (f"{path}/{one}/{row}/{column}" for one in ("skrivet", SPLIT))
            yield f"{path}/rad/{row}/{column}", Formula((own, parts) if split else (own,), first_of)
            if split:
                yield f"{path}/rest/{row}/{column}", Formula((own, parts), rest_of)
        for year in years:
            of_year = tuple(f"{path}/rad/{line.id}/{column}" for line in lines if line.year == year)
            yield f"{path}/ar/{year}/{column}", Formula(of_year, added)
        yield f"{path}/summa/{column}", Formula(tuple(f"{path}/rad/{row}/{column}" for row in rows), added)
    way = at.text(FORECAST_AS.id) if FORECAST in field.typed else ""
    for base in (*(f"{path}/rad/{row}" for row in rows), *(f"{path}/ar/{year}" for year in years), f"{path}/summa"):
        yield from worked_out(field, base, way)
    if field.time:
        gone = time_gone(at)
        yield f"{path}/tid", Formula((), lambda: gone)


def worked_out(field: BudgetOutcome, base: str, way: str) -> Iterator[tuple[str, Formula]]:
    """What a row, or all of them, come to by its typed columns. `way`: how the forecast is typed."""
    budget, forecast = (f"{base}/{one}" for one in (BUDGET, FORECAST))
    for found, work in ((DIFFERENCES, differ), (RATIOS, percent_of)):
        for what, of in found.items():
            if set(of) <= set(field.typed):
                yield f"{base}/{what}", Formula(tuple(f"{base}/{one}" for one in of), work)
    if way:
        typed, other = (AWAY, FULL) if way == DEVIATION else (FULL, AWAY)
        yield f"{base}/{typed}", Formula((forecast,), first_of)
        yield f"{base}/{other}", Formula((budget, forecast), other_forecast)


def other_forecast(budget: Sum, forecast: Sum) -> Sum:
    """Budget − deviation is the whole year, and budget − the whole year is the deviation; void while none is typed."""
    return differ(budget, forecast) if forecast.written else VOID


def rest_of(own: Sum, parts: Sum) -> Sum:
    return differ(own, parts) if own.written and parts.written else VOID


def time_gone(at: Answer[Any]) -> Sum:
    """How much of the budget's time has gone, by days; void until its days can be read and come in order."""
    start, end = (at.document.read(f"{at.path}/{TIME.id}/{day.id}").value for day in TIME.both())
    day = at.document.read(f"{at.path}/{UP_TO.id}").value
    if not (start and end and day and start <= end):
        return VOID
    days, gone = (end - start).days + 1, (min(day, end) - start).days + 1
    return Sum(100 * (whole_percent(max(gone, 0), days) or 0), 0, 1)


def unit_of(key: str) -> Unit:
    return Unit.SHARE if key.rpartition("/")[2] in SHARES else Unit.KRONOR


def rest_words(key: str, found: Sum) -> str | None:
    """«rest 2 000 kr»; nothing when the parts make the row. None for a figure that is a plain amount."""
    if key.split("/")[1] != "rest":
        return None
    return "" if found.void or not found.value else f"rest {format_kronor(found.value, with_unit=True)}"


def names_of_sums(field: BudgetOutcome, at: Answer[Any]) -> Iterator[FigureName]:
    """The whole of each column first, then row by row."""
    columns = [one for one in field.show if one not in (FORECAST,)]
    columns += [one for one in (DIFFERENCE, SPENT) if one not in columns and {BUDGET, OUTCOME} <= set(field.typed)]
    heads = {column: in_a_sentence(field.plain_head(column)) for column in columns}
    for column, head in heads.items():
        yield FigureName(f"{at.path}/summa/{column}", f"{field.sum_label.lower()} {head}")
    if at.text(FORECAST_AS.id) in (DEVIATION, FULL_YEAR) and FORECAST in field.typed:
        yield FigureName(f"{at.path}/summa/{FULL}", "prognos för helåret")
    for year in years_of(field, at):
        for column, head in heads.items():
            yield FigureName(f"{at.path}/ar/{year}/{column}", f"{year}, {head}")
    for line in field.lines(at):
        for column, head in heads.items():
            yield FigureName(f"{at.path}/rad/{line.id}/{column}", f"{line.label}, {head}", something=True)
