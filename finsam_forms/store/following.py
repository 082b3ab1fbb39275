"""What a draft follows: the application and the last report that it was begun from, what it has from them, and its dossier."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from ..core.following import Mark
from .cells import text, whole
from .changes import open_for_writing
from .database import Part

COPY = "kopia"
"""What a draft is to a copy of it: no document that it follows."""
PART = "kapitel"
"""What a draft is to a chapter that is begun from it."""
LARGEST_MANY = 500
"""Numbers in one question to SQLite."""


class Tie(NamedTuple):
    """A draft that is followed. `role`: what it is to the follower, of one that a chapter is begun from the chapter's path; `sha256`: its
    fingerprint when it was begun from."""

    role: str
    source_id: int
    sha256: str = ""

    @property
    def of_part(self) -> bool:
        """Is it a chapter that is begun from it?"""
        return "/" in self.role


Marks = Mapping[str, Mark]
NO_MARKS: Marks = MappingProxyType({})


class Following(Part):
    """Queries about what follows what."""

    def ties(self, draft_id: int) -> tuple[Tie, ...]:
        """Of the drafts that are still here."""
        with self.database.guard():
            rows = self.database.connection().execute(
                "SELECT CASE role WHEN ? THEN path ELSE role END, source_id, sha256 FROM follows "
                "WHERE draft_id = ? AND role <> ? AND source_id IS NOT NULL ORDER BY path, role",
                (PART, draft_id, COPY),
            )
            return tuple(Tie(text(role), whole(source_id), text(sha256)) for role, source_id, sha256 in rows)

    def marks(self, draft_id: int) -> dict[str, Mark]:
        """Path → what was last taken from there, or let be."""
        with self.database.guard():
            rows = self.database.connection().execute(
                "SELECT path, role, value, kept FROM taken WHERE draft_id = ?", (draft_id,)
            )
            return {text(path): Mark(text(role), text(value), bool(kept)) for path, role, value, kept in rows}

    def mark(self, draft_id: int, marks: Mapping[str, Mark | None]) -> None:
        """Remember what was taken or let be; None forgets. Raises NotFound, Locked."""
        with self.database.writing() as connection:
            open_for_writing(connection, draft_id)
            gone = [(draft_id, path) for path, mark in marks.items() if mark is None]
            connection.executemany("DELETE FROM taken WHERE draft_id = ? AND path = ?", gone)
            keep_marks(connection, draft_id, {path: mark for path, mark in marks.items() if mark is not None})

    def begin_part(self, draft_id: int, tie: Tie, marks: Marks) -> None:
        """Remember which draft a chapter is begun from, and what it has from there. Raises NotFound, Locked."""
        with self.database.writing() as connection:
            open_for_writing(connection, draft_id)
            keep_ties(connection, draft_id, [tie])
            keep_marks(connection, draft_id, marks)

    def follow(self, draft_id: int, tie: Tie, instead_of: Iterable[int]) -> None:
        """One more document to follow, in the place of some that were the same to it. Raises NotFound, Locked."""
        with self.database.writing() as connection:
            open_for_writing(connection, draft_id)
            connection.executemany(
                "DELETE FROM follows WHERE draft_id = ? AND role = ? AND source_id = ?",
                [(draft_id, tie.role, one) for one in instead_of],
            )
            keep_ties(connection, draft_id, [tie], path=str(tie.source_id))

    def with_fingerprint(self, sha256: str) -> list[int]:
        """The drafts that a version with this fingerprint is of."""
        with self.database.guard():
            rows = self.database.connection().execute(
                "SELECT DISTINCT draft_id FROM version WHERE sha256 = ? ORDER BY draft_id", (sha256,)
            )
            return [draft_id for (draft_id,) in rows] if sha256 else []

    def named(self, title: str) -> list[int]:
        """The drafts that are not in the bin and are called so."""
        with self.database.guard():
            rows = self.database.connection().execute(
                "SELECT id FROM draft WHERE binned IS NULL AND title = ? COLLATE NOCASE ORDER BY id LIMIT ?",
                (title, LARGEST_MANY),
            )
            return [draft_id for (draft_id,) in rows]


def keep_ties(connection: sqlite3.Connection, draft_id: int, ties: Iterable[Tie], path: str = "") -> None:
    """Remember what a draft follows, in the transaction that writes, and put them all in one dossier: not what a chapter alone is of.
    `path`: one of several that are the same to it is known by its number."""
    for tie in ties:
        at, role = (tie.role, PART) if tie.of_part else (path, tie.role)
        connection.execute(
            "INSERT OR REPLACE INTO follows (draft_id, path, role, source_id, sha256) VALUES (?, ?, ?, ?, ?)",
            (draft_id, at, role, tie.source_id, tie.sha256),
        )
        if tie.of_part:
            continue
        connection.execute("UPDATE draft SET dossier = id WHERE id = ? AND dossier IS NULL", (tie.source_id,))
        connection.execute(
            "UPDATE draft SET dossier = (SELECT dossier FROM draft WHERE id = ?) WHERE id = ? AND dossier IS NULL",
            (tie.source_id, draft_id),
        )


def keep_marks(connection: sqlite3.Connection, draft_id: int, marks: Marks) -> None:
    connection.executemany(
        "INSERT OR REPLACE INTO taken (draft_id, path, role, value, kept) VALUES (?, ?, ?, ?, ?)",
        [(draft_id, path, mark.role, mark.text, mark.kept) for path, mark in marks.items()],
    )
