"""One server a data folder: a lock that the operating system lets go of when the process dies, however it dies."""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO

from .errors import AlreadyRunning, ReadOnly

NAME = "server.lock"


class FolderLock:
    """Held from `take` until `release` or the end of the process."""

    def __init__(self, folder: Path):
        self.folder = folder
        self._file: IO[bytes] | None = None

    def take(self) -> None:
        """Raises AlreadyRunning, ReadOnly."""
        try:
            file = open(self.folder / NAME, "a+b")  # noqa: SIM115 - held open as long as the lock
        except OSError:
            raise ReadOnly(str(self.folder)) from None
        try:
            lock(file)
        except OSError:
            who = tell(file)
            file.close()
            raise AlreadyRunning(str(self.folder), who) from None
        self._file = file
        self.note(f"process {os.getpid()}")

    def note(self, text: str) -> None:
        """What the next one to come is told: «process 4711, http://127.0.0.1:8000»."""
        if self._file:
            self._file.truncate(0)
            self._file.seek(0)
            self._file.write(b" " + text.encode())
            self._file.flush()

    def release(self) -> None:
        if self._file:
            self._file.close()
            self._file = None


def tell(file: IO[bytes]) -> str:
    try:
        file.seek(1)
        text = file.read(200).decode(errors="replace").strip()
    except OSError:
        return ""
    return f" ({text})" if text else ""


if os.name == "nt":
    import msvcrt

    def lock(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
else:
    import fcntl

    def lock(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
