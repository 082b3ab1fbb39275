"""What comes along to budget against outcome: of an application its budget for the years of the report, of the report before it what is
the same as long as the budget is, and its outcome to stand beside this one's. And to a row about an insats: what it has in all."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from ... import position
from ...dates import Period, format_date
from ...document import PLACE
from ...row_id import good_row_id, new_row_id
from ...span import insats_period
from ...unit import Unit
from ..figures import figures
from ..kind import Cost, Given, Rest, Source, Taken, answer_at, standing
from ..period import next_period
from .parts import (
    BEFORE,
    BUDGET,
    COMMENT,
    EARLIER,
    FORECAST,
    FORECAST_AS,
    GRANTED,
    GRANTED_IN_ALL,
    LABEL,
    NOW,
    OUTCOME,
    SPLIT,
    TIME,
    UNIT,
    UP_TO,
    OutcomeRow,
)

if TYPE_CHECKING:
    from .definition import BudgetOutcome


def carried(field: BudgetOutcome, path: str, source: Source) -> Iterator[Taken]:
    for rest, text in of_report(field, source) if source.previous else of_application(field, source):
        yield Taken("/".join((path, *rest)), text)
    time = insats_period(source.document) if field.whole else next_period(source)
    if field.time and time:
        yield Taken(f"{path}/{UP_TO.id}", format_date(time.end), once=True)


# Of an insats that a row is about: one of one's own, else the row that its chapter has here.


def row_about(field: BudgetOutcome, row: str, name: str, source: Source) -> Iterator[Taken]:
    """Its budget and its outcome, of its report; of its application what it costs the years that this report is about."""
    if not field.rows_from:
        yield Taken(f"{row}/{PLACE}", position.first())
        yield from [Taken(f"{row}/{LABEL.id}", name)] if name else ()
    found = answer_at(source.document, source.path)
    costs = list(found[0].field.costs(*found)) if found else []
    known = figures(source.document)
    amounts = {column: known.sum(source.path, "summa", column) for column in (BUDGET, OUTCOME)}
    told = {column: one.value for column, one in amounts.items() if one.written and not one.unread}
    told |= {BUDGET: sum(one.within(source.years) for one in costs)} if costs else {}
    yield from (Taken(f"{row}/{column}", str(kronor)) for column, kronor in told.items() if column in field.typed)


# Of an application.


def of_application(field: BudgetOutcome, source: Source) -> Iterator[tuple[Rest, str]]:
    """A group of its budget is a row here, a line of the group a part of the row: the kronor of the years that the report is about."""
    found = answer_at(source.document, source.path)
    costs = list(found[0].field.costs(*found)) if found else []
    if not costs:
        return
    for row, years in rows_of(field, source) if BUDGET in field.typed else ():
        of_row = [(one, one.within(years)) for one in costs if one.group == row.group]
        yield from row_of(field, row, [(one, kronor) for one, kronor in of_row if kronor])
    if field.granted and GRANTED not in field.typed:
        yield (GRANTED_IN_ALL.id,), str(sum(one.within(source.years) for one in costs))
    time = budget_time(source)
    for day, at in zip(TIME.both(), time or (), strict=False) if field.time else ():
        yield (TIME.id, day.id), format_date(at)


def rows_of(field: BudgetOutcome, source: Source) -> Iterator[tuple[OutcomeRow, tuple[int, ...]]]:
    """The form's rows, and the calendar years that each is of: one, where they stand once for each year of the insats."""
    whole = insats_period(source.document) if field.years else None
    years = range(whole.start.year, whole.end.year + 1) if whole else range(0)
    for year in years if len(years) > 1 else ():
        yield from ((row.in_year(str(year)), (year,)) for row in field.rows)
    if len(years) < 2:
        yield from ((row, source.years) for row in field.rows)


def row_of(field: BudgetOutcome, row: OutcomeRow, costs: list[tuple[Cost, int]]) -> Iterator[tuple[Rest, str]]:
    """As finely as the row can hold it: by its parts, by organisation, or in one amount."""
    if field.parties:
        for party, kronor in added((one.party, kronor) for one, kronor in costs).items():
            yield (row.id, BUDGET, party), str(kronor)
    elif field.split:
        labels = {one.line: one.label for one, _ in costs}
        amounts = added((one.line, kronor) for one, kronor in costs)
        for place, (line, kronor) in zip(position.spread(len(amounts)), amounts.items(), strict=True):
            part = (row.id, SPLIT, line if good_row_id(line) else new_row_id(line))
            yield (*part, PLACE), place
            yield (*part, LABEL.id), labels[line]
            yield (*part, BUDGET), str(kronor)
    elif costs:
        yield (row.id, BUDGET), str(sum(kronor for _, kronor in costs))


