"""What is true about a draft and is no answer of it: its versions, its events, its waivers, and what it follows."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol

from ..core.edit import Person
from ..core.state import DraftState
from ..core.waiver import Waiver
from .cells import moment, text
from .changes import open_for_writing
from .database import Part
from .errors import Locked, NotFound
from .events import Event, What, events_of, note_event


class Frozen(Protocol):
    """A fingerprint: what was frozen, by which method, and its SHA-256."""

    @property
    def method(self) -> str: ...
    @property
    def canonical(self) -> str: ...
    @property
    def sha256(self) -> str: ...


class Version(NamedTuple):
    """A draft as it was locked for signature. `sha256` is empty until it has been worked out for one locked long ago."""

    number: int
    name: str
    """The draft's name then."""
    change_id: int
    mall_fingerprint: str
    method: str
    sha256: str
    by: Person
    at: str
    """When it was first locked: UTC, ISO."""


NONE: Mapping[int, str] = MappingProxyType({})
VERSION = "number, name, change_id, mall_fingerprint, method, sha256, by_name, by_organisation, at"


def version_of(row: tuple[Any, ...]) -> Version:
    number, name, change_id, mall_fingerprint, method, sha256, by_name, by_organisation, at = row
    return Version(
        number=number,
        name=text(name),
        change_id=change_id,
        mall_fingerprint=mall_fingerprint,
        method=method,
        sha256=sha256,
        by=Person(text(by_name), text(by_organisation)),
        at=moment(at),
    )


class Dossier(Part):
    """Queries about a draft's own facts."""

    def lock(self, draft_id: int, frozen: Frozen, who: Person, again: Mapping[int, str] = NONE) -> Version:
        """Lock for signature. What is already a version keeps its number. Raises NotFound, Locked.

        again: number → SHA-256 by the method of `frozen`, of versions whose own is by an older method.
        """
        with self.database.writing() as connection:
            title, mall_fingerprint, last_change = writable(connection, draft_id)
            now = self.database.now()
            latest = latest_of(connection, draft_id)
            if latest is None or again.get(latest.number, latest.sha256) != frozen.sha256:
                number = latest.number + 1 if latest else 1
                connection.execute(
                    "INSERT INTO version (draft_id, number, name, change_id, mall_fingerprint, method, canonical, sha256, "
                    "by_name, by_organisation, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    (
                        *(draft_id, number, title, last_change, mall_fingerprint),
                        *(frozen.method, frozen.canonical, frozen.sha256, who.name, who.organisation, now),
                    ),
                )
                latest = latest_of(connection, draft_id)
                assert latest is not None
            set_state(connection, draft_id, DraftState.LOCKED)
            note_event(connection, draft_id, What.LOCKED, who, now, about=str(latest.number))
            return latest

    def unlock(self, draft_id: int, why: str, who: Person) -> None:
        """Open for writing again. One that is open already stays so, without an event. Raises NotFound."""
        with self.database.writing() as connection:
            try:
                open_for_writing(connection, draft_id)
            except Locked:
                set_state(connection, draft_id, DraftState.WRITING)
                note_event(connection, draft_id, What.UNLOCKED, who, self.database.now(), why=why)

    def versions(self, draft_id: int) -> tuple[Version, ...]:
        """The newest first."""
        with self.database.guard():
            rows = self.database.connection().execute(
                f"SELECT {VERSION} FROM version WHERE draft_id = ? ORDER BY number DESC", (draft_id,)
            )
            return tuple(version_of(row) for row in rows)

    def without_fingerprint(self) -> list[tuple[int, int, int, str]]:
        """(draft, number, change, mall) of versions locked before their fingerprints were kept."""
        with self.database.guard():
            return (
                self.database.connection()
                .execute(
                    "SELECT draft_id, number, change_id, mall_fingerprint FROM version WHERE sha256 = '' "
                    "ORDER BY draft_id, number"
                )
                .fetchall()
            )

    def keep_fingerprint(self, draft_id: int, number: int, frozen: Frozen) -> None:
        """Fill in what a version locked long ago says."""
        with self.database.writing() as connection:
            connection.execute(
                "UPDATE version SET method = ?, canonical = ?, sha256 = ? WHERE draft_id = ? AND number = ?",
                (frozen.method, frozen.canonical, frozen.sha256, draft_id, number),
            )

    def events(self, draft_id: int) -> list[Event]:
        """What was done to a draft, the newest first."""
        with self.database.guard():
            return events_of(self.database.connection(), draft_id)

    def note_file(self, draft_id: int, op: str, name: str, who: Person) -> None:
        """Remember which file a change came from. `op`: the change's own id. Raises NotFound, Locked."""
        with self.database.writing() as connection:
            writable(connection, draft_id)
            note_event(connection, draft_id, What.BROUGHT, who, self.database.now(), about=op, why=name)

    def files(self, draft_id: int) -> dict[str, str]:
        """A change's own id → the name of the file that it came from."""
        return {event.about: event.why for event in self.events(draft_id) if event.what is What.BROUGHT}

    def waivers(self, draft_id: int) -> dict[str, Waiver]:
        """By the key of the remark."""
        with self.database.guard():
            rows = self.database.connection().execute(
                "SELECT key, reason, by_name, by_organisation FROM waiver WHERE draft_id = ? ORDER BY key", (draft_id,)
            )
            return {
                text(key): Waiver(text(reason), f"{text(name)}, {text(organisation)}")
                for key, reason, name, organisation in rows
            }

    def waive(self, draft_id: int, key: str, reason: str, who: Person) -> None:
        """Let a remark stand for a reason; without one the waiver is taken back. Raises NotFound, Locked."""
        with self.database.writing() as connection:
            writable(connection, draft_id)
            now = self.database.now()
            if reason:
                connection.execute(
                    "INSERT OR REPLACE INTO waiver (draft_id, key, reason, by_name, by_organisation, at) "
                    "VALUES (?, ?, ?, ?, ?, ?)",
                    (draft_id, key, reason, who.name, who.organisation, now),
                )
            else:
                connection.execute("DELETE FROM waiver WHERE draft_id = ? AND key = ?", (draft_id, key))
            note_event(connection, draft_id, What.WAIVED if reason else What.UNWAIVED, who, now, about=key, why=reason)

    def stated(self, draft_id: int) -> dict[str, Any]:
        """What the file a draft was read in from stated itself (`core.checks.AsRead.stated`); empty when it was ours."""
        with self.database.guard():
            found = self.database.connection().execute("SELECT sums FROM stated WHERE draft_id = ?", (draft_id,))
            row = found.fetchone()
        return read_sums(row[0]) if row else {}


