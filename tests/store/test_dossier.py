"""What is true about a draft and is no answer of it: versions, events, waivers, and what an older program kept as answers."""

import sqlite3
from pathlib import Path

import pytest

from finsam_forms.app import create_app
from finsam_forms.core.checks import Severity
from finsam_forms.core.fingerprint import Fingerprint
from finsam_forms.store import Edit, Locked, NotFound, Person, Store, What
from finsam_forms.store.database import APPLICATION_ID, FILE
from finsam_forms.web import lasning
from tests.client import client_of
from tests.store.conftest import ANNA, BO, MALL

BEFORE = Path(__file__).parent / "data" / "version-2.sql"
"""A database as the program wrote it before versions, events and waivers had tables of their own."""


def mark(digit):
    return Fingerprint("prov", '{"x":1}', digit * 64)


def test_varje_lasning_av_nagot_nytt_ar_en_ny_version(store, draft):
    for digit in "ab":
        store.dossier.lock(draft, mark(digit), ANNA)
        store.dossier.unlock(draft, "Fel belopp", BO)
    versions = store.dossier.versions(draft)
    assert [(one.number, one.sha256[0], one.name, one.by) for one in versions] == [
        (2, "b", "Ett", ANNA),
        (1, "a", "Ett", ANNA),
    ]


def test_samma_innehall_igen_ar_samma_version(store, draft):
    first = store.dossier.lock(draft, mark("a"), ANNA)
    store.dossier.unlock(draft, "Vi trodde att något var fel", BO)
    assert store.dossier.lock(draft, mark("a"), BO) == first
    assert [event.what for event in store.dossier.events(draft)] == [
        What.LOCKED, What.UNLOCKED, What.LOCKED, What.CREATED,
    ]  # fmt: skip


def test_det_som_aterkommer_efter_en_ny_version_ar_ett_nytt_nummer(store, draft):
    """Only the latest keeps its number: two papers with the same number must never differ, nor two in a row be the same."""
    for digit in "aba":
        store.dossier.lock(draft, mark(digit), ANNA)
        store.dossier.unlock(draft, "Ändring", ANNA)
    assert [one.number for one in store.dossier.versions(draft)] == [3, 2, 1]


def test_last_gar_inte_att_lasa_igen_och_olast_inte_att_lasa_upp(store, draft):
    store.dossier.lock(draft, mark("a"), ANNA)
    with pytest.raises(Locked):
        store.dossier.lock(draft, mark("b"), ANNA)
    store.dossier.unlock(draft, "En gång", ANNA)
    store.dossier.unlock(draft, "En gång till", ANNA)
    assert [event.why for event in store.dossier.events(draft) if event.what is What.UNLOCKED] == ["En gång"]


def test_den_som_lasts_upp_star_med_sitt_skal(store, draft):
    store.dossier.lock(draft, mark("a"), ANNA)
    store.dossier.unlock(draft, "Regionens belopp var fel", BO)
    newest = store.dossier.events(draft)[0]
    assert (newest.what, newest.why, newest.by) == (What.UNLOCKED, "Regionens belopp var fel", BO)


def test_ett_skal_far_sta_tills_det_tas_tillbaka(store, draft):
    store.dossier.waive(draft, "g32_0", "Så heter adressen", BO)
    assert store.dossier.waivers(draft)["g32_0"].name == "Bo, Region"
    store.dossier.waive(draft, "g32_0", "", ANNA)
    assert store.dossier.waivers(draft) == {}
    assert [(event.what, event.by) for event in store.dossier.events(draft)][:2] == [
        (What.UNWAIVED, ANNA),
        (What.WAIVED, BO),
    ]


def test_i_ett_last_eller_kastat_utkast_far_inget_mer_sta(store, draft):
    store.dossier.lock(draft, mark("a"), ANNA)
    with pytest.raises(Locked):
        store.dossier.waive(draft, "g32_0", "Skäl", ANNA)
    store.dossier.unlock(draft, "Skäl", ANNA)
    store.drafts.bin(draft, ANNA)
    for action in (
        lambda: store.dossier.waive(draft, "g32_0", "Skäl", ANNA),
        lambda: store.dossier.lock(draft, mark("b"), ANNA),
        lambda: store.dossier.unlock(draft, "Skäl", ANNA),
    ):
        with pytest.raises(NotFound):
            action()


