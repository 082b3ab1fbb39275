"""The förbund's own words on paper."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.kinds.fixed_text import FixedText
from ...core.kinds.kind import Answer
from .. import elements as e
from ..paper import Paper


def elements(at: Answer[FixedText], paper: Paper) -> Iterator[e.Element]:
    field = at.field
    label = f"Förbundets text\nmallversion {field.text_version or paper.form.version}"
    yield e.Verbatim(label, field.note, field.blocks(), at.path, level=paper.level)


def extract(at: Answer[FixedText], paper: Paper) -> e.Verbatim:
    """Its last part, where it is signed."""
    return e.Verbatim("Förbundets text", "", at.field.last_part(), at.path, extract=True, level=paper.level)
