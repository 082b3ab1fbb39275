"""Copies of a database file: made through SQLite, read from the first page to the last before they are called copies."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from .errors import Damaged, DamagedCopy, NewerData, NotOurs, ReadOnly, StoreError, code_of, guarded
from .folder import LOGS, SPOILED, copies_of, replacing
from .schema import APPLICATION_ID, STEPS, TEXT, acting_in, acting_of, tables_in, tables_of


class Content(NamedTuple):
    """What a copy holds, told to whoever restores it. `changed` is UTC, ISO; empty without drafts."""

    drafts: int
    changed: str


def check(file: Path) -> Content:
    """Look a whole file through. Raises NotOurs, DamagedCopy, NewerData, or OSError when it can't be read at all."""
    if file.exists() and not file.is_file():
        raise NotOurs(str(file))  # to open a pipe is to wait for somebody at its other end
    with opened(file) as connection:
        return look_through(connection, file)


def look_through(connection: sqlite3.Connection, file: Path) -> Content:
    """Every page, every index, every table that must be there. `file`: its name for the person."""
    with told_of(file):
        if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise NotOurs(str(file))
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > len(STEPS):
            raise NewerData(str(file))
        whole = version > 0 and tables_of(version) <= tables_in(connection)
        if acting_in(connection) - acting_of(version):
            raise DamagedCopy(str(file))  # something of a stranger's that would act when the data are used
        if not whole or connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            raise DamagedCopy(str(file))
        drafts, changed = connection.execute("SELECT count(*), coalesce(max(changed), '') FROM draft").fetchone()
        return Content(int(drafts), str(changed))


@contextmanager
def told_of(file: Path) -> Iterator[None]:
    """What SQLite can't read is a fault of this copy, not of the data that are in use."""
    try:
        with guarded(str(file.parent)):
            yield
    except Damaged as error:
        no_database = error.__cause__ is not None and code_of(error.__cause__) == sqlite3.SQLITE_NOTADB
        raise (NotOurs if no_database else DamagedCopy)(str(file)) from None
    except sqlite3.DatabaseError:  # of a format that SQLite doesn't know: it has no number of its own for that
        raise DamagedCopy(str(file)) from None


@contextmanager
def opened(file: Path) -> Iterator[sqlite3.Connection]:
    """A database file to read, with what lies in its log beside it. Nothing of it is changed. Raises OSError."""
    with open(file, "rb"):
        pass  # or SQLite would say no more than that it could not
    how = "mode=ro" if any(log_of(file, log) for log in LOGS) else "mode=ro&immutable=1"
    with closing(sqlite3.connect(f"{file.resolve().as_uri()}?{how}", uri=True)) as connection:
        connection.text_factory = TEXT
        yield connection


def log_of(file: Path, log: str) -> bool:
    """Is there something in the log beside a database?"""
    beside = file.with_name(file.name + log)
    return beside.is_file() and beside.stat().st_size > 0


def copy(source: sqlite3.Connection, target: Path, *, name: Path | None = None) -> Content:
    """A whole copy as of now, taken while others write. The target is replaced only when the copy has been looked through.

    `name`: the file that a refusal names. Raises DamagedCopy, NotOurs, NewerData, DiskFull, ReadOnly.
    """
    with told_of(name or target), guarded(str(target.parent)), replacing(target) as part:
        with closing(sqlite3.connect(part, isolation_level=None)) as made:
            made.execute(
                "PRAGMA synchronous = off"
            )  # the whole file is put on the disk at once, before it gets its name
            source.backup(made)
            made.execute("PRAGMA journal_mode = delete")
        with opened(part) as made:
            return look_through(made, name or target)


def spoiled(file: Path) -> Path:
    return file.with_name(file.name.removesuffix(".sqlite3") + SPOILED)


def newest_good(folder: Path) -> Path | None:
    """The newest copy that holds what a copy should, looked through now. Those found damaged are marked on the way."""
    for file in copies_of(folder):
        try:
            check(file)
            return file
        except NotOurs:
            mark(file)
        except (StoreError, OSError):
            continue
    return None


def mark(file: Path) -> None:
    with contextlib.suppress(OSError):
        file.replace(spoiled(file))


def take_in(source: Path, target: Path) -> Content:
    """A checked copy of any database file, with what lies in its log. Raises as `copy`, and OSError."""
    try:
        with opened(source) as connection:
            return copy(connection, target, name=source)
    except ReadOnly:
        if not any(log_of(source, log) for log in LOGS):
            raise
    # SQLite writes beside a log to read it, and this disk is only for reading.
    with guarded(str(target.parent)), tempfile.TemporaryDirectory(dir=target.parent) as scratch:
        beside = Path(scratch) / source.name
        for log in ("", *LOGS):
            with contextlib.suppress(FileNotFoundError):
                shutil.copyfile(source.with_name(source.name + log), beside.with_name(source.name + log))
        with closing(sqlite3.connect(beside)) as connection:
            return copy(connection, target, name=source)
