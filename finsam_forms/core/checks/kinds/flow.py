"""G66: those who came, those who left and those who are left are one equation."""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Document
from ...kinds.figures import figures
from ...kinds.flow.definition import Flow, began_at, left_at
from ...kinds.flow.sums import CONTROL
from ...kinds.kind import every
from ...roles import RAPPORTPERIOD
from ...span import report_period
from ..facts import FIGURES, PARTIES, Facts
from ..registry import Finding, Fix, Severity, check


@check("G66", Severity.ERROR, reads=f"{Flow.type} {FIGURES} {PARTIES}")
def came_left_and_are_left(facts: Facts) -> Iterator[Finding]:
    """Inskrivna − avslut = aktiva, in every column: told where somebody has counted those who are left for themselves."""
    known = figures(facts.document)
    for at in every(facts.document, Flow):
        for column in at.field.columns_of(at):
            end = "" if at.field.one_column else f"/{column.id}"
            came, gone, left, control = (
                known.sum(f"{at.path}/{key}{end}") for key in ("inskrivna", "avslut", "aktiva", "kontroll")
            )
            readable = control.written and came.written and not (came.unread or gone.unread or control.unread)
            if readable and control.value != left.value:
                where = "" if at.field.one_column else f"{column.label}: "
                sentence = (
                    f"{where}{came.value} inskrivna − {gone.value} avslut = {left.value}, men aktiva är {control.value}. "
                    "Rätta det tal som är fel."
                )
                yield Finding(
                    f"{at.path}/{CONTROL}/{column.id}", sentence, f"{came.value} {gone.value} {control.value}"
                )


@check("G66", Severity.ERROR, reads=f"{Flow.type} {PARTIES} #{RAPPORTPERIOD}")
def began_with_those_who_were_left(facts: Facts) -> Iterator[Finding]:
    """Those who were left when the last report ended are those that this one begins with, in every column.

    A report of the whole year that follows the one of its first half begins with those that that one began with.
    """
    last = facts.followed.previous
    for at in every(facts.document, Flow) if last else ():
        row, there = at.field.left_before, at.field.comes_from(True)
        before, said = begins_with(facts.document, last, there) if last and row and there else ({}, "")
        for column in at.field.columns_of(at) if row else ():
            path = f"{at.path}/{row.id}/{column.id}" if row else ""
            here = facts.document.read(path).value
            if column.id in before and here is not None and here != before[column.id]:
                where = "" if at.field.one_column else f"{column.label}: "
                sentence = f"{where}Ingående är {here}, men förra rapporten {said.format(before[column.id])}."
                fix = Fix("Skriv som i förra rapporten", {path: str(before[column.id])})
                yield Finding(path, sentence, f"{here} {before[column.id]}", (fix,))


def begins_with(document: Document, last: Document, there: str) -> tuple[dict[str, int], str]:
    """How many each column should begin with, and how that is said. Nothing of a time that begins inside the last report's."""
    time, before = report_period(document), report_period(last)
    if time is None or before is None or time.start > before.end:
        return left_at(last, there), "slutade med {} aktiva"
    if time.start == before.start:
        return began_at(last, there), "från samma dag började med {}"
    return {}, ""


@check("G66", Severity.ERROR, reads=f"{Flow.type} {FIGURES} {PARTIES}")
def nobody_is_left(facts: Facts) -> Iterator[Finding]:
    """When the insats is over those who are left have been handed over to somebody."""
    known = figures(facts.document)
    for at in every(facts.document, Flow):
        left, over = known.sum(at.path, "aktiva"), known.sum(at.field.handed_over)
        if at.field.handed_over and left.written and not (left.unread or over.unread) and left.value != over.value:
            handed = f"{over.value} är överlämnade" if over.written else "det står inte vart de tog vägen"
            sentence = f"{left.value} är aktiva när insatsen är slut, men {handed}. Skriv vilka som har tagit över dem."
            yield Finding(at.path, sentence, f"{left.value} {over.value}")
