"""So many of so many on the page: what is computed beside what is typed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from ...core.kinds.proportion import SHARE, Proportion
from ...live.desk import Sheet
from ..figures import FigureShown, figure_shown
from .shown import Shown


def computed(at: Shown, sheet: Sheet) -> tuple[tuple[str, FigureShown], ...]:
    """The label and the words of each computed number."""
    return tuple(rows(at, cast(Proportion, at.field)))


def rows(at: Shown, field: Proportion) -> Iterator[tuple[str, FigureShown]]:
    if field.of:
        yield field.of_label, figure_shown(at.document, field.whole_key(at))
    yield field.share_label, figure_shown(at.document, f"{at.path}/{SHARE}")
