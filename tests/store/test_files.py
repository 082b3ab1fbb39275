"""The data folder: what is gone is told, a copy is whole, only the owner reads it, and what is deleted is gone."""

import errno
import os
import shutil
import sqlite3
import stat
from contextlib import closing, contextmanager

import pytest

from finsam_forms.store import (
    Damaged,
    DamagedCopy,
    DiskFails,
    DiskFull,
    Edit,
    InUse,
    Missing,
    NoFile,
    NotOurs,
    ReadOnly,
    Store,
    folder,
    restore,
)
from finsam_forms.store import database as opening
from finsam_forms.store.copies import check, newest_good
from finsam_forms.store.errors import in_our_words
from finsam_forms.store.folder import COPIES, FILE
from tests.store.conftest import ANNA, MALL

WAL = FILE + "-wal"


@pytest.fixture
def used(tmp_path):
    """A data folder with one draft and two copies, the older one with the name «Ett», the newer with «Två»."""
    with Store(tmp_path / "data") as store:
        draft = store.drafts.create(MALL, {"namn": "Ett"}, ANNA)
        store.backups.take(store.database.copies_folder() / "dag-2026-03-01.sqlite3")
        store.changes.save(draft, Edit("namn", "Två", 1, "op1"), ANNA)
        store.backups.take(store.database.copies_folder() / "dag-2026-03-02.sqlite3")
    os.utime(tmp_path / "data" / COPIES / "dag-2026-03-01.sqlite3", (1, 1))
    return tmp_path / "data"


def copy_named(used, number):
    return used / COPIES / f"dag-2026-03-0{number}.sqlite3"


def name_in(data):
    with Store(data) as store:
        return store.drafts.load(1).values["namn"]


@contextmanager
def an_open_file(data):
    """The file and its log as they lie while somebody works: the last change only in the log."""
    store = Store(data)
    store.changes.save(1, Edit("namn", "I loggen", 2, "op2"), ANNA)
    yield
    store.close()


