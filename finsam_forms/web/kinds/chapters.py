"""Chapters on the page of their section: a list of links, since each has a page of its own."""

from __future__ import annotations

from typing import NamedTuple, cast

from ...core.kinds.chapters import Chapters
from ...core.kinds.kind import OwnPage
from ...core.kinds.overview import Standing
from ...live.desk import Sheet
from ..figures import FigureShown, figure_shown
from ..places import path_url
from .shown import Shown

UNKNOWN = Standing("", None)


class ChapterShown(NamedTuple):
    page: OwnPage
    address: str
    figures: tuple[tuple[str, FigureShown], ...]
    """What it comes to, each with what that is called."""
    standing: Standing


def chapter_list(at: Shown, sheet: Sheet) -> tuple[ChapterShown, ...]:
    chapters = cast(Chapters, at.field)
    counted, standings = chapters.overviewed(at), chapters.standings(at)
    return tuple(
        ChapterShown(
            page=one,
            address=path_url(sheet, one.questions[0].path),
            figures=tuple(
                (column.label, figure_shown(at.document, column.key(at.path, one.row))) for column in counted
            ),
            standing=standings.get(one.row, UNKNOWN),
        )
        for one in at.field.pages(at)
    )
