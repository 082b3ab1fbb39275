"""The pictures of an answer on paper: beside its table, left out of a blank form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...core.kinds.kind import Answer
from .. import elements as e
from ..paper import Paper


def pictures(at: Answer[Any], paper: Paper) -> Iterator[e.Picture]:
    for chart in () if paper.blank else at.field.bars(at):
        yield e.Picture(chart, chart.alt, at.path)
