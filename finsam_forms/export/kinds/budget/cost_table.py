"""A table of the budget on paper: a line a row, a column a party."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ....core.kinds.budget.ledger import CostLine, LedgerGroup, LedgerTable
from ....core.kinds.budget.parts import AMOUNT, FROM, LABEL, SHARE, TO
from ....core.kinds.kind import Answer
from ....core.unit import Unit
from ... import elements as e
from ...paper import Paper
from ..parties import blank_owners, named
from .money import amounts_of, figure, ledger_on, unit_words

NUMBERED = re.compile(r"\d+[.)]")
"""A label that begins with a number of its own."""
EMPTY_LINES = 4
"""For lines of one's own, on a blank form."""
Parties = tuple[tuple[str, e.Cell], ...]
"""Row id and name of those who have a column; a column without an id is to be filled in by hand."""


def cost_table(table: LedgerTable, paper: Paper) -> e.Table:
    definition, leads, parties = table.definition, lead_columns(table), parties_of(table, paper)
    money = tuple(range(1 + len(leads), 1 + len(leads) + len(parties)))
    columns = (
        e.Column(e.Cell(), "text", LABEL.id),
        *leads,
        *(e.Column(head, "amount", f"{AMOUNT.id}/{party}" if party else "") for party, head in parties),
        e.Column(e.own(definition.row_sum_label), "sum", adds=money),
    )
    rows: list[e.Row] = []
    sums: list[int] = []
    for group in table.groups:
        place = f"{ledger_on(paper).path}/{group.definition.id}" if group.definition.own_rows else ""
        rows.append(e.Row("group", (e.own(group.definition.heading)._replace(span=len(columns)),), place))
        first = len(rows)
        rows += lines(table, group, leads, parties, paper)
        added = tuple(range(first, len(rows)))
        sums.append(len(rows))
        cells = (lead_sum(column, group, paper) for column in leads)
        totals = party_sums(paper, parties, "grupp", group.definition.id)
        rows.append(e.Row("sum", (e.own(group.definition.sum_label), *cells, *totals), adds=added))
    totals = party_sums(paper, parties, "tabell", definition.id)
    cells = (e.Cell() for _ in leads)
    rows.append(e.Row("total", (e.own(definition.total_label), *cells, *totals), adds=tuple(sums)))
    return e.Table(
        path=ledger_on(paper).path,
        title=definition.heading,
        note=unit_words(paper),
        columns=columns,
        rows=tuple(rows),
        heads=heads(leads, len(parties) + 1),
        amounts=amounts_of(paper),
        blank=paper.blank,
        level=paper.level,
    )


def parties_of(table: LedgerTable, paper: Paper) -> Parties:
    if paper.blank:
        return tuple(("", e.own(name)) for name in blank_owners(paper))
    return tuple((party.id, named(party)) for party in table.parties) or (("", e.Cell()),)


def lead_columns(table: LedgerTable) -> tuple[e.Column, ...]:
    """Between the name of a line and its money."""
    share = any(group.definition.share for group in table.groups)
    dates = any(group.definition.dates for group in table.groups)
    return ((e.Column(e.own("tjänst i %"), "share", SHARE.id),) if share else ()) + (
        (e.Column(e.own("från"), "date", FROM.id), e.Column(e.own("till"), "date", TO.id)) if dates else ()
    )


def heads(leads: tuple[e.Column, ...], others: int) -> tuple[tuple[e.Head, ...], ...]:
    """The days of a line stand under one head. `others`: columns after them."""
    days = sum(column.look == "date" for column in leads)
    before, after = 1 + len(leads) - days, others
    return ((e.Head("", before), e.Head("tidsperiod (ååmmdd)", days), e.Head("", after)),) if days else ()


def lines(
    table: LedgerTable, group: LedgerGroup, leads: tuple[e.Column, ...], parties: Parties, paper: Paper
) -> Iterator[e.Row]:
    share = group.definition.share
    base = f"{ledger_on(paper).path}/{group.definition.id}"
    spare = paper.spares() if group.definition.own_rows else ()
    new = (CostLine(id=row, path=f"{base}/{row}", label="", fixed=False) for row in spare)
    for number, line in enumerate((*group.lines, *new), 1):
        cells = [lead_cell(column, group, line, paper) for column in leads]
        money = [amount(line, party, paper) for party, _ in parties]
        written = any(cell.value is not None for cell in (*cells, *money))
        if line.fixed or not paper.blank and (written or line.label or paper.fillable):
            total = figure(paper, "rad", group.definition.id, line.id)
            if not any(cell.value is not None for cell in money):
                total = total._replace(value=None, unread=0)
            mark = f"{number}." if share and line.label and not NUMBERED.match(line.label) else ""
            yield e.Row("row", (line_name(line), *cells, *money, total), line.path, mark=mark)
    if paper.blank and group.definition.own_rows:
        for number in range(1, EMPTY_LINES + 1):
            yield e.Row("row", (e.Cell(),) * (2 + len(leads) + len(parties)), mark=f"{number}.")


def lead_cell(column: e.Column, group: LedgerGroup, line: CostLine, paper: Paper) -> e.Cell:
    leaf = next((leaf for leaf in group.definition.extras if leaf.id == column.steps), None)
    if leaf is None:
        return e.Cell()
    cell = paper.cell(Answer(leaf, f"{line.path}/{leaf.id}", paper.document))
    return cell._replace(unit=Unit.SHORT_DAY) if cell.unit is Unit.DAY else cell


def lead_sum(column: e.Column, group: LedgerGroup, paper: Paper) -> e.Cell:
    counts = column.steps == SHARE.id and group.definition.share
    return figure(paper, "tjanst", group.definition.id, unit=Unit.SHARE) if counts else e.Cell()


def line_name(line: CostLine, unnamed: str = "") -> e.Cell:
    """What a line is called; `unnamed` stands for what nobody has written."""
    if line.fixed:
        return e.own(line.label)
    path = f"{line.path}/{LABEL.id}"
    return e.Cell(line.label, path=path) if line.label else e.own(unnamed)._replace(path=path)


def amount(line: CostLine, party: str, paper: Paper) -> e.Cell:
    if not party:
        return e.Cell(unit=Unit.KRONOR)
    return paper.cell(Answer(AMOUNT, f"{line.path}/{AMOUNT.id}/{party}", paper.document))


def party_sums(paper: Paper, parties: Parties, *key: str) -> Iterator[e.Cell]:
    """A sum for each party, then that of them all."""
    for party, _ in parties:
        yield figure(paper, *key, party) if party else no_party(paper)
    yield figure(paper, *key)


def no_party(paper: Paper) -> e.Cell:
    return e.Cell(None if paper.blank else 0, Unit.KRONOR, rule=None if paper.blank else e.Rule.ADDED)
