"""Who is here, in which section, and where they write. Nothing of it is stored."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace

from ..store import Person

LIVES = 14.0
"""Seconds that a name stays after its last sign of life: a closed lid or a lost network is seen within 15 s."""
BEAT = 6.0
"""Seconds between a browser's signs of life."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """One browser tab that has a draft open."""

    tab: str
    person: Person
    section: str
    path: str = ""
    """The value being written, or empty."""
    seen: float


class Presence:
    """Who is here, by draft. `clock` gives seconds that only grow."""

    def __init__(self, clock: Callable[[], float]):
        self._clock = clock
        self._guard = threading.Lock()
        self._drafts: dict[int, dict[str, Here]] = {}

    def seen(self, draft_id: int, tab: str, person: Person, section: str, path: str = "") -> bool:
        """A sign of life. True when it tells the others something new."""
        here = Here(tab=tab, person=person, section=section, path=path, seen=self._clock())
        with self._guard:
            tabs = self._drafts.setdefault(draft_id, {})
            before = tabs.get(tab)
            tabs[tab] = here
        return before is None or replace(before, seen=here.seen) != here

    def left(self, draft_id: int, tab: str) -> bool:
        """A tab was closed. True when somebody knew of it."""
        with self._guard:
            return self._drafts.get(draft_id, {}).pop(tab, None) is not None

    def here(self, draft_id: int) -> tuple[Here, ...]:
        """Everybody with a sign of life in time, one entry a tab, by name."""
        oldest = self._clock() - LIVES
        with self._guard:
            tabs = [here for here in self._drafts.get(draft_id, {}).values() if here.seen >= oldest]
        return tuple(sorted(tabs, key=lambda here: (here.person.name, here.person.organisation, here.tab)))

    def sweep(self) -> tuple[int, ...]:
        """Forget those who have gone silent; the drafts that somebody disappeared from."""
        oldest = self._clock() - LIVES
        changed = []
        with self._guard:
            for draft_id, tabs in list(self._drafts.items()):
                silent = [tab for tab, here in tabs.items() if here.seen < oldest]
                for tab in silent:
                    del tabs[tab]
                if silent:
                    changed.append(draft_id)
                if not tabs:
                    del self._drafts[draft_id]
        return tuple(changed)


def people(tabs: tuple[Here, ...]) -> tuple[Here, ...]:
    """One entry a person, however many tabs; the tab that writes comes first."""
    found: dict[Person, Here] = {}
    for here in sorted(tabs, key=lambda here: not here.path):
        found.setdefault(here.person, here)
    return tuple(sorted(found.values(), key=lambda here: (here.person.name, here.person.organisation)))
