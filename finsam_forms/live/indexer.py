"""Keeps the search index up to date while nobody waits for it, a few drafts at a time."""

from __future__ import annotations

import logging
import threading

from ..store import Store

FIRST = 3.0
"""Seconds after the start: the first page comes first."""
EVERY = 20.0
"""Seconds between rounds."""
BREATH = 0.05
"""Seconds between two transactions, for those who save."""


class Indexer:
    """A thread that indexes until `stopping` is set."""

    def __init__(self, store: Store, stopping: threading.Event):
        self.store, self.stopping = store, stopping

    def start(self) -> None:
        threading.Thread(target=self._run, name="sokindex", daemon=True).start()

    def _run(self) -> None:
        wait = FIRST
        try:
            while not self.stopping.wait(wait):
                wait = EVERY
                try:
                    self.round()
                except (
                    Exception
                ):  # a full disk, a folder gone: search does without the index, and tells what is wrong itself
                    logging.getLogger(__name__).debug("Sökregistret gick inte att skriva", exc_info=True)
        finally:
            self.store.database.peewee.close()

    def round(self) -> None:
        """What deleted drafts left behind is cleared away, and everything that is to be indexed now is."""
        self.store.drafts.clear_away()
        self.store.search.gather()
        while self.store.search.index() and not self.stopping.wait(BREATH):
            pass
