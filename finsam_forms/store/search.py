"""Search in all drafts: the texts gathered per draft, and an index of their letter triples that says where to look.

The texts decide what is found; the index only leaves out drafts that can't hold a word, so an answer is right also
before everything is indexed, for words of one or two letters, and where SQLite was built without FTS5.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from .cells import text as text_of
from .database import Part

AT_A_TIME = 100
"""Drafts gathered or indexed in one transaction: saving waits for no more than that."""
AT_ONCE = 1_000_000
"""Characters of them, so that a few long drafts are no longer a wait than many short ones."""
PAGES = 200
"""Pages of the index written anew in one transaction."""
TRIPLES = 24
"""Letter triples of a word that are looked up; a longer word is told apart by its first ones."""
FTS = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS triples USING fts5"
    "(text, content = 'search', content_rowid = 'draft_id', tokenize = 'trigram case_sensitive 1', detail = none)"
)


class Search(Part):
    """Gathers, indexes and forgets what is searched."""

    def gather(self) -> None:
        """Gather the words of drafts that have changed since they were last searched. Not done at a save, which is to be quick."""
        while self._gather():
            pass

    def index(self) -> bool:
        """Put some of the gathered texts into the index. True when there is more to do; call again."""
        with self.database.writing() as connection:
            if not can_index(connection):
                return False
            connection.execute(FTS)
            waiting = connection.execute("SELECT draft_id, text FROM search WHERE indexed = 0 LIMIT ?", (AT_A_TIME,))
            fresh = list(no_more_than_at_once(waiting))
            connection.executemany("INSERT INTO triples (rowid, text) VALUES (?, ?)", fresh)
            connection.executemany(
                "UPDATE search SET indexed = 1 WHERE draft_id = ?", [(draft_id,) for draft_id, _ in fresh]
            )
            return bool(fresh)

    def _gather(self) -> bool:
        """True when there was something to gather. Looks before it locks: a search alone holds nobody up."""
        with self.database.guard():
            if not self.database.connection().execute("SELECT 1 FROM search_stale LIMIT 1").fetchone():
                return False
        with self.database.writing() as connection:
            rows = connection.execute(
                "SELECT draft.id, last_change, title, mall_title FROM search_stale JOIN draft ON draft.id = draft_id LIMIT ?",
                (AT_A_TIME,),
            ).fetchall()
            gathered = 0
            for draft_id, last_change, title, mall_title in rows:
                if gathered > AT_ONCE:
                    break
                values = connection.execute(
                    "SELECT CAST(value AS TEXT) FROM value WHERE draft_id = ? AND path NOT LIKE '%/\\_plats' ESCAPE '\\'",
                    (draft_id,),
                )
                text = "\n".join([text_of(title), text_of(mall_title), *(value for (value,) in values)]).casefold()
                gathered += len(text)
                unindex(connection, draft_id)
                connection.execute(
                    "INSERT INTO search (draft_id, change_id, text, indexed) VALUES (?, ?, ?, 0) "
                    "ON CONFLICT (draft_id) DO UPDATE SET change_id = excluded.change_id, text = excluded.text, indexed = 0",
                    (draft_id, last_change, text),
                )
                connection.execute("DELETE FROM search_stale WHERE draft_id = ?", (draft_id,))
        return bool(rows)

    def found_by(self, words: list[str]) -> tuple[str, str, list[str]]:
        """(tables, condition, values) of the drafts that hold all of these words. `words`: casefolded.

        The order of the tables is the order they are read in (CROSS JOIN): the index leads, and what it leaves out is never touched.
        """
        holds = "instr(search.text, ?)" + " AND instr(search.text, ?)" * (len(words) - 1)
        wanted = list(dict.fromkeys(triple for word in words for triple in triples(word)))
        with self.database.guard():
            indexed = wanted and can_index(self.database.connection()) and has_index(self.database.connection())
        if not indexed:
            return "search CROSS JOIN draft ON draft.id = search.draft_id", holds, words
        quoted = " AND ".join('"' + triple.replace('"', '""') + '"' for triple in wanted)
        tables = (
            "(SELECT rowid AS hit FROM triples WHERE triples MATCH ? "
            "UNION ALL SELECT draft_id FROM search WHERE indexed = 0) "
            "CROSS JOIN search ON search.draft_id = hit CROSS JOIN draft ON draft.id = hit"
        )
        return tables, holds, [quoted, *words]


def triples(word: str) -> Iterator[str]:
    """«insats» → ins, nsa, sat, ats."""
    for start in range(min(len(word) - 2, TRIPLES)):
        triple = word[start : start + 3]
        if "\0" not in triple:
            yield triple


def no_more_than_at_once(rows: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Of drafts and their texts, until there are AT_ONCE characters."""
    size = 0
    for draft_id, text in rows:
        yield draft_id, text
        size += len(text)
        if size > AT_ONCE:
            return


def can_index(connection: sqlite3.Connection) -> bool:
    """Whether this SQLite has FTS5 and its trigrams (3.34); without them every text is looked through."""
    found = connection.execute("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'").fetchone()
    return found is not None and sqlite3.sqlite_version_info >= (3, 34)


def has_index(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'triples'").fetchone() is not None


def unindex(connection: sqlite3.Connection, draft_id: int) -> None:
    """Take a draft's text out of the index, as it was put in."""
    row = connection.execute("SELECT text FROM search WHERE draft_id = ? AND indexed = 1", (draft_id,)).fetchone()
    if row and can_index(connection) and has_index(connection):
        connection.execute("INSERT INTO triples (triples, rowid, text) VALUES ('delete', ?, ?)", (draft_id, row[0]))


def forget(connection: sqlite3.Connection, draft_id: int) -> None:
    """Take a draft's text out. Old parts of the index hold its triples until they are written anew, see `write_anew`."""
    unindex(connection, draft_id)
    connection.execute("DELETE FROM search WHERE draft_id = ?", (draft_id,))


def write_anew(connection: sqlite3.Connection, *, first: bool) -> bool:
    """Write some pages of the index into one part, without what was taken out. True when there is more to do; call again.

    This is FTS5's `optimize` in steps: the first one with a number below zero (sqlite.org/fts5.html, «The merge command»).
    """
    if not (can_index(connection) and has_index(connection)):
        return False
    before = connection.total_changes
    connection.execute("INSERT INTO triples (triples, rank) VALUES ('merge', ?)", (-PAGES if first else PAGES,))
    return connection.total_changes - before >= 2
