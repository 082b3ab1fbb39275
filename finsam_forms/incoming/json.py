"""The exchange format as a file that is read back. It holds the whole document, and the number of
the change that the draft had come to: how it stood then is in the draft's own history."""

from __future__ import annotations

from collections.abc import Mapping

from ..core.mall import Mall
from ..export.exchange import ExchangeFaults, read_exchange
from .brought import Brought, Refused


def read(data: bytes, malls: Mapping[str, Mall]) -> Brought:
    """Raises Refused with every fault and its place."""
    try:
        found = read_exchange(data, malls)
    except ExchangeFaults as trouble:
        told = "\n".join(f"{place}: {sentence}" for place, sentence in trouble.faults)
        raise Refused(told, trouble.faults) from None
    return Brought(
        form=found.mall.id,
        form_mark=found.form_mark,
        draft=found.draft,
        change=found.change,
        fingerprint=found.fingerprint,
        values=found.values,
        whole=True,
        stated=found.stated,
        follows=found.follows,
    )
