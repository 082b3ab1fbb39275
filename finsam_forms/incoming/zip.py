"""Our parcel read back: its file in the exchange format says all that the others do."""

from __future__ import annotations

from collections.abc import Mapping

from ..core.mall import Mall
from . import json
from .brought import Brought, Refused

NONE = "Zip-filen har inget dokument härifrån i sig. Packa upp den, och läs in den av filerna som ni har ändrat i."
SEVERAL = "Zip-filen har flera dokument i sig. Packa upp den, och läs in ett av dem i taget."


def read(parts: Mapping[str, bytes], malls: Mapping[str, Mall]) -> Brought:
    """The one document of a parcel. Raises Refused."""
    found = [part for name, part in parts.items() if name.lower().endswith(".json")]
    if len(found) != 1:
        raise Refused(SEVERAL if found else NONE)
    return json.read(found[0], malls)
