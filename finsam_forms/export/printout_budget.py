"""The budget's tables as elements: every figure is a sum of core/kinds/budget/ledger.py, shown in the document's unit."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ..core.kinds.budget.calendar import YearTable, crosses_new_year, quarters, year_tables
from ..core.kinds.budget.ledger import Ledger, LedgerGroup, LedgerTable, Sum
from ..core.kinds.budget.parts import AMOUNT
from ..core.kinds.budget.wage_basis import basis_at, basis_words
from ..core.kinds.budget.wages import share_out
from ..core.kinds.parties import owners_field
from ..core.kronor import AmountFormat
from ..core.percent import format_percent
from . import elements as e

NBSP = "\u00a0"
MOST_PARTS = 24
"""Parts of the bar «Vem betalar vad» that a page has room to tell of."""
UNREAD = "*"
"""After a sum that an unread cell should have reached."""


def budget_elements(ledger: Ledger, amounts: AmountFormat, blank: bool) -> Iterator[e.Element]:
    for table in ledger.tables:
        if (
            blank
            or table.definition.id == ledger.field.tables[0].id
            or has_lines(table)
            or ledger.sum("tabell", table.definition.id).value
        ):
            yield cost_table(ledger, table, amounts, blank)
            yield from () if blank else wage_notes(ledger, table)
    total = ledger.total
    yield e.Band(ledger.field.grand_total_label, "" if blank else shown(total, amounts))
    yield summary_table(ledger, amounts, blank, title=ledger.field.summary_heading)
    yield from () if blank else year_elements(ledger, amounts)
    if any(found.unread for found in ledger.sums.values()) or any(
        cell.unread for found in year_tables(ledger) for cell in found.cells
    ):
        yield e.Note(
            f"{UNREAD} Ett belopp i tabellen går inte att läsa och är inte med i summan. Det står som det skrevs."
        )


def wage_notes(ledger: Ledger, table: LedgerTable) -> Iterator[e.Note]:
    """What the wages were worked out from, where the group wants it on paper."""
    for group in table.groups:
        for line in group.lines if group.definition.share else ():
            basis = basis_at(ledger.document, line.path)
            words = basis_words(ledger.document, basis) if basis.note else ""
            if words:
                yield e.Note(f"{line.label or 'Lönerad'}: {words}.")


def year_elements(ledger: Ledger, amounts: AmountFormat) -> Iterator[e.Element]:
    """An insats over a new year: every amount per calendar year, and the quarters of what is applied for."""
    for found in year_tables(ledger):
        if found.cells:
            yield year_table(ledger, found, amounts)
    first = ledger.tables[0] if crosses_new_year(ledger) else None
    if first is not None and ledger.sum("tabell", first.definition.id).value:
        parts = [
            f"{year} Q{number}: {amounts.show(kronor)}" for (year, number), kronor in quarters(ledger, first).items()
        ]
        yield e.Note(f"{first.definition.short_label} per kvartal, i {amounts.unit}. {'; '.join(parts)}.")


def year_table(ledger: Ledger, found: YearTable, amounts: AmountFormat) -> e.Table:
    definition = found.table.definition
    rows = [
        e.Row(
            "row",
            (
                f"{cell.line.label or 'Ny rad'}, {cell.party.shown_name}",
                *(shown(Sum(kronor, year in cell.unread), amounts) for year, kronor in cell.by_year.items()),
                amounts.show(cell.total),
            ),
        )
        for cell in found.cells
    ]
    total = shown(ledger.sum("tabell", definition.id), amounts)
    rows.append(e.Row("sum", (definition.total_label, *(shown(one, amounts) for one in found.sums().values()), total)))
    heads = ("", *map(str, found.years), "Summa")
    kinds = ("text", *("amount" for _ in found.years), "sum")
    return e.Table(f"{definition.heading} per kalenderår", unit_words(amounts, False), heads, kinds, tuple(rows))


def has_lines(table: LedgerTable) -> bool:
    return any(group.lines for group in table.groups)


def shown(found: Sum, amounts: AmountFormat) -> str:
    return amounts.show(found.value) + (UNREAD if found.unread else "")


def unit_words(amounts: AmountFormat, blank: bool) -> str:
    return f"Kostnader i ☐{NBSP}kr ☐{NBSP}tkr" if blank else f"Kostnader i {amounts.unit}"


def cost_table(ledger: Ledger, table: LedgerTable, amounts: AmountFormat, blank: bool) -> e.Table:
    definition = table.definition
    share = any(group.definition.share for group in table.groups)
    dates = any(group.definition.dates for group in table.groups)
    lead = (("tjänst i %",) if share else ()) + (("tidsperiod (ååmmdd)\nfrån", "till") if dates else ())
    kinds = (("percent",) if share else ()) + (("date", "date") if dates else ())
    parties = (
        blank_parties(ledger) if blank else [(party.id, party.shown_name) for party in table.parties] or [("", "")]
    )
    heads = ("", *lead, *(name for _, name in parties), definition.row_sum_label)
    rows: list[e.Row] = []
    for group in table.groups:
        rows.append(e.Row("group", (group.definition.heading,)))
        rows += group_rows(ledger, table, group, amounts, blank, len(kinds))
        key = group.definition.id
        sums = [ledger.sum("grupp", key, party) for party, _ in parties] + [ledger.sum("grupp", key)]
        tjanst = format_percent(ledger.sum("tjanst", key).value) if group.definition.share and not blank else ""
        lead_cells = ((tjanst,) if share else ()) + (("", "") if dates else ())
        words = ("",) * len(sums) if blank else tuple(shown(found, amounts) for found in sums)
        rows.append(e.Row("sum", (group.definition.sum_label, *lead_cells, *words)))
    totals = [ledger.sum("tabell", definition.id, party) for party, _ in parties] + [
        ledger.sum("tabell", definition.id)
    ]
    words = ("",) * len(totals) if blank else tuple(shown(found, amounts) for found in totals)
    rows.append(e.Row("total", (definition.total_label, *("" for _ in kinds), *words)))
    all_kinds = ("text", *kinds, *("amount" for _ in parties), "sum")
    return e.Table(definition.heading, unit_words(amounts, blank), heads, all_kinds, tuple(rows))


def blank_parties(ledger: Ledger) -> list[tuple[str, str]]:
    """The columns of a blank form: every insatsägare that it has room for."""
    owners = owners_field(ledger.document.mall)
    assert owners
    return [("", owners.row_label(number)) for number in range(1, (owners.max_rows or 4) + 1)]


def group_rows(
    ledger: Ledger, table: LedgerTable, group: LedgerGroup, amounts: AmountFormat, blank: bool, extras: int
) -> Iterator[e.Row]:
    document, definition = ledger.document, group.definition
    parties = (None,) * len(blank_parties(ledger)) if blank else table.parties or (None,)
    width = 1 + extras + len(parties) + 1
    for number, line in enumerate(group.lines, 1):
        leaves = {leaf.id: leaf for leaf in definition.extras}
        lead = [shown_extra(document.text(f"{line.path}/{key}"), key, leaves[key]) for key in leaves]
        lead += [""] * (extras - len(lead))
        cells = [
            shown_amount(document.text(f"{line.path}/{AMOUNT.id}/{party.id}"), amounts) if party else ""
            for party in parties
        ]
        anything = any(cells) or any(lead) or line.fixed or line.label
        total = shown(ledger.sum("rad", definition.id, line.id), amounts) if any(cells) else ""
        if anything and not blank or line.fixed:
            label = f"{number}. {line.label}" if definition.share and line.label else line.label
            yield e.Row("row", (label, *lead, *cells, total))
    if blank and definition.own_rows:
        for number in range(1, 5):
            yield e.Row("row", (f"{number}.", *("" for _ in range(width - 1))))


def shown_extra(text: str, key: str, leaf: object) -> str:
    """A share with its sign; a day as the form asks for it, ååmmdd."""
    reading = leaf.read(text)  # type: ignore[attr-defined]
    if reading.value is None:
        return text
    return f"{reading.value:%y%m%d}" if key in ("fran", "till") else str(leaf.show(text))  # type: ignore[attr-defined]


def shown_amount(text: str, amounts: AmountFormat) -> str:
    value = AMOUNT.read(text).value
    return text + UNREAD if text and value is None else "" if value is None else amounts.show(value)


def summary_table(ledger: Ledger, amounts: AmountFormat, blank: bool, *, title: str) -> e.Table:
    """The Budgetsammanställning: a row per party, the same wherever it stands."""
    field = ledger.field
    heads = ("", *(table.summary_label for table in field.tables), field.summary_total_label)
    rows = [
        e.Row(
            "row",
            (
                f"{row.party.shown_name}, {row.party.label.lower()}"
                if title and row.party.owner
                else row.party.shown_name,
                *(shown(part, amounts) for part in row.parts),
                shown(row.total, amounts),
            ),
        )
        for row in ledger.summary()
    ]
    if blank:
        rows = [e.Row("row", ("",) * len(heads))] * 6
    totals = [ledger.sum("tabell", table.id) for table in field.tables] + [ledger.total]
    words = ("",) * len(totals) if blank else tuple(shown(found, amounts) for found in totals)
    kinds = ("text", *("amount" for _ in field.tables), "sum")
    unit = unit_words(amounts, blank) if title else ""
    return e.Table(title, unit, heads, kinds, (*rows, e.Row("sum", (field.summary_sum_label, *words))))


def pay_chart(ledger: Ledger, amounts: AmountFormat) -> e.PayChart:
    """One bar: what the förbund pays, then what each party and financier pays, largest kinds first."""
    parts: list[tuple[str, int, str]] = []
    for number, table in enumerate(ledger.field.tables):
        pattern = ("solid", "hatch", "open")[min(number, 2)]
        if number == 0:
            parts.append((table.short_label, ledger.sum("tabell", table.id).value, pattern))
            continue
        for row in ledger.summary():
            value = ledger.sum("tabell", table.id, row.party.id).value
            parts.append((f"{table.short_label}, {row.party.shown_name}", value, pattern))
    shown_parts = [part for part in parts if part[1] > 0]
    if len(shown_parts) > MOST_PARTS:
        first, *others = shown_parts
        others.sort(key=lambda part: -part[1])
        rest = others[MOST_PARTS - 2 :]
        words = f"Övriga, {len(rest)} poster. Alla står i tabellen"
        shown_parts = [first, *others[: MOST_PARTS - 2], (words, sum(part[1] for part in rest), "open")]
    shares = share_out(100, {number: Fraction(kronor) for number, (_, kronor, _) in enumerate(shown_parts)})
    return e.PayChart(
        tuple(
            e.PayPart(
                label,
                f"{amounts.show(kronor)}{NBSP}{amounts.unit}",
                kronor,
                f"{shares[number]}{NBSP}%" if shares[number] else f"under 1{NBSP}%",
                pattern,
            )
            for number, (label, kronor, pattern) in enumerate(shown_parts)
        )
    )
