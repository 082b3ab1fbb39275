"""G44, G63, G65 and G78: questions with Ja and Nej in a table."""

from __future__ import annotations

from collections.abc import Iterator

from ...kinds.kind import Answer, every
from ...kinds.yes_no import COMMENT
from ...kinds.yes_no_table import COUNT, NO, YES, Question, YesNoTable
from ..facts import FIGURES, PARTIES, Facts
from ..registry import Finding, Severity, check
from ..wording import quoted

LONGEST = 90


def asked(facts: Facts) -> Iterator[tuple[Answer[YesNoTable], Question, str, str]]:
    """Every question: its table, itself, its path and what is answered."""
    for at in every(facts.document, YesNoTable):
        for row in at.field.rows:
            yield at, row, f"{at.path}/{row.id}", at.text(row.id)


@check("G44", Severity.WARNING, reads=YesNoTable.type)
def table_answered(facts: Facts) -> Iterator[Finding]:
    """Ja or Nej is chosen, and a Nej is commented on."""
    for at, row, path, reply in asked(facts):
        if not reply and at.field.required:
            yield Finding(path, f"Frågan {quoted(row.label, LONGEST)} är inte besvarad. Välj ja eller nej.")
        elif reply == NO and not facts.text(f"{path}/{COMMENT}").strip():
            sentence = f"Svaret på {quoted(row.label, LONGEST)} är nej, och då ska det kommenteras. Skriv varför."
            yield Finding(f"{path}/{COMMENT}", sentence, severity=Severity.ERROR)


@check("G63", Severity.TIP, reads=YesNoTable.type)
def fewer_than_agreed(facts: Facts) -> Iterator[Finding]:
    """What was agreed to happen at least so many times did."""
    for _, row, path, reply in asked(facts):
        if row.at_least and reply == NO:
            yield Finding(path, f"Svaret på {quoted(row.label, LONGEST)} är nej. Skriv hur det ska nås nästa år.")


@check("G65", Severity.ERROR, reads=f"{YesNoTable.type} {FIGURES} {PARTIES}")
def answer_against_its_number(facts: Facts) -> Iterator[Finding]:
    """Ja means at least as many as the question says, Nej means fewer."""
    for at, row, path, reply in asked(facts):
        number = at.field.number_of(at, row) if row.at_least and reply in (YES, NO) else None
        if number is not None and (number >= row.at_least) != (reply == YES):
            what = row.count or "antalet"
            sentence = f"Svaret är {reply} på {quoted(row.label, LONGEST)}, men {told(what)} är {number}."
            severity = Severity.ERROR if reply == YES else Severity.WARNING
            at_fault = f"{path}/{COUNT}" if row.counted and facts.text(f"{path}/{COUNT}") else path
            yield Finding(at_fault, sentence, f"{reply} {number}", severity=severity)


def told(what: str) -> str:
    """«antal möten» in the middle of a sentence: «antalet möten»."""
    return f"antalet{what.removeprefix('antal')}" if what.startswith("antal ") else what


@check("G78", Severity.ERROR, reads=f"{YesNoTable.type} in:texts")
def described_when_done(facts: Facts) -> Iterator[Finding]:
    """What a Ja says was done is described, and what a Nej says was not is not."""
    for _, row, path, reply in asked(facts):
        described = bool(facts.text(row.described_by).strip()) if row.described_by else None
        if described is False and reply == YES:
            sentence = f"Svaret är ja på {quoted(row.label, LONGEST)}. Beskriv vad som gjordes."
            yield Finding(row.described_by, sentence, reply)
        elif described and reply == NO:
            sentence = f"Svaret är nej på {quoted(row.label, LONGEST)}, men det finns en beskrivning. Ändra svaret eller ta bort texten."
            yield Finding(path, sentence, reply, severity=Severity.WARNING)
