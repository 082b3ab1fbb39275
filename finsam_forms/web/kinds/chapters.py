"""Chapters on the page of their section: a list of links, since each has a page of its own."""

from __future__ import annotations

from typing import NamedTuple, cast

from ...core.kinds.chapters import Chapters
from ...core.kinds.kind import OwnPage
from ...live.desk import Sheet
from ..figures import FigureShown, figure_shown
from ..places import path_url
from .shown import Shown


class ChapterShown(NamedTuple):
    page: OwnPage
    address: str
    figures: tuple[tuple[str, FigureShown], ...]
    """What it comes to, each with what that is called."""


def chapter_list(at: Shown, sheet: Sheet) -> tuple[ChapterShown, ...]:
    counted = cast(Chapters, at.field).overviewed(at)
    return tuple(
        ChapterShown(
            page=one,
            address=path_url(sheet, one.questions[0].path),
            figures=tuple(
                (column.label, figure_shown(at.document, f"{at.path}/{one.row}/{column.of}")) for column in counted
            ),
        )
        for one in at.field.pages(at)
    )
