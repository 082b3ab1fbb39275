"""When something is printed, and as what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from ..core.fingerprint import shown

State = Literal["utkast", "last", "blankett"]


@dataclass(frozen=True, slots=True)
class Stamp:
    """When it is printed (empty: it is looked at) and as what: a draft, a locked version with its number and fingerprint, or a
    blank form."""

    printed_at: str
    state: State = "utkast"
    version: str = ""
    fingerprint: str = ""
    locked_at: str = ""

    @classmethod
    def locked(cls, printed_at: str, number: int, sha256: str, at: str = "") -> Stamp:
        """Of a version that is signed. `at`: when it was locked, as it is stored."""
        moment = f"{datetime.fromisoformat(at).astimezone():%Y-%m-%d %H:%M}" if at else ""
        return cls(printed_at, "last", str(number), shown(sha256), moment)
