"""The SQLite file: opened, migrated with a copy taken first, one connection a thread."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import peewee

from .errors import Damaged, NewerData, ReadOnly, guarded
from .lock import FolderLock

FILE = "finsam_forms.sqlite3"
COPIES = "sakerhetskopior"
APPLICATION_ID = 0x46494E53
"""«FINS»: tells our files from others'."""

STEPS: tuple[str, ...] = (
    """
    CREATE TABLE mall (fingerprint TEXT PRIMARY KEY, id TEXT NOT NULL, version TEXT NOT NULL, files TEXT NOT NULL);
    CREATE TABLE draft (
        id INTEGER PRIMARY KEY AUTOINCREMENT, mall_id TEXT NOT NULL, mall_title TEXT NOT NULL,
        mall_fingerprint TEXT NOT NULL REFERENCES mall, title TEXT NOT NULL, title_path TEXT NOT NULL,
        state TEXT NOT NULL, created TEXT NOT NULL, changed TEXT NOT NULL, changed_name TEXT NOT NULL,
        changed_organisation TEXT NOT NULL, last_change INTEGER NOT NULL, binned TEXT);
    CREATE INDEX draft_changed ON draft (binned, changed DESC, id);
    CREATE INDEX draft_title ON draft (binned, title COLLATE NOCASE, id);
    CREATE INDEX draft_mall ON draft (binned, mall_title, changed DESC, id);
    CREATE TABLE value (
        draft_id INTEGER NOT NULL REFERENCES draft ON DELETE CASCADE, path TEXT NOT NULL, value TEXT NOT NULL,
        version INTEGER NOT NULL, PRIMARY KEY (draft_id, path)) WITHOUT ROWID;
    CREATE TABLE change (
        id INTEGER PRIMARY KEY AUTOINCREMENT, draft_id INTEGER NOT NULL REFERENCES draft ON DELETE CASCADE,
        path TEXT NOT NULL, value TEXT NOT NULL, version INTEGER NOT NULL, name TEXT NOT NULL,
        organisation TEXT NOT NULL, op TEXT NOT NULL, at TEXT NOT NULL);
    CREATE UNIQUE INDEX change_op ON change (draft_id, op, path);
    CREATE INDEX change_path ON change (draft_id, path, version);
    CREATE TABLE search (
        draft_id INTEGER PRIMARY KEY REFERENCES draft ON DELETE CASCADE, change_id INTEGER NOT NULL, text TEXT NOT NULL);
    """,
    """
    CREATE TABLE link (
        token TEXT PRIMARY KEY, draft_id INTEGER NOT NULL REFERENCES draft ON DELETE CASCADE, created TEXT NOT NULL,
        name TEXT NOT NULL, organisation TEXT NOT NULL) WITHOUT ROWID;
    """,
    """
    CREATE INDEX change_moment ON change (draft_id, path, id);
    CREATE INDEX change_who ON change (draft_id, name, organisation, id, op);
    ALTER TABLE search ADD COLUMN indexed INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX search_fresh ON search (draft_id) WHERE indexed = 0;
    CREATE TABLE search_stale (draft_id INTEGER PRIMARY KEY REFERENCES draft ON DELETE CASCADE);
    INSERT INTO search_stale SELECT draft.id FROM draft LEFT JOIN search ON draft_id = draft.id
        WHERE change_id IS NULL OR change_id < last_change;
    CREATE TRIGGER draft_made AFTER INSERT ON draft
        BEGIN INSERT OR IGNORE INTO search_stale VALUES (new.id); END;
    CREATE TRIGGER draft_written AFTER UPDATE OF last_change, title ON draft
        BEGIN INSERT OR IGNORE INTO search_stale VALUES (new.id); END;
    """,
    """
    CREATE TABLE version (
        draft_id INTEGER NOT NULL REFERENCES draft ON DELETE CASCADE, number INTEGER NOT NULL, name TEXT NOT NULL,
        change_id INTEGER NOT NULL, mall_fingerprint TEXT NOT NULL REFERENCES mall, method TEXT NOT NULL,
        canonical TEXT NOT NULL, sha256 TEXT NOT NULL, by_name TEXT NOT NULL, by_organisation TEXT NOT NULL,
        at TEXT NOT NULL, PRIMARY KEY (draft_id, number));
    CREATE INDEX version_sha256 ON version (sha256);
    CREATE TABLE event (
        id INTEGER PRIMARY KEY AUTOINCREMENT, draft_id INTEGER NOT NULL, what TEXT NOT NULL, about TEXT NOT NULL,
        change_id INTEGER NOT NULL, why TEXT NOT NULL, by_name TEXT NOT NULL, by_organisation TEXT NOT NULL,
        at TEXT NOT NULL);
    CREATE INDEX event_draft ON event (draft_id, id);
    CREATE TABLE waiver (
        draft_id INTEGER NOT NULL REFERENCES draft ON DELETE CASCADE, key TEXT NOT NULL, reason TEXT NOT NULL,
        by_name TEXT NOT NULL, by_organisation TEXT NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY (draft_id, key)) WITHOUT ROWID;
    CREATE TABLE stated (
        draft_id INTEGER PRIMARY KEY REFERENCES draft ON DELETE CASCADE, sums TEXT NOT NULL);
    CREATE TABLE follows (
        draft_id INTEGER NOT NULL REFERENCES draft ON DELETE CASCADE, path TEXT NOT NULL, role TEXT NOT NULL,
        source_id INTEGER REFERENCES draft ON DELETE SET NULL, sha256 TEXT NOT NULL,
        PRIMARY KEY (draft_id, path, role)) WITHOUT ROWID;
    INSERT INTO version (draft_id, number, name, change_id, mall_fingerprint, method, canonical, sha256,
                         by_name, by_organisation, at)
        SELECT change.draft_id, CAST(change.value AS INTEGER), draft.title, max(change.id), draft.mall_fingerprint,
               'finsam-forms/1', '', '', change.name, change.organisation, change.at
        FROM change JOIN draft ON draft.id = change.draft_id
        WHERE path = '_version' AND value GLOB '[1-9]*' AND value NOT GLOB '*[^0-9]*' AND length(value) < 7
        GROUP BY change.draft_id, CAST(change.value AS INTEGER);
    INSERT INTO event (draft_id, what, about, change_id, why, by_name, by_organisation, at)
        SELECT draft_id, 'locked', number, change_id, '', by_name, by_organisation, at FROM version
        ORDER BY change_id;
    INSERT INTO waiver (draft_id, key, reason, by_name, by_organisation, at)
        SELECT said.draft_id, substr(said.path, 9, length(said.path) - 13), said.value, change.name,
               change.organisation, change.at
        FROM value AS said
        JOIN value AS named ON named.draft_id = said.draft_id AND named.value <> ''
            AND named.path = substr(said.path, 1, length(said.path) - 4) || 'namn'
        JOIN change ON change.draft_id = said.draft_id AND change.path = said.path AND change.version = said.version
        WHERE said.path GLOB '_waived/*/skal' AND said.value <> '';
    INSERT INTO stated (draft_id, sums) SELECT draft_id, value FROM value WHERE path = '_inlast' AND value <> '';
    DELETE FROM value WHERE path IN ('_version', '_inlast') OR path GLOB '_waived/*';
    """,
)
"""The schema, a step a version. A step is never changed once it has been out: add another."""