class TestBorta:
    @pytest.mark.parametrize("how", ["borta", "tom", "utan-tabeller"])
    def test_databasen_saknas_men_kopior_finns(self, used, how):
        (used / FILE).unlink()
        if how == "tom":
            (used / FILE).touch()
        if how == "utan-tabeller":
            sqlite3.connect(used / FILE).execute("PRAGMA journal_mode = wal").connection.close()
        with pytest.raises(Missing, match="dag-2026-03-02.sqlite3"):
            Store(used)
        with pytest.raises(Missing):
            Store(used)
        restore(used, copy_named(used, 2))
        assert name_in(used) == "Två"

    def test_en_skadad_kopia_marks_och_den_nyaste_hela_namns(self, used):
        (used / FILE).unlink()
        bad = copy_named(used, 2)
        content = bytearray(bad.read_bytes())
        content[4096:8192] = b"\xa5" * 4096
        bad.write_bytes(content)
        with pytest.raises(Missing, match="dag-2026-03-01.sqlite3") as said:
            Store(used)
        assert "03-02" not in str(said.value)
        assert not bad.exists()
        assert (used / COPIES / "dag-2026-03-02.skadad").exists()

    def test_bara_skadade_kopior_ar_ocksa_en_forlust(self, used):
        (used / FILE).unlink()
        for number in (1, 2):
            copy_named(used, number).write_bytes(b"skrot")
        for _ in range(2):
            with pytest.raises(Missing, match="ingen hel säkerhetskopia"):
                Store(used)
        (used / COPIES).rename(used.parent / "undan")
        with Store(used) as store:
            assert store.drafts.page().total == 0

    @pytest.mark.parametrize("copies", [True, False], ids=["med-kopior", "utan-kopior"])
    @pytest.mark.parametrize("how", ["borta", "tom"])
    def test_en_logg_utan_databas_slangs_inte(self, used, how, copies):
        with an_open_file(used):
            log = (used / WAL).read_bytes()
            shutil.copytree(used, used.parent / "kopierad")
        data = used.parent / "kopierad"
        (data / FILE).unlink()
        if how == "tom":
            (data / FILE).touch()
        if not copies:
            shutil.rmtree(data / COPIES)
        with pytest.raises(Missing, match="finsam_forms.sqlite3-wal ligger kvar"):
            Store(data)
        assert (data / WAL).read_bytes() == log
        kept = restore(data, copy_named(used, 2))
        assert kept.with_name(kept.name + "-wal").read_bytes() == log, "den läggs undan med det som fanns förut"
        assert name_in(data) == "Två"

    @pytest.mark.parametrize("how", ["borta", "tom"])
    def test_nyckeln_visar_att_mappen_har_anvants_ocksa_nar_det_inte_finns_nagon_kopia(self, tmp_path, how):
        if how == "tom":
            (tmp_path / FILE).touch()
        (tmp_path / COPIES).mkdir()
        (tmp_path / "secret.key").write_text("a" * 64)
        with pytest.raises(Missing, match="secret.key visar att mappen har använts") as said:
            Store(tmp_path)
        assert "restore FIL" in str(said.value)
        assert "flytta allt som ligger i mappen" in str(said.value)
        (tmp_path / "secret.key").unlink()
        with Store(tmp_path) as store:
            assert store.drafts.page().total == 0

    @pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
    @pytest.mark.parametrize("copies", [True, False], ids=["med-kopior", "utan-kopior"])
    @pytest.mark.parametrize("instead", [os.mkfifo, os.mkdir, lambda file: file.symlink_to("finns-inte")])
    def test_det_som_inte_ar_en_fil_sags_inte_vara_tomt(self, used, instead, copies):
        (used / FILE).unlink()
        instead(used / FILE)
        if not copies:
            shutil.rmtree(used / COPIES)
        with pytest.raises(Missing, match="är ingen fil") as said:
            Store(used)
        assert "tom" not in str(said.value)
        assert not (used / FILE).is_file()

    @pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
    def test_ett_ror_bland_kopiorna_haller_inte_upp_starten(self, used):
        (used / FILE).unlink()
        os.mkfifo(copy_named(used, 3))
        with pytest.raises(Missing, match="dag-2026-03-02.sqlite3"):
            Store(used)

    def test_forsta_starten_ar_ingen_forlust(self, tmp_path):
        (tmp_path / FILE).touch()  # as after a kill in the first moment
        with Store(tmp_path) as store:
            assert store.drafts.page().total == 0

    def test_kommandot_ar_det_som_man_startar_med(self, used, monkeypatch):
        (used / FILE).unlink()
        monkeypatch.setenv("FINSAM_START", "python3 start.py")
        monkeypatch.setenv("FINSAM_DATA", str(used))
        with pytest.raises(Missing, match=r"python3 start\.py restore \S+dag-2026-03-02.sqlite3\n"):
            Store(used)
        monkeypatch.delenv("FINSAM_START")
        monkeypatch.delenv("FINSAM_DATA")
        with pytest.raises(Missing, match=r"finsam-forms restore \S+dag-2026-03-02.sqlite3 --data "):
            Store(used)

    def test_det_som_en_aterstallning_ersatte_erbjuds_sist(self, used):
        restore(used, copy_named(used, 1))
        assert newest_good(used) == copy_named(used, 2)


