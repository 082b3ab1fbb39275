"""Chapters on the page of their section: a list of links, since each has a page of its own."""

from __future__ import annotations

from typing import NamedTuple

from ...core.kinds.kind import OwnPage
from ...live.desk import Sheet
from ..places import path_url
from .shown import Shown


class ChapterShown(NamedTuple):
    page: OwnPage
    address: str


def chapter_list(at: Shown, sheet: Sheet) -> tuple[ChapterShown, ...]:
    return tuple(
        ChapterShown(one, path_url(sheet, one.questions[0].path)) for one in at.field.pages(at) if one.questions
    )
