"""What can be saved of data whose indexes are broken: all of the rows, when they can be read."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from .copies import Content, look_through, opened, told_of
from .errors import guarded
from .folder import replacing
from .schema import APPLICATION_ID, STEPS, definitions


def rescue(source: sqlite3.Connection, target: Path) -> Content:
    """A copy made of the rows alone, of data whose indexes can't even be made anew. Raises as `copy` when rows can't be read."""
    with told_of(target), guarded(str(target.parent)), replacing(target) as part:
        with closing(sqlite3.connect(part, isolation_level=None)) as made:
            made.execute("BEGIN")
            source.execute("BEGIN")  # all tables as of one moment
            try:
                copy_rows(source, made)
            finally:
                if source.in_transaction:
                    source.execute("COMMIT")
            made.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            made.execute(f"PRAGMA user_version = {len(STEPS)}")
            made.execute("COMMIT")
        with opened(part) as made:
            return look_through(made, target)


def copy_rows(source: sqlite3.Connection, made: sqlite3.Connection) -> None:
    """Every row of every table; the search index is left for the program to make anew."""
    tables, others = definitions()
    for name, sql in tables.items():
        if name != "sqlite_sequence":
            made.execute(sql)
    for name in tables:
        made.execute(f"DELETE FROM {name}")
        rows = source.execute(f"SELECT * FROM {name} NOT INDEXED")
        places = ", ".join("?" * len(rows.description))
        made.executemany(f"INSERT INTO {name} VALUES ({places})", rows)
    made.execute("UPDATE search SET indexed = 0")
    for sql in others:
        made.execute(sql)