def test_vad_som_gjorts_star_kvar_nar_utkastet_raderats_men_inte_vad_som_skrevs(store, draft):
    store.dossier.waive(draft, "g32_0", "Hemligt skäl", ANNA)
    store.drafts.bin(draft, BO)
    store.drafts.delete(draft, BO)
    events = store.dossier.events(draft)
    assert [event.what for event in events] == [What.DELETED, What.BINNED, What.WAIVED, What.CREATED]
    assert all(event.why == "" for event in events)
    assert store.dossier.versions(draft) == ()


def test_kopian_vet_vad_den_ar_en_kopia_av(store, draft):
    store.dossier.lock(draft, mark("a"), ANNA)
    copy = store.drafts.create(MALL, {"namn": "Två"}, BO, copied_from=draft)
    assert [(event.what, event.about) for event in store.dossier.events(copy)] == [(What.COPIED, str(draft))]
    row = (
        store.database.connection()
        .execute("SELECT source_id, sha256 FROM follows WHERE draft_id = ?", (copy,))
        .fetchone()
    )
    assert row == (draft, "a" * 64)


def test_filens_egna_summor_foljer_med(store):
    read = store.drafts.create(MALL, {}, ANNA, stated={"total": 5})
    assert store.dossier.stated(read) == {"total": 5}
    assert store.dossier.events(read)[0].what is What.IMPORTED


@pytest.fixture
def from_before(tmp_path):
    """The older database in a data folder of its own."""
    folder = tmp_path / "data"
    folder.mkdir()
    connection = sqlite3.connect(folder / FILE)
    connection.executescript(BEFORE.read_text("utf-8"))
    connection.execute("PRAGMA user_version = 2")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.commit()
    connection.close()
    return folder


def test_en_aldre_databas_foljer_med(from_before):
    anna, bertil = Person("Anna Andersson", "Försäkringskassan"), Person("Bertil Berg", "Avesta kommun")
    with Store(from_before) as store:
        assert [(one.number, one.by) for one in store.dossier.versions(1)] == [(2, bertil), (1, anna)]
        assert store.dossier.versions(2) == (), "«abc» was never a version"
        assert {key: one.name for key, one in store.dossier.waivers(2).items()} == {
            "g32_c7933dafd808": "Bertil Berg, Avesta kommun"
        }
        assert store.dossier.stated(3)["grupp/lon"] == 326_000
        for draft in (1, 2, 3, 4):
            paths = store.drafts.load(draft).values
            assert not any(path.startswith("_") and not path.startswith(("_titel", "_notes/")) for path in paths)
        assert store.drafts.load(2).values["_notes/syfte/p9zsje/text"] == "Fråga kommunen"
        assert store.database.connection().execute("PRAGMA foreign_key_check").fetchall() == []
        with pytest.raises(Locked):
            store.changes.save(1, Edit("syfte", "Annat", 2, "op1"), ANNA)
    assert list((from_before / "sakerhetskopior").iterdir()), "a copy is taken first"


def test_papper_som_redan_ar_underskrivna_kanns_igen(from_before):
    """The fingerprint of a version locked by the older program is what stands on its paper."""
    app = create_app(from_before, EXCLUSIVE=False)
    store = app.extensions["finsam_forms"].store
    try:
        second, first = store.dossier.versions(1)
        assert second.sha256[:12].upper() == "6A4DC18BA0C0"
        assert len(first.sha256) == 64
        assert first.sha256 != second.sha256
    finally:
        store.close()


@pytest.mark.parametrize(("written", "number"), [({}, 2), ({"syfte": "Annat"}, 3), ({"_titel": "Annat"}, 3)], ids=str)
def test_det_som_lases_igen_behaller_numret_ocksa_nar_avtrycket_raknas_pa_ett_nyare_satt(
    from_before, monkeypatch, written, number
):
    monkeypatch.setattr(lasning, "counts", lambda remarks: {Severity.ERROR: 0})
    app = create_app(from_before, EXCLUSIVE=False, WTF_CSRF_ENABLED=False)
    running, anna = app.extensions["finsam_forms"], client_of(app)
    try:
        latest = running.store.dossier.versions(1)[0]
        anna.post("/utkast/1/las-upp", data={"skal": "Vi trodde att något var fel"})
        for path, text in written.items():
            running.desk.save(1, Edit(path, text, running.desk.sheet(1).version(path), "op1"), ANNA)
        anna.post("/utkast/1/las")
        sheet = running.desk.sheet(1)
        assert sheet.locked and sheet.latest.number == number
        assert (sheet.latest == latest) == (number == 2)
    finally:
        running.feed.stop()
        running.store.close()
