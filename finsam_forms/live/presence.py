"""Who is here, in which section, and where they write. Nothing of it is stored.

What changed is told, never the whole roster to everybody: each telling says from which number to which it leads, and a browser
that can't follow (it came now, missed one, the server was restarted) asks for the roster once.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ..store import Person

LIVES = 14.0
"""Seconds that a name stays after its last sign of life: a closed lid or a lost network is seen within 15 s."""
BEAT = 6.0
"""Seconds between a browser's signs of life."""
GATHER, GATHER_EACH = 0.1, 0.002
"""Seconds that news are gathered before they are told, and how much longer for each who hears them: the work of telling
grows with how many there are, not with its square."""
ON_ITS_WAY = 2.0
"""Seconds within which a browser may not have heard the latest yet; after them it has missed it."""
MOST = 1000
"""Tabs that are known of in one draft."""


class Here(NamedTuple):
    """One browser tab that has a draft open."""

    tab: str
    person: Person
    section: str
    path: str
    """The value being written, or empty."""
    seen: float

    @property
    def who(self) -> str:
        return self.person.said

    @property
    def entry(self) -> list[str]:
        """As the browsers keep it: tab, name, organisation, initials, section, path."""
        return [self.tab, self.person.name, self.person.organisation, self.person.initials, self.section, self.path]


@dataclass(slots=True)
class Room:
    """Those who have one draft open, and what has been told of them."""

    era: str = field(default_factory=lambda: secrets.token_hex(4))
    """Tells the numbers of this room from those of another or an earlier one."""
    number: int = 0
    told_at: float = 0.0
    tabs: dict[str, Here] = field(default_factory=dict)
    told: dict[str, Here] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)

    def news(self, now: float) -> dict[str, Any] | None:
        """What the touched tabs have become since it was last told; None when nobody needs to know."""
        came, moved, gone = [], [], []
        for tab in sorted(self.touched):
            was, here = self.told.pop(tab, None), self.tabs.get(tab)
            if here is not None:
                self.told[tab] = here
                if was is None or was.person != here.person:
                    came.append(here.entry)
                elif was.entry != here.entry:
                    moved.append([tab, here.section, here.path])
            elif was is not None:
                gone.append(tab)
        self.touched.clear()
        if not (came or moved or gone):
            return None
        self.number += 1
        self.told_at = now
        step = {"era": self.era, "from": self.number - 1, "to": self.number}
        return step | {key: some for key, some in (("came", came), ("moved", moved), ("gone", gone)) if some}


class Presence:
    """Who is here, by draft. `clock` gives seconds that only grow."""

    def __init__(self, clock: Callable[[], float]):
        self._clock = clock
        self._guard = threading.Lock()
        self._rooms: dict[int, Room] = {}
        self.changed = threading.Event()
        """Set when there is something to tell."""

    def seen(self, draft_id: int, tab: str, person: Person, section: str, path: str = "") -> bool:
        """A sign of life. True when it tells the others something new."""
        here = Here(tab=tab, person=person, section=section, path=path, seen=self._clock())
        with self._guard:
            room = self._rooms.setdefault(draft_id, Room())
            before = room.tabs.get(tab)
            if before is None and len(room.tabs) >= MOST:
                return False
            room.tabs[tab] = here
            new = before is None or before._replace(seen=here.seen) != here
            if new:
                self._touch(room, tab)
        return new

    def left(self, draft_id: int, tab: str) -> bool:
        """A tab was closed. True when somebody knew of it."""
        with self._guard:
            room = self._rooms.get(draft_id)
            if room is None or room.tabs.pop(tab, None) is None:
                return False
            self._touch(room, tab)
            return True

    def here(self, draft_id: int) -> tuple[Here, ...]:
        """Everybody with a sign of life in time, one entry a tab, by name."""
        oldest = self._clock() - LIVES
        with self._guard:
            room = self._rooms.get(draft_id)
            tabs = [here for here in room.tabs.values() if here.seen >= oldest] if room else []
        return tuple(sorted(tabs, key=lambda here: (here.person.name, here.person.organisation, here.tab)))

    def everybody(self) -> set[Person]:
        """Those who have any draft open."""
        oldest = self._clock() - LIVES
        with self._guard:
            tabs = [here for room in self._rooms.values() for here in room.tabs.values()]
        return {here.person for here in tabs if here.seen >= oldest}

    def sweep(self) -> tuple[int, ...]:
        """Forget those who have gone silent; the drafts that somebody disappeared from."""
        oldest = self._clock() - LIVES
        changed = []
        with self._guard:
            for draft_id, room in list(self._rooms.items()):
                silent = [tab for tab, here in room.tabs.items() if here.seen < oldest]
                for tab in silent:
                    del room.tabs[tab]
                    self._touch(room, tab)
                if silent:
                    changed.append(draft_id)
                if not (room.tabs or room.told or room.touched):
                    del self._rooms[draft_id]
        return tuple(changed)

    def news(self) -> list[tuple[int, dict[str, Any]]]:
        """What is to be told now, by draft. Asked for by one thread, so that the numbers come in order."""
        with self._guard:
            self.changed.clear()
            found = [(draft_id, room.news(self._clock())) for draft_id, room in self._rooms.items() if room.touched]
        return [(draft_id, step) for draft_id, step in found if step]

    def forget(self, draft_id: int) -> None:
        """Nobody is in a draft that is gone."""
        with self._guard:
            self._rooms.pop(draft_id, None)

    def roster(self, draft_id: int, known: str = "") -> dict[str, Any] | None:
        """All that has been told so far, for a browser that knows up to `known` (`era:number`); None when it can follow by itself."""
        with self._guard:
            room = self._rooms.get(draft_id)
            if room is None:
                return {"era": "", "to": 0, "all": []}
            if known == f"{room.era}:{room.number}":
                return None
            if known.startswith(f"{room.era}:") and self._clock() - room.told_at < ON_ITS_WAY:
                return None
            return {"era": room.era, "to": room.number, "all": [here.entry for here in room.told.values()]}

    def largest(self) -> int:
        """How many are in the fullest room."""
        with self._guard:
            return max((len(room.tabs) for room in self._rooms.values()), default=0)

    def _touch(self, room: Room, tab: str) -> None:
        room.touched.add(tab)
        self.changed.set()


class Teller:
    """The thread that tells what has changed, and takes away the names of those who have gone silent."""

    SWEEP = 1.0

    def __init__(self, presence: Presence, tell: Callable[[int, dict[str, Any]], None], stopping: threading.Event):
        self.presence, self.tell, self.stopping = presence, tell, stopping

    def start(self) -> None:
        threading.Thread(target=self._run, name="narvaro", daemon=True).start()

    def _run(self) -> None:
        while not self.stopping.is_set():
            self.presence.changed.wait(self.SWEEP)
            self.presence.sweep()
            if self.presence.changed.is_set():
                self.stopping.wait(GATHER + GATHER_EACH * self.presence.largest())
                for draft_id, step in self.presence.news():
                    self.tell(draft_id, step)
