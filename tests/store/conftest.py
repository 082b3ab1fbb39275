"""A store on a real SQLite file, and how much work SQLite does for a question."""

import types
from contextlib import contextmanager

import pytest

from finsam_forms.store import Person, Store

MALL = types.SimpleNamespace(
    id="a", version="1", title="Ansökan", names=("namn",), files={"a.toml": "x"}, fingerprint="f"
)
ANNA, BO = Person("Anna", "FK"), Person("Bo", "Region")


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path) as store:
        yield store


@pytest.fixture
def draft(store):
    return store.drafts.create(MALL, {"namn": "Ett"}, ANNA)


def changes_of(store, draft, after=0):
    """What the log holds of a draft after a change, the oldest first."""
    query = "SELECT id, path, value, version, op FROM change WHERE draft_id = ? AND id > ? ORDER BY id"
    rows = store.database.connection().execute(query, (draft, after)).fetchall()
    return [
        types.SimpleNamespace(**dict(zip(("id", "path", "value", "version", "op"), row, strict=True))) for row in rows
    ]


@contextmanager
def counted(store):
    """How many tens of steps SQLite's machine takes meanwhile: the same on a slow computer as on a quick one."""
    steps = []
    connection = store.database.connection()
    connection.set_progress_handler(lambda: steps.append(1), 10)
    try:
        yield steps
    finally:
        connection.set_progress_handler(None, 0)
