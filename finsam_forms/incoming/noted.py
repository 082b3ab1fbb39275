"""Comments in the margin of a file as notes of the group, each at its section with its author."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ..core.kinds.own import NOTES, RESERVED
from ..core.mall import Mall, Section
from ..core.row_id import new_row_id
from .brought import Comment

NOBODY = "någon utan namn"


class Noted(NamedTuple):
    """A comment as the note that it becomes. Texts are as they are stored."""

    path: str
    section: Section
    by: str
    text: str

    @property
    def values(self) -> dict[str, str]:
        """What is written when it is taken in: path → text."""
        return {f"{self.path}/text": self.text, f"{self.path}/av": self.by}


def noted(mall: Mall, comments: Iterable[Comment]) -> tuple[Noted, ...]:
    """Each once. A note's id comes of its words, so that the same comment is the same note; what is said of no section in particular
    stands at the first."""
    found, stored = dict[str, Noted](), RESERVED["_notes"].canonical
    for comment in comments:
        section = mall.section_of(comment.path) or mall.section(comment.path) or mall.sections[0]
        path = f"{NOTES}{section.id}/{new_row_id(f'{comment.path}:{comment.author}:{comment.text}')}"
        text, author = stored(comment.text), stored(comment.author).strip()
        if text.strip():
            found[path] = Noted(path, section, author or NOBODY, text)
    return tuple(found.values())
