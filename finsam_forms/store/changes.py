"""Saving a value. Every change is written to the log, see log.py."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..core.edit import Edit, Person
from ..core.merge import merge
from ..core.state import DraftState
from .cells import text, whole
from .database import Part
from .errors import Clash, Locked, NotFound, TooLarge

LARGEST = 2_000_000
"""Characters in one value."""


class Saved(NamedTuple):
    """What a path holds after a save. `change_id` is 0 when nothing had to be written."""

    change_id: int
    path: str
    value: str
    version: int
    previous: str
    merged: bool = False
    repeated: bool = False


class Changes(Part):
    """Writes the log."""

    def save(
        self, draft_id: int, edit: Edit, who: Person, *, mergeable: bool = False, locked_too: bool = False
    ) -> Saved:
        """Save one value. Raises Clash, Locked, NotFound, TooLarge, or another StoreError.

        `locked_too`: the value is no part of what is signed, and may come after the lock.
        """
        with self.database.writing() as connection:
            names = open_for_writing(connection, draft_id, locked_too=locked_too)
            now = self.database.now()
            saved = write(connection, draft_id, edit, who, now, mergeable)
            note_change(connection, draft_id, names, [saved], who, now)
            return saved

    def save_many(
        self, draft_id: int, edits: Sequence[Edit], who: Person, *, mergeable: Iterable[str] = ()
    ) -> list[Saved]:
        """Save several values as one: all of them, or none and the first reason why. `mergeable`: paths of long texts."""
        texts = frozenset(mergeable)
        with self.database.writing() as connection:
            names = open_for_writing(connection, draft_id)
            now = self.database.now()
            saved = [write(connection, draft_id, edit, who, now, edit.path in texts) for edit in edits]
            note_change(connection, draft_id, names, saved, who, now)
            return saved

    def opposite(self, draft_id: int, op: str, new_op: str) -> list[Edit]:
        """What puts back what an edit changed; to be saved it must not have been changed since. Raises NotFound."""
        with self.database.reading() as connection:
            done = connection.execute(
                "SELECT path, version FROM change WHERE draft_id = ? AND op = ? ORDER BY id", (draft_id, op)
            ).fetchall()
            if not done:
                raise NotFound
            return [
                Edit(path, text_at(connection, draft_id, path, version - 1), version, new_op) for path, version in done
            ]


def open_for_writing(connection: sqlite3.Connection, draft_id: int, *, locked_too: bool = False) -> tuple[str, ...]:
    """The one rule for «may be written», asked in the transaction that writes: the paths of what names the draft.

    Raises NotFound, Locked.
    """
    row = connection.execute("SELECT state, title_path, binned FROM draft WHERE id = ?", (draft_id,)).fetchone()
    if row is None or row[2]:
        raise NotFound
    if not locked_too and not DraftState(text(row[0])).may_be_written:
        raise Locked
    return tuple(str(row[1]).split())


def write(connection: sqlite3.Connection, draft_id: int, edit: Edit, who: Person, now: str, mergeable: bool) -> Saved:
    """The rule of saving: the same op once; the same version writes; an older one merges, or the two clash."""
    if len(edit.value) > LARGEST:
        raise TooLarge
    done = connection.execute(
        "SELECT id, value, version FROM change WHERE draft_id = ? AND op = ? AND path = ?",
        (draft_id, edit.op, edit.path),
    ).fetchone()
    if done:
        return Saved(done[0], edit.path, done[1], done[2], done[1], repeated=True)
    row = connection.execute(
        "SELECT value, version FROM value WHERE draft_id = ? AND path = ?", (draft_id, edit.path)
    ).fetchone()
    current, version = (text(row[0]), whole(row[1])) if row else ("", 0)
    if edit.value == current:
        return Saved(0, edit.path, current, version, current)
    value = edit.value
    if edit.base != version:
        base = text_at(connection, draft_id, edit.path, edit.base)
        joined = merge(base, edit.value, current) if mergeable else (edit.value if current == base else None)
        if joined is None:
            raise clash(connection, draft_id, edit, current, version)
        value = joined
        if value == current:
            return Saved(0, edit.path, current, version, current, merged=True)
    cursor = connection.execute(
        "INSERT INTO change (draft_id, path, value, version, name, organisation, op, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (draft_id, edit.path, value, version + 1, who.name, who.organisation, edit.op, now),
    )
    connection.execute(
        "INSERT INTO value (draft_id, path, value, version) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (draft_id, path) DO UPDATE SET value = excluded.value, version = excluded.version",
        (draft_id, edit.path, value, version + 1),
    )
    return Saved(int(cursor.lastrowid or 0), edit.path, value, version + 1, current, merged=value != edit.value)


def note_change(
    connection: sqlite3.Connection, draft_id: int, names: Sequence[str], saved: Sequence[Saved], who: Person, now: str
) -> None:
    """Keep the overview's own columns in step: the name, who changed last, and when."""
    written = [one for one in saved if one.change_id and not one.repeated]
    if not written:
        return
    connection.execute(
        "UPDATE draft SET changed = ?, changed_name = ?, changed_organisation = ?, last_change = ? WHERE id = ?",
        (now, who.name, who.organisation, written[-1].change_id, draft_id),
    )
    if any(one.path in names for one in written):
        said = (value_at(connection, draft_id, path) for path in names)
        connection.execute("UPDATE draft SET title = ? WHERE id = ?", (next(filter(None, said), ""), draft_id))


def value_at(connection: sqlite3.Connection, draft_id: int, path: str) -> str:
    row = connection.execute("SELECT value FROM value WHERE draft_id = ? AND path = ?", (draft_id, path)).fetchone()
    return text(row[0]) if row else ""


def text_at(connection: sqlite3.Connection, draft_id: int, path: str, version: int) -> str:
    row = connection.execute(
        "SELECT value FROM change WHERE draft_id = ? AND path = ? AND version = ?", (draft_id, path, version)
    ).fetchone()
    return text(row[0]) if row else ""


def clash(connection: sqlite3.Connection, draft_id: int, edit: Edit, theirs: str, version: int) -> Clash:
    row = connection.execute(
        "SELECT name, organisation, at FROM change WHERE draft_id = ? AND path = ? AND version = ?",
        (draft_id, edit.path, version),
    ).fetchone()
    name, organisation, at = row or ("", "", "")
    who = f"{name}, {organisation}" if name else ""
    return Clash(path=edit.path, mine=edit.value, theirs=theirs, version=version, who=who, at=at)
