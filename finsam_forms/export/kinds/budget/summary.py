"""The Budgetsammanställning and «Vem betalar vad», the same wherever they stand."""

from __future__ import annotations

from fractions import Fraction

from ....core.kinds.budget.wages import share_out
from ....core.unit import Unit
from ... import elements as e
from ...paper import Paper
from ...words import alone, share_words
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
                e.Cell(
                    f"{row.party.shown_name}, {row.party.label.lower()}"
                    if title and row.party.owner
                    else row.party.shown_name
                ),
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
            e.Column("", "text"),
            *(e.Column(table.summary_label, "amount") for table in field.tables),
            e.Column(field.summary_total_label, "sum", adds=tuple(range(1, len(field.tables) + 1))),
        ),
        rows=(*rows, e.Row("sum", (e.Cell(field.summary_sum_label), *totals), adds=tuple(range(len(rows))))),
        amounts=amounts_of(paper),
        blank=paper.blank,
        level=paper.level,
    )


def pay_chart(paper: Paper, path: str) -> e.Picture:
    """One bar: what the förbund pays, then what each party and financier pays, largest kinds first."""
    ledger, amounts = ledger_on(paper), amounts_of(paper)
    parts: list[tuple[str, int, str]] = []
    for number, table in enumerate(ledger.field.tables):
        pattern = ("solid", "hatch", "open")[min(number, 2)]
        if number == 0:
            parts.append((table.short_label, ledger.sum("tabell", table.id).value, pattern))
            continue
        for row in ledger.summary():
            value = ledger.sum("tabell", table.id, row.party.id).value
            parts.append((f"{table.short_label}, {row.party.shown_name}", value, pattern))
    shown = [part for part in parts if part[1] > 0]
    if len(shown) > MOST_PARTS:
        first, *others = shown
        others.sort(key=lambda part: -part[1])
        rest = others[MOST_PARTS - 2 :]
        label = f"Övriga, {len(rest)} poster. Alla står i tabellen"
        shown = [first, *others[: MOST_PARTS - 2], (label, sum(part[1] for part in rest), "open")]
    shares = share_out(100, {number: Fraction(kronor) for number, (_, kronor, _) in enumerate(shown)})
    chart = e.PayChart(
        tuple(
            e.PayPart(label, kronor, shares[number], pattern) for number, (label, kronor, pattern) in enumerate(shown)
        ),
        amounts,
    )
    told = (
        f"{part.label} {alone(e.Cell(part.kronor, Unit.KRONOR), amounts)}, {share_words(part.share)}"
        for part in chart.parts
    )
    return e.Picture(chart, f"Vem betalar vad: {'; '.join(told)}.", path)
