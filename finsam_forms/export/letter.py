"""The first page of a parcel: to whom it goes, what is in it, who signs what, what was left standing, and how the files are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..core.checks import Remark, Severity, place_name
from ..core.markup import blocks
from . import elements as e
from .formats import Order
from .kinds import sheets_to_sign
from .kinds.head import stamped
from .paper import Paper
from .printout import marks

NAMES = {Severity.ERROR: "Fel", Severity.WARNING: "Varning"}
HOW = (
    "Fingeravtrycket (SHA-256) är ett annat om minsta tecken i filen ändras. Alla står också i filen {sums}, som går att kontrollera "
    "med «sha256sum -c {sums}» eller, i Windows, med «certutil -hashfile FIL SHA256»."
)
DRAFT = "Det här är ett utkast: det är inte låst för underskrift, och innehållet kan ändras."


class Enclosed(NamedTuple):
    """A file of the parcel."""

    name: str
    said: str
    """What it is."""
    sha256: str


def letter(order: Order, files: Sequence[Enclosed], sums: str) -> e.Printout:
    """`sums`: the name of the file with all fingerprints."""
    paper = Paper(order.document, order.stamp)
    return e.Printout(marks(paper), tuple(elements(paper, order, files, sums)))


def elements(paper: Paper, order: Order, files: Sequence[Enclosed], sums: str) -> Iterator[e.Element]:
    form = paper.form
    yield paper.form_head()
    yield e.Title("", "Följebrev", paper.title())
    yield e.Entries(
        (
            e.Entry("Till", e.own(form.forbund)),
            e.Entry("Avser", e.own(f"{form.title}, formulärets version {form.version}")),
            *stamped(paper),
        ),
        paper.code(),
    )
    if order.stamp.state != "last":
        yield e.Note(DRAFT)
    yield e.Heading("", "Innehåll")
    yield table("innehall", ("Fil", "Vad det är"), ((one.name, one.said) for one in files))
    signing = [*signers(paper)]
    if signing:
        yield e.Heading("", "Vem som skriver under vad")
        yield table("underskrifter", ("Blad", "Part", "Namn och befattning", "E-post"), signing)
    left = [*left_standing(order)]
    if left:
        yield e.Heading("", "Får stå, med skäl")
        yield e.Entries(tuple(left))
    yield e.Heading("", "Filernas fingeravtryck")
    yield table("fingeravtryck", ("Fil", "SHA-256"), ((one.name, in_groups(one.sha256)) for one in files))
    yield e.Prose(blocks(HOW.format(sums=sums)))


def table(name: str, heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> e.Table:
    return e.Table(
        path=name,
        columns=tuple(e.Column(e.own(head), "text") for head in heads),
        rows=tuple(e.Row("row", tuple(e.own(word) for word in row)) for row in rows),
        look="plain",
    )


def signers(paper: Paper) -> Iterator[tuple[str, ...]]:
    """(sheet, party, name and title, e-mail), in the order of the sheets."""
    found = sheets_to_sign(paper)
    for number, (path, party) in enumerate(found, 1):
        if party is None:
            continue
        said = paper.document.text
        who = ", ".join(filter(None, (said(f"{path}/{party.id}/namn"), said(f"{path}/{party.id}/roll"))))
        yield f"{number} av {len(found)}", party.shown_name, who, said(f"{path}/{party.id}/epost")


def left_standing(order: Order) -> Iterator[e.Entry]:
    """The remarks that the group has given a reason for."""
    for remark in order.remarks or ():
        if remark.waived and remark.severity in NAMES:
            yield e.Entry(NAMES[remark.severity], e.Cell(told(order, remark), rule=e.Rule.REMARK))


def told(order: Order, remark: Remark) -> str:
    assert remark.waived
    place = place_name(order.document, remark.path)
    return f"{place}: {remark.sentence} Ska stå så: {remark.waived.reason} ({remark.waived.name})"


def in_groups(digest: str) -> str:
    """Eight characters at a time, so that it can be read aloud and breaks where it should."""
    return " ".join(digest[at : at + 8] for at in range(0, len(digest), 8))
