"""The SQLite file: opened, migrated with a copy taken first, one connection a thread."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import peewee

from .copies import Content, copy, log_of, newest_good
from .errors import Damaged, DamagedCopy, Missing, NewerData, StoreError, code_of, guarded, in_our_words
from .folder import COPIES, FILE, keep_all_private, make_folder, new_private, sweep, trace_of_use
from .handles import TooManyOpen, out_of_files
from .lock import FolderLock
from .rescue import rescue
from .schema import APPLICATION_ID, STEPS, TEXT, statements, tables_in, tables_of


def utc_now() -> str:
    """The time as it is stored: UTC, ISO, milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Held:
    """A thread's connection, to be counted: it goes when the thread does."""


class Database:
    """The file and its connections."""

    def __init__(self, folder: Path, *, exclusive: bool = False, now: Callable[[], str] = utc_now):
        """`exclusive`: the server's own lock on the folder. Raises StoreError."""
        self.folder = folder
        self.now = now
        self.lock = FolderLock(folder)
        self._mine, self._counting = threading.local(), threading.Lock()
        self._held: weakref.WeakSet[Held] = weakref.WeakSet()
        with self.guard():
            make_folder(folder)
        if exclusive:
            self.lock.take()
        self.peewee = peewee.SqliteDatabase(
            str(folder / FILE),
            pragmas={
                "busy_timeout": 10_000,
                "journal_mode": "wal",
                "synchronous": "full",
                "foreign_keys": 1,
                "secure_delete": 1,
            },
            thread_safe=True,
        )
        try:
            refuse_to_start_empty(folder)
            with self.guard():
                new_private(self.file)
                keep_all_private(folder)
                self._prepare()
            sweep(folder)
        except BaseException:
            self.close()
            raise

    @property
    def file(self) -> Path:
        return self.folder / FILE

    @contextmanager
    def guard(self) -> Iterator[None]:
        """SQLite's own errors as ours."""
        try:
            with guarded(str(self.folder)):
                yield
        except (StoreError, peewee.PeeweeException, sqlite3.Error, OSError) as trouble:
            if out_of_files(trouble):
                raise TooManyOpen from trouble
            raise

    def connection(self) -> sqlite3.Connection:
        """This thread's own connection, opened at its first use."""
        if self.peewee.is_closed():
            self._connect()
        found: sqlite3.Connection = self.peewee.connection()  # type: ignore[no-untyped-call]
        return found

    def _connect(self) -> None:
        """Raises Damaged also for what SQLite has no number of its own for, such as a file of a format that it doesn't know."""
        try:
            self.peewee.connect()
        except peewee.DatabaseError as error:
            raise in_our_words(error, str(self.folder)) or Damaged(str(self.folder)) from error
        self.peewee.connection().text_factory = TEXT  # type: ignore[no-untyped-call]
        self._mine.held = held = Held()
        with self._counting:
            self._held.add(held)

    def rest(self, kept: int = 0) -> None:
        """Give back this thread's connection, and its two files, when more than `kept` threads have one. The next use opens another."""
        with self._counting:
            if len(self._held) <= kept or self.peewee.is_closed() or self.connection().in_transaction:
                return
            self._mine.held = None
        self.peewee.close()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One change, all or nothing: BEGIN IMMEDIATE, so that what is read in it still holds when it is written."""
        with self.guard():
            connection = self.connection()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Several reads of one moment."""
        with self.guard():
            connection = self.connection()
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                if connection.in_transaction:
                    connection.execute("COMMIT")

    def close(self) -> None:
        self.peewee.close()
        self.lock.release()

    def _prepare(self) -> None:
        """Know the file for ours, and bring it up to the schema of this program. Reads little: a large file starts as quickly."""
        connection = self.connection()
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        ours = connection.execute("PRAGMA application_id").fetchone()[0]
        there = tables_in(connection)
        if version and ours != APPLICATION_ID:
            raise Damaged(str(self.folder), newest_good(self.folder))
        if version > len(STEPS):
            raise NewerData(str(self.folder))
        if version < 0 or not (tables_of(version) <= there if version else not there):
            raise Damaged(str(self.folder), newest_good(self.folder))
        if not version and (trace := trace_of_use(self.folder)):
            raise Missing(str(self.folder), f"är tom, men {trace}", newest_good(self.folder))
        if version and version < len(STEPS):
            self.copy_to(self.copies_folder() / f"fore-version-{len(STEPS)}.sqlite3")
        for number, step in enumerate(STEPS[version:], version + 1):
            self._take_step(connection, number, step)

    def _take_step(self, connection: sqlite3.Connection, number: int, step: str) -> None:
        """All of a step or nothing, once: another program may be opening the same file."""
        with self.writing():
            if connection.execute("PRAGMA user_version").fetchone()[0] >= number:
                return
            for statement in statements(step):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")

    def copies_folder(self) -> Path:
        folder = self.folder / COPIES
        with self.guard():
            make_folder(folder)
        return folder

    def copy_to(self, target: Path) -> Content:
        """A whole copy of the data as they are now, looked through. Raises Damaged when it is the data that are not whole.

        When all rows can be read but not the indexes, the target is whole all the same, and is the copy to restore.
        """
        with contextlib.suppress(DamagedCopy):
            return copy(self.connection(), target)
        if self.mend():
            with contextlib.suppress(DamagedCopy):
                return copy(self.connection(), target)
        try:
            rescue(self.connection(), target)
        except DamagedCopy:
            raise Damaged(str(self.folder), newest_good(self.folder)) from None
        raise Damaged(str(self.folder), target)

    def mend(self) -> bool:
        """Make the indexes anew from the texts. False when the texts themselves can't be read."""
        try:
            with self.writing() as connection:
                connection.execute("REINDEX")
        except (Damaged, sqlite3.IntegrityError):
            return False
        return True

    def empty_log(self) -> bool:
        """Write the log into the file and empty it, so that nothing that was deleted lies in it.

        False while somebody reads what it holds: nobody waits for that, call again.
        """
        with self.guard():
            connection = self.connection()
            (patience,) = connection.execute("PRAGMA busy_timeout").fetchone()
            connection.execute("PRAGMA busy_timeout = 0")  # it holds up everybody who saves for as long as it waits
            try:
                (busy, *_) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            except sqlite3.OperationalError as error:
                if code_of(error) not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                    raise
                busy = 1
            finally:
                connection.execute(f"PRAGMA busy_timeout = {int(patience)}")
            return not busy


def refuse_to_start_empty(folder: Path) -> None:
    """Data that are gone are told, never taken for a first start. Raises Missing. Asked before SQLite has touched anything."""
    file = folder / FILE
    if file.is_file() and file.stat().st_size > 0:
        return
    if (file.exists() or file.is_symlink()) and not file.is_file():
        raise Missing(str(folder), "är ingen fil utan något annat med samma namn", newest_good(folder))
    gone = "är tom" if file.exists() else "saknas"
    if log_of(file, "-wal"):
        raise Missing(str(folder), f"{gone}, men dess logg {FILE}-wal ligger kvar", newest_good(folder))
    if trace := trace_of_use(folder):
        raise Missing(str(folder), f"{gone}, men {trace}", newest_good(folder))


class Part:
    """Some of the store's queries, on one database."""

    def __init__(self, database: Database):
        self.database = database
