"""What was done to a draft beside its answers being written. A line outlives its draft, without the draft's content."""

from __future__ import annotations

import sqlite3
from enum import StrEnum
from typing import NamedTuple

from ..core.edit import Person
from .cells import moment, text


class What(StrEnum):
    """What was done. `about` of the event says with what: a version's number, the draft copied from, a remark's key."""

    CREATED = "created"
    COPIED = "copied"
    BEGUN = "begun"
    """A report of the draft `about`."""
    IMPORTED = "imported"
    BROUGHT = "brought"
    """Changes came from a file: `about` is their own id, `why` the name of the file."""
    NAMED = "named"
    LOCKED = "locked"
    UNLOCKED = "unlocked"
    WAIVED = "waived"
    UNWAIVED = "unwaived"
    BINNED = "binned"
    RESTORED = "restored"
    DELETED = "deleted"
    UNREADABLE = "unreadable"
    """Something; the disk has changed what."""

    @classmethod
    def _missing_(cls, value: object) -> What:
        return cls.UNREADABLE


class Event(NamedTuple):
    """A line of the draft's own diary. `change_id` is the newest change then; `at` is UTC, ISO."""

    what: What
    about: str
    change_id: int
    why: str
    by: Person
    at: str


def note_event(
    connection: sqlite3.Connection,
    draft_id: int,
    what: What,
    who: Person,
    now: str,
    *,
    about: str = "",
    why: str = "",
) -> None:
    """Write the line in the transaction that does what it tells of."""
    connection.execute(
        "INSERT INTO event (draft_id, what, about, change_id, why, by_name, by_organisation, at) "
        "VALUES (?, ?, ?, coalesce((SELECT last_change FROM draft WHERE id = ?), 0), ?, ?, ?, ?)",
        (draft_id, what.value, about, draft_id, why, who.name, who.organisation, now),
    )


def events_of(connection: sqlite3.Connection, draft_id: int) -> list[Event]:
    """The newest first."""
    rows = connection.execute(
        "SELECT what, about, change_id, why, by_name, by_organisation, at FROM event WHERE draft_id = ? ORDER BY id DESC",
        (draft_id,),
    )
    return [
        Event(What(text(what)), text(about), change_id, text(why), Person(text(name), text(organisation)), moment(at))
        for what, about, change_id, why, name, organisation, at in rows
    ]
