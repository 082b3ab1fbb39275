"""The organisations of a document on paper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...core.kinds.kind import Answer
from ...core.kinds.parties import Parties, owners_field
from ...core.party import Party, parties_of
from .. import elements as e
from ..paper import Paper
from .rows import spare_rows

LINES = 4
"""Of a form to fill in by hand that has room for any number."""


def elements(at: Answer[Parties], paper: Paper) -> Iterator[e.Element]:
    """Organisations that nothing more is asked of are one list, though the form asks for them in several places of a section."""
    listed = (at,) if at.field.contact else names_alone(at, paper)
    if at.path == listed[0].path:
        columns = (
            e.Column(e.Cell(), "text"),
            *(e.Column(e.own(column.label), "text", column.id) for column in at.field.columns),
        )
        yield e.Table(
            path=at.path,
            columns=columns,
            rows=tuple(row for one in listed for row in rows_of(one, paper)),
            look="people" if at.field.contact else "plain",
            blank=paper.blank,
            level=paper.level,
        )


def names_alone(at: Answer[Parties], paper: Paper) -> tuple[Answer[Parties], ...]:
    """The organisations of the section that nothing more is asked of."""
    section = paper.form.section_of(at.path)
    fields = section.fields if section else ()
    found = (one.answer(paper.document) for one in fields if isinstance(one, Parties) and one.printed)
    return tuple(one for one in found if not one.field.contact)


def rows_of(at: Answer[Parties], paper: Paper) -> tuple[e.Row, ...]:
    found = () if paper.blank else (*at.parts(), *spare_rows(at, paper))
    rows = tuple(row(at.field.row_label(number), part, paper) for number, part in enumerate(found, 1))
    return rows or empty_rows(at)


def row(label: str, at: Answer[Any], paper: Paper) -> e.Row:
    """Nothing is said to be missing in a table: check G30 tells it."""
    cells = (paper.cell(leaf)._replace(missing=False) for leaf in at.leaves())
    return e.Row("row", (e.own(label), *cells), at.path)


def empty_rows(at: Answer[Parties]) -> tuple[e.Row, ...]:
    labels = (at.field.row_label(number) for number in range(1, (at.field.max_rows or LINES) + 1))
    return tuple(e.Row("row", (e.own(label), *(e.Cell() for _ in at.field.columns))) for label in labels)


def blank_owners(paper: Paper) -> list[str]:
    """What the columns of a blank budget are called: every insatsägare that the form has room for."""
    field = owners_field(paper.form)
    return [field.row_label(number) for number in range(1, (field.max_rows or LINES) + 1)] if field else []


def name_path(party: Party) -> str:
    """Where its name is written."""
    return f"{party.path}/organisation"


def named(party: Party) -> e.Cell:
    """Its name, or the form's word for it while it has none."""
    return e.Cell(party.shown_name, path=name_path(party), rule=None if party.name else e.Rule.FORM)


def head(paper: Paper) -> Iterator[e.Entry]:
    """Whose insats it is, for the reader of the first page."""
    field = owners_field(paper.form)
    if field:
        owners = parties_of(paper.document, "owners")
        path = name_path(owners[0]) if owners else ""
        yield e.Entry(field.label or field.row_role(1), e.Cell(paper.document.text(path) or None, path=path))
