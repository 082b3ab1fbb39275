"""What can go wrong with the stored data, each with one Swedish sentence that says what to do."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import peewee

from ..places import command_words
from .folder import COPIES, copies_of


class StoreError(Exception):
    """The data can't be used as asked. The message is for the user."""


class AlreadyRunning(StoreError):
    def __init__(self, folder: str, who: str):
        super().__init__(
            f"Finsam-formulär är redan igång med data i {folder}{who}. Använd fönstret som är öppet, eller stäng det först."
        )


class NewerData(StoreError):
    def __init__(self, folder: str):
        super().__init__(
            f"Data i {folder} är sparade av en nyare version av programmet. Hämta den nyare versionen och starta den i stället. Inget är ändrat."
        )


class Damaged(StoreError):
    """`copy`: the one to restore; without it the newest of those that were whole when they were made."""

    def __init__(self, folder: str, copy: Path | None = None):
        super().__init__(f"Databasen i {folder} är skadad. {way_back(Path(folder), copy)}")


class FormLost(Damaged):
    """The texts of a draft are there, but not what its form was when it was made."""

    def __init__(self, folder: str):
        StoreError.__init__(
            self,
            f"Utkastet går inte att öppna: dess formulär är skadat i databasen i {folder}. Utkastets texter ligger kvar, och de "
            f"andra utkasten går att använda. {way_back(Path(folder), None)}",
        )


class Missing(Damaged):
    """Where there should be data there is none: something has happened to it, and an empty program would hide that."""

    def __init__(self, folder: str, what: str, copy: Path | None):
        StoreError.__init__(
            self,
            f"Databasen i {folder} {what}. Inget är ändrat. {way_back(Path(folder), copy)}\n"
            "Ska ni i stället börja om från början: flytta allt som ligger i mappen till ett annat ställe och starta igen.",
        )


def way_back(folder: Path, copy: Path | None) -> str:
    """How a copy is put back, in the words of whoever runs the program."""
    copy = copy or next(iter(copies_of(folder)), None)
    if copy is None:
        return (
            f"I mappen {COPIES} finns ingen hel säkerhetskopia. Har ni en på ett annat ställe, till exempel ett USB-minne: "
            f"stäng programmet och återställ den: {command_words('restore', 'FIL', data=folder)}"
        )
    command = command_words("restore", str(copy), data=folder)
    return f"Stäng programmet och återställ den senaste säkerhetskopian: {command}"


class ReadOnly(StoreError):
    def __init__(self, folder: str):
        super().__init__(
            f"Det går inte att skriva i mappen {folder}. Ge dig själv skrivrättighet där, eller välj en annan mapp med --data MAPP."
        )


class DiskFull(StoreError):
    def __init__(self, said: str = "Disken är full. Det senaste är inte sparat."):
        super().__init__(f"{said} Frigör utrymme på datorn och försök igen.")


class DiskFails(DiskFull):
    """The computer could not read or write, and does not say whether the disk was full, gone or broken."""

    def __init__(self, folder: str):
        super().__init__(
            f"Det gick inte att läsa eller skriva i {folder}: disken kan vara full, urkopplad eller trasig. "
            "Det senaste är inte sparat. Se efter att den sitter i."
        )


class NoLocks(StoreError):
    def __init__(self, folder: str):
        super().__init__(
            f"Disken som {folder} ligger på kan inte hålla isär två program som skriver samtidigt. "
            "Lägg mappen på datorns egen disk, eller välj en annan med --data MAPP."
        )


class Busy(StoreError):
    def __init__(self) -> None:
        super().__init__("Databasen är upptagen av ett annat program. Försök igen om en stund.")


class NotOurs(StoreError):
    def __init__(self, file: str):
        super().__init__(
            f"Filen {file} är ingen säkerhetskopia från Finsam-formulär, eller så är den skadad. Inget är ändrat."
        )


class DamagedCopy(NotOurs):
    def __init__(self, file: str):
        StoreError.__init__(
            self, f"Säkerhetskopian {file} är skadad och används inte. Inget är ändrat. Ta en äldre kopia."
        )


class TooLarge(StoreError):
    def __init__(self) -> None:
        super().__init__("Texten är för lång för att sparas (högst 2 miljoner tecken). Dela upp den.")


class NotFound(StoreError):
    def __init__(self) -> None:
        super().__init__("Utkastet finns inte längre.")


class Locked(StoreError):
    def __init__(self) -> None:
        super().__init__("Utkastet är låst och går inte att ändra.")


class Clash(StoreError):
    """Somebody else changed the same words, or the same amount, first. Nothing is saved; both are kept for the choice."""

    def __init__(self, *, path: str, mine: str, theirs: str, version: int, who: str, at: str):
        super().__init__("Någon annan ändrade samma sak samtidigt. Välj vad som ska stå.")
        self.path, self.mine, self.theirs, self.version, self.who, self.at = path, mine, theirs, version, who, at


FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG} if hasattr(errno, "EDQUOT") else {errno.ENOSPC, errno.EFBIG}
CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.EEXIST}
BROKEN = {sqlite3.SQLITE_IOERR_SHORT_READ, sqlite3.SQLITE_IOERR_CORRUPTFS, sqlite3.SQLITE_IOERR_DATA}


def code_of(error: BaseException) -> int:
    """SQLite's own extended number of an error, also of one that Peewee has wrapped; 0 when it has none."""
    inner = getattr(error, "orig", error) if isinstance(error, peewee.PeeweeException) else error
    return int(getattr(inner, "sqlite_errorcode", 0) or 0)


def in_our_words(error: BaseException, folder: str) -> StoreError | None:
    """Trouble with the file or the disk, told by numbers: the words of a message may be anybody's. None for our own bug."""
    if isinstance(error, OSError):
        if error.errno in FULL:
            return DiskFull()
        return ReadOnly(folder) if error.errno in CLOSED else DiskFails(folder)
    code = code_of(error)
    if code in BROKEN:
        return Damaged(folder)
    match code & 0xFF:
        case sqlite3.SQLITE_FULL:
            return DiskFull()
        case sqlite3.SQLITE_IOERR:
            return DiskFails(folder)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            return ReadOnly(folder)
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_FORMAT:
            return Damaged(folder)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED | sqlite3.SQLITE_PROTOCOL:
            return Busy()
        case sqlite3.SQLITE_TOOBIG:
            return TooLarge()
    return None


@contextmanager
def guarded(folder: str) -> Iterator[None]:
    """The errors of SQLite and of the disk as ours."""
    try:
        yield
    except (peewee.PeeweeException, sqlite3.Error, OSError) as error:
        if found := in_our_words(error, folder):
            raise found from error
        raise
