"""What is on the projector: which draft and section, and whom it follows. Nothing of it is stored."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import NamedTuple

LIVES = 14.0
"""Seconds that a projector is taken to be on after its last sign of life."""


class Place(NamedTuple):
    """Where somebody writes. `at`: how many letters of the text, spaces not counted, stand before the caret."""

    section: str = ""
    path: str = ""
    at: int = 0


class On(NamedTuple):
    """A draft that is shown on the projector."""

    draft_id: int
    section: str
    leader: str
    """Whom it follows, «Anna (Kommunen)»; empty for nobody."""
    seen: float
    place: Place = Place()
    """Where the leader was heard of last."""


class Projector:
    """What is shown, by draft: a room has one, but another group may meet over another draft. `clock` gives seconds that only grow."""

    def __init__(self, clock: Callable[[], float]):
        self._clock = clock
        self._guard = threading.Lock()
        self._on: dict[int, On] = {}

    def seen(self, draft_id: int, section: str, leader: str) -> bool:
        """A sign of life. True when it follows somebody else than before."""
        now = self._clock()
        with self._guard:
            before = self._lives(draft_id)
            same = before is not None and before.leader == leader
            place = before.place if before is not None and same else Place()
            self._on[draft_id] = On(draft_id=draft_id, section=section, leader=leader, place=place, seen=now)
        return not same

    def leader(self, draft_id: int) -> str:
        """Whom the projector of a draft follows; empty when none is on."""
        with self._guard:
            found = self._lives(draft_id)
        return found.leader if found else ""

    def led(self, draft_id: int, who: str, place: Place) -> bool:
        """Somebody is at a place. True when the projector follows them and hadn't heard of it."""
        with self._guard:
            found = self._lives(draft_id)
            if found is None or found.leader != who or found.place == place:
                return False
            self._on[draft_id] = found._replace(place=place)
        return True

    def place(self, draft_id: int) -> Place:
        """Where the leader was last."""
        with self._guard:
            found = self._lives(draft_id)
        return found.place if found else Place()

    def shown(self) -> On | None:
        """What is on the projector now: the one that was heard from last."""
        oldest = self._clock() - LIVES
        with self._guard:
            alive = [one for one in self._on.values() if one.seen >= oldest]
        return max(alive, key=lambda one: one.seen, default=None)

    def forget(self, draft_id: int) -> None:
        with self._guard:
            self._on.pop(draft_id, None)

    def _lives(self, draft_id: int) -> On | None:
        found = self._on.get(draft_id)
        return found if found and found.seen >= self._clock() - LIVES else None
