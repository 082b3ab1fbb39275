"""Today's copy of the data, taken and looked through while people work; what it found is told to the host."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from ..store import Damaged, DiskFull, Store, StoreError

FIRST = 1.0
"""Seconds after the start: the first page comes first."""
EVERY = 3600.0
"""Seconds between rounds: a program that is never closed has its copy each day, and one that failed is tried again."""
AT_WORK = "Dagens säkerhetskopia tas och kontrolleras i bakgrunden. Det går bra att arbeta under tiden."
TAKEN = "Dagens säkerhetskopia är tagen och kontrollerad."
NO_ROOM = "Dagens säkerhetskopia gick inte att ta, för disken är full. Frigör utrymme på datorn, så försöker programmet igen inom en timme."

BUG = "Dagens säkerhetskopia gick inte att ta. Ta en själv med kommandot backup."


class Caretaker:
    """A thread that copies and checks until `stopping` is set. `say` tells the person at the computer."""

    def __init__(self, store: Store, stopping: threading.Event, say: Callable[[str], None]):
        self.store, self.stopping, self.say = store, stopping, say
        self.at_work = ""
        """What is being done now, for the page; empty when nothing is."""
        self.trouble = ""
        """What the host must know and do; empty when all is well."""
        self._looked = False

    def start(self) -> None:
        threading.Thread(target=self._run, name="sakerhetskopia", daemon=True).start()

    def _run(self) -> None:
        wait = FIRST
        try:
            while not self.stopping.wait(wait):
                wait = EVERY
                self.round()
        finally:
            self.store.database.peewee.close()

    def round(self) -> None:
        """The copy of the day when there is none that is whole; otherwise the data are looked through where they lie, once a start."""
        try:
            if not self.store.backups.has_today():
                self.at_work = AT_WORK
                self.say(AT_WORK)
                self.store.backups.daily()
                self.say(TAKEN)
            elif not self._looked:
                self.store.backups.look_through()
            else:
                return
            self.trouble = ""
        except StoreError as fault:
            self.trouble = in_words(fault)
            self.say(self.trouble)
        except Exception:  # our own bug must not end the copies of the days to come
            logging.getLogger(__name__).exception("Säkerhetskopian gick inte att ta")
            self.trouble = BUG
        finally:
            self.at_work, self._looked = "", True


def in_words(fault: StoreError) -> str:
    match fault:
        case Damaged():
            return str(fault)
        case DiskFull():
            return NO_ROOM
    return f"Dagens säkerhetskopia gick inte att ta. {fault}"
