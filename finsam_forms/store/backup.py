"""Copies of the data: taken beside a running server, put back with the replaced data kept."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from pathlib import Path

from .database import APPLICATION_ID, COPIES, FILE, STEPS, utc_now
from .errors import DiskFull, NewerData, NotOurs, ReadOnly
from .links import Links
from .lock import FolderLock

DAILY_KEPT = 14


class Backups(Links):
    """Copies of an open store."""

    def backup(self, target: Path) -> Path:
        """A whole, checked copy in `target`. Raises ReadOnly, DiskFull."""
        try:
            with self.guard():
                target.parent.mkdir(parents=True, exist_ok=True)
                self.copy_to(target)
            check(target)
        except OSError as error:
            raise (DiskFull() if error.errno == 28 else ReadOnly(str(target.parent))) from None
        return target

    def daily_backup(self) -> None:
        """Today's copy, once a day at start; the last fourteen are kept."""
        copies = self.copies_folder()
        today = copies / f"dag-{self.now()[:10]}.sqlite3"
        if not today.exists():
            self.backup(today)
        for old in sorted(copies.glob("dag-*.sqlite3"))[:-DAILY_KEPT]:
            with contextlib.suppress(OSError):
                old.unlink()


def check(file: Path) -> None:
    """Raises NotOurs, NewerData."""
    try:
        connection = sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)
        try:
            ours = connection.execute("PRAGMA application_id").fetchone()[0]
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            sound = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        finally:
            connection.close()
    except sqlite3.Error:
        raise NotOurs(str(file)) from None
    if ours != APPLICATION_ID or sound != "ok":
        raise NotOurs(str(file))
    if version > len(STEPS):
        raise NewerData(str(file))


def restore(folder: Path, source: Path) -> Path | None:
    """Put a copy back. The data that was there is kept; gives its new place. Raises StoreError."""
    check(source)
    folder.mkdir(parents=True, exist_ok=True)
    lock = FolderLock(folder)
    lock.take()
    try:
        current = folder / FILE
        new = current.with_name(FILE + ".ny")
        shutil.copyfile(source, new)
        kept = None
        if current.exists():
            stamp = utc_now()[:19].replace(":", "").replace("T", "-")
            kept = folder / COPIES / f"fore-aterstallning-{stamp}.sqlite3"
            kept.parent.mkdir(exist_ok=True)
            keep(current, kept)
        for beside in ("-wal", "-shm"):
            current.with_name(FILE + beside).unlink(missing_ok=True)
        new.replace(current)
        return kept
    except OSError as error:
        raise (DiskFull() if error.errno == 28 else ReadOnly(str(folder))) from None
    finally:
        lock.release()


def keep(current: Path, kept: Path) -> None:
    """Copy the data that is about to be replaced, with what still lies in its log; a damaged file is kept as it is."""
    try:
        source, target = sqlite3.connect(current), sqlite3.connect(kept)
        try:
            source.backup(target)
        finally:
            source.close()
            target.close()
    except sqlite3.Error:
        shutil.copyfile(current, kept)
