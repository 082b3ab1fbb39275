"""G60: a part is no more than its whole."""

from __future__ import annotations

from collections.abc import Iterator

from ...kinds.figures import figures
from ...kinds.kind import every
from ...kinds.proportion import COUNT, Proportion
from ..facts import FIGURES, PARTIES, Facts
from ..places import place_name
from ..registry import Finding, Severity, check


@check("G60", Severity.ERROR, reads=f"{Proportion.type} {FIGURES} {PARTIES}")
def no_more_than_the_whole(facts: Facts) -> Iterator[Finding]:
    """So many of so many: the first is no more than the second."""
    known = figures(facts.document)
    for at in every(facts.document, Proportion):
        part, whole = known.sum(at.path, COUNT).known, known.sum(at.field.whole_key(at)).known
        if part is not None and whole is not None and part > whole:
            path = f"{at.path}/{COUNT}"
            name = place_name(facts.document, path)
            yield Finding(
                path, f"{name} {part} är fler än {whole}, som de är av. Rätta det tal som är fel.", f"{part} {whole}"
            )
