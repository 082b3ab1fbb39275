"""What has happened with a draft, in words for the page; and the fingerprints of versions locked before they were kept."""

from __future__ import annotations

import logging
from typing import NamedTuple

from ..core.document import Document
from ..core.fingerprint import METHOD, fingerprint, fingerprint_1
from ..core.mall_fault import MallFault
from ..live.desk import Sheet
from ..mallar import mall_kept
from ..store import Event, Store, StoreError, What

SHOWN = 30
"""Events on the page, the newest ones."""
WORDS = {
    What.CREATED: "Utkastet började skrivas",
    What.COPIED: "Kopierades från utkast {}",
    What.BEGUN: "Började ur utkast {}",
    What.IMPORTED: "Lästes in från en fil",
    What.BROUGHT: "Ändringar togs in ur en fil",
    What.NAMED: "Fick namnet «{}»",
    What.LOCKED: "Låstes för underskrift som version {}",
    What.UNLOCKED: "Låstes upp",
    What.WAIVED: "En anmärkning fick stå",
    What.UNWAIVED: "En anmärkning får inte stå längre",
    What.UNREADABLE: "Något som inte går att läsa",
    What.BINNED: "Kastades i papperskorgen",
    What.RESTORED: "Togs tillbaka ur papperskorgen",
    What.DELETED: "Raderades för alltid",
}


class Told(NamedTuple):
    """A line of what has happened. `at` is UTC, ISO."""

    said: str
    why: str
    by: str
    at: str


def happened(store: Store, draft_id: int) -> list[Told]:
    """The newest first."""
    return [told(event) for event in store.dossier.events(draft_id)[:SHOWN]]


def told(event: Event) -> Told:
    from ..core.personal_number import masked  # its pattern takes 3 ms to make, and the first page tells of no events

    said = masked(WORDS[event.what].format(event.about))
    return Told(said, masked(event.why), event.by.said, event.at)


def fill_in_fingerprints(store: Store) -> None:
    """Versions that were locked before fingerprints were kept get theirs, by the method of that time: their papers are still known.

    One whose form or text can't be read any more stays without, and is told in the log.
    """
    for draft_id, number, change_id, mall_fingerprint in store.dossier.without_fingerprint():
        try:
            document = document_then(store, draft_id, change_id, mall_fingerprint)
            store.dossier.keep_fingerprint(draft_id, number, fingerprint_1(document))
        except (StoreError, MallFault):
            logging.getLogger(__name__).exception("Version %s av utkast %s har inget fingeravtryck", number, draft_id)


def today_of_latest(store: Store, sheet: Sheet) -> dict[int, str]:
    """Number → SHA-256 by today's method, of the latest version when its own is by an older one; nothing when it can't be read."""
    latest = sheet.latest
    if latest is None or latest.method == METHOD:
        return {}
    try:
        document = document_then(store, sheet.draft_id, latest.change_id, latest.mall_fingerprint)
    except (StoreError, MallFault):
        return {}
    return {latest.number: fingerprint(document).sha256}


def document_then(store: Store, draft_id: int, change_id: int, mall_fingerprint: str) -> Document:
    """What a draft said after a change. Raises StoreError, MallFault."""
    return Document(mall_kept(store.drafts, mall_fingerprint), store.log.values_at(draft_id, change_id))
