"""A full disk and a folder that can't be written in: said in a sentence, and nothing that was saved is ruined."""

import errno
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from finsam_forms.live.caretaker import NO_ROOM, Caretaker
from finsam_forms.store import DiskFull, Edit, Store
from finsam_forms.store.folder import FILE
from tests.store.conftest import ANNA, MALL

ROOT = Path(__file__).parents[2]
WITH_LIMIT = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
from finsam_forms.cli import main
sys.exit(main(sys.argv[2:]))
"""


def run(data, limit, *words):
    """A command that may write no file larger than `limit` bytes: what a full disk is to it."""
    command = [sys.executable, "-P", "-c", WITH_LIMIT, str(limit), "--data", str(data), *map(str, words)]
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", env=os.environ | {"PYTHONPATH": str(ROOT)}, timeout=60
    )


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    data = tmp_path_factory.mktemp("full") / "data"
    with Store(data) as store:
        store.drafts.create(MALL, {"namn": "Ett", "lang": "ord " * 100_000}, ANNA)
    assert run(data, 1 << 30, "exempel").returncode == 0
    return data


@pytest.mark.skipif(os.name == "nt", reason="RLIMIT_FSIZE")
@pytest.mark.parametrize("words", [["exempel"], ["backup"], ["export", "2", "--format", "pdf", "-o"]], ids=" ".join)
def test_full_disk_ar_en_mening(data, tmp_path, words):
    target = tmp_path / "den-gamla"
    target.write_bytes(b"den gamla")
    if words[0] != "exempel":
        words = [*words, target]
    answer = run(data, 20_000, *words)
    assert answer.returncode == 1, answer
    assert "disk" in answer.stderr
    assert "Traceback" not in answer.stderr
    assert target.read_bytes() == b"den gamla"
    assert list(tmp_path.iterdir()) == [target], "no half file is left"
    with Store(data) as store:
        assert store.drafts.load(1).values["namn"] == "Ett"
        assert store.database.connection().execute("PRAGMA integrity_check").fetchone()[0] == "ok"


@pytest.mark.skipif(os.name == "nt", reason="RLIMIT_FSIZE")
def test_aterstallning_utan_plats_later_allt_ligga(data, tmp_path):
    with Store(data) as store:
        copy = store.backups.take(tmp_path / "kopia.sqlite3")
    before = (data / FILE).read_bytes()
    answer = run(data, 20_000, "restore", copy)
    assert answer.returncode == 1
    assert "disk" in answer.stderr
    assert (data / FILE).read_bytes() == before


def test_dagens_kopia_utan_plats_hindrar_inte_starten(store, draft, monkeypatch):
    def full(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    said = []
    caretaker = Caretaker(store, threading.Event(), said.append)
    with monkeypatch.context() as patch:
        patch.setattr("finsam_forms.store.folder.put_in_place", full)
        caretaker.round()
    assert said[-1] == caretaker.trouble == NO_ROOM
    assert store.changes.save(draft, Edit("x", "y", 0, "op"), ANNA).version == 1
    caretaker.round()
    assert caretaker.trouble == ""
    assert store.backups.todays_copy().exists()


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 1 MB, where this computer lets us make one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if not shutil.which("mount") or mount(disk, "size=1m").returncode:
        pytest.skip("inga egna diskar får göras här")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def mount(disk, options):
    return subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(disk)], capture_output=True)


@pytest.mark.long
def test_en_riktigt_full_disk(small_disk):
    data, saved = small_disk / "data", 0
    with Store(data) as store:
        draft = store.drafts.create(MALL, {"namn": "Ett"}, ANNA)
        with pytest.raises(DiskFull):
            for number in range(1000):
                store.changes.save(draft, Edit(f"f{number}", "x" * 5000, 0, f"op{number}"), ANNA)
                saved = number + 1
        with pytest.raises(DiskFull):
            store.backups.daily()
        assert len(store.drafts.load(draft).values) == saved + 1
    with Store(data) as store:
        assert len(store.drafts.load(draft).values) == saved + 1


@pytest.mark.long
def test_en_disk_som_bara_gar_att_lasa(small_disk, tmp_path):
    assert run(small_disk / "data", 1 << 30, "exempel").returncode == 0
    mount(small_disk, "remount,ro,size=1m")
    for words in (["list"], ["exempel"], ["backup"], ["serve", "--port", "0", "--no-browser"]):
        answer = run(small_disk / "data", 1 << 30, *words)
        assert answer.returncode == 1
        assert "skriv" in answer.stderr
        assert "Traceback" not in answer.stderr
    assert run(tmp_path / "ny", 1 << 30, "restore", small_disk / "data" / FILE).returncode == 0
    assert "Vägen in" in run(tmp_path / "ny", 1 << 30, "list").stdout


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="a folder that this user may write in anyway")
def test_en_mapp_som_bara_gar_att_lasa(tmp_path, data):
    shutil.copytree(data, tmp_path / "data")
    for file in (*(tmp_path / "data").iterdir(), tmp_path / "data"):
        file.chmod(0o555 if file.is_dir() else 0o444)
    try:
        for words in (["list"], ["exempel"], ["backup"], ["serve", "--port", "0", "--no-browser"]):
            answer = run(tmp_path / "data", 1 << 30, *words)
            assert answer.returncode == 1 or words == ["list"]
            assert "Traceback" not in answer.stderr
    finally:
        (tmp_path / "data").chmod(0o755)
