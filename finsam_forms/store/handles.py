"""When the computer has no more open files to give: told apart from a full disk and from a folder that can't be written in."""

from __future__ import annotations

import errno
import os
import sqlite3

from .errors import StoreError

OUT_OF_FILES = {errno.EMFILE, errno.ENFILE}
FIRST_BYTE = 0xFF
"""Of SQLite's number of an error: the kind, without the details."""
KINDS = {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR}
NEEDED = 3
"""Files that a connection opens: the database, its log and its index of the log."""


class TooManyOpen(StoreError):
    """Nothing is wrong with what is stored: what was asked for can be asked for again."""

    def __init__(self) -> None:
        super().__init__(
            "Datorn har för många anslutningar och filer öppna just nu. Det senaste är inte sparat. "
            "Det är inget fel på disken: vänta en stund, så går det igen."
        )


def out_of_files(error: BaseException | None) -> bool:
    """Is this why, for the error itself or what it came of? SQLite only says that it could not open a file: the system is asked."""
    while error is not None:
        if isinstance(error, OSError) and error.errno in OUT_OF_FILES:
            return True
        if isinstance(error, sqlite3.Error) and getattr(error, "sqlite_errorcode", 0) & FIRST_BYTE in KINDS:
            return none_left()
        error = error.__cause__ or error.__context__
    return False


def none_left() -> bool:
    opened: list[int] = []
    try:
        for _ in range(NEEDED):
            opened.append(os.open(os.devnull, os.O_RDONLY))
    except OSError as trouble:
        return trouble.errno in OUT_OF_FILES
    finally:
        for one in opened:
            os.close(one)
    return False
