"""G60 and G61: tables of counts, told by the labels of their rows and columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from ...kinds.figures import figures
from ...kinds.kind import Answer, every
from ...kinds.rows import TableRow
from ...kinds.table.definition import CountTable
from ...kronor import format_kronor
from ..facts import ROW, Facts
from ..registry import Finding, Severity, check
from ..wording import quoted

SPLITS = {
    "kön": re.compile(r"\b(?:kvinnor|män|flickor|pojkar|annat kön)\b", re.I),
    "ålder": re.compile(r"\b(?:under|över|upp till|från) \d{2}|\d{2} ?[-–] ?\d{2} år", re.I),
}
TOTAL = re.compile(r"^(?:totalt?|summa|alla|samtliga|antal(?: ärenden| deltagare)?|ärenden|inskrivna)\b", re.I)
GRANTED = re.compile(r"^(?:budget|beviljat)\b", re.I)
READS = f"{CountTable.type} {ROW}"
FORECAST = re.compile(r"^prognos\b", re.I)


@check("G60", Severity.ERROR, reads=READS)
def splits_against_their_total(facts: Facts) -> Iterator[Finding]:
    """Kvinnor + män, under + över 30, and the total are the same count, in every column (or row) of a table."""
    for at in every(facts.document, CountTable):
        for down in (True, False):
            lines, across = (at.field.rows, at.field.columns) if down else (at.field.columns, at.field.rows)
            for other in across:
                yield from compared(at, lines, other, down)


def compared(at: Answer[CountTable], lines: tuple[TableRow, ...], other: TableRow, down: bool) -> Iterator[Finding]:
    counts: list[tuple[str, int, str]] = []
    for name, pattern in (*SPLITS.items(), ("totalt", TOTAL)):
        paths = [
            f"{at.path}/{line.id}/{other.id}" if down else f"{at.path}/{other.id}/{line.id}"
            for line in lines
            if pattern.search(line.label)
        ]
        values = [at.document.read(path).value for path in paths]
        known = [value for value in values if value is not None]
        if paths and len(known) == len(paths) and (len(paths) > 1 or name == "totalt"):
            counts.append((name, sum(known), paths[0]))
    for (name, count, _), (second, another, path) in combinations(counts, 2):
        if count != another:
            sentence = f"{other.label}: fördelningen på {name} ger {count}, men {'totalt är' if second == 'totalt' else f'på {second}'} {another}."
            yield Finding(path, f"{sentence} Rätta det tal som är fel.", f"{name} {count} {second} {another}")


@check("G60", Severity.ERROR, reads=READS)
def tables_that_split_the_same(facts: Facts) -> Iterator[Finding]:
    """Two tables of a section with the same rows, one by sex and one by age, have the same count in every row."""
    all_tables = list(every(facts.document, CountTable))
    for section in facts.mall.sections:
        tables = [at for at in all_tables if facts.mall.section_of(at.path) is section and split_of(at.field.columns)]
        for first, second in combinations(tables, 2):
            one, other = first.field, second.field
            if one.rows == other.rows and split_of(one.columns) != split_of(other.columns):
                for row in one.rows:
                    count, another = row_count(first, row), row_count(second, row)
                    if count is not None and another is not None and count != another:
                        sentence = (
                            f"{row.label}: {quoted(one.label)} ger {count}, men {quoted(other.label)} ger {another}. "
                            "Varje person räknas en gång i varje tabell: rätta det tal som är fel."
                        )
                        path = f"{second.path}/{row.id}/{other.columns[0].id}"
                        yield Finding(path, sentence, f"{count} {another}")


def split_of(lines: tuple[TableRow, ...]) -> str | None:
    """What the lines share people out by, when they all do it by the same."""
    return next(
        (name for name, pattern in SPLITS.items() if lines and all(pattern.search(line.label) for line in lines)), None
    )


def row_count(at: Answer[CountTable], row: TableRow) -> int | None:
    """The people of a row; None while it is empty or can't be read. An empty cell beside a filled one is nobody."""
    readings = [at.document.read(f"{at.path}/{row.id}/{column.id}") for column in at.field.columns]
    if any(reading.problem for reading in readings) or all(reading.value is None for reading in readings):
        return None
    return sum(reading.value or 0 for reading in readings)


@check("G61", Severity.WARNING, reads=READS)
def forecast_over_granted(facts: Facts) -> Iterator[Finding]:
    """The forecast stays within what was granted."""
    sums = figures(facts.document)
    for at in every(facts.document, CountTable):
        columns = at.field.columns
        granted = next((column for column in columns if GRANTED.search(column.label)), None)
        forecast = next((column for column in columns if FORECAST.search(column.label)), None)
        most, told = (sums.sum(at.path, "kolumn", one.id).value if one else 0 for one in (granted, forecast))
        if 0 < most < told:
            sentence = (
                f"Prognosen är {format_kronor(told)}, över det beviljade {format_kronor(most)}. "
                "Beviljade medel är ett maxbelopp."
            )
            yield Finding(at.path, sentence, f"{told} {most}")
