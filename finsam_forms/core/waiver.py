"""«Ska stå så»: why a remark may stand."""

from __future__ import annotations

from dataclasses import dataclass

PUT_AWAY = "tipset är undanlagt"
"""The reason that is given for a tip by one press."""


@dataclass(frozen=True, slots=True)
class Waiver:
    """Why a remark may stand, and who said so: «Anna Andersson, Försäkringskassan»."""

    reason: str
    name: str
