"""Which of the app's addresses are for whom: the one table, asked before every request and by the pages (docs/beslut/).

An address that is not in the table is the host's. `tests/web/test_rattigheter.py` goes through all that there are.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from types import MappingProxyType

from .context import running
from .security import from_network, is_outside


class For(Enum):
    """Who may use an address; each includes those below it."""

    STRANGERS = auto()
    """Can be seen from the network without the code."""
    LINKS = auto()
    """Whoever has a read-only link: it is a key of its own."""
    GUESTS = auto()
    """Whoever has given the meeting's code: reads and writes."""
    LOCKING = auto()
    """The host, and the guests of a meeting whose host has allowed it."""
    HOST = auto()
    """Only at the computer itself: what decides over whole drafts, and over the meeting."""


ADDRESSES: Mapping[str, For] = MappingProxyType(
    dict.fromkeys(("static", "mote.join", "mote.let_in"), For.STRANGERS)
    | dict.fromkeys(("visa.show", "visa.stream"), For.LINKS)
    | dict.fromkeys(
        (
            "oversikt.show", "oversikt.create", "oversikt.create_example", "jag.show", "jag.save", "mote.show",
            "avsnitt.start", "avsnitt.show", "avsnitt.save", "avsnitt.beside_texts",
            "varden.save_value", "varden.save_values", "varden.show_value", "varden.stream", "varden.poll",
            "rader.change_rows", "lon.show", "lon.work_out", "budget.by_year", "budget.who_pays", "budget.time", "tidplan.chart",
            "underskrift.contact",
            "granska.show", "granska.put_right", "granska.waive", "granska.put_away",
            "historik.field_history", "historik.since", "historik.take_back", "historik.undo",
            "ersatt.show", "ersatt.replace_chosen",
            "anteckningar.show", "anteckningar.add", "anteckningar.tick", "anteckningar.edit",
            "narvaro.who", "narvaro.here", "narvaro.gone",
            "utskrift.choose", "utskrift.file", "utskrift.blank", "lasning.number",
            "visa.manage", "visa.make", "visa.revoke", "projektor.start", "projektor.show", "projektor.here",
        ),
        For.GUESTS,
    )
    | dict.fromkeys(("lasning.lock", "lasning.call_off", "lasning.unlock"), For.LOCKING)
    | dict.fromkeys(
        (
            "oversikt.rename", "oversikt.copy", "oversikt.read_in",
            "oversikt.show_bin", "oversikt.bin_draft", "oversikt.unbin_draft", "oversikt.delete",
            "mote.open_meeting", "mote.close_meeting", "mote.allow",
        ),
        For.HOST,
    )
)  # fmt: skip

HOSTS = "Det här görs vid datorn där mötet är öppnat. Be den som är värd för mötet."
LOCKS = "Här är det bara värden för mötet som låser och låser upp. Be den som sitter vid datorn där mötet är öppnat."


def whose(endpoint: str) -> For:
    return ADDRESSES.get(endpoint, For.HOST)


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
