"""Forty people, two thousand edits, a server that is killed again and again, answers that are lost: nothing is lost, nothing twice."""

import re
import sqlite3
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from random import Random

import pytest

from finsam_forms.core.document import Document
from finsam_forms.core.kinds.budget.definition import budget_field
from finsam_forms.core.kinds.budget.ledger import ledger_of
from finsam_forms.core.party import parties_of
from finsam_forms.core.percent import format_percent
from tests.browser.conftest import Server
from tests.builder import ANSOKAN
from tests.stress.screen import BASES, DRAFT, sums_of
from tests.stress.writer import OPTIONS, Writer

SEED, WRITERS, KILLS = 20031210, 40, 8
STORM, CALM = 35, 15
"""Edits of each: with rows and a dying server, then without either, so that what is pushed has to hold by itself."""
KINDS = {"line", "long_text", "amount", "date", "percent", "email", "number", "choice"}
MOST_OF_A_KIND = 3
MOST_CELLS = 12

pytestmark = pytest.mark.long


class Meeting:
    """The server, those who write, and what they were told."""

    def __init__(self, server: Server):
        self.server, self.dice = server, Random(SEED)
        self.up = threading.Event()
        self.up.set()
        first = Writer(server.port, 0, SEED, {}, {})
        first.say_name()
        first.browser.post("/exempel")
        self.start_texts = self.stored()
        leaves = places_to_write(self.document(), self.dice)
        newest = self.newest()
        self.writers = [
            Writer(server.port, number, SEED, self.start_texts, leaves, newest) for number in range(1, WRITERS + 1)
        ]
        for writer in self.writers:
            writer.up = self.up
            writer.say_name()
            writer.screen.fetch(writer.get)
            if writer.number % 4 == 0:
                writer.open_stream()
        self.leaves = leaves

    def query(self, words, *values):
        with closing(sqlite3.connect(self.server.data / "finsam_forms.sqlite3")) as data:
            return data.execute(words, values).fetchall()

    def stored(self):
        rows = self.query("SELECT path, value, version FROM value WHERE draft_id = ?", DRAFT)
        return {path: (value, version) for path, value, version in rows}

    def document(self):
        return Document(ANSOKAN, {path: value for path, (value, _) in self.stored().items() if value})

    def newest(self):
        return self.query("SELECT max(id) FROM change WHERE draft_id = ?", DRAFT)[0][0]

    def log(self):
        return self.query("SELECT op, path, value, version, name FROM change WHERE draft_id = ? ORDER BY id", DRAFT)

    def write(self, edits, *, rows, kills):
        """Everybody at once. The server is killed when so and so many edits are made in all."""
        at = sorted(self.dice.sample(range(WRITERS, edits * WRITERS - WRITERS), kills))
        start, done = sum(writer.steps for writer in self.writers), threading.Event()
        pauses = [self.dice.random() * 0.3 for _ in at]

        def killer():
            for moment, pause in zip(at, pauses, strict=True):
                while sum(writer.steps for writer in self.writers) - start < moment:
                    if done.wait(0.002):
                        return
                self.up.clear()
                self.server.kill()
                time.sleep(pause)
                self.server.start()
                self.killed += 1
                self.up.set()

        self.killed = 0
        death = threading.Thread(target=killer)
        death.start()
        try:
            with ThreadPoolExecutor(WRITERS) as people:
                work = [people.submit(writer.work, edits, rows=rows) for writer in self.writers]
                for one in work:
                    one.result(timeout=300)
        finally:
            done.set()
            death.join()
        assert self.killed == kills
        for writer in self.writers:
            writer.catch_up(self.newest())

    def close(self):
        for writer in self.writers:
            if writer.ear:
                writer.ear.closed.set()
            writer.browser.connection.close()


def places_to_write(document, dice):
    """Path → kind of value: every field of the form that holds values, some of each kind in it."""
    found = {}
    for field in ANSOKAN.fields():
        by_kind = {}
        for path, leaf in [(one.path, one.field) for one in field.answer(document).leaves()]:
            by_kind.setdefault(leaf.type, []).append(path)
        for kind, paths in by_kind.items():
            assert kind in KINDS, kind
            most = MOST_CELLS if kind == "amount" else MOST_OF_A_KIND
            found |= dict.fromkeys(dice.sample(paths, min(most, len(paths))), kind)
    assert set(found.values()) == KINDS
    assert {path for path, kind in found.items() if kind == "choice"} == set(OPTIONS)
    assert {"parties", "goals", "rows", "signature", "budget", "period", "yes_no"} <= {
        ANSOKAN.field(path.split("/")[0]).type for path in found
    }
    return found


@pytest.fixture(scope="module")
def meeting(tmp_path_factory):
    """The meeting, when it is over and everybody has heard everything."""
    server = Server(tmp_path_factory.mktemp("mote") / "data")
    meeting = None
    try:
        meeting = Meeting(server)
        meeting.write(STORM, rows=True, kills=KILLS)
        meeting.write(CALM, rows=False, kills=0)
        yield meeting
    finally:
        if meeting:
            meeting.close()
        server.stop()


def test_motet_var_sa_stormigt_som_det_skulle(meeting):
    writers = meeting.writers
    assert sum(writer.steps for writer in writers) == WRITERS * (STORM + CALM) == 2_000
    assert sum(writer.resent for writer in writers) >= KILLS, "servern dog aldrig under någons ändring"
    assert sum(writer.hung_up for writer in writers) >= 50
    assert sum(writer.clashes for writer in writers) >= 50
    assert sum(len(writer.rows_moved) for writer in writers) >= 100
    assert {one.path.split("/")[0] for writer in writers for one in writer.acknowledged} >= {
        path.split("/")[0] for path in meeting.leaves
    }
    assert all(writer.ear.opened > 1 for writer in writers if writer.ear), "strömmarna bröts aldrig"


