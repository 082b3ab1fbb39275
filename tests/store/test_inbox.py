"""A file that somebody has brought waits for a day, and is seen by nobody who has not its token."""

import os
import stat
import time

import pytest

from finsam_forms.store import NotFound
from finsam_forms.store.inbox import FOLDER, KEPT, MOST, Inbox, NotInInbox


def test_en_fil_ligger_kvar_som_den_var(tmp_path):
    token = Inbox(tmp_path).put("Ansökan\n2.docx", b"a\nb\0", 7)
    found = Inbox(tmp_path).get(token)
    assert (found.name, found.draft_id, found.data) == ("Ansökan\n2.docx", 7, b"a\nb\0")


@pytest.mark.skipif(os.name == "nt", reason="Windows har rättigheterna på användarens mapp")
def test_bara_agaren_kommer_at_den(tmp_path):
    token = Inbox(tmp_path).put("a", b"x")
    assert stat.S_IMODE((tmp_path / FOLDER).stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / FOLDER / token).stat().st_mode) == 0o600


def test_efter_ett_dygn_ar_den_borta_fran_disken(tmp_path):
    token = Inbox(tmp_path).put("a", b"x")
    at = (tmp_path / FOLDER / token).stat().st_mtime
    assert Inbox(tmp_path, lambda: at + KEPT).get(token).data == b"x"
    with pytest.raises(NotInInbox, match="väntat i mer än ett dygn"):
        Inbox(tmp_path, lambda: at + KEPT + 1).get(token)
    assert not (tmp_path / FOLDER / token).exists()


def test_den_aldsta_gar_nar_det_blir_for_manga(tmp_path):
    inbox, then = Inbox(tmp_path), time.time() - 3600
    tokens = []
    for number in range(MOST + 2):
        tokens.append(inbox.put(f"{number}", b"x"))
        os.utime(tmp_path / FOLDER / tokens[-1], (then + number, then + number))
    assert [one for one in tokens if (tmp_path / FOLDER / one).exists()] == tokens[2:]


def test_den_som_glommer_en_fil_tar_bort_den(tmp_path):
    inbox = Inbox(tmp_path)
    token = inbox.put("a", b"x")
    inbox.forget(token)
    inbox.forget(token)
    with pytest.raises(NotFound):
        inbox.get(token)


@pytest.mark.parametrize("token", ["", "../server.lock", "x" * 32, "A" * 32, "a" * 31, "/etc/passwd"])
def test_ett_annat_namn_an_en_egen_nyckel_leder_ingenstans(tmp_path, token):
    (tmp_path / "server.lock").write_text("{}\n")
    with pytest.raises(NotInInbox):
        Inbox(tmp_path).get(token)
    Inbox(tmp_path).forget(token)
    assert (tmp_path / "server.lock").exists()


def test_en_fil_som_inte_ar_som_den_lades_dit_ar_borta(tmp_path):
    inbox = Inbox(tmp_path)
    token = inbox.put("a", b"x")
    (tmp_path / FOLDER / token).write_bytes(b"skr\xe4p")
    with pytest.raises(NotInInbox):
        inbox.get(token)