class TestKopior:
    def test_en_levande_fil_med_sin_logg_aterstalls_hel(self, used, tmp_path):
        with an_open_file(used):
            for name in (FILE, WAL):
                shutil.copy(used / name, tmp_path / name)
            restore(tmp_path / "ny", tmp_path / FILE)
        assert name_in(tmp_path / "ny") == "I loggen"

    def test_en_fil_ur_mappen_som_ar_igang_aterstalls_hel(self, used, tmp_path):
        with an_open_file(used):
            restore(tmp_path / "ny", used / FILE)
        assert name_in(tmp_path / "ny") == "I loggen"

    def test_det_som_laggs_undan_har_loggen_med_sig(self, used):
        with an_open_file(used):
            shutil.copytree(used, used.parent / "b")
        kept = restore(used.parent / "b", copy_named(used, 1))
        assert name_in(used.parent / "b") == "Ett"
        restore(used.parent / "c", kept)
        assert name_in(used.parent / "c") == "I loggen"
        assert not (used.parent / "b" / WAL).exists()

    def test_skadade_data_laggs_undan_som_de_ar_och_erbjuds_inte(self, used):
        (used / FILE).write_bytes(b"skrot" * 5000)
        kept = restore(used, copy_named(used, 2))
        assert kept.suffix == ".skadad"
        assert kept.read_bytes() == b"skrot" * 5000
        assert name_in(used) == "Två"

    def test_en_skadad_kopia_aterstalls_inte(self, used):
        bad = copy_named(used, 2)
        bad.write_bytes(bad.read_bytes()[:-8192])
        with pytest.raises(DamagedCopy):
            restore(used, bad)
        assert name_in(used) == "Två"
        assert not bad.exists()
        with pytest.raises(NotOurs):
            (used / "tom").touch()
            restore(used, used / "tom")

    def test_ingen_kopia_av_skadade_data_far_heta_kopia(self, used):
        damage_page_of(used, "value")
        with Store(used) as store:
            target = used.parent / "kopia.sqlite3"
            target.write_bytes(b"den gamla")
            with pytest.raises(Damaged, match="dag-2026-03-02"):
                store.backups.take(target)
            assert target.read_bytes() == b"den gamla"
            with pytest.raises(Damaged):
                store.backups.daily()
            assert not store.backups.todays_copy().exists()
        assert copy_named(used, 1).exists(), "äldre kopior gallras inte då"

    @pytest.mark.parametrize("found", [b"", b"skrot", None], ids=["tom", "skrot", "mapp"])
    def test_en_dagens_kopia_som_inte_gar_att_lasa_tas_om(self, store, found):
        today = store.backups.todays_copy()
        today.mkdir() if found is None else today.write_bytes(found)
        assert not store.backups.has_today()
        assert store.backups.daily()
        assert check(today).drafts == 0
        assert today.with_name(f"{today.stem}.skadad").exists()
        assert not store.backups.daily()

    def test_en_dagens_kopia_som_skadas_under_dagen_tas_om(self, used):
        with Store(used) as store:
            store.backups.daily()
            today = store.backups.todays_copy()
            content = bytearray(today.read_bytes())
            content[4096:8192] = b"\xa5" * 4096
            today.write_bytes(content)
            assert store.backups.daily()
            assert check(today).drafts == 1

    def test_ett_skadat_index_gors_om(self, used):
        connection = sqlite3.connect(used / FILE)
        connection.executescript(
            "PRAGMA writable_schema = on; UPDATE sqlite_schema SET sql = 'CREATE INDEX change_moment ON change "
            "(draft_id, path, at)' WHERE name = 'change_moment'; PRAGMA writable_schema = off;"
        )
        connection.close()
        with Store(used) as store:
            assert store.database.connection().execute("PRAGMA integrity_check").fetchone()[0] != "ok"
            store.backups.look_through()
            assert store.database.connection().execute("PRAGMA integrity_check").fetchone()[0] == "ok"

    def test_trasiga_index_kostar_ingen_text(self, used):
        """The rows are all there: today's copy has them, is whole, and is the one to restore."""
        for index in ("change_op", "draft_title"):
            damage_page_of(used, index)
        with Store(used) as store:
            with pytest.raises(Damaged, match=store.backups.todays_copy().name):
                store.backups.daily()
            today = store.backups.todays_copy()
        restore(used, today)
        with Store(used) as store:
            assert store.drafts.load(1).values["namn"] == "Två"
            assert [change.value for change in store.log.history(1, "namn")] == ["Två", "Ett"]
            store.backups.look_through()

    def test_dagens_kopia_gallras_inte_for_att_klockan_har_gatt_fel(self, store):
        for day in range(1, 31):
            (store.database.copies_folder() / f"dag-2099-01-{day:02d}.sqlite3").touch()
        assert store.backups.daily()
        assert store.backups.todays_copy().exists()
        assert len(list(store.database.copies_folder().glob("dag-*"))) == 14

    @pytest.mark.parametrize(
        "name",
        [
            f"./{FILE}",
            FILE.upper(),
            f"{FILE}-wal",
            "secret.key",
            "server.lock",
            "mallar/egen.toml",
            "sakerhetskopior/../secret.key",
        ],
    )
    def test_det_som_programmet_ager_skrivs_inte_over_av_en_kopia(self, used, name):
        with Store(used) as store, pytest.raises(InUse, match="Välj ett annat namn"):
            store.backups.take(used / name)

    def test_en_mapp_ar_ingen_fil_for_en_kopia(self, used):
        with Store(used) as store, pytest.raises(NoFile, match="Skriv också vad filen ska heta"):
            store.backups.take(used)

    @pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
    def test_en_enhet_byts_inte_ut_mot_en_kopia(self, used, tmp_path):
        pipe = tmp_path / "ror"
        os.mkfifo(pipe)
        with Store(used) as store, pytest.raises(NoFile):
            store.backups.take(pipe)
        assert pipe.is_fifo()

    @pytest.mark.parametrize(
        "planted",
        [
            "CREATE TRIGGER bra AFTER INSERT ON change BEGIN DELETE FROM draft; END",
            "DROP TRIGGER draft_made; CREATE TRIGGER draft_made AFTER INSERT ON draft BEGIN DELETE FROM draft; END",
            "CREATE VIEW bra AS SELECT 1",
        ],
    )
    def test_en_kopia_som_gor_nagot_av_sig_sjalv_tas_inte_in(self, used, tmp_path, planted):
        with Store(used) as store:
            kept = store.backups.take(tmp_path / "kopia.sqlite3")
        with closing(sqlite3.connect(kept)) as connection:
            connection.executescript(planted)
        with pytest.raises(DamagedCopy):
            restore(tmp_path / "ny", kept)

    def test_bortglomda_delar_stadas(self, used):
        old, young = (used / COPIES / f".{name}.del" for name in ("gammal", "ung"))
        old.touch()
        young.touch()
        os.utime(old, (1, 1))
        Store(used).close()
        assert not old.exists()
        assert young.exists()


