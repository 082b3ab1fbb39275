"""G60: the figures that a document states itself when it is read in, against those that its cells give. The budget's are in budget_sums."""

from __future__ import annotations

from collections.abc import Iterator

from ...figure import BARE
from ...kinds.figures import Counting, Figures, counting, figure_names, figures, in_a_sentence
from ...kronor import read_kronor
from ...unit import Unit, words
from ..facts import FIGURES, PARTIES, ROW, Facts
from ..registry import Finding, Severity, check
from ..wording import kr


@check("G60", Severity.ERROR, reads=f"{FIGURES} {ROW} {PARTIES}")
def stated_figures(facts: Facts) -> Iterator[Finding]:
    """A sum, a difference or a share that is written in a document is the one that its own numbers give."""
    known = figures(facts.document)
    for field in counting(facts.document):
        for key in known.keys_of(field) if facts.as_read.sums and not BARE & set(field.roots) else ():
            stated = number(facts.as_read.sums.get(key))
            right = known.sum(key)
            if stated is not None and not right.unread and not right.void and stated != right.value:
                sentence = (
                    f"{name_of(facts, field, key)} är {said(field, key, stated)} i det inlästa dokumentet, men talen ger "
                    f"{said(field, key, right.value)}{working(known, field, key)}."
                )
                yield Finding(field.id, sentence, f"{key} {stated} {right.value}")


def number(stated: object) -> int | None:
    if isinstance(stated, bool) or not isinstance(stated, int | str):
        return None
    return stated if isinstance(stated, int) else read_kronor(stated).value


def name_of(facts: Facts, field: Counting, key: str) -> str:
    """What the figure is called, first in a sentence."""
    named = figure_names(facts.document).get(key)
    name = named[0].name if named else f"en summa i {in_a_sentence(field.label)}"
    return name[:1].upper() + name[1:]


def said(field: Counting, key: str, value: int) -> str:
    unit = field.figure_unit(key)
    return kr(value) if unit is Unit.KRONOR else words(value, unit)


def working(known: Figures, field: Counting, key: str) -> str:
    """« (1 775 000 − 819 000)»: what a difference is taken of."""
    terms = [said(field, one, known.sum(one).value) for one in field.taken_from(key)]
    return f" ({' − '.join(terms)})" if terms else ""
