"""One server a data folder: a lock that the operating system lets go of when the process dies, however it dies."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path
from typing import BinaryIO

from .errors import AlreadyRunning, NoLocks, ReadOnly
from .folder import LOCK, keep_private

TAKEN = {errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK}
"""What the systems say when another process holds it. Anything else: the disk has no locks."""


class FolderLock:
    """Held from `take` until `release` or the end of the process."""

    def __init__(self, folder: Path):
        self.folder = folder
        self._file: BinaryIO | None = None

    def take(self) -> None:
        """Raises AlreadyRunning, NoLocks, ReadOnly."""
        try:
            file = open(self.folder / LOCK, "a+b", buffering=0)  # noqa: SIM115 - held open as long as the lock
        except OSError:
            raise ReadOnly(str(self.folder)) from None
        keep_private(self.folder / LOCK)
        try:
            lock(file)
        except OSError as error:
            who = tell(file)
            file.close()
            raise (
                AlreadyRunning(str(self.folder), who) if error.errno in TAKEN else NoLocks(str(self.folder))
            ) from None
        self._file = file
        self.note(f"process {os.getpid()}")

    def note(self, text: str) -> None:
        """What the next one to come is told: «process 4711, http://127.0.0.1:8000»."""
        if self._file:
            with contextlib.suppress(OSError):  # a full disk: the lock itself holds all the same
                self._file.truncate(0)
                self._file.seek(0)
                self._file.write(b" " + text.encode())

    def release(self) -> None:
        if self._file:
            self._file.close()
            self._file = None


def tell(file: BinaryIO) -> str:
    try:
        file.seek(1)
        text = file.read(200).decode(errors="replace").strip()
    except OSError:
        return ""
    return f" ({text})" if text else ""


if os.name == "nt":
    import msvcrt

    def lock(file: BinaryIO) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
else:
    import fcntl

    def lock(file: BinaryIO) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