def damage_page_of(data, table):
    connection = sqlite3.connect(data / FILE)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    page, size = (
        connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()[0],
        connection.execute("PRAGMA page_size").fetchone()[0],
    )
    connection.close()
    with open(data / FILE, "r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xa5" * size)


@pytest.mark.skipif(os.name == "nt", reason="owners and modes")
class TestBaraAgaren:
    def test_allt_som_gors(self, tmp_path):
        old = os.umask(0)
        try:
            with Store(tmp_path / "data", exclusive=True) as store:
                store.drafts.create(MALL, {"namn": "Ett"}, ANNA)
                copy = store.backups.take(tmp_path / "annanstans" / "kopia.sqlite3")
                store.backups.daily()
                self.only_owner(tmp_path / "data")
                assert stat.S_IMODE(copy.stat().st_mode) == 0o600
            restore(tmp_path / "data", copy)
            self.only_owner(tmp_path / "data")
        finally:
            os.umask(old)

    def test_det_som_fanns_forut(self, used):
        for file in (used, *used.rglob("*")):
            file.chmod(0o755 if file.is_dir() else 0o644)
        with Store(used):
            self.only_owner(used)

    @staticmethod
    def only_owner(data):
        assert not [file for file in (data, *data.rglob("*")) if file.stat().st_mode & 0o077]


