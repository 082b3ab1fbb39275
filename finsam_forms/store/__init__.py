"""The stored drafts: values by path with versions, and a log that only grows. See docs/arkitektur.md."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Self

from ..core.edit import Edit, Person
from .backup import Backups, InUse, NoFile, refuse_place, restore
from .changes import Changes, Saved
from .database import Database, utc_now
from .dossier import Dossier, Version
from .drafts import Draft, Drafts, Listed, Page
from .errors import (
    AlreadyRunning,
    Busy,
    Clash,
    Damaged,
    DamagedCopy,
    DiskFails,
    DiskFull,
    Locked,
    Missing,
    NewerData,
    NoLocks,
    NotFound,
    NotOurs,
    ReadOnly,
    StoreError,
    TooLarge,
)
from .events import Event, What
from .following import Following, Tie
from .handles import TooManyOpen, out_of_files
from .inbox import Inbox
from .links import Links
from .log import Change, Log
from .search import Search


class Store:
    """Everything that is stored, by what it is about. Use as a context manager, or call `close`."""

    def __init__(self, folder: Path, *, exclusive: bool = False, now: Callable[[], str] = utc_now):
        """`exclusive`: the server's own lock on the folder. `now` gives UTC, ISO. Raises StoreError."""
        self.database = Database(folder, exclusive=exclusive, now=now)
        self.search = Search(self.database)
        self.drafts = Drafts(self.database, self.search)
        self.changes = Changes(self.database)
        self.log = Log(self.database)
        self.dossier = Dossier(self.database)
        self.following = Following(self.database)
        self.links = Links(self.database)
        self.backups = Backups(self.database)
        self.inbox = Inbox(folder)
        self.inbox.sweep()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def folder(self) -> Path:
        """Where the data lie."""
        return self.database.folder

    def rest(self, kept: int = 0) -> None:
        """Give back what this thread has open, when more than `kept` threads have something. The next use opens it again."""
        self.database.rest(kept)

    def close(self) -> None:
        """Let go of the file and of the folder."""
        self.database.close()


__all__ = [
    "AlreadyRunning",
    "Busy",
    "Change",
    "Clash",
    "Damaged",
    "DamagedCopy",
    "DiskFails",
    "DiskFull",
    "Dossier",
    "Draft",
    "Event",
    "Edit",
    "InUse",
    "NoFile",
    "Listed",
    "Missing",
    "NoLocks",
    "Locked",
    "NewerData",
    "NotFound",
    "NotOurs",
    "Page",
    "Person",
    "ReadOnly",
    "Saved",
    "Store",
    "StoreError",
    "Tie",
    "TooLarge",
    "TooManyOpen",
    "Version",
    "What",
    "out_of_files",
    "refuse_place",
    "restore",
]
