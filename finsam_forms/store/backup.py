"""Copies of the data: taken beside a running server, put back with the replaced data kept."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from .copies import check, copy, mark, spoiled, take_in
from .database import Part
from .errors import Damaged, DamagedCopy, NewerData, NotOurs, StoreError, guarded
from .folder import (
    BEFORE_RESTORE,
    COPIES,
    FILE,
    FORMS,
    KEY,
    LOCK,
    LOGS,
    keep_all_private,
    make_folder,
    put_on_disk,
    replacing,
)
from .lock import FolderLock

DAILY_KEPT = 14


class Backups(Part):
    """Copies of an open store."""

    _seen_whole = ("", 0, 0)
    """Name, time and size of today's copy when it was looked through: it is read once, not every hour."""

    def take(self, target: Path) -> Path:
        """A whole, checked copy in `target`. Raises Damaged, ReadOnly, DiskFull, InUse, NoFile."""
        refuse_place(self.database.folder, target)
        if target.exists() and not target.is_file():
            raise NoFile(str(target))
        with self.database.guard():
            target.parent.mkdir(parents=True, exist_ok=True)
            self.database.copy_to(target)
        return target

    def todays_copy(self) -> Path:
        return self.database.copies_folder() / f"dag-{self.database.now()[:10]}.sqlite3"

    def has_today(self) -> bool:
        """Is today's copy there, and whole? One that is damaged is marked, and does not count. Raises StoreError, OSError."""
        today = self.todays_copy()
        try:
            about = today.stat()
        except FileNotFoundError:
            return False
        seen = (today.name, about.st_mtime_ns, about.st_size)
        if seen == self._seen_whole:
            return True
        try:
            with guarded(str(today.parent)):
                check(today)
        except NotOurs:
            mark(today)
            return False
        self._seen_whole = seen
        return True

    def daily(self) -> bool:
        """Today's copy, once a day; the last fourteen are kept. False when it was there already. Raises as `take`."""
        if self.has_today():
            return False
        today = self.take(self.todays_copy())
        others = sorted(file for file in today.parent.glob("dag-*.sqlite3") if file != today)
        for old in others[: -(DAILY_KEPT - 1)]:
            with contextlib.suppress(OSError):
                old.unlink()
        return True

    def look_through(self) -> None:
        """Read the whole file where it lies, and make damaged indexes anew. Raises Damaged."""
        for mended in (False, True):
            with self.database.guard():
                said = self.database.connection().execute("PRAGMA integrity_check(1)").fetchone()[0]
            if said == "ok":
                return
            if mended or not self.database.mend():
                raise Damaged(str(self.database.folder))


class InUse(StoreError):
    def __init__(self, file: str):
        super().__init__(
            f"{file} är programmets egen: den behövs för att öppna det ni har skrivit. Välj ett annat namn. Inget är ändrat."
        )


class NoFile(StoreError):
    def __init__(self, place: str):
        super().__init__(f"{place} är ingen fil. Skriv också vad filen ska heta. Inget är ändrat.")


def refuse_place(folder: Path, target: Path) -> None:
    """Nothing is written over the data themselves or what opens them, nor in place of a folder. Raises InUse, NoFile."""
    own = [FILE, *(FILE + log for log in ("-shm", *LOGS)), LOCK, KEY, FORMS]
    whole, home = (Path(os.path.realpath(place)) for place in (target, folder))
    # a name is the same in small and large letters on Windows and macOS
    if whole.is_relative_to(home) and whole != home and whole.relative_to(home).parts[0].casefold() in own:
        raise InUse(str(target))
    if target.is_dir():
        raise NoFile(str(target))


def restore(folder: Path, source: Path) -> Path | None:
    """Put a copy back. The data that were there are kept; gives their new place.

    Wherever it is cut off, the old data or the copy is there, whole. Raises StoreError, and OSError when the source can't be read.
    """
    with guarded(str(folder)):
        make_folder(folder)
    lock = FolderLock(folder)
    lock.take()
    try:
        current = folder / FILE
        with guarded(str(folder)), replacing(current) as part:
            take_in_copy(folder, source, part)
            kept = set_aside(current)
        keep_all_private(folder)
        return kept
    finally:
        lock.release()


def take_in_copy(folder: Path, source: Path, part: Path) -> None:
    try:
        take_in(source, part)
    except DamagedCopy:
        if source.resolve().parent == (folder / COPIES).resolve():
            mark(source)
        raise


def set_aside(current: Path) -> Path | None:
    """Keep the data that are about to be replaced, with what lies in their log; damaged ones as they are, byte by byte."""
    logs = [current.with_name(current.name + log) for log in LOGS]
    if not any(file.exists() for file in (current, *logs)):
        return None
    copies = current.parent / COPIES
    make_folder(copies)
    kept = unused(copies / f"{BEFORE_RESTORE}{datetime.now():%Y-%m-%d-%H%M%S}.sqlite3")
    if current.is_dir():
        return current.rename(spoiled(kept))
    try:
        if not current.exists() or current.stat().st_size == 0:
            raise DamagedCopy(str(current))  # SQLite would throw the log of an empty file away
        with guarded(str(copies)), closing(sqlite3.connect(current, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = delete")  # takes the log in
            copy(connection, kept)
    except (Damaged, NotOurs, NewerData, sqlite3.DatabaseError):
        kept = spoiled(kept)
        for file, log in zip((current, *logs), ("", *LOGS), strict=True):
            if file.exists():
                put_on_disk(Path(shutil.copyfile(file, kept.with_name(kept.name + log))))
        for file in (*logs, current.with_name(current.name + "-shm")):
            file.unlink(missing_ok=True)
    return kept


def unused(file: Path) -> Path:
    """The name, or the next one when a file has it already."""
    number, found = 1, file
    while found.exists() or spoiled(found).exists():
        number += 1
        found = file.with_name(f"{file.stem}-{number}{file.suffix}")
    return found