def test_varje_kvitterad_andring_finns_en_gang_i_loggen(meeting):
    log = meeting.log()
    by_op, by_version = {}, {}
    for op, path, value, version, name in log:
        by_op.setdefault((op, path), []).append((value, name))
        by_version.setdefault((path, version), []).append(value)
    assert max(map(len, by_version.values())) == 1, "två ändringar fick samma version"
    lost = []
    for writer in meeting.writers:
        for one in writer.acknowledged:
            (there,) = by_version.get((one.path, one.version), [""])
            rows = by_op.get((one.op, one.path), [])
            # A choice that somebody else had already made the same way is no change: it is what stands that counts.
            choice = one.path in OPTIONS and not rows and there == one.mark
            once = len(rows) == 1 and one.mark in rows[0][0] and one.mark in there and rows[0][1] == writer.name
            if not once and not choice:
                lost.append((writer.name, one, rows))
        for op, path in writer.rows_moved.items():
            if len(by_op.get((op, path), [])) != 1:
                lost.append((writer.name, op, path))
    assert lost == []
    assert sum(len(writer.acknowledged) for writer in meeting.writers) > WRITERS * (STORM + CALM) * 0.5


def test_en_omsand_andring_skrivs_inte_en_gang_till(meeting):
    """Neither under its own op, nor as the same word twice in a text."""
    ops = Counter(op for op, *_ in meeting.log() if op != "ny")
    pasted = {one.op for writer in meeting.writers for one in writer.acknowledged}
    pasted = {op for op in pasted if ops[op] > 1}
    paths = Counter(one.op for writer in meeting.writers for one in writer.acknowledged)
    assert {op: count for op, count in ops.items() if count > 1} == {op: paths[op] for op in pasted}
    for path, (text, _) in meeting.stored().items():
        words = Counter(re.findall(r"\bord\d+\b", text))
        assert [word for word, count in words.items() if count > 1] == [], path


def test_ingens_ord_i_en_text_ar_borta(meeting):
    """Nobody took a word out, so each that was acknowledged, or stood there from the start, still stands."""
    stored = meeting.stored()
    texts = {path for path in stored if (leaf := ANSOKAN.leaf_at(path)) and leaf.type == "long_text"}
    gone = [
        (writer.name, one)
        for writer in meeting.writers
        for one in writer.acknowledged
        if one.path in texts and one.mark not in stored[one.path][0].split()
    ]
    assert gone == []
    for path in texts & meeting.start_texts.keys():
        assert Counter(meeting.start_texts[path][0].split()) <= Counter(stored[path][0].split()), path


def test_alla_ser_det_som_ar_sparat(meeting):
    stored = {path: found for path, found in meeting.stored().items() if not path.endswith("/_plats")}
    document = meeting.document()
    rows = {base: document.rows(base) for base in BASES}
    for writer in meeting.writers:
        seen = {path: found for path, found in writer.screen.values.items() if not path.endswith("/_plats")}
        differ = {path for path in seen.keys() | stored.keys() if seen.get(path) != stored.get(path)}
        assert differ == set(), f"{writer.name} ser något annat än det som är sparat"
        assert writer.screen.rows == rows, f"{writer.name} ser raderna i en annan ordning"


def test_alla_summor_ar_cellernas_hos_alla(meeting):
    document = meeting.document()
    added = plain_addition(document)
    assert {key: found[:2] for key, found in ledger_of(document).sums.items()} == added
    fresh = sums_of(meeting.writers[0].get(f"/utkast/{DRAFT}/avsnitt/budget"))
    expected = {"s-" + key.replace("/", "-"): shown(key, found) for key, found in added.items()}
    assert {name: words for name, words in fresh.items() if name in expected} == expected
    assert all(words.startswith("0") for name, words in fresh.items() if name not in expected)
    for writer in meeting.writers:
        assert writer.screen.sums == fresh, f"{writer.name} ser andra summor"


def plain_addition(document):
    """Every sum of the budget from its cells, with nothing but additions."""
    sums = {}

    def add(key, value):
        value_now, unread = sums.get(key, (0, 0))
        sums[key] = (value_now + (value or 0), unread + (value is None))

    for table in budget_field(ANSOKAN).tables:
        parties = [party.id for party in parties_of(document) if party.owner or table.parties == "all"]
        for group in table.groups:
            for row in [line.id for line in group.rows] + list(document.rows(f"budget/{group.id}")):
                for party in parties:
                    text = document.text(f"budget/{group.id}/{row}/belopp/{party}")
                    for key in (
                        f"rad/{group.id}/{row}",
                        f"grupp/{group.id}/{party}",
                        f"grupp/{group.id}",
                        f"tabell/{table.id}/{party}",
                        f"tabell/{table.id}",
                        f"part/{party}",
                        "total",
                    ):
                        if text:
                            add(key, kronor(text))
                share = document.text(f"budget/{group.id}/{row}/tjanst_procent")
                if share and group.share:
                    whole, _, part = share.partition(",")
                    add(f"tjanst/{group.id}", int(whole) * 100 + int(part.ljust(2, "0")))
    return sums


def kronor(text):
    """What a cell of this meeting counts as: «1010203», «10203*12»; «10203 sedlar» can't be read."""
    factors = text.split("*")
    if not all(factor.isdigit() for factor in factors):
        return None
    return int(factors[0]) * int(factors[1] if len(factors) > 1 else 1)


def shown(key, found):
    value, unread = found
    words = format_percent(value) if key.startswith("tjanst/") else f"{value:,}".replace(",", "\u00a0")
    missing = {0: "", 1: "1 cell oläst"}.get(unread, f"{unread} celler olästa")
    return words + missing
