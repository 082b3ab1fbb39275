"""So many of so many on paper: the share first, as the forms ask for it."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.kinds.kind import Answer
from ...core.kinds.proportion import COUNT, SHARE, WHOLE, Proportion
from ...core.unit import Unit
from .. import elements as e
from ..paper import Paper
from .figure import sentences


def elements(at: Answer[Proportion], paper: Paper) -> Iterator[e.Element]:
    field = at.field
    parts = {part.field.id: paper.cell(part) for part in at.leaves()}
    whole = parts.get(WHOLE) or paper.figure(field.whole_key(at), Unit.COUNT)
    share = paper.figure(f"{at.path}/{SHARE}", Unit.SHARE)
    said = ((field.share_label, share), (field.count_label, parts[COUNT]), (field.of_label, whole))
    yield e.Entries(tuple(e.Entry(label, cell) for label, cell in said))
    yield from sentences(at, paper)
