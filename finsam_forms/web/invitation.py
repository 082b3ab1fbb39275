"""How one comes in to the meeting that is open: the code, the addresses, and a picture of them to scan."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from flask import url_for
from markupsafe import Markup

from ..live.meeting import spoken
from .context import running


@dataclass(frozen=True, slots=True)
class Invitation:
    """How one comes in to the meeting that is open."""

    code: str
    """As it is read aloud."""
    addresses: Sequence[str]
    """As they are typed."""
    qr: Markup


def invitation() -> Invitation | None:
    """None while the meeting is closed."""
    code, addresses = running().meeting.code, running().door.open_addresses
    if code is None:
        return None
    return Invitation(
        code=spoken(code),
        addresses=[address.removeprefix("http://").removesuffix("/") for address in addresses],
        qr=qr(addresses[0] + url_for("mote.join").removeprefix("/")) if addresses else Markup(),
    )


@lru_cache(maxsize=4)
def qr(text: str) -> Markup:
    """A QR code as SVG without styles: the page's own stylesheet decides its size."""
    import segno  # 60 ms that only a meeting needs

    out = io.BytesIO()
    segno.make(text, error="m").save(
        out, kind="svg", xmldecl=False, svgns=True, nl=False, svgclass="qr", lineclass=None, omitsize=True, border=0
    )
    return Markup(out.getvalue().decode().replace("<svg", '<svg role="img" aria-label="QR-kod till adressen"', 1))
