"""Lists of goals on paper."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.kinds.goals import Goals
from ...core.kinds.kind import Answer
from .. import elements as e
from ..paper import Paper


def elements(at: Answer[Goals], paper: Paper) -> Iterator[e.Element]:
    for part in at.parts():
        label = part.field.label
        texts = (leaf for row in part.parts() for leaf in row.leaves())
        items = tuple(e.Item(leaf.path, paper.blocks(leaf.text())) for leaf in texts if leaf.text().strip())
        if items:
            yield e.ListBlock(label, items, part.path, paper.level)
        else:
            yield e.Ruled(3, label, part.path, missing=not paper.blank, level=paper.level)
