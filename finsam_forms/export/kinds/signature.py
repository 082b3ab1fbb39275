"""Sheets to sign: one for each party, numbered over the whole document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...core.kinds.fixed_text import FixedText
from ...core.kinds.kind import Answer, every
from ...core.kinds.signature import Signatures
from ...core.party import Party
from .. import elements as e
from ..paper import Paper
from .fixed_text import extract
from .head import head
from .parties import name_path

Sheet = tuple[str, Party | None]
"""The path of the field that it belongs to, and who signs; nobody yet, on a form without parties."""


def sheets(paper: Paper) -> tuple[Sheet, ...]:
    return tuple(
        (at.path, party)
        for at in every(paper.document, Signatures)
        if at.field.printed
        for party in at.field.signers(at) or (None,)
    )


def elements(at: Answer[Signatures], paper: Paper) -> Iterator[e.Element]:
    found = paper.once(sheets)
    for number, (path, party) in enumerate(found, 1):
        if path == at.path and wanted(at, paper, party):
            yield from sheet(at, paper, party, number, len(found))


def wanted(at: Answer[Signatures], paper: Paper, party: Party | None) -> bool:
    section = paper.form.section_of(at.path)
    if section is not None and paper.is_of_sheet(section):
        return True
    return paper.part in ("allt", "underskrifter") or (party is not None and party.id == paper.part)


def sheet(at: Answer[Signatures], paper: Paper, party: Party | None, number: int, last: int) -> Iterator[e.Element]:
    field, section = at.field, paper.form.section_of(at.path)
    yield e.NewPage("sign")
    yield paper.form_head()
    note = e.Cell() if paper.blank else e.Cell(f"Blad {number} av {last}", rule=e.Rule.STAMP)
    yield e.Heading(section.number if section else "", field.label, note, 2 if number == 1 else 3, path=at.path)
    yield head(paper, paper.named(), sheet=f" BLAD {number}-{last}")
    fixed = paper.form.field(field.extract)
    if isinstance(fixed, FixedText):
        yield extract(fixed.answer(at.document), paper)
    path = f"{at.path}/{party.id}" if party else ""
    name, role, *others = (entry(at, paper, party, part) for part in field.block())
    who = name._replace(cell=name.cell._replace(also=(role.cell,)))
    said = e.Cell(party.name or None, path=name_path(party)) if party else e.Cell()
    yield e.Signature(path, said, (who, *others), paper.stamp.state == "utkast")


def entry(at: Answer[Signatures], paper: Paper, party: Party | None, part: Any) -> e.Entry:
    return e.Entry(part.label, paper.cell(at.below(part, party.id, part.id)) if party else e.Cell(unit=part.unit))
