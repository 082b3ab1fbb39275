"""The data folder: what lies in it, readable by its owner only, and files that are there whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
import time
from collections.abc import Iterator
from pathlib import Path

FILE = "finsam_forms.sqlite3"
COPIES = "sakerhetskopior"
LOCK = "server.lock"
KEY = "secret.key"
FORMS = "mallar"
LOGS = ("-wal", "-journal")
"""What SQLite has beside a database that was not closed: part of its content."""
PART = ".del"
BEFORE_RESTORE = "fore-aterstallning-"
SPOILED = ".skadad"
"""How the name of a copy ends that was looked through and found damaged."""


def make_folder(folder: Path) -> None:
    """With everything above it; for the owner only. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    keep_private(folder, 0o700)


def keep_private(file: Path, mode: int = 0o600) -> None:
    """For the owner only, as far as this disk knows of owners. Windows has it from the folder of its user."""
    if os.name != "nt":
        with contextlib.suppress(OSError):
            if file.stat().st_mode & 0o777 & ~mode:
                file.chmod(mode)


def keep_all_private(folder: Path) -> None:
    """What lies in a data folder since before, too."""
    keep_private(folder, 0o700)
    keep_private(folder / COPIES, 0o700)
    for place in (folder, folder / COPIES):
        with contextlib.suppress(OSError):
            for file in place.iterdir():
                if file.is_file() and not file.is_symlink():
                    keep_private(file)


def new_private(file: Path) -> None:
    """An empty file for the owner only; one that is there is left as it is. Raises OSError."""
    with contextlib.suppress(FileExistsError):
        os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def copies_of(folder: Path) -> list[Path]:
    """The copies that were whole when they were made, the newest first; what a restore replaced comes last."""
    found = []
    with contextlib.suppress(OSError):
        for file in (folder / COPIES).glob("*.sqlite3"):
            about = file.stat()
            found.append((not file.name.startswith(BEFORE_RESTORE), about.st_mtime_ns, file.name, file))
    return [file for *_, file in sorted(found, reverse=True)]


def trace_of_use(folder: Path) -> str:
    """What shows that there have been data, in words: copies, whole or damaged, or the key. Empty for a new folder."""
    with contextlib.suppress(OSError):
        if any(file.suffix in (".sqlite3", SPOILED) for file in (folder / COPIES).iterdir()):
            return "där ligger säkerhetskopior"
    return f"filen {KEY} visar att mappen har använts" if (folder / KEY).exists() else ""


@contextlib.contextmanager
def replacing(target: Path, *, private: bool = True) -> Iterator[Path]:
    """An empty file beside `target` to write in; it takes the target's place when all went well, and is gone if not.

    Whatever happens, `target` is the old file or the whole new one. Without `private` it may be read by whom the person's
    other files may be read by. Raises OSError.
    """
    target = Path(os.path.realpath(target))  # a link goes on pointing at the same place
    part = target.with_name(f".{secrets.token_hex(6)}{PART}")
    os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600 if private else 0o666))
    try:
        yield part
        put_in_place(part, target, private=private)
    finally:
        for beside in ("", *LOGS, "-shm"):
            with contextlib.suppress(OSError):
                part.with_name(part.name + beside).unlink()


def put_in_place(part: Path, target: Path, *, private: bool) -> None:
    """Replace one file by another that is on the disk in full."""
    if not private:
        with contextlib.suppress(OSError):
            part.chmod(target.stat().st_mode & 0o777)
    put_on_disk(part)
    part.replace(target)
    settle(target.parent)


def put_on_disk(file: Path) -> None:
    with open(file, "r+b") as whole:
        os.fsync(whole.fileno())


def settle(folder: Path) -> None:
    """The names in a folder are on the disk too. Windows has no such thing, nor have all disks."""
    if os.name != "nt":
        with contextlib.suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def write_whole(target: Path, data: bytes, *, private: bool = False) -> None:
    """The file holds all of `data`, or what it held before. Raises OSError."""
    if target.exists() and not target.is_file():  # /dev/stdout, a pipe: nothing to ruin there
        target.write_bytes(data)
        return
    with replacing(target, private=private) as part:
        part.write_bytes(data)


def sweep(folder: Path) -> None:
    """Parts of files that a program which was cut off has left behind; those of one that may still write are young."""
    for place in (folder, folder / COPIES):
        with contextlib.suppress(OSError):
            for part in place.glob(f".*{PART}*"):
                if time.time() - part.stat().st_mtime > 24 * 3600:
                    part.unlink()
