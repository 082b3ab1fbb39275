"""Killed in the middle of anything, the data are those from before or those from after, and no copy is half."""

import os
import random
import shutil
import signal
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from finsam_forms.core.fingerprint import Fingerprint
from finsam_forms.core.state import DraftState
from finsam_forms.store import Edit, Store, restore
from finsam_forms.store.copies import check
from finsam_forms.store.folder import COPIES, FILE, copies_of
from finsam_forms.store.schema import APPLICATION_ID, STEPS
from tests.store.conftest import ANNA, MALL, changes_of

pytestmark = pytest.mark.skipif(os.name == "nt", reason="fork and SIGKILL")
BEFORE = Path(__file__).parent / "data" / "version-2.sql"
VALUES = {"namn": "Ett", **{f"f{number}": "x" * 500 for number in range(40)}}


def save(data):
    with Store(data) as store:
        store.changes.save_many(1, [Edit(path, "nytt", 1, "op1") for path in ("namn", "f1", "f2")], ANNA)


def saved(store):
    found = {store.drafts.load(1).values[path] == "nytt" for path in ("namn", "f1", "f2")}
    assert len(found) == 1, "all of them or none"
    assert len(changes_of(store, 1, 0)) == (44 if found == {True} else 41)
    return found == {True}


def lock(data):
    with Store(data) as store:
        store.dossier.lock(1, Fingerprint("prov", "{}", "0" * 64), ANNA)


def locked(store):
    is_locked = store.drafts.load(1).state is DraftState.LOCKED
    assert is_locked == bool(store.dossier.versions(1))
    return is_locked


def read_in(data):
    with Store(data) as store:
        store.drafts.create(MALL, VALUES, ANNA, stated={"total": 5})


def was_read_in(store):
    drafts = store.drafts.page().items
    assert all(store.drafts.load(one.id).values == VALUES for one in drafts)
    assert all(store.dossier.events(one.id) for one in drafts)
    return len(drafts) == 2


def delete(data):
    with Store(data) as store:
        store.drafts.bin(1, ANNA)
        store.drafts.delete(1, ANNA)


def deleted(store):
    left = [
        store.database.connection().execute(f"SELECT count(*) FROM {one}").fetchone()[0] for one in ("draft", "value")
    ]
    assert left in ([1, 41], [0, 0])
    return left == [0, 0]


def copy(data):
    with Store(data) as store:
        store.backups.daily()


def copied(store):
    return store.backups.todays_copy().exists()


def put_back(data):
    restore(data, data.with_name("kopia.sqlite3"))


def was_put_back(store):
    name = store.drafts.load(1).values["namn"]
    assert name in ("Ett", "Från kopian")
    return name == "Från kopian"


def migrate(data):
    Store(data).close()


def migrated(store):
    assert store.database.connection().execute("PRAGMA user_version").fetchone()[0] == len(STEPS)
    assert len(store.dossier.versions(1)) == 2
    return True


JOBS = {
    "spara": (save, saved), "lås": (lock, locked), "läs in": (read_in, was_read_in), "radera": (delete, deleted),
    "kopiera": (copy, copied), "återställ": (put_back, was_put_back), "migrera": (migrate, migrated),
}  # fmt: skip


def made(data, job):
    """What there is before the job."""
    if job == "migrera":
        data.mkdir()
        with closing(sqlite3.connect(data / FILE)) as connection:
            connection.executescript(BEFORE.read_text("utf-8"))
            connection.executescript(f"PRAGMA user_version = 2; PRAGMA application_id = {APPLICATION_ID};")
        return
    with Store(data) as store:
        store.drafts.create(MALL, VALUES, ANNA)
        store.backups.take(data.with_name("kopia.sqlite3"))
        with closing(sqlite3.connect(data.with_name("kopia.sqlite3"))) as connection, connection:
            connection.execute("UPDATE value SET value = 'Från kopian' WHERE path = 'namn'")
        store.changes.save(1, Edit("f3", "i loggen", 1, "op0"), ANNA)
        store.changes.save(1, Edit("f3", VALUES["f3"], 2, "op00"), ANNA)
        store.database.connection().execute("DELETE FROM change WHERE op LIKE 'op0%'")
        store.database.connection().execute("UPDATE value SET version = 1")
        left_open = data.with_name("oppen")
        shutil.copytree(data, left_open)  # with its log, as after a kill
    shutil.rmtree(data)
    left_open.rename(data)


def in_child(work, data, kill_at=0):
    """Do the work in a process of its own, killed at its n-th call of anything written in C; gives how many there were."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        calls = 0

        def count(frame, event, argument):
            nonlocal calls
            if event == "c_call":
                calls += 1
                if calls == kill_at:
                    os.kill(os.getpid(), signal.SIGKILL)

        try:
            sys.setprofile(count)
            work(data)
            sys.setprofile(None)
            os.write(writer, str(calls).encode())
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as told:
        text = told.read()
    os.waitpid(child, 0)
    return int(text or 0)


def killed_at(job, tmp_path, points):
    """The job killed at so many points, spread over it; how often it had been done, and how often not."""
    work, outcome = JOBS[job]
    data, start = tmp_path / "data", tmp_path / "fore"
    made(start, job)
    shutil.copytree(start, data)
    calls = in_child(work, data)
    assert calls
    done = []
    for point in sorted(random.Random(7).sample(range(1, calls), min(points, calls - 1))):
        shutil.rmtree(data)
        shutil.copytree(start, data)
        in_child(work, data, point)
        for file in copies_of(data):
            check(file)
        with Store(data, exclusive=True) as store:
            done.append(outcome(store))
            assert store.database.connection().execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            assert store.database.connection().execute("PRAGMA foreign_key_check").fetchall() == []
        work_again(job, data, done[-1])
    return done


def work_again(job, data, done):
    """It can be done again, or on."""
    work, outcome = JOBS[job]
    if not done or job in ("kopiera", "återställ", "migrera"):
        work(data)
        with Store(data) as store:
            assert outcome(store)
    assert not list((data / COPIES).glob("*.skadad"))


@pytest.mark.parametrize("job", JOBS)
def test_dodad_mitt_i(job, tmp_path):
    assert killed_at(job, tmp_path, 8)


@pytest.mark.long
@pytest.mark.parametrize("job", JOBS)
def test_dodad_var_som_helst(job, tmp_path):
    done = killed_at(job, tmp_path, 250)
    assert job == "migrera" or {True, False} == set(done), "killed before it was done, and after"
