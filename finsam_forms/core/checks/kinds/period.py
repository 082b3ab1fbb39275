"""G20: a period has two days, in order."""

from __future__ import annotations

from collections.abc import Iterator

from ...dates import format_date
from ...kinds.kind import every
from ...kinds.period import PeriodField
from ...roles import INSATSTID
from ..facts import Facts
from ..registry import Finding, Fix, Severity, check
from ..wording import day


@check("G20", Severity.ERROR, reads=PeriodField.type)
def start_and_end(facts: Facts) -> Iterator[Finding]:
    """A period has a first and a last day, in that order."""
    for at in every(facts.document, PeriodField):
        days = at.field.fixed()
        texts = [at.text(one.id).strip() for one in days]
        for one, text in zip(days, texts, strict=True):
            if not text and (one.required or any(texts)):
                yield Finding(f"{at.path}/{one.id}", f"{one.label} saknas. Skriv datumet, till exempel 2027-04-01.")
        first, last = (f"{at.path}/{one.id}" for one in days)
        start, end = (facts.document.read(path).value for path in (first, last))
        if start and end and start > end:
            what = "Insatsen" if at.field.role == INSATSTID else "Perioden"
            sentence = (
                f"{what} slutar {day(end)}, före den startar {day(start)}. Rätta ett av datumen eller byt plats på dem."
            )
            changes = {first: format_date(end), last: format_date(start)}
            yield Finding(last, sentence, f"{start} {end}", (Fix("Byt plats på start och slut", changes),))
