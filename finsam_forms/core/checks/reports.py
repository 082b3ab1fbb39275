"""G52, G62 and G67: what a report has in common with its application and its rekvisitioner, and the sheets of a document with each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..document import PLACE, Document
from ..following import APPLICATION, CLAIMS, Came, Followed, inside, list_of, said, years_of
from ..kinds.kind import answer_at, answers
from ..mall import mall_of
from ..roles import DIARIENUMMER, KALENDERAR, KVARTAL, ORDFORANDE, RAPPORT
from ..span import quarter_of
from ..unit import Unit, words
from .distance import distance
from .facts import ANY, Facts
from .places import place_name
from .registry import Finding, Fix, Severity, check
from .wording import kr, quoted

SLIP = 2
"""Letters that two writings of one name differ by, at most."""


@check("G52", Severity.WARNING, reads=f"title #{DIARIENUMMER}")
def same_name_as_the_application(facts: Facts) -> Iterator[Finding]:
    """A report with the same diarienummer bears the name of its application."""
    application, document = facts.followed.application, facts.document
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
    theirs = list(chairpersons(facts.followed.application)) if facts.followed.application else []
    known = [*theirs, *own][:1]
    for path, name in own:
        if name.lower() != known[0][1].lower():
            sentence = f"Ordföranden heter {quoted(name)} här men {quoted(known[0][1])} på ett annat blad."
            yield Finding(path, sentence, f"{name} {known[0][1]}")
    yield from nearly_the_same(facts, own)


def nearly_the_same(facts: Facts, own: list[tuple[str, str]]) -> Iterator[Finding]:
    """A name that is nearly the one in the last report is a slip; another name is another person."""
    before = [name for _, name in chairpersons(facts.followed.previous)] if facts.followed.previous else []
    for path, name in own[:1] if before else ():
        if 0 < distance(name.lower(), before[0].lower()) <= SLIP:
            sentence = (
                f"Ordföranden heter {quoted(name)} här men {quoted(before[0])} i förra rapporten. Vilket är rätt?"
            )
            fix = Fix("Skriv som i förra rapporten", {path: before[0]})
            yield Finding(path, sentence, f"{name} {before[0]}", (fix,))


def chairpersons(document: Document) -> Iterator[tuple[str, str]]:
    for at in answers(document):
        for leaf in at.leaves() if at.field.role == ORDFORANDE else ():
            if leaf.field.role == ORDFORANDE and leaf.text().strip():
                yield leaf.path, " ".join(leaf.text().split())


@check("G67", Severity.WARNING, reads=ANY, families={RAPPORT})
def same_as_the_application(facts: Facts) -> Iterator[Finding]:
    """What a report has from its application stands there as in the application, unless somebody has said that it may differ."""
    return otherwise_here(facts.document, facts.followed, APPLICATION)


@check("G67", Severity.WARNING, reads=ANY, families={RAPPORT})
def same_as_the_rekvisitioner(facts: Facts) -> Iterator[Finding]:
    """What has been asked for in all is what the rekvisitioner come to, unless somebody has said that it may differ."""
    return otherwise_here(facts.document, facts.followed, CLAIMS)


def changed_since(document: Document, followed: Followed) -> Iterator[str]:
    """In sentences, all that is otherwise here than in the application: what somebody has said may differ too, and what is new here."""
    yield from (one.sentence for one in otherwise_here(document, followed, APPLICATION, let_be=True))
    coming = followed.given(mall_of(document), APPLICATION, years_of(document))
    for base in dict.fromkeys(list_of(path) for path in coming if path.endswith(f"/{PLACE}")):
        for row in document.rows(base):
            at, rest = answer_at(document, f"{base}/{row}/{PLACE}") or (None, ())
            if at is not None and f"{base}/{row}/{PLACE}" not in coming and at.field.agrees(rest):
                told = " · ".join(one.text() for one in at.leaves() if inside(one.path, f"{base}/{row}") and one.text())
                if told:
                    yield f"{quoted(told)} finns här men inte i ansökan."


def otherwise_here(document: Document, followed: Followed, role: str, *, let_be: bool = False) -> Iterator[Finding]:
    """Place by place, what came from there and stands otherwise here. `let_be`: what somebody has said may differ, too."""
    mall = mall_of(document)
    coming = followed.given(mall, role, years_of(document))
    for path, came in coming.items():
        mark = followed.marks.get(path)
        passed = mark is not None and mark.kept and mark.text == came.text and not let_be
        if came.once or passed or path == mall.title_path:
            continue
        at, rest = answer_at(document, path) or (None, ())
        if at is not None and not at.field.may_differ and at.field.agrees(rest):
            yield from otherwise(document, path, came, at.field.place(at, row_of(rest)).stands, coming)


def row_of(rest: tuple[str, ...]) -> tuple[str, ...]:
    return rest[:-1] if rest[-1:] == (PLACE,) else rest


def otherwise(document: Document, path: str, came: Came, stands: bool, coming: Mapping[str, Came]) -> Iterator[Finding]:
    """How one place differs; of a row that is not here, the row."""
    there, source = came.text, said(came.role)
    if path.endswith("/" + PLACE):
        row = path.removesuffix("/" + PLACE)
        told = " · ".join(one.text for inner, one in coming.items() if inner.startswith(f"{row}/") and inner != path)
        if not stands and told:
            yield Finding(list_of(path), f"{quoted(told)} finns i {source} men inte här.", f"{row} {told}")
    elif stands and alike(document.text(path)) != alike(there):
        name = place_name(document, path)
        here, theirs = (shown(document, path, text) for text in (document.text(path), there))
        fix = Fix(f"Skriv som i {source}", {path: there})
        yield Finding(path, f"{name} är {here} här men {theirs} i {source}.", f"{document.text(path)} {there}", (fix,))


@check("G76", Severity.WARNING, reads=f"#{KVARTAL} #{KALENDERAR}", families={RAPPORT})
def quarter_after_quarter(facts: Facts) -> Iterator[Finding]:
    """Money is asked for a quarter at a time, each once and none left out."""
    now, last = quarter_of(facts.document), quarter_of(facts.followed.previous)
    at = facts.of_role(KVARTAL)
    if at is not None and now is not None and last is not None and now != last + 1:
        if now <= last:
            sentence = f"Förra rekvisitionen gällde {quarter_words(last)}. Är {quarter_words(now)} rätt kvartal?"
        else:
            sentence = f"{quarter_words(last + 1).capitalize()} är inte rekvirerat: förra rekvisitionen gällde {quarter_words(last)}."
        yield Finding(at.path, sentence, f"{last} {now}")


def quarter_words(quarter: int) -> str:
    return f"kvartal {quarter % 4 + 1} {quarter // 4}"


def alike(text: str) -> str:
    return " ".join(text.lower().split())


def shown(document: Document, path: str, text: str) -> str:
    """A text as its field shows it; words within quotation marks."""
    leaf = mall_of(document).leaf_at(path)
    if not text.strip() or leaf is None:
        return "tomt"
    value = leaf.told(text)
    if leaf.unit is Unit.KRONOR and isinstance(value, int):
        return kr(value)
    return quoted(text) if leaf.unit in (Unit.TEXT, Unit.PROSE) else words(value, leaf.unit)
