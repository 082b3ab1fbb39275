"""Forty people, two thousand edits, a server that is killed again and again, answers that are lost: nothing is lost, nothing twice."""

import re
import sqlite3
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from random import Random

import pytest

from finsam_forms.core.budget import ledger_of
from finsam_forms.core.document import Document
from finsam_forms.core.fields.budget import AMOUNT
from finsam_forms.core.kronor import format_kronor
from tests.browser.conftest import Server
from tests.builder import ANSOKAN, worked_example
from tests.stress.writer import DRAFT, Writer

SEED, WRITERS, EDITS, KILLS = 20031210, 40, 50, 8

pytestmark = pytest.mark.long


def query(server, words, *values):
    with sqlite3.connect(server.data / "finsam_forms.sqlite3") as data:
        return data.execute(words, values).fetchall()


def leaves_to_write():
    """Path → kind of value: all kinds, in fields, in rows, in the budget, in names that stand in many places."""
    found = {}
    document = worked_example()
    for field in ANSOKAN.fields():
        for path, leaf in field.leaves(document, field.id):
            if leaf.type in ("line", "long_text", "amount", "date", "percent", "email"):
                found[path] = leaf.type
    dice = Random(SEED)
    by_kind = {kind: sorted(path for path in found if found[path] == kind) for kind in sorted(set(found.values()))}
    return {path: kind for kind, paths in by_kind.items() for path in dice.sample(paths, min(8, len(paths)))}


@pytest.fixture
def server(tmp_path):
    server = Server(tmp_path / "data")
    yield server
    server.stop()


@pytest.fixture
def storm(server):
    """The meeting, when it is over: the writers, having heard everything."""
    first = Writer(server.port, 0, SEED, {}, {})
    first.insist(lambda: first.browser.post("/exempel"))
    view = {path: (value, version) for path, value, version in query(server, "SELECT path, value, version FROM value")}
    leaves = leaves_to_write()
    writers = [Writer(server.port, number, SEED, view, leaves) for number in range(1, WRITERS + 1)]
    done = threading.Event()

    def killer():
        dice = Random(SEED)
        for _ in range(KILLS):
            if done.wait(0.3 + dice.random()):
                return
            server.kill()
            time.sleep(dice.random() * 0.3)
            server.start()

    death = threading.Thread(target=killer)
    death.start()
    try:
        with ThreadPoolExecutor(WRITERS) as people:
            for one in [people.submit(writer.work, EDITS) for writer in writers]:
                one.result(timeout=300)
    finally:
        done.set()
        death.join()
    for writer in writers:
        writer.listen()
    return writers


def test_fyrtio_personer_tvatusen_andringar_och_en_dator_som_dor(storm, server):
    log = query(server, "SELECT op, path, value FROM change WHERE draft_id = ?", DRAFT)
    times = Counter((op, path) for op, path, _ in log)
    assert max(times.values()) == 1, "en ändring finns två gånger i loggen"
    written = {(op, path): value for op, path, value in log}
    acknowledged = [(op, *what) for writer in storm for op, what in writer.acknowledged.items()]
    assert len(acknowledged) > WRITERS * EDITS * 0.5
    missing = [(op, path) for op, path, mark in acknowledged if mark not in written.get((op, path), "")]
    assert missing == [], f"{len(missing)} kvitterade ändringar saknas"

    stored = {
        path: (value, version) for path, value, version in query(server, "SELECT path, value, version FROM value")
    }
    for writer in storm:
        # Where rows stand is no value of a message: a page that shows them is told to fetch itself.
        differ = {path for path, seen in writer.view.items() if seen != stored[path] and not path.endswith("/_plats")}
        assert differ == set(), f"person {writer.number} ser något annat än det som är sparat"
        unheard = {path for path in stored if path not in writer.view and not path.endswith("/_plats")}
        assert unheard == set()

    document = Document(ANSOKAN, {path: value for path, (value, _) in stored.items()})
    ledger = ledger_of(document)
    cells = [
        AMOUNT.read(document.text(f"{line.path}/belopp/{party.id}")).value or 0
        for table in ledger.tables
        for group in table.groups
        for line in group.lines
        for party in table.parties
    ]
    assert ledger.total.value == sum(cells)
    page = storm[0].browser.get(f"/utkast/{DRAFT}/avsnitt/budget")[1].decode()
    (shown,) = re.findall(r'<span class="s-total">([^<]+)', page)
    assert shown == format_kronor(sum(cells))
    assert sum(writer.resent for writer in storm) > KILLS, "servern dog aldrig under någons ändring"
    assert sum(writer.clashes for writer in storm) > 0, "ingen krockade: provet prövar inte det det ska"
