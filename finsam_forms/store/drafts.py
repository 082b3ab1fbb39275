"""Drafts: making, reading, listing, copying, and the bin."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import time
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from ..core.edit import Person
from ..core.state import DraftState
from .cells import moment, text, whole
from .database import Database, Part
from .dossier import keep_source, keep_stated
from .errors import Busy, FormLost, NotFound
from .events import What, note_event
from .following import NO_MARKS, Marks, Tie, keep_marks, keep_ties
from .search import Search, forget, write_anew

PER_PAGE = 50
MOST_TOGETHER = 100
"""Drafts of a dossier that are listed together."""
PATIENCE, PAUSE = 0.5, 0.02
"""Seconds that whoever deletes waits for what is left to be cleared away; the rest is done while nobody waits."""
LARGEST = 2**63 - 1
"""SQLite is never asked for a number that it can't hold."""
SORTS = {
    "andrad": "changed DESC, id DESC",
    "namn": "title COLLATE NOCASE, id",
    "mall": "mall_title, changed DESC, id DESC",
}


class MallLike(Protocol):
    """What the store keeps of a form definition."""

    @property
    def id(self) -> str: ...
    @property
    def version(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def names(self) -> Sequence[str]: ...
    @property
    def files(self) -> Mapping[str, str]: ...
    @property
    def fingerprint(self) -> str: ...


class Listed(NamedTuple):
    """A draft as a row of the overview. Times are UTC, ISO."""

    id: int
    mall_id: str
    mall_title: str
    mall_fingerprint: str
    title: str
    state: str
    created: str
    changed: str
    changed_by: Person
    last_change: int
    binned: str | None
    dossier: int | None
    """The number of the dossier that it belongs to: an insats' application with its reports."""


class Draft(NamedTuple):
    """A draft with all its values, as of one moment."""

    about: Listed
    values: dict[str, str]
    versions: dict[str, int]

    @property
    def id(self) -> int:
        return self.about.id

    @property
    def last_change(self) -> int:
        return self.about.last_change

    @property
    def state(self) -> DraftState:
        """Being written, or locked for signature."""
        return DraftState(self.about.state)

    @property
    def mall_id(self) -> str:
        return self.about.mall_id

    @property
    def mall_fingerprint(self) -> str:
        return self.about.mall_fingerprint


class Page(NamedTuple):
    """One page of the overview."""

    items: tuple[Listed, ...]
    total: int
    page: int
    pages: int

    @property
    def before(self) -> int | None:
        """The number of the page before this one."""
        return self.page - 1 if self.page > 1 else None

    @property
    def after(self) -> int | None:
        return self.page + 1 if self.page < self.pages else None


NEWEST = (
    "(dossier IS NULL OR NOT EXISTS (SELECT 1 FROM draft AS other WHERE other.dossier = draft.dossier "
    "AND other.binned IS NULL AND (other.changed, other.id) > (draft.changed, draft.id)))"
)
"""A dossier stands once in the list: where that of its drafts stands that was changed last."""
LISTED = (
    "id, mall_id, mall_title, mall_fingerprint, title, state, created, changed, changed_name, changed_organisation, "
    "last_change, binned, dossier"
)


def listed(row: tuple[object, ...]) -> Listed:
    id, mall_id, mall_title, fingerprint, title, state, created, changed, name, organisation, last, binned, dossier = (
        row
    )
    return Listed(
        id=whole(id),
        mall_id=text(mall_id),
        mall_title=text(mall_title),
        mall_fingerprint=text(fingerprint),
        title=text(title),
        state=text(state),
        created=moment(created),
        changed=moment(changed),
        changed_by=Person(text(name), text(organisation)),
        last_change=whole(last),
        binned=None if binned is None else moment(binned),
        dossier=None if dossier is None else whole(dossier),
    )


class Drafts(Part):
    """Queries about whole drafts. `search` finds those that hold some words."""

    def __init__(self, database: Database, search: Search):
        super().__init__(database)
        self.search = search

    def of_forms(self, mall_ids: Iterable[str], most: int) -> tuple[Listed, ...]:
        """The drafts of some forms that are not in the bin, the one changed last first; no more than `most`."""
        ids = tuple(mall_ids)
        with self.database.guard():
            rows = self.database.connection().execute(
                f"SELECT {LISTED} FROM draft WHERE binned IS NULL AND mall_id IN ({', '.join('?' * len(ids))}) "
                "ORDER BY changed DESC, id DESC LIMIT ?",
                (*ids, most),
            )
            return tuple(map(listed, rows))

    def create(
        self,
        mall: MallLike,
        values: Mapping[str, str],
        who: Person,
        *,
        stated: Mapping[str, Any] | None = None,
        copied_from: int = 0,
        follows: Sequence[Tie] = (),
        taken: Marks = NO_MARKS,
    ) -> int:
        """A new draft with these values; the form definition is kept with it. Gives its id.

        `stated`: what the file it is read in from states itself (empty when it is ours, too). `copied_from`: a draft.
        `follows`: the drafts that it follows; `taken`: what it has from them, by path.
        """
        with self.database.writing() as connection:
            now = self.database.now()
            connection.execute(
                "INSERT OR IGNORE INTO mall (fingerprint, id, version, files) VALUES (?, ?, ?, ?)",
                (mall.fingerprint, mall.id, mall.version, json.dumps(dict(mall.files), ensure_ascii=False)),
            )
            title = next((text for path in mall.names if (text := values.get(path))), "")
            cursor = connection.execute(
                "INSERT INTO draft (mall_id, mall_title, mall_fingerprint, title, title_path, state, created, changed, "
                "changed_name, changed_organisation, last_change) VALUES (?, ?, ?, ?, ?, 'skrivs', ?, ?, ?, ?, 0)",
                (
                    mall.id,
                    mall.title,
                    mall.fingerprint,
                    title,
                    " ".join(mall.names),
                    now,
                    now,
                    who.name,
                    who.organisation,
                ),
            )
            draft_id = int(cursor.lastrowid or 0)
            filled = [(path, value) for path, value in values.items() if value]
            connection.executemany(
                "INSERT INTO value (draft_id, path, value, version) VALUES (?, ?, ?, 1)",
                [(draft_id, path, value) for path, value in filled],
            )
            connection.executemany(
                "INSERT INTO change (draft_id, path, value, version, name, organisation, op, at) "
                "VALUES (?, ?, ?, 1, ?, ?, 'ny', ?)",
                [(draft_id, path, value, who.name, who.organisation, now) for path, value in filled],
            )
            connection.execute(
                "UPDATE draft SET last_change = (SELECT coalesce(max(id), 0) FROM change WHERE draft_id = ?) WHERE id = ?",
                (draft_id, draft_id),
            )
            what = What.CREATED if stated is None else What.IMPORTED
            if stated:
                keep_stated(connection, draft_id, stated)
            if copied_from:
                what = What.COPIED
                keep_source(connection, draft_id, copied_from)
            keep_ties(connection, draft_id, follows)
            keep_marks(connection, draft_id, taken)
            source = copied_from
            if follows and stated is None:
                what, source = What.BEGUN, follows[0].source_id
            note_event(connection, draft_id, what, who, now, about=str(source or ""))
            return draft_id

    def load(self, draft_id: int) -> Draft:
        """Raises NotFound."""
        with self.database.reading() as connection:
            about = self._about(connection, draft_id)
            rows = connection.execute(
                "SELECT CAST(path AS TEXT), CAST(value AS TEXT), version FROM value WHERE draft_id = ?", (draft_id,)
            ).fetchall()
        return Draft(
            about=about,
            values={path: value for path, value, _ in rows if value},
            versions={path: whole(version) for path, _, version in rows},
        )

    def about(self, draft_id: int) -> Listed:
        """Raises NotFound."""
        with self.database.guard():
            return self._about(self.database.connection(), draft_id)

    def _about(self, connection: sqlite3.Connection, draft_id: int) -> Listed:
        if draft_id > LARGEST:
            raise NotFound
        row = connection.execute(f"SELECT {LISTED} FROM draft WHERE id = ?", (draft_id,)).fetchone()
        if row is None:
            raise NotFound
        return listed(row)

    def mall_files(self, fingerprint: str) -> tuple[str, dict[str, str]]:
        """(form id, its files) of a form definition kept with a draft. Raises FormLost."""
        with self.database.guard():
            query = "SELECT id, files FROM mall WHERE fingerprint = ?"
            row = self.database.connection().execute(query, (fingerprint,)).fetchone()
        try:
            return row[0], dict(json.loads(row[1]))
        except (ValueError, TypeError):
            raise FormLost(str(self.database.folder)) from None

    def page(
        self,
        *,
        search: str = "",
        sort: str = "andrad",
        page: int = 1,
        per_page: int = PER_PAGE,
        binned: bool = False,
        together: bool = False,
    ) -> Page:
        """A page of drafts. `search`: every word must stand in the name, the form's name or any text.

        `together`: a dossier stands once, unless something is searched for.
        """
        words = search.casefold().split()
        values: list[str] = []
        where = "binned IS NOT NULL" if binned else "binned IS NULL"
        source = "draft"
        if together and not words:
            where += f" AND {NEWEST}"
        if words:
            self.search.gather()
            source, holds, values = self.search.found_by(words)
            where += f" AND {holds}"
        with self.database.reading() as connection:
            total = connection.execute(f"SELECT count(*) FROM {source} WHERE {where}", values).fetchone()[0]
            pages = max(1, -(-total // per_page))
            page = min(max(page, 1), pages)
            rows = connection.execute(
                f"SELECT {LISTED} FROM {source} WHERE {where} ORDER BY {SORTS.get(sort, SORTS['andrad'])} LIMIT ? OFFSET ?",
                [*values, per_page, (page - 1) * per_page],
            ).fetchall()
        return Page(items=tuple(listed(row) for row in rows), total=total, page=page, pages=pages)

    def in_dossiers(self, dossiers: Iterable[int]) -> dict[int, list[Listed]]:
        """The drafts of each dossier that are not in the bin, in the order they were begun."""
        found: dict[int, list[Listed]] = {}
        with self.database.guard():
            for one in dossiers:
                rows = self.database.connection().execute(
                    f"SELECT {LISTED} FROM draft WHERE dossier = ? AND binned IS NULL ORDER BY id LIMIT {MOST_TOGETHER}",
                    (one,),
                )
                found[one] = [listed(row) for row in rows]
        return found

    def count_binned(self) -> int:
        with self.database.guard():
            return int(
                self.database.connection().execute("SELECT count(*) FROM draft WHERE binned IS NOT NULL").fetchone()[0]
            )

    def bin(self, draft_id: int, who: Person) -> None:
        """Raises NotFound."""
        self._bin(draft_id, self.database.now(), What.BINNED, who)

    def take_back(self, draft_id: int, who: Person) -> None:
        """Raises NotFound."""
        self._bin(draft_id, None, What.RESTORED, who)

    def _bin(self, draft_id: int, when: str | None, what: What, who: Person) -> None:
        with self.database.writing() as connection:
            done = connection.execute("UPDATE draft SET binned = ? WHERE id = ?", (when, draft_id))
            if not done.rowcount:
                raise NotFound
            note_event(connection, draft_id, what, who, self.database.now())

    def delete(self, draft_id: int, who: Person) -> None:
        """Delete a draft in the bin for good, with its whole log. Raises NotFound. Nothing of it is left, see `clear_away`."""
        with self.database.writing() as connection:
            binned = connection.execute("SELECT 1 FROM draft WHERE id = ? AND binned IS NOT NULL", (draft_id,))
            if binned.fetchone() is None:
                raise NotFound
            note_event(connection, draft_id, What.DELETED, who, self.database.now())
            forget(connection, draft_id)
            connection.execute("DELETE FROM draft WHERE id = ?", (draft_id,))
            # What was written about it goes with it; that it was made, and when it went, stays.
            connection.execute("UPDATE event SET why = '' WHERE draft_id = ?", (draft_id,))
            connection.execute("INSERT INTO uncleared VALUES (?)", (draft_id,))
        with contextlib.suppress(Busy):
            self.clear_away()

    def clear_away(self, patience: float = PATIENCE) -> bool:
        """Nothing of what was deleted is left in the file: the index is written anew in steps, and the log emptied.

        False when that takes longer than so many seconds, or somebody reads what was there: call again, also after a crash.
        """
        with self.database.guard():
            if not self.database.connection().execute("SELECT 1 FROM uncleared LIMIT 1").fetchone():
                return True
        until = time.monotonic() + patience
        first = more = True
        while more and time.monotonic() < until:
            with self.database.writing() as connection:
                more, first = write_anew(connection, first=first), False
        done = not more and self.database.empty_log()
        while not (done or more) and time.monotonic() < until:
            time.sleep(PAUSE)
            done = self.database.empty_log()
        if done:
            with self.database.writing() as connection:
                connection.execute("DELETE FROM uncleared")
        return done
