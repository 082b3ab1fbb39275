"""One line of text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from ..roles import DIARIENUMMER, ETIKETT, ORDFORANDE
from .kind import Leaf

CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
"""No part of any text. What joins and directs letters (emoji, Arabic) stays."""


def one_line(typed: str) -> str:
    return " ".join(CONTROLS.sub("", typed).split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Line(Leaf):
    """One line of text."""

    type: ClassVar[str] = "line"
    roles: ClassVar[frozenset[str]] = frozenset({DIARIENUMMER, ORDFORANDE, ETIKETT})
    topic: ClassVar[str] = "words"

    def canonical(self, typed: str) -> str:
        return one_line(typed)
