"""G52 and G60–G63: the reports that follow an application. Told by the kinds and labels of a form's fields, never by its id."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from ..document import Document
from ..kinds.figures import figures
from ..kinds.line import Line
from ..kinds.number import Number
from ..kinds.rows import TableRow
from ..kinds.table import CountTable
from ..kinds.yes_no import YesNo
from .facts import Facts
from .registry import Finding, Fix, Severity, check
from .wording import quoted

SPLITS = {
    "kön": re.compile(r"\b(?:kvinnor|män|flickor|pojkar|annat kön)\b", re.I),
    "ålder": re.compile(r"\b(?:under|över|upp till|från) \d{2}|\d{2} ?[-–] ?\d{2} år", re.I),
}
TOTAL = re.compile(r"^(?:totalt?|summa|alla|samtliga|antal(?: ärenden| deltagare)?|ärenden|inskrivna)\b", re.I)
GRANTED = re.compile(r"^(?:budget|beviljat)\b", re.I)
FORECAST = re.compile(r"^prognos\b", re.I)
CHAIRPERSON = re.compile(r"ordförande", re.I)
AT_LEAST = re.compile(r"minst (\d|tre|fyra)(?: gånger| möten)|vid minst (\d|tre|fyra) möten", re.I)
FEWEST = {
    "lokus_moten": (4, "LOKUS ska mötas"),
    "huvudman_moten": (3, "Varje huvudman ska delta"),
    "budget_moten": (4, "Budgetutfallet ska behandlas"),
}


@check("G52", Severity.WARNING, reads="title #diarienummer")
def same_name_as_the_application(facts: Facts) -> Iterator[Finding]:
    """A report with the same diarienummer bears the name of its application."""
    application, document = facts.application, facts.document
    if application is None or application is document:
        return
    number, theirs = (one.text("diarienummer").strip() for one in (document, application))
    name, right = document.title.strip(), application.title.strip()
    if number and number == theirs and name and right and name.lower().split() != right.lower().split():
        path = facts.mall.title_path
        if facts.mall.field(path) is not None:
            sentence = f"Insatsen heter {quoted(right)} i ansökan med diarienummer {number}, men {quoted(name)} här."
            yield Finding(path, sentence, f"{name} {right}", (Fix("Skriv namnet ur ansökan", {path: right}),))


@check("G60", Severity.ERROR, reads="table")
def splits_against_their_total(facts: Facts) -> Iterator[Finding]:
    """Kvinnor + män, under + över 30, and the total are the same count, in every column (or row) of a table."""
    for one in facts.fields:
        if isinstance(one, CountTable):
            for down in (True, False):
                lines, across = (one.rows, one.columns) if down else (one.columns, one.rows)
                for other in across:
                    yield from compared(facts, one, lines, other, down)


def compared(
    facts: Facts, one: CountTable, lines: tuple[TableRow, ...], other: TableRow, down: bool
) -> Iterator[Finding]:
    counts: list[tuple[str, int, str]] = []
    for name, pattern in (*SPLITS.items(), ("totalt", TOTAL)):
        paths = [
            f"{one.id}/{line.id}/{other.id}" if down else f"{one.id}/{other.id}/{line.id}"
            for line in lines
            if pattern.search(line.label)
        ]
        values = [Number(id="antal").read(facts.text(path)).value for path in paths]
        known = [value for value in values if value is not None]
        if paths and len(known) == len(paths) and (len(paths) > 1 or name == "totalt"):
            counts.append((name, sum(known), paths[0]))
    for (name, count, _), (second, another, path) in combinations(counts, 2):
        if count != another:
            sentence = f"{other.label}: fördelningen på {name} ger {count}, men {'totalt är' if second == 'totalt' else f'på {second}'} {another}."
            yield Finding(path, f"{sentence} Rätta det tal som är fel.", f"{name} {count} {second} {another}")


@check("G60", Severity.ERROR, reads="table")
def tables_that_split_the_same(facts: Facts) -> Iterator[Finding]:
    """Two tables of a section with the same rows, one by sex and one by age, have the same count in every row."""
    for section in facts.mall.sections:
        tables = [one for one in section.fields if isinstance(one, CountTable) and split_of(one.columns)]
        for one, other in combinations(tables, 2):
            if one.rows == other.rows and split_of(one.columns) != split_of(other.columns):
                for row in one.rows:
                    count, another = row_count(facts, one, row), row_count(facts, other, row)
                    if count is not None and another is not None and count != another:
                        sentence = (
                            f"{row.label}: {quoted(one.label)} ger {count}, men {quoted(other.label)} ger {another}. "
                            "Varje person räknas en gång i varje tabell: rätta det tal som är fel."
                        )
                        path = f"{other.id}/{row.id}/{other.columns[0].id}"
                        yield Finding(path, sentence, f"{count} {another}")


def split_of(lines: tuple[TableRow, ...]) -> str | None:
    """What the lines share people out by, when they all do it by the same."""
    return next(
        (name for name, pattern in SPLITS.items() if lines and all(pattern.search(line.label) for line in lines)), None
    )


def row_count(facts: Facts, one: CountTable, row: TableRow) -> int | None:
    """The people of a row; None while it is empty or can't be read. An empty cell beside a filled one is nobody."""
    readings = [Number(id="antal").read(facts.text(f"{one.id}/{row.id}/{column.id}")) for column in one.columns]
    if any(reading.problem for reading in readings) or all(reading.value is None for reading in readings):
        return None
    return sum(reading.value or 0 for reading in readings)


