"""The store: what was acknowledged is there, once, whatever happens."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from finsam_forms.core.fingerprint import Fingerprint
from finsam_forms.core.merge import merge
from finsam_forms.store import (
    AlreadyRunning,
    Clash,
    Damaged,
    DiskFull,
    Edit,
    Locked,
    NewerData,
    NotFound,
    NotOurs,
    ReadOnly,
    Store,
    restore,
)
from finsam_forms.store.database import FILE, STEPS
from finsam_forms.store.errors import FormLost
from tests.store.conftest import ANNA, BO, MALL, changes_of


def test_ett_varde_sparas_med_version_och_logg(store, draft):
    saved = store.changes.save(draft, Edit("syfte", "Hej", 0, "op1"), ANNA)
    assert (saved.version, saved.previous) == (1, "")
    assert store.drafts.load(draft).values == {"namn": "Ett", "syfte": "Hej"}
    (change,) = store.log.history(draft, "syfte")
    assert (change.value, change.who, change.op) == ("Hej", ANNA, "op1")


def test_samma_op_sparas_en_gang(store, draft):
    first = store.changes.save(draft, Edit("syfte", "Hej", 0, "op1"), ANNA)
    again = store.changes.save(draft, Edit("syfte", "Hej", 0, "op1"), ANNA)
    assert again.repeated
    assert (again.version, again.value) == (first.version, first.value)
    assert len(store.log.history(draft, "syfte")) == 1


def test_oforandrat_varde_skriver_ingenting(store, draft):
    assert store.changes.save(draft, Edit("namn", "Ett", 1, "op1"), ANNA).change_id == 0


def test_aldre_grund_och_lang_text_slas_ihop(store, draft):
    store.changes.save(draft, Edit("syfte", "en två tre", 0, "op1"), ANNA, mergeable=True)
    store.changes.save(draft, Edit("syfte", "EN två tre", 1, "op2"), BO, mergeable=True)
    saved = store.changes.save(draft, Edit("syfte", "en två TRE", 1, "op3"), ANNA, mergeable=True)
    assert saved.value == "EN två TRE"
    assert saved.merged


def test_aldre_grund_annars_ar_en_krock_med_bada_vardena(store, draft):
    store.changes.save(draft, Edit("namn", "Bos", 1, "op1"), BO)
    with pytest.raises(Clash) as found:
        store.changes.save(draft, Edit("namn", "Annas", 1, "op2"), ANNA)
    assert (found.value.mine, found.value.theirs, found.value.version, found.value.who) == (
        "Annas",
        "Bos",
        2,
        "Bo, Region",
    )
    assert store.drafts.load(draft).values["namn"] == "Bos"


def test_flera_varden_ar_allt_eller_inget(store, draft):
    store.changes.save(draft, Edit("b", "1", 0, "op1"), BO)
    with pytest.raises(Clash):
        store.changes.save_many(draft, [Edit("a", "1", 0, "op2"), Edit("b", "2", 0, "op2")], ANNA)
    assert "a" not in store.drafts.load(draft).values


def test_last_och_kastat_utkast_gar_inte_att_andra(store, draft):
    store.dossier.lock(draft, Fingerprint("prov", "{}", "0" * 64), ANNA)
    with pytest.raises(Locked):
        store.changes.save(draft, Edit("namn", "x", 1, "op1"), ANNA)
    store.dossier.unlock(draft, "Fel namn", ANNA)
    store.drafts.bin(draft, ANNA)
    with pytest.raises(NotFound):
        store.changes.save(draft, Edit("namn", "x", 1, "op1"), ANNA)


def test_angra_lagger_tillbaka_och_krockar_om_nagon_andrat_sedan(store, draft):
    store.changes.save(draft, Edit("namn", "Två", 1, "op1"), ANNA)
    store.changes.save_many(draft, store.changes.opposite(draft, "op1", "op2"), ANNA)
    assert store.drafts.load(draft).values["namn"] == "Ett"
    store.changes.save(draft, Edit("namn", "Tre", 3, "op3"), ANNA)
    store.changes.save(draft, Edit("namn", "Bos", 4, "op4"), BO)
    with pytest.raises(Clash):
        store.changes.save_many(draft, store.changes.opposite(draft, "op3", "op5"), ANNA)


@pytest.mark.parametrize(
    "damage", ["UPDATE draft SET mall_fingerprint = 'x'", "DELETE FROM mall", "UPDATE mall SET files = '{'"]
)
def test_ett_utkast_vars_formular_ar_skadat_sags_inte_vara_borta(store, draft, damage):
    store.database.connection().execute("PRAGMA foreign_keys = off")
    store.database.connection().execute(damage)
    with pytest.raises(FormLost, match="texter ligger kvar"):
        store.drafts.mall_files(store.drafts.load(draft).mall_fingerprint)


def test_dokumentet_som_det_var(store, draft):
    first = store.changes.save(draft, Edit("syfte", "Då", 0, "op1"), ANNA)
    store.changes.save(draft, Edit("syfte", "Nu", 1, "op2"), BO)
    assert store.log.values_at(draft, first.change_id) == {"namn": "Ett", "syfte": "Då"}
    assert [change.value for change in changes_of(store, draft, first.change_id)] == ["Nu"]


def test_namnet_i_oversikten_foljer_vardet(store, draft):
    store.changes.save(draft, Edit("namn", "Två", 1, "op1"), BO)
    (item,) = store.drafts.page().items
    assert (item.title, item.changed_by) == ("Två", BO)


def test_listan_sorteras_bladdras_och_soks(store):
    for number in range(120):
        store.drafts.create(MALL, {"namn": f"Utkast {number:03d}", "text": "ÅLDER" if number == 7 else "x"}, ANNA)
    page = store.drafts.page(sort="namn", page=2)
    assert (page.total, page.pages, len(page.items)) == (120, 3, 50)
    assert page.items[0].title == "Utkast 050"
    assert [item.title for item in store.drafts.page(search="ålder").items] == ["Utkast 007"]


def test_tva_servrar_pa_samma_mapp_gar_inte(tmp_path):
    with Store(tmp_path, exclusive=True) as first:
        first.database.lock.note("http://127.0.0.1:8000")
        with pytest.raises(AlreadyRunning, match="127.0.0.1:8000"):
            Store(tmp_path, exclusive=True)
        with Store(tmp_path) as beside:
            assert beside.drafts.page().total == 0
    Store(tmp_path, exclusive=True).close()


def test_tradar_som_sparar_samtidigt_tappar_inget(store, draft):
    def work(number):
        for count in range(20):
            store.changes.save(draft, Edit(f"f{number}_{count}", "x", 0, f"op{number}-{count}"), ANNA)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(store.drafts.load(draft).values) == 101


def test_full_disk_sags_och_det_sparade_finns_kvar(store, draft):
    pages = store.database.connection().execute("PRAGMA page_count").fetchone()[0]
    store.database.connection().execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(DiskFull):
        for number in range(200):
            store.changes.save(draft, Edit(f"f{number}", "x" * 1000, 0, f"op{number}"), ANNA)
    store.database.connection().execute("PRAGMA max_page_count = 100000")
    assert store.drafts.load(draft).values["namn"] == "Ett"
    assert store.changes.save(draft, Edit("sist", "x", 0, "opsist"), ANNA).version == 1


def test_skadad_databas_sags_och_rors_inte(tmp_path):
    (tmp_path / FILE).write_bytes(b"det har ar ingen databas" * 100)
    with pytest.raises(Damaged, match="restore"):
        Store(tmp_path)
    assert (tmp_path / FILE).read_bytes().startswith(b"det har")


def test_nyare_data_an_programmet_rors_inte(tmp_path):
    Store(tmp_path).close()
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    with pytest.raises(NewerData):
        Store(tmp_path)


def test_mapp_som_inte_gar_att_skriva_i(tmp_path):
    (tmp_path / "fil").write_text("x")
    with pytest.raises(ReadOnly):
        Store(tmp_path / "fil")


def test_uppgradering_tar_en_kopia_forst(tmp_path, monkeypatch):
    with Store(tmp_path) as store:
        store.drafts.create(MALL, {"namn": "Ett"}, ANNA)
    monkeypatch.setattr("finsam_forms.store.database.STEPS", (*STEPS, "CREATE TABLE ny (x);"))
    with Store(tmp_path) as store:
        assert store.database.connection().execute("PRAGMA user_version").fetchone()[0] == len(STEPS) + 1
        assert store.drafts.load(1).values == {"namn": "Ett"}
    assert list((tmp_path / "sakerhetskopior").glob("fore-version-*"))


def test_kopia_och_aterstallning(tmp_path):
    with Store(tmp_path / "a") as store:
        draft = store.drafts.create(MALL, {"namn": "Ett"}, ANNA)
        copy = store.backups.take(tmp_path / "kopia.sqlite3")
        store.changes.save(draft, Edit("namn", "Två", 1, "op1"), ANNA)
    kept = restore(tmp_path / "a", copy)
    with Store(tmp_path / "a") as store:
        assert store.drafts.load(draft).values["namn"] == "Ett"
    assert kept.exists()


def test_aterstallning_av_annat_an_en_kopia_vagras(tmp_path):
    (tmp_path / "x").write_text("inte en databas")
    with pytest.raises(NotOurs):
        restore(tmp_path / "a", tmp_path / "x")
    with Store(tmp_path / "b", exclusive=True) as store:
        copy = store.backups.take(tmp_path / "k.sqlite3")
        with pytest.raises(AlreadyRunning):
            restore(tmp_path / "b", copy)


def test_dagens_kopia_tas_en_gang_och_fjorton_sparas(store):
    folder = store.database.copies_folder()
    for number in range(20):
        (folder / f"dag-2000-01-{number + 1:02d}.sqlite3").write_bytes(b"")
    store.backups.daily()
    store.backups.daily()
    assert len(list(folder.glob("dag-*"))) == 14


WRITER = """
import sys, types
from pathlib import Path
from finsam_forms.store import Edit, Person, Store
store = Store(Path(sys.argv[1]))
for number in range(int(sys.argv[2]), 10**9):
    store.changes.save(1, Edit(f"f{number}", str(number), 0, f"op{number}"), Person("A", "B"))
    print(number, flush=True)
