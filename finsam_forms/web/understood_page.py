"""What the page of a file shows that is to become a new draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..incoming.brought import Brought
from ..mallar.offered import Head
from ..store import Person
from .render import rendered


@dataclass(frozen=True, slots=True, kw_only=True)
class UnderstoodPage:
    token: str
    file: str
    """The file's name."""
    me: Person | None
    form: str
    """The form that a foreign file is read as."""
    forms: Sequence[Head]
    brought: Brought | None
    """None while nobody has said which form it is, or it can't be read as that one."""
    fault: str

    def html(self) -> str:
        return rendered("inlasning/forstatt.html", self)