@check("G61", Severity.WARNING, reads="table")
def forecast_over_granted(facts: Facts) -> Iterator[Finding]:
    """The forecast stays within what was granted."""
    for one in facts.fields:
        if isinstance(one, CountTable):
            granted = next((column for column in one.columns if GRANTED.search(column.label)), None)
            forecast = next((column for column in one.columns if FORECAST.search(column.label)), None)
            sums = figures(facts.document)
            most, told = (
                sums.sum(one.id, "kolumn", column.id).value if column else 0 for column in (granted, forecast)
            )
            if 0 < most < told:
                sentence = (
                    f"Prognosen är {told:,}, över det beviljade {most:,}. Beviljade medel är ett maxbelopp.".replace(
                        ",", " ", 0
                    )
                )
                yield Finding(one.id, sentence, f"{told} {most}")


@check("G62", Severity.WARNING, reads="leaf:line leaf:long_text")
def same_chairperson(facts: Facts) -> Iterator[Finding]:
    """The chairperson is called the same on every sheet."""
    own = list(chairpersons(facts.document))
    theirs = list(chairpersons(facts.application)) if facts.application else []
    known = [*theirs, *own][:1]
    for path, name in own:
        if name.lower() != known[0][1].lower():
            sentence = f"Ordföranden heter {quoted(name)} här men {quoted(known[0][1])} på ett annat blad."
            yield Finding(path, sentence, f"{name} {known[0][1]}")


def chairpersons(document: Document) -> Iterator[tuple[str, str]]:
    for one in document.mall.fields():
        if isinstance(one, Line) and CHAIRPERSON.search(f"{one.id} {one.label}") and document.text(one.id).strip():
            yield one.id, " ".join(document.text(one.id).split())


@check("G63", Severity.TIP, reads="yes_no leaf:number")
def enough_meetings(facts: Facts) -> Iterator[Finding]:
    """LOKUS meets at least four times a year, each huvudman at least three, the outcome of the budget at least four."""
    for one in facts.fields:
        if isinstance(one, YesNo) and AT_LEAST.search(one.label) and facts.text(one.id) == "nej":
            yield Finding(one.id, f"Svaret på {quoted(one.label, 90)} är nej. Skriv hur det ska nås nästa år.")
        elif isinstance(one, Number) and one.id in FEWEST:
            fewest, what = FEWEST[one.id]
            count = one.read(facts.text(one.id)).value
            if count is not None and count < fewest:
                yield Finding(one.id, f"{what} minst {fewest} gånger om året, men antalet är {count}. Skriv varför.")
