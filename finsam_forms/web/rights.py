"""Who may use an address: asked before every request, and by the pages before they offer it (docs/beslut/).

An address that is not in the table (addresses.py) is the host's. `tests/web/test_rattigheter.py` goes through all that there are.
"""

from __future__ import annotations

from .addresses import ADDRESSES, For
from .context import running
from .security import from_network, is_outside

WHOSE = {"static": For.STRANGERS} | {address.endpoint: address.whose for address in ADDRESSES}
HOSTS = "Det här görs vid datorn där mötet är öppnat. Be den som är värd för mötet."
LOCKS = "Här är det bara värden för mötet som låser och låser upp. Be den som sitter vid datorn där mötet är öppnat."


def whose(endpoint: str) -> For:
    return WHOSE.get(endpoint, For.HOST)


def may(endpoint: str) -> bool:
    """Does whoever asks have the right to use an address? Templates ask it before they offer it."""
    allowed = whose(endpoint)
    if not from_network() or allowed in (For.STRANGERS, For.LINKS):
        return True
    if is_outside():
        return False
    return allowed is For.GUESTS or (allowed is For.LOCKING and running().meeting.guests_lock)


def refusal(endpoint: str) -> str:
    """What a guest is told who may not."""
    return LOCKS if whose(endpoint) is For.LOCKING else HOSTS
