"""The Budgetsammanställning and «Vem betalar vad», the same wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator

from ....core.kinds.budget.ledger import Ledger
from ....core.rounding import parts_of_hundred
from ....core.unit import Unit
from ... import elements as e
from ...paper import Paper
from ...words import alone, share_words
from ..parties import named
from .money import amounts_of, figure, ledger_on, unit_words

EMPTY_ROWS = 6
MOST_PARTS = 24
"""Parts of the bar «Vem betalar vad» that a page has room to tell of."""


def summary_table(paper: Paper, path: str, *, title: str) -> e.Table:
    """A row per party, and a column per table of the budget."""
    ledger = ledger_on(paper)
    field = ledger.field
    rows = tuple(
        e.Row(
            "row",
            (
                named(row.party)._replace(also=(e.own(row.party.label.lower()),) if title and row.party.owner else ()),
                *(figure(paper, "tabell", table.id, row.party.id) for table in field.tables),
                figure(paper, "part", row.party.id),
            ),
        )
        for row in ledger.summary()
    )
    if paper.blank:
        rows = (e.Row("row", (e.Cell(),) * (len(field.tables) + 2)),) * EMPTY_ROWS
    totals = (*(figure(paper, "tabell", table.id) for table in field.tables), figure(paper, "total"))
    return e.Table(
        path=path,
        title=title,
        note=unit_words(paper) if title else "",
        columns=(
            e.Column(e.Cell(), "text"),
            *(e.Column(e.own(table.summary_label), "amount") for table in field.tables),
            e.Column(e.own(field.summary_total_label), "sum", adds=tuple(range(1, len(field.tables) + 1))),
        ),
        rows=(*rows, e.Row("sum", (e.own(field.summary_sum_label), *totals), adds=tuple(range(len(rows))))),
        amounts=amounts_of(paper),
        blank=paper.blank,
        level=paper.level,
    )


def pay_chart(paper: Paper, path: str) -> e.Picture:
    """One bar: what the förbund pays, then what each party and financier pays, largest kinds first."""
    ledger, amounts = ledger_on(paper), amounts_of(paper)
    shown = [part for part in parts_of(ledger) if part.kronor > 0]
    if len(shown) > MOST_PARTS:
        first, *others = shown
        others.sort(key=lambda part: -part.kronor)
        shown = [first, *others[: MOST_PARTS - 2], the_rest(others[MOST_PARTS - 2 :])]
    shares = parts_of_hundred(tuple(part.kronor for part in shown)) or ()
    chart = e.PayChart(tuple(part._replace(share=share) for part, share in zip(shown, shares, strict=True)), amounts)
    told = (
        f"{alone(part.label)} {alone(e.Cell(part.kronor, Unit.KRONOR), amounts)}, {share_words(part.share)}"
        for part in chart.parts
    )
    return e.Picture(chart, f"Vem betalar vad: {'; '.join(told)}.", path)


def parts_of(ledger: Ledger) -> Iterator[e.PayPart]:
    """What is applied for in all, then what each pays of the other tables."""
    first, *others = ledger.field.tables
    key = f"tabell/{first.id}"
    yield e.PayPart(e.own(first.short_label), ledger.sum(key).value, (key,), 0, "solid")
    for number, table in enumerate(others):
        for row in ledger.summary():
            key = f"tabell/{table.id}/{row.party.id}"
            label = e.own(table.short_label, named(row.party))
            yield e.PayPart(label, ledger.sum(key).value, (key,), 0, "open" if number else "hatch")


def the_rest(parts: list[e.PayPart]) -> e.PayPart:
    """Those that the bar has no room for, as one."""
    label = e.own(f"Övriga, {len(parts)} poster. Alla står i tabellen")
    keys = tuple(key for part in parts for key in part.keys)
    return e.PayPart(label, sum(part.kronor for part in parts), keys, 0, "open")
