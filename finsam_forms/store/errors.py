"""What can go wrong with the stored data, each with one Swedish sentence that says what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import peewee


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
    def __init__(self, folder: str):
        super().__init__(
            f"Databasen i {folder} är skadad och har inte ändrats. Återställ den senaste säkerhetskopian: "
            "finsam-forms restore FIL (kopiorna ligger i mappen sakerhetskopior bredvid databasen)."
        )


class ReadOnly(StoreError):
    def __init__(self, folder: str):
        super().__init__(
            f"Det går inte att skriva i mappen {folder}. Ge dig själv skrivrättighet där, eller välj en annan mapp med --data MAPP."
        )


class DiskFull(StoreError):
    def __init__(self) -> None:
        super().__init__("Disken är full. Det senaste är inte sparat. Frigör utrymme på datorn och försök igen.")


class Busy(StoreError):
    def __init__(self) -> None:
        super().__init__("Databasen är upptagen av ett annat program. Försök igen om en stund.")


class NotOurs(StoreError):
    def __init__(self, file: str):
        super().__init__(
            f"Filen {file} är ingen säkerhetskopia från Finsam-formulär, eller så är den skadad. Inget är ändrat."
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


@contextmanager
def guarded(folder: str) -> Iterator[None]:
    """SQLite's own errors as ours."""
    try:
        yield
    except (peewee.PeeweeException, sqlite3.Error) as error:
        words = str(error).lower()
        if "full" in words or "disk i/o" in words:
            raise DiskFull from error
        if "readonly" in words or "unable to open" in words or "permission" in words:
            raise ReadOnly(folder) from error
        if "malformed" in words or "not a database" in words or "corrupt" in words:
            raise Damaged(folder) from error
        if "locked" in words or "busy" in words:
            raise Busy from error
        raise
