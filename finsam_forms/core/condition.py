"""When a section of a form is shown: while the answer to a question is one of some."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Condition(NamedTuple):
    """`answers`: as they are stored. It is written `{ field = "bilaga", is = ["Bilaga LS"] }` in a form."""

    field: str
    answers: tuple[str, ...]

    def holds(self, text: Callable[[str], str], *, unanswered: bool = False) -> bool:
        """`text`: what is stored at a path. `unanswered`: does it hold before anybody has answered, as on a form to fill in by hand?"""
        said = text(self.field)
        return said in self.answers or (unanswered and not said)