class TestRaderat:
    def test_inget_av_texten_ligger_kvar_i_filerna(self, store, tmp_path):
        long = "hemligordet " * 5000
        draft = store.drafts.create(MALL, {"namn": "hemligordet", "kort": "hemligordet", "lang": long}, ANNA)
        kept = store.drafts.create(MALL, {"namn": "kvarordet"}, ANNA)
        store.changes.save(draft, Edit("lang", long + "hemligordet", 1, "op1"), ANNA)
        store.drafts.page(search="hemligordet")
        while store.search.index():
            pass
        assert b"hemligordet" in bytes_of(tmp_path)
        store.drafts.bin(draft, ANNA)
        store.drafts.delete(draft, ANNA)
        assert b"hemligordet" not in bytes_of(tmp_path)
        assert b"kvarordet" in bytes_of(tmp_path)
        assert store.drafts.load(kept)

    def test_en_som_laser_just_da_hindrar_inte(self, store, tmp_path):
        draft = store.drafts.create(MALL, {"namn": "hemligordet"}, ANNA)
        store.drafts.bin(draft, ANNA)
        reader = sqlite3.connect(tmp_path / FILE, isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM draft").fetchone()
        store.drafts.delete(draft, ANNA)
        assert not store.drafts.clear_away(0)
        assert store.drafts.create(MALL, {"namn": "ett annat"}, ANNA)
        reader.close()
        assert store.drafts.clear_away()
        assert b"hemligordet" not in bytes_of(tmp_path)
        assert store.database.connection().execute("SELECT count(*) FROM uncleared").fetchone() == (0,)

    def test_det_som_inte_hanns_med_fore_ett_stromavbrott_rensas_efter_nasta_start(self, tmp_path):
        store = Store(tmp_path)
        draft = store.drafts.create(MALL, {"namn": "hemligordet " * 2_000}, ANNA)
        store.search.gather()
        while store.search.index():
            pass
        store.drafts.bin(draft, ANNA)
        reader = sqlite3.connect(tmp_path / FILE, isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM draft").fetchone()
        store.drafts.delete(draft, ANNA)
        shutil.copytree(tmp_path, tmp_path / "efter")  # the files as a power cut leaves them
        assert b"hemligordet" in bytes_of(tmp_path / "efter")
        with Store(tmp_path / "efter") as again:
            assert again.drafts.clear_away()
            assert b"hemligordet" not in bytes_of(tmp_path / "efter")
        reader.close()
        store.close()


def bytes_of(data):
    return b"".join(file.read_bytes() for file in data.iterdir() if file.name.startswith(FILE))


class TestFelensNummer:
    def error(self, code, words):
        error = sqlite3.OperationalError(words)
        error.sqlite_errorcode = code
        return error

    @pytest.mark.parametrize(
        ("code", "expected"),
        [
            (sqlite3.SQLITE_FULL, DiskFull),
            (sqlite3.SQLITE_IOERR_WRITE, DiskFails),
            (sqlite3.SQLITE_IOERR_SHORT_READ, Damaged),
            (sqlite3.SQLITE_CORRUPT_INDEX, Damaged),
            (sqlite3.SQLITE_NOTADB, Damaged),
            (sqlite3.SQLITE_READONLY_DBMOVED, ReadOnly),
            (sqlite3.SQLITE_CANTOPEN, ReadOnly),
            (sqlite3.SQLITE_ERROR, type(None)),
            (sqlite3.SQLITE_CONSTRAINT_UNIQUE, type(None)),
        ],
    )
    def test_kanns_igen_vad_orden_an_sager(self, code, expected):
        for words in ("", "database is full", "malformed", "locked"):
            assert type(in_our_words(self.error(code, words), "data")) is expected

    @pytest.mark.parametrize(
        ("number", "expected"), [(errno.ENOSPC, DiskFull), (errno.EROFS, ReadOnly), (errno.EIO, DiskFails)]
    )
    def test_diskens_egna(self, number, expected):
        assert type(in_our_words(OSError(number, "full"), "data")) is expected

    def test_ord_i_det_som_skrivs_ar_inget_fel(self, store, draft):
        with pytest.raises(sqlite3.OperationalError), store.database.writing() as connection:
            connection.execute("SELECT * FROM full_malformed_locked_readonly")
        assert store.changes.save(draft, Edit("x", "database or disk is full", 0, "op"), ANNA).version == 1


class TestHelaFiler:
    def test_en_full_disk_ror_inte_den_gamla(self, tmp_path, monkeypatch):
        target = tmp_path / "a.pdf"
        target.write_bytes(b"den gamla")

        def full(*_, **__):
            raise OSError(errno.ENOSPC, "full")

        for step in ("put_on_disk", "put_in_place"):
            with monkeypatch.context() as patch:
                patch.setattr(folder, step, full)
                with pytest.raises(OSError):
                    folder.write_whole(target, b"den nya")
            assert target.read_bytes() == b"den gamla"
            assert list(tmp_path.iterdir()) == [target]

    @pytest.mark.skipif(os.name == "nt", reason="modes and links")
    def test_lankar_och_rattigheter_star_kvar(self, tmp_path):
        real, link = tmp_path / "a.pdf", tmp_path / "lank.pdf"
        real.touch()
        real.chmod(0o640)
        link.symlink_to(real)
        folder.write_whole(link, b"ny")
        assert link.is_symlink()
        assert real.read_bytes() == b"ny"
        assert stat.S_IMODE(real.stat().st_mode) == 0o640


def test_tva_som_oppnar_samtidigt_tar_varje_steg_en_gang(tmp_path, monkeypatch):
    """The other one has taken the step between our look and our turn."""
    real = opening.tables_in

    def meanwhile(connection):
        found = real(connection)
        monkeypatch.setattr(opening, "tables_in", real)
        Store(tmp_path).close()
        return found

    monkeypatch.setattr(opening, "tables_in", meanwhile)
    with Store(tmp_path) as store:
        assert store.drafts.page().total == 0


def test_olasliga_tecken_stoppar_inget(store, draft):
    store.database.connection().execute("UPDATE value SET value = CAST(x'4865ff6a' AS TEXT)")
    other = store.drafts.create(MALL, {"namn": "Hel"}, ANNA)
    assert store.drafts.load(draft).values["namn"] == "He\ufffdj"
    assert store.changes.save(draft, Edit("namn", "Hej", 1, "op1"), ANNA).value == "Hej"
    assert store.drafts.load(other).values["namn"] == "Hel"
