"""«Ska stå så»: why a remark may stand."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Waiver:
    """Why a remark may stand, and who said so: «Anna Andersson, Försäkringskassan»."""

    reason: str
    name: str
