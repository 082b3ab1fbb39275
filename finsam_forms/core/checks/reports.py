"""G52 and G62: what a report has in common with its application, and the sheets of a document with each other."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..kinds.kind import answers
from ..mall import mall_of
from ..roles import DIARIENUMMER, ORDFORANDE
from .facts import Facts
from .registry import Finding, Fix, Severity, check
from .wording import quoted


@check("G52", Severity.WARNING, reads=f"title #{DIARIENUMMER}")
def same_name_as_the_application(facts: Facts) -> Iterator[Finding]:
    """A report with the same diarienummer bears the name of its application."""
    application, document = facts.application, facts.document
    if application is None or application is document:
        return
    number, theirs = (number_of(one) for one in (document, application))
    name, right = document.title.strip(), application.title.strip()
    if number and number == theirs and name and right and name.lower().split() != right.lower().split():
        path = facts.mall.title_path
        if facts.mall.field(path) is not None:
            sentence = f"Insatsen heter {quoted(right)} i ansökan med diarienummer {number}, men {quoted(name)} här."
            yield Finding(path, sentence, f"{name} {right}", (Fix("Skriv namnet ur ansökan", {path: right}),))


def number_of(document: Document) -> str:
    field = mall_of(document).of_role(DIARIENUMMER)
    return document.text(field.id).strip() if field else ""


@check("G62", Severity.WARNING, reads=f"#{ORDFORANDE}")
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
    for at in answers(document):
        for leaf in at.leaves() if at.field.role == ORDFORANDE else ():
            if leaf.field.role == ORDFORANDE and leaf.text().strip():
                yield leaf.path, " ".join(leaf.text().split())
