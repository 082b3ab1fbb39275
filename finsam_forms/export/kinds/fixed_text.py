"""The förbund's own words on paper."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.kinds.fixed_text import FixedText
from ...core.kinds.kind import Answer
from ...core.markup import Heading, Paragraph, Run
from .. import elements as e
from ..paper import Paper


def elements(at: Answer[FixedText], paper: Paper) -> Iterator[e.Element]:
    field = at.field
    label = f"Förbundets text\nmallversion {field.text_version or paper.form.version}"
    yield e.FixedText(label, field.note, chapters(field), at.path, level=paper.level)


def extract(at: Answer[FixedText], paper: Paper) -> Iterator[e.Element]:
    """Its last part without the heading, where it is signed."""
    if at.field.chapters():
        yield e.FixedText("Förbundets text", "", chapters(at.field)[-1:], at.path, extract=True, level=paper.level)


def chapters(field: FixedText):
    return tuple(
        block
        for heading, text in field.chapters()
        for block in ((Heading((Run(heading),)),) if heading else ()) + (Paragraph((Run(text),)),)
    )
