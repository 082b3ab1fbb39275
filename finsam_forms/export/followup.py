"""«Underlag till Uppföljning Finsam» as elements: the same on the screen, on paper and in the file for Excel."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import groupby

from ..core.dates import format_date
from ..core.document import Document
from ..core.followup import CostAsked, FollowUp
from ..core.unit import KR, Unit
from . import elements as e
from .paper import Paper
from .printout import marks
from .stamp import Stamp
from .words import alone, in_table

TITLE = "Underlag till Uppföljning Finsam"
IN_THE_SYSTEM = "fylls i i systemet"
FIRST = "Kontrollera innan ni registrerar"
FOR_EVER = "De här tre går inte att ändra när insatsen är registrerad."
NOT_CHOSEN = "Är insatsen blandad registreras den som två, med var sitt namn. Välj då ”blandad insats” i ansökan, så står de här."
NO_ESF = "ingen finansiär i budgeten är ESF"
AS_TWO = "En blandad insats registreras som två, med var sitt namn. Namnen nedan är förslag."
TOGETHER = "Beloppen gäller båda insatserna tillsammans. Dela dem när insatserna registreras."
PEOPLE = (
    "Bara antal. Uppgifter om varje deltagare registreras av parternas deltagaransvariga, med samtycke, och aldrig här."
)
NOTHING_SENT = "Sammanställt ur ansökan och den senaste rapporten. Ingenting är skickat."
NO_REPORT = "Det finns ingen rapport om insatsen än."
NOTHING_YET = "Deltagare och utfall är inte skrivna i rapporten än."
RISKY = ("=", "+", "-", "@", "\t")
"""How a cell begins that a spreadsheet takes for something to work out."""


def printout(application: Document, found: FollowUp, printed_at: str) -> e.Printout:
    paper = Paper(application, Stamp(printed_at))
    return e.Printout(marks(paper), tuple(elements(found, paper)))


def elements(found: FollowUp, paper: Paper) -> Iterator[e.Element]:
    yield e.Title("", TITLE, paper.title())
    yield e.Note(NOTHING_SENT)
    yield from cannot_be_changed(found)
    yield from insats(found)
    yield from costs(found)
    yield from so_far(found)
    yield from texts(found, paper)


def cannot_be_changed(found: FollowUp) -> Iterator[e.Element]:
    yield e.Heading("", FIRST)
    yield e.Note(FOR_EVER)
    yield said(
        found,
        "registreras",
        ("Inriktning", *(one.direction or "inte valt i ansökan" for one in found.registered)),
        ("Uppföljningsmetod", found.method or IN_THE_SYSTEM),
        ("ESF-finansiering", esf_words(found)),
    )
    if not found.direction:
        yield e.Note(NOT_CHOSEN)
    elif len(found.registered) > 1:
        yield e.Note(AS_TWO)


def esf_words(found: FollowUp) -> str:
    """What the application answers, and what its budget says when that is something else, or when nobody has answered."""
    if found.esf_said == "ja" and not found.esf:
        return f"ja, men {NO_ESF}"
    if found.esf_said == "nej" and found.esf:
        return "nej, men budgeten har pengar från ESF"
    return found.esf_said or ("ja" if found.esf else f"nej, {NO_ESF}")


def insats(found: FollowUp) -> Iterator[e.Element]:
    yield e.Heading("", "Insatsen")
    start, end = (format_date(found.time.start), format_date(found.time.end)) if found.time else ("", "")
    planned = found.planned or (("Planerat antal deltagare per år", ""),)
    both = " i båda tillsammans" if len(found.registered) > 1 else ""
    yield said(
        found,
        "insatsen",
        ("Namn", *(one.name for one in found.registered)),
        ("Startdatum", start),
        ("Slutdatum", end),
        ("Preciserad inriktning", found.precise or IN_THE_SYSTEM),
        *((asked, f"{count}{both}" if count else IN_THE_SYSTEM) for asked, count in planned),
    )


def texts(found: FollowUp, paper: Paper) -> Iterator[e.Element]:
    yield e.Heading("", "Texter ur ansökan")
    for label, path in (("Beskrivning", found.about), ("Målgrupp", found.target_group)):
        text = paper.blocks(paper.document.text(path)) if path else ()
        yield e.SubHeading(label)
        yield e.Prose(text, path=path) if text else e.Note("Inte skrivet i ansökan.")


def costs(found: FollowUp) -> Iterator[e.Element]:
    yield e.Heading("", "Budget per kalenderår")
    if not found.costs:
        yield e.Note("Inga belopp i ansökans budget.")
        return
    if len(found.registered) > 1:
        yield e.Note(TOGETHER)
    rows: list[e.Row] = []
    adds: list[int] = []
    for sort, inside in groupby(sorted(found.costs, key=lambda one: one.esf), key=lambda one: one.sort):
        rows.append(e.Row("group", (e.own(sort)._replace(span=2 + len(found.years)),)))
        for one in inside:
            adds.append(len(rows))
            rows.append(row_of(f"{one.label}, {one.party}".strip(", "), (one,), found.years))
    rows.append(row_of("Summa", found.costs, found.years)._replace(kind="sum", adds=tuple(adds)))
    yield table("kostnader", ("Beskrivning", *map(str, found.years), "Summa"), tuple(rows))


def row_of(label: str, lines: Sequence[CostAsked], years: Sequence[int]) -> e.Row:
    """What some lines come to, by year and in all."""
    by_year = (sum(one.by_year.get(year, 0) for one in lines) for year in years)
    return e.Row("row", (*words(label), *money(*by_year, sum(one.total for one in lines))))


def so_far(found: FollowUp) -> Iterator[e.Element]:
    """What the latest report tells."""
    time = (
        f" {format_date(found.report_time.start)} – {format_date(found.report_time.end)}" if found.report_time else ""
    )
    yield e.Heading("", f"Ur den senaste rapporten{time}")
    yield e.Note(PEOPLE)
    if not found.report_time:
        yield e.Note(NO_REPORT)
        return
    if not found.people and not found.spent:
        yield e.Note(NOTHING_YET)
    if found.people:
        rows = [
            e.Row("row", (*words(label), e.Cell(count, Unit.COUNT, rule=e.Rule.FORM))) for label, count in found.people
        ]
        yield table("deltagare", ("Deltagare", "Antal"), tuple(rows))
    if found.spent:
        rows = [e.Row("row", (*words(label), *money(kronor))) for label, kronor in found.spent]
        yield table("utfall", ("Utfall", "Kronor"), tuple(rows))


def said(found: FollowUp, name: str, *rows: tuple[str, *tuple[str, ...]]) -> e.Element:
    """What is asked, and the answer; of an insats that is registered as two, a column for each. One answer is that of both."""
    if len(found.registered) == 1:
        return e.Entries(tuple(e.Entry(label, e.own(answer[0])) for label, *answer in rows))
    heads = ("Uppgift", *(one.direction.capitalize() for one in found.registered))
    both = len(found.registered)
    lines = ((label, *(answer if len(answer) > 1 else answer * both)) for label, *answer in rows)
    return table(name, heads, tuple(e.Row("row", words(*line)) for line in lines))


def words(*texts: str) -> tuple[e.Cell, ...]:
    return tuple(e.own(one) for one in texts)


def money(*kronor: int) -> tuple[e.Cell, ...]:
    return tuple(e.Cell(one, Unit.KRONOR, rule=e.Rule.FORM) for one in kronor)


def table(name: str, heads: tuple[str, ...], rows: tuple[e.Row, ...]) -> e.Table:
    numbers = {"Summa", "Antal", "Kronor"}
    looks = ["amount" if one.isdigit() else "sum" if one in numbers else "text" for one in heads]
    columns = tuple(e.Column(e.own(head), look) for head, look in zip(heads, looks, strict=True))
    return e.Table(path=name, columns=columns, rows=rows, amounts=KR)


def as_csv(found: e.Printout) -> bytes:
    """As Excel in Swedish opens it: semicolons, and the mark that says UTF-8. Money in whole kronor without spaces."""
    out = io.StringIO()
    write = csv.writer(out, delimiter=";", lineterminator="\r\n")
    heading = ""
    for one in found.elements:
        match one:
            case e.Heading():
                heading = one.text
            case e.Entries():
                write.writerows([safe(heading), safe(row.label), safe(alone(row.cell))] for row in one.rows)
            case e.Table():
                write.writerow([safe(heading), "", *(safe(alone(column.head)) for column in one.columns)])
                group = ""
                for row in one.rows:
                    cells = [plain(cell, one) for cell in row.cells]
                    if row.kind == "group":
                        group = cells[0]
                    else:
                        write.writerow([safe(heading), group if row.kind == "row" else "", *cells])
    return out.getvalue().encode("utf-8-sig")


def plain(cell: e.Cell, of: e.Table) -> str:
    return str(cell.value) if isinstance(cell.value, int) else safe(in_table(cell, of))


def safe(text: str) -> str:
    return f"'{text}" if text.startswith(RISKY) else text
