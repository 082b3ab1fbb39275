"""G53: training, told in the text, on the line that it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...kinds.budget.ledger import CostLine
from ...kinds.budget.parts import AMOUNT
from ...roles import FOR_DELTAGARE, FOR_MEDARBETARE, INSATSTYP, MALGRUPP
from ...text_parts import sentences
from ..facts import Facts
from ..registry import Finding, Fix, Severity, check
from ..wording import quoted
from .budget_facts import money

TRAINING = re.compile(r"utbild|fortbild|kompetensutveckl|\bkurs", re.I)
STAFF = re.compile(
    r"medarbetar|coach(?:er|erna)?\b|processled|projektled|personal(?:en|grupp|utbild)|personal\b|anställd|handläggar|yrkesverksamma|chefer|tjänstemän|professionella|kollegor"
    r"|arbetsförmedlare|socialsekreterare|arbetskonsulent|arbetsterapeut|koordinator"
    r"|\bteamet\b|parternas(?! deltag)|parterna\b",
    re.I,
)
PARTICIPANTS = re.compile(
    r"deltagar|\bdelta(?:r|git)?\b|ungdom|\bunga\b|klient|brukare|individ|\bpersoner|arbetssökande|målgrupp|kvinnor|\bmän\b|vuxna"
    r"|studie|gymnasi|komvux|arbetslivs",
    re.I,
)
GIVEN_BY = re.compile(
    rf"(?:{PARTICIPANTS.pattern})\w{{0,20}} (?:\w{{1,20}} )?(?:får|ges|erbjuds|går)\b"
    rf"[^,.]{{0,30}}(?:{TRAINING.pattern})[^,.]{{0,40}} av (?:\w+ )?(?:{STAFF.pattern})\w*",
    re.I,
)
TAUGHT_BY = re.compile(
    rf"(?:{STAFF.pattern})\w* (?:\w{{1,20}} )?(?:utbildar|undervisar|föreslår|erbjuder|ger|håller|ordnar|leder|anvisar)\b"
    rf"[^,.]{{0,60}}(?:{PARTICIPANTS.pattern})",
    re.I,
)
"""«Deltagarna får kurser av personalen», «Personalen utbildar deltagarna»: the staff teaches."""
GOAL = "(?:arbete|jobb|anställning|praktik|studier)"
AS_A_GOAL = re.compile(
    rf"\b{GOAL},? (?:eller|och) utbildning\w*|\butbildning(?:,| eller| och) {GOAL}\b|\barbetsmarknadsutbildning\w*"
    r"|\b(?:på)?börjar? (?:en )?utbildning\w*",
    re.I,
)
"""«På väg mot arbete eller utbildning»: where the participants are going, whoever helps them there."""
STRUCTURAL = re.compile("strukturövergripande", re.I)


@check("G53", Severity.TIP, reads=f"budget parties in:texts #{INSATSTYP}")
def training_on_the_right_line(facts: Facts) -> Iterator[Finding]:
    """Training for staff has a line of its own; «avsedda för deltagare» is for what the participants get."""
    ledger = money(facts).ledger
    right, wrong = (line_of_role(facts, role) for role in (FOR_MEDARBETARE, FOR_DELTAGARE))
    if not ledger or not right or not wrong or ledger.sum("rad", *right.path.split("/")[1:]).value:
        return
    cells = [cell for cell in money(facts).cells if cell.line.path == wrong.path and cell.reading.value]
    training = [
        prose.words[start:end]
        for prose in facts.texts
        for start, end in sentences(prose.words)
        if TRAINING.search(AS_A_GOAL.sub("", prose.words[start:end]))
    ]
    others = [sentence for sentence in training if not STAFF.search(taught(sentence))]
    told = len(others) < len(training) or (training and for_staff(facts))
    if cells and told and not any(PARTICIPANTS.search(sentence) for sentence in others):
        changes = {cell.path: "" for cell in cells}
        changes |= {f"{right.path}/{AMOUNT.id}/{cell.party.id}": facts.text(cell.path) for cell in cells}
        sentence = (
            f"Texten talar om utbildning för medarbetare, men beloppet står på raden {quoted(wrong.label, 90)}. "
            f"Hör det hemma på {quoted(right.label)}?"
        )
        total = " ".join(facts.text(cell.path) for cell in cells)
        yield Finding(cells[0].path, sentence, total, (Fix(f"Flytta till {right.label}", changes),))


def taught(sentence: str) -> str:
    """A sentence without those who teach the participants."""
    return TAUGHT_BY.sub("deltagarna", GIVEN_BY.sub("deltagarna", sentence))


def for_staff(facts: Facts) -> bool:
    """Is the insats for those who work with the participants? Then its training is theirs, whether or not that is said again."""
    group, sort = facts.of_role(MALGRUPP), facts.of_role(INSATSTYP)
    structural = sort is not None and STRUCTURAL.search(sort.text())
    return bool(structural or (group and STAFF.search(facts.searchable(group.path))))


def line_of_role(facts: Facts, role: str) -> CostLine | None:
    """The form's own line that is this in its budget."""
    for table in money(facts).tables:
        for group in table.groups:
            wanted = {line.id for line in group.definition.rows if line.role == role}
            for line in group.lines:
                if line.fixed and line.id in wanted:
                    return line
    return None
