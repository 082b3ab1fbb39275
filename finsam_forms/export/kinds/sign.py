"""One person's signature under a sheet."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.kinds.kind import Answer
from ...core.kinds.sign import DAY, NAME, Sign
from .. import elements as e
from ..paper import Paper


def elements(at: Answer[Sign], paper: Paper) -> Iterator[e.Element]:
    field = at.field
    parts = {part.field.id: paper.cell(part) for part in at.leaves()}
    path = field.name_path(at)
    name = parts.get(NAME) or e.Cell(at.document.text(path) or None, path=path)
    entries = (e.Entry(field.date_label, parts[DAY]), e.Entry(field.name_label, name))
    yield e.Signature(at.path, e.Cell(), entries, paper.stamp.state == "utkast", field.label)
