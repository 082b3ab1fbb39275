"""Readings of the log of changes: history, what can be undone, and what stood there at a moment. Only what is
handed in with a draft reads the whole of it."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from ..core.edit import Person
from .cells import moment, text, whole
from .database import Part
from .errors import NotFound

PAGE = 50
"""Changes on a page of a value's history."""
PAGE_CHARACTERS = 300_000
"""Characters of the texts on such a page: very long texts make it shorter."""
COLUMNS = "id, path, value, version, name, organisation, op, at"


class Change(NamedTuple):
    """A row of the log. `at` is UTC, ISO."""

    id: int
    path: str
    value: str
    version: int
    who: Person
    op: str
    at: str


class Log(Part):
    """The log, read by what its indexes lead to."""

    def paths_since(self, draft_id: int, change_id: int) -> frozenset[str]:
        """The values that were written after a change, found by the last change of each."""
        with self.database.guard():
            rows = self.database.connection().execute(
                "SELECT path FROM value WHERE draft_id = ? AND (SELECT max(id) FROM change "
                "WHERE draft_id = value.draft_id AND path = value.path) > ?",
                (draft_id, change_id),
            )
            return frozenset(path for (path,) in rows)

    def history(self, draft_id: int, path: str, *, before: int | None = None, limit: int = PAGE) -> list[Change]:
        """Changes of one value, newest first, at most `limit`, fewer when the texts are very long. `before`: older than this version."""
        below = before if before is not None else (1 << 62)
        with self.database.guard():
            rows = self.database.connection().execute(
                f"SELECT {COLUMNS} FROM change WHERE draft_id = ? AND path = ? AND version < ? "
                "ORDER BY version DESC LIMIT ?",
                (draft_id, path, below, limit),
            )
            found: list[Change] = []
            room = PAGE_CHARACTERS
            for row in rows:
                found.append(change_of(row))
                room -= len(found[-1].value)
                if room < 0 and len(found) > 1:
                    break
            rows.close()
            return found

    def written(self, draft_id: int) -> list[tuple[str, str, Person]]:
        """(when, path, by whom) of every change, the oldest first: all of the log, without its texts."""
        with self.database.guard():
            rows = self.database.connection().execute(
                "SELECT at, path, name, organisation FROM change WHERE draft_id = ? ORDER BY id", (draft_id,)
            )
            return [(moment(at), path, Person(text(name), text(organisation))) for at, path, name, organisation in rows]

    def change_at(self, draft_id: int, path: str, version: int) -> Change:
        """The change that made a version. Raises NotFound."""
        if found := self._changes("draft_id = ? AND path = ? AND version = ?", (draft_id, path, version)):
            return found[0]
        raise NotFound

    def last_written(self, draft_id: int, path: str) -> str:
        """What a value held last, before it was emptied if it was; empty when nothing was ever written there."""
        with self.database.guard():
            found = self.database.connection().execute(
                "SELECT value FROM change WHERE draft_id = ? AND path = ? AND value != '' ORDER BY version DESC LIMIT 1",
                (draft_id, path),
            )
            return str((found.fetchone() or ("",))[0])

    def own_edits(self, draft_id: int, who: Person, *, limit: int = 500) -> list[str]:
        """The ops of a person's own latest changes, each once, newest first: what «Ångra» goes back through.

        A pasted block is one of them, however many values it wrote.

        Without those of older programs that were no answers (a version's number, a waiver): nothing is written there any more.
        """
        with self.database.guard():
            rows = self.database.connection().execute(
                "SELECT op FROM change WHERE draft_id = ? AND name = ? AND organisation = ? "
                "AND NOT (path IN ('_version', '_inlast') OR path GLOB '_waived/*') ORDER BY id DESC",
                (draft_id, who.name, who.organisation),
            )
            found: dict[str, None] = {}
            for (op,) in rows:  # read for as long as it is needed, no further
                found[op] = None
                if len(found) == limit:
                    break
            return list(found)

    def values_at(self, draft_id: int, change_id: int) -> dict[str, str]:
        """The document as it stood right after a change."""
        return {path: text(value) for path, value in self._at(draft_id, change_id, "value") if value}

    def versions_at(self, draft_id: int, change_id: int) -> dict[str, int]:
        """The version of each value right after a change: what a page rendered then was based on."""
        return {path: whole(version) for path, version in self._at(draft_id, change_id, "version")}

    def _at(self, draft_id: int, change_id: int, column: str) -> list[tuple[str, object]]:
        """One column of each value's last change so far: a look-up a value, however long the log."""
        with self.database.guard():
            return (
                self.database.connection()
                .execute(
                    f"SELECT value.path, change.{column} FROM value JOIN change ON change.id = ("
                    "SELECT max(id) FROM change WHERE draft_id = value.draft_id AND path = value.path AND id <= ?) "
                    "WHERE value.draft_id = ? ORDER BY value.path",
                    (change_id, draft_id),
                )
                .fetchall()
            )

    def change_before(self, draft_id: int, at: str) -> int:
        """The last change made before a moment (UTC, ISO), or what the draft began with; 0 when it began empty.

        The id is of the whole log, which is in order of time: halved until the place is found, instead of read.
        """
        with self.database.guard():
            connection = self.database.connection()
            first = connection.execute(
                "SELECT max(id) FROM change WHERE draft_id = ? AND op = 'ny'", (draft_id,)
            ).fetchone()[0]
            return max(int(first or 0), last_before(connection, at))

    def _changes(self, where: str, values: tuple[object, ...]) -> list[Change]:
        with self.database.guard():
            rows = self.database.connection().execute(f"SELECT {COLUMNS} FROM change WHERE {where}", values)
            return [change_of(row) for row in rows]


def change_of(row: tuple[int, str, str, int, str, str, str, str]) -> Change:
    id, path, value, version, name, organisation, op, at = row
    return Change(id, path, text(value), version, Person(text(name), text(organisation)), op, moment(at))


def last_before(connection: sqlite3.Connection, at: str) -> int:
    """The id of the last change of any draft that was made before a moment; 0 when there is none."""
    low, high = 0, int(connection.execute("SELECT max(id) FROM change").fetchone()[0] or 0)
    while low < high:
        middle = (low + high + 1) // 2
        found = connection.execute(
            "SELECT id, at FROM change WHERE id BETWEEN ? AND ? ORDER BY id LIMIT 1", (middle, high)
        ).fetchone()
        if found and moment(found[1]) < at:
            low = int(found[0])
        else:
            high = middle - 1
    return low
