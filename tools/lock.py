"""One start at a time prepares the environment: a double click too many is common."""

import contextlib
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path


@contextlib.contextmanager
def alone(path: Path, on_wait: Callable[[], None]) -> Iterator[None]:
    """Hold the lock file at `path`; `on_wait` is called once if somebody else holds it.

    The operating system lets go of it when the process ends, however it ends. Raises OSError when it can't be made.
    """
    with path.open("a+b") as file:
        if not _take(file.fileno()):
            on_wait()
            while not _take(file.fileno()):
                time.sleep(0.3)
        yield


if os.name == "nt":
    import msvcrt

    def _take(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _take(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
