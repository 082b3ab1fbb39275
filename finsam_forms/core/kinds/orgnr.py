"""An organisation number."""

from __future__ import annotations

import re
from typing import ClassVar

from ..reading import Problem, Reading, one_line, shortened, squeezed
from .kind import Leaf

SHAPE = re.compile(r"(?:16)?([0-9]{6})[-‐‑–−]?([0-9]{4})")


class OrganisationNumber(Leaf):
    """Stored as `222000-1818`. A person's number is none: the third and fourth figure of an organisation's are at least 20."""

    __slots__ = ()

    type: ClassVar[str] = "orgnr"
    stays: ClassVar[bool] = True
    topic: ClassVar[str] = "organisations"
    asks: ClassVar[str] = "G68"

    def read(self, text: str) -> Reading[str]:
        words = squeezed(text).replace(" ", "")
        if not words:
            return Reading()
        found = SHAPE.fullmatch(words)
        if not found:
            said = f"”{shortened(text)}” är inget organisationsnummer. Skriv tio siffror, till exempel 222000-1818."
            return Reading(problem=Problem(said))
        number = f"{found[1]}-{found[2]}"
        if int(found[1][2:4]) < 20:
            return Reading(
                problem=Problem("Numret är en persons. Skriv organisationens nummer, aldrig ett personnummer.")
            )
        from stdnum import luhn  # slow to load, and few documents have such a number

        if not luhn.is_valid(found[1] + found[2]):
            return Reading(problem=Problem(f"{number} är inget organisationsnummer: kontrollsiffran stämmer inte."))
        return Reading(number)

    def canonical(self, typed: str) -> str:
        found = SHAPE.fullmatch(squeezed(typed).replace(" ", ""))
        return f"{found[1]}-{found[2]}" if found else one_line(typed)