def writable(connection: sqlite3.Connection, draft_id: int) -> tuple[str, str, int]:
    """(title, mall's fingerprint, newest change). Raises NotFound, Locked."""
    open_for_writing(connection, draft_id)
    found: tuple[str, str, int] = connection.execute(
        "SELECT title, mall_fingerprint, last_change FROM draft WHERE id = ?", (draft_id,)
    ).fetchone()
    return found


def latest_of(connection: sqlite3.Connection, draft_id: int) -> Version | None:
    row = connection.execute(
        f"SELECT {VERSION} FROM version WHERE draft_id = ? ORDER BY number DESC LIMIT 1", (draft_id,)
    ).fetchone()
    return version_of(row) if row else None


def set_state(connection: sqlite3.Connection, draft_id: int, state: DraftState) -> None:
    done = connection.execute("UPDATE draft SET state = ? WHERE id = ?", (state.value, draft_id))
    if not done.rowcount:
        raise NotFound


def keep_source(connection: sqlite3.Connection, draft_id: int, source_id: int) -> None:
    """Remember which draft a copy was made from, and its latest version's fingerprint then."""
    latest = latest_of(connection, source_id)
    connection.execute(
        "INSERT INTO follows (draft_id, path, role, source_id, sha256) VALUES (?, '', 'kopia', ?, ?)",
        (draft_id, source_id, latest.sha256 if latest else ""),
    )


def keep_stated(connection: sqlite3.Connection, draft_id: int, sums: Mapping[str, Any]) -> None:
    """Keep what a file that is read in states itself, in the transaction that makes the draft."""
    connection.execute(
        "INSERT INTO stated (draft_id, sums) VALUES (?, ?)", (draft_id, json.dumps(dict(sums), ensure_ascii=False))
    )


def read_sums(stated: str) -> dict[str, Any]:
    try:
        found = json.loads(stated)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
