"""A cell of a row as what it should be, also when the disk or another program has made it something else: nothing is stopped by it."""

from __future__ import annotations

from datetime import datetime

from .schema import TEXT

LONG_AGO = "1970-01-01T00:00:00.000Z"


def text(stored: object) -> str:
    """Bytes are read as text is: what can't be read is shown as �."""
    return TEXT(stored) if isinstance(stored, bytes) else str(stored)


def whole(stored: object) -> int:
    """A number; 0 for what is none."""
    return stored if isinstance(stored, int) else 0


def moment(stored: object) -> str:
    """A time, UTC and ISO; one that can't be read is long ago."""
    try:
        datetime.fromisoformat(text(stored).replace("Z", "+00:00"))
    except ValueError:
        return LONG_AGO
    return text(stored)
