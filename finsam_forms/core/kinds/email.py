"""An e-mail address."""

from __future__ import annotations

from typing import ClassVar

from ..email import read_email
from ..reading import Reading, squeezed
from ..unit import Unit
from .kind import Leaf


class Email(Leaf):
    """One e-mail address."""

    __slots__ = ()

    type: ClassVar[str] = "email"
    stays: ClassVar[bool] = True
    unit: ClassVar[Unit] = Unit.EMAIL
    topic: ClassVar[str] = "addresses"
    asks: ClassVar[str] = "G32"

    def read(self, text: str) -> Reading[str]:
        return read_email(text)

    def canonical(self, typed: str) -> str:
        return squeezed(typed)
