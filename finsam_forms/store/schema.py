"""The schema of the file, a step a version, and what must be in a file of each version."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import lru_cache, partial

APPLICATION_ID = 0x46494E53
"""«FINS»: tells our files from others'."""

TEXT = partial(str, encoding="utf-8", errors="replace")
"""How text is read from the file: a byte that the disk has changed is shown as �, and stops nothing."""

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
    """
    CREATE TABLE uncleared (draft_id INTEGER PRIMARY KEY);
    """,
    """
    CREATE TABLE taken (
        draft_id INTEGER NOT NULL REFERENCES draft ON DELETE CASCADE, path TEXT NOT NULL, role TEXT NOT NULL,
        value TEXT NOT NULL, kept INTEGER NOT NULL, PRIMARY KEY (draft_id, path)) WITHOUT ROWID;
    CREATE INDEX follows_source ON follows (source_id);
    ALTER TABLE draft ADD COLUMN dossier INTEGER;
    CREATE INDEX draft_dossier ON draft (dossier, changed) WHERE dossier IS NOT NULL;
    """,
)
"""The schema, a step a version. A step is never changed once it has been out: add another."""


def statements(step: str) -> Iterator[str]:
    """The statements of a step, one at a time: `executescript` would commit the transaction that they must stand in."""
    statement = ""
    for part in step.split(";")[:-1]:
        statement += part + ";"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


Names = frozenset[tuple[str, str]]


@lru_cache
def of_version(version: int, what: Callable[[sqlite3.Connection], Names]) -> Names:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for step in STEPS[:version]:
            connection.executescript(step)
        return what(connection)


def tables_of(version: int) -> Names:
    """(type, name) of the tables and triggers of a version. Indexes can be made anew, these can't."""
    return of_version(version, tables_in)


def acting_of(version: int) -> Names:
    """(name, SQL) of the triggers and views of a version: what acts by itself when the data are used."""
    return of_version(version, acting_in)


def tables_in(connection: sqlite3.Connection) -> Names:
    return frozenset(connection.execute("SELECT type, name FROM sqlite_schema WHERE type IN ('table', 'trigger')"))


def acting_in(connection: sqlite3.Connection) -> Names:
    return frozenset(connection.execute("SELECT name, sql FROM sqlite_schema WHERE type IN ('trigger', 'view')"))


def definitions() -> tuple[dict[str, str], list[str]]:
    """What makes the tables of this program's version, by name, and then what makes their indexes and triggers."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        for step in STEPS:
            connection.executescript(step)
        made = connection.execute("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid")
        rows = made.fetchall()
    finally:
        connection.close()
    return {name: sql for kind, name, sql in rows if kind == "table"}, [sql for kind, _, sql in rows if kind != "table"]
