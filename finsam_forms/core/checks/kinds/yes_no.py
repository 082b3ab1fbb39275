"""G44 and G63: questions that are answered yes or no."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...dates import MONTH
from ...kinds.kind import every
from ...kinds.yes_no import COMMENT, YesNo
from ...roles import LOKUS
from ..facts import Facts
from ..places import place_name
from ..registry import Finding, Severity, check
from ..wording import quoted

DAY_IN_COMMENT = re.compile(
    rf"\d{{4}}-\d\d-\d\d|\b\d{{6}}\b|\d{{1,2}}[/.]\d{{1,2}}|\d{{1,2}}(?::?e)? (?:{MONTH})|\b(?:{MONTH}) \d{{4}}", re.I
)
AT_LEAST = re.compile(r"minst (\d|tre|fyra)(?: gånger| möten)|vid minst (\d|tre|fyra) möten", re.I)


@check("G44", Severity.WARNING, reads="yes_no")
def questions_answered(facts: Facts) -> Iterator[Finding]:
    """Ja or nej is chosen; a nej is commented on where the form demands it; LOKUS' yes has its day."""
    for at in every(facts.document, YesNo):
        one, lokus = at.field, at.field.role == LOKUS
        answer, comment = at.text(), facts.searchable(f"{at.path}/{COMMENT}").strip()
        name = quoted(place_name(facts.document, at.path) if lokus else one.label or one.id, 90)
        if not answer and one.required:
            yield Finding(at.path, f"Frågan {name} är inte besvarad. Välj ja eller nej.")
        elif answer == "ja" and lokus and one.comment and not DAY_IN_COMMENT.search(comment):
            sentence = (
                "Svaret är ja, men mötets datum saknas. "
                f"Skriv i kommentaren när LOKUS diskuterade och godkände {facts.mall.noun}."
            )
            yield Finding(f"{at.path}/{COMMENT}", sentence)
        elif answer == "nej" and one.comment_on_no and not comment:
            sentence = f"Svaret på {name} är nej, och då ska det kommenteras. Skriv varför."
            yield Finding(f"{at.path}/{COMMENT}" if one.comment else at.path, sentence, severity=Severity.ERROR)


@check("G63", Severity.TIP, reads="yes_no")
def meetings_at_least(facts: Facts) -> Iterator[Finding]:
    """A question whether there were at least so many meetings is answered yes."""
    for at in every(facts.document, YesNo):
        if AT_LEAST.search(at.field.label) and at.text() == "nej":
            yield Finding(at.path, f"Svaret på {quoted(at.field.label, 90)} är nej. Skriv hur det ska nås nästa år.")
