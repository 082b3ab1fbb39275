"""The picture of budget against outcome: what is spent in what there was, with a line where the time stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ...bars import HATCH, OPEN, SOLID, Bar, BarChart, Part
from ...figure import percent_of
from ...kronor import AmountFormat
from ...unit import NBSP, Unit, words
from ..figures import figures
from ..kind import Answer
from .claims import quarter_said, step_bars
from .parts import BUDGET, EARLIER, NOW, OUTCOME
from .words import share

if TYPE_CHECKING:
    from .definition import BudgetOutcome


def outcome_bars(field: BudgetOutcome, at: Answer[Any]) -> Iterator[BarChart]:
    yield from spent_bars(field, at)
    yield from claimed_bars(field, at)


def claimed_bars(field: BudgetOutcome, at: Answer[Any]) -> Iterator[BarChart]:
    """What has been asked for of what was granted: quarter by quarter where those before are known, else before and now."""
    if not {BUDGET, EARLIER, NOW} <= set(field.typed):
        return
    known, amounts = figures(at.document), field.amounts(at)
    granted, before, now = (known.sum(at.path, "summa", one) for one in (BUDGET, EARLIER, NOW))
    claimed = before.value + now.value
    if granted.value <= 0 or min(before.value, now.value) < 0 or granted.unread + before.unread + now.unread:
        return
    left, over = max(granted.value - claimed, 0), max(claimed - granted.value, 0)
    told = f"{kronor(claimed, amounts)} av {kronor(granted.value, amounts)}{NBSP}{amounts.unit}"
    quarter = quarter_said(at.document).partition(" ")[0]
    alt = f"Rekvirerat {told}{f' efter {quarter}' if quarter else ''}"
    end = f"{kronor(left, amounts)}{NBSP}{amounts.unit} återstår" if not over else "mer än beviljat"
    bar = Bar(
        label="Rekvirerat",
        words=told,
        parts=(Part(before.value, SOLID), Part(now.value, HATCH), Part(left, OPEN)),
        mark=granted.value if over else None,
    )
    alt = f"{alt}, {end}."
    by_quarter = [*step_bars(field, at, alt)]
    yield from by_quarter
    if by_quarter:
        return
    yield BarChart(
        title="Rekvirerat",
        bars=(bar,),
        key=((SOLID, "tidigare"), (HATCH, "nu"), (OPEN, "återstår")),
        mark_label="beviljat" if over else "",
        alt=alt,
    )


def kronor(value: int, amounts: AmountFormat) -> str:
    return words(value, Unit.KRONOR, amounts)


def spent_bars(field: BudgetOutcome, at: Answer[Any]) -> Iterator[BarChart]:
    if not {BUDGET, OUTCOME} <= set(field.typed):
        return
    known, amounts = figures(at.document), field.amounts(at)
    gone = known.sum(at.path, "tid")
    bars, told = [], []
    for line in field.lines(at):
        budget, outcome = (known.sum(at.path, "rad", line.id, one) for one in (BUDGET, OUTCOME))
        if budget.value > 0 and outcome.value >= 0 and not (budget.unread or outcome.unread):
            spent = percent_of(outcome, budget)
            said = f"{kronor(outcome.value, amounts)} av "
            said += f"{kronor(budget.value, amounts)} {amounts.unit}"
            said += "" if spent.void else f" ({share(spent)})"
            inside = min(outcome.value, budget.value)
            parts = (Part(inside, SOLID), Part(budget.value - inside, OPEN), Part(outcome.value - inside, HATCH))
            mark = budget.value * gone.value // 10_000 if gone.written else None
            bars.append(Bar(label=line.label, words=said, parts=parts, mark=mark))
            told.append(f"{line.label} {said}")
    if bars:
        over = any(bar.parts[2].value for bar in bars)
        time = f" {share(gone)} av tiden har gått." if gone.written else ""
        yield BarChart(
            title="Budget och utfall",
            bars=tuple(bars),
            key=((SOLID, "utfall"), (OPEN, "kvar av budgeten"), *([(HATCH, "över budgeten")] if over else [])),
            mark_label="så mycket av tiden har gått" if gone.written else "",
            alt=f"Utfall av budget: {', '.join(told)}.{time}",
        )
