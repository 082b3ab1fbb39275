"""«Ska stå så»: why a remark may stand."""

from __future__ import annotations

from typing import NamedTuple

PUT_AWAY = "tipset är undanlagt"
"""The reason that is given for a tip by one press."""


class Waiver(NamedTuple):
    """Why a remark may stand, and who said so: «Anna Andersson, Försäkringskassan»."""

    reason: str
    name: str