def added(amounts: Iterable[tuple[Hashable, int]]) -> dict[Any, int]:
    """The kronor of each key, in the order that they come."""
    found: dict[Any, int] = {}
    for key, kronor in amounts:
        found[key] = found.get(key, 0) + kronor
    return found


def budget_time(source: Source) -> Period | None:
    """The days of the insats in the years that the report is about."""
    whole, years = insats_period(source.document), source.years
    if whole is None or not years:
        return whole
    found = Period(max(whole.start, date(years[0], 1, 1)), min(whole.end, date(years[-1], 12, 31)))
    return found if found.start <= found.end else None


# Of several reports that are sheets of it: one of each insatsägare.


def added_up(field: BudgetOutcome, path: str, given: Sequence[Given]) -> Iterator[Taken]:
    """Each tells its own part: amounts are added, and comments stand after each other. What was granted is of the whole, and a
    forecast that they write in two ways can't be added."""
    texts: dict[str, list[tuple[str, str]]] = {}
    for one in given:
        for taken in one.taken:
            texts.setdefault(taken.path, []).append((one.who, taken.text))
    ways = {text for _, text in texts.get(f"{path}/{FORECAST_AS.id}", ())}
    for place, said in texts.items():
        rest = tuple(place.removeprefix(f"{path}/").split("/"))
        leaf = field.leaf_at(rest)
        forecast = rest == (FORECAST_AS.id,) or rest[1:2] == (FORECAST,)
        if leaf is None or rest == (GRANTED_IN_ALL.id,) or (forecast and len(ways) > 1):
            continue
        if leaf.unit is Unit.KRONOR:
            amounts: list[Any] = [leaf.read(text).value for _, text in said]
            if None not in amounts:
                yield Taken(place, str(sum(amounts)))
        elif rest[-1] == COMMENT.id:
            yield Taken(place, "; ".join(f"{who}: {text}" for who, text in said))
        else:
            yield Taken(place, said[0][1])


# Of the report before.


def of_report(field: BudgetOutcome, source: Source) -> Iterator[tuple[Rest, str]]:
    told = list(standing(source.document, source.path))
    same = same_budget(field, source)
    for rest, text in told:
        if field.leaf_at(rest) is not None and (stays_always(rest) or (same and of_budget(rest))):
            yield rest, text
    known = figures(source.document)
    for row in dict.fromkeys(rest[0] for rest, _ in told):
        before = known.sum(source.path, "rad", row, OUTCOME).known
        if before is not None and field.leaf_at((row, OUTCOME, BEFORE)) is not None:
            yield (row, OUTCOME, BEFORE), str(before)
    claimed = added(((rest[0], EARLIER, *rest[2:]), kronor_of(source, rest)) for rest, _ in told if is_claimed(rest))
    yield from ((rest, str(kronor)) for rest, kronor in claimed.items() if field.leaf_at(rest) is not None)


def stays_always(rest: Rest) -> bool:
    return rest[-1] in (PLACE, LABEL.id) or rest in ((UNIT.id,), (FORECAST_AS.id,))


def of_budget(rest: Rest) -> bool:
    return BUDGET in rest[1:] or GRANTED in rest[1:] or rest[0] in (GRANTED_IN_ALL.id, TIME.id)


def is_claimed(rest: Rest) -> bool:
    """Is it an amount that has been asked for, before or then?"""
    return rest[1:2] in ((EARLIER,), (NOW,))


def kronor_of(source: Source, rest: Rest) -> int:
    return source.document.read("/".join((source.path, *rest))).value or 0


def same_budget(field: BudgetOutcome, source: Source) -> bool:
    """Is the budget of the report before the one of this report's years too?"""
    if not field.time or not source.years:
        return True
    days = (source.document.read(f"{source.path}/{TIME.id}/{day.id}").value for day in TIME.both())
    start, end = days
    return bool(start and end and start.year <= source.years[0] and source.years[-1] <= end.year)