def utc_now() -> str:
    """The time as it is stored: UTC, ISO, milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Database:
    """The file and its connections. Use as a context manager, or call `close`."""

    def __init__(self, folder: Path, *, exclusive: bool = False, now: Callable[[], str] = utc_now):
        """`exclusive`: the server's own lock on the folder. Raises StoreError."""
        self.folder = folder
        self.now = now
        self.lock = FolderLock(folder)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            raise ReadOnly(str(folder)) from None
        if exclusive:
            self.lock.take()
        self.peewee = peewee.SqliteDatabase(
            str(folder / FILE),
            pragmas={"journal_mode": "wal", "synchronous": "full", "foreign_keys": 1, "busy_timeout": 10_000},
            thread_safe=True,
        )
        try:
            with self.guard():
                self._prepare()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Database:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def file(self) -> Path:
        return self.folder / FILE

    def guard(self) -> AbstractContextManager[None]:
        return guarded(str(self.folder))

    def connection(self) -> sqlite3.Connection:
        """This thread's own connection, opened at its first use."""
        if self.peewee.is_closed():
            self.peewee.connect()
        found: sqlite3.Connection = self.peewee.connection()  # type: ignore[no-untyped-call]
        return found

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
                connection.execute("COMMIT")

    def close(self) -> None:
        self.peewee.close()
        self.lock.release()

    def _prepare(self) -> None:
        connection = self.connection()
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        ours = connection.execute("PRAGMA application_id").fetchone()[0]
        if version > len(STEPS):
            raise NewerData(str(self.folder))
        if version and ours != APPLICATION_ID:
            raise Damaged(str(self.folder))
        if version and connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise Damaged(str(self.folder))
        if version and version < len(STEPS):
            self.copy_to(self.copies_folder() / f"fore-version-{len(STEPS)}.sqlite3")
        for number, step in enumerate(STEPS[version:], version + 1):
            connection.executescript(
                f"BEGIN IMMEDIATE; {step} PRAGMA user_version = {number}; PRAGMA application_id = {APPLICATION_ID}; COMMIT;"
            )

    def copies_folder(self) -> Path:
        folder = self.folder / COPIES
        folder.mkdir(exist_ok=True)
        return folder

    def copy_to(self, target: Path) -> None:
        """A whole copy of the file as it stands, taken while others write. Replaces the target only when complete."""
        part = target.with_name(target.name + ".del")
        part.unlink(missing_ok=True)
        copy = sqlite3.connect(part)
        try:
            self.connection().backup(copy)
            copy.execute("PRAGMA journal_mode = delete")
        finally:
            copy.close()
        part.replace(target)
