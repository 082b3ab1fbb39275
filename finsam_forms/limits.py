"""How much the computer lets the program hold open at once, and how that is shared out, so that the host always has some left."""

from __future__ import annotations

import sys
from typing import NamedTuple

WANTED = 65_536
"""More open files than this are never asked for, however many the computer allows."""
WHEN_UNKNOWN = 1_024
"""Files, where the system sets no limit that can be asked for."""
BASE = 40
"""Files that are open whoever is here: the lock, the database, what listens, a copy being taken, a PDF and its fonts."""
SPARE = 4
"""Threads that a door has for answering that all places for streams are taken."""
ONE_SELECT = 500
"""Windows can wait for 512 connections at a time on each door, and no more."""


class Limits(NamedTuple):
    """The shares. Numbers of connections, threads and streams."""

    workers: int
    """Requests that each door works on at once; each may hold the database open (two files)."""
    streams: int
    """Streams of those who write, from both doors together."""
    readers: int
    """Streams of those who have a read-only link: places of their own."""
    host: int
    """Connections at the host's own door."""
    network: int
    """Connections at the door to the network."""
    strangers: int
    """Those of them that have not shown the code; they give way when the door is full. A whole room must be able to join at once."""
    per_address: int
    """Those of the strangers that come from one address."""
    kept_open: int
    """Threads that keep the database open between two requests."""

    @property
    def files(self) -> int:
        """The most files that can be open with all shares taken."""
        return BASE + 2 * (self.kept_open + 2 * (self.workers + SPARE)) + self.host + self.network

    @property
    def threads(self) -> int:
        """Threads of one door: every stream and every waiting poll holds one, and saving must still find one free."""
        return self.streams + self.readers + SPARE + self.workers


def share(files: int, *, one_select: int | None = None) -> Limits:
    """The shares when `files` may be open: a tenth of them are nobody's. `one_select`: the most connections that a door can wait for."""
    workers = between(4, files // 40, 24)
    kept = between(workers, files // 24, 256)
    left = files * 9 // 10 - BASE - 2 * (kept + 2 * (workers + SPARE))
    host = between(16, files // 10, 250)
    network = between(16, left - host, 1_000)
    if one_select:
        host, network = min(host, one_select // 2), min(network, one_select)
    strangers = between(8, network * 2 // 3, 300)
    return Limits(
        workers=workers,
        streams=between(4, network * 3 // 10, 60),
        readers=between(2, network // 12, 20),
        host=host,
        network=network,
        strangers=strangers,
        per_address=between(4, strangers // 4, 16),
        kept_open=kept,
    )


def between(least: int, wish: int, most: int) -> int:
    return max(least, min(wish, most))


def own_limits() -> Limits:
    """The shares of this process, after its limit has been raised as far as the computer allows."""
    if sys.platform == "win32":
        return share(2_048, one_select=ONE_SELECT)
    return share(raised())


def raised() -> int:
    """Files that the process may have open."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = WANTED if hard == resource.RLIM_INFINITY else min(hard, WANTED)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        for attempt in (wanted, 10_240):  # macOS refuses more than this, whatever it calls the hard limit
            try:
                resource.setrlimit(resource.RLIMIT_NOFILE, (attempt, hard))
                break
            except (OSError, ValueError):
                continue
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    return WHEN_UNKNOWN if soft == resource.RLIM_INFINITY else min(soft, WANTED)
