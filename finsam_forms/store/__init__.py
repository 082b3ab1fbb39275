"""The stored drafts: values by path with versions, and a log that only grows. See docs/arkitektur.md."""

from __future__ import annotations

from ..core.edit import Edit, Person
from .backup import Backups, InUse, refuse_own_file, restore
from .changes import Saved
from .dossier import Dossier, Version
from .drafts import Draft, Listed, Page
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
from .log import Change


class Store(Backups):
    """Everything that is stored: see the modules of this package for its queries."""

    @property
    def dossier(self) -> Dossier:
        """What is true about a draft and is no answer of it."""
        return Dossier(self)


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
    "TooLarge",
    "Version",
    "What",
    "refuse_own_file",
    "restore",
]