"""


@pytest.mark.long
@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_dodad_mitt_i_skrivandet_har_varje_kvitterad_andring_exakt_en_gang(tmp_path):
    with Store(tmp_path) as store:
        store.drafts.create(MALL, {}, ANNA)
    acknowledged, start = set(), 0
    for _ in range(12):
        process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path), str(start)], stdout=subprocess.PIPE, text=True
        )
        for _ in range(25):
            acknowledged.add(int(process.stdout.readline()))
        process.send_signal(signal.SIGKILL)
        rest, _ = process.communicate()
        acknowledged |= {int(line) for line in rest.split()}
        start = max(acknowledged) + 2
    with Store(tmp_path) as store:
        ops = [change.op for change in changes_of(store, 1, 0)]
        values = store.drafts.load(1).values
    assert len(ops) == len(set(ops))
    assert {f"op{number}" for number in acknowledged} <= set(ops)
    assert all(values[f"f{number}"] == str(number) for number in acknowledged)


class StoreAgainstDictionary(RuleBasedStateMachine):
    """The store against a plain dictionary of path → list of versions."""

    texts = st.lists(st.sampled_from(list("abcdef")), max_size=5).map(" ".join)

    @initialize()
    def begin(self):
        import tempfile
        from pathlib import Path

        self.folder = tempfile.TemporaryDirectory()
        self.store = Store(Path(self.folder.name))
        self.draft = self.store.drafts.create(MALL, {}, ANNA)
        self.model: dict[str, list[str]] = {}
        self.ops = 0

    @rule(path=st.sampled_from(["x", "y"]), text=texts, back=st.integers(0, 3), mergeable=st.booleans())
    def save(self, path, text, back, mergeable):
        versions = self.model.setdefault(path, [""])
        base = max(0, len(versions) - 1 - back)
        self.ops += 1
        current = versions[-1]
        expected = text
        if text != current and base != len(versions) - 1:
            expected = (
                merge(versions[base], text, current) if mergeable else text if current == versions[base] else None
            )
        edit = Edit(path, text, base, f"op{self.ops}")
        if expected is None:
            with pytest.raises(Clash):
                self.store.changes.save(self.draft, edit, ANNA, mergeable=mergeable)
            return
        saved = self.store.changes.save(self.draft, edit, ANNA, mergeable=mergeable)
        assert saved.value == expected
        if expected != current:
            versions.append(expected)
        assert saved.version == len(versions) - 1

    @invariant()
    def same(self):
        if not hasattr(self, "store"):
            return
        values = self.store.drafts.load(self.draft).values
        assert values == {path: versions[-1] for path, versions in self.model.items() if versions[-1]}

    def teardown(self):
        self.store.close()
        self.folder.cleanup()


StoreAgainstDictionary.TestCase.settings = settings(max_examples=15, stateful_step_count=20, deadline=None)
TestStoreAgainstDictionary = StoreAgainstDictionary.TestCase
