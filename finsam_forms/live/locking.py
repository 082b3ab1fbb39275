"""Locks that are announced while somebody writes: the others get a moment to finish, and what they write till then is saved."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from math import ceil

from ..store import Person

WARNING = 10.0
"""Seconds that those who write get."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """A lock that has been announced. `at`: when it is done, by the clock of `Locking`."""

    who: Person
    at: float
    called_off: threading.Event = field(default_factory=threading.Event)


class Locking:
    """The locks to come, by draft. `clock` gives seconds that only grow; nothing is locked once `stopping` is set."""

    def __init__(self, clock: Callable[[], float], stopping: threading.Event):
        self._clock, self._stopping = clock, stopping
        self._guard = threading.Lock()
        self._coming: dict[int, Coming] = {}
        self._refused: dict[int, str] = {}

    def announce(self, draft_id: int, who: Person, lock: Callable[[Person], str]) -> bool:
        """Lock in a while, in a thread of its own. `lock` gives why it was not done, or nothing. False when it is announced already."""
        with self._guard:
            self._refused.pop(draft_id, None)
            if draft_id in self._coming:
                return False
            coming = self._coming[draft_id] = Coming(who=who, at=self._clock() + WARNING)
        threading.Thread(target=self._wait, args=(draft_id, coming, lock), name="lasning", daemon=True).start()
        return True

    def _wait(self, draft_id: int, coming: Coming, lock: Callable[[Person], str]) -> None:
        called_off = coming.called_off.wait(max(0.0, coming.at - self._clock()))
        if called_off or self._stopping.is_set():
            return
        try:
            if refused := lock(coming.who):
                self._refused[draft_id] = refused
        finally:
            with self._guard:
                self._coming.pop(draft_id, None)

    def call_off(self, draft_id: int) -> bool:
        """False when none is to come."""
        with self._guard:
            coming = self._coming.pop(draft_id, None)
            self._refused.pop(draft_id, None)
        if coming is None:
            return False
        coming.called_off.set()
        return True

    def coming(self, draft_id: int) -> tuple[Person, int] | None:
        """Who locks, and in how many seconds (at least one)."""
        with self._guard:
            coming = self._coming.get(draft_id)
        return (coming.who, max(1, ceil(coming.at - self._clock()))) if coming else None

    def refused(self, draft_id: int) -> str:
        """Why the lock that was announced last was not done; empty when it was, or none was."""
        with self._guard:
            return self._refused.get(draft_id, "")

    def forget(self, draft_id: int) -> None:
        """Nothing is locked of a draft that is gone."""
        self.call_off(draft_id)
